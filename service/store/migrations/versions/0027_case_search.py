"""Schema 27: cases by the evidence in their dossiers, and counts of cases by state and profile."""

import json
import unicodedata
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_NAMES = ("content_digest", "evidence_id", "kind", "issuer")
_DOSSIERS = sa.text("SELECT organization, id, document FROM case_document WHERE kind = 'dossiers'")
_LABEL = sa.text("INSERT INTO case_label VALUES (:organization, 'evidence', :label, :id)")
_LONGEST = 200
"""How much of a text stands in the index."""
_MOST = 10_000
"""So many labels are written at once."""


def _label(written: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", written).casefold())
    return "".join(character for character in folded if unicodedata.category(character)[0] not in "CPZ")


def _labels(connection: sa.Connection) -> Iterator[tuple[str, str, str]]:
    for organization, id, document in connection.execute(_DOSSIERS):
        for evidence in json.loads(document)["content"].get("evidence", ()):
            for label in map(_label, (evidence.get(name, "") for name in _NAMES)):
                if label:
                    yield organization, label[:_LONGEST], id


def upgrade() -> None:
    """Find cases by the evidence in every revision of their dossiers, and count cases by an index alone."""
    op.create_index("certification_case_by_profile", "certification_case", ["organization", "state", "profile"])
    connection = op.get_bind()
    labels = sorted(set(_labels(connection)))
    for first in range(0, len(labels), _MOST):
        rows = [
            {"organization": organization, "label": label, "id": id}
            for organization, label, id in labels[first : first + _MOST]
        ]
        connection.execute(_LABEL, rows)


def downgrade() -> None:
    """Take both away again."""
    op.execute("DELETE FROM case_label WHERE kind = 'evidence'")
    op.drop_index("certification_case_by_profile", "certification_case")
