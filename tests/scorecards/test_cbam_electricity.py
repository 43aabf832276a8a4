"""CBAM electricity card: differential test on random imports, with known and unknown facts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.outcomes import ConclusionKind
from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import agree, hidden, inferred, proved, subject_of, text
from tests.support.cbam_electricity_by_hand import Power
from tests.support.tiers import tries

CARD = "cbam-electricity"
KNOWN = "2027-03-01"


amounts = st.sampled_from(["0", "0.001", "999.999", "1000", "1000.001"]).map(Fraction)
factors = st.integers(0, 1000).map(lambda count: Fraction(count, 1000))
often = st.sampled_from([True, True, True, True, True, False])
powers = st.builds(
    Power,
    country=st.sampled_from(["UA", "GB", "RS", "TR"]),
    day=st.sampled_from([date(2026, 3, 31), date(2026, 4, 1), date(2026, 9, 30), date(2026, 12, 31), date(2027, 1, 1)]),
    amount=amounts,
    actual=st.booleans(),
    listed=st.none() | factors,
    factor=factors,
    agreed=st.none() | amounts,
    connected=st.booleans(),
    uncongested=st.booleans(),
    fossil=st.sampled_from(["0", "0.54999", "0.55", "0.55001"]).map(Fraction),
    nominated=often,
    same_hour=often,
    monthly=often,
    verified=often,
    bought=factors.map(lambda factor: 60 + 40 * factor),
)


@settings(max_examples=tries(250), deadline=None, suppress_health_check=list(HealthCheck))
@given(powers)
def test_the_card_and_a_second_reading_of_the_law_agree(engine: InferenceEngine, power: Power) -> None:
    inference = inferred(engine, proved(CARD, subject_of(power.facts(), power.day, KNOWN, {})))
    agree(inference, numbers=power.numbers(), gates=power.gates(), findings={}, sure=True)


@settings(max_examples=tries(250), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), powers)
def test_unknown_facts_exclude_no_possible_result(engine: InferenceEngine, data: st.DataObject, power: Power) -> None:
    facts = data.draw(hidden(power.facts()))
    inference = inferred(engine, proved(CARD, subject_of(facts, power.day, KNOWN, {})))
    agree(inference, numbers=power.numbers(), gates=power.gates(), findings={}, sure=False)


@pytest.mark.parametrize("country", ["DE", "CH", "NO"])
def test_electricity_of_the_union_and_of_exempt_countries_is_not_concerned(
    engine: InferenceEngine, country: str
) -> None:
    facts = {"country_of_origin": text(country)}
    assert inferred(engine, subject_of(facts, date(2026, 5, 1), KNOWN, {})).kind is ConclusionKind.NOT_APPLICABLE
