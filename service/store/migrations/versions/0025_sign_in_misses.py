"""Twenty-fifth schema: passwords that were missed, by account and address, and browsers from which people signed in."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both tables; what an account missed whoever tried is counted no more."""
    op.create_table(
        "sign_in_miss",
        sa.Column("key", text(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("time", text(), nullable=False),
        sa.Column("expire_time", text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_sign_in_miss_expire_time", "sign_in_miss", ["expire_time"])
    op.create_table(
        "known_browser",
        *(sa.Column(name, text(), nullable=False) for name in ("account", "digest", "time")),
        sa.PrimaryKeyConstraint("account", "digest"),
    )
    op.drop_column("account", "failures")
    op.drop_column("account", "failure_time")


def downgrade() -> None:
    """Count by account alone again, from nothing."""
    op.add_column("account", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("account", sa.Column("failure_time", text(), nullable=True))
    op.drop_table("known_browser")
    op.drop_table("sign_in_miss")
