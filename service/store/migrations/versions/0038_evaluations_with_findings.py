"""Schema 38: an index of the evaluations in which the archive found something, for totals over all results."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

_NAME, _CONDITION = "evaluation_with_findings", sa.text("archive_findings <> '[]'")


def upgrade() -> None:
    """Add the index."""
    op.create_index(_NAME, "evaluation", ["organization", "name"], sqlite_where=_CONDITION, postgresql_where=_CONDITION)


def downgrade() -> None:
    """Drop the index."""
    op.drop_index(_NAME, table_name="evaluation")
