"""The joint whistle: who leads, the survey, the duty table with dates and reminders, verification, look-back."""
