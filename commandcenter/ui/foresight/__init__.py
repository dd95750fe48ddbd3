"""Foresight (前瞻): hot spots and rules."""
