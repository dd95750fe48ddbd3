"""The life of the command post: site, groups, meetings, decisions with what was known, shifts, hand-over, end."""
