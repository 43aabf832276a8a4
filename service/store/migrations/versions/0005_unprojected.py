"""Schema 5: a list of what is not projected yet, in place of all that is."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Replace the table: what is missing is found at once, in any archive and by any of several servers."""
    op.create_table(
        "unprojected",
        sa.Column("evaluation", text(), nullable=False),
        sa.PrimaryKeyConstraint("evaluation"),
    )
    op.execute(
        "INSERT INTO unprojected SELECT name FROM evaluation WHERE name NOT IN (SELECT evaluation FROM projected)"
    )
    op.drop_table("projected")


def downgrade() -> None:
    """Refuse: evaluations are kept; restore a backup instead."""
    raise NotImplementedError("evaluations are kept; restore a backup instead")
