"""Mappings of the columns of spreadsheets to facts, by revision."""

from service.store.schema_migration import create_tables

revision = "1006"
down_revision = "1004"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE column_mapping (
    name VARCHAR NOT NULL, revision INTEGER NOT NULL, organization VARCHAR NOT NULL, scorecard VARCHAR NOT NULL,
    client VARCHAR NOT NULL, create_time VARCHAR NOT NULL, content VARCHAR NOT NULL, PRIMARY KEY (name, revision)
);
CREATE INDEX column_mapping_by_organization ON column_mapping (organization, name, revision);
"""


def upgrade() -> None:
    """Create the table; no mappings were stored before."""
    create_tables(_TABLES, {})
