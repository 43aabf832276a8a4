"""iCalendar writer (RFC 5545): all-day events from dated entries, and invitations to them (RFC 5546)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple


class CalendarEvent(NamedTuple):
    """All-day event; `time` is its publication, `uid` survives a change of `day`."""

    day: date
    kind: str
    name: str
    text: str
    time: str
    uid: str


_MAX_LINE_OCTETS = 75
"""RFC 5545, section 3.1."""
_SPECIAL = re.compile(r"[\\;,]")
_PRODUCT = "-//Touchstone//Calendar//EN"


def write_icalendar(entries: Iterable[CalendarEvent], language: str) -> bytes:
    """Return a calendar of all-day events that do not block time."""
    return _calendar((), (line for entry in entries for line in _event(entry, language)))


class Meeting(NamedTuple):
    """Invitation to an event, or its cancellation, to one attendee; a later one has a higher `sequence`."""

    method: str
    sequence: int
    organizer: str
    attendee: str


def write_invitation(entry: CalendarEvent, meeting: Meeting, language: str) -> bytes:
    """Return a calendar that invites to an event (REQUEST) or cancels it (CANCEL)."""
    return _calendar((f"METHOD:{meeting.method}",), _event(entry, language, meeting))


def _calendar(properties: Iterable[str], events: Iterable[str]) -> bytes:
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN")
    return b"".join(_folded(line) for line in (*head, *properties, *events, "END:VCALENDAR"))


def _event(entry: CalendarEvent, language: str, meeting: Meeting | None = None) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{entry.time.replace('-', '').replace(':', '')}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"SUMMARY;LANGUAGE={language}:{_escaped(entry.text)}"
    yield f"DESCRIPTION:{_escaped(entry.name)}"
    yield f"CATEGORIES:{entry.kind}"
    yield "TRANSP:TRANSPARENT"
    if meeting is not None:
        yield f"SEQUENCE:{meeting.sequence}"
        yield f"STATUS:{'CANCELLED' if meeting.method == 'CANCEL' else 'CONFIRMED'}"
        yield f"ORGANIZER:mailto:{meeting.organizer}"
        yield f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{meeting.attendee}"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Escape a text value (RFC 5545, section 3.3.11)."""
    return "\\n".join(_SPECIAL.sub(r"\\\g<0>", line) for line in text.splitlines())


def _folded(line: str) -> bytes:
    parts = [b""]
    for octets in (character.encode() for character in line):
        if len(parts[-1]) + len(octets) > _MAX_LINE_OCTETS:
            parts.append(b" ")
        parts[-1] += octets
    return b"\r\n".join((*parts, b""))
