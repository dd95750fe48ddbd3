"""cases tell their nature, grid, ground, repeats and call-backs"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TEXTS = ("nature", "grid", "ground", "procedure", "merged_into")
_COUNTS = ("collective", "proactive", "repeats", "attachments", "redone", "extended")
_INSTANTS = ("called_back_at", "review_at")


def upgrade() -> None:
    """Widen the table of cases; a rebuild after the migration fills what is new."""
    with op.batch_alter_table("case_row", schema=None) as batch_op:
        for name in _TEXTS:
            batch_op.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        for name in _COUNTS:
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
        for name in _INSTANTS:
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=True))
