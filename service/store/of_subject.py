"""Evaluations by subject: the latest per scorecard or version, and those still valid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Select, func, or_, select, text

from rules.contracts import (
    Conclusion,
    ConclusionCertainty,
    ConclusionKind,
    Interval,
    TrailError,
    WrittenSteps,
    parse_exact,
)
from rules.trail import read_conclusion
from service.base.resource_names import parse_card
from service.store.criterion_outcomes import outcomes_of
from service.store.months import STORED_FINDINGS, archived_months, archived_refusal
from service.store.outcome_projection import OmittedEvaluations, omitted_evaluations, project_unwritten
from service.store.result_states import ResultDecision, ResultStatus
from service.store.result_status import decisions_on, result_statuses
from service.store.serial_use import double_use_count
from service.store.stored_records import StoredRecord, unpack
from service.store.tables import (
    CONCLUSIONS,
    EVALUATIONS,
    LISTED_ROWS,
    STANDINGS,
)

_LAST_EVALUATIONS_QUERY = text(
    """
    WITH RECURSIVE known(subject) AS (
      SELECT MIN(subject) FROM standing WHERE organization = :organization AND scorecard_version = :version
      UNION ALL
      SELECT (SELECT MIN(later.subject) FROM standing later WHERE later.organization = :organization
              AND later.scorecard_version = :version AND later.subject > known.subject)
      FROM known WHERE known.subject IS NOT NULL
    )
    SELECT known.subject, (SELECT MAX(its.evaluation) FROM standing its WHERE its.organization = :organization
                           AND its.scorecard_version = :version AND its.subject = known.subject) AS last
    FROM known WHERE known.subject IS NOT NULL
    """
)
"""Search with one index access per subject, without reading earlier evaluations."""
_BATCH_SIZE = 256


@dataclass(frozen=True, slots=True)
class LastEvaluation:
    """The last stored evaluation of a subject under a scorecard."""

    name: str
    create_time: str
    written_steps: WrittenSteps


def last_evaluations(
    connection: Connection,
    organization: str,
    card: str | None = None,
    subject: str | None = None,
    *,
    unread: list[str],
) -> Iterator[LastEvaluation]:
    """Yield the last valid evaluations by name, optionally of one scorecard or subject.

    Names are ordered by time. Omits evaluations that were unreadable at projection. Appends names that are unreadable
    now, or archived, to `unread`.
    """
    last = last_names(connection, organization, card, subject)
    names = sorted(last - {name for name, status in result_statuses(connection, last).items() if not status.stands})
    for start in range(0, len(names), _BATCH_SIZE):
        rows = select(EVALUATIONS.c.name, EVALUATIONS.c.create_time, EVALUATIONS.c.record).where(
            EVALUATIONS.c.name.in_(names[start : start + _BATCH_SIZE])
        )
        archived = set(names[start : start + _BATCH_SIZE])
        for name, create_time, record in connection.execute(rows.order_by(EVALUATIONS.c.name)):
            archived.remove(name)
            try:
                written = unpack(record)
            except TrailError:
                unread.append(name)
            else:
                yield LastEvaluation(name, create_time, written)
        unread += sorted(archived)


def last_names(
    connection: Connection, organization: str, card: str | None = None, subject: str | None = None
) -> set[str]:
    """Return the name of the last evaluation of each subject under each scorecard, in any state."""
    versions = select(CONCLUSIONS.c.scorecard_version).where(CONCLUSIONS.c.organization == organization).distinct()
    last: dict[tuple[str, str], str] = {}
    for version in connection.execute(versions).scalars().all():
        for row in connection.execute(_LAST_EVALUATIONS_QUERY, {"organization": organization, "version": version}):
            key = row.subject, parse_card(version).card
            last[key] = max(row.last, last.get(key, ""))
    for projection in project_unwritten(connection, organization):
        key = projection.standing["subject"], parse_card(projection.standing["scorecard_version"]).card
        last[key] = max(projection.standing["evaluation"], last.get(key, ""))
    return {
        name
        for (row_subject, row_card), name in last.items()
        if card in {None, row_card} and subject in {None, row_subject}
    }


_YEARS_READ = 2
MOST = 128
"""Maximum number of earlier evaluations read."""


def earlier_evaluations(
    connection: Connection, *, organization: str, subject: str, cards: Iterable[str], until: str
) -> Sequence[StoredRecord]:
    """Return a subject's valid evaluations up to a date, among the last `MOST`.

    Raises:
        Refusal: If an archived evaluation could be the one with the facts.
    """
    cards = list(cards)
    candidates = select(LISTED_ROWS.c.evaluation).where(
        LISTED_ROWS.c.organization == organization,
        LISTED_ROWS.c.subject == subject,
        LISTED_ROWS.c.as_of_date <= until,
    )
    of_cards = or_(
        *(EVALUATIONS.c.scorecard_version.startswith(f"scorecards/{card}/", autoescape=True) for card in cards)
    )
    query = (
        select(EVALUATIONS.c.name, EVALUATIONS.c.record, EVALUATIONS.c.record_key)
        .where(EVALUATIONS.c.name.in_(candidates), of_cards)
        .order_by(EVALUATIONS.c.name.desc())
        .limit(MOST)
    )
    records = [StoredRecord(*row).expanded() for row in connection.execute(query)][::-1]
    if archived_months(connection):
        of_listed = or_(
            *(CONCLUSIONS.c.scorecard_version.startswith(f"scorecards/{card}/", autoescape=True) for card in cards)
        )
        listed = _LISTED_HEADS.where(LISTED_ROWS.c.evaluation.in_(candidates), of_listed)
        _refuse_archived(connection, connection.execute(listed).all(), {record.name for record in records}, until)
    statuses = result_statuses(connection, [record.name for record in records])
    return [record for record in records if record.name not in statuses or statuses[record.name].stands]


def _refuse_archived(connection: Connection, listed: Iterable[Any], stored: set[str], until: str) -> None:
    """Raise Refusal for an archived evaluation that may supply facts.

    Facts come from the latest earlier evaluation of a scorecard, or from one of the year before. So all evaluations of
    the last `_YEARS_READ` years are needed, and the latest of each scorecard.
    """
    first_needed = f"{int(until[:4]) - _YEARS_READ:04}"
    latest: dict[str, str] = {}
    for row in listed:
        card = parse_card(row.scorecard_version).card
        latest[card] = max(latest.get(card, ""), row.as_of_date)
    for name, _, as_of_date, version in listed:
        is_needed = as_of_date >= min(first_needed, latest[parse_card(version).card])
        if is_needed and name not in stored and (archived := archived_refusal(connection, name)) is not None:
            raise archived


_HEAD_COLUMNS = (
    EVALUATIONS.c.name,
    EVALUATIONS.c.create_time,
    EVALUATIONS.c.as_of_date,
    EVALUATIONS.c.scorecard_version,
)
_LISTED_HEADS = select(
    LISTED_ROWS.c.evaluation, LISTED_ROWS.c.create_time, LISTED_ROWS.c.as_of_date, CONCLUSIONS.c.scorecard_version
).join(CONCLUSIONS, CONCLUSIONS.c.id == LISTED_ROWS.c.conclusion)
_RECORD_COLUMNS = (*_HEAD_COLUMNS, EVALUATIONS.c.record, EVALUATIONS.c.archive_findings)
_ORDER = (EVALUATIONS.c.as_of_date, EVALUATIONS.c.name)


@dataclass(frozen=True, slots=True)
class StoredConclusion:
    """Conclusion of a stored evaluation, its certainty, and double uses found at storage."""

    name: str
    create_time: str
    as_of_date: str
    scorecard_version: str
    rule_digest: str
    conclusion: Conclusion
    standing: ConclusionCertainty
    double_uses: int = 0
    decisions: tuple[ResultDecision, ...] = ()
    written: WrittenSteps | None = field(default=None, compare=False, repr=False)


def conclusions_of(  # noqa: PLR0913
    connection: Connection,
    organization: str,
    subject: str,
    *,
    day: str,
    known: Iterable[str],
    unread: list[str],
) -> Iterator[StoredConclusion]:
    """Yield each scorecard's last conclusion, and its conclusion for `day` known at each instant of `known`.

    Sorted by as-of date, then storage. Only these records are read. Appends unreadable and archived names to `unread`.
    """
    query = _LISTED_HEADS.where(LISTED_ROWS.c.organization == organization, LISTED_ROWS.c.subject == subject).order_by(
        LISTED_ROWS.c.as_of_date, LISTED_ROWS.c.evaluation
    )
    instants = sorted(known)
    last: dict[tuple[str, str], str] = {}
    for name, create_time, as_of_date, version in connection.execute(query):
        card = parse_card(version).card
        last[card, ""] = name
        if as_of_date <= day:
            last |= {(card, instant): name for instant in instants if create_time <= instant}
    names = set(last.values())
    rows = connection.execute(select(*_RECORD_COLUMNS).where(EVALUATIONS.c.name.in_(names)).order_by(*_ORDER)).all()
    unread += sorted(names - {row.name for row in rows})  # archived
    decisions = decisions_on(connection, names)
    for row in rows:
        try:
            written = unpack(row.record)
            conclusion, certainty, _ = read_conclusion(written)
        except TrailError:
            unread.append(row.name)
            continue
        columns = row.name, row.create_time, row.as_of_date, row.scorecard_version
        doubles = double_use_count(row.archive_findings)
        yield StoredConclusion(
            *columns, written.head.rule_digest, conclusion, certainty, doubles, decisions.get(row.name, ()), written
        )


_NO_ROW = {"evaluation": ""}


@dataclass(frozen=True, slots=True)
class LatestResult:
    """Last evaluation of a subject: known track, score and double uses."""

    evaluation: str
    subject: str
    kind: ConclusionKind
    track: Mapping[str, str]
    score: Interval
    double_uses: int
    status: ResultStatus | None = None


@dataclass(frozen=True, slots=True)
class LatestResults:
    """Latest results of all subjects, with earned shares of indicator maximums by evaluation."""

    standings: tuple[LatestResult, ...]
    shares: Mapping[str, Mapping[str, Interval]]
    left_out: OmittedEvaluations


def read_latest_results(connection: Connection, organization: str, scorecard_version: str) -> LatestResults:
    """Return the latest result of each subject under a version."""
    last = (
        select(func.max(STANDINGS.c.evaluation))
        .where(STANDINGS.c.organization == organization, STANDINGS.c.scorecard_version == scorecard_version)
        .group_by(STANDINGS.c.subject)
    )
    rows = connection.execute(select(STANDINGS).where(STANDINGS.c.evaluation.in_(last)).order_by(STANDINGS.c.subject))
    by_subject = {row.subject: dict(row._mapping) for row in rows}
    earned = [row for result_row in by_subject.values() for row in outcomes_of(connection, result_row["evaluation"])]
    doubles = double_uses_by_evaluation(connection, last)
    for projection in project_unwritten(connection, organization):
        subject, name = projection.standing["subject"], projection.standing["evaluation"]
        if (
            projection.standing["scorecard_version"] == scorecard_version
            and name > by_subject.get(subject, _NO_ROW)["evaluation"]
        ):
            by_subject[subject] = projection.standing
            earned += projection.outcomes
            doubles |= double_uses_by_evaluation(connection, (name,))
    statuses = result_statuses(connection, [row["evaluation"] for row in by_subject.values()])
    standings = tuple(
        LatestResult(
            evaluation=row["evaluation"],
            subject=subject,
            kind=ConclusionKind(row["conclusion_kind"]),
            track=orjson.loads(row["track"]),
            score=Interval(
                _exact(row["score_low"]), _exact(row["score_high"]), row["score_low_open"], row["score_high_open"]
            ),
            double_uses=doubles.get(row["evaluation"], 0),
            status=statuses.get(row["evaluation"]),
        )
        for subject, row in sorted(by_subject.items())
    )
    return LatestResults(
        standings, _shares(earned), omitted_evaluations(connection, organization, version=scorecard_version)
    )


def newest_by_subject(
    connection: Connection, organization: str, scorecard_version: str, *, after: str, limit: int
) -> list[tuple[str, str]]:
    """Return up to `limit` subjects with their last evaluations under a version."""
    query = (
        select(STANDINGS.c.subject, func.max(STANDINGS.c.evaluation))
        .where(*_of_version(organization, scorecard_version), STANDINGS.c.subject > after)
        .group_by(STANDINGS.c.subject)
        .order_by(STANDINGS.c.subject)
        .limit(limit)
    )
    return [(subject, evaluation) for subject, evaluation in connection.execute(query)]


def count_subjects(connection: Connection, organization: str, scorecard_version: str) -> int:
    """Return the number of subjects evaluated under a version."""
    query = select(func.count(STANDINGS.c.subject.distinct())).where(*_of_version(organization, scorecard_version))
    return int(connection.execute(query).scalar_one())


def _of_version(organization: str, scorecard_version: str) -> tuple[ColumnElement[bool], ...]:
    return STANDINGS.c.organization == organization, STANDINGS.c.scorecard_version == scorecard_version


def double_uses_by_evaluation(
    connection: Connection, evaluations: Select[tuple[str]] | tuple[str, ...]
) -> dict[str, int]:
    """Return double uses by evaluation, omitting evaluations without archive findings."""
    query = select(STORED_FINDINGS.c.name, STORED_FINDINGS.c.archive_findings).where(
        STORED_FINDINGS.c.name.in_(evaluations)
    )
    return {row.name: double_use_count(row.archive_findings) for row in connection.execute(query)}


def _shares(earned: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Interval]]:
    shares: dict[str, dict[str, Interval]] = {}
    for row in earned:
        maximum = _exact(row["maximum_points"])
        if maximum is None or maximum <= 0:
            continue
        low, high = _exact(row["points_low"]), _exact(row["points_high"])
        share = Interval(None if low is None else low / maximum, None if high is None else high / maximum)
        shares.setdefault(row["evaluation"], {})[row["criterion"]] = share
    return shares


def _exact(text: str | None) -> Fraction | None:
    return None if text is None else parse_exact(text)
