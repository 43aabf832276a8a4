"""Calendar entries of published versions, table editions and stored evaluations."""

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
    add_days,
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


_message = message_factory(__name__)


def span_of(first: date | None, last: date | None, *, field: str) -> CalendarSpan:
    """Return a span; without `first` it begins today (UTC), without `last` it has no end."""
    begin = instants.today("Etc/UTC") if first is None else first
    if last is not None and last < begin:
        raise InputError.of(field, _message("ENDS_BEFORE_BEGIN", last=last, first=begin), "PERIOD_REVERSED")
    return CalendarSpan(begin, last)


def check_subject(subject: str, organization: str, *, field: str) -> None:
    """Raise InputError if the subject belongs to another organization."""
    if organization_of(subject, field=field) != organization:
        message = _message("SUBJECT_OF_OTHER", subject=subject, organization=f"organizations/{organization}")
        raise InputError.of(field, message, "WRONG_VALUE")


class EntryKind(StrEnum):
    """Kind of a calendar entry."""

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


@dataclass(frozen=True, slots=True)
class Entry:
    """Event on one civil day.

    `kind`, `name` and `place` identify it in every calendar. `time` (UTC) is when its source was published or stored.
    An `overdue` entry fell due before the calendar begins, and no later record shows completion.
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
        """Permanent id: a version 5 UUID (RFC 9562)."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(("touchstone:calendar", self.kind, self.name, self.place))))


def _sort_entries(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.day, entry.kind, entry.name, entry.place))


@dataclass(frozen=True, slots=True)
class CalendarSpan:
    """Days from `first` to `last`, inclusive; endless if `last` is None."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def reaches(self, day: date) -> bool:
        return self.last is None or day <= self.last


def compose_calendar(published: Iterable[Entry], stored: Iterable[Entry], span: CalendarSpan) -> list[Entry]:
    """Return the sorted entries of a span, with stored entries overdue at its start."""
    inside = [entry for entry in published if span.holds(entry.day)]
    due = (replace(entry, overdue=entry.day < span.first) for entry in stored if span.reaches(entry.day))
    return _sort_entries((*inside, *due))


_END_OF_TIME = "9999-12-31T23:59:59Z"
KINDS = {DayRole.FIRST: EntryKind.RULE_BEGINS, DayRole.LAST: EntryKind.RULE_ENDS, DayRole.STATED: EntryKind.RULE_NAMES}


def rule_entries(versions: Sequence[PublishedVersion]) -> Iterator[Entry]:
    """Yield the days named by a version's rules, if that version is then in force (as known now)."""
    for version in versions:
        card, names = version.scorecard.card, DefinitionIndex(version.scorecard)
        for dated_rule in dated_rules(version.scorecard):
            try:
                governs = find_version_in_force(versions, dated_rule.day, _END_OF_TIME) is version
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
                    _dated_rule_key(dated_rule),
                )


class CardDays:
    """Subject-specific days under one scorecard, for many subjects."""

    def __init__(self, scorecard: Scorecard) -> None:
        self.scorecard = scorecard
        self._parts, self._names = DatedParts(scorecard), DefinitionIndex(scorecard)
        self._named = set(self._parts.rules())

    def of_subject(
        self, facts: Iterable[DeclaredFact], computed: ComputedDays, after: date
    ) -> Iterator[tuple[DatedRule, Slots]]:
        dates: dict[tuple[str, PeriodEdge | None], date] = {}
        for fact in facts:
            value = fact.value
            if value is not None and value.date is not None:
                dates[fact.id, None] = parse_date(value.date)
            if value is not None and value.period is not None:
                dates[fact.id, PeriodEdge.FIRST] = parse_date(value.period.first)
                dates[fact.id, PeriodEdge.LAST] = parse_date(value.period.last)
        for dated_rule in self._parts.rules(dates, computed):
            is_computed = dated_rule.bearing is DayRole.STATED and dated_rule.rule in computed
            if dated_rule.day > after and (is_computed or dated_rule not in self._named):
                yield dated_rule, _rule_slots(dated_rule, self._names)


def _dated_rule_key(dated_rule: DatedRule) -> str:
    return f"{dated_rule.part}/{dated_rule.rule}/{dated_rule.measure}"


def _rule_slots(dated_rule: DatedRule, names: DefinitionIndex) -> Slots:
    rule = _rule_label(dated_rule.rule, dated_rule.labels) if dated_rule.rule else _message("WHOLE_CARD")
    return {"rule": rule, "measure": _measure_label(names, dated_rule.measure)}


def _measure_label(names: DefinitionIndex, name: str) -> str:
    if name == AS_OF:
        return _message("AS_OF_DATE")
    definition = names.definition(name)
    return (
        name
        if definition is None
        else Label({language: definition.labels.get(language, name) for language in LANGUAGES})
    )


def _rule_label(id: str, labels: Mapping[str, str]) -> Label:
    return Label({language: " ".join(dict.fromkeys((id, labels.get(language, id)))) for language in LANGUAGES})


def published_entries(gazette: Gazette, shelves: Iterable[TableStore], meant: CardName | None) -> Iterator[Entry]:
    """Yield the entries of all scorecards and tables, or of `meant` and its tables."""
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
    """Yield beginnings, ends, repeals and supersessions of a scorecard's versions.

    Beginnings are judged as known at publication, ends as known now. A version is superseded on its successor's first
    day or, if later, publication day (scorecard's time zone). Both versions must be valid then.
    """
    by_number = {candidate.scorecard.card.version: candidate for candidate in versions}
    for version in versions:
        card = version.scorecard.card
        if _governs(version, versions, card.first_date, version.publish_time):
            yield _version_entry(EntryKind.VERSION_BEGINS, version, card.first_date, version.publish_time)
        if card.last_date is not None and _governs(version, versions, card.last_date, _END_OF_TIME):
            yield _version_entry(EntryKind.VERSION_ENDS, version, card.last_date, version.publish_time)
        if version.repeal is not None and is_in_force_on(version.card, version.repeal.first_day):
            reason = version.repeal.reason
            yield _version_entry(
                EntryKind.VERSION_REPEALED, version, version.repeal.first_day, version.repeal.time, reason=reason
            )
        older = by_number.get(card.supersedes or "")
        if older is not None:
            published = instants.day_of(version.publish_time, card.time_zone)
            day = max(card.first_date, published)
            if is_in_force_on(older.card, day) and is_in_force_on(version.card, day):
                yield _version_entry(
                    EntryKind.VERSION_SUPERSEDED, older, day, version.publish_time, other=_version_label(version)
                )


def edition_entries(editions: Sequence[Manifest]) -> Iterator[Entry]:
    """Yield the days of one table's editions, each known since its source was published.

    A replaced edition ends only if no replacement is valid that day.
    """
    for edition in editions:
        newer = [other for other in editions if edition.edition in superseded_editions(other, editions)]
        yield _edition_entry(EntryKind.EDITION_BEGINS, edition, edition.first_date, edition)
        last = edition.last_date
        if last is not None and not any(is_in_force_on(other, last) for other in newer):
            yield _edition_entry(EntryKind.EDITION_ENDS, edition, last, edition)
        for other in newer:
            day = max(other.first_date, other.known_from)
            if edition.edition in other.predecessors and is_in_force_on(edition, day) and is_in_force_on(other, day):
                yield _edition_entry(
                    EntryKind.EDITION_SUPERSEDED, edition, day, other, other=f"{other.name}@{other.edition}"
                )


def _governs(version: PublishedVersion, versions: Sequence[PublishedVersion], day: date, known: str) -> bool:
    try:
        return find_version_in_force(versions, day, known) is version
    except VersionError:
        return False


def _version_label(version: PublishedVersion) -> str:
    return f"{version.scorecard.card.id}@{version.scorecard.card.version}"


def _version_entry(kind: EntryKind, version: PublishedVersion, day: date, time: str, **slots: str) -> Entry:
    # Several versions may supersede one version, so `other` distinguishes their entries.
    return Entry(day, kind, version.name, time, {"name": _version_label(version), **slots}, slots.get("other", ""))


def _edition_entry(kind: EntryKind, edition: Manifest, day: date, known: Manifest, **slots: str) -> Entry:
    name = f"{edition.name}@{edition.edition}"
    time = f"{known.known_from.isoformat()}T00:00:00Z"
    return Entry(day, kind, name, time, {"name": name, **slots}, slots.get("other", ""))


def stored_entries(  # noqa: PLR0913 -- one parameter per filter, and the unreadable names
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
    """Yield entries of the last evaluation per subject and scorecard; unreadable names go to `unread`.

    Raises:
        InputError: If `subject` has no valid evaluation.
    """
    is_known = subject is None
    card = None if meant is None else meant.card
    made_by = cache(lambda name, rule_digest: CardDays(gazette.made_by(name, rule_digest).scorecard))
    for last_evaluation in last_evaluations(archive.connection, organization, card, subject, unread=unread):
        is_known = True
        head = last_evaluation.written_steps.head
        days = made_by(head.scorecard_version, head.rule_digest)
        if meant is None or meant.version in (None, days.scorecard.card.version):
            yield from _evaluation_entries(last_evaluation, days, names=names)
    if not is_known and not unread:
        raise InputError.of(field, _message("NO_EVALUATION_STANDS", subject=subject), "NOT_FOUND")


def computed_dates(scorecard: Scorecard, written: WrittenSteps) -> dict[str, date]:
    """Return the days that quantities of a record amount to, by quantity."""
    dates = {}
    for quantity in scorecard.quantities or ():
        if isinstance(quantity, FormulaQuantity) and quantity.gives == "date" and quantity.list is None:
            content = written.quantity(quantity.id)
            with suppress(DateError):  # an undetermined or impossible date is not an ISO date
                dates[quantity.id] = parse_date(str(content and content.value))
    return dates


def _evaluation_entries(last_evaluation: LastEvaluation, days: CardDays, *, names: bool) -> Iterator[Entry]:
    """Yield the days of an evaluation; they name its subject only if `names` is set.

    Expiries count facts that no other document supports for longer. Erased records yield no expiries or rule days.
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
    for (name, last), fact_ids in facts.items():
        slots = {**about, "kind": kind_label(items[name].kind), "facts": str(len(fact_ids))}
        yield Entry(
            last, EntryKind.EVIDENCE_EXPIRES, last_evaluation.name, last_evaluation.create_time, slots, f"{name}/{last}"
        )
    as_of = date.fromisoformat(head.as_of_date)
    computed = computed_dates(scorecard, last_evaluation.written_steps)
    for rule, rule_slots in () if subject is None else days.of_subject(subject.facts, computed, as_of):
        kind = SUBJECT_KINDS[KINDS[rule.bearing]]
        yield Entry(
            rule.day,
            kind,
            last_evaluation.name,
            last_evaluation.create_time,
            {**about, **rule_slots},
            _dated_rule_key(rule),
        )
    for finding in scorecard.findings:
        outcome = last_evaluation.written_steps.outcome(f"findings/{finding.id}")
        if finding.close_within_days is not None and outcome == Outcome.MET:
            due = add_days(as_of, finding.close_within_days)
            slots = {**about, "finding": finding.id}
            yield Entry(
                due, EntryKind.FINDING_DUE, last_evaluation.name, last_evaluation.create_time, slots, finding.id
            )
