"""Checks of a request for a plan: its measures, their relations and effects, and the goal.

All violations are reported together.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, add_months, parse_date
from rules.contracts.error_texts import error_message
from rules.contracts.errors import InputError
from rules.contracts.messages import message_factory
from rules.contracts.numbers import NumberError
from rules.contracts.outcomes import NO_GRADE
from rules.contracts.suggestions import did_you_mean, did_you_mean_or_known
from rules.engine.read_subject import read_subject
from rules.engine.read_values import Violations, has_hidden_characters
from rules.model.quantities import NamedCondition
from rules.planning.amounts import currencies, exact_amount, exact_cost
from rules.planning.effect_checks import MAXIMUM_EFFECTS, EffectChecker
from rules.planning.measure_relations import check_relations
from rules.planning.measures import GoalKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from rules.contracts.inputs import Subject
    from rules.model.scorecard import Scorecard
    from rules.planning.group import GroupRequest
    from rules.planning.measures import CostRange, LevelRange, Measure, MeasureList, PlanGoal, PlanRequest

_message = message_factory(__name__)

MAXIMUM_MEASURES = 500
MAXIMUM_LEVELS = 10_000
MAXIMUM_NAME = 200
MAXIMUM_LEAD_DAYS = 36_500
MAXIMUM_YEARS = 50
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}\Z")


def check_request(scorecard: Scorecard, request: PlanRequest) -> None:
    """Check a request for a plan.

    Paths are those of the request, by position: `measures[3].effects[0].amount`, `goal.grade`, `today`. Paths of the
    subject are those of an evaluation, such as `facts[water_use].value`.

    Raises:
        InputError: If there is any violation, with all of them.
    """
    violations = Violations()
    try:
        read_subject(scorecard, request.subject)
    except InputError as error:
        violations.items += error.violations
    _check_goal(scorecard, request.goal, violations)
    check_term(request, violations)
    _check_list(scorecard, request.measures, request.subject, violations)
    _refuse(violations)


def check_measures(scorecard: Scorecard, measures: MeasureList, subject: Subject | None = None) -> None:
    """Check a list of measures; without a subject, checks that need present values do not run.

    Raises:
        InputError: If there is any violation, with all of them; the paths are those of `check_request`.
    """
    violations = Violations()
    _check_list(scorecard, measures, subject, violations)
    _refuse(violations)


def _refuse(violations: Violations) -> None:
    if violations.items:
        raise InputError(tuple(dict.fromkeys(violations.items)))


def _check_list(
    scorecard: Scorecard, measure_list: MeasureList, subject: Subject | None, violations: Violations
) -> None:
    measures = measure_list.measures
    if measure_list.currency not in currencies():
        _check_currency(measure_list.currency, violations)
    if len(measures) > MAXIMUM_MEASURES:
        message = _message("TOO_MANY_MEASURES", count=len(measures), most=MAXIMUM_MEASURES)
        violations.add("measures", "TOO_MANY", message)
        return
    required = {name for measure in measures for name in measure.requires}
    for position, measure in enumerate(measures):
        _check_measure(measure, f"measures[{position}]", violations, is_required=measure.id in required)
    _check_unique(measures, violations)
    check_relations(measures, violations)
    EffectChecker(scorecard, subject, measures, violations).check()


def _check_currency(currency: str, violations: Violations) -> None:
    if not currency:
        violations.add("currency", "REQUIRED", _message("CURRENCY_MISSING"))
        return
    hint = did_you_mean(currency[:10].upper(), currencies())
    violations.add("currency", "UNKNOWN_CURRENCY", _message("NO_SUCH_CURRENCY", found=currency[:40], hint=hint))


def _check_unique(measures: tuple[Measure, ...], violations: Violations) -> None:
    first: dict[str, int] = {}
    for position, measure in enumerate(measures):
        if measure.id in first:
            message = _message("MEASURE_TWICE", measure=measure.id[:80], number=first[measure.id] + 1)
            violations.add(f"measures[{position}].id", "REPEATED_MEASURE", message)
        first.setdefault(measure.id, position)


def _check_measure(measure: Measure, path: str, violations: Violations, *, is_required: bool) -> None:
    for field in ("id", "group"):
        name = getattr(measure, field)
        if (name or field == "id") and not _ID.match(name):
            violations.add(f"{path}.{field}", "NOT_AN_ID", _message("NOT_AN_ID", found=name[:80]))
    if len(measure.name) > MAXIMUM_NAME or has_hidden_characters(measure.name) or measure.name != measure.name.strip():
        violations.add(f"{path}.name", "BAD_TEXT", _message("BAD_NAME", most=MAXIMUM_NAME))
    if not 0 <= measure.lead_days <= MAXIMUM_LEAD_DAYS:
        message = _message("LEAD_DAYS", found=measure.lead_days, most=MAXIMUM_LEAD_DAYS)
        violations.add(f"{path}.lead_days", "OUTSIDE_DOMAIN", message)
    if measure.earliest_date is not None:
        _day(measure.earliest_date, f"{path}.earliest_date", violations)
    _check_costs(measure, path, violations)
    _check_effect_count(measure, path, violations, is_required=is_required)
    if measure.range is not None:
        _check_costs(measure.range, f"{path}.range", violations)
        _check_levels(measure.range, f"{path}.range", violations)
        _check_scaled_effects(measure, path, violations)


def _check_effect_count(measure: Measure, path: str, violations: Violations, *, is_required: bool) -> None:
    count = len(measure.effects)
    if not count and not is_required:
        violations.add(f"{path}.effects", "REQUIRED", _message("NO_EFFECT"))
    if count > MAXIMUM_EFFECTS:
        violations.add(f"{path}.effects", "TOO_MANY", _message("TOO_MANY_EFFECTS", count=count, most=MAXIMUM_EFFECTS))


def _check_scaled_effects(measure: Measure, path: str, violations: Violations) -> None:
    if not any(effect.amount is not None or effect.share is not None for effect in measure.effects):
        violations.add(f"{path}.range", "NOT_WANTED", _message("RANGE_WITHOUT_AMOUNT"))


def _check_costs(costs: Measure | LevelRange, path: str, violations: Violations) -> None:
    _check_cost(costs.cost_once, f"{path}.cost_once", violations)
    _check_cost(costs.cost_per_year, f"{path}.cost_per_year", violations)


def _check_cost(cost: CostRange, path: str, violations: Violations) -> None:
    least = _number(exact_cost, cost.least, f"{path}.least", violations)
    most = _number(exact_cost, cost.most, f"{path}.most", violations)
    if least is not None and most is not None and least > most:
        message = _message("COST_REVERSED", least=cost.least, most=cost.most)
        violations.add(f"{path}.most", "RANGE_REVERSED", message)


def _check_levels(levels: LevelRange, path: str, violations: Violations) -> None:
    least = _number(exact_amount, levels.least, f"{path}.least", violations)
    most = _number(exact_amount, levels.most, f"{path}.most", violations)
    step = _number(exact_amount, levels.step, f"{path}.step", violations)
    if least is not None and least < 0:
        violations.add(f"{path}.least", "OUTSIDE_DOMAIN", _message("LEVEL_NEGATIVE", found=levels.least))
    if step is not None and step <= 0:
        violations.add(f"{path}.step", "OUTSIDE_DOMAIN", _message("STEP_NOT_POSITIVE", found=levels.step))
        return
    if least is None or most is None:
        return
    if least > most:
        message = _message("LEVELS_REVERSED", least=levels.least, most=levels.most)
        violations.add(f"{path}.most", "RANGE_REVERSED", message)
    elif step is not None:
        _check_step(levels, (most - least) / step, path, violations)


def _check_step(levels: LevelRange, steps: Fraction, path: str, violations: Violations) -> None:
    if steps.denominator != 1:
        message = _message("STEP_NOT_WHOLE", least=levels.least, most=levels.most, step=levels.step)
        violations.add(f"{path}.step", "NOT_A_MULTIPLE", message)
    elif steps >= MAXIMUM_LEVELS:
        message = _message("TOO_MANY_LEVELS", count=int(steps) + 1, most=MAXIMUM_LEVELS)
        violations.add(f"{path}.step", "TOO_MANY", message)


def _check_goal(scorecard: Scorecard, goal: PlanGoal, violations: Violations) -> None:
    if goal.kind in (GoalKind.GRADE, GoalKind.EVERY_GRADE):
        _check_grade_goal(scorecard, goal, violations)
    elif goal.kind is GoalKind.ALL_GATES:
        _refuse_fields(goal, ("grade", "figure", "budget"), violations)
        if scorecard.ladder is not None or not scorecard.gates:
            violations.add("goal.kind", "NOT_WANTED", _message("HAS_GRADES" if scorecard.ladder else "NO_GATES"))
    else:
        _check_figure_goal(scorecard, goal, violations)


def check_term(request: PlanRequest | GroupRequest, violations: Violations) -> None:
    """Check today, and the date and the years of the goal."""
    goal, today = request.goal, _day(request.today, "today", violations)
    day = _day(goal.date, "goal.date", violations)
    if day is not None and today is not None:
        last = add_months(today, 12 * MAXIMUM_YEARS)
        if not today <= day <= last:
            message = _message("GOAL_DATE", found=goal.date, first=today.isoformat(), last=last.isoformat())
            violations.add("goal.date", "OUTSIDE_DOMAIN", message)
    if not 1 <= goal.years <= MAXIMUM_YEARS:
        violations.add("goal.years", "OUTSIDE_DOMAIN", _message("GOAL_YEARS", found=goal.years, most=MAXIMUM_YEARS))


def _check_grade_goal(scorecard: Scorecard, goal: PlanGoal, violations: Violations) -> None:
    _refuse_fields(goal, ("figure", "budget"), violations)
    if scorecard.ladder is None and scorecard.stages is None:
        violations.add("goal.kind", "NOT_WANTED", _message("NO_GRADES"))
        return
    if goal.kind is GoalKind.EVERY_GRADE:
        _refuse_fields(goal, ("grade",), violations)
        return
    if scorecard.ladder is not None:
        known = [grade.id for grade in scorecard.grades if grade.id != NO_GRADE]
    else:
        known = [stage.id for stage in scorecard.stage_definitions if stage.id != NO_GRADE]
    if not goal.grade:
        violations.add("goal.grade", "REQUIRED", _message("GRADE_MISSING", known=known))
    elif goal.grade not in known:
        hint = did_you_mean(goal.grade, known)
        message = _message("NO_SUCH_GRADE", found=goal.grade[:60], known=known, hint=hint)
        violations.add("goal.grade", "UNKNOWN_GRADE", message)


def _check_figure_goal(scorecard: Scorecard, goal: PlanGoal, violations: Violations) -> None:
    _refuse_fields(goal, ("grade",), violations)
    if goal.budget is not None:
        _number(exact_cost, goal.budget, "goal.budget", violations)
    known = [
        quantity.id
        for quantity in scorecard.quantities
        if quantity.owner is None and not quantity.is_date and not isinstance(quantity, NamedCondition)
    ]
    if not goal.figure and not scorecard.indicators:
        violations.add("goal.figure", "REQUIRED", _message("NO_POINTS", hint=did_you_mean_or_known("", known)))
    elif goal.figure and goal.figure not in known:
        hint = did_you_mean_or_known(goal.figure, known)
        message = _message("NO_SUCH_FIGURE", found=goal.figure[:60], hint=hint)
        violations.add("goal.figure", "UNKNOWN_QUANTITY", message)


def _refuse_fields(goal: PlanGoal, fields: tuple[str, ...], violations: Violations) -> None:
    for field in fields:
        if getattr(goal, field) not in ("", None):
            violations.add(f"goal.{field}", "NOT_WANTED", _message("NOT_OF_GOAL", kind=goal.kind.value))


def _day(text: str, path: str, violations: Violations) -> date | None:
    try:
        return parse_date(text)
    except DateError as error:
        violations.add(path, "NOT_A_DATE", error_message(error))
        return None


def _number(parse: Callable[[str], Fraction], text: str, path: str, violations: Violations) -> Fraction | None:
    try:
        return parse(text)
    except NumberError as error:
        violations.add(path, "NOT_A_NUMBER", error_message(error))
        return None
