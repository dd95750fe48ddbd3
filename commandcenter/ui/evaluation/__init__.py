"""The screen of evaluation."""
