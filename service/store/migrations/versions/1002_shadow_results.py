"""Comparisons of real results with the results of candidate versions."""

from service.store.schema_migration import create_tables

revision = "1002"
down_revision = "1001"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE shadow_result (
    name VARCHAR NOT NULL, organization VARCHAR NOT NULL, evaluation VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    sample_digest VARCHAR NOT NULL, scorecard_version VARCHAR NOT NULL, candidate VARCHAR NOT NULL,
    candidate_digest VARCHAR NOT NULL, as_of_date VARCHAR NOT NULL, create_time VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL, parts VARCHAR NOT NULL, "before" VARCHAR NOT NULL, "after" VARCHAR NOT NULL,
    criteria VARCHAR NOT NULL, results VARCHAR NOT NULL, problem VARCHAR NOT NULL, PRIMARY KEY (name)
);
CREATE INDEX shadow_result_by_time ON shadow_result (organization, create_time, name);
CREATE INDEX shadow_result_by_candidate ON shadow_result (organization, candidate, create_time, name);
CREATE INDEX shadow_result_by_evaluation ON shadow_result (evaluation);
"""


def upgrade() -> None:
    """Create the table; no earlier requests were compared."""
    create_tables(_TABLES, {})
