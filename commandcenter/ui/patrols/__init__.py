"""Patrols: plans, today's turns, findings, heat calendar."""
