"""The responsibility list (职责清单)."""
