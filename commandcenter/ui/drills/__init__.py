"""Where drills are designed: what is due by law, the script of a drill, its aims and roles, its approval."""
