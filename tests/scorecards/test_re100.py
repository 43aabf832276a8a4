"""RE100 card: differential test on random years, with known and unknown facts.

Set `TOUCHSTONE_RE100_SUBJECTS=1000` to test 1000 random years.
"""

from __future__ import annotations

import os
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import agree, hidden, inferred, subject_of
from tests.support.re100_by_hand import Company, Instrument, Market
from tests.support.tiers import tries

CARD = "re100"
SUBJECTS = int(os.environ.get("TOUCHSTONE_RE100_SUBJECTS", tries(60)))
energy = st.sampled_from(["0", "50", "99.99", "100", "100.01", "400", "1000", "20000"]).map(Fraction)
flags = st.booleans()
likely = st.sampled_from([True, True, True, False])
DAYS = [date(2023, 12, 31), date(2024, 1, 1), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
market = st.builds(Market, energy, flags, likely)


@st.composite
def company(draw: Any) -> Company:
    markets = tuple(draw(st.lists(market, min_size=1, max_size=7)))
    instrument = st.builds(
        Instrument,
        market=st.integers(0, len(markets) - 1),
        amount=energy,
        technology=st.sampled_from(["wind", "solar", "geothermal", "biomass", "hydro", "another"]),
        sustainable=likely,
        way=st.sampled_from(["own", "direct", "supplier", "unbundled", "delivered", "another"]),
        first=flags,
        same_market=likely,
        built=st.sampled_from(
            [date(2005, 1, 1), date(2011, 12, 30), date(2011, 12, 31), date(2020, 1, 1), date(2030, 1, 1)]
        ),
        used=st.sampled_from([*DAYS, date(2026, 12, 31), date(2026, 6, 30)]),
        contract=st.sampled_from([*DAYS, date(2027, 3, 2)]),
        retired=likely,
        claimed=st.sampled_from([False, False, False, True]),
    )
    return Company(
        year=draw(st.sampled_from([2026, 2026, 2026, 2027])),
        as_of=draw(st.sampled_from([date(2026, 12, 31), date(2027, 1, 1), date(2027, 3, 1), date(2028, 3, 1)])),
        markets=markets,
        instruments=tuple(draw(st.lists(instrument, max_size=6))),
        reported=draw(likely),
        verified=draw(likely),
    )


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_years_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: st.DataObject) -> None:
    made = data.draw(company())
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, made.as_of, "2026-11-23", {}))
    agree(inference, numbers=made.numbers(), gates=made.gates(), findings={}, sure=sure)
