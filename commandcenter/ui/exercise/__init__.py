"""The screen of exercise."""
