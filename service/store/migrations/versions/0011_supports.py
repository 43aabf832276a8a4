"""Schema 11: the dependencies of each evaluation, for where-used queries."""

import sqlalchemy as sa
from alembic import op

from service.store.result_dependencies import add_stored_supports
from service.store.schema_forms import text

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, and fill them from the stored records, some at a time."""
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
    last = add_stored_supports(op.get_bind(), "")
    while last:
        last = add_stored_supports(op.get_bind(), last)


def downgrade() -> None:
    """Take them away again: the records say it all."""
    op.drop_table("supporting_value")
    op.drop_table("support")
