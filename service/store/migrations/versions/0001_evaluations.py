"""What does the first schema hold? Evaluations, which are never changed and never deleted."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_REFUSE = """
CREATE TRIGGER evaluation_refuses_{action} BEFORE {action} ON evaluation
BEGIN SELECT RAISE(ABORT, 'a stored evaluation never changes'); END
"""


def upgrade() -> None:
    """Create the table of evaluations, with the triggers that keep it append-only."""
    op.create_table(
        "evaluation",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("organization", sa.String(), nullable=False),
        sa.Column("request_id", sa.String(), nullable=False),
        sa.Column("body_digest", sa.String(), nullable=False),
        sa.Column("create_time", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("scorecard_version", sa.String(), nullable=False),
        sa.Column("as_of_date", sa.String(), nullable=False),
        sa.Column("conclusion_kind", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=True),
        sa.Column("record_digest", sa.String(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("record_key", sa.LargeBinary(), nullable=False),
        sa.Column("software_versions", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sa.UniqueConstraint("organization", "request_id", name="evaluation_request"),
    )
    op.create_index("ix_evaluation_subject", "evaluation", ["subject"])
    op.create_index("ix_evaluation_scorecard_version", "evaluation", ["scorecard_version"])
    for action in ("UPDATE", "DELETE"):
        op.execute(_REFUSE.format(action=action))


def downgrade() -> None:
    """Refuse: dropping the table would delete evaluations."""
    raise NotImplementedError("evaluations are kept; restore a backup instead")
