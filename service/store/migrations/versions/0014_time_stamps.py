"""Schema 14: time stamps of checkpoints."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import may_change, never_changes, text

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_TABLE = "log_time_stamp"


def upgrade() -> None:
    """Add the table; checkpoints of before are stamped by no authority."""
    op.create_table(
        _TABLE,
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("authority", text(), nullable=False),
        sa.Column("time", text(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("size", "authority"),
    )
    never_changes(_TABLE, "a time stamp never changes")


def downgrade() -> None:
    """Take it away again: bundles that hold a stamp still prove it, the store no more."""
    may_change(_TABLE)
    op.drop_table(_TABLE)
