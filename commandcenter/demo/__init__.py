"""The main job played through the real window, unseen: for pictures, for the self-test, and for whoever wants to look."""
