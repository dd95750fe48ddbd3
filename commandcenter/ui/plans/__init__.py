"""The screen of plans."""
