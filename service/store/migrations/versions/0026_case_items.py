"""Schema 26: items of all cases by kind and state."""

from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Find findings, certificates and the like without reading every case."""
    op.create_index("case_item_by_kind", "case_item", ["kind", "case_name", "number"])
    op.create_index("case_item_by_state", "case_item", ["kind", "state", "case_name", "number"])


def downgrade() -> None:
    """Take the indexes away again."""
    op.drop_index("case_item_by_state", "case_item")
    op.drop_index("case_item_by_kind", "case_item")
