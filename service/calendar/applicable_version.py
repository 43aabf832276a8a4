"""Applicable version and evaluation of a subject on a day, as known then and now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts import VersionError, message_factory
from rules.model import PublishedVersion, TableSource, find_version_in_force
from service.base.resource_names import parse_card
from service.store.result_states import ResultState, ResultStatus, status_of

if TYPE_CHECKING:
    from service.gazette.table_order import TableStores
    from service.gazette.versions import Gazette
    from service.store.of_subject import StoredConclusion

_message = message_factory(__name__)
_STATE_MESSAGES = {
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
    """Version in force and last evaluation, as known at an instant."""

    version: PublishedVersion | None
    evaluation: StoredConclusion | None
    status: ResultStatus | None = None
    """None without a decision on the evaluation."""


@dataclass(frozen=True, slots=True)
class Applied:
    """Known states of one scorecard then and now, with reasons for differences."""

    card: str
    then: KnownState
    now: KnownState
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayQuery:
    """The requested day, the instant of knowledge, and the present instant."""

    day: date
    known: str
    now: str


def applied_by_card(
    stored: Sequence[StoredConclusion], query: DayQuery, gazette: Gazette, shelves: TableStores
) -> Iterator[Applied]:
    """Yield the known states per scorecard; sort `stored` by as-of date, then time.

    The last evaluation counts even if withdrawn or corrected, because no decision restored an earlier evaluation.
    """
    for card in sorted({parse_card(conclusion.scorecard_version).card for conclusion in stored}):
        versions = gazette.versions(card)
        of_card = [conclusion for conclusion in stored if parse_card(conclusion.scorecard_version).card == card]
        then, now = (_known_state(versions, of_card, query.day, instant) for instant in (query.known, query.now))
        source = shelves.for_all if now.version is None else shelves.source(now.version)
        yield Applied(card, then, now, tuple(differences(then, now, query, source, versions)))


def _known_state(
    versions: Sequence[PublishedVersion], stored: Sequence[StoredConclusion], day: date, known: str
) -> KnownState:
    evaluations = [
        conclusion
        for conclusion in stored
        if conclusion.create_time <= known and conclusion.as_of_date <= day.isoformat()
    ]
    try:
        version = find_version_in_force(versions, day, known)
    except VersionError:
        version = None
    last = evaluations[-1] if evaluations else None
    return KnownState(version, last, None if last is None else status_of(last.decisions, known))


def differences(
    then: KnownState, now: KnownState, query: DayQuery, tables: TableSource, versions: Sequence[PublishedVersion] = ()
) -> Iterator[str]:
    """Yield the reasons for different states; `versions` are those of the scorecard."""
    if now.version is not then.version:
        yield from _version_messages(then.version, now.version, query)
    yield from _edition_messages(now, query, tables)
    evaluation = now.evaluation
    if evaluation is not None and evaluation is not then.evaluation:
        yield _message("STORED_SINCE", evaluation=evaluation.name, time=evaluation.create_time)
        if then.evaluation is not None:
            yield from _change_messages(then.evaluation, evaluation)
    if now.status is not None and now.status != then.status:
        slots = {"time": now.status.time, "campaign": now.status.campaign, "reason": now.status.reason}
        yield _message(_STATE_MESSAGES[now.status.state], evaluation=evaluation.name if evaluation else "", **slots)
    if evaluation is not None:
        yield from _repeal_messages(evaluation, query, versions)


def _version_messages(then: PublishedVersion | None, now: PublishedVersion | None, query: DayQuery) -> Iterator[str]:
    repeal = None if then is None else then.repeal
    if then is not None and repeal is not None and query.known < repeal.time and repeal.first_day <= query.day:
        yield _message("REPEALED_SINCE", version=then.name, time=repeal.time, reason=repeal.reason)
    if now is not None:
        yield _message("PUBLISHED_SINCE", version=now.name, time=now.publish_time)


def _edition_messages(now: KnownState, query: DayQuery, tables: TableSource) -> Iterator[str]:
    for table in () if now.version is None else now.version.scorecard.tables or ():
        if table.edition is None:
            days = (date.fromisoformat(instant[:10]) for instant in (query.known, query.now))
            old, new = (tables.in_force(table.name, as_of=query.day, known=known) for known in days)
            if new is not None and new is not old:
                yield _message("EDITION_SINCE", edition=new.name, day=new.manifest.known_from)
                yield from _other_edition_messages(now.evaluation, table.name, new.name)


def _other_edition_messages(evaluation: StoredConclusion | None, table: str, edition: str) -> Iterator[str]:
    if evaluation is None or evaluation.written is None:
        return
    for recorded_table in evaluation.written.head.tables:
        if recorded_table.name == table and f"{table}@{recorded_table.edition}" != edition:
            yield _message("LOOKED_IN_ANOTHER", evaluation=evaluation.name, edition=f"{table}@{recorded_table.edition}")


def _change_messages(before: StoredConclusion, after: StoredConclusion) -> Iterator[str]:
    if before.written is None or after.written is None:
        return
    old, new = before.written.results_by_step, after.written.results_by_step
    moved = [step.partition("/") for step in {**old, **new} if step in old and step in new and old[step] != new[step]]
    facts = tuple(name for group, _, name in moved if group == "facts" and "/" not in name)
    if facts:
        yield _message("GIVEN_OTHERWISE", evaluation=after.name, other=before.name, facts=facts)
    criteria = tuple(
        name
        for group, _, name in moved
        if group in _CRITERIA and old[f"{group}/{name}"][0] != new[f"{group}/{name}"][0]
    )
    if criteria:
        yield _message("CAME_OUT_OTHERWISE", criteria=criteria)


def _repeal_messages(
    evaluation: StoredConclusion, query: DayQuery, versions: Sequence[PublishedVersion]
) -> Iterator[str]:
    for version in versions:
        repeal = version.repeal if version.name == evaluation.scorecard_version else None
        if repeal is not None and query.known < repeal.time and repeal.first_day.isoformat() <= evaluation.as_of_date:
            yield _message("UNDER_REPEALED", evaluation=evaluation.name, version=version.name)
