"""Schema 8: events in order, the position of each endpoint, and what an endpoint never took."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; they stay empty where no events are sent."""
    op.create_table(
        "event",
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", text(), nullable=False),
        sa.Column("type", text(), nullable=False),
        sa.Column("organization", text(), nullable=False),
        sa.Column("time", text(), nullable=False),
        sa.Column("subject", text(), nullable=False),
        sa.Column("data", text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
        sa.UniqueConstraint("id", name="event_once"),
    )
    op.create_index("event_by_organization", "event", ["organization", "position"])
    op.create_table(
        "endpoint",
        sa.Column("name", text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("retry_time", sa.BigInteger(), nullable=False),
        sa.Column("problem", text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "dead_letter",
        sa.Column("endpoint", text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("time", text(), nullable=False),
        sa.Column("problem", text(), nullable=False),
        sa.PrimaryKeyConstraint("endpoint", "position"),
    )


def downgrade() -> None:
    """Take them away again: what was not delivered yet is not told any more."""
    for table in ("dead_letter", "endpoint", "event"):
        op.drop_table(table)
