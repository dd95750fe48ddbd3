"""Import, export, and what an office is founded with."""
