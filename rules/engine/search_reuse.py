"""Reuse of a search for an inference that differs in points alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import RecordsExtent, is_known
from rules.engine.lazy_extents import names_unlike
from rules.engine.score import PreviousScore

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.plan import Plan
    from rules.engine.score import Score
    from rules.engine.search import FinishedSearch


def reaches_same_answers(engine: InferenceEngine, search: FinishedSearch, inference: Inference) -> bool:
    """Return whether a search for grades would reach the same answers from another inference.

    Only points may depend on both the changed and the unknown inputs. They must shift every explored score by the same
    amount, without crossing a number that a rule compares.
    """
    question, searched, scores = inference.question, search.inference, search.scores
    has_stages = engine.plan.scorecard.stages is not None
    if scores is None or has_stages or question.supposed_numbers or engine.codes_of_points(inference.score) is None:
        return False
    changed = names_unlike(question.facts, searched.question.facts)
    if (
        not all(is_known(question.facts[name]) and name not in search.unknown for name in changed)
        or any(isinstance(question.facts[name], RecordsExtent) for name in changed)
        or not _names_read_for_candidates(engine.plan).isdisjoint(changed)
        or not engine.dependencies.meet_in_points_alone(changed, search.unknown)
        or (inference.passes, inference.applies, inference.grades)
        != (searched.passes, searched.applies, searched.grades)
        or inference.values.answers != searched.values.answers
    ):
        return False
    earned = searched.score.indicator_points
    criteria = {name for name, points in inference.score.indicator_points.items() if points != earned[name]}
    shift = _shift(searched.score, inference.score)
    for score in scores:
        moved = engine.score_calculator.score(
            inference.values, inference.first_pass, None, PreviousScore(score, criteria)
        )
        if _shift(score, moved) != shift or engine.codes_of_points(moved) != engine.codes_of_points(score):
            return False
    return True


def _names_read_for_candidates(plan: Plan) -> frozenset[str]:
    days = (name for compared, other in plan.comparison_thresholds.days for name in (compared, other.name or ""))
    return frozenset((*days, *(name for scope in plan.records.values() for name in scope.reads)))


def _shift(score: Score, moved: Score) -> tuple[Fraction, Fraction] | None:
    before, after = score.total, moved.total
    if before.low is None or before.high is None or after.low is None or after.high is None:
        return None
    return after.low - before.low, after.high - before.high
