"""calls of the duty room, patrols, and the events that the duty log is written from"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_WALKS = (
    *("day", "place", "person", "stage", "community", "role", "plan", "id", "window_start", "window_end", "begun_at"),
    *(
        "ended_at",
        "length_m",
        "findings",
        "handled",
        "cases",
        "open_spots",
        "looked",
        "closed_next",
        "made_up",
        "reason",
    ),
)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _instant(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=True)


def upgrade() -> None:
    """Two tables that a rebuild can fill, and an index over the events that are about no case."""
    no_case = sa.text("substr(subject, 1, 5) <> 'case/'")
    op.create_index("ix_event_duty", "event", ["happened_at", "kind"], unique=False, sqlite_where=no_case)
    op.create_table(
        "call_row",
        *_texts("id", "number", "mode"),
        _count("at"),
        *_texts("direction", "unit", "taker", "outcome", "waits", "phone", "case_id", "whistle", "state"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_row")),
    )
    op.create_index("ix_call_row_at", "call_row", ["at"], unique=False)
    op.create_index("ix_call_row_waits", "call_row", ["at"], unique=False, sqlite_where=sa.text("waits <> ''"))
    for column, name in (("phone", "phone"), ("case_id", "case"), ("whistle", "whistle")):
        where = sa.text(f"{column} <> ''")
        op.create_index(f"ix_call_row_{name}", "call_row", [column, "at"], unique=False, sqlite_where=where)
    op.create_table(
        "patrol_row",
        *_texts("id", "plan", "place", "community", "role", "person"),
        _count("day"),
        _instant("window_start"),
        _instant("window_end"),
        *_texts("stage", "reason"),
        *(_instant(name) for name in ("begun_at", "ended_at", "length_m")),
        *(_count(name) for name in ("findings", "handled", "cases", "open_spots", "looked", "closed_next", "made_up")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patrol_row")),
    )
    op.create_index("ix_patrol_row_walks", "patrol_row", list(_WALKS), unique=False)
    op.create_index("ix_patrol_row_place", "patrol_row", ["place", "day", "person", "begun_at"], unique=False)
    op.create_index("ix_patrol_row_person", "patrol_row", ["person", "day", "begun_at"], unique=False)
    for index, columns, condition in (
        ("walked", ["place", "begun_at"], "begun_at IS NOT NULL"),
        ("open", ["window_end"], "stage NOT IN ('ended', 'cancelled')"),
        ("spots", ["place", "day"], "open_spots > 0"),
    ):
        some = sa.text(condition)
        op.create_index(f"ix_patrol_row_{index}", "patrol_row", columns, unique=False, sqlite_where=some)
