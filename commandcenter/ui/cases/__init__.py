"""The case centre: lists that stay fluid at a hundred thousand cases, one case with its story, taking in and handling."""
