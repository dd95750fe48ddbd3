"""The figures: each with its part, its whole and its formula, by department, kind and month; drills apart."""
