"""The map on the screen: one widget for every place of the program that shows where things lie."""
