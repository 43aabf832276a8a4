"""SBTi near-term card: differential test on random targets, with known and unknown facts.

Set `TOUCHSTONE_SBTI_SUBJECTS=1000` to test 1000 random targets of each kind.
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
from tests.support.sbti_by_hand import OPEN, REASONS, Instrument, Line, Target
from tests.support.tiers import tries

CARD = "sbti-near-term"
DAY = date(2027, 12, 31)
SUBJECTS = int(os.environ.get("TOUCHSTONE_SBTI_SUBJECTS", tries(60)))
tonnes = st.sampled_from(["0", "5", "95", "4.99", "9999.99", "10000", "60000", "166666.67"]).map(Fraction)
cuts = st.sampled_from(["0", "19.99", "20", "33.59", "33.6", "42", "44.04", "44.05", "100"]).map(Fraction)
shares = st.sampled_from(["0", "66.99", "67", "95", "94.99", "100"]).map(Fraction)
flags = st.booleans()


@st.composite
def line(draw: Any) -> Line:
    """A category that is dealt with in some way."""
    method, reason = draw(st.sampled_from(sorted(OPEN))), draw(st.sampled_from(["not_left_out", *sorted(REASONS)]))
    return Line(
        draw(st.integers(1, 15)), draw(tonnes), draw(shares), draw(flags), method, draw(flags), reason, draw(flags)
    )


used = st.sampled_from([date(2026, 12, 31), DAY, date(2028, 1, 1), date(2035, 1, 1)])
instruments = st.builds(
    Instrument,
    energy=st.sampled_from([0, 100, 30_000]).map(Fraction),
    factor=st.sampled_from(["0.011", "0.024", "0.048", "0.0481"]).map(Fraction),
    built=st.sampled_from([date(2011, 12, 31), date(2012, 12, 31), date(2020, 6, 1), DAY, date(2030, 1, 1)]),
    used=used,
    signed=st.sampled_from([date(2024, 1, 1), date(2027, 1, 31), date(2027, 2, 1), DAY, date(2028, 1, 1)]),
    own=flags,
)


@st.composite
def target(draw: Any) -> Target:
    return Target(
        first=draw(flags),
        submitted=draw(st.sampled_from([date(2026, 12, 1), date(2027, 2, 1), DAY, date(2029, 1, 1)])),
        base=draw(st.integers(2014, 2028)),
        base_3=draw(st.integers(2014, 2028)),
        year=draw(st.integers(2029, 2038)),
        scope_1=draw(tonnes),
        scope_2=draw(tonnes),
        lines=tuple(draw(st.lists(line(), max_size=4))),
        covered=(draw(shares), draw(shares)),
        cut=draw(cuts),
        cut_3=draw(cuts),
        intensity=draw(flags),
        since_2020=draw(flags),
        turnover=draw(st.sampled_from([0, 50_000_000, 49_999_999, 450_000_000, 449_999_999]).map(Fraction)),
        staff=draw(st.sampled_from([0, 249, 250, 999, 1000]).map(Fraction)),
        balance=draw(st.sampled_from([0, 24_999_999, 25_000_000]).map(Fraction)),
        rich=draw(flags),
        target_3=draw(flags),
        instruments=tuple(draw(st.lists(instruments, max_size=3))),
        electricity=draw(st.sampled_from([100, 30_000, 100_000]).map(Fraction)),
    )


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_targets_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: st.DataObject) -> None:
    made = data.draw(target())
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, DAY, "2026-11-23", made.settings()))
    agree(inference, numbers=made.numbers(DAY), gates=made.gates(DAY), findings={}, sure=sure)
