"""The screen of figures."""
