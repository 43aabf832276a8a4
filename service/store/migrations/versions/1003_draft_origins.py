"""Origin of a draft revision: the revision that it was copied from or merged with."""

from service.store.schema_migration import create_tables

revision = "1003"
down_revision = "1002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; earlier revisions have no origin."""
    create_tables("ALTER TABLE draft_revision ADD COLUMN origin VARCHAR NOT NULL DEFAULT ''", {})
