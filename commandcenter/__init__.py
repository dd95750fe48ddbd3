"""Command centre of a street office: live cases, the roster, the four whistles, drills and their printed reviews."""

__version__ = "0.1.0"
