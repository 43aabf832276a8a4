"""Schema 37: the years and assumed figures with which a ledger of goods is priced."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; ledgers of before are priced with the usual years and nothing assumed."""
    op.add_column("goods_ledger", sa.Column("pricing", text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("goods_ledger", "pricing")
