"""The wallboard: the same truth for a room, read from six metres."""
