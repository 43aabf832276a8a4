"""Result models of an improvement plan: plans, their proofs, and reasons why a goal is excluded.

Amounts are exact text: a decimal, or a fraction such as "1/3".
"""

from __future__ import annotations

from enum import StrEnum

from rules.contracts.inputs import FrozenModel, Subject
from rules.planning.measures import CostRange


class PlanKind(StrEnum):
    """Kinds of plans, by their strength among all plans that reach the goal."""

    CHEAPEST = "cheapest"
    FASTEST = "fastest"
    """It ends first; among these, it is the cheapest."""
    FEWEST = "fewest"
    """It has the fewest measures; among these, it is the cheapest."""
    BEST_FIGURE = "best_figure"
    """It has the best value of the figure within the budget; among these, it is the cheapest."""


class RequiredDocument(FrozenModel):
    """A document that the plan assumes for a changed fact: one of the accepted kinds."""

    fact: str
    kinds: tuple[str, ...]


class ChosenMeasure(FrozenModel):
    """A measure of a plan with its first and last day, and its costs at the chosen level."""

    measure: str
    level: str | None = None
    start_date: str
    end_date: str
    cost_once: CostRange
    cost_per_year: CostRange
    documents: tuple[RequiredDocument, ...] = ()


class MovedCriterion(FrozenModel):
    """A criterion with another outcome or other points at the end of the plan; points are text, empty for gates."""

    criterion: str
    outcome_before: str
    outcome_after: str
    points_before: str = ""
    points_after: str = ""


class ImprovementPlan(FrozenModel):
    """A plan, confirmed by the ordinary evaluator.

    `cost` is the highest total cost, once and for the years of the goal. `bound` is a proved limit: no plan for the
    goal is better. It is a cost for `cheapest`, a date for `fastest`, a number of measures for `fewest`, and a value
    for `best_figure`. The plan `is_proved` if it equals the bound. With a `price`, plans that cost more or less are
    limited, too: by the bound and `price` for each unit of the difference.

    `assumed_facts` were unknown, and the plan depends on the values that `end_state` has for them; the limit is then
    that of the plans which assume one of the values tried. `figure_after` is certain for all values of the other
    unknown facts. `verify_again` are changed facts that an assessor had verified before.
    """

    kind: PlanKind
    goal_grade: str = ""
    measures: tuple[ChosenMeasure, ...]
    end_date: str
    cost_once: CostRange
    cost_per_year: CostRange
    cost: str
    bound: str
    price: str = ""
    is_proved: bool
    grade: str = ""
    total_before: str = ""
    total_after: str = ""
    figure_before: str = ""
    figure_after: str = ""
    moved: tuple[MovedCriterion, ...] = ()
    assumed_facts: tuple[str, ...] = ()
    unknown_facts: tuple[str, ...] = ()
    verify_again: tuple[str, ...] = ()
    end_state: Subject


class ObstacleKind(StrEnum):
    """Reasons why a grade cannot be reached."""

    GATE = "gate"
    """No plan passes this gate."""
    REQUIREMENT = "requirement"
    """No plan meets this requirement of the grade, apart from the points."""
    POINTS = "points"
    """No plan earns the points of the grade."""
    APPLICABILITY = "applicability"
    """The scorecard does not apply to the subject."""
    TOGETHER = "together"
    """Each requirement can be met alone, but not all of them by one plan."""


class Obstacle(FrozenModel):
    """One reason why a grade is excluded. `criterion` is the gate; `reachable` are the most points of any plan."""

    kind: ObstacleKind
    criterion: str = ""
    required: str = ""
    reachable: str = ""


class ExcludedGrade(FrozenModel):
    """A grade that no plan reaches, with the reasons; not `is_proved` if the search ended too early."""

    grade: str
    is_proved: bool
    obstacles: tuple[Obstacle, ...] = ()


class UnavailableReason(StrEnum):
    """Reasons why a measure cannot be part of a plan."""

    TOO_LATE = "too_late"
    """It ends after the date of the goal."""
    ENDED_PERIOD = "ended_period"
    """It changes a fact that was measured in an ended period."""
    REQUIRES_UNAVAILABLE = "requires_unavailable"
    """It requires a measure that is unavailable."""


class UnavailableMeasure(FrozenModel):
    """A measure that cannot be part of a plan. `detail` is its last day, the fact or the required measure."""

    measure: str
    reason: UnavailableReason
    detail: str


class SearchEffort(FrozenModel):
    """The work of a search. `scale` is the integer that a unit of points is multiplied by in the solver."""

    evaluations: int
    rounds: int
    cuts: int
    scale: str


class PlanResult(FrozenModel):
    """All plans of one request, best grade last, and the grades that no plan reaches.

    `grade_now` is the present grade on the date of the goal, empty if it is not certain.
    """

    grade_now: str = ""
    plans: tuple[ImprovementPlan, ...] = ()
    excluded: tuple[ExcludedGrade, ...] = ()
    unavailable: tuple[UnavailableMeasure, ...] = ()
    effort: SearchEffort


class PlanProgress(FrozenModel):
    """The state of a running search: the grade searched for, the best cost found and the proved bound."""

    kind: PlanKind
    goal_grade: str = ""
    rounds: int
    best: str | None = None
    bound: str | None = None
