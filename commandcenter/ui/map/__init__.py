"""The map of the office: places, layers, editor."""
