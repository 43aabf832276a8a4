"""CBAM transitional card: differential test on random quarterly reports, with known and unknown facts."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import agree, hidden, inferred, subject_of
from tests.support.cbam_transitional_by_hand import Report, Reported
from tests.support.tiers import tries

CARD = "cbam-transitional"
KNOWN = "2030-01-01"


amounts = st.integers(0, 10**6).map(lambda count: Fraction(count, 1000))
nothing = st.just(Fraction(0))
goods = st.builds(
    Reported,
    code=st.sampled_from(["72083900", "76011010", "27160000"]),
    origin=st.sampled_from(["TR", "IN", "CH", "NO"]),
    tonnes=amounts,
    direct=amounts,
    indirect=nothing | amounts,
    gap=st.sampled_from(["0", "0", "0", "0.00001"]).map(Fraction),
    is_complex=st.booleans(),
    method=st.sampled_from(["eu_method", "eu_method", "other_scheme", "any_other"]),
    justified=st.booleans(),
    estimated=st.sampled_from(["0", "0", "0.001", "20", "20.001", "100"]).map(Fraction),
    exempt=st.sampled_from([False, False, False, True]),
)


@st.composite
def reports(draw: Any) -> Report:
    quarters = [(2023, 3), (2023, 4), (2026, 1), *((year, one) for year in (2024, 2025) for one in (1, 2, 3, 4))]
    year, quarter = draw(st.sampled_from(quarters))
    empty = Report(year, quarter, None, None, False, False, 0, Fraction(0), Fraction(1), (), date(2026, 1, 1))
    edges = [empty.after(months) + timedelta(days=one) for months in (1, 2, 7) for one in (0, 1)]
    day = st.sampled_from([*edges, date(2024, 7, 31), date(2024, 8, 1)])
    return Report(
        year=year,
        quarter=quarter,
        submitted_on=draw(st.none() | day),
        modified_on=draw(st.none() | day),
        correction_opened=draw(st.booleans()),
        steps_taken=draw(st.booleans()),
        incorrect_in_row=draw(st.integers(0, 4)),
        unreported=draw(amounts),
        index=draw(st.sampled_from([Fraction(1), Fraction(5, 4)])),
        goods=tuple(draw(st.lists(goods, max_size=2))),
        today=draw(day),
    )


@settings(max_examples=tries(250), deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_the_card_and_a_second_reading_of_the_law_agree(engine: InferenceEngine, report: Report) -> None:
    inference = inferred(engine, subject_of(report.facts(), report.today, KNOWN, {}))
    agree(inference, numbers=report.numbers(), gates=report.gates(), findings=report.findings(), sure=True)


@settings(max_examples=tries(250), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), reports())
def test_unknown_facts_exclude_no_possible_result(engine: InferenceEngine, data: st.DataObject, report: Report) -> None:
    facts = data.draw(hidden(report.facts()))
    inference = inferred(engine, subject_of(facts, report.today, KNOWN, {}))
    agree(inference, numbers=report.numbers(), gates=report.gates(), findings=report.findings(), sure=False)
