"""Searches of a group: grades by curves, figures by refined budgets, failures of members, and bounds."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest

from rules.contracts import format_exact
from rules.planning import (
    CostedWorth,
    GradeWorth,
    GroupGoal,
    GroupGoalKind,
    GroupResult,
    GroupSearch,
    ImprovementPlan,
    MemberSearch,
    PlanKind,
    PlanResult,
    combine,
    plan_request,
)
from tests.planning.group_models import (
    GRADES,
    ExhaustiveSolver,
    best_worth,
    group_request,
    plan,
    plan_result,
)

DATE = "2027-12-31"
SOLVER = ExhaustiveSolver()


def grades(budget: str, *worths: tuple[str, str]) -> GroupGoal:
    values = tuple(GradeWorth(grade=grade, worth=worth) for grade, worth in worths)
    return GroupGoal(budget=budget, date=DATE, worths=values)


def figure(budget: str, kind: GroupGoalKind = GroupGoalKind.HIGHEST) -> GroupGoal:
    return GroupGoal(kind=kind, figure="saved", budget=budget, date=DATE)


def every_grade(now: str, *costs: tuple[str, int, str | None]) -> PlanResult:
    """Return a result with plans by grade, cost and bound; without a bound, the cost is proved."""
    plans = [
        plan(
            PlanKind.CHEAPEST,
            cost=Fraction(cost),
            bound=str(cost) if bound is None else bound,
            is_proved=bound is None,
            goal_grade=grade,
            grade=grade,
        )
        for grade, cost, bound in costs
    ]
    excluded = (
        [{"grade": grade, "is_proved": True} for grade in GRADES[GRADES.index(costs[-1][0]) + 1 :]] if costs else []
    )
    return plan_result(*plans, grade_now=now, excluded=excluded)


def run(search: GroupSearch, results: list[PlanResult]) -> GroupResult:
    return finish(search, lambda each: results[each.member])


def finish(search: GroupSearch, find: Callable[[MemberSearch], PlanResult]) -> GroupResult:
    while True:
        while searches := search.next_searches(3):
            for each in searches:
                search.add(each, find(each))
        result = search.result(combine(search.curves(), search.budget, SOLVER))
        if not search.can_continue:
            return result


def end(search: GroupSearch) -> GroupResult:
    return search.result(combine(search.curves(), search.budget, SOLVER))


def test_the_grades_of_a_group_share_one_budget() -> None:
    request = group_request(3, grades("10"))
    results = [
        every_grade("one_star", ("two_stars", 4, None), ("three_stars", 9, None)),
        every_grade("one_star", ("two_stars", 3, None), ("three_stars", 6, None)),
        every_grade("", ("one_star", 8, None)),
    ]
    result = run(GroupSearch(request), results)
    assert (result.worth_before, result.worth, result.bound, result.cost) == ("2", "5", "5", "10")
    assert (result.is_proved, result.gap, result.searches) == (True, "0", 3)
    chosen = {each.member: each.plan.goal_grade if each.plan else "" for each in result.members}
    assert chosen == {"f0": "two_stars", "f1": "three_stars", "f2": ""}
    assert [each.worth for each in result.members] == ["2", "3", "0"]


def test_grades_have_the_worth_of_the_goal() -> None:
    request = group_request(2, grades("9", ("two_stars", "1"), ("three_stars", "10")))
    results = [
        every_grade("one_star", ("two_stars", 4, None), ("three_stars", 9, None)),
        every_grade("one_star", ("two_stars", 3, None)),
    ]
    result = run(GroupSearch(request), results)
    assert (result.worth_before, result.worth) == ("0", "10")


def test_a_plan_that_is_not_proved_counts_with_its_bound() -> None:
    request = group_request(1, grades("5"))
    result = run(GroupSearch(request), [every_grade("one_star", ("two_stars", 6, "4.5"))])
    assert (result.worth, result.bound, result.is_proved, result.gap) == ("1", "2", False, "1")
    [member] = result.members
    assert not member.is_proved
    dearer = run(GroupSearch(request), [every_grade("one_star", ("two_stars", 6, "5.5"))])
    assert (dearer.bound, dearer.is_proved) == ("1", True)


def test_a_grade_that_is_neither_found_nor_excluded_may_be_reached_at_the_bound_of_a_lower_grade() -> None:
    request = group_request(1, grades("5"))
    found = every_grade("one_star", ("two_stars", 3, None)).model_copy(update={"excluded": ()})
    result = run(GroupSearch(request), [found])
    assert (result.worth, result.bound) == ("2", "3")


def test_a_failed_member_does_not_hide_the_others() -> None:
    search = GroupSearch(group_request(2, grades("10")))
    first, second = search.next_searches(5)
    search.fail(first, "No such fact.")
    assert search.progress().model_dump() == {
        "members": 2, "finished": 0, "failed": 1, "searches": 1, "worth": None, "bound": None, "gap": None
    }  # fmt: skip
    search.add(second, every_grade("one_star", ("two_stars", 4, None)))
    assert search.progress().worth == "2"
    assert not search.next_searches(5)
    result = end(search)
    assert [(each.member, each.reason) for each in result.failed] == [("f0", "No such fact.")]
    assert (result.worth, [each.member for each in result.members]) == ("2", ["f1"])


def test_members_without_a_result_are_reported_when_the_time_is_over() -> None:
    search = GroupSearch(group_request(2, grades("10")))
    search.add(search.next_searches(1)[0], every_grade("one_star", ("two_stars", 4, None)))
    result = end(search)
    assert [each.member for each in result.failed] == ["f1"]
    assert "ended before" in result.failed[0].reason
    assert result.failed[0].is_unfinished


class HiddenPlans:
    """All plans of one member, and searches that return the best within a budget, or the second best if `weak`."""

    def __init__(self, random: Random, *, weak: bool, sign: int) -> None:
        count = random.randint(1, 6)
        costs = random.sample(range(1, 40), count)
        self.plans = [CostedWorth(Fraction(0), Fraction(0)), *(
            CostedWorth(Fraction(cost), Fraction(random.randint(1, 60), 3)) for cost in costs
        )]  # fmt: skip
        self._weak, self._sign = weak, sign

    def result(self, search: MemberSearch) -> PlanResult:
        """Return the best plan at the price of the search, and those at two more prices with `with_cheaper`."""
        prices = [Fraction(search.price or 0), *((Fraction(1), Fraction(3)) if search.with_cheaper else ())]
        return plan_result(*(self._best(Fraction(search.budget or 0), price) for price in prices))

    def _best(self, budget: Fraction, price: Fraction) -> ImprovementPlan:
        ranked = sorted(
            (each for each in self.plans if each.cost <= budget),
            key=lambda each: (price * each.cost - each.worth, each.cost),
        )
        found = ranked[min(1, len(ranked) - 1)] if self._weak else ranked[0]
        bound = format_exact(self._sign * (ranked[0].worth + price * (found.cost - ranked[0].cost)))
        value = format_exact(self._sign * found.worth)
        return plan(
            PlanKind.BEST_FIGURE, cost=found.cost, bound=bound, is_proved=value == bound, figure_before="0",
            figure_after=value, price=format_exact(price) if price else "",
        )  # fmt: skip


@pytest.mark.parametrize("kind", [GroupGoalKind.HIGHEST, GroupGoalKind.LOWEST])
@pytest.mark.parametrize("weak", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_figures_stay_within_budget_and_bound(kind: GroupGoalKind, weak: bool, seed: int) -> None:
    random = Random(f"{kind} {weak} {seed}")
    sign = -1 if kind == GroupGoalKind.LOWEST else 1
    members = [HiddenPlans(random, weak=weak and random.random() < 0.5, sign=sign) for _ in range(4)]
    budget = random.randint(0, 100)
    search = GroupSearch(group_request(4, figure(str(budget), kind)), Fraction(0))
    result = finish(search, lambda each: members[each.member].result(each))
    progress = search.progress()
    best, _ = best_worth([member.plans for member in members], Fraction(budget))
    worth, bound = sign * Fraction(result.worth), sign * Fraction(result.bound)
    assert Fraction(result.cost) <= budget
    assert worth <= best <= bound
    assert best <= sign * Fraction(progress.bound or "")
    if not any(member._weak for member in members):
        assert worth == best


def test_later_members_begin_at_the_price_of_the_first_ones() -> None:
    search = GroupSearch(group_request(20, figure("40")), Fraction(0))
    found = [
        plan(PlanKind.BEST_FIGURE, cost=Fraction(10), bound="9", is_proved=True, figure_before="0", figure_after="9"),
        plan(PlanKind.BEST_FIGURE, cost=Fraction(1), bound="4", is_proved=True, figure_before="0", figure_after="4",
             price="1"),
    ]  # fmt: skip
    for number in range(20):
        [each] = search.next_searches(1)
        assert each.with_cheaper
        assert each.price == (None if number < 8 else "1")
        search.add(each, plan_result(*found))


def test_the_bound_of_the_budget_limits_cheaper_plans_with_a_loose_bound() -> None:
    search = GroupSearch(group_request(1, figure("10")))
    best = plan(PlanKind.BEST_FIGURE, cost=Fraction(10), bound="9", is_proved=True, figure_before="0", figure_after="9")
    loose = plan(PlanKind.BEST_FIGURE, cost=Fraction(2), bound="5000", is_proved=False, figure_before="0",
                 figure_after="4", price="1000")  # fmt: skip
    search.add(search.next_searches(1)[0], plan_result(best, loose))
    assert (search.progress().bound, end(search).bound, end(search).worth) == ("9", "9", "9")


def test_a_loose_member_is_searched_at_the_price_of_the_group() -> None:
    search = GroupSearch(group_request(2, figure("10")), Fraction(0))
    for each in search.next_searches(2):
        assert (each.with_cheaper, each.price, each.budget) == (True, None, "10")
        found = plan(PlanKind.BEST_FIGURE, cost=Fraction(10), bound="9", is_proved=True, figure_before="0",
                     figure_after="9")  # fmt: skip
        search.add(each, plan_result(found))
    again = search.next_searches(2)
    assert [each.member for each in again] == [0, 1]
    assert {(each.with_cheaper, each.price) for each in again} == {(False, "0.9")}
    assert plan_request(search._request, again[0]).price == "0.9"
    for each in again:
        found = plan(PlanKind.BEST_FIGURE, cost=Fraction(5), bound="6", is_proved=True, figure_before="0",
                     figure_after="6", price="0.9")  # fmt: skip
        search.add(each, plan_result(found))
    result = end(search)
    assert (result.worth, result.bound, result.cost) == ("12", "12", "10")


def test_a_member_with_free_measures_is_also_searched_without_money() -> None:
    search = GroupSearch(group_request(1, figure("10"), least_cost="0"))
    better = plan(
        PlanKind.BEST_FIGURE, cost=Fraction(4), bound="9", is_proved=True, figure_before="1", figure_after="9"
    )
    free = plan(PlanKind.BEST_FIGURE, cost=Fraction(0), bound="3", is_proved=True, figure_before="1", figure_after="3")
    [first] = search.next_searches(5)
    search.add(first, plan_result(better))
    assert search.progress().finished == 1
    result = end(search)
    assert (result.worth_before, result.worth, result.bound, result.is_proved) == ("1", "9", "9", True)
    short = GroupSearch(group_request(1, figure("3"), least_cost="0"))
    [first] = short.next_searches(5)
    short.add(first, plan_result(free.model_copy(update={"bound": "4"})))
    assert not short.next_searches(5)
    assert end(short).bound == "4"
    assert short.can_continue
    [second] = short.next_searches(5)
    assert second.budget == "0"
    short.add(second, plan_result(free))
    assert (end(short).worth, end(short).bound) == ("3", "4")


def test_an_unknown_figure_is_the_failure_of_a_member() -> None:
    search = GroupSearch(group_request(1, figure("10")))
    search.add(search.next_searches(1)[0], plan_result())
    assert not search.next_searches(1)
    [failed] = end(search).failed
    assert "figure is not known" in failed.reason


def test_a_search_that_fails_later_keeps_the_curve_of_its_member() -> None:
    search = GroupSearch(group_request(1, figure("10")), Fraction(0))
    found = plan(
        PlanKind.BEST_FIGURE, cost=Fraction(8), bound="12", is_proved=False, figure_before="1", figure_after="9"
    )
    search.add(search.next_searches(1)[0], plan_result(found))
    assert not search.next_searches(1)
    assert end(search).bound == "12"
    assert search.can_continue
    [refining] = search.next_searches(1)
    search.fail(refining, "The process ended.")
    assert not search.next_searches(1)
    result = end(search)
    assert (result.worth, result.bound, result.failed) == ("9", "12", ())


def test_requests_of_members_have_the_goal_of_the_group() -> None:
    request = group_request(2, grades("10"))
    goal = plan_request(request, MemberSearch(member=1)).goal
    assert (goal.kind, goal.budget, goal.date, goal.years) == ("every_grade", None, DATE, 1)
    goal = plan_request(group_request(2, figure("10", GroupGoalKind.LOWEST)), MemberSearch(member=0, budget="4")).goal
    assert (goal.kind, goal.budget, goal.figure) == ("lowest", "4", "saved")
