"""Stored files that documents of claims name."""

from service.store.schema_migration import create_tables

revision = "1002"
down_revision = "1001"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE claim_file (
    organization VARCHAR NOT NULL, digest VARCHAR NOT NULL, claim VARCHAR NOT NULL,
    PRIMARY KEY (organization, digest, claim)
);
CREATE INDEX claim_file_by_claim ON claim_file (claim);
"""


def upgrade() -> None:
    """Create the table; earlier documents of claims have no files."""
    create_tables(_TABLES, {})
