"""How does a calendar read, for people and for programs?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from rules.contracts.messages import told
from rules.contracts.toml_files import wording
from rules.contracts.typesetting import typeset
from service.answering.terminal.columns import columns_text

if TYPE_CHECKING:
    from service.calendar.entries import Entry, Span


_LONGEST = 75
"""How many octets a line has at most, without its end (RFC 5545, section 3.1)."""
_SPECIAL = re.compile(r"[\\;,]")
_PRODUCT = "-//Touchstone//Calendar//EN"


def write_icalendar(entries: Sequence[Told], language: str) -> bytes:
    """Write entries as one calendar of events that last all day and keep nobody busy."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN")
    events = (line for entry in entries for line in _event(entry, language))
    return b"".join(_folded(line) for line in (*head, *events, "END:VCALENDAR"))


def _event(entry: Told, language: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{entry.time.replace('-', '').replace(':', '')}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"SUMMARY;LANGUAGE={language}:{_escaped(entry.text)}"
    yield f"DESCRIPTION:{_escaped(entry.name)}"
    yield f"CATEGORIES:{entry.kind}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    r"""Write a text as a value: `\`, `;` and `,` behind a `\`, ends of lines as `\n` (section 3.3.11)."""
    return "\\n".join(_SPECIAL.sub(r"\\\g<0>", line) for line in text.splitlines())


def _folded(line: str) -> bytes:
    """Break a line where it is too long, never inside a character; what follows begins with a space."""
    parts = [b""]
    for octets in (character.encode() for character in line):
        if len(parts[-1]) + len(octets) > _LONGEST:
            parts.append(b" ")
        parts[-1] += octets
    return b"\r\n".join((*parts, b""))


words = wording(__name__)


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as it is told in one language; the other parts are those of the entry."""

    day: date
    kind: str
    name: str
    text: str
    overdue: bool
    time: str
    uid: str


def told_entry(entry: Entry, language: str) -> Told:
    """Tell an entry."""
    text = sentence(entry, language)
    return Told(entry.day, entry.kind.name, entry.name, text, entry.overdue, entry.time, entry.uid)


def sentence(entry: Entry, language: str) -> str:
    """Say what a day brings."""
    said = words(language)
    text = said[entry.kind].format(**{name: told(value, language) for name, value in entry.slots.items()})
    return typeset(said["overdue"].format(text=text) if entry.overdue else text, language)


def calendar_text(entries: Sequence[Told], span: Span, language: str) -> str:
    """Write a calendar for people, a line for each entry."""
    said = words(language)
    if not entries:
        last = said["without_end"] if span.last is None else span.last
        return typeset(said["none"].format(first=span.first, last=last), language)
    rows = [(entry.day.isoformat(), entry.text) for entry in entries]
    return columns_text(tuple(said["heads"]), rows)


def calendar_document(entries: Sequence[Told], span: Span) -> dict[str, Any]:
    """Give a calendar for programs."""
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
