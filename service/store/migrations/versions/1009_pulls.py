"""Scheduled pulls: the state of each, and the files that were taken or refused."""

from service.store.schema_migration import create_tables

revision = "1009"
down_revision = "1007"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE pull_state (
    name VARCHAR NOT NULL, organization VARCHAR NOT NULL, selection VARCHAR NOT NULL, tag VARCHAR NOT NULL,
    digest VARCHAR NOT NULL, check_time VARCHAR NOT NULL, success_time VARCHAR NOT NULL, take_time VARCHAR NOT NULL,
    next_time VARCHAR NOT NULL, failures INTEGER NOT NULL, problem VARCHAR NOT NULL, PRIMARY KEY (name)
);
CREATE TABLE pull_run (
    name VARCHAR NOT NULL, number INTEGER NOT NULL, state VARCHAR NOT NULL, begin_time VARCHAR NOT NULL,
    end_time VARCHAR NOT NULL, as_of_date VARCHAR NOT NULL, digest VARCHAR NOT NULL, size INTEGER NOT NULL,
    mapping VARCHAR NOT NULL, mapping_revision INTEGER NOT NULL, result VARCHAR NOT NULL,
    evaluations INTEGER NOT NULL, problem VARCHAR NOT NULL, content BLOB NOT NULL, PRIMARY KEY (name, number)
);
"""


def upgrade() -> None:
    """Create the tables; no files were fetched before."""
    create_tables(_TABLES, {})
