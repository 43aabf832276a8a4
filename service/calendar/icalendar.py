"""How is a calendar written for calendar programs (iCalendar, RFC 5545)?

The same entries give the same bytes: the time of an event is that from which it is known, never the present one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.calendar.telling import Told

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
