"""Colours, type, icons: the look of every widget, from one token file."""
