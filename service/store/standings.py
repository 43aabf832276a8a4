"""Where does each subject of an organisation stand under one scorecard version, by its evaluation stored last?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import func, select

from rules.contracts.intervals import Interval
from rules.contracts.numbers import parse_exact
from rules.contracts.outcomes import ConclusionKind
from service.store.tables import OutcomeRow, StandingRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from sqlalchemy import Connection, Select

_STANDINGS = StandingRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_OUTCOMES = OutcomeRow.__table__  # type: ignore[attr-defined] # likewise


@dataclass(frozen=True, slots=True)
class Standing:
    """One subject's last evaluation: the parts of its track that are known, and its total score."""

    evaluation: str
    subject: str
    kind: ConclusionKind
    track: Mapping[str, str]
    score: Interval


@dataclass(frozen=True, slots=True)
class Standings:
    """The standing of every subject, and the share of its maximum that each indicator earned, by evaluation."""

    standings: tuple[Standing, ...]
    shares: Mapping[str, Mapping[str, Interval]]


def read_standings(connection: Connection, organization: str, scorecard_version: str) -> Standings:
    """Read the standings; evaluations are named by time, so the last name of a subject is its last evaluation."""
    last = (
        select(func.max(_STANDINGS.c.evaluation))
        .where(_STANDINGS.c.organization == organization, _STANDINGS.c.scorecard_version == scorecard_version)
        .group_by(_STANDINGS.c.subject)
    )
    rows = connection.execute(
        select(_STANDINGS).where(_STANDINGS.c.evaluation.in_(last)).order_by(_STANDINGS.c.subject)
    )
    standings = tuple(
        Standing(
            evaluation=row.evaluation,
            subject=row.subject,
            kind=ConclusionKind(row.conclusion_kind),
            track=orjson.loads(row.track),
            score=Interval(_exact(row.score_low), _exact(row.score_high), row.score_low_open, row.score_high_open),
        )
        for row in rows
    )
    return Standings(standings, _shares(connection, last))


def _shares(connection: Connection, evaluations: Select[tuple[str]]) -> dict[str, dict[str, Interval]]:
    rows = connection.execute(
        select(_OUTCOMES).where(_OUTCOMES.c.evaluation.in_(evaluations), _OUTCOMES.c.kind == "indicator")
    )
    shares: dict[str, dict[str, Interval]] = {}
    for row in rows:
        maximum = _exact(row.maximum_points)
        if maximum is None or maximum <= 0:
            continue
        low, high = _exact(row.points_low), _exact(row.points_high)
        share = Interval(None if low is None else low / maximum, None if high is None else high / maximum)
        shares.setdefault(row.evaluation, {})[row.criterion] = share
    return shares


def _exact(text: str | None) -> Fraction | None:
    return None if text is None else parse_exact(text)
