"""Schema 20: cases with participants, contents, and every step taken."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import may_change, never_changes, text

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_TABLES = {
    "case_document": (
        ("organization", "kind", "id", "revision"),
        ("newest?", "label", "document", "principal", "time"),
    ),
    "case_label": (("organization", "kind", "label", "id"), ()),
    "certification_case": (
        ("name",),
        ("organization", "state", "revision#", "client", "subject", "profile", "profile_revision#", "content",
         "create_time"),
    ),
    "case_item": (("case_name", "kind", "number"), ("state", "content")),
    "case_due": (("case_name", "item", "kind"), ("organization", "due_date")),
    "case_step": (
        ("case_name", "number"),
        ("item", "step", "from_state", "to_state", "function", "person", "account", "principal", "time", "reason",
         "content", "case_digest"),
    ),
    "certificate_number": (("organization", "number"), ("case_name", "item")),
    "certificate_serial": (("organization", "pattern"), ("serial#",)),
}  # fmt: skip
"""The columns of each table: those of its key, and the others; `#` marks whole numbers, `?` flags."""
_TYPES = {"#": sa.Integer(), "?": sa.Boolean()}
_COUNTED = {("case_document", "revision"), ("case_item", "number"), ("case_step", "number")}
_INDEXES = {
    "case_document_by_kind": ("case_document", "organization", "kind", "id"),
    "case_document_by_label": ("case_document", "organization", "kind", "label"),
    "certification_case_by_organization": ("certification_case", "organization", "name"),
    "certification_case_by_state": ("certification_case", "organization", "state", "name"),
    "certification_case_by_client": ("certification_case", "organization", "client", "name"),
    "case_due_by_day": ("case_due", "organization", "due_date", "case_name", "item", "kind"),
}
_FIXED = {
    "case_step": "a step that was taken in a case never changes",
    "certificate_number": "a number that was given is never given again",
}


def _column(table: str, name: str) -> sa.Column[Any]:
    counted = (table, name) in _COUNTED
    kind: Any = sa.Integer() if counted else _TYPES.get(name[-1], text())
    return sa.Column(name.rstrip("#?"), kind, nullable=False, autoincrement=False if counted else "auto")


def upgrade() -> None:
    """Add the tables; steps and numbers never change."""
    for table, (key, others) in _TABLES.items():
        columns = [_column(table, name) for name in (*key, *others)]
        op.create_table(table, *columns, sa.PrimaryKeyConstraint(*key))
    for name, (of, *indexed) in _INDEXES.items():
        op.create_index(name, of, indexed)
    for table, said in _FIXED.items():
        never_changes(table, said)


def downgrade() -> None:
    """Take them away again; that steps were taken stays noted in the log."""
    for table in _FIXED:
        may_change(table)
    for table in reversed(_TABLES):
        op.drop_table(table)
