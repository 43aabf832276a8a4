"""Form of a plan for a group: the goal with its budget, and the measures of an uploaded file in hidden fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts import InputError, NumberError, Violation, attempt, error_message, message_factory
from rules.planning import check_measures, exact_cost
from service.planning.plan_messages import read_measure_list
from service.workbench.measure_rows import plain_number, sent_measures
from service.workbench.plan_forms import PlanForm, at_form_field
from service.workbench.plan_goals import goal_choices, read_goal
from touchstone.v1 import plan_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.model import Scorecard
    from service.workbench.page import PageRequest

_message = message_factory(__name__)

BUDGET = "group_budget"
_GRADES, _FIGURE = "grades", "highest:"
_KINDS = {"highest": plan_pb2.GROUP_GOAL_KIND_HIGHEST, "lowest": plan_pb2.GROUP_GOAL_KIND_LOWEST}
_FIELDS = {"budget": BUDGET, "members": "member", "currency": "file", "measures": "file"}


def group_goals(card: Scorecard, language: str, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the goals of a group: the grades if the scorecard has any, then its figures."""
    grades = [(_GRADES, words["goal_grades"])] if card.grades or card.stage_definitions else []
    choices = goal_choices(card, language, words)
    return [*grades, *(choice for choice in choices if choice[0].partition(":")[0] in _KINDS)]


def read_group_goal(form: PlanForm, known: Sequence[str]) -> plan_pb2.GroupGoal:
    """Return the goal as typed; raise InputError with all problems."""
    violations: list[Violation] = []
    is_grades = form.goal == _GRADES and _GRADES in known
    own = (_FIGURE, [_FIGURE]) if is_grades else (form.goal, known)
    goal = attempt(violations, read_goal, replace(form, goal=own[0], budget=""), own[1])
    budget = plain_number(form.budget)
    try:
        exact_cost(budget)
    except NumberError as error:
        text = error_message(error) if budget else _message("NO_GROUP_BUDGET")
        violations.append(Violation(BUDGET, text, "MALFORMED" if budget else "REQUIRED"))
    if violations or goal is None:
        raise InputError(tuple(violations))
    kind = plan_pb2.GROUP_GOAL_KIND_GRADES if is_grades else _KINDS[form.goal.partition(":")[0]]
    return plan_pb2.GroupGoal(kind=kind, figure=goal.figure, budget=budget, date=goal.date, years=goal.years)


def checked_measures(page_request: PageRequest, card: Scorecard) -> plan_pb2.MeasureList:
    """Return the measures in the hidden fields; raise InputError if one is malformed or not valid for the scorecard."""
    listed, violations = sent_measures(page_request), list[Violation]()
    read = read_measure_list(listed, violations)
    if listed.measures and not violations:
        attempt(violations, check_measures, card, read)
    if violations:
        raise InputError.of("", _message("MEASURES_UNREADABLE"), "MALFORMED")
    return listed


def at_group_field(violation: Violation, form: PlanForm, localize: Callable[[str], str]) -> Violation:
    """Return a violation of the request at its form field."""
    name = violation.field.partition("[")[0].partition(".")[0]
    if name in ("members", "measures"):
        description = f"{violation.field}: {localize(violation.description)}"
        return replace(violation, field=_FIELDS[name], description=description)
    located = at_form_field(violation, form, localize, "")
    return replace(located, field=_FIELDS.get(located.field, located.field))
