"""The settings: limits, units, plans, office and seats, categories, calendar, alarms, look, data. Each one has effect."""
