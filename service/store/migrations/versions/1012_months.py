"""Archived months; on PostgreSQL, partitions of evaluations by month.

The table of existing evaluations becomes the partition of all months up to the present one, without a copy. In an empty
store, the present month has a partition of its own. Names with another form than a UUID of this time belong to the
default partition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import op
from sqlalchemy import text

from service.store.schema_migration import create_tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

revision = "1012"
down_revision = "1011"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE archived_month (
    month VARCHAR NOT NULL, begins VARCHAR NOT NULL, ends VARCHAR NOT NULL, archive VARCHAR NOT NULL,
    evaluations BIGINT NOT NULL, records VARCHAR NOT NULL, file_digest VARCHAR NOT NULL, PRIMARY KEY (month)
);
CREATE TABLE archived_finding (
    evaluation VARCHAR NOT NULL, organization VARCHAR NOT NULL, archive_findings VARCHAR NOT NULL,
    PRIMARY KEY (evaluation)
);
"""
_VIEWS = text(
    "SELECT viewname, definition FROM pg_views"
    " WHERE schemaname = current_schema() AND viewname LIKE 'bi\\_%' ORDER BY viewname"
)
_ENDS = (
    "SELECT overlay(lpad(to_hex(cast(1000 * extract(epoch FROM date_trunc('month', now() AT TIME ZONE 'UTC')"
    " + CASE WHEN EXISTS (SELECT 1 FROM evaluation_earlier) THEN interval '1 month' ELSE interval '0' END) AS bigint)),"
    " 12, '0') placing '-' FROM 9 FOR 0)"
)
_PREPARE = """
ALTER TABLE evaluation RENAME TO evaluation_earlier;
ALTER TABLE evaluation_earlier DROP CONSTRAINT evaluation_request;
ALTER INDEX evaluation_pkey RENAME TO evaluation_earlier_pkey;
ALTER INDEX evaluation_with_findings RENAME TO evaluation_earlier_with_findings;
DROP TRIGGER "evaluation_refuses_update" ON evaluation_earlier;
DROP TRIGGER "evaluation_refuses_delete" ON evaluation_earlier;
CREATE TABLE evaluation (LIKE evaluation_earlier INCLUDING DEFAULTS) PARTITION BY RANGE (right(name, 36));
CREATE INDEX evaluation_with_findings ON evaluation (organization, name) WHERE archive_findings <> '[]';
CREATE TABLE evaluation_other PARTITION OF evaluation (PRIMARY KEY (name)) DEFAULT;
ALTER TABLE record_figures RENAME TO record_figures_earlier;
ALTER INDEX record_figures_pkey RENAME TO record_figures_earlier_pkey;
CREATE TABLE record_figures (LIKE record_figures_earlier INCLUDING DEFAULTS) PARTITION BY RANGE (right(evaluation, 36));
CREATE TABLE record_figures_other PARTITION OF record_figures (PRIMARY KEY (evaluation, list, record)) DEFAULT;
CREATE TABLE evaluated_request AS SELECT organization, request_id, name AS evaluation FROM evaluation_earlier;
ALTER TABLE evaluated_request ADD PRIMARY KEY (organization, request_id);
ALTER TABLE evaluated_request ALTER COLUMN evaluation SET NOT NULL
"""
_MOVE = "WITH moved AS (DELETE FROM {table}_earlier WHERE right({name}, 36) >= '{ends}' RETURNING *)"
_TRIGGERS = """
CREATE FUNCTION evaluation_keeps_request() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
    INSERT INTO evaluated_request VALUES (NEW.organization, NEW.request_id, NEW.name) ON CONFLICT DO NOTHING;
    IF NOT FOUND AND NOT EXISTS (SELECT 1 FROM evaluated_request WHERE organization = NEW.organization
            AND request_id = NEW.request_id AND evaluation = NEW.name) THEN
        RAISE EXCEPTION 'a request has one evaluation' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END$$;
CREATE OR REPLACE FUNCTION "evaluation_refuses_delete"() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
    IF EXISTS (SELECT 1 FROM erased_request WHERE evaluation = OLD.name) THEN
        DELETE FROM evaluated_request WHERE organization = OLD.organization AND request_id = OLD.request_id;
        RETURN OLD;
    END IF;
    IF EXISTS (SELECT 1 FROM archived_month WHERE right(OLD.name, 36) >= begins AND right(OLD.name, 36) < ends) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'a stored evaluation never changes' USING ERRCODE = 'restrict_violation';
END$$;
CREATE TRIGGER evaluation_keeps_request AFTER INSERT ON evaluation
    FOR EACH ROW EXECUTE FUNCTION evaluation_keeps_request();
CREATE TRIGGER "evaluation_refuses_update" BEFORE UPDATE ON evaluation
    FOR EACH ROW EXECUTE FUNCTION "evaluation_refuses_update"();
CREATE TRIGGER "evaluation_refuses_delete" BEFORE DELETE ON evaluation
    FOR EACH ROW EXECUTE FUNCTION "evaluation_refuses_delete"()
"""
_END_OF_STATEMENT = ";\n"


def upgrade() -> None:
    """Create the tables; on PostgreSQL, convert the tables of evaluations and of record figures."""
    create_tables(_TABLES, {})
    if op.get_bind().dialect.name == "postgresql":
        _partition(op.get_bind())


def _partition(connection: Connection) -> None:
    views = connection.execute(_VIEWS).all()
    for statement in _PREPARE.strip().split(_END_OF_STATEMENT):
        connection.exec_driver_sql(statement)
    ends = connection.exec_driver_sql(_ENDS).scalar_one()
    for table, name in (("evaluation", "name"), ("record_figures", "evaluation")):
        moved = _MOVE.format(table=table, name=name, ends=ends)
        connection.exec_driver_sql(f"{moved} INSERT INTO {table}_other SELECT * FROM moved")  # noqa: S608 -- ours
        attaching = f"ALTER TABLE {table} ATTACH PARTITION {table}_earlier FOR VALUES FROM (MINVALUE) TO ('{ends}')"
        connection.exec_driver_sql(attaching)
    for statement in _TRIGGERS.strip().split(";\nCREATE "):
        connection.exec_driver_sql(statement if statement.startswith("CREATE") else f"CREATE {statement}")
    for name, definition in views:
        connection.exec_driver_sql(f"CREATE OR REPLACE VIEW {name} AS {definition}")
