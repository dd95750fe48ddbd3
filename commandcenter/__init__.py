"""Command centre of a street office: live cases, the roster, the emergency whistle and its printed review."""

__version__ = "0.1.0"
