"""The three rates and the monthly review (三率点评)."""
