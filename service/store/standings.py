"""Latest result of each subject under one scorecard version: track, score, shares and double uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import orjson
from sqlalchemy import Connection, Select, func, select

from rules.contracts import ConclusionKind, Interval, parse_exact
from service.store.outcomes import OmittedEvaluations, omitted_evaluations, project_unwritten
from service.store.result_status import ResultStatus, result_statuses
from service.store.serial_use import double_use_count
from service.store.tables import EvaluationRow, OutcomeRow, StandingRow

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_STANDINGS = StandingRow.__table__  # type: ignore[attr-defined] # likewise
_OUTCOMES = OutcomeRow.__table__  # type: ignore[attr-defined] # likewise
_NONE = {"evaluation": ""}


@dataclass(frozen=True, slots=True)
class LatestResult:
    """One subject's last evaluation: what is known of its track, its total score, how many double uses were found."""

    evaluation: str
    subject: str
    kind: ConclusionKind
    track: Mapping[str, str]
    score: Interval
    double_uses: int
    status: ResultStatus | None = None
    """What was decided of it since; nothing of most."""


@dataclass(frozen=True, slots=True)
class LatestResults:
    """The standing of every subject, and the share of its maximum that each indicator earned, by evaluation."""

    standings: tuple[LatestResult, ...]
    shares: Mapping[str, Mapping[str, Interval]]
    left_out: OmittedEvaluations


def read_latest_results(connection: Connection, organization: str, scorecard_version: str) -> LatestResults:
    """Read the standings; evaluations are named by time, so the last name of a subject is its last evaluation."""
    last = (
        select(func.max(_STANDINGS.c.evaluation))
        .where(_STANDINGS.c.organization == organization, _STANDINGS.c.scorecard_version == scorecard_version)
        .group_by(_STANDINGS.c.subject)
    )
    rows = connection.execute(
        select(_STANDINGS).where(_STANDINGS.c.evaluation.in_(last)).order_by(_STANDINGS.c.subject)
    )
    by_subject = {row.subject: dict(row._mapping) for row in rows}
    outcomes = connection.execute(
        select(_OUTCOMES).where(_OUTCOMES.c.evaluation.in_(last), _OUTCOMES.c.kind == "indicator")
    )
    earned = [dict(row._mapping) for row in outcomes]
    doubles = double_uses_by_evaluation(connection, last)
    for projection in project_unwritten(connection, organization):
        subject, name = projection.standing["subject"], projection.standing["evaluation"]
        if (
            projection.standing["scorecard_version"] == scorecard_version
            and name > by_subject.get(subject, _NONE)["evaluation"]
        ):
            by_subject[subject] = projection.standing
            earned += (row for row in projection.outcomes if row["kind"] == "indicator")
            doubles |= double_uses_by_evaluation(connection, (name,))
    decided = result_statuses(connection, [row["evaluation"] for row in by_subject.values()])
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
            status=decided.get(row["evaluation"]),
        )
        for subject, row in sorted(by_subject.items())
    )
    return LatestResults(
        standings, _shares(earned), omitted_evaluations(connection, organization, version=scorecard_version)
    )


def double_uses_by_evaluation(
    connection: Connection, evaluations: Select[tuple[str]] | tuple[str, ...]
) -> dict[str, int]:
    """Count the double uses that the archive found of each evaluation of which it found anything."""
    query = select(_EVALUATIONS.c.name, _EVALUATIONS.c.archive_findings).where(
        _EVALUATIONS.c.name.in_(evaluations), _EVALUATIONS.c.archive_findings != "[]"
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
