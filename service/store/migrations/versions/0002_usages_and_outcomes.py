"""Schema 2: what evaluations used, their findings in the archive, and projected outcomes."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import never_changes, text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, and the indexes by which evaluations are listed."""
    findings = sa.Column("archive_findings", text(), nullable=False, server_default="[]")
    op.add_column("evaluation", findings)
    op.create_index("evaluation_by_time", "evaluation", ["organization", "create_time", "name"])
    op.create_index("evaluation_by_date", "evaluation", ["organization", "as_of_date", "name"])
    op.create_table(
        "usage",
        sa.Column("evaluation", text(), nullable=False),
        sa.Column("value_digest", text(), nullable=False),
        sa.Column("organization", text(), nullable=False),
        sa.Column("kind", text(), nullable=False),
        sa.Column("subject", text(), nullable=False),
        sa.Column("period", text(), nullable=False),
        sa.Column("place", text(), nullable=False),
        sa.PrimaryKeyConstraint("evaluation", "value_digest"),
    )
    op.create_index("usage_by_value", "usage", ["organization", "value_digest", "subject", "period"])
    never_changes("usage", "a stored usage never changes")
    op.create_table(
        "outcome",
        sa.Column("evaluation", text(), nullable=False),
        sa.Column("criterion", text(), nullable=False),
        sa.Column("kind", text(), nullable=False),
        sa.Column("outcome", text(), nullable=False),
        sa.Column("points_low", text(), nullable=True),
        sa.Column("points_high", text(), nullable=True),
        sa.PrimaryKeyConstraint("evaluation", "criterion"),
    )
    op.create_index("outcome_by_criterion", "outcome", ["criterion", "outcome"])
    op.create_table(
        "projected",
        sa.Column("evaluation", text(), nullable=False),
        sa.PrimaryKeyConstraint("evaluation"),
    )


def downgrade() -> None:
    """Refuse: what evaluations found in the archive would be lost."""
    raise NotImplementedError("evaluations are kept; restore a backup instead")
