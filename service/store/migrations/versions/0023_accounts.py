"""Schema 23: local accounts of the workbench, and its sessions."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both tables."""
    op.create_table(
        "account",
        *(sa.Column(name, text(), nullable=False) for name in ("name", "password_hash", "organization", "roles")),
        sa.Column("create_time", text(), nullable=False),
        sa.Column("end_time", text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failure_time", text(), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    columns = ("digest", "kind", "holder", "organization", "roles", "create_time", "use_time")
    op.create_table(
        "session",
        *(sa.Column(name, text(), nullable=False) for name in columns),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("session_by_holder", "session", ["kind", "holder"])


def downgrade() -> None:
    """Take them away again: accounts have to be made anew."""
    op.drop_table("session")
    op.drop_table("account")
