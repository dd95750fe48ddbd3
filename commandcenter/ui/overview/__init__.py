"""The duty overview: is something burning, what is late, who is on, is the data safe - answered in three seconds."""
