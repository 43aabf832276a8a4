"""How does a calendar read, for people and for programs?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts.messages import told
from rules.contracts.toml_files import wording
from rules.contracts.typesetting import typeset
from service.answering.terminal.columns import columns_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.calendar.entries import Entry, Span

words = wording(__name__)


def sentence(entry: Entry, language: str) -> str:
    """Say what a day brings."""
    said = words(language)
    text = said[entry.kind].format(**{name: told(value, language) for name, value in entry.slots.items()})
    return typeset(said["overdue"].format(text=text) if entry.overdue else text, language)


def calendar_text(entries: Sequence[Entry], span: Span, language: str) -> str:
    """Write a calendar for people, a line for each entry."""
    said = words(language)
    if not entries:
        last = said["without_end"] if span.last is None else span.last
        return typeset(said["none"].format(first=span.first, last=last), language)
    rows = [(entry.day.isoformat(), sentence(entry, language)) for entry in entries]
    return columns_text(tuple(said["heads"]), rows)


def calendar_document(entries: Sequence[Entry], span: Span, language: str) -> dict[str, Any]:
    """Give a calendar for programs."""
    return {
        "firstDate": span.first.isoformat(),
        "lastDate": None if span.last is None else span.last.isoformat(),
        "entries": [
            {
                "date": entry.day.isoformat(),
                "kind": f"KIND_{entry.kind.name}",
                "name": entry.name,
                "text": sentence(entry, language),
                "overdue": entry.overdue,
                "knownTime": entry.time,
                "uid": entry.uid,
            }
            for entry in entries
        ],
    }
