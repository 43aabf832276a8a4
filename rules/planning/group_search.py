"""The search for the best plans of a group under one budget, by decomposition.

`GroupSearch` distributes searches of single members, which a caller can run in parallel, and combines their results:

- For grades, one search of each member finds its cheapest plan for every grade.
- For a figure, the first search of each member finds its best plans at several prices of money. Later searches use
  the price of the linear relaxation of the group, which also states the bound. Budgets between two plans follow if
  whole plans cannot reach that bound.
"""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.error_texts import error_message
from rules.contracts.errors import InputError
from rules.contracts.messages import message_factory
from rules.contracts.numbers import format_exact, parse_exact
from rules.planning.group import (
    FailedMember,
    GroupGoalKind,
    GroupProgress,
    GroupResult,
    MemberSearch,
    PlannedMember,
    plan_request,
)
from rules.planning.group_budget import Combination, combine, greedy_choice, relax, total_of
from rules.planning.group_checks import check_group
from rules.planning.member_curves import (
    CostedWorth,
    FoundFigure,
    MeasureCosts,
    MemberCurve,
    budget_between,
    capped_figures,
    figure_curve,
    found_figures,
    grade_curve,
    short_price,
    without_measures,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.engine.inference_engine import InferenceEngine
    from rules.planning.group import GroupMember, GroupRequest
    from rules.planning.integer_program import Solver
    from rules.planning.member_curves import PriceLimit
    from rules.planning.plans import ImprovementPlan, PlanResult

_message = message_factory(__name__)

_ZERO = Fraction(0)
_TOLERANCE = Fraction(1, 100)
_MAX_SEARCHES_OF_MEMBER = 100
_LEAST_SAMPLE = 8
"""Members with a curve that show the likely price."""
_LEAST_BATCH = 4
_BATCH_DIVISOR = 10
"""Part of the members that is refined between two computations of the price."""


class _Member:
    """The results of the searches of one member."""

    costs: MeasureCosts
    """Known after the first search, which checks the costs."""

    def __init__(self) -> None:
        self.figures: list[FoundFigure] = []
        self.by_price: list[PriceLimit] = []
        self.prices: set[Fraction] = set()
        self.budgets: set[Fraction] = set()
        self.count = 0
        self.curve: MemberCurve | None = None
        self.plans: list[ImprovementPlan | None] = []
        self.worth_before = _ZERO

    def add_figure(self, figure: FoundFigure) -> None:
        if figure.by_price is not None:
            self.by_price.append(figure.by_price)
        same = [each for each in self.figures if each.budget == figure.budget]
        others = [each for each in self.figures if each.budget != figure.budget]
        merged = same[0].or_better(figure) if same else figure
        self.figures = capped_figures([*others, merged])
        if self.figures[0].budget == _ZERO:
            self.curve, self.plans = figure_curve(self.figures, self.by_price, self.costs)


class GroupSearch:
    """A running search. The caller runs each search from `next_searches` and passes its result to `add` or `fail`."""

    def __init__(self, request: GroupRequest, tolerance: Fraction = _TOLERANCE) -> None:
        """Check the request and prepare the first searches.

        Raises:
            InputError: If the request is invalid, with all violations. Facts and measures are checked by the searches.
        """
        check_group(request)
        self._request, self._tolerance = request, tolerance
        self.budget = parse_exact(request.goal.budget)
        self._sign = -1 if request.goal.kind == GroupGoalKind.LOWEST else 1
        self._members = [_Member() for _ in request.members]
        self._failures: dict[int, str] = {}
        of_grades = request.goal.kind == GroupGoalKind.GRADES
        budget = None if of_grades else format_exact(self.budget)
        self._waiting = deque(
            MemberSearch(member=number, budget=budget, with_cheaper=not of_grades)
            for number in range(len(self._members))
        )
        self._running: set[MemberSearch] = set()
        self._searches = 0
        self._possible: dict[int, CostedWorth] = {}

    def next_searches(self, count: int) -> list[MemberSearch]:
        """Return up to `count` searches that can start now. Without running searches, none means the end."""
        if not self._waiting and self._is_complete:
            self._waiting.extend(self._refinements())
        started = [self._likely(self._waiting.popleft()) for _ in range(min(count, len(self._waiting)))]
        self._running.update(started)
        return started

    def _likely(self, search: MemberSearch) -> MemberSearch:
        """Return a first search of a member with the likely price, that of the members which already have a curve."""
        if not search.with_cheaper or len(known := self.curves()) < _LEAST_SAMPLE:
            return search
        price = short_price(relax(known, self.budget * len(known) / len(self._members)).price)
        return search.model_copy(update={"price": format_exact(price)}) if price else search

    def add(self, search: MemberSearch, result: PlanResult) -> None:
        """Add the result of a search."""
        self._running.discard(search)
        self._searches += 1
        member = self._members[search.member]
        member.count += 1
        if search.budget is None:
            worths = grade_worths(self._request, self._request.members[search.member])
            member.curve, member.plans = grade_curve(result, worths)
            member.worth_before = member.curve.options[0].worth
        elif search.member not in self._failures:
            self._add_figure(search, member, result)

    def _add_figure(self, search: MemberSearch, member: _Member, result: PlanResult) -> None:
        figures = list(found_figures(search, result, self._sign))
        if not figures:
            member.count = _MAX_SEARCHES_OF_MEMBER
            if member.curve is None:
                self._failures[search.member] = _message("FIGURE_UNKNOWN")
            return
        plan = result.plans[0]
        if not member.figures:
            measures = self._request.members[search.member].measures.measures
            member.costs = MeasureCosts.of(measures, self._request.goal.years)
            before = without_measures(plan, figures, member.costs, self._sign)
            if before is not None:
                member.add_figure(before)
            elif all(figure.budget for figure in figures):
                self._waiting.appendleft(MemberSearch(member=search.member, budget="0"))
        for figure in figures:
            member.add_figure(figure)
        if member.curve is not None:
            known = self._sign * parse_exact(plan.figure_before) if plan.figure_before else None
            member.worth_before = member.curve.options[0].worth if known is None else known

    def fail(self, search: MemberSearch, reason: str) -> None:
        """Record that a search failed. A member that has a curve remains in the group."""
        self._running.discard(search)
        self._searches += 1
        member = self._members[search.member]
        member.count = _MAX_SEARCHES_OF_MEMBER
        if member.curve is None:
            self._failures[search.member] = reason

    @property
    def can_continue(self) -> bool:
        """Whether `next_searches` has more searches, after a result with too large a gap."""
        if not self._waiting and self._possible:
            self._waiting.extend(self._refinements())
        return bool(self._waiting)

    @property
    def _is_complete(self) -> bool:
        """Whether each member has a curve or has failed."""
        return all(member.curve or number in self._failures for number, member in enumerate(self._members))

    def _planned(self) -> list[int]:
        planned = range(len(self._members))
        return [number for number in planned if self._members[number].curve and number not in self._failures]

    def curves(self) -> list[MemberCurve]:
        """Return the curves of all members that have one."""
        return [curve for number in self._planned() if (curve := self._members[number].curve)]

    def _refinements(self) -> list[MemberSearch]:
        """Return searches of figures that can tighten the bound: first of the relaxation, then of the combination."""
        if self._request.goal.kind == GroupGoalKind.GRADES:
            return []
        curves = self.curves()
        relaxation = relax(curves, self.budget)
        worth = total_of(curves, greedy_choice(curves, self.budget)).worth
        if self._gap(worth, relaxation.bound) <= self._tolerance:
            return []
        slack = self._tolerance * (relaxation.bound - self._worth_before()) / (2 * len(curves))
        found = relax([MemberCurve(curve.options, curve.options) for curve in curves], self.budget)
        searches = self._at_price(short_price(relaxation.price), slack) or self._at_price(
            short_price(found.price), slack
        )
        possible, self._possible = self._possible, {}
        if not searches:
            loose = {number: limit for number, limit in possible.items() if limit not in self._options(number)}
            searches = [search for number, limit in loose.items() if (search := self._between(number, limit))]
        return searches

    def _at_price(self, price: Fraction, slack: Fraction) -> list[MemberSearch]:
        """Return searches of the members that loosen the bound most, by more than `slack` at this price of money."""
        if not price:
            return []
        ranked: list[tuple[Fraction, int, MemberSearch]] = []
        for number, curve in zip(self._planned(), self.curves(), strict=True):
            best = max(option.worth - price * option.cost for option in curve.options)
            looseness = max(limit.worth - price * limit.cost for limit in curve.concave_limits()) - best
            if looseness > slack and price not in self._members[number].prices and self._is_free(number):
                search = MemberSearch(member=number, budget=format_exact(self.budget), price=format_exact(price))
                ranked.append((-looseness, number, search))
        ranked.sort(key=lambda each: each[:2])
        batch = ranked[: max(_LEAST_BATCH, len(self._members) // _BATCH_DIVISOR)]
        for _, number, _ in batch:
            self._members[number].prices.add(price)
        return [search for _, _, search in batch]

    def _between(self, number: int, limit: CostedWorth) -> MemberSearch | None:
        member = self._members[number]
        if not self._is_free(number):
            return None
        budget = budget_between(member.figures, limit, member.costs) if limit.cost else _ZERO
        if budget is None or budget in member.budgets:
            return None
        member.budgets.add(budget)
        return MemberSearch(member=number, budget=format_exact(budget))

    def _is_free(self, number: int) -> bool:
        """Return whether a member has no running search, and not too many finished ones."""
        is_running = any(search.member == number for search in self._running)
        return not is_running and self._members[number].count < _MAX_SEARCHES_OF_MEMBER

    def _options(self, number: int) -> tuple[CostedWorth, ...]:
        curve = self._members[number].curve
        return () if curve is None else curve.options

    def _gap(self, worth: Fraction, bound: Fraction) -> Fraction:
        if bound <= worth:
            return _ZERO
        return (bound - worth) / (bound - self._worth_before())

    def _worth_before(self) -> Fraction:
        return sum((self._members[number].worth_before for number in self._planned()), _ZERO)

    def progress(self) -> GroupProgress:
        """Return the present state."""
        finished = sum(member.curve is not None for member in self._members)
        progress = GroupProgress(
            members=len(self._members), finished=finished, failed=len(self._failures), searches=self._searches
        )
        if not self._is_complete:
            return progress
        curves = self.curves()
        worth = total_of(curves, greedy_choice(curves, self.budget)).worth
        bound = relax(curves, self.budget).bound
        return progress.model_copy(
            update={
                "worth": format_exact(self._sign * worth),
                "bound": format_exact(self._sign * bound),
                "gap": format_exact(self._gap(worth, bound)),
            }
        )

    def result(self, combination: Combination) -> GroupResult:
        """Return the result for a combination of the curves. A member without any result counts as failed.

        Later, `next_searches` can return searches that improve this result, if its gap is too large.
        """
        unfinished = {
            number
            for number, member in enumerate(self._members)
            if member.curve is None and number not in self._failures
        }
        self._failures.update(dict.fromkeys(unfinished, _message("NOT_SEARCHED")))
        numbers = self._planned()
        if self._gap(combination.worth, combination.bound) > self._tolerance:
            self._possible = dict(zip(numbers, combination.possible, strict=False))
        before = self._worth_before()
        return GroupResult(
            members=tuple(map(self._planned_member, numbers, self.curves(), combination.chosen)),
            failed=tuple(
                FailedMember(member=self._request.members[number].id, reason=reason, is_unfinished=number in unfinished)
                for number, reason in sorted(self._failures.items())
            ),
            cost=format_exact(combination.cost),
            worth_before=format_exact(self._sign * before),
            worth=format_exact(self._sign * combination.worth),
            bound=format_exact(self._sign * combination.bound),
            gap=format_exact(self._gap(combination.worth, combination.bound)),
            is_proved=combination.is_proved,
            price=format_exact(combination.price),
            money_scale=format_exact(combination.money_scale),
            worth_scale=format_exact(combination.worth_scale),
            searches=self._searches,
        )

    def _planned_member(self, number: int, curve: MemberCurve, chosen: int) -> PlannedMember:
        member, option = self._members[number], curve.options[chosen]
        return PlannedMember(
            member=self._request.members[number].id,
            plan=member.plans[chosen],
            cost=format_exact(option.cost),
            worth_before=format_exact(self._sign * member.worth_before),
            worth=format_exact(self._sign * option.worth),
            is_proved=curve.is_proved,
        )


def grade_worths(request: GroupRequest, member: GroupMember) -> dict[str, Fraction]:
    """Return the worth of each grade of the scorecard of a member, worst first."""
    given = {each.grade: parse_exact(each.worth) for each in request.goal.worths}
    if not given:
        return {grade: Fraction(position) for position, grade in enumerate(member.grades, 1)}
    worths, worth = dict[str, Fraction](), _ZERO
    for grade in member.grades:
        worths[grade] = worth = given.get(grade, worth)
    return worths


def plan_group(
    engine_of: Callable[[GroupMember], InferenceEngine],
    request: GroupRequest,
    solver: Solver,
    on_progress: Callable[[GroupProgress], None] | None = None,
    should_end: Callable[[], bool] = lambda: False,
) -> GroupResult:
    """Search for the best plans of a group, one member after the other.

    `should_end` returns True when the best plans so far are to be returned.

    Raises:
        InputError: If the request is invalid, with all violations.
        EvaluationCancelledError: If the caller ended the search.
    """
    running = GroupSearch(request)
    while True:
        while not should_end() and (searches := running.next_searches(1)):
            _run(running, searches[0], engine_of, request, solver)
            if on_progress is not None:
                on_progress(running.progress())
        result = running.result(combine(running.curves(), running.budget, solver))
        if should_end() or not running.can_continue:
            return result


def _run(
    running: GroupSearch,
    search: MemberSearch,
    engine_of: Callable[[GroupMember], InferenceEngine],
    request: GroupRequest,
    solver: Solver,
) -> None:
    from rules.planning.improvement import plan_improvement  # noqa: PLC0415

    try:
        engine = engine_of(request.members[search.member])
        running.add(search, plan_improvement(engine, plan_request(request, search), solver))
    except InputError as error:
        running.fail(search, error_message(error))
