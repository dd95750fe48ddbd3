"""cases tell their nature, grid, ground, repeats and call-backs"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TEXTS = ("nature", "grid", "ground", "procedure", "told", "merged_into", "escalated", "limit_unit")
_COUNTS = ("collective", "proactive", "repeats", "attachments", "redone", "extended", "provisional")
_INSTANTS = ("called_back_at", "review_at", "next_warn")
_BOARD = (
    *(
        "next_due",
        "id",
        "stage",
        "lead",
        "others",
        "channel",
        "community",
        "category",
        "grade",
        "repeats",
        "collective",
    ),
    *("proactive", "escalated", "next_warn", "place", "grid", "received_at", "ground", "anonymous", "due_at"),
    *(
        "contact_due_at",
        "contacted_at",
        "fed_back_at",
        "closed_at",
        "solved",
        "satisfied",
        "redone",
        "extended",
        "whistles",
    ),
)
_FACETS = ("category", "community", "lead", "grade", "channel", "nature", "grid", "others", "open", "history")
_TALLIED = (
    *("taken", "unknown", "contact_owed", "contacted_in_time", "asked_solved", "solved", "late_unsolved"),
    *("asked_satisfied", "satisfied", "late_unsatisfied", "closed", "closed_limited", "closed_in_time", "late"),
    *("redone", "extended", "whistled", "proactive"),
)


def upgrade() -> None:
    """Widen the table of cases; a rebuild after the migration fills what is new."""
    with op.batch_alter_table("case_row", schema=None) as batch_op:
        for name in _TEXTS:
            batch_op.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        for name in _COUNTS:
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
        for name in _INSTANTS:
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=True))
        batch_op.drop_index("ix_case_row_board")
        batch_op.create_index("ix_case_row_board", list(_BOARD), unique=False, sqlite_where=sa.text("open = 1"))
        batch_op.create_index("ix_case_row_received", ["received_at", "open", "history"], unique=False)
        batch_op.create_index("ix_case_row_number", ["number"], unique=False)
        live = sa.text("history = 0")
        batch_op.create_index("ix_case_row_closed", ["closed_at"], unique=False, sqlite_where=live)
        always = sa.text("history >= 0")
        batch_op.create_index("ix_case_row_facets", list(_FACETS), unique=False, sqlite_where=always)
        batch_op.create_index("ix_case_row_provisional", ["id"], unique=False, sqlite_where=sa.text("provisional = 1"))
        batch_op.create_index(
            "ix_case_row_escalated", ["received_at"], unique=False, sqlite_where=sa.text("escalated <> ''")
        )
        batch_op.create_index("ix_case_row_phone", ["phone"], unique=False, sqlite_where=sa.text("phone <> ''"))
    disputed = sa.text("kind = 'case.disputed'")
    op.create_index("ix_event_disputed", "event", ["happened_at"], unique=False, sqlite_where=disputed)
    running = "met_at IS NULL AND stopped = 0"
    with op.batch_alter_table("deadline", schema=None) as batch_op:
        for column in ("due", "warn"):
            batch_op.drop_index(f"ix_deadline_{column}")
            not_raised = sa.text(f"{running} AND {column}_raised_at IS NULL")
            batch_op.create_index(f"ix_deadline_{column}", [f"{column}_at"], unique=False, sqlite_where=not_raised)
        unseen = sa.text(f"{running} AND acknowledged_at IS NULL AND expired = 0")
        batch_op.create_index("ix_deadline_alarm", ["due_raised_at"], unique=False, sqlite_where=unseen)
        ran_out = sa.text("due_raised_at IS NOT NULL")
        batch_op.create_index("ix_deadline_raised", ["due_raised_at"], unique=False, sqlite_where=ran_out)
    op.create_table(
        "attachment",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("subject", "sha256")),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("attached_at", sa.Integer(), nullable=False),
        sa.Column("gone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "sha256", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index("ix_attachment_sha256", ["sha256"], unique=False)
    op.create_table(
        "tally",
        sa.Column("dim", sa.String(), nullable=False),
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("key", "ground")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _TALLIED),
        sa.PrimaryKeyConstraint("dim", "month", "key", "ground", name=op.f("pk_tally")),
        sqlite_with_rowid=False,
    )
