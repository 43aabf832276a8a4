"""Schema 22: reminders sent about due items of cases."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_KEY = ("case_name", "item", "kind", "due_date", "stage")


def upgrade() -> None:
    """Add the table, and find what is due in all organisations by its day."""
    columns = (sa.Column(name, text(), nullable=False) for name in _KEY)
    op.create_table("case_reminder", *columns, sa.PrimaryKeyConstraint(*_KEY))
    op.create_index("case_due_by_day_alone", "case_due", ["due_date"])


def downgrade() -> None:
    """Take it away again; what is due is told once more."""
    op.drop_index("case_due_by_day_alone", "case_due")
    op.drop_table("case_reminder")
