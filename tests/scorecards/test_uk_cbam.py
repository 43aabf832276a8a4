"""UK CBAM card: differential test on random goods, with known and unknown facts.

Set `TOUCHSTONE_UK_CBAM_SUBJECTS=1000` to test 1000 random sets of goods of each kind.
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
from tests.support.tiers import tries
from tests.support.uk_cbam_by_hand import Import, Importer

CARD = "uk-cbam"
SUBJECTS = int(os.environ.get("TOUCHSTONE_UK_CBAM_SUBJECTS", tries(40)))
days = ["2026-12-31", "2027-01-01", "2028-06-30", "2029-12-31", "2030-12-31", "2031-01-01", "2034-06-30", "2036-01-01"]
line = st.builds(
    Import,
    sector=st.sampled_from(["hydrogen", "cement", "aluminium", "another"]),
    day=st.sampled_from(days).map(date.fromisoformat),
    mass=st.sampled_from(["0.5", "100"]).map(Fraction),
    exempt=st.sampled_from(["0", "0.25"]).map(Fraction),
    intensity=st.sampled_from(["2", "9.01"]).map(Fraction),
    auction=st.sampled_from(["50", "41.84"]).map(Fraction),
    entered=st.booleans(),
    baseline=st.sampled_from(["0", "80", "100"]).map(Fraction),
    paid=st.sampled_from(["0", "200", "1000000"]).map(Fraction),
)
importer = st.builds(
    Importer,
    relief_over=st.sampled_from(["line", "all"]),
    later=st.sampled_from(["same", "eu", "none"]),
    lines=st.lists(line, min_size=1, max_size=4).map(tuple),
)


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_charges_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: Any) -> None:
    made = data.draw(importer)
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, date(2026, 12, 1), "2026-11-23", made.settings()))
    agree(inference, numbers=made.numbers(), gates={}, findings={}, sure=sure)
