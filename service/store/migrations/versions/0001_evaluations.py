"""Schema 1: evaluations, which are never changed and never deleted."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import never_changes, text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table of evaluations, with the triggers that keep it append-only."""
    op.create_table(
        "evaluation",
        sa.Column("name", text(), nullable=False),
        sa.Column("organization", text(), nullable=False),
        sa.Column("request_id", text(), nullable=False),
        sa.Column("body_digest", text(), nullable=False),
        sa.Column("create_time", text(), nullable=False),
        sa.Column("subject", text(), nullable=False),
        sa.Column("scorecard_version", text(), nullable=False),
        sa.Column("as_of_date", text(), nullable=False),
        sa.Column("conclusion_kind", text(), nullable=False),
        sa.Column("grade", text(), nullable=True),
        sa.Column("record_digest", text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("record_key", sa.LargeBinary(), nullable=False),
        sa.Column("software_versions", text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sa.UniqueConstraint("organization", "request_id", name="evaluation_request"),
    )
    op.create_index("ix_evaluation_subject", "evaluation", ["subject"])
    op.create_index("ix_evaluation_scorecard_version", "evaluation", ["scorecard_version"])
    never_changes("evaluation", "a stored evaluation never changes")


def downgrade() -> None:
    """Refuse: dropping the table would delete evaluations."""
    raise NotImplementedError("evaluations are kept; restore a backup instead")
