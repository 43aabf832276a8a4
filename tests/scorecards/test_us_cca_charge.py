"""US Clean Competition Act card: differential test on random goods, with known and unknown facts.

Set `TOUCHSTONE_CCA_SUBJECTS=1000` to test 1000 random sets of goods of each kind.
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
from tests.support.cca_by_hand import Charge, Entry, Part, Shipment
from tests.support.tiers import tries

CARD = "us-cca-charge"
SUBJECTS = int(os.environ.get("TOUCHSTONE_CCA_SUBJECTS", tries(40)))
intensities = st.sampled_from(["0", "1.295", "1.33", "1.3301", "1.4", "2.1"]).map(Fraction)
flags = st.booleans()
entry = st.builds(
    Entry,
    listed=flags,
    day=st.sampled_from(
        [
            date(2023, 12, 31),
            date(2024, 1, 1),
            date(2025, 12, 31),
            date(2026, 1, 1),
            date(2028, 5, 10),
            date(2047, 1, 1),
        ]
    ),
    mass=st.sampled_from(["0", "0.5", "12000"]).map(Fraction),
    granted=flags,
    own=intensities,
    known=flags,
    industry=intensities,
    american=intensities,
    economies=st.sampled_from(["0", "1", "3"]).map(Fraction),
    poorest=flags,
    exports=flags,
    waived=flags,
)
part = st.builds(
    Part,
    day=st.sampled_from(["2025-12-31", "2026-01-01", "2027-06-30", "2028-01-01", "2029-05-01"]).map(date.fromisoformat),
    item=st.sampled_from(["0.045359237", "0.0453592371", "0.1", "0.226796185", "0.2267961851"]).map(Fraction),
    by_value=flags,
    mass=st.sampled_from(["1", "12.5"]).map(Fraction),
    counting=intensities,
    american=intensities,
)
shipment = st.builds(
    Shipment,
    listed=flags,
    day=st.sampled_from(["2023-12-31", "2024-01-01", "2025-06-30", "2026-01-01"]).map(date.fromisoformat),
    paid=st.sampled_from(["0", "1000.5"]).map(Fraction),
)
charge = st.builds(
    Charge,
    bill=st.sampled_from(["y2022", "y2023", "y2025"]),
    base_2025=st.sampled_from(["y2025", "y2026"]),
    multiplied=flags,
    by_points=flags,
    waiver_counts=flags,
    inflation=st.sampled_from(["-1", "0", "2.5", "3"]).map(Fraction),
    entries=st.lists(entry, min_size=1, max_size=4).map(tuple),
    parts=st.lists(part, min_size=1, max_size=3).map(tuple),
    shipments=st.lists(shipment, min_size=1, max_size=3).map(tuple),
)


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_charges_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: Any) -> None:
    made = data.draw(charge)
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, date(2026, 12, 1), "2026-11-23", made.settings()))
    agree(inference, numbers=made.numbers(), gates={}, findings={}, sure=sure)
