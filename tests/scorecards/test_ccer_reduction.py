"""CCER reduction card: differential test on random monitoring periods, and the verified upper limit.

Set `TOUCHSTONE_CCER_SUBJECTS=1000` to test 1000 random periods of each kind.
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import agree, hidden, inferred, proved, subject_of
from tests.support.ccer_by_hand import Period, Reading
from tests.support.tiers import tries

CARD = "ccer-reduction"
SUBJECTS = int(os.environ.get("TOUCHSTONE_CCER_SUBJECTS", tries(100)))
DAYS = [
    *(date(2020, 9, day) for day in (21, 22, 23)),
    *(date(2021, month, 28) for month in (2, 9)),
    *(date(2023, 1, 1) + timedelta(days=shift) for shift in (-1, 0, 1)),
    *(date(2023, 12, 31) + timedelta(days=shift) for shift in (-1, 0, 1)),
    date(2024, 2, 29),
    date(2028, 2, 29),
    date(2032, 12, 31),
]
days = st.sampled_from(DAYS)
amounts = st.sampled_from(["0", "0.001", "1000", "1250000", "333333.333"]).map(Fraction)


@st.composite
def readings(draw: Any) -> Reading:
    first, last = draw(days), draw(days)
    if first > last and draw(st.integers(0, 4)):
        first, last = last, first
    error = st.sampled_from(["0", "0.2", "100"]).map(Fraction)
    return Reading(first, last, draw(amounts), draw(amounts), draw(st.booleans()), draw(error), draw(amounts))


@st.composite
def periods(draw: Any) -> Period:
    """Generate a period near the limits, verified at the computed amount or 0.01 t from it."""
    first, last = sorted([draw(days), draw(days)])
    start = draw(days)
    made = Period(
        solar=draw(st.booleans()),
        asked=draw(st.sampled_from([date(2033, 1, 1), date(2033, 1, 2), *(day for day in DAYS if day.year > 2023)])),
        requested=draw(st.sampled_from([date(2024, 9, 1), date(2025, 9, 23), date(2026, 2, 28), date(2028, 2, 29)])),
        monitored=draw(st.just((first, last)) | st.just((date(2020, 1, 1), date(2032, 12, 31)))),
        crediting=(start, draw(days | st.just(date(start.year + 10, 12, 31)))),
        margins=draw(st.tuples(*[st.sampled_from(["0", "0.30", "0.85", "3"]).map(Fraction)] * 2)),
        weights=draw(st.sampled_from([(50, 50), (75, 25), (0, 100), (50, 49)])),
        verified=Fraction(0),
        readings=tuple(draw(st.lists(readings(), max_size=4, unique_by=(lambda one: one.first, lambda one: one.last)))),
        strict=draw(st.booleans()),
        every_day=draw(st.booleans()),
    )
    computed = made.numbers()["computed"]
    assert computed is not None
    near = Fraction(round(computed * 10**6), 10**6)
    verified = draw(st.sampled_from([Fraction(0), near, near + Fraction(1, 100), near - Fraction(1, 100)]))
    return Period(**{**vars(made), "verified": max(verified, Fraction(0))})


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_tonnes_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: st.DataObject) -> None:
    made = data.draw(periods())
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, proved(CARD, subject_of(facts, made.asked, "2033-01-01", made.settings())))
    agree(inference, numbers=made.numbers(), gates=made.gates(), findings=made.findings(), sure=sure)


def test_a_large_reduction_stays_within_the_verified_and_measured_amounts(engine: InferenceEngine) -> None:
    reading = Reading(
        date(2023, 1, 1), date(2023, 12, 31), Fraction(1250000), Fraction(3000), False, Fraction("0.2"), Fraction(0)
    )
    made = Period(
        solar=False,
        asked=date(2024, 9, 1),
        requested=date(2024, 9, 1),
        monitored=(date(2023, 1, 1), date(2023, 12, 31)),
        crediting=(date(2023, 1, 1), date(2032, 12, 31)),
        margins=(Fraction("0.85"), Fraction("0.30")),
        weights=(50, 50),
        verified=Fraction(10**6),
        readings=(reading,),
        strict=True,
        every_day=True,
    )
    assert made.numbers()["computed"] == Fraction("715584.05")
    inference = inferred(engine, proved(CARD, subject_of(made.facts(), made.asked, "2024-09-01", made.settings())))
    agree(inference, numbers=made.numbers(), gates=made.gates(), findings=made.findings(), sure=True)
