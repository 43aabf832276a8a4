"""Schema 6: callers of evaluations, API keys, and double uses found in any organisation."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and the table; the index of usages begins with the value, whoever used it."""
    op.add_column("evaluation", sa.Column("principal", text(), nullable=False, server_default=""))
    op.create_table(
        "api_key",
        sa.Column("id", text(), nullable=False),
        sa.Column("secret_digest", text(), nullable=False),
        sa.Column("organization", text(), nullable=False),
        sa.Column("roles", text(), nullable=False),
        sa.Column("note", text(), nullable=False),
        sa.Column("create_time", text(), nullable=False),
        sa.Column("expire_time", text(), nullable=False),
        sa.Column("revoke_time", text(), nullable=True),
        sa.Column("last_use_time", text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.drop_index("usage_by_value", "usage")
    op.create_index("usage_by_value", "usage", ["value_digest", "organization", "subject", "period"])


def downgrade() -> None:
    """Take them away again: keys have to be made anew, and who had evaluations made is no longer told."""
    op.drop_index("usage_by_value", "usage")
    op.create_index("usage_by_value", "usage", ["organization", "value_digest", "subject", "period"])
    op.drop_table("api_key")
    op.drop_column("evaluation", "principal")
