"""The journal on disk: events, projections, search, migrations, backup. The only floor that speaks SQL."""
