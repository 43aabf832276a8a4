"""Dictionaries of stored records, found by digest."""

from service.store.schema_migration import create_tables

revision = "1011"
down_revision = "1010"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE record_dictionary (
    name BLOB NOT NULL, content BLOB NOT NULL, PRIMARY KEY (name)
);
"""
_APPEND_ONLY = {"record_dictionary": "stored records need their dictionaries"}


def upgrade() -> None:
    """Create the table; records stored before have no dictionary."""
    create_tables(_TABLES, _APPEND_ONLY)
