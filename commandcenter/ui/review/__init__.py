"""The review: figures, replay, times by department, lessons, and the paper beside them."""
