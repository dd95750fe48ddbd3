"""The reports of an incident: initial, update, final, each beside the one before, and who has been told when."""
