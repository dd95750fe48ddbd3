"""The calendar of obligations: what the law and the office ask for, and when."""
