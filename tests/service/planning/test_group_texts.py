"""Texts about the members of a group: grades by name, figures with units, measures with days, assumed facts."""

from __future__ import annotations

import pytest

from service.planning.group_texts import GroupTexts
from tests.support.small_card import small_card
from touchstone.v1 import plan_pb2

CARD = small_card()
MEASURES = plan_pb2.MeasureList(currency="CNY", measures=[plan_pb2.Measure(id="roof", name="Solar roof")])
CHOSEN = plan_pb2.ChosenMeasure(measure_id="roof", start_date="2026-12-01", end_date="2027-01-30")


def texts(language: str = "en", **goal: object) -> GroupTexts:
    fields = {"kind": "GROUP_GOAL_KIND_GRADES", "budget": "5", "date": "2028-01-01", **goal}
    return GroupTexts(CARD, {"a": MEASURES}, plan_pb2.GroupGoal(**fields), language)  # type: ignore[arg-type]


def result(before: str, after: str, **plan: object) -> plan_pb2.GroupResult:
    made = plan_pb2.ImprovementPlan(**plan)  # type: ignore[arg-type]
    member = plan_pb2.PlannedMember(member_id="a", plan=made, cost="1000", worth_before=before, worth=after)
    return plan_pb2.GroupResult(members=[member])


@pytest.mark.parametrize(
    ("language", "named"), [("en", ["none", "silver", "Gold"]), ("zh", ["无", "silver", "金"])]
)  # fmt: skip
def test_grades_have_their_names(language: str, named: list[str]) -> None:
    shown = [texts(language).members(result(str(worth), "0"))[0] for worth in range(3)]
    assert [each.before for each in shown] == named
    assert {each.after for each in shown} == {named[0]}


def test_own_worths_and_figures_are_numbers() -> None:
    worths = [plan_pb2.GradeWorth(grade="gold", worth="7.5")]
    (member,) = texts(worths=worths).members(result("0", "7.5"))
    assert (member.before, member.after) == ("0", "7.5")
    (member,) = texts(kind="GROUP_GOAL_KIND_LOWEST", figure="offset").members(result("1200", "1/2"))
    assert (member.before, member.after) == ("1,200 tCO2e", "0.5 tCO2e")


def test_a_member_has_its_measures_with_days_and_its_assumptions() -> None:
    plan = {"measures": [CHOSEN], "assumed_facts": ["certified"], "end_date": "2027-01-30"}
    (member,) = texts().members(result("1", "2", **plan))
    assert member.measures == (("Solar roof", "", "2026-12-01 – 2027-01-30"),)
    assert member.assumed == "The plan assumes values of unknown facts: Certified."
    assert (member.cost, member.is_proved) == ("1,000 CNY", "no")
    half = plan_pb2.ChosenMeasure(measure_id="roof", level="0.5", start_date="2026-12-01", end_date="2027-01-30")
    ((measure,),) = [each.measures for each in texts().members(result("1", "2", measures=[half]))]
    assert measure[1].startswith("0.5")
    (none,) = texts().members(result("1", "1"))
    assert (none.measures, none.assumed) == ((), "")
