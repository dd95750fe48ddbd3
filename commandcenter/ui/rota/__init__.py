"""Shift plans: rotation, leaders, community duty, holidays."""
