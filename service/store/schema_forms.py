"""Migration helpers for both dialects: byte-ordered text columns, and triggers that refuse changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

_BY_BYTES = "C"


def text() -> sa.types.TypeEngine[str]:
    """Give the type of a text that is compared byte by byte, as times, names and tokens of pages are, in any locale."""
    return sa.String().with_variant(sa.String(collation=_BY_BYTES), "postgresql")


def never_changes(table: str, message: str) -> None:
    """Let the database itself refuse to change or delete rows of a table."""
    for action in ("UPDATE", "DELETE"):
        if op.get_bind().dialect.name == "sqlite":
            head = f"CREATE TRIGGER {table}_refuses_{action} BEFORE {action} ON {table}"
            op.execute(f"{head} BEGIN SELECT RAISE(ABORT, '{message}'); END")
            continue
        refusal = f"{table}_refuses_{action}".lower()
        body = f"BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'restrict_violation'; END"
        op.execute(f"CREATE FUNCTION {refusal}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$")
        op.execute(f"CREATE TRIGGER {refusal} BEFORE {action} ON {table} FOR EACH ROW EXECUTE FUNCTION {refusal}()")


def changes_only(table: str, message: str, *, update: str, delete: str) -> None:
    """Let the database refuse to change or delete rows of a table but where a condition on NEW and OLD holds."""
    for action, allowed, kept in (("UPDATE", update, "NEW"), ("DELETE", delete, "OLD")):
        if op.get_bind().dialect.name == "sqlite":
            head = f"CREATE TRIGGER {table}_refuses_{action} BEFORE {action} ON {table}"
            op.execute(f"{head} WHEN NOT ({allowed}) BEGIN SELECT RAISE(ABORT, '{message}'); END")
            continue
        refusal = f"{table}_refuses_{action}".lower()
        raised = f"RAISE EXCEPTION '{message}' USING ERRCODE = 'restrict_violation'"
        body = f"BEGIN IF {allowed} THEN RETURN {kept}; END IF; {raised}; END"
        op.execute(f"CREATE FUNCTION {refusal}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$")
        op.execute(f"CREATE TRIGGER {refusal} BEFORE {action} ON {table} FOR EACH ROW EXECUTE FUNCTION {refusal}()")


def may_change(table: str) -> None:
    """Take back what `never_changes` or `changes_only` did."""
    for action in ("UPDATE", "DELETE"):
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"DROP TRIGGER {table}_refuses_{action}")
            continue
        refusal = f"{table}_refuses_{action}".lower()
        op.execute(f"DROP TRIGGER {refusal} ON {table}")
        op.execute(f"DROP FUNCTION {refusal}()")
