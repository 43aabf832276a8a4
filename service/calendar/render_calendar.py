"""Renderer of calendar entries: sentence, table and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from rules.contracts import in_language, typeset, wording_loader
from service.output.terminal.columns import columns_text

if TYPE_CHECKING:
    from service.calendar.entries import CalendarSpan, Entry


words = wording_loader(__name__)


@dataclass(frozen=True, slots=True)
class LocalizedEntry:
    """Calendar entry with its text in one language."""

    day: date
    kind: str
    name: str
    text: str
    overdue: bool
    time: str
    uid: str


def localize_entry(entry: Entry, language: str) -> LocalizedEntry:
    """Return an entry in one language."""
    text = entry_sentence(entry, language)
    return LocalizedEntry(entry.day, entry.kind.name, entry.name, text, entry.overdue, entry.time, entry.uid)


def entry_sentence(entry: Entry, language: str) -> str:
    """Return the sentence that describes an entry."""
    templates = words(language)
    text = templates[entry.kind].format(**{name: in_language(value, language) for name, value in entry.slots.items()})
    return typeset(templates["overdue"].format(text=text) if entry.overdue else text, language)


def calendar_text(entries: Sequence[LocalizedEntry], span: CalendarSpan, language: str) -> str:
    """Render a calendar as text, one line per entry."""
    templates = words(language)
    if not entries:
        last = templates["without_end"] if span.last is None else span.last
        return typeset(templates["none"].format(first=span.first, last=last), language)
    rows = [(entry.day.isoformat(), entry.text) for entry in entries]
    return columns_text(tuple(templates["heads"]), rows)


def calendar_document(entries: Sequence[LocalizedEntry], span: CalendarSpan) -> dict[str, Any]:
    """Return a calendar as a JSON document."""
    return {
        "firstDate": span.first.isoformat(),
        "lastDate": None if span.last is None else span.last.isoformat(),
        "entries": [
            {
                "date": entry.day.isoformat(),
                "kind": f"KIND_{entry.kind}",
                "name": entry.name,
                "text": entry.text,
                "overdue": entry.overdue,
                "knownTime": entry.time,
                "uid": entry.uid,
            }
            for entry in entries
        ],
    }
