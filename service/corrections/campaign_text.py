"""How do a campaign and its results read on a terminal, and as separated values?"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from rules.contracts.messages import listed
from rules.contracts.toml_files import wording
from service.answering.terminal.concluded import concluded
from service.answering.terminal.json_form import plain_message
from service.corrections.messages import DISPOSITIONS
from touchstone.v1 import correction_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.gazette.versions import Gazette

words = wording(__name__)

_COLUMNS = (
    "evaluation", "subject", "scorecard_version", "as_of_date", "state", "before", "after", "after_scorecard_version",
    "criterion_ids", "problem", "disposition", "disposition_reason", "person", "dispose_time", "double_use_count",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet program takes a text for a formula."""


def progress_text(answer: correction_service_pb2.Campaign, language: str) -> str:
    """Say in a line how far a campaign is."""
    spoken = words(language)
    decided = listed(
        (
            spoken["decided"].format(what=spoken["dispositions"][DISPOSITIONS[one.disposition]], count=one.count)
            for one in answer.disposition_counts
        ),
        language,
    )
    line: str = spoken["progress"].format(
        name=answer.name,
        affected=answer.affected_count,
        pending=answer.pending_count,
        same=answer.same_count,
        changed=answer.changed_count,
        failed=answer.failed_count,
        decided=decided or spoken["nothing_decided"],
    )
    return line


def item_row(item: correction_service_pb2.CampaignItem, gazette: Gazette, language: str) -> tuple[str, ...]:
    """Write a result as a row of a table."""
    spoken = words(language)
    state = correction_service_pb2.CampaignItem.State.Name(item.state).removeprefix("STATE_").lower()
    version = item.after_scorecard_version
    after = concluded(item.after, version, gazette, language) if item.HasField("after") else item.problem
    decided = DISPOSITIONS.get(item.disposition)
    return (
        item.evaluation,
        item.subject.rpartition("/")[2],
        concluded(item.before, item.scorecard_version, gazette, language),
        spoken["states"][state],
        after,
        listed(item.criterion_ids, language),
        "" if decided is None else spoken["dispositions"][decided],
        item.person,
    )


def items_csv(items: Sequence[correction_service_pb2.CampaignItem]) -> str:
    """Write the results as separated values; what begins like a formula is told to be text."""
    written = StringIO()
    writer = csv.writer(written)  # whose lines end as in RFC 4180, so that a text with either character is quoted
    writer.writerow(_COLUMNS)
    for item in items:
        plain = plain_message(item)
        cells = (plain.get(name, "") for name in map(_camel, _COLUMNS))
        writer.writerow([_safe(_cell(cell)) for cell in cells])
    return written.getvalue()


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values())
    return " ".join(value) if isinstance(value, list) else str(value)


def _safe(text: str) -> str:
    return f"'{text}" if text[:1] in _FORMULA else text
