"""Schema 28: what is due in cases by its kind and day, such as certificates that run out."""

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_NAME, _TABLE = "case_due_by_kind", "case_due"


def upgrade() -> None:
    """Find what is due of a kind without looking through all that is due."""
    op.create_index(_NAME, _TABLE, ["organization", "kind", "due_date", "case_name", "item"])


def downgrade() -> None:
    """Look through all that is due."""
    op.drop_index(_NAME, _TABLE)
