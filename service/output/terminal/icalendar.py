"""iCalendar writer (RFC 5545): all-day events from dated entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol


class DatedEntry(Protocol):
    """Something that has a day."""

    @property
    def day(self) -> date:
        """The day."""
        ...

    @property
    def kind(self) -> str:
        """Of which kind it is."""
        ...

    @property
    def name(self) -> str:
        """What it is about."""
        ...

    @property
    def text(self) -> str:
        """What it says."""
        ...

    @property
    def time(self) -> str:
        """The instant from which it is known, `2026-01-01T00:00:00Z`."""
        ...

    @property
    def uid(self) -> str:
        """The id that it keeps when its day moves."""
        ...


_LONGEST = 75
"""How many octets a line has at most, without its end (RFC 5545, section 3.1)."""
_SPECIAL = re.compile(r"[\\;,]")
_PRODUCT = "-//Touchstone//Calendar//EN"


def write_icalendar(entries: Sequence[DatedEntry], language: str) -> bytes:
    """Write entries as one calendar of events that last all day and keep nobody busy."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN")
    events = (line for entry in entries for line in _event(entry, language))
    return b"".join(_folded(line) for line in (*head, *events, "END:VCALENDAR"))


def _event(entry: DatedEntry, language: str) -> Iterator[str]:
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
