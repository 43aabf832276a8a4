"""Schema 24: expiry of the first password of an invited account."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; accounts that are there were made with a password that stays."""
    op.add_column("account", sa.Column("first_until", text(), nullable=True))


def downgrade() -> None:
    """Take it away again: a first password then stays."""
    op.drop_column("account", "first_until")
