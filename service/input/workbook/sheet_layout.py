"""Sheet layout of workbooks: marks, fixed rows and kinds of sheets.

The first cell is the mark. The second row contains ids, the third labels.
"""

from __future__ import annotations

from enum import StrEnum

ID_ROW = 2
FIRST_ROW = 4
MARK = "touchstone"

SETTINGS = "settings"
EVIDENCE = "evidence"
CHOICES = "choices"
READ_ME = "read-me"
LEVELS = "levels"
VERIFICATION = "verification"
PLACES = "places"

SUBJECT = "subject"
FACT = "fact"
ORGANIZATION = "organization"
ASSESSOR = "assessor"
SCORECARD = "scorecard"
SETTING_PREFIX = "setting."

EVIDENCE_COLUMNS = (
    "evidence_id", "kind", "issuer", "digest", "issue_date", "valid_from", "valid_until", "assurance",
    "uri", "page", "cell", "quote",
)  # fmt: skip
"""Columns, after `subject` and `facts` in multi-subject workbooks."""

FACT_COLUMNS = ("id", "label", "value", "unit", "evidence", "allowed")

PLACE_COLUMNS = ("evidence_page", "evidence_cell", "evidence_quote")

PLACES_COLUMNS = ("fact", "record", "field", "evidence_id", "page", "cell", "quote", "uri")
"""Columns after `subject` on an optional sheet of multi-subject workbooks."""

RATING_COLUMNS = ("rationale", "uri", "page", "quote")

VERIFICATION_COLUMNS = (
    "judgement", "verified_value", "verified_evidence", "method", "reason", "person", "date",
)  # fmt: skip
"""Optional columns, on a separate sheet of multi-subject workbooks."""

LIST_ROW = "verification.row"
"""Column that marks removed and added records; field ids contain no dots."""

SETTING_COLUMNS = ("id", "label", "value", "allowed")


class Layout(StrEnum):
    """Number of subjects of a workbook."""

    ONE = "one"
    MANY = "many"


def facts_mark(layout: Layout) -> str:
    """Return the mark of the facts sheet."""
    return f"facts-{layout.value}"


def records_mark(fact: str) -> str:
    """Return the mark of a list's sheet."""
    return f"records {fact}"
