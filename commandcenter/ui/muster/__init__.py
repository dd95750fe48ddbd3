"""The muster whistle: what is missing, who decides, those called, decisions on site, both sides' word."""
