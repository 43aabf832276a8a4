"""Hash blocks of the indexes of supports and uses; earlier entries remain in their tables."""

from service.store.schema_migration import create_tables

revision = "1010"
down_revision = "1009"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE support_block (
    block BIGINT_ROWID NOT NULL, entries BLOB NOT NULL, PRIMARY KEY (block)
);
CREATE TABLE use_block (
    block BIGINT_ROWID NOT NULL, entries BLOB NOT NULL, PRIMARY KEY (block)
);
"""


def upgrade() -> None:
    """Create the tables."""
    create_tables(_TABLES, {})
