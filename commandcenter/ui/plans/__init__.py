"""The plans: who is called in what order by which limits, what is said, the first five minutes, all versions."""
