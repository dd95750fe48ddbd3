"""Shared parts of the screens: painters, small widgets, models. A part knows the look, never a screen or the desk."""
