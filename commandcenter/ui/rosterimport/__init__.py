"""Importing a roster: file, columns, differences, mending, taking over."""
