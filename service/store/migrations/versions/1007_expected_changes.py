"""Expected changes of stored results, and the searches that found them."""

from service.store.schema_migration import create_tables

revision = "1007"
down_revision = "1006"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE expected_change (
    name VARCHAR NOT NULL, organization VARCHAR NOT NULL, evaluation VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    client VARCHAR NOT NULL, case_name VARCHAR NOT NULL, certificate VARCHAR NOT NULL, scorecard VARCHAR NOT NULL,
    from_version VARCHAR NOT NULL, to_version VARCHAR NOT NULL, from_date VARCHAR NOT NULL,
    change_date VARCHAR NOT NULL, "before" VARCHAR NOT NULL, "after" VARCHAR NOT NULL, cause VARCHAR NOT NULL,
    causes VARCHAR NOT NULL, criteria VARCHAR NOT NULL, create_time VARCHAR NOT NULL, close_time VARCHAR NOT NULL,
    close_reason VARCHAR NOT NULL, PRIMARY KEY (name)
);
CREATE INDEX expected_change_by_date ON expected_change (organization, close_time, change_date, name);
CREATE INDEX expected_change_by_client ON expected_change (organization, client, close_time, change_date, name);
CREATE INDEX expected_change_by_evaluation ON expected_change (evaluation);
CREATE TABLE outlook_check (
    evaluation VARCHAR NOT NULL, organization VARCHAR NOT NULL, state VARCHAR NOT NULL, check_time VARCHAR NOT NULL,
    next_date VARCHAR NOT NULL, problem VARCHAR NOT NULL, PRIMARY KEY (evaluation)
);
CREATE INDEX outlook_check_by_organization ON outlook_check (organization, evaluation);
CREATE TABLE outlook_run (
    organization VARCHAR NOT NULL, begin_time VARCHAR NOT NULL, end_time VARCHAR NOT NULL, checked INTEGER NOT NULL,
    failed INTEGER NOT NULL, milliseconds INTEGER NOT NULL, PRIMARY KEY (organization)
);
"""


def upgrade() -> None:
    """Create the tables; the first run fills them."""
    create_tables(_TABLES, {})
