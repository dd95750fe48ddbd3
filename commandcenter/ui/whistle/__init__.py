"""The whistle console: kind of event, whom, the words, the place - and the button that has to be held."""
