"""Near-zero-carbon park card: differential test on random parks, with known and unknown facts.

Set `TOUCHSTONE_PARK_SUBJECTS=1000` to test 1000 random parks.
"""

from __future__ import annotations

import os
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.support.cbam_cards import agree, contains, hidden, inferred, subject_of
from tests.support.near_zero_park_by_hand import LEAST, Park
from tests.support.tiers import tries

if TYPE_CHECKING:
    from rules.engine.inference_engine import InferenceEngine

CARD = "near-zero-park"
SUBJECTS = int(os.environ.get("TOUCHSTONE_PARK_SUBJECTS", tries(60)))
DAY = date(2026, 12, 1)
flags = st.booleans()
parks = st.builds(
    Park,
    programme=st.sampled_from(["changzhou", "changzhou", "zhejiang", "accounting", "another"]),
    energy=st.sampled_from(["0", "34999.99", "35000", "35000.01", "70000"]).map(Fraction),
    co2=st.sampled_from(["0", "59999.99", "60000", "60000.01", "120000"]).map(Fraction),
    added_value=st.sampled_from(["1", "1000000000", "2000000000"]).map(Fraction),
    shares=st.fixed_dictionaries(
        {
            name: st.sampled_from([Fraction(0), Fraction(least) - Fraction(1, 100), Fraction(least), Fraction(100)])
            for name, least in LEAST.items()
        }
    ),
    platforms=st.integers(0, 2).map(Fraction),
    manufacturing=st.sampled_from(["0", "50", "50.01", "100"]).map(Fraction),
    key_audited=st.sampled_from(["0", "99.99", "100"]).map(Fraction),
    staff=st.integers(0, 3).map(Fraction),
    accident=flags,
    points=flags,
    provincial=flags,
    gases=flags,
    left_out=flags,
    terms=flags,
)


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(park=parks, reading=st.sampled_from(["at_least", "more_than"]), data=st.data())
def test_parks_agree_with_a_second_computation(
    engine: InferenceEngine, sure: bool, park: Park, reading: str, data: st.DataObject
) -> None:
    facts = park.facts() if sure else data.draw(hidden(park.facts()))
    inference = inferred(engine, subject_of(facts, DAY, "2026-12-01", {"at_fifty": reading}))
    agree(inference, numbers=park.numbers(), gates=park.gates(), findings={}, sure=sure)
    assert contains(inference.total, Fraction(park.reached(reading)))
    assert not sure or inference.total.value == park.reached(reading)


@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(park=parks)
def test_both_interpretations_of_electrification_bound_the_result_without_a_choice(
    engine: InferenceEngine, park: Park
) -> None:
    inference = inferred(engine, subject_of(park.facts(), DAY, "2026-12-01", {}))
    assert inference.total.low == park.reached("more_than")
    assert inference.total.high == park.reached("at_least")
