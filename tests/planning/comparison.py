"""Comparison of plans with the exhaustive reference and with the ordinary evaluator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from rules.contracts.inputs import Subject
from rules.contracts.numbers import parse_exact
from rules.contracts.outcomes import NO_GRADE, Outcome
from rules.engine.decide import Decision, decide
from rules.engine.inference_engine import InferenceEngine
from rules.engine.lazy_extents import names_unlike
from rules.model.scorecard import FactType
from rules.planning.improvement import plan_improvement
from rules.planning.integer_program import Solver
from rules.planning.measures import GoalKind, PlanGoal, PlanRequest
from rules.planning.plans import ExcludedGrade, ImprovementPlan, ObstacleKind, PlanKind, PlanResult
from rules.trail.closed_time import closed_period
from rules.trail.question import read_question
from tests.planning.exhaustive import Chosen, Combination, Exhaustive, Found, certain_limit, schedules_of

_MOST_COMBINATIONS = 2_000
"""Limit of the combinations that are evaluated to check obstacles."""


@dataclass
class Comparison:
    """The plans of one request, with all differences from the reference."""

    result: PlanResult
    reference: Exhaustive
    differences: list[str] = field(default_factory=list)


def compare(engine: InferenceEngine, request: PlanRequest, solver: Solver, *, learns: bool = True) -> Comparison:
    """Search for plans, and compare all of them with the reference."""
    result = plan_improvement(engine, request, solver)
    reference = Exhaustive(engine, request, too_late_for_period(engine, request), learns=learns)
    comparison = Comparison(result, reference)
    comparison.differences += _differences(engine, request, comparison)
    comparison.differences += wrong_plans(engine, request, result, reference)
    return comparison


def too_late_for_period(engine: InferenceEngine, request: PlanRequest) -> frozenset[str]:
    """Return the measures that change a measured fact after the end of the reporting period."""
    card, schedules = engine.plan.scorecard, schedules_of(request)
    reading, _ = read_question(engine, request.subject.model_copy(update={"as_of": request.goal.date}))
    measured = {
        fact.id
        for fact in card.facts
        if fact.type is FactType.NUMBER or (fact.type is FactType.CHOICE and fact.evidence)
    }
    return frozenset(
        measure.id
        for measure in request.measures.measures
        if any(effect.fact in measured and not effect.document for effect in measure.effects)
        and closed_period(card, reading.verified.used, schedules[measure.id].last) is not None
    )


def wrong_plans(
    engine: InferenceEngine, request: PlanRequest, result: PlanResult, reference: Exhaustive | None = None
) -> Iterator[str]:
    """Yield the faults of single plans: their end state, costs or days."""
    reference = reference or Exhaustive(engine, request)
    for plan in result.plans:
        for fault in _faults(engine, request, plan, reference):
            yield f"{plan.kind} {plan.goal_grade}: {fault}"


def _differences(engine: InferenceEngine, request: PlanRequest, comparison: Comparison) -> Iterator[str]:
    result, reference = comparison.result, comparison.reference
    left_out = {one.measure for one in result.unavailable}
    all_measures = {measure.id for measure in request.measures.measures}
    if left_out != all_measures - {measure.id for measure in reference.available}:
        yield f"unavailable: {sorted(left_out)}, expected all but {[measure.id for measure in reference.available]}"
    if request.goal.kind in {GoalKind.GRADE, GoalKind.EVERY_GRADE}:
        for grade in _goal_grades(engine, request, result):
            yield from _grade_differences(engine, comparison, grade)
    else:
        yield from _figure_differences(engine, request, comparison)


def _goal_grades(engine: InferenceEngine, request: PlanRequest, result: PlanResult) -> list[str]:
    if request.goal.kind is GoalKind.GRADE:
        return [request.goal.grade]
    return list(dict.fromkeys([plan.goal_grade for plan in result.plans] + [one.grade for one in result.excluded]))


def better_grades(engine: InferenceEngine, grade: str) -> frozenset[str]:
    """Return a grade and all better ones."""
    grades = [choice.id for choice in engine.plan.scorecard.grades]
    return frozenset(grades[: grades.index(grade) + 1])


def _grade_differences(engine: InferenceEngine, comparison: Comparison, grade: str) -> Iterator[str]:
    result, reference = comparison.result, comparison.reference
    grades = better_grades(engine, grade)
    plans = {plan.kind: plan for plan in result.plans if plan.goal_grade == grade}
    if any(plan.assumed_facts for plan in plans.values()):
        if reference.cheapest(grades).chosen is not None:
            yield f"{grade}: the plan assumes facts, but one without assumptions exists"
        return
    excluded = [one for one in result.excluded if one.grade == grade]
    found = reference.cheapest(grades)
    if found.chosen is None:
        yield from (f"{grade}: {kind} plan, but no combination reaches the grade" for kind in plans)
        if not excluded:
            yield f"{grade}: neither a plan nor excluded"
        for one in excluded:
            yield from _obstacle_differences(comparison, one)
        return
    for one in excluded:
        if one.is_proved:
            yield f"{grade}: excluded, but {_text(found)} reaches it"
    for kind, plan in plans.items():
        best = {PlanKind.FASTEST: reference.fastest, PlanKind.FEWEST: reference.fewest}.get(kind, reference.cheapest)
        yield from _rank_differences(plan, best(grades), reference)


def _obstacle_differences(comparison: Comparison, excluded: ExcludedGrade) -> Iterator[str]:
    """Yield the obstacles that some combination overcomes."""
    reference = comparison.reference
    for obstacle in excluded.obstacles if len(reference.combinations) <= _MOST_COMBINATIONS else ():
        ends = [reference.inference(chosen) for chosen in reference.combinations]
        if obstacle.kind is ObstacleKind.GATE and any(end.passes[obstacle.criterion] is Outcome.MET for end in ends):
            yield f"{excluded.grade}: the gate {obstacle.criterion} can be passed"
        if obstacle.kind is ObstacleKind.APPLICABILITY and any(reference.is_applicable(end) for end in ends):
            yield f"{excluded.grade}: the scorecard can apply"
        if obstacle.kind is ObstacleKind.POINTS and obstacle.reachable:
            totals = [end.total.value for end in ends if end.total.value is not None]
            if max(totals, default=Fraction(0)) > parse_exact(obstacle.reachable):
                yield f"{excluded.grade}: {max(totals)} points can be reached, more than {obstacle.reachable}"


def _rank_differences(plan: ImprovementPlan, best: Found, reference: Exhaustive) -> Iterator[str]:
    assert best.chosen is not None
    cost = best.cost or Fraction(0)
    end, count = reference.last_day(best.chosen).isoformat(), len(best.chosen)
    own: tuple[object, ...] = (parse_exact(plan.cost),)
    least: tuple[object, ...] = (cost,)
    bound: object = parse_exact(plan.bound) if plan.bound and plan.kind is not PlanKind.FASTEST else plan.bound
    if plan.kind is PlanKind.FASTEST:
        own, least = (plan.end_date, *own), (end, *least)
    elif plan.kind is PlanKind.FEWEST:
        own, least = (len(plan.measures), *own), (count, *least)
    if (own != least) if plan.is_proved else (own < least):
        yield f"{plan.kind} {plan.goal_grade}: {own}, but the best is {least} by {_text(best)}"
    if bound != "" and ((bound != least[0]) if plan.is_proved else (bound > least[0])):  # type: ignore[operator]
        yield f"{plan.kind} {plan.goal_grade}: bound {bound}, but the best is {least[0]}"


def _figure_differences(engine: InferenceEngine, request: PlanRequest, comparison: Comparison) -> Iterator[str]:
    goal, reference = request.goal, comparison.reference
    assert goal.budget is not None
    highest = goal.kind is GoalKind.HIGHEST
    best = reference.best_figure(Fraction(goal.budget), goal.figure, highest=highest)
    plans = comparison.result.plans
    if best is None or not plans:
        if best is not None:
            yield f"no plan, but {best} is possible"
        return
    for each in plans:
        reached = certain_limit(evaluated(engine, each.end_state).inference, goal.figure, highest=highest)
        if reached is None or (each.figure_after and parse_exact(each.figure_after) != reached):
            yield f"{goal.kind} {goal.figure}: {each.figure_after}, but the end state has {reached}"
            return
    plan, *cheaper = plans
    for each in cheaper:
        yield from _price_differences(each, goal, reference)
    reached = parse_exact(plan.figure_after)
    own, sign = (reached, parse_exact(plan.cost)), -1 if highest else 1
    if plan.is_proved and own != best:
        yield f"{goal.kind} {goal.figure}: {own}, but the best is {best}"
    if sign * own[0] < sign * best[0] or (plan.bound and sign * best[0] < sign * parse_exact(plan.bound)):
        yield f"{goal.kind} {goal.figure}: {own} with bound {plan.bound}, but the best is {best}"
    if abs(own[0] - best[0]) > max(abs(best[0]) / 100, Fraction(1, 100)):
        yield f"{goal.kind} {goal.figure}: {own} without proof, but {best} is possible"


def _price_differences(plan: ImprovementPlan, goal: PlanGoal, reference: Exhaustive) -> Iterator[str]:
    """Yield the combinations that exceed the limit of a plan for a price of money."""
    sign = 1 if goal.kind is GoalKind.HIGHEST else -1
    price, bound = Fraction(plan.price), sign * parse_exact(plan.bound)
    for value, cost in reference.figures(Fraction(goal.budget or 0), goal.figure, highest=sign == 1):
        if sign * value > bound + price * (cost - Fraction(plan.cost)):
            yield f"price {price}: {value} for {cost} is better than {plan.bound} for {plan.cost}"


def taken(plan: ImprovementPlan) -> Combination:
    """Return the measures of a plan with their levels."""
    return tuple(Chosen(one.measure, None if one.level is None else Fraction(one.level)) for one in plan.measures)


def _faults(
    engine: InferenceEngine, request: PlanRequest, plan: ImprovementPlan, reference: Exhaustive
) -> Iterator[str]:
    chosen = taken(plan)
    if not reference.allows(chosen):
        yield f"the measures {chosen} cannot be combined"
        return
    decision = evaluated(engine, plan.end_state)
    if plan.goal_grade and not set(decision.possible) <= better_grades(engine, plan.goal_grade):
        yield f"the end state can have the grades {decision.possible}"
    if plan.grade != (decision.grade or "").replace(NO_GRADE, ""):
        yield f"grade {plan.grade}, but the end state has {decision.grade}"
    if reference.cost(chosen) != parse_exact(plan.cost):
        yield f"cost {plan.cost}, expected {reference.cost(chosen)}"
    if reference.last_day(chosen).isoformat() != plan.end_date:
        yield f"end {plan.end_date}, expected {reference.last_day(chosen)}"
    for one in plan.measures:
        schedule = reference.schedules[one.measure]
        if (one.start_date, one.end_date) != (schedule.first.isoformat(), schedule.last.isoformat()):
            yield f"{one.measure} from {one.start_date} to {one.end_date}, expected {schedule}"
        costs = [(Fraction(cost.least), Fraction(cost.most)) for cost in (one.cost_once, one.cost_per_year)]
        expected = reference.costs(Chosen(one.measure, None if one.level is None else Fraction(one.level)))
        if costs != list(expected):
            yield f"{one.measure} costs {costs}, expected {expected}"
    budget = request.goal.budget
    if budget is not None and parse_exact(plan.cost) > Fraction(budget):
        yield f"cost {plan.cost} above the budget {budget}"
    yield from _state_faults(engine, plan, reference.end_state(chosen))


def _state_faults(engine: InferenceEngine, plan: ImprovementPlan, expected: Subject) -> Iterator[str]:
    assumed = set(plan.assumed_facts)
    assumed |= {fact.id for fact in engine.plan.scorecard.facts if fact.issued_for in assumed}
    _, own = read_question(engine, plan.end_state)
    _, question = read_question(engine, expected)
    for name in names_unlike(own.facts, question.facts):
        if name not in assumed:
            yield f"fact {name} is {own.facts[name]} in the end state, expected {question.facts[name]}"


def evaluated(engine: InferenceEngine, subject: Subject) -> Decision:
    """Evaluate a subject with both evaluators."""
    _, question = read_question(engine, subject)
    return decide(engine, question)


def _text(found: Found) -> str:
    chosen = ", ".join(
        one.measure if one.level is None else f"{one.measure} at {one.level}" for one in found.chosen or ()
    )
    return f"{chosen or 'nothing'} for {found.cost}"
