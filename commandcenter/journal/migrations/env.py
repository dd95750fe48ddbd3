"""Alembic's entry: run the migrations on the connection handed in, all or nothing.

Foreign keys are off while tables are rebuilt - a batch migration would otherwise delete children silently - and checked
before the commit, inside the same transaction.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

from commandcenter.journal import tables  # noqa: F401  (declares the metadata)


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"migration broke foreign keys: {broken[:3]}")


_run(context.config.attributes["connection"])
