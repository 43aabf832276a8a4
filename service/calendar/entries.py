"""Calendar entries: days of published versions, of editions of tables, and of stored evaluations."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from rules.api import dated_rules
from rules.contracts import (
    LANGUAGES,
    DateError,
    DeclaredFact,
    ErasedRecord,
    InputError,
    Label,
    Outcome,
    VersionError,
    Violation,
    add_days,
    error_message,
    message_factory,
    parse_date,
)
from rules.engine import expiries
from rules.model import (
    AS_OF,
    ComputedDays,
    DatedParts,
    DatedRule,
    DayRole,
    DefinitionIndex,
    FormulaQuantity,
    PeriodEdge,
    PublishedVersion,
    Scorecard,
    find_version_in_force,
    is_in_force_on,
    is_valid_on as is_valid,
    superseded_editions,
)
from rules.trail import inputs_of
from service.base import instants
from service.base.evidence_kinds import kind_label
from service.base.resource_names import CardName, organization_of
from service.store.of_subject import LastEvaluation, last_evaluations

if TYPE_CHECKING:
    from rules.model import Manifest
    from service.gazette.tables import TableStore
    from service.gazette.versions import Gazette

    Slots = dict[str, str]
    from rules.contracts import WrittenSteps
    from service.store.reporting_views import Archive


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


_EVER = "9999-12-31T23:59:59Z"
KINDS = {DayRole.FIRST: EntryKind.RULE_BEGINS, DayRole.LAST: EntryKind.RULE_ENDS, DayRole.GIVEN: EntryKind.RULE_NAMES}


def rule_entries(versions: Sequence[PublishedVersion]) -> Iterator[Entry]:
    """Give the days that the rules of one card name, of each version those on which it governs, as known now."""
    for version in versions:
        card, names = version.scorecard.card, DefinitionIndex(version.scorecard)
        for dated_rule in dated_rules(version.scorecard):
            try:
                governs = find_version_in_force(versions, dated_rule.day, _EVER) is version
            except VersionError:
                governs = False
            if governs:
                slots = {"name": f"{card.id}@{card.version}", **_rule_slots(dated_rule, names)}
                yield Entry(
                    dated_rule.day,
                    KINDS[dated_rule.bearing],
                    version.name,
                    version.publish_time,
                    slots,
                    dated_rule_key(dated_rule),
                )


class CardDays:
    """The days of subjects under one scorecard, whose own dates are read once for all of them."""

    def __init__(self, scorecard: Scorecard) -> None:
        """Read which days the scorecard names."""
        self.scorecard = scorecard
        self._parts, self._names = DatedParts(scorecard), DefinitionIndex(scorecard)
        self._named = set(self._parts.rules())

    def of_subject(
        self, facts: Iterable[DeclaredFact], computed: ComputedDays, after: date
    ) -> Iterator[tuple[DatedRule, Slots]]:
        """Give the days after one that follow for a subject from its own dates, with what their sentences name."""
        dates: dict[tuple[str, PeriodEdge | None], date] = {}
        for fact in facts:
            value = fact.value
            if value is not None and value.date is not None:
                dates[fact.id, None] = parse_date(value.date)
            if value is not None and value.period is not None:
                dates[fact.id, PeriodEdge.FIRST] = parse_date(value.period.first)
                dates[fact.id, PeriodEdge.LAST] = parse_date(value.period.last)
        for dated_rule in self._parts.rules(dates, computed):
            is_computed = dated_rule.bearing is DayRole.GIVEN and dated_rule.rule in computed
            if dated_rule.day > after and (is_computed or dated_rule not in self._named):
                yield dated_rule, _rule_slots(dated_rule, self._names)


def dated_rule_key(dated_rule: DatedRule) -> str:
    """Give what tells the days of one card or evaluation apart."""
    return f"{dated_rule.part}/{dated_rule.rule}/{dated_rule.measure}"


def _rule_slots(dated_rule: DatedRule, names: DefinitionIndex) -> Slots:
    rule = _label(dated_rule.rule, dated_rule.labels) if dated_rule.rule else _say("WHOLE_CARD")
    return {"rule": rule, "measure": _measure(names, dated_rule.measure)}


def _measure(names: DefinitionIndex, name: str) -> str:
    if name == AS_OF:
        return _say("AS_OF_DATE")
    definition = names.definition(name)
    return (
        name
        if definition is None
        else Label({language: definition.labels.get(language, name) for language in LANGUAGES})
    )


def _label(id: str, labels: Mapping[str, str]) -> Label:
    """Name a rule by its id and its name in each language, once if it is called by its id."""
    return Label({language: " ".join(dict.fromkeys((id, labels.get(language, id)))) for language in LANGUAGES})


def published_entries(gazette: Gazette, shelves: Iterable[TableStore], meant: CardName | None) -> Iterator[Entry]:
    """Give the entries of all cards and tables in stores, or of one card or version and the tables it looks up."""
    looked_up = None
    if meant is not None:
        versions = gazette.versions(meant.card)
        shown = versions if meant.version is None else (gazette.version(meant.card, meant.version),)
        names = {version.name for version in shown}
        yield from (entry for entry in (*version_entries(versions), *rule_entries(versions)) if entry.name in names)
        looked_up = {table.name for version in shown for table in version.scorecard.tables or ()}
    else:
        for id in gazette.card_ids():
            yield from version_entries(gazette.versions(id))
            yield from rule_entries(gazette.versions(id))
    for table_store in shelves:
        tables = {edition.name for edition in table_store.editions()}
        for name in sorted(tables if looked_up is None else tables & looked_up):
            yield from edition_entries(table_store.editions(name))


def version_entries(versions: Sequence[PublishedVersion]) -> Iterator[Entry]:
    """Give the days of all versions of one card.

    A version begins on its first day if it governed it as known when it was published. It ends after its last day if
    it governs that day as known now. It is superseded on the first day of its successor, or on the day on which that
    was published, in the time zone of its card, if the successor then governs already.
    """
    by_number = {one.scorecard.card.version: one for one in versions}
    for version in versions:
        card = version.scorecard.card
        if _governs(version, versions, card.first_date, version.publish_time):
            yield _of_version(EntryKind.VERSION_BEGINS, version, card.first_date, version.publish_time)
        if card.last_date is not None and _governs(version, versions, card.last_date, _EVER):
            yield _of_version(EntryKind.VERSION_ENDS, version, card.last_date, version.publish_time)
        if version.repeal is not None and is_in_force_on(version.card, version.repeal.first_day):
            reason = version.repeal.reason
            yield _of_version(
                EntryKind.VERSION_REPEALED, version, version.repeal.first_day, version.repeal.time, reason=reason
            )
        older = by_number.get(card.supersedes or "")
        if older is not None:
            published = instants.day_of(version.publish_time, card.time_zone)
            day = max(card.first_date, published)
            if is_in_force_on(older.card, day) and is_in_force_on(version.card, day):
                yield _of_version(
                    EntryKind.VERSION_SUPERSEDED, older, day, version.publish_time, other=_version_label(version)
                )


def edition_entries(editions: Sequence[Manifest]) -> Iterator[Entry]:
    """Give the days of all editions of one table; an edition is known from the day its source was published.

    An edition that other editions replace has its end only if none of them is valid on that day.
    """
    for edition in editions:
        newer = [other for other in editions if edition.edition in superseded_editions(other, editions)]
        yield _of_edition(EntryKind.EDITION_BEGINS, edition, edition.first_date, edition)
        last = edition.last_date
        if last is not None and not any(is_valid(other, last) for other in newer):
            yield _of_edition(EntryKind.EDITION_ENDS, edition, last, edition)
        for other in newer:
            day = max(other.first_date, other.known_from)
            if edition.edition in other.predecessors and is_valid(edition, day) and is_valid(other, day):
                yield _of_edition(
                    EntryKind.EDITION_SUPERSEDED, edition, day, other, other=f"{other.name}@{other.edition}"
                )


def _governs(version: PublishedVersion, versions: Sequence[PublishedVersion], day: date, known: str) -> bool:
    try:
        return find_version_in_force(versions, day, known) is version
    except VersionError:
        return False


def _version_label(version: PublishedVersion) -> str:
    return f"{version.scorecard.card.id}@{version.scorecard.card.version}"


def _of_version(kind: EntryKind, version: PublishedVersion, day: date, time: str, **slots: str) -> Entry:
    # several may supersede one version, each in its own days
    return Entry(day, kind, version.name, time, {"name": _version_label(version), **slots}, slots.get("other", ""))


def _of_edition(kind: EntryKind, edition: Manifest, day: date, known: Manifest, **slots: str) -> Entry:
    name = f"{edition.name}@{edition.edition}"
    time = f"{known.known_from.isoformat()}T00:00:00Z"
    return Entry(day, kind, name, time, {"name": name, **slots}, slots.get("other", ""))


def stored_entries(  # noqa: PLR0913 -- what is asked for, and what is told besides
    gazette: Gazette,
    archive: Archive,
    organization: str,
    meant: CardName | None,
    *,
    subject: str | None = None,
    field: str = "subject",
    names: bool,
    unread: list[str],
) -> Iterator[Entry]:
    """Give the entries of the last evaluation of each subject of an organisation, or of one, under each card, or one.

    `unread` gets the names of those that cannot be read, `field` is where the subject was given.
    """
    is_known = subject is None
    card = None if meant is None else meant.card
    made_by = cache(lambda name, rule_digest: CardDays(gazette.made_by(name, rule_digest).scorecard))
    for last_evaluation in last_evaluations(archive.connection, organization, card, subject, unread=unread):
        is_known = True
        head = last_evaluation.written_steps.head
        days = made_by(head.scorecard_version, head.rule_digest)
        if meant is None or meant.version in (None, days.scorecard.card.version):
            yield from evaluation_entries(last_evaluation, days, names=names)
    if not is_known and not unread:
        raise InputError((Violation(field, _say("NO_EVALUATION_STANDS", subject=subject), "NOT_FOUND"),))


def _computed_dates(scorecard: Scorecard, written: WrittenSteps) -> dict[str, date]:
    """Give the computed dates of the subject that came to one day."""
    dates = {}
    for quantity in scorecard.quantities or ():
        if isinstance(quantity, FormulaQuantity) and quantity.gives == "date" and quantity.list is None:
            content = written.quantity(quantity.id)
            with suppress(DateError):  # a date that is open, or never comes, is written otherwise
                dates[quantity.id] = parse_date(str(content and content.value))
    return dates


def evaluation_entries(last_evaluation: LastEvaluation, days: CardDays, *, names: bool) -> Iterator[Entry]:
    """Give the days of an evaluation under its scorecard; its subject is named only if `names` says so.

    A document stands on its last day behind those facts behind which no other stands longer; where something was
    erased nobody knows which. The days in which a finding must be closed are counted from the as-of date of the
    evaluation.
    """
    scorecard, head = days.scorecard, last_evaluation.written_steps.head
    about = {"card": scorecard.card.id, "about": head.subject if names else last_evaluation.name}
    facts: dict[tuple[str, date], set[str]] = {}
    items = {}
    subject = (
        None if isinstance(last_evaluation.written_steps, ErasedRecord) else inputs_of(last_evaluation.written_steps)
    )
    for expiry in () if subject is None else expiries(scorecard, subject):
        items[expiry.item.id] = expiry.item
        facts.setdefault((expiry.item.id, expiry.last), set()).add(expiry.fact)
    for (name, last), resting in facts.items():
        slots = {**about, "kind": kind_label(items[name].kind), "facts": str(len(resting))}
        yield Entry(
            last, EntryKind.EVIDENCE_EXPIRES, last_evaluation.name, last_evaluation.create_time, slots, f"{name}/{last}"
        )
    as_of = date.fromisoformat(head.as_of_date)
    computed = _computed_dates(scorecard, last_evaluation.written_steps)
    for rule, rule_slots in () if subject is None else days.of_subject(subject.facts, computed, as_of):
        kind = SUBJECT_KINDS[KINDS[rule.bearing]]
        yield Entry(
            rule.day,
            kind,
            last_evaluation.name,
            last_evaluation.create_time,
            {**about, **rule_slots},
            dated_rule_key(rule),
        )
    for finding in scorecard.findings:
        outcome = last_evaluation.written_steps.outcome(f"findings/{finding.id}")
        if finding.close_within_days is not None and outcome == Outcome.MET:
            due = add_days(as_of, finding.close_within_days)
            slots = {**about, "finding": finding.id}
            yield Entry(
                due, EntryKind.FINDING_DUE, last_evaluation.name, last_evaluation.create_time, slots, finding.id
            )
