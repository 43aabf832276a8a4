"""Improvement plans of one subject: all plans of a request, with alternatives, obstacles and unavailable measures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.contracts.errors import InputError
from rules.contracts.extents import is_known
from rules.contracts.messages import message_factory
from rules.contracts.numbers import format_exact, parse_exact
from rules.contracts.outcomes import NO_GRADE
from rules.engine.completions import CandidateValues
from rules.engine.decide import decide
from rules.engine.open_facts import list_unknowns
from rules.model.scorecard import FactType
from rules.planning.fact_encoding import UnlimitedFigureError
from rules.planning.goal_program import grades_of
from rules.planning.measure_checks import check_request
from rules.planning.measures import FactEffect, GoalKind, Measure
from rules.planning.member_curves import CostedWorth
from rules.planning.obstacles import obstacles_of
from rules.planning.options import Option, add_costs, available_options
from rules.planning.plans import (
    ChosenMeasure,
    ExcludedGrade,
    ImprovementPlan,
    MovedCriterion,
    PlanKind,
    PlanResult,
    RequiredDocument,
    SearchEffort,
)
from rules.planning.price_search import PriceSearch
from rules.planning.search import Nothing, PlanSearch, Wanted
from rules.trail.closed_time import ChangeFeasibility
from rules.trail.question import read_question
from rules.trail.record_figures import declared_value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from rules.contracts.intervals import Interval
    from rules.engine.decide import Decision
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.planning.integer_program import Solver
    from rules.planning.measures import PlanRequest
    from rules.planning.plans import PlanProgress
    from rules.planning.search import Proposal

_message = message_factory(__name__)

_MAXIMUM_ASSUMED_VALUES = 12
"""Limit of the values of an unknown fact that a plan may assume."""
_ALTERNATIVES = (PlanKind.FASTEST, PlanKind.FEWEST)


def plan_improvement(
    engine: InferenceEngine,
    request: PlanRequest,
    solver: Solver,
    on_progress: Callable[[PlanProgress], None] | None = None,
) -> PlanResult:
    """Search for the plans of a request. Every plan is confirmed by an ordinary evaluation of its end state.

    Raises:
        InputError: If the subject, the measures or the goal are invalid; lists all violations.
        VersionError: If an edition of a reference table is missing.
        EngineDisagreement: If the two evaluators differ.
        EvaluationCancelledError: If the caller ended the search.
    """
    check_request(engine.plan.scorecard, request)
    try:
        return _Improvement(engine, request, solver, on_progress).result()
    except UnlimitedFigureError:
        message = _message("UNLIMITED_FIGURE", figure=request.goal.figure)
        raise InputError.of("goal.figure", message, "UNLIMITED") from None


class _Improvement:
    def __init__(
        self,
        engine: InferenceEngine,
        request: PlanRequest,
        solver: Solver,
        on_progress: Callable[[PlanProgress], None] | None,
    ) -> None:
        self._engine, self._request, self._solver, self._on_progress = engine, request, solver, on_progress
        self._scorecard = engine.plan.scorecard
        self._goal, self._first_day = request.goal, request.today
        self._subject = request.subject.model_copy(update={"as_of": self._goal.date})
        reading, self._question = read_question(engine, self._subject)
        definitions = {definition.id: definition for definition in self._scorecard.facts}
        feasibility: dict[date, ChangeFeasibility] = {}

        def is_settled(fact: str, day: date) -> bool:
            if day not in feasibility:
                feasibility[day] = ChangeFeasibility(self._scorecard, reading.verified.used, day)
            return feasibility[day].is_settled(definitions[fact])

        self._options, self._unavailable = available_options(request, is_settled)
        self._before = decide(engine, self._question)
        self._search = self._new_search(self._options)

    def _new_search(self, options: tuple[Option, ...]) -> PlanSearch:
        return PlanSearch(
            self._engine, self._subject, self._question, options, self._goal, self._first_day,
            self._solver, self._on_progress,
        )  # fmt: skip

    @property
    def _has_figure(self) -> bool:
        return self._goal.kind in (GoalKind.HIGHEST, GoalKind.LOWEST)

    def result(self) -> PlanResult:
        """Search for all plans of the request."""
        plans: list[ImprovementPlan] = []
        excluded: list[ExcludedGrade] = []
        for wanted in self._aims(plans):
            search = self._search
            found = search.find(wanted)
            if isinstance(found, Nothing):
                found, search = self._with_assumptions(plans, wanted, found)
            elif wanted.kind not in _ALTERNATIVES or plans:
                plans.append(self._plan(self._search, wanted, found))
            if isinstance(found, Nothing) and wanted.kind is PlanKind.CHEAPEST:
                obstacles = obstacles_of(search, self._solver, wanted.grade) if found.is_proved else ()
                excluded.append(ExcludedGrade(grade=wanted.grade, is_proved=found.is_proved, obstacles=obstacles))
        if self._has_figure and not plans:
            raise UnlimitedFigureError(self._goal.figure)
        return PlanResult(
            grade_now=_grade(self._before),
            plans=tuple(plans),
            excluded=tuple(excluded),
            unavailable=self._unavailable,
            effort=SearchEffort(
                evaluations=self._search.evaluations,
                rounds=self._search.rounds,
                cuts=self._search.cuts,
                scale=str(self._search.program.scale),
            ),
        )

    def _aims(self, plans: Sequence[ImprovementPlan]) -> Iterator[Wanted]:
        """Yield one aim after the other; those of a figure depend on the plans found so far."""
        goal = self._goal
        if goal.kind in (GoalKind.GRADE, GoalKind.ALL_GATES):
            yield Wanted(PlanKind.CHEAPEST, goal.grade)
            if self._request.alternatives:
                yield from (Wanted(kind, goal.grade) for kind in _ALTERNATIVES)
        elif goal.kind is GoalKind.EVERY_GRADE:
            possible = self._before.possible or self._before.possible_stages
            grades = grades_of(self._engine)
            is_open = not possible or possible[-1] not in grades
            yield from (
                Wanted(PlanKind.CHEAPEST, grade)
                for grade in reversed(grades if is_open else grades[: grades.index(possible[-1])])
            )
        elif self._request.price is not None and not self._request.with_cheaper:
            yield Wanted(PlanKind.BEST_FIGURE, price=parse_exact(self._request.price))
        else:
            yield Wanted(PlanKind.BEST_FIGURE)
            if self._request.with_cheaper and plans:
                yield from self._cheaper(plans)

    def _cheaper(self, plans: Sequence[ImprovementPlan]) -> Iterator[Wanted]:
        """Yield searches at several prices, from the plan without measures to the best figure."""
        sign = 1 if self._goal.kind is GoalKind.HIGHEST else -1
        before, best = plans[-1].figure_before, plans[-1]
        if not before:
            return
        known = CostedWorth(Fraction(0), sign * parse_exact(before)), _costed_worth(best, sign)
        likely = self._request.price
        prices = PriceSearch(known, None if likely is None else parse_exact(likely))
        while (price := prices.next_price()) is not None and not self._solver.is_over:
            count = len(plans)
            yield Wanted(PlanKind.BEST_FIGURE, price=price)
            prices.add(price, _costed_worth(plans[-1], sign) if len(plans) > count else known[0])

    # Assumed values of unknown facts.

    def _with_assumptions(
        self, plans: list[ImprovementPlan], wanted: Wanted, nothing: Nothing
    ) -> tuple[Proposal | Nothing, PlanSearch]:
        """Search for a plan that also assumes values of unknown facts, after no plan was found without.

        The returned search is the last one: its obstacles exclude the goal also under assumptions.
        """
        may_assume = self._search.has_unknowns and wanted.kind is PlanKind.CHEAPEST
        if may_assume and self._solver.is_over:
            return Nothing(is_proved=False), self._search
        assumed = tuple(self._assumptions()) if may_assume else ()
        if not assumed:
            return nothing, self._search
        search = self._new_search((*self._options, *assumed))
        found = search.find(wanted)
        if not isinstance(found, Nothing):
            plans.append(self._plan(search, wanted, found))
        return found, search

    def _assumptions(self) -> Iterator[Option]:
        """Yield one option for each candidate value of each unknown fact."""
        candidates = CandidateValues(self._engine.plan, self._question.as_of)
        records = {record.id: record for record in self._scorecard.records}
        today = parse_date(self._first_day)
        values = self._engine.explore(self._question).values
        for leaf in list_unknowns(self._scorecard, self._question):
            definition = leaf.definition
            if definition is None or leaf.list or definition.type is FactType.RECORDS or definition.issued_for:
                continue
            if definition.previous is not None and not definition.previous.may_be_stated:
                continue
            known = [extent for extent in candidates.of(leaf, values) if is_known(extent)]
            for number, extent in enumerate(known[:_MAXIMUM_ASSUMED_VALUES]):
                value = declared_value_of(extent, definition, records)
                if value is not None:
                    effect = FactEffect(fact=definition.id, value=value)
                    measure = Measure(id=f"assume:{definition.id}:{number}", effects=(effect,))
                    yield Option(measure, today, today, is_assumption=True)

    # Plans.

    def _plan(self, search: PlanSearch, wanted: Wanted, found: Proposal) -> ImprovementPlan:
        options = search.options
        chosen = [(options[option], level) for option, level in found.choice]
        taken = sorted(
            ((option, level) for option, level in chosen if not option.is_assumption),
            key=lambda item: (item[0].start, item[0].end, item[0].measure.id),
        )
        inference, before = found.decision.inference, self._before.inference
        costs = [option.costs(level) for option, level in taken]
        cost = sum((option.highest_cost(level, self._goal.years) for option, level in taken), Fraction(0))
        figure_after = self._figure_text(search, inference) if self._has_figure else ""
        bound = "" if found.bound is None else search.shown(wanted.kind, found.bound - wanted.price * cost)
        assumed = [option.measure.effects[0].fact for option, _ in chosen if option.is_assumption]
        return ImprovementPlan(
            kind=wanted.kind,
            goal_grade=wanted.grade,
            measures=tuple(self._chosen_measure(option, level) for option, level in taken),
            end_date=max((option.end.isoformat() for option, _ in taken), default=self._first_day),
            cost_once=add_costs(once for once, _ in costs),
            cost_per_year=add_costs(per_year for _, per_year in costs),
            cost=format_exact(cost),
            bound=bound,
            price=format_exact(wanted.price) if wanted.price else "",
            is_proved=found.is_proved and (not self._has_figure or bound == figure_after),
            grade=_grade(found.decision),
            total_before=_point_text(before.total),
            total_after=_point_text(inference.total),
            figure_before=self._figure_text(search, before) if self._has_figure else "",
            figure_after=figure_after,
            moved=tuple(self._moved(before, inference)),
            assumed_facts=tuple(assumed),
            unknown_facts=tuple(self._unknown_facts(found)),
            verify_again=tuple(self._verified_before(search, found)),
            end_state=search.states.subject_after(found.choice),
        )

    @staticmethod
    def _figure_text(search: PlanSearch, inference: Inference) -> str:
        figure = search.certain_figure(inference)
        return "" if figure is None else format_exact(figure)

    def _chosen_measure(self, option: Option, level: int) -> ChosenMeasure:
        once, per_year = option.costs(level)
        definitions = {definition.id: definition for definition in self._scorecard.facts}
        needed = [definitions[effect.fact] for effect in option.measure.effects]
        return ChosenMeasure(
            measure=option.measure.id,
            level=None if option.measure.range is None else format_exact(option.level(level)),
            start_date=option.start.isoformat(),
            end_date=option.end.isoformat(),
            cost_once=once,
            cost_per_year=per_year,
            documents=tuple(
                RequiredDocument(fact=definition.id, kinds=definition.evidence)
                for definition in needed
                if definition.evidence
            ),
        )

    def _moved(self, before: Inference, after: Inference) -> Iterator[MovedCriterion]:
        for gate in self._scorecard.gates:
            if before.gates[gate.id] is not after.gates[gate.id]:
                yield MovedCriterion(
                    criterion=gate.id,
                    outcome_before=before.gates[gate.id].value,
                    outcome_after=after.gates[gate.id].value,
                )
        for indicator in self._scorecard.indicators:
            then, now = before.score.earned[indicator.id], after.score.earned[indicator.id]
            if (then.applies, then.awarded) != (now.applies, now.awarded):
                yield MovedCriterion(
                    criterion=indicator.id,
                    outcome_before=self._engine.indicator_outcome(indicator.id, before).value,
                    outcome_after=self._engine.indicator_outcome(indicator.id, after).value,
                    points_before=_point_text(then.awarded),
                    points_after=_point_text(now.awarded),
                )

    def _unknown_facts(self, found: Proposal) -> Iterator[str]:
        leaves = list_unknowns(self._scorecard, found.decision.inference.question)
        yield from dict.fromkeys(leaf.list or leaf.name for leaf in leaves)

    def _verified_before(self, search: PlanSearch, found: Proposal) -> Iterator[str]:
        verified = {fact.id for fact in self._subject.facts if fact.verification is not None}
        yield from (name for name in search.states.changed_facts(found.choice) if name in verified)


def _costed_worth(plan: ImprovementPlan, sign: int) -> CostedWorth:
    return CostedWorth(parse_exact(plan.cost), sign * parse_exact(plan.figure_after))


def _point_text(interval: Interval) -> str:
    return "" if interval.value is None else format_exact(interval.value)


def _grade(decision: Decision) -> str:
    """Return the only possible grade, or stage of a scorecard without grades; empty without one."""
    grade = decision.grade if decision.grades else decision.stage
    return grade if grade is not None and grade != NO_GRADE else ""
