"""The screen of muster whistle."""
