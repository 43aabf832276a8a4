"""Semantics of records by number: what each concludes otherwise, and conversion to those of today.

Number 1 calls whatever the ladder decides graded unless only "none" is possible; number 2 calls it grade open where
"none" is possible beside a grade. All else is the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts.outcomes import BY_LADDER, ConclusionKind, Possibility, ladder_kind

if TYPE_CHECKING:
    from rules.contracts.record import Conclusion
    from rules.trail.evaluated import CompletedEvaluation

FIRST = 1


def apply_semantics(semantics: int, evaluated: CompletedEvaluation) -> CompletedEvaluation:
    """Give an evaluation of today with its conclusions as a number of semantics has them."""
    if semantics != FIRST:
        return evaluated
    declared = evaluated.declared_conclusion
    return replace(
        evaluated,
        conclusion=_first(evaluated.conclusion),
        declared_conclusion=None if declared is None else _first(declared),
        setting_alternatives=tuple(
            alternative.model_copy(update={"conclusion": _first(alternative.conclusion)})
            for alternative in evaluated.setting_alternatives
        ),
    )


def to_current_semantics(conclusion: Conclusion) -> Conclusion:
    """Give a conclusion of any number as that of today has it, so that it can be compared with one made anew."""
    if conclusion.kind not in BY_LADDER:
        return conclusion
    possible = [
        grade_result.grade for grade_result in conclusion.grades if grade_result.possibility is not Possibility.EXCLUDED
    ]
    return conclusion.model_copy(update={"kind": ladder_kind(possible)})


def _first(conclusion: Conclusion) -> Conclusion:
    if conclusion.kind is not ConclusionKind.GRADE_OPEN:
        return conclusion
    return conclusion.model_copy(update={"kind": ConclusionKind.GRADED})
