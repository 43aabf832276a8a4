"""Schema migration by Alembic, which only this module and the migrations load."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

from alembic import command, op
from alembic.config import Config

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sqlalchemy import Connection

    from service.store.database import Schema

_TYPES = {
    "sqlite": {"BIGSERIAL": "INTEGER", "SERIAL": "INTEGER", "BIGINT_ROWID": "INTEGER"},
    "postgresql": {"VARCHAR": 'VARCHAR COLLATE "C"', "BLOB": "BYTEA", "BIGINT_ROWID": "BIGINT", " WITHOUT ROWID": ""},
}
"""PostgreSQL compares bytewise in any locale; SQLite numbers integer keys itself."""


def upgrade(connection: Connection, environment: Path, schema: Schema, revision: str = "head") -> None:
    """Run the pending migrations of a schema up to a revision, in the Alembic environment of a folder."""
    config = Config(stdout=StringIO())  # the default stream is bound at import
    config.set_main_option("script_location", str(environment))
    config.set_main_option("version_locations", str(schema.folder))
    config.set_main_option("path_separator", "newline")
    config.attributes.update(connection=connection, version_table=schema.version_table)
    command.upgrade(config, revision)


def create_tables(statements: str, append_only: Mapping[str, str]) -> None:
    """Create tables and indexes; rows of `append_only` tables cannot be changed, for the reason given."""
    types = _TYPES[op.get_bind().dialect.name]
    translated = re.sub(rf"(?<!\w)(?:{'|'.join(types)})(?!\w)", lambda matched: types[matched[0]], statements)
    for statement in translated.strip().split(";\n"):
        op.execute(statement)
    for table, message in append_only.items():
        refuse_changes(table, message)


def refuse_changes(table: str, message: str, *, update: str = "", delete: str = "") -> None:
    """Reject changes unless a condition on NEW and OLD is true."""
    for action, allowed, row in (("UPDATE", update, "NEW"), ("DELETE", delete, "OLD")):
        name = f"{table}_refuses_{action}"
        head = f"CREATE TRIGGER {name} BEFORE {action} ON {table}"
        if op.get_bind().dialect.name == "sqlite":
            unless = f" WHEN NOT ({allowed})" if allowed else ""
            op.execute(f"{head}{unless} BEGIN SELECT RAISE(ABORT, '{message}'); END")
            continue
        unless = f"IF {allowed} THEN RETURN {row}; END IF; " if allowed else ""
        body = f"BEGIN {unless}RAISE EXCEPTION '{message}' USING ERRCODE = 'restrict_violation'; END"
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$")
        op.execute(f"{head} FOR EACH ROW EXECUTE FUNCTION {name}()")
