"""The screen of drills."""
