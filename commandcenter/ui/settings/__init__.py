"""The settings: limits, units, office and seats, categories, calendar, alarms, look, data, personal data, the kit."""
