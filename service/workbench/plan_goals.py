"""Goals of a plan in a form: the choices of a scorecard, and the typed goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import NO_GRADE, InputError, Violation, message_factory
from rules.model import NamedCondition
from service.base.whole_numbers import parse_whole_number
from service.workbench.measure_rows import plain_number
from service.workbench.titles import titles
from touchstone.v1 import plan_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.model import Scorecard
    from service.workbench.plan_forms import PlanForm

_message = message_factory(__name__)

_FIGURES = {"highest": plan_pb2.PLAN_GOAL_KIND_HIGHEST, "lowest": plan_pb2.PLAN_GOAL_KIND_LOWEST}
_EVERY, _GATES = "every", "gates"
_WHOLE = {_EVERY: plan_pb2.PLAN_GOAL_KIND_EVERY_GRADE, _GATES: plan_pb2.PLAN_GOAL_KIND_ALL_GATES}
_MAX_YEARS = 50


def goal_choices(card: Scorecard, language: str, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the goals of a scorecard: its grades, best first, then all of them, then its figures."""
    known = titles(card, language)
    graded = card.grades or card.stage_definitions
    names = [grade.id for grade in graded if grade.id != NO_GRADE]
    choices = [(f"grade:{id}", words["goal_grade"].format(grade=known.get(id, id))) for id in names]
    if names:
        choices.append((_EVERY, words["goal_every"]))
    if card.ladder is not None:
        choices.append(("highest:", words["goal_points"]))
    elif card.gates and not names:
        choices.append((_GATES, words["goal_gates"]))
    for figure, title in _figures(card, language).items():
        choices += [(f"{kind}:{figure}", words[f"goal_{kind}"].format(figure=title)) for kind in _FIGURES]
    return choices


def _figures(card: Scorecard, language: str) -> dict[str, str]:
    """Return the quantities that are results and can be a goal, with the titles of the results."""
    numbers = {
        quantity.id
        for quantity in card.quantities
        if quantity.owner is None and not quantity.is_date and not isinstance(quantity, NamedCondition)
    }
    return {result.name: result.labels.get(language) or result.id for result in card.results if result.name in numbers}


def next_goal(card: Scorecard, grade: str) -> str:
    """Return the goal of the grade after a present one; all grades if the present one is unknown or the best."""
    ids = [each.id for each in card.grades if each.id != NO_GRADE]
    if not ids:
        return _EVERY if card.stage_definitions or not card.gates else _GATES
    if grade == NO_GRADE:
        return f"grade:{ids[-1]}"
    index = ids.index(grade) if grade in ids else 0
    return f"grade:{ids[index - 1]}" if index else _EVERY


def read_goal(form: PlanForm, known: Sequence[str]) -> plan_pb2.PlanGoal:
    """Return the goal as typed; raise InputError with all problems."""
    violations = []
    if form.goal not in known:
        violations.append(Violation("goal", _message("NO_GOAL"), "REQUIRED"))
    years = parse_whole_number(form.years or "1", least=1, most=_MAX_YEARS)
    if years is None:
        violations.append(Violation("years", _message("NO_YEARS", found=form.years[:20], most=_MAX_YEARS), "MALFORMED"))
    if not form.date:
        violations.append(Violation("goal_date", _message("NO_DATE"), "REQUIRED"))
    kind, _, name = form.goal.partition(":")
    if form.budget and kind not in _FIGURES:
        violations.append(Violation("budget", _message("BUDGET_WITHOUT_FIGURE"), "NOT_WANTED"))
    if violations:
        raise InputError(tuple(violations))
    goal = plan_pb2.PlanGoal(date=form.date, years=years or 1)
    if kind in _FIGURES:
        goal.kind, goal.figure, goal.budget = _FIGURES[kind], name, plain_number(form.budget)
    elif form.goal in _WHOLE:
        goal.kind = _WHOLE[form.goal]
    else:
        goal.kind, goal.grade = plan_pb2.PLAN_GOAL_KIND_GRADE, name
    return goal
