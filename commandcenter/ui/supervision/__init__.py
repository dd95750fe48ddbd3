"""The screen of supervision whistle."""
