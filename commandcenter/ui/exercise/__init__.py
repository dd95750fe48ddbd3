"""A drill under way: scene clock, covered script, played departments, the trainee's seat, the running score."""
