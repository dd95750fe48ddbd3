"""Calls of the duty room (来电记录)."""
