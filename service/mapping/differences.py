"""What differs between two records of one subject, as clients read it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.mapping.records import write_conclusion, write_criterion
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from rules.contracts.record import CriterionResult, Record


def write_difference(before: Record, after: Record, *, evaluation: str) -> evaluation_service_pb2.EvaluationDifference:
    """Write both conclusions, and the criteria whose outcome or points differ, in the order of the later scorecard."""
    olds = {result.id: result for result in before.criteria}
    news = {result.id: result for result in after.criteria}
    ids = [*news, *(id for id in olds if id not in news)]
    return evaluation_service_pb2.EvaluationDifference(
        evaluation=evaluation,
        before=write_conclusion(before.conclusion),
        after=write_conclusion(after.conclusion),
        criterion_differences=[
            evaluation_service_pb2.CriterionDifference(
                criterion_id=id,
                before=write_criterion(olds[id]) if id in olds else None,
                after=write_criterion(news[id]) if id in news else None,
            )
            for id in ids
            if _answer(olds.get(id)) != _answer(news.get(id))
        ],
    )


def _answer(result: CriterionResult | None) -> object:
    return None if result is None else (result.kind, result.outcome, result.points, result.maximum_points)
