"""Undecided cases under a scorecard, and those that a new version affects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import Connection, func, select

from service.store.result_status import UNDECIDED
from service.store.tables import CASES, EVALUATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

_BATCH_SIZE = 500


@dataclass(frozen=True, slots=True)
class UndecidedCases:
    """Number of undecided cases, and of those evaluated for a date in a period."""

    all: int
    reevaluated: int


def count_undecided_cases(
    connection: Connection, organization: str, card: str, period: tuple[str, str]
) -> UndecidedCases:
    """Count undecided cases; `period` is the first and last date of a new version."""
    chosen = select(CASES.c.content).where(
        CASES.c.organization == organization,
        CASES.c.state.in_(UNDECIDED),
        CASES.c.content.contains(f'"scorecards/{card}', autoescape=True),
    )
    contents = [orjson.loads(content) for content in connection.execute(chosen).scalars()]
    own = [content for content in contents if content.get("scorecard", "").split("/")[1:2] == [card]]
    evaluations = [content["evaluation"] for content in own if content.get("evaluation")]
    return UndecidedCases(len(own), _count_dated(connection, evaluations, period))


def _count_dated(connection: Connection, evaluations: Sequence[str], period: tuple[str, str]) -> int:
    count = 0
    for start in range(0, len(evaluations), _BATCH_SIZE):
        some = evaluations[start : start + _BATCH_SIZE]
        chosen = select(func.count()).where(EVALUATIONS.c.name.in_(some), EVALUATIONS.c.as_of_date.between(*period))
        count += int(connection.execute(chosen).scalar() or 0)
    return count
