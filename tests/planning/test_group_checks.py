"""Checks of a group: all violations at once, with the next step, in both languages."""

import pytest

from rules.contracts import InputError
from rules.contracts.messages import Message
from rules.planning import GradeWorth, GroupGoal, GroupGoalKind, GroupRequest, GroupSearch, MeasureList
from tests.planning.group_models import group_request

DATE = "2027-12-31"


def violations(request: GroupRequest) -> dict[str, str]:
    with pytest.raises(InputError) as refused:
        GroupSearch(request)
    for violation in refused.value.violations:
        assert isinstance(violation.description, Message)
        assert violation.description.in_language("zh") != violation.description
    return {violation.field: violation.description for violation in refused.value.violations}


def test_an_empty_group_is_refused() -> None:
    assert list(violations(group_request(0, GroupGoal(budget="1", date=DATE)))) == ["members"]


def test_too_many_members_are_refused() -> None:
    found = violations(group_request(501, GroupGoal(budget="1", date=DATE)))
    assert "501 members" in found["members"]


def test_members_with_one_id_another_currency_or_without_id_are_refused() -> None:
    request = group_request(3, GroupGoal(budget="1", date=DATE))
    first, second, third = request.members
    measures = MeasureList(currency="EUR", measures=second.measures.measures)
    members = (first, second.model_copy(update={"id": "f0", "measures": measures}), third.model_copy(update={"id": ""}))
    found = violations(request.model_copy(update={"members": members}))
    assert list(found) == ["members[f0]", "members[2].id", "members[f0].measures.currency"]


def test_figures_in_several_units_are_refused() -> None:
    request = group_request(2, GroupGoal(kind=GroupGoalKind.LOWEST, figure="saved", budget="1", date=DATE))
    members = (request.members[0], request.members[1].model_copy(update={"unit": "kg"}))
    assert list(violations(request.model_copy(update={"members": members}))) == ["members[f1]"]


@pytest.mark.parametrize("budget", ["", "-1", "1e3", "1,000", "9" * 40])
def test_budgets_are_decimals_from_zero(budget: str) -> None:
    assert list(violations(group_request(1, GroupGoal(budget=budget, date=DATE)))) == ["goal.budget"]


def test_all_errors_of_a_goal_are_reported_at_once() -> None:
    worths = tuple(
        GradeWorth(grade=grade, worth=worth)
        for grade, worth in (("one_star", "2"), ("two_stars", "1"), ("two_stars", "1"), ("nine", "x"))
    )
    goal = GroupGoal(figure="saved", worths=worths, budget="-1", date=DATE, years=0)
    assert list(violations(group_request(1, goal))) == [
        "goal.budget", "goal.figure", "goal.worths[two_stars]", "goal.worths[nine]", "goal.years",
    ]  # fmt: skip


def test_the_dates_of_the_group_are_checked() -> None:
    request = group_request(1, GroupGoal(budget="1", date="2026-01-01"))
    assert list(violations(request)) == ["goal.date"]
    assert list(violations(request.model_copy(update={"today": "soon"}))) == ["today"]


def test_worths_of_grades_do_not_fall() -> None:
    worths = tuple(GradeWorth(grade=grade, worth=worth) for grade, worth in (("one_star", "2"), ("three_stars", "1")))
    found = violations(group_request(1, GroupGoal(worths=worths, budget="1", date=DATE)))
    assert list(found) == ["goal.worths[three_stars]"]


def test_figures_have_no_worths() -> None:
    goal = GroupGoal(
        kind=GroupGoalKind.HIGHEST, worths=(GradeWorth(grade="one_star", worth="1"),), budget="1", date=DATE
    )
    assert list(violations(group_request(1, goal))) == ["goal.worths"]
