"""Warnings: colour, level and area, who has to answer the call in person, measures, shifts, the end."""
