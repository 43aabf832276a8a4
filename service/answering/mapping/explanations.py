"""How does an explanation become the message that clients read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.answering.mapping.inputs import write_value
from service.answering.mapping.records import write_basis
from touchstone.v1 import evaluation_service_pb2, types_pb2

if TYPE_CHECKING:
    from rules.contracts.dates import Period
    from rules.model.scorecard import Scorecard
    from rules.trail.closed_time import ClosedPeriod
    from rules.trail.explain import Explanation
    from rules.trail.ways_up import WayUp


def write_explanation(
    explanation: Explanation, scorecard: Scorecard
) -> evaluation_service_pb2.ExplainEvaluationResponse:
    """Write an explanation; the bases come from the scorecard version."""
    bases = {basis.id: basis for basis in scorecard.bases}
    return evaluation_service_pb2.ExplainEvaluationResponse(
        statements=[
            evaluation_service_pb2.Statement(
                topic=f"TOPIC_{statement.topic.name}",
                text=statement.text,
                criterion_id=statement.criterion or "",
                fact_ids=statement.facts,
                evidence_ids=statement.evidence,
                bases=[write_basis(bases[id]) for id in statement.bases if id in bases],
            )
            for statement in explanation.statements
        ],
        ways_up=map(_way, explanation.ways_up),
        blocking_criterion_ids=explanation.blocking,
        closed_period=None if explanation.closed is None else _closed(explanation.closed),
        following_ways_up=map(_way, explanation.following),
    )


def _way(way: WayUp) -> evaluation_service_pb2.WayUp:
    return evaluation_service_pb2.WayUp(
        fact_id=way.fact,
        current_value=None if way.current is None else write_value(way.current),
        required_value=write_value(way.required),
        resulting_grade=way.grade,
    )


def _closed(closed: ClosedPeriod) -> evaluation_service_pb2.ClosedPeriod:
    return evaluation_service_pb2.ClosedPeriod(
        fact_id=closed.fact, period=_range(closed.period), following_period=_range(closed.following)
    )


def _range(period: Period) -> types_pb2.DateRange:
    return types_pb2.DateRange(first_date=period.first.isoformat(), last_date=period.last.isoformat())
