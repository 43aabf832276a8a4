"""Article 6.4 issuance card: differential test on random issuances, with known and unknown facts.

`TOUCHSTONE_ARTICLE_6_SUBJECTS=1000` sets the number of random issuances of each kind.
"""

from __future__ import annotations

import os
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.engine.inference_engine import InferenceEngine
from tests.support.article_6_by_hand import Issuance, Year
from tests.support.cbam_cards import agree, hidden, inferred, subject_of
from tests.support.tiers import tries

CARD = "article-6-4-issuance"
SUBJECTS = int(os.environ.get("TOUCHSTONE_ARTICLE_6_SUBJECTS", tries(60)))
DAY = date(2026, 12, 1)
tonnes = st.sampled_from(["0", "0.1", "1500", "12000", "47549.51", "49000", "50000"]).map(Fraction)
flags = st.booleans()
year = st.builds(Year, st.sampled_from([0, 1, 2, 5, 45]), tonnes, tonnes, tonnes, tonnes, tonnes)
issuance = st.builds(
    Issuance,
    removal=flags,
    baseline=tonnes,
    rate=st.sampled_from(["0", "0.99", "1", "1.01", "30", "100"]).map(Fraction),
    compound=flags,
    years=st.lists(year, min_size=1, max_size=4).map(tuple),
    issued=st.sampled_from([0, 1, 10, 99, 36_000, 49_000]),
    cancelled=st.sampled_from(["0", "1.99", "2", "10", "50"]).map(Fraction),
    reversible=flags,
    risk=st.sampled_from(["0", "0.01", "10", "40"]).map(Fraction),
    of_the_rest=flags,
    use=st.sampled_from(["ndc", "oimp", "both", "contribution"]),
    authorised=flags,
    reversed=st.sampled_from(["0", "0.1", "99.5", "100"]).map(Fraction),
    avoidable=flags,
    cancelled_for=st.sampled_from([0, 1, 99, 100]),
    put_back=st.sampled_from([0, 1, 99, 100, 120]),
    put_back_on=st.sampled_from([date(2026, 11, 1), DAY]),
    put_back_by=st.sampled_from([date(2026, 11, 1), date(2026, 11, 30), DAY, date(2027, 3, 31)]),
)


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_issuances_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: Any) -> None:
    made = data.draw(issuance)
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, DAY, "2026-11-23", made.settings()))
    agree(inference, numbers=made.numbers(), gates=made.gates(DAY), findings={}, sure=sure)
