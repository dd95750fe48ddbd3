"""The duty log that writes itself."""
