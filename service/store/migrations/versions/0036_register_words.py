"""Schema 36: the register finds a certificate by any word of its number and of the name of its holder."""

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

_COLUMNS = (
    "organization", "label", "number", "case_name", "item", "profile", "result", "region_code", "state", "first_date",
    "last_date",
)  # fmt: skip
_CERTIFICATES = (
    "SELECT c.organization, c.name, c.profile, i.number, i.state, i.content FROM case_item i"
    " JOIN certification_case c ON c.name = i.case_name WHERE i.kind = 'certificates'"
)
_ENTRY = sa.text(
    f"INSERT INTO register_entry ({', '.join(_COLUMNS)}) VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"  # noqa: S608 -- ours
)
_LONGEST, _MOST_WORDS = 200, 40


def upgrade() -> None:
    """Write the entries again, one for each word."""
    _rewrite(words=True)


def downgrade() -> None:
    """Write the entries again, one for the number and one for the name."""
    _rewrite(words=False)


def _rewrite(*, words: bool) -> None:
    connection = op.get_bind()
    connection.execute(sa.text("DELETE FROM register_entry"))
    for entry in _entries(connection, words=words):
        connection.execute(_ENTRY, entry)


def _entries(connection: sa.Connection, *, words: bool) -> Iterator[dict[str, Any]]:
    for organization, case, profile, number, state, content in connection.execute(sa.text(_CERTIFICATES)).all():
        known = json.loads(content)
        if not known.get("number"):
            continue
        texts = (known["number"], known["holder"])
        for label in sorted({label for text in texts for label in _labels(text, words=words)}):
            yield {
                "organization": organization, "label": label, "number": known["number"], "case_name": case,
                "item": f"certificates/{number}", "profile": profile, "state": state,
                **{name: known.get(name, "") for name in ("result", "region_code", "first_date", "last_date")},
            }  # fmt: skip


def _labels(text: str, *, words: bool) -> set[str]:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    labels = {_without_signs(folded)}
    if words:
        starts = [place for place in range(len(folded)) if _begins_word(folded, place)][:_MOST_WORDS]
        found = (_without_signs(folded[start:])[:_LONGEST] for start in starts)
        labels |= {label for label in found if len(label) > 1}
    return labels - {""}


def _begins_word(text: str, place: int) -> bool:
    if unicodedata.category(text[place])[0] in "CPZ":
        return False
    before = place == 0 or unicodedata.category(text[place - 1])[0] in "CPZ"
    return before or unicodedata.category(text[place]) == "Lo"


def _without_signs(folded: str) -> str:
    return "".join(one for one in folded if unicodedata.category(one)[0] not in "CPZ")
