"""Schema 3: the standing of each evaluation, and the maximum points behind each outcome."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them, and forget what is projected so far: it is projected again with them when the store is next written."""
    op.add_column("outcome", sa.Column("maximum_points", text(), nullable=True))
    op.create_table(
        "standing",
        sa.Column("evaluation", text(), nullable=False),
        sa.Column("organization", text(), nullable=False),
        sa.Column("scorecard_version", text(), nullable=False),
        sa.Column("subject", text(), nullable=False),
        sa.Column("as_of_date", text(), nullable=False),
        sa.Column("conclusion_kind", text(), nullable=False),
        sa.Column("track", text(), nullable=False),
        sa.Column("score_low", text(), nullable=True),
        sa.Column("score_low_open", sa.Boolean(), nullable=False),
        sa.Column("score_high", text(), nullable=True),
        sa.Column("score_high_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("evaluation"),
    )
    order = ["organization", "scorecard_version", "subject", "evaluation"]
    op.create_index("standing_by_version", "standing", order)
    op.execute("DELETE FROM outcome")
    op.execute("DELETE FROM projected")


def downgrade() -> None:
    """Refuse: evaluations are kept; restore a backup instead."""
    raise NotImplementedError("evaluations are kept; restore a backup instead")
