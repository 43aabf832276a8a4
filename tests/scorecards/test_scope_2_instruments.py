"""Scope 2 instruments card: differential test on random companies, with known and unknown facts.

Set `TOUCHSTONE_SCOPE_2_SUBJECTS=1000` to test 1000 random companies.
"""

from __future__ import annotations

import os
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import agree, hidden, inferred, interval, subject_of
from tests.support.scope_2_by_hand import Company, Instrument, Market
from tests.support.tiers import tries

CARD = "scope-2-instruments"
SUBJECTS = int(os.environ.get("TOUCHSTONE_SCOPE_2_SUBJECTS", tries(60)))
energy = st.sampled_from(["0", "1", "399.99", "400", "400.01", "1000"]).map(Fraction)
factor = st.sampled_from(["0", "0.01", "0.5703", "1"]).map(Fraction)
likely = st.sampled_from([True, True, True, True, False])
market = st.builds(Market, energy, factor, st.none() | factor, likely)


@st.composite
def company(draw: Any) -> Company:
    markets = tuple(draw(st.lists(market, min_size=1, max_size=4)))
    instrument = st.builds(
        Instrument,
        market=st.integers(0, len(markets) - 1),
        kind=st.sampled_from(["certificate", "contract", "supplier"]),
        amount=energy,
        rate=st.none() | factor | factor,
        sole=likely,
        retired=likely,
        near=likely,
        same_market=likely,
        by_kind=likely,
    )
    return Company(markets, tuple(draw(st.lists(instrument, max_size=6))), draw(likely), draw(likely))


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_companies_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: st.DataObject) -> None:
    made = data.draw(company())
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, date(2026, 12, 1), "2026-11-25", {}))
    agree(inference, numbers=made.numbers(), gates=made.gates(), findings=made.findings(), sure=sure)


def test_a_missing_rate_or_residual_mix_is_not_treated_as_zero(engine: InferenceEngine) -> None:
    certificate = Instrument(0, "certificate", Fraction(400), Fraction(1), *[True] * 5)
    made = Company((Market(Fraction(1000), Fraction(1), Fraction(1), True),), (certificate,), True, True)
    for listed, field in (("instruments", "rate"), ("markets", "residual")):
        facts = made.facts()
        (record,) = facts[listed].records or ()
        without = {name: told for name, told in record.items() if name != field}
        facts |= {listed: facts[listed].model_copy(update={"records": (without,)})}
        bounds = interval(inferred(engine, subject_of(facts, date(2026, 12, 1), "2026-11-25", {})), "by_market")
        assert (bounds.low, bounds.high) in {(Fraction(600), None), (Fraction(400), None)}, field
