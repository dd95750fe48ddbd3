"""What people see: one folder a screen, shared painted parts, the shell around them, the theme."""
