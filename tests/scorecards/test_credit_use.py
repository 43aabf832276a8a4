"""Credit use card: differential test on random inventories, with known and unknown facts.

Set `TOUCHSTONE_CREDIT_USE_SUBJECTS=1000` to test 1000 random inventories.
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
from tests.support.credit_use_by_hand import Inventory, Line
from tests.support.tiers import tries

CARD = "credit-use"
DAY = date(2027, 1, 31)
SUBJECTS = int(os.environ.get("TOUCHSTONE_CREDIT_USE_SUBJECTS", tries(60)))
flags = st.booleans()
often = st.sampled_from([True, True, True, False])
tonnes = st.sampled_from(["0", "0.01", "1000", "7000", "80000", "200000"]).map(Fraction)
line = st.builds(
    Line,
    amount=tonnes,
    programme=st.sampled_from(["acr", "art", "car", "gold", "vcs", "vcs", "gcc", "j_credit", "jcm", "ccer", "another"]),
    year=st.sampled_from([2020, 2021, 2022, 2022, 2026, 2027, 2028, 2031]),
    begun=st.sampled_from(
        [date(2015, 12, 31), date(2016, 1, 1), date(2021, 1, 1), date(2022, 12, 31), DAY, date(2027, 2, 1)]
    ),
    host=st.sampled_from(["thailand", "peru", "ghana", "malawi", "singapore", "elsewhere"]),
    activity=st.sampled_from(
        [
            "another",
            "another",
            "renewable",
            "renewable_large",
            "storage",
            "old_stoves",
            "redd_high",
        ]
    ),
    excepted=flags,
    principles=often,
    authorised=st.sampled_from(["both", "both", "other", "ndc", "none"]),
    adjusted=often,
    insured=flags,
    ccp=flags,
    inside=flags,
    cancelled=often,
    cancelled_on=st.sampled_from([date(2026, 11, 1), DAY]),
    use=st.sampled_from(
        [
            "none",
            "singapore",
            "singapore",
            "corsia",
            "corsia",
            "japan",
            "china",
            "vcmi",
            "vcmi",
            "target",
            "neutral",
        ]
    ),
    elsewhere=st.sampled_from([False, False, False, True]),
    corsia_listed=often,
    ccp_programme=often,
    ccp_method=st.sampled_from(["approved", "approved", "conditional", "grid_2024", "not_approved"]),
    ccp_shown=flags,
    reversible=flags,
    monitored=st.sampled_from(["0", "39.99", "40"]).map(Fraction),
    natural=flags,
    pooled=st.sampled_from(["0", "19.99", "20"]).map(Fraction),
)
inventory = st.builds(
    Inventory,
    use_on=st.sampled_from(
        [
            *(date(year, month, 1) for year, month in ((2018, 12), (2019, 1), (2024, 9), (2027, 12), (2028, 1))),
            *(date(2023, 12, 31), date(2024, 1, 1), date(2025, 4, 29), date(2025, 4, 30), date(2026, 12, 31)),
        ]
    ),
    taxable=tonnes,
    remaining=tonnes,
    gap=tonnes,
    trajectory=tonnes,
    claimed=tonnes,
    gap_year=st.sampled_from([2026, 2035, 2036]),
    founded=often,
    interim=flags,
    lines=st.lists(line, min_size=1, max_size=4).map(tuple),
)


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_inventories_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: Any) -> None:
    made = data.draw(inventory)
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, DAY, "2026-11-24", made.settings()))
    agree(inference, numbers=made.numbers(DAY), gates=made.gates(DAY), findings={}, sure=sure)
