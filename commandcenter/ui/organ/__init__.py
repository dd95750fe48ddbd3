"""The screen of post."""
