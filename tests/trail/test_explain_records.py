"""Explanation of sums: records that do not count are named, with the conditions that exclude them."""

from __future__ import annotations

import pytest

from rules.contracts.inputs import DeclaredValue, Subject
from rules.trail.evaluation import Evaluator
from rules.trail.explain import Topic, explain
from rules.trail.explain_records import MAXIMUM_RECORDS
from tests.support.random_subjects import KEY
from tests.trail.explaining import of_topic
from tests.trail.worked_factory import factory, factory_card


def with_supplies(*supplies: dict[str, DeclaredValue]) -> Subject:
    changed = [
        fact.model_copy(update={"value": fact.value.model_copy(update={"records": supplies})})
        if fact.id == "green_power" and fact.value is not None
        else fact
        for fact in factory().facts
    ]
    return factory().model_copy(update={"facts": tuple(changed)})


def supply(number: str, **changes: DeclaredValue) -> dict[str, DeclaredValue]:
    fields = {
        "supply_number": DeclaredValue(text=number),
        "origin": DeclaredValue(choice="green_trade"),
        "delivered": DeclaredValue(number="100", unit="MWh"),
        "generated_on": DeclaredValue(date="2024-03-15"),
        "attributes_kept": DeclaredValue(flag=True),
        "certificate_number": DeclaredValue(text=f"GEC-{number}"),
        "cancelled_on": DeclaredValue(date="2025-03-01"),
    }
    return {**fields, **changes}


def sentence(subject: Subject, language: str = "en", criterion: str | None = None) -> str:
    evaluator = Evaluator(factory_card(), "ab" * 32, "scorecards/zero-carbon-factory/versions/1.0.0")
    try:
        statements = of_topic(
            explain(evaluator, evaluator.evaluate(subject, KEY).record, language, criterion), Topic.COMPUTATION
        )
    finally:
        evaluator.close()
    return next(each.text for each in statements if "supply" in each.text or "绿电供应记录" in each.text)


@pytest.mark.parametrize("criterion", [None, "C1", "grade-6"])
def test_an_excluded_record_is_named_with_the_failed_condition_of_its_kind(criterion: str | None) -> None:
    late = supply("S-9", cancelled_on=DeclaredValue(date="2026-03-01"))
    text = sentence(with_supplies(supply("S-1"), late), "en", criterion)
    assert "1 of 2 supply records that count = 100 MWh. Not counted: S-9 (" in text
    assert "cancellation date is 2026-03-01" in text
    assert "origin" not in text
    assert "S-1" not in text


def test_a_record_with_an_unknown_field_may_count() -> None:
    fields = {name: value for name, value in supply("S-2").items() if name != "cancelled_on"}
    text = sentence(with_supplies(supply("S-1"), fields))
    assert "Whether they count is undetermined: S-2 (cancellation date is unknown" in text
    assert "Not counted" not in text


def test_many_excluded_records_are_counted() -> None:
    lost = DeclaredValue(flag=False)
    text = sentence(with_supplies(*(supply(f"S-{number}", attributes_kept=lost) for number in range(8))))
    assert text.count("environmental attributes retained is no, condition: yes") == MAXIMUM_RECORDS
    assert "3 more records." in text


def test_excluded_records_are_named_in_chinese() -> None:
    text = sentence(with_supplies(supply("S-1", attributes_kept=DeclaredValue(flag=False))), "zh")
    assert "未计入：S-1（" in text
