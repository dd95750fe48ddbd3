"""The screen of warnings."""
