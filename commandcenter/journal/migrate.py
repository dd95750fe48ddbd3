"""Bring a database file to the schema of this program: alembic inside one transaction, a verified backup before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from commandcenter.journal.canonical import mark_fold_version
from commandcenter.journal.database import SCHEMA, Connection, connect, schema_of
from commandcenter.journal.trouble import Trouble, telling


def migrate(path: Path, *, key: bytes | None = None, before: Callable[[int], None] | None = None) -> int:
    """Create or upgrade the database at ``path``; returns the schema it had before (0 = new).

    ``before`` is called with the old schema when an existing file is about to change: it makes the backup. Raises
    ``Trouble`` newer for a file of a newer program; any failure leaves the file as it was.
    """
    connection = connect(path, key=key, write=True, create=True)
    try:
        had = schema_of(connection)
        if had > SCHEMA:
            raise Trouble("newer", path=str(path), schema=had, known=SCHEMA)
        if had == SCHEMA:
            return had
        if had and before is not None:
            before(had)
        with telling(path):
            _upgrade(connection)
            if not had:
                mark_fold_version(connection)
    finally:
        connection.close()
    return had


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from sqlalchemy.exc import DBAPIError

    engine = _engine(connection)
    try:
        with engine.begin() as bound:
            command.upgrade(config_for(bound), "head")
            bound.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    except DBAPIError as error:
        if error.orig is None:
            raise
        raise error.orig from error


def config_for(connection: Any) -> Any:
    """The alembic configuration for an open SQLAlchemy connection; no ini file, nothing of logging touched."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def _engine(connection: Connection) -> Any:
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool
    from sqlcipher3 import dbapi2

    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def _plain(raw: Connection, _record: object) -> None:
        raw.isolation_level = None
        raw.execute("PRAGMA foreign_keys=OFF")

    @event.listens_for(engine, "begin")
    def _begin(bound: Any) -> None:
        bound.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def create_tables(connection: Connection, names: Sequence[str]) -> None:
    """Create declared tables, with their indexes, that are missing from an open file."""
    from sqlmodel import SQLModel

    from commandcenter.journal import tables  # noqa: F401

    with _engine(connection).begin() as bound:
        SQLModel.metadata.create_all(bound, [SQLModel.metadata.tables[name] for name in names])


def differences(path: Path, *, key: bytes | None = None) -> list[str]:
    """What differs between the declared tables and the file, one line each; empty when they agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    from commandcenter.journal import tables  # noqa: F401

    connection = connect(path, key=key, write=True)
    try:
        engine = _engine(connection)
        with engine.connect() as bound:
            context = MigrationContext.configure(bound, opts={"include_object": _declared})
            return [str(line) for line in compare_metadata(context, SQLModel.metadata)]
    finally:
        connection.close()


def _declared(_item: object, name: str | None, kind: str, reflected: bool, _other: object) -> bool:
    """The search index is FTS5 and stands outside the declared tables."""
    return not (kind == "table" and reflected and (name or "").startswith("search_index"))
