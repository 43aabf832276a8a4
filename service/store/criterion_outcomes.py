"""Criterion and finding outcomes, stored as JSON per evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import bindparam, select

from service.store.prepared_statements import PreparedStatement
from service.store.tables import STANDINGS

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STORED = PreparedStatement(
    lambda _: select(STANDINGS.c.outcomes).where(STANDINGS.c.evaluation == bindparam("evaluation"))
)
_KIND_WITH_POINTS = "indicator"


def pack_outcomes(outcomes: Iterable[Mapping[str, Any]]) -> str:
    """Return outcomes as a JSON object with a list per kind.

    An entry has criterion and outcome. Indicators add maximum points, and points or their two bounds.
    """
    packed: dict[str, list[list[str | None]]] = {}
    for outcome in outcomes:
        answer = [outcome["criterion"], outcome["outcome"]]
        if outcome["kind"] == _KIND_WITH_POINTS:
            low, high = outcome["points_low"], outcome["points_high"]
            answer += [outcome["maximum_points"], low, *(() if low == high else (high,))]
        packed.setdefault(outcome["kind"], []).append(answer)
    return orjson.dumps(packed).decode()


def _unpack_outcomes(evaluation: str, packed: str) -> list[dict[str, Any]]:
    return [_row(evaluation, kind, *answer) for kind, answers in orjson.loads(packed).items() for answer in answers]


def _row(evaluation: str, kind: str, criterion: str, outcome: str, *points: str | None) -> dict[str, Any]:
    maximum, low, high = (*points, *points[-1:])[:3] if points else (None, None, None)
    return {
        "evaluation": evaluation,
        "criterion": criterion,
        "kind": kind,
        "outcome": outcome,
        "points_low": low,
        "points_high": high,
        "maximum_points": maximum,
    }


def pack_findings(findings: Iterable[tuple[str, str]]) -> str:
    """Return findings as a JSON object with a list per outcome."""
    packed: dict[str, list[str]] = {}
    for finding, outcome in findings:
        packed.setdefault(outcome, []).append(finding)
    return orjson.dumps(packed).decode()


def outcomes_of(connection: Connection, evaluation: str) -> Sequence[Mapping[str, Any]]:
    """Return stored criterion outcomes; empty if none are stored."""
    packed = _STORED.value(connection, {"evaluation": evaluation})
    return [] if packed is None else _unpack_outcomes(evaluation, packed)
