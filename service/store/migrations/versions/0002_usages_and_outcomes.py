"""What does the second schema add? What evaluations used, what they found in the archive, and projected outcomes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_REFUSE = """
CREATE TRIGGER usage_refuses_{action} BEFORE {action} ON usage
BEGIN SELECT RAISE(ABORT, 'a stored usage never changes'); END
"""


def upgrade() -> None:
    """Add the tables, and the indexes by which evaluations are listed."""
    findings = sa.Column("archive_findings", sa.String(), nullable=False, server_default="[]")
    op.add_column("evaluation", findings)
    op.create_index("evaluation_by_time", "evaluation", ["organization", "create_time", "name"])
    op.create_index("evaluation_by_date", "evaluation", ["organization", "as_of_date", "name"])
    op.create_table(
        "usage",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("value_digest", sa.String(), nullable=False),
        sa.Column("organization", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("evaluation", "value_digest"),
    )
    op.create_index("usage_by_value", "usage", ["organization", "value_digest", "subject", "period"])
    for action in ("UPDATE", "DELETE"):
        op.execute(_REFUSE.format(action=action))
    op.create_table(
        "outcome",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("points_low", sa.String(), nullable=True),
        sa.Column("points_high", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("evaluation", "criterion"),
    )
    op.create_index("outcome_by_criterion", "outcome", ["criterion", "outcome"])
    op.create_table(
        "projected",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("evaluation"),
    )


def downgrade() -> None:
    """Refuse: what evaluations found in the archive would be lost."""
    raise NotImplementedError("evaluations are kept; restore a backup instead")
