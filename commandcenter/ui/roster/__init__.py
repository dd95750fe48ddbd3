"""The roster: who answers for each street, alley, building and unit right now, with a number that works."""
