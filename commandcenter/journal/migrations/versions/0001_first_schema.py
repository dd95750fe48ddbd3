"""first schema"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


_APPEND_ONLY = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""


def upgrade() -> None:
    """Create every table; make the journal append-only; open the search index."""
    op.create_table(
        "case_row",
        sa.Column("doc", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_number", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.Column("history", sa.Integer(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("community", sa.String(), nullable=False),
        sa.Column("lead", sa.String(), nullable=False),
        sa.Column("others", sa.String(), nullable=False),
        sa.Column("received_at", sa.Integer(), nullable=False),
        sa.Column("registered_at", sa.Integer(), nullable=False),
        sa.Column("next_due", sa.Integer(), nullable=True),
        sa.Column("next_clock", sa.String(), nullable=False),
        sa.Column("next_start", sa.Integer(), nullable=True),
        sa.Column("due_at", sa.Integer(), nullable=True),
        sa.Column("contact_due_at", sa.Integer(), nullable=True),
        sa.Column("contacted_at", sa.Integer(), nullable=True),
        sa.Column("fed_back_at", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.Integer(), nullable=True),
        sa.Column("solved", sa.Integer(), nullable=True),
        sa.Column("satisfied", sa.Integer(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("pressed", sa.Integer(), nullable=False),
        sa.Column("anonymous", sa.Integer(), nullable=False),
        sa.Column("whistles", sa.String(), nullable=False),
        sa.Column("changed_at", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("place_words", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("doc", name=op.f("pk_case_row")),
        sa.UniqueConstraint("id", name=op.f("uq_case_row_id")),
    )
    with op.batch_alter_table("case_row", schema=None) as batch_op:
        batch_op.create_index("ix_case_row_board", ["open", "next_due", "id"], unique=False)
        batch_op.create_index("ix_case_row_place", ["place"], unique=False, sqlite_where=sa.text("place <> ''"))
        batch_op.create_index(
            "ix_case_row_registered", ["registered_at"], unique=False, sqlite_where=sa.text("history = 0")
        )
        batch_op.create_index(
            "ix_case_row_source", ["source", "source_number"], unique=False, sqlite_where=sa.text("source_number <> ''")
        )
        batch_op.create_index("ix_case_row_stage", ["stage"], unique=False)

    op.create_table(
        "deadline",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("clock", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("started_at", sa.Integer(), nullable=False),
        sa.Column("warn_at", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.Integer(), nullable=False),
        sa.Column("met_at", sa.Integer(), nullable=True),
        sa.Column("stopped", sa.Integer(), nullable=False),
        sa.Column("warn_raised_at", sa.Integer(), nullable=True),
        sa.Column("due_raised_at", sa.Integer(), nullable=True),
        sa.Column("expired", sa.Integer(), nullable=False),
        sa.Column("acknowledged_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("subject", "clock", name=op.f("pk_deadline")),
    )
    with op.batch_alter_table("deadline", schema=None) as batch_op:
        batch_op.create_index(
            "ix_deadline_due", ["due_at"], unique=False, sqlite_where=sa.text("met_at IS NULL AND stopped = 0")
        )
        batch_op.create_index(
            "ix_deadline_warn", ["warn_at"], unique=False, sqlite_where=sa.text("met_at IS NULL AND stopped = 0")
        )

    op.create_table(
        "draft",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("saved_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_draft")),
    )
    op.create_table(
        "event",
        sa.Column("node", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("command_index", sa.Integer(), nullable=False),
        sa.Column("hlc", sa.Integer(), nullable=False),
        sa.Column("happened_at", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("assurance", sa.String(), nullable=False),
        sa.Column("on_behalf_of", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.Column("corrects", sa.String(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("private_digest", sa.LargeBinary(), nullable=True),
        sa.Column("prev", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("sig", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("node", "seq", name=op.f("pk_event")),
        sa.UniqueConstraint("node", "command", "command_index", name=op.f("uq_event_node_command_command_index")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("ix_event_subject", ["subject"], unique=False)

    op.create_table(
        "fork",
        sa.Column("node", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("received_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("node", "seq", "digest", name=op.f("pk_fork")),
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "number",
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("series", "day", "letter", name=op.f("pk_number")),
    )
    op.create_table(
        "post",
        sa.Column("whistle", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("set_up_at", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("whistle", name=op.f("pk_post")),
    )
    op.create_table(
        "record",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.Integer(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("extra", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_record")),
    )
    with op.batch_alter_table("record", schema=None) as batch_op:
        batch_op.create_index("ix_record_family", ["family", "id"], unique=False)

    op.create_table(
        "report_in",
        sa.Column("whistle", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("furthest", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("listed_at", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.Integer(), nullable=True),
        sa.Column("left_at", sa.Integer(), nullable=True),
        sa.Column("arrived_at", sa.Integer(), nullable=True),
        sa.Column("done_at", sa.Integer(), nullable=True),
        sa.Column("released_at", sa.Integer(), nullable=True),
        sa.Column("back_at", sa.Integer(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("whistle", "unit", name=op.f("pk_report_in")),
    )
    with op.batch_alter_table("report_in", schema=None) as batch_op:
        batch_op.create_index("ix_report_in_unit", ["unit"], unique=False)

    op.create_table(
        "review",
        sa.Column("whistle", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("whistle", name=op.f("pk_review")),
    )
    op.create_table(
        "search_queue",
        sa.Column("doc", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("doc", name=op.f("pk_search_queue")),
    )
    op.create_table(
        "seat",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("assurance", sa.String(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_seat")),
    )
    op.create_table(
        "sitrep",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("whistle", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_sitrep")),
    )
    with op.batch_alter_table("sitrep", schema=None) as batch_op:
        batch_op.create_index("ix_sitrep_whistle", ["whistle", "ordinal"], unique=False)

    op.create_table(
        "task_order",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("whistle", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("given_at", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.Integer(), nullable=True),
        sa.Column("done_at", sa.Integer(), nullable=True),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_task_order")),
    )
    with op.batch_alter_table("task_order", schema=None) as batch_op:
        batch_op.create_index("ix_task_order_whistle", ["whistle", "given_at"], unique=False)

    op.create_table(
        "whistle",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("blown_at", sa.Integer(), nullable=False),
        sa.Column("stood_down_at", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_whistle")),
    )
    with op.batch_alter_table("whistle", schema=None) as batch_op:
        batch_op.create_index("ix_whistle_blown", ["blown_at"], unique=False)
        batch_op.create_index("ix_whistle_number", ["number"], unique=False)

    op.create_table(
        "private",
        sa.Column("node", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["node", "seq"], ["event.node", "event.seq"], name=op.f("fk_private_node_seq")),
        sa.PrimaryKeyConstraint("node", "seq", name=op.f("pk_private")),
    )
    for table, verb in (
        ("event", "UPDATE"),
        ("event", "DELETE"),
        ("private", "UPDATE"),
        ("fork", "UPDATE"),
        ("fork", "DELETE"),
    ):
        op.execute(_APPEND_ONLY.format(table=table, verb=verb))
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5(words, content='', contentless_delete=1, tokenize='ascii')"
    )
