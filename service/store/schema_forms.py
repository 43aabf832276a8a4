"""How does a migration write what SQLite and PostgreSQL say differently?"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

_BY_BYTES = "C"


def text() -> sa.types.TypeEngine[str]:
    """Give the type of a text that is compared byte by byte, as times, names and tokens of pages are, in any locale."""
    return sa.String().with_variant(sa.String(collation=_BY_BYTES), "postgresql")


def never_changes(table: str, said: str) -> None:
    """Let the database itself refuse to change or delete rows of a table."""
    for action in ("UPDATE", "DELETE"):
        if op.get_bind().dialect.name == "sqlite":
            head = f"CREATE TRIGGER {table}_refuses_{action} BEFORE {action} ON {table}"
            op.execute(f"{head} BEGIN SELECT RAISE(ABORT, '{said}'); END")
            continue
        refusal = f"{table}_refuses_{action}".lower()
        body = f"BEGIN RAISE EXCEPTION '{said}' USING ERRCODE = 'restrict_violation'; END"
        op.execute(f"CREATE FUNCTION {refusal}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$")
        op.execute(f"CREATE TRIGGER {refusal} BEFORE {action} ON {table} FOR EACH ROW EXECUTE FUNCTION {refusal}()")


def drop_unchanging(table: str) -> None:
    """Take away a table that `never_changes` was said of."""
    op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        for action in ("update", "delete"):
            op.execute(f"DROP FUNCTION {table}_refuses_{action}()")
