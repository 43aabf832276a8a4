"""Small cards with dates, parts and wholes: differential tests on random subjects, with known and unknown facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import SHELF, agree, hidden, inferred, published, subject_of
from tests.support.small_cards_by_hand import Bond, Factory, Land, Steel, Transfer
from tests.support.tiers import tries

DAY = date(2026, 12, 1)
flags = st.booleans()
euros = st.sampled_from(["0", "14999999.99", "15000000", "84999999.99", "85000000", "100000000"]).map(Fraction)
tonnes = st.sampled_from(["0", "599.99", "600", "799.99", "800", "999.99", "1000", "1001"]).map(Fraction)
years = st.sampled_from([2020, 2021, 2025, 2026, 2027, 2028])
MADE: dict[str, st.SearchStrategy[Any]] = {
    Bond.card: st.builds(
        Bond,
        issued=st.sampled_from([date(2024, 12, 20), date(2024, 12, 21), date(2025, 3, 1), DAY, date(2026, 12, 2)]),
        proceeds=st.just(Fraction(100_000_000)),
        aligned=euros,
        pocket=euros,
        allocated=flags,
    ),
    Steel.card: st.builds(
        Steel,
        year_end=st.sampled_from([date(2025, 12, 31), date(2026, 11, 30), DAY, date(2026, 12, 31)]),
        turnover=st.sampled_from(["0", "40", "100", "250"]).map(Fraction),
        lines=st.lists(
            st.tuples(
                st.sampled_from(["0", "40", "60.01"]).map(Fraction),
                st.sampled_from(["0.209", "0.21"]).map(Fraction),
                st.sampled_from(["0", "89.99", "90", "125"]).map(Fraction),
            ),
            min_size=1,
            max_size=3,
        ).map(tuple),
    ),
    Factory.card: st.builds(
        Factory,
        programme=st.sampled_from(["suzhou", "jiangsu", "zhejiang"]),
        emitted=tonnes,
        offset=tonnes,
        emitted_12=tonnes,
        offset_12=tonnes,
    ),
    Transfer.card: st.builds(
        Transfer,
        year=st.sampled_from([2021, 2025, 2026, 2027]),
        outcomes=st.lists(st.tuples(years, years), min_size=1, max_size=3).map(tuple),
        agreement=flags,
        worth=st.sampled_from(["0", "2000000"]).map(Fraction),
        for_adaptation=st.sampled_from(["0", "99999.99", "100000"]).map(Fraction),
        authorised=st.sampled_from(["0", "30000"]).map(Fraction),
        cancelled=st.sampled_from(["0", "599.99", "600", "30000", "30001"]).map(Fraction),
    ),
    Land.card: st.builds(
        Land,
        emitted=tonnes,
        land_12=tonnes,
        land_3=tonnes,
        target=flags,
        commodities=st.lists(st.tuples(tonnes, flags), max_size=3).map(tuple),
    ),
}
SETTINGS = {Factory.card: {"in_principle": "limit"}, Steel.card: {"cement_limit": "at_most"}}


@cache
def engine_of(card: str) -> InferenceEngine:
    return InferenceEngine(published(card).scorecard, SHELF)


@pytest.fixture(scope="module", autouse=True)
def _closed() -> Iterator[None]:
    yield
    for card in MADE:
        engine_of(card).close()
    engine_of.cache_clear()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("sure", [True, False])
@pytest.mark.parametrize("card", MADE)
@settings(max_examples=tries(60), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_subjects_agree_with_a_second_computation(card: str, sure: bool, data: Any) -> None:
    made = data.draw(MADE[card])
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine_of(card), subject_of(facts, DAY, "2026-11-24", SETTINGS.get(card, {})))
    agree(inference, numbers=made.numbers(DAY), gates=made.gates(DAY), findings=made.findings(), sure=sure)
