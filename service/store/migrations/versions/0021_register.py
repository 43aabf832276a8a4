"""Schema 21: an index of the register of certificates."""

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_KEY = ("organization", "label", "number")
_COLUMNS = (
    *_KEY, "case_name", "item", "profile", "result", "region_code", "state", "first_date", "last_date",
)  # fmt: skip
_NARROWING = ("profile", "result", "region_code", "state")
_CERTIFICATES = (
    "SELECT c.organization, c.name, c.profile, i.number, i.state, i.content FROM case_item i"
    " JOIN certification_case c ON c.name = i.case_name WHERE i.kind = 'certificates'"
)
_CLIENTS = "SELECT organization, id, document FROM case_document WHERE kind = 'clients'"
_ENTRY = sa.text(f"INSERT INTO register_entry VALUES ({', '.join(f':{name}' for name in _COLUMNS)})")  # noqa: S608 -- ours
_LABEL = sa.text("INSERT INTO case_label VALUES (:organization, 'clients', :label, :id)")


def _label(written: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", written).casefold())
    return "".join(one for one in folded if unicodedata.category(one)[0] not in "CPZ")


def _entries(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    for organization, case, profile, number, state, content in connection.execute(sa.text(_CERTIFICATES)).all():
        said = json.loads(content)
        for label in sorted({_label(said["number"]), _label(said["holder"])}):
            yield {
                "organization": organization, "label": label, "number": said["number"], "case_name": case,
                "item": f"certificates/{number}", "profile": profile, "state": state, "region_code": "",
                **{name: said.get(name, "") for name in ("result", "first_date", "last_date")},
            }  # fmt: skip


def _labels(connection: sa.Connection) -> set[tuple[str, str, str]]:
    found = set()
    for organization, id, document in connection.execute(sa.text(_CLIENTS)).all():
        said = json.loads(document)
        name, registered = _label(said.get("display_name", "")), _label(said.get("registered_id", ""))
        found |= {(organization, label, id) for label in (name, registered) if label}
        found |= {(organization, f"registered:{registered}", id)} if registered else set()
        found |= {(organization, f"merged:{said['merged_into']}", id)} if said.get("merged_into") else set()
    return found


def upgrade() -> None:
    """Add the table, and find certificates and clients by labels without signs."""
    op.create_table(
        "register_entry",
        *(sa.Column(name, text(), nullable=False) for name in _COLUMNS),
        sa.PrimaryKeyConstraint(*_KEY),
    )
    for name in _NARROWING:
        op.create_index(f"register_entry_by_{name}", "register_entry", ["organization", name, "label", "number"])
    op.create_index("register_entry_by_case", "register_entry", ["case_name", "item"])
    connection = op.get_bind()
    for entry in _entries(connection):
        connection.execute(_ENTRY, entry)
    connection.execute(sa.text("DELETE FROM case_label WHERE kind IN ('certificates', 'clients')"))
    for organization, label, id in sorted(_labels(connection)):
        connection.execute(_LABEL, {"organization": organization, "label": label, "id": id})


def downgrade() -> None:
    """Take it away again, and find certificates by their labels."""
    find = "INSERT INTO case_label SELECT organization, 'certificates', label, number FROM register_entry"
    op.execute(find)
    op.drop_table("register_entry")
