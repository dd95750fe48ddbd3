"""The command post: who has reported in, what is known, what was ordered - run on a telephone at three in the morning."""
