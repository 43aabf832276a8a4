"""Effect of one unknown fact: grades, stages or verdicts still possible for each of its candidate values."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.contracts.extents import Extent, NumberExtent
from rules.contracts.intervals import point_interval
from rules.engine.completions import CandidateValues
from rules.engine.grids import round_down_to_multiple
from rules.engine.unknowns import list_unknowns, with_value
from rules.model.scorecard import FactType
from rules.trail.figures import declared_value_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.contracts.inputs import DeclaredValue
    from rules.engine.inference import InferenceQuestion
    from rules.engine.unknowns import UnknownInput
    from rules.trail.explain_search import Goal

MAXIMUM_FACTS = 60
"""Of how many missing facts the effect is tried out; the others are named without it."""


@dataclass(frozen=True, slots=True)
class ValueEffect:
    """Values of one missing fact after which the same grades or stages remain possible, from the best."""

    values: tuple[DeclaredValue, ...]
    grades: tuple[str, ...]


class ValueEffectFinder:
    """Tries one missing fact at a time, everything else being left as it is known or unknown."""

    def __init__(
        self,
        goal: Goal,
        question: InferenceQuestion,
        excluded: frozenset[str],
        possible: Callable[[InferenceQuestion], tuple[str, ...]] | None = None,
    ) -> None:
        """Ask what is `possible` of this question, grades unless said otherwise, but for what is `excluded`."""
        self._goal = goal
        self._question = question
        self._excluded = excluded
        self._possible = possible or goal.grades
        self._candidates = CandidateValues(goal.engine.plan, question.as_of)
        self._values = goal.engine.explore(question).values
        scorecard = goal.engine.plan.scorecard
        self._records = {record.id: record for record in scorecard.records}
        self._leaves = {leaf.id: leaf for leaf in list_unknowns(scorecard, question)}
        self._left = MAXIMUM_FACTS

    def of(self, address: str) -> tuple[ValueEffect, ...]:
        """Give the effects of a missing fact in the order of its values; none once too many facts were asked about."""
        leaf = self._leaves.get(address)
        if leaf is None or leaf.definition is None or self._left == 0:
            return ()
        self._left -= 1
        by_grades: dict[tuple[str, ...], list[DeclaredValue]] = {}
        for extent in self._extents(leaf):
            value = declared_value_of(extent, leaf.definition, self._records)
            if value is not None:
                possible = self._possible(with_value(self._question, leaf, extent))
                grades = tuple(grade for grade in possible if grade not in self._excluded)
                by_grades.setdefault(grades, []).append(value)
        return tuple(ValueEffect(tuple(values), grades) for grades, values in by_grades.items())

    def _extents(self, leaf: UnknownInput) -> list[Extent]:
        """List what the plan proposes; between two numbers that it compares with one more."""
        extents = self._candidates.of(leaf, self._values)
        if leaf.definition is None or leaf.definition.type is not FactType.NUMBER:
            return extents
        numbers = [
            extent.interval.value
            for extent in extents
            if isinstance(extent, NumberExtent) and extent.interval.value is not None
        ]
        multiple = leaf.definition.multiple_of
        between = [round_down_to_multiple(min((low + high) / 2, low + 1), multiple) for low, high in pairwise(numbers)]
        others = [extent for extent in extents if not isinstance(extent, NumberExtent)]
        return [*(NumberExtent(point_interval(number)) for number in sorted({*numbers, *between})), *others]
