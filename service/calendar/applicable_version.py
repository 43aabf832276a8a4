"""Applicable version and evaluation of a subject on a day, as known then and now, with reasons for differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts import VersionError, message_factory
from rules.model import PublishedVersion, TableSource, find_version_in_force
from service.base.resource_names import parse_card
from service.store.result_status import ResultState, ResultStatus, status_of

if TYPE_CHECKING:
    from service.gazette.table_order import TableStores
    from service.gazette.versions import Gazette
    from service.store.of_subject import StoredConclusion

_say = message_factory(__name__)
_SINCE = {
    ResultState.STANDS: "STANDS_SINCE",
    ResultState.IN_QUESTION: "IN_QUESTION_SINCE",
    ResultState.CORRECTED: "CORRECTED_SINCE",
    ResultState.WITHDRAWN: "WITHDRAWN_SINCE",
    ResultState.EXPIRED: "EXPIRED_SINCE",
    ResultState.SUPERSEDED: "SUPERSEDED_SINCE",
    ResultState.UNDER_APPEAL: "APPEALED_SINCE",
    ResultState.SUSPENDED: "SUSPENDED_SINCE",
}
_CRITERIA = frozenset(("gates", "indicators", "rules", "findings"))


@dataclass(frozen=True, slots=True)
class KnownState:
    """What is known by an instant of a day under one card: the version in force, and the last evaluation."""

    version: PublishedVersion | None
    evaluation: StoredConclusion | None
    status: ResultStatus | None = None
    """Whether that evaluation stood, as known by then; nothing if nobody had decided anything of it."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What is known under one card by an instant and now, and each reason why the two differ."""

    card: str
    then: KnownState
    now: KnownState
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayQuery:
    """Which day is asked for, by which instant it is known, and the present instant."""

    day: date
    known: str
    now: str


def applied_by_card(
    stored: Sequence[StoredConclusion], asked: DayQuery, gazette: Gazette, shelves: TableStores
) -> Iterator[Applied]:
    """Tell it of every card under which a subject was ever evaluated; `stored` stand by as-of date, then by time.

    Of the evaluations made for the day or an earlier one, that for the latest day counts, and of these the last. If it
    was withdrawn or corrected, no earlier one takes its place: nobody decided that.
    """
    for card in sorted({parse_card(conclusion.scorecard_version).card for conclusion in stored}):
        versions = gazette.versions(card)
        of_card = [conclusion for conclusion in stored if parse_card(conclusion.scorecard_version).card == card]
        then, now = (_known_state(versions, of_card, asked.day, instant) for instant in (asked.known, asked.now))
        source = shelves.for_all if now.version is None else shelves.source(now.version)
        yield Applied(card, then, now, tuple(differences(then, now, asked, source, versions)))


def _known_state(
    versions: Sequence[PublishedVersion], stored: Sequence[StoredConclusion], day: date, known: str
) -> KnownState:
    made = [
        conclusion
        for conclusion in stored
        if conclusion.create_time <= known and conclusion.as_of_date <= day.isoformat()
    ]
    try:
        version = find_version_in_force(versions, day, known)
    except VersionError:
        version = None
    last = made[-1] if made else None
    return KnownState(version, last, None if last is None else status_of(last.decisions, known))


def differences(
    then: KnownState, now: KnownState, asked: DayQuery, tables: TableSource, versions: Sequence[PublishedVersion] = ()
) -> Iterator[str]:
    """Say each reason why more or other is known now than was known then; `versions` are those of the card."""
    gone = None if then.version is None or then.version is now.version else then.version.repeal
    if gone is not None and asked.known < gone.time and gone.first_day <= asked.day:
        version = "" if then.version is None else then.version.name
        yield _say("REPEALED_SINCE", version=version, time=gone.time, reason=gone.reason)
    if now.version is not None and now.version is not then.version:
        yield _say("PUBLISHED_SINCE", version=now.version.name, time=now.version.publish_time)
    for table in () if now.version is None else now.version.scorecard.tables or ():
        if table.edition is None:
            days = (date.fromisoformat(instant[:10]) for instant in (asked.known, asked.now))
            old, new = (tables.in_force(table.name, as_of=asked.day, known=known) for known in days)
            if new is not None and new is not old:
                yield _say("EDITION_SINCE", edition=new.name, day=new.manifest.known_from)
                yield from _looked_in_another(now.evaluation, table.name, new.name)
    made = now.evaluation
    if made is not None and made is not then.evaluation:
        yield _say("STORED_SINCE", evaluation=made.name, time=made.create_time)
        if then.evaluation is not None:
            yield from _otherwise(then.evaluation, made)
    if now.status is not None and now.status != then.status:
        slots = {"time": now.status.time, "campaign": now.status.campaign, "reason": now.status.reason}
        yield _say(_SINCE[now.status.state], evaluation=made.name if made else "", **slots)
    if made is not None:
        yield from _under_repealed(made, asked, versions)


def _looked_in_another(made: StoredConclusion | None, table: str, edition: str) -> Iterator[str]:
    """Say that the evaluation that stands could look in another edition of a table."""
    if made is None or made.written is None:
        return
    for recorded_table in made.written.head.tables:
        if recorded_table.name == table and f"{table}@{recorded_table.edition}" != edition:
            yield _say("LOOKED_IN_ANOTHER", evaluation=made.name, edition=f"{table}@{recorded_table.edition}")


def _otherwise(before: StoredConclusion, after: StoredConclusion) -> Iterator[str]:
    """Say which facts the later evaluation was given otherwise, and what came out otherwise."""
    if before.written is None or after.written is None:
        return
    old, new = before.written.results_by_step, after.written.results_by_step
    moved = [step.partition("/") for step in {**old, **new} if step in old and step in new and old[step] != new[step]]
    facts = tuple(name for group, _, name in moved if group == "facts" and "/" not in name)
    if facts:
        yield _say("GIVEN_OTHERWISE", evaluation=after.name, other=before.name, facts=facts)
    criteria = tuple(
        name
        for group, _, name in moved
        if group in _CRITERIA and old[f"{group}/{name}"][0] != new[f"{group}/{name}"][0]
    )
    if criteria:
        yield _say("CAME_OUT_OTHERWISE", criteria=criteria)


def _under_repealed(made: StoredConclusion, asked: DayQuery, versions: Sequence[PublishedVersion]) -> Iterator[str]:
    """Say that the version by which the evaluation that stands was made was repealed since for its day."""
    for version in versions:
        gone = version.repeal if version.name == made.scorecard_version else None
        if gone is not None and asked.known < gone.time and gone.first_day.isoformat() <= made.as_of_date:
            yield _say("UNDER_REPEALED", evaluation=made.name, version=version.name)
