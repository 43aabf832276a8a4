"""Sheet layout of workbooks: machine-readable marks, fixed rows, and the kinds of sheets.

The first cell is the mark of a sheet, the second row holds ids, the third words; what is filled in begins below.
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
"""The columns of the evidence sheet; with many subjects `subject` and `facts` go before them."""

FACT_COLUMNS = ("id", "label", "value", "unit", "evidence", "allowed")
"""The columns of the facts sheet of one subject."""

PLACE_COLUMNS = ("evidence_page", "evidence_cell", "evidence_quote")
"""The location of the fact of a row in its evidence. These columns may be deleted."""

PLACES_COLUMNS = ("fact", "record", "field", "evidence_id", "page", "cell", "quote", "uri")
"""With many subjects, where a fact, or a field of one of its records, stands in one item of its evidence.

They are on a sheet of their own, which may be deleted, with `subject` before them.
"""

RATING_COLUMNS = ("rationale", "uri", "page", "quote")
"""What stands beside a value that an assessor rates: why, and the place in a document that it rests on."""

VERIFICATION_COLUMNS = (
    "judgement", "verified_value", "verified_evidence", "method", "reason", "person", "date",
)  # fmt: skip
"""The assessor's judgement of a value: next to it for one subject, on a sheet of its own for many.

These columns, and that sheet, may be deleted.
"""

LIST_ROW = "verification.row"
"""The column of a list in which the assessor strikes out a record or puts one in; no field has a dot in its id."""

SETTING_COLUMNS = ("id", "label", "value", "allowed")
"""The columns of the settings sheet."""


class Layout(StrEnum):
    """How many subjects a workbook is about."""

    ONE = "one"
    MANY = "many"


def facts_mark(layout: Layout) -> str:
    """Name the kind of the facts sheet."""
    return f"facts-{layout.value}"


def records_mark(fact: str) -> str:
    """Name the kind of the sheet of a list of records."""
    return f"records {fact}"
