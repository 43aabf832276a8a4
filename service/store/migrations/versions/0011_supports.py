"""Schema 11: the dependencies of each evaluation, for where-used queries."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; they are filled when all is projected again, as later migrations have it."""
    op.create_table(
        "support",
        sa.Column("support", sa.LargeBinary(), nullable=False),
        sa.Column("evaluation", text(), nullable=False),
        sa.PrimaryKeyConstraint("support", "evaluation"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "supporting_value",
        sa.Column("support", sa.LargeBinary(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("evaluation", text(), nullable=False),
        sa.PrimaryKeyConstraint("support", "value", "evaluation"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take them away again: the records say it all."""
    op.drop_table("supporting_value")
    op.drop_table("support")
