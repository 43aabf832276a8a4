"""Input models of an improvement plan: measures, their effects and costs, and the goal.

Amounts are decimal text. Costs are in one currency for the whole list.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from rules.contracts.inputs import DeclaredValue, FrozenModel, Subject


class CostRange(FrozenModel):
    """A cost between two amounts, both included; equal for a known cost."""

    least: str = "0"
    most: str = "0"


class LevelRange(FrozenModel):
    """The amounts that a measure can be taken in, from `least` to `most` by `step`, with the cost of one unit of it.

    The `amount` and `share` of each effect are multiplied by the chosen level.
    """

    least: str = "0"
    most: str
    step: str = "1"
    cost_once: CostRange = CostRange()
    cost_per_year: CostRange = CostRange()


class FactEffect(FrozenModel):
    """An effect on one fact; exactly one of `value`, `amount`, `share`, `added` and `document` is set.

    `value` replaces the present value. `amount` is added to it, in `unit` (the unit of the fact by default), and
    `share` is added in percent of the present value; both may be negative. `added` adds choices or records. `document`
    only proves the present value.
    """

    fact: str
    value: DeclaredValue | None = None
    amount: str | None = None
    unit: str | None = None
    share: str | None = None
    added: DeclaredValue | None = None
    document: Literal[True] | None = None


class Measure(FrozenModel):
    """A measure that the applicant can take.

    `lead_days` is the time from its first to its last day. It begins on `earliest_date` or later, after all measures in
    `requires` have ended. At most one measure of a `group` can be taken. The costs are those of the whole measure, in
    addition to those of the level in `range`.
    """

    id: str
    name: str = ""
    effects: tuple[FactEffect, ...]
    cost_once: CostRange = CostRange()
    cost_per_year: CostRange = CostRange()
    lead_days: int = 0
    earliest_date: str | None = None
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    group: str = ""
    range: LevelRange | None = None


class MeasureList(FrozenModel):
    """Measures with the currency of all their costs (ISO 4217)."""

    currency: str
    measures: tuple[Measure, ...]


class GoalKind(StrEnum):
    """Aims of a search."""

    GRADE = "grade"
    """The cheapest plan that reaches a grade or a better one."""
    EVERY_GRADE = "every_grade"
    """The cheapest plan for each grade better than the present one."""
    ALL_GATES = "all_gates"
    """The cheapest plan that passes all gates, of a scorecard without grades."""
    HIGHEST = "highest"
    """The highest value of a figure within a budget."""
    LOWEST = "lowest"
    """The lowest value of a figure within a budget."""


class PlanGoal(FrozenModel):
    """The goal of a plan, evaluated on `date`.

    `grade` belongs to the kind `grade`. `figure` is a quantity of the scorecard, or empty for the total points;
    `figure` and `budget` belong to the kinds `highest` and `lowest`. `years` of yearly costs count, in addition to the
    costs once.
    """

    kind: GoalKind = GoalKind.GRADE
    grade: str = ""
    figure: str = ""
    budget: str | None = None
    date: str
    years: int = 1


class PlanRequest(FrozenModel):
    """A subject as it is today, its measures and the goal. A measure can begin `today` or later.

    `alternatives` adds the fastest plan and the plan with the fewest measures to the cheapest plan for a grade.
    A price of money is the part of a figure that each unit of money must add. `with_cheaper` adds the best plans at
    several prices to the plan with the best figure, first of all at `price`. Without it, a `price` has one plan, the
    best at this price.
    """

    subject: Subject
    measures: MeasureList
    goal: PlanGoal
    today: str
    alternatives: bool = True
    with_cheaper: bool = False
    price: str | None = None
