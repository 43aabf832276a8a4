"""Entries of a calendar: on which day, of what, and since when it is known; and what is asked of one."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from rules.contracts import DateError, InputError, Violation, error_message, message_factory, parse_date
from service.base import instants
from service.base.names import organization_of

_say = message_factory(__name__)


def read_day(option: str, text: str) -> date:
    """Read the civil date that an option gives."""
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError((Violation(option, error_message(error), "MALFORMED"),)) from None


def span_of(first: date | None, last: date | None, *, field: str) -> CalendarSpan:
    """Give the days from one, or today in UTC, to another, or without end; `field` is where the last was given."""
    begin = instants.today("Etc/UTC") if first is None else first
    if last is not None and last < begin:
        raise InputError((Violation(field, _say("ENDS_BEFORE_BEGIN", last=last, first=begin), "PERIOD_REVERSED"),))
    return CalendarSpan(begin, last)


def check_subject(subject: str, organization: str, *, field: str) -> None:
    """Refuse a subject that is none of this organisation."""
    if organization_of(subject, field=field) != organization:
        message = _say("SUBJECT_OF_OTHER", subject=subject, organization=f"organizations/{organization}")
        raise InputError((Violation(field, message, "WRONG_VALUE"),))


class EntryKind(StrEnum):
    """What a day brings."""

    VERSION_BEGINS = "version_begins"
    VERSION_ENDS = "version_ends"
    VERSION_SUPERSEDED = "version_superseded"
    VERSION_REPEALED = "version_repealed"
    EDITION_BEGINS = "edition_begins"
    EDITION_ENDS = "edition_ends"
    EDITION_SUPERSEDED = "edition_superseded"
    RULE_BEGINS = "rule_begins"
    RULE_ENDS = "rule_ends"
    RULE_NAMES = "rule_names"
    SUBJECT_BEGINS = "subject_begins"
    SUBJECT_ENDS = "subject_ends"
    SUBJECT_NAMES = "subject_names"
    EVIDENCE_EXPIRES = "evidence_expires"
    FINDING_DUE = "finding_due"


SUBJECT_KINDS = {
    EntryKind.RULE_BEGINS: EntryKind.SUBJECT_BEGINS,
    EntryKind.RULE_ENDS: EntryKind.SUBJECT_ENDS,
    EntryKind.RULE_NAMES: EntryKind.SUBJECT_NAMES,
}
"""What a day is called that follows for one subject from its own dates."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one civil day brings.

    `name` is the version, the edition or the evaluation that it is about, `place` what of it if that can be several;
    the three make the entry the same one in every calendar. `time` (`YYYY-MM-DDThh:mm:ssZ`) is when what it follows
    from was published or stored. `slots` are what its sentence names. One that is `overdue` fell due before the first
    day of the calendar, and nothing later says that it was done.
    """

    day: date
    kind: EntryKind
    name: str
    time: str
    slots: Mapping[str, str]
    place: str = ""
    overdue: bool = field(default=False)

    @property
    def uid(self) -> str:
        """The id that the entry keeps, a version 5 UUID (RFC 9562) of what it is about."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(("touchstone:calendar", self.kind, self.name, self.place))))


def sort_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Order entries by their days, and those of one day always alike."""
    return sorted(entries, key=lambda entry: (entry.day, entry.kind, entry.name, entry.place))


@dataclass(frozen=True, slots=True)
class CalendarSpan:
    """From which day to which a calendar goes; both are inside, and without `last` it has no end."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Say whether a day lies inside."""
        return self.first <= day and (self.last is None or day <= self.last)

    def reaches(self, day: date) -> bool:
        """Say whether a day lies inside or before."""
        return self.last is None or day <= self.last


def compose_calendar(published: Iterable[Entry], stored: Iterable[Entry], span: CalendarSpan) -> list[Entry]:
    """Give what stands in a calendar, in order; of what is stored also what fell due before its first day."""
    inside = [entry for entry in published if span.holds(entry.day)]
    due = (replace(entry, overdue=entry.day < span.first) for entry in stored if span.reaches(entry.day))
    return sort_entries((*inside, *due))
