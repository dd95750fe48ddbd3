"""Migrations: a verified backup first, all of it or nothing, and no file of a newer program is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.journal import migrate as migrating
from commandcenter.journal.backup import before_migration, rehearse
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME, SCHEMA, connect, schema_of
from commandcenter.journal.journal import open_journal
from commandcenter.journal.migrate import differences, migrate
from commandcenter.journal.trouble import Trouble
from commandcenter.journal.verify import verify
from played import play

from conftest import Wall

NEXT = SCHEMA + 1
STEP = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "{revision}", "{before}", None, None

def upgrade():
    op.add_column("post", sa.Column("radio", sa.String(), nullable=False, server_default=""))
{more}
"""
MORE = {
    "good": "",
    "it breaks off": '    op.execute("DELETE FROM report_in")\n    raise OSError(28, "No space left on device")',
    "its SQL is wrong": '    op.execute("DROP TABLE report_in")\n    op.execute("SELECT nonsense FROM nowhere")',
    "it leaves broken references": "    op.execute(\"INSERT INTO private VALUES ('nobody', 1, x'00', '')\")",
    "it rebuilds the table of events": '    with op.batch_alter_table("event", recreate="always") as table:\n'
    '        table.alter_column("seat", new_column_name="seat")',
}


@pytest.fixture
def data(folder: Path, wall: Wall) -> Path:
    opened = open_journal(folder, wall)
    play(Engine(opened, wall), wall)
    opened.close()
    return folder


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program one schema further; the folder takes its next migration."""
    scripts = Path(migrating.__file__).parent / "migrations" / "versions"
    more = tmp_path / "next"
    more.mkdir()
    configured = migrating.config_for

    def config_for(connection: object) -> object:
        config = configured(connection)
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", f"{scripts}\n{more}")
        return config

    monkeypatch.setattr(migrating, "config_for", config_for)
    monkeypatch.setattr(migrating, "SCHEMA", NEXT)
    return more


def step(more: Path, name: str) -> None:
    text = STEP.format(revision=f"{NEXT:04d}", before=f"{SCHEMA:04d}", more=MORE[name])
    (more / f"{NEXT:04d}_radio.py").write_text(text, "utf-8")


def columns(data: Path) -> list[str]:
    connection = connect(data / FILE_NAME)
    try:
        return [line[1] for line in connection.execute("PRAGMA table_info(post)")]
    finally:
        connection.close()


def test_the_declared_tables_are_what_the_migrations_make(migrated: Path) -> None:
    assert differences(migrated) == []


def test_a_migration_makes_a_good_backup_first_and_loses_nothing(data: Path, newer: Path, wall: Wall) -> None:
    step(newer, "good")
    backups = data / "backups"
    assert migrate(data / FILE_NAME, before=before_migration(data, backups, wall)) == SCHEMA
    assert "radio" in columns(data)
    made = list(backups.iterdir())
    assert [path.name.startswith(f"before-schema-{SCHEMA}-") for path in made] == [True]
    connection = connect(data / FILE_NAME)
    assert schema_of(connection) == NEXT
    verdict = verify(connection)
    assert verdict.whole
    assert rehearse(made[0]).events == verdict.events
    connection.close()


def test_rebuilding_the_table_of_events_keeps_its_children(data: Path, newer: Path) -> None:
    step(newer, "it rebuilds the table of events")
    before = connect(data / FILE_NAME)
    counts = [before.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("event", "private")]
    before.close()
    migrate(data / FILE_NAME)
    after = connect(data / FILE_NAME)
    assert [after.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("event", "private")] == counts
    assert verify(after).whole
    after.close()


@pytest.mark.parametrize("name", ["it breaks off", "its SQL is wrong", "it leaves broken references"])
def test_a_failed_migration_leaves_the_file_as_it_was(
    data: Path, newer: Path, wall: Wall, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = connect(data / FILE_NAME)
    digest = canonical_digest(before)
    before.close()
    step(newer, name)
    with pytest.raises(Exception) as told:
        migrate(data / FILE_NAME)
    if name == "it breaks off":
        assert isinstance(told.value, Trouble)
        assert told.value.code == "disk_full"
    assert "radio" not in columns(data)
    monkeypatch.undo()
    again = open_journal(data, wall)
    assert (canonical_digest(again.connection), schema_of(again.connection)) == (digest, SCHEMA)
    assert verify(again.connection).whole
    again.close()


def test_without_its_backup_nothing_is_migrated(data: Path, newer: Path, wall: Wall) -> None:
    step(newer, "good")
    blocked = data / "backups"
    blocked.write_text("a file stands where the backups should go", "utf-8")
    with pytest.raises(Trouble):
        migrate(data / FILE_NAME, before=before_migration(data, blocked, wall))
    assert "radio" not in columns(data)


def test_a_file_of_a_newer_program_is_refused_and_left_alone(data: Path, wall: Wall) -> None:
    connection = connect(data / FILE_NAME, write=True)
    connection.execute(f"PRAGMA user_version = {NEXT}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = (data / FILE_NAME).read_bytes()
    with pytest.raises(Trouble) as told:
        open_journal(data, wall)
    assert (told.value.code, told.value.facts["schema"], told.value.facts["known"]) == ("newer", NEXT, SCHEMA)
    assert (data / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be one" * 100, b"SQLite format 3\x00" + b"\xff" * 4000]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, wall: Wall, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(Trouble) as told:
        open_journal(tmp_path, wall)
    assert told.value.code in ("wrong_key", "torn")
    assert (tmp_path / FILE_NAME).read_bytes() == content
