"""Texts about measures: thousands separators, changes at a level, and the costs of a range."""

import pytest

from service.planning.measure_texts import MeasureTexts, cost_text, group_thousands
from tests.support.small_card import small_card
from touchstone.v1 import plan_pb2

CARD = small_card()
RANGE = plan_pb2.Measure(
    id="power",
    effects=[plan_pb2.FactEffect(fact_id="renewable_share", amount="-0.5")],
    range={"most": "30", "cost_per_year": {"least": "10000", "most": "12000"}},
)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1,000"),
        ("-1234567.8901", "-1,234,567.8901"),
        ("≈1234.5678", "≈1,234.5678"),
    ],
)
def test_thousands_of_the_whole_part_are_separated(number: str, shown: str) -> None:
    assert group_thousands(number) == shown


def test_a_cost_is_an_amount_or_an_interval_for_display() -> None:
    assert cost_text(plan_pb2.CostRange(least="1000", most="1000"), "CNY") == "1,000 CNY"
    assert cost_text(plan_pb2.CostRange(most="250000"), "EUR") == "0 … 250,000 EUR"
    assert cost_text(plan_pb2.CostRange(least="12055103/150000", most="12055103/150000"), "") == "≈80.3674"


@pytest.mark.parametrize(("language", "change"), [("en", "6 % less"), ("zh", "减少 6%")])
def test_the_change_of_a_level_is_the_multiple_of_one_unit(language: str, change: str) -> None:
    texts = MeasureTexts(CARD, plan_pb2.MeasureList(currency="CNY"), language)
    assert change in texts.changes_at(RANGE, "12")
    assert RANGE.effects[0].amount == "-0.5"


@pytest.mark.parametrize(
    ("language", "cost"), [("en", "10,000 … 12,000 CNY per year"), ("zh", "每年 10,000 … 12,000 CNY")]
)
def test_the_conditions_state_the_cost_of_a_level_if_there_is_one(language: str, cost: str) -> None:
    conditions = MeasureTexts(CARD, plan_pb2.MeasureList(currency="CNY"), language).conditions(RANGE)
    assert cost in conditions
    assert "once" not in conditions
    assert "一次性" not in conditions
