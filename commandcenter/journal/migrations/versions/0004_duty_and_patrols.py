"""calls of the duty room, patrols, and the events that the duty log is written from"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _instant(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=True)


def upgrade() -> None:
    """Two tables that a rebuild can fill, and an index over the events that are about no case."""
    no_case = sa.text("substr(subject, 1, 5) <> 'case/'")
    op.create_index("ix_event_duty", "event", ["happened_at"], unique=False, sqlite_where=no_case)
    op.create_table(
        "call_row",
        *_texts("id", "number", "mode"),
        _count("at"),
        *_texts("direction", "unit", "taker", "outcome", "waits", "case_id", "whistle", "state"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_row")),
    )
    op.create_index("ix_call_row_at", "call_row", ["at"], unique=False)
    op.create_index("ix_call_row_waits", "call_row", ["at"], unique=False, sqlite_where=sa.text("waits <> ''"))
    op.create_table(
        "patrol_row",
        *_texts("id", "plan", "place", "community", "role", "person"),
        _count("day"),
        _instant("window_start"),
        _instant("window_end"),
        *_texts("stage"),
        _instant("begun_at"),
        _instant("ended_at"),
        *(_count(name) for name in ("findings", "open_spots", "cases")),
        *_texts("state"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patrol_row")),
    )
    op.create_index("ix_patrol_row_day", "patrol_row", ["day", "place"], unique=False)
    op.create_index("ix_patrol_row_place", "patrol_row", ["place", "day"], unique=False)
    op.create_index("ix_patrol_row_person", "patrol_row", ["person", "day"], unique=False)
    under_way = sa.text("stage IN ('planned', 'walking')")
    op.create_index("ix_patrol_row_open", "patrol_row", ["window_end"], unique=False, sqlite_where=under_way)
    op.create_index(
        "ix_patrol_row_spots", "patrol_row", ["place"], unique=False, sqlite_where=sa.text("open_spots > 0")
    )
