"""Form of a plan for a group: goals with a budget, measures without loss, problems at their fields."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from rules.contracts import InputError, Violation, attempt
from rules.planning import check_measures
from service.planning.plan_messages import read_measure_list
from service.workbench.group_plan_forms import (
    at_group_field,
    checked_measures,
    group_goals,
    read_group_goal,
)
from service.workbench.measure_rows import hidden_measures
from service.workbench.page import page_words
from service.workbench.plan_forms import PlanForm
from tests.support.planning import measure, measures
from tests.support.small_card import small_card
from touchstone.v1 import plan_pb2

CARD = small_card()
WORDS = page_words("en")["plans"]
KNOWN = [goal for goal, _ in group_goals(CARD, "en", WORDS)]


def form(**fields: str) -> PlanForm:
    typed = {"goal": "grades", "budget": "1,000", "date": "2027-06-30", "years": "2", "currency": "", **fields}
    return PlanForm((), **typed)


def test_the_goals_are_grades_points_and_figures() -> None:
    assert KNOWN == ["grades", "highest:", "highest:offset", "lowest:offset"]
    read = [read_group_goal(form(goal=goal), KNOWN) for goal in KNOWN]
    assert {(goal.budget, goal.date, goal.years) for goal in read} == {("1000", "2027-06-30", 2)}
    kinds = [plan_pb2.GroupGoalKind.Name(goal.kind).removeprefix("GROUP_GOAL_KIND_") for goal in read]
    assert [*zip(kinds, [goal.figure for goal in read], strict=True)] == [
        ("GRADES", ""), ("HIGHEST", ""), ("HIGHEST", "offset"), ("LOWEST", "offset"),
    ]  # fmt: skip


def test_a_card_without_grades_has_no_goal_of_grades() -> None:
    card = CARD.model_copy(update={"ladder": None})
    known = [goal for goal, _ in group_goals(card, "en", WORDS)]
    assert known == ["highest:offset", "lowest:offset"]
    for goal in ("grades", "highest:", "every", "x"):
        with pytest.raises(InputError) as raised:
            read_group_goal(form(goal=goal), known)
        assert [violation.field for violation in raised.value.violations] == ["goal"]


@pytest.mark.parametrize("budget", ["", "x", "-1", "1e3", "1.1234567", "9" * 20])
def test_all_problems_of_the_goal_are_reported(budget: str) -> None:
    with pytest.raises(InputError) as raised:
        read_group_goal(form(goal="x", years="51", date="", budget=budget), KNOWN)
    assert [violation.field for violation in raised.value.violations] == ["goal", "years", "goal_date", "group_budget"]
    with pytest.raises(InputError) as raised:
        read_group_goal(form(budget=budget), KNOWN)
    assert [violation.field for violation in raised.value.violations] == ["group_budget"]


def sent(fields: dict[str, list[str]]) -> Any:
    """Return the part of a page request that the form reads."""
    return SimpleNamespace(
        language="en", values=fields, typed=lambda name, default="": next(iter(fields.get(name, ())), default)
    )


def test_measures_are_the_same_after_the_form() -> None:
    listed = measures(measure("solar"), measure("roof", cost_once={"least": "5"}))
    assert checked_measures(sent(hidden_measures(listed)), CARD) == listed
    assert checked_measures(sent({}), CARD) == plan_pb2.MeasureList()


@given(st.text(), st.sampled_from(["measure-0", "currency"]))
def test_hidden_fields_are_valid_measures_or_refused(text: str, name: str) -> None:
    fields = hidden_measures(measures()) | {name: [text]}
    refused: list[Violation] = []
    read = attempt(refused, checked_measures, sent(fields), CARD)
    assert [violation.field for violation in refused] == [""] * (read is None)
    if read is not None:
        check_measures(CARD, read_measure_list(read, []))


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("goal.budget", "group_budget"), ("goal.date", "goal_date"), ("goal.years", "years"), ("goal.figure", "goal"),
        ("members[3].id", "member"), ("members", "member"), ("measures[2].cost_once.least", "file"),
        ("measures.currency", "file"), ("time_limit", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_problem_is_shown_at_its_field(path: str, field: str) -> None:
    shown = at_group_field(Violation(path, "Wrong.", "X"), form(), str)
    assert shown.field == field
    if field in ("member", "file") or (path and not field):
        assert shown.description == f"{path}: Wrong."
