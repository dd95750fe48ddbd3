"""The duty watch (Alt+7): who is on, what is open, may they go home."""
