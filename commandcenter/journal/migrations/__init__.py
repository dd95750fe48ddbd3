"""Schema migrations by alembic; each runs in one transaction, after a verified backup."""
