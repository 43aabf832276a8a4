"""Days of published versions, of the rules in them, and of editions of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rules.api import dated_rules
from rules.contracts import LANGUAGES, DeclaredFact, Label, VersionError, message_factory, parse_date
from rules.model import (
    AS_OF,
    ComputedDays,
    DatedRule,
    DayRole,
    DefinitionIndex,
    PeriodEdge,
    PublishedVersion,
    Scorecard,
    find_version_in_force,
    is_in_force_on,
    is_valid_on as is_valid,
    superseded_editions,
)
from service.base import instants
from service.calendar.entries import Entry, EntryKind

if TYPE_CHECKING:
    from rules.model import Manifest
    from service.base.names import CardName
    from service.gazette.shelves import TableStores
    from service.gazette.versions import Gazette

    Slots = dict[str, str]


_say = message_factory(__name__)

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
                slots = {"name": f"{card.id}@{card.version}", **_told(dated_rule, names)}
                yield Entry(
                    dated_rule.day,
                    KINDS[dated_rule.bearing],
                    version.name,
                    version.publish_time,
                    slots,
                    dated_rule_key(dated_rule),
                )


def days_of_subject(
    scorecard: Scorecard, facts: Iterable[DeclaredFact], computed: ComputedDays, after: date
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
    named, names = set(dated_rules(scorecard)), DefinitionIndex(scorecard)
    for dated_rule in dated_rules(scorecard, dates, computed):
        is_computed = dated_rule.bearing is DayRole.GIVEN and dated_rule.rule in computed
        if dated_rule.day > after and (is_computed or dated_rule not in named):
            yield dated_rule, _told(dated_rule, names)


def dated_rule_key(dated_rule: DatedRule) -> str:
    """Give what tells the days of one card or evaluation apart."""
    return f"{dated_rule.part}/{dated_rule.rule}/{dated_rule.measure}"


def _told(dated_rule: DatedRule, names: DefinitionIndex) -> Slots:
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


def published_entries(gazette: Gazette, shelves: TableStores, meant: CardName | None) -> Iterator[Entry]:
    """Give the entries of all cards and tables, or of one card, or of one version, and the tables it looks up."""
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
    for shelf in shelves.here():
        tables = {edition.name for edition in shelf.editions()}
        for name in sorted(tables if looked_up is None else tables & looked_up):
            yield from edition_entries(shelf.editions(name))


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
        if version.repeal is not None and is_in_force_on(version.scorecard, version.repeal.first_day):
            reason = version.repeal.reason
            yield _of_version(
                EntryKind.VERSION_REPEALED, version, version.repeal.first_day, version.repeal.time, reason=reason
            )
        older = by_number.get(card.supersedes or "")
        if older is not None:
            published = instants.day_of(version.publish_time, card.time_zone)
            day = max(card.first_date, published)
            if is_in_force_on(older.scorecard, day) and is_in_force_on(version.scorecard, day):
                yield _of_version(EntryKind.VERSION_SUPERSEDED, older, day, version.publish_time, other=_short(version))


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


def _short(version: PublishedVersion) -> str:
    return f"{version.scorecard.card.id}@{version.scorecard.card.version}"


def _of_version(kind: EntryKind, version: PublishedVersion, day: date, time: str, **slots: str) -> Entry:
    # several may supersede one version, each in its own days
    return Entry(day, kind, version.name, time, {"name": _short(version), **slots}, slots.get("other", ""))


def _of_edition(kind: EntryKind, edition: Manifest, day: date, known: Manifest, **slots: str) -> Entry:
    name = f"{edition.name}@{edition.edition}"
    time = f"{known.known_from.isoformat()}T00:00:00Z"
    return Entry(day, kind, name, time, {"name": name, **slots}, slots.get("other", ""))
