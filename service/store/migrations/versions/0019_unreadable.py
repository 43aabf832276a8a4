"""Schema 19: records that could not be read, now or by an earlier software."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_AGAIN = (
    "INSERT INTO unprojected SELECT e.name FROM evaluation e"
    " WHERE NOT EXISTS (SELECT 1 FROM standing s WHERE s.evaluation = e.name)"
    " AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.evaluation = e.name)"
    " AND NOT EXISTS (SELECT 1 FROM unprojected u WHERE u.evaluation = e.name)"
)


def upgrade() -> None:
    """Add the table; what has no projection, such as records of form 1, is read again when the store is opened."""
    name = sa.Column("evaluation", text(), nullable=False)
    op.create_table("unreadable", name, sa.PrimaryKeyConstraint("evaluation"))
    op.execute(_AGAIN)


def downgrade() -> None:
    """Take it away again: which records cannot be read is found by reading them."""
    op.drop_table("unreadable")
