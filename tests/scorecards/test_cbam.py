"""CBAM goods card: differential test on random lines, table editions, and known misconceptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.inputs import DeclaredValue, Subject
from rules.contracts.outcomes import ConclusionKind
from rules.engine.inference import Inference
from rules.engine.inference_engine import InferenceEngine
from rules.language.export import added_examples_path
from rules.trail.evaluation import Evaluator
from rules.trail.verify import CheckResult, verify
from tests.scorecards.cbam_by_hand import BOUGHT, HAND, Line, Part, Process, codes_of
from tests.support.cbam_cards import (
    SHELF,
    TODAY,
    agree,
    contains,
    exact,
    files,
    hidden,
    inferred,
    interval,
    published,
    subject_of,
    value,
)
from tests.support.tiers import tries

CARDS = ("cbam-goods", "cbam-importer", "cbam-transitional", "cbam-electricity")
KEY = b"1" * 32
CODES = codes_of(SHELF.table("cbam-annex-i", "2024-12-13").rows)
COUNTRIES = sorted({*HAND.totals, "LR", "NC", "TT", "KY"} - {"other", "DE", "NO"})
PROVEN = (True, True, (Fraction(1), Fraction(3), Fraction(0)))
QUANTITIES = ("see", "sefa", "certificates", "cost")


@pytest.fixture(scope="module")
def engine() -> Iterator[InferenceEngine]:
    made = InferenceEngine(published("cbam-goods").scorecard, SHELF)
    yield made
    made.close()


def facts_of(line: Line) -> dict[str, DeclaredValue]:
    values = {
        "cn_code": DeclaredValue(text=line.code),
        "country_of_origin": DeclaredValue(text=line.country),
        "imported_on": DeclaredValue(date=line.day.isoformat()),
        "net_mass": value(line.tonnes, "t"),
        "carved_out": DeclaredValue(flag=False),
        "determination": DeclaredValue(choice="default" if line.process is None else "actual"),
        "carbon_price_paid": value(line.paid, "EUR/t"),
        "price_bought": value(BOUGHT, "EUR/tCO2e"),
        "price_certified": DeclaredValue(flag=True),
        "rebates_deducted": DeclaredValue(flag=True),
        "opinion": DeclaredValue(choice="positive"),
        "verifier_accredited": DeclaredValue(flag=True),
        "report_covers_period": DeclaredValue(flag=True),
    }
    return values if line.process is None else values | facts_of_process(line.process)


def facts_of_process(process: Process) -> dict[str, DeclaredValue]:
    return {
        "own_direct": value(process.direct, "tCO2e/t"),
        "own_indirect": value(process.indirect, "tCO2e/t"),
        "production_route": DeclaredValue(choice=process.route or "no_route"),
        "produced_until": DeclaredValue(date=f"{process.year}-12-31"),
        "activity_level": value(process.activity, "t"),
        "precursors": DeclaredValue(records=tuple(record(str(key), one) for key, one in enumerate(process.parts))),
    }


def record(key: str, part: Part) -> dict[str, DeclaredValue]:
    direct, indirect, allocation = (value(one, "tCO2e/t") for one in part.values)
    return {
        "name": DeclaredValue(text=key),
        "code": DeclaredValue(text=part.code),
        "origin": DeclaredValue(text=part.origin),
        "consumed": value(part.consumed, "t"),
        "method": DeclaredValue(choice="actual_value"),
        "direct": direct,
        "indirect": indirect,
        "stated_allocation": allocation,
        "accredited": DeclaredValue(flag=True),
        "period_covered": DeclaredValue(flag=part.verified),
        "allocation_verified": DeclaredValue(flag=part.allocation_verified),
    }


def line_subject(line: Line, known: str = TODAY) -> Subject:
    assumed = {
        "precursor_mark_up": "with" if line.raised else "without",
        "after_2030": "as_2030" if line.as_2030 else "none",
    }
    return subject_of(facts_of(line), line.day, known, assumed)


def inferred_of(engine: InferenceEngine, line: Line, known: str = TODAY) -> Inference:
    return inferred(engine, line_subject(line, known))


def line_of(code: str, country: str, day: str, tonnes: int = 1000) -> Line:
    return Line(code, country, date.fromisoformat(day), Fraction(tonnes))


def actual_of(code: str, *parts: Part) -> Line:
    """A line with actual values: 1.9 t direct, 0.1 t indirect; precursors of 1 t direct, 3 t indirect."""
    process = Process(Fraction("1.9"), Fraction("0.1"), None, 2026, Fraction(1000), parts)
    return replace(line_of(code, "BR", "2026-05-10"), process=process)


decimals = st.integers(0, 400_000).map(lambda count: Fraction(count, 100_000))
days = st.integers(0, 365 * 9).map(lambda count: date(2026, 1, 1) + timedelta(days=count))
parts = st.builds(
    Part,
    st.sampled_from([*CODES, "72044990"]),
    st.sampled_from([*COUNTRIES, "DE", "NO", "unknown"]),
    st.integers(0, 2_000).map(Fraction),
    st.booleans(),
    st.booleans(),
    st.tuples(decimals, decimals, decimals),
)
processes = st.builds(
    Process,
    decimals,
    decimals,
    st.sampled_from([None, *"ABCDEFGHJKL"]),
    st.integers(2026, 2034),
    st.integers(1, 5_000).map(Fraction),
    st.lists(parts, max_size=4).map(tuple),
)
lines = st.builds(
    Line,
    st.sampled_from(CODES),
    st.sampled_from(COUNTRIES),
    days,
    st.integers(0, 10**9).map(lambda count: Fraction(count, 1000)),
    st.none() | processes,
    st.just(Fraction(0)) | st.integers(1, 5000).map(lambda count: Fraction(count, 100)),
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=tries(120), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines)
def test_the_engine_and_a_second_computation_agree_exactly(engine: InferenceEngine, line: Line) -> None:
    inference = inferred_of(engine, line)
    expected = dict(zip(QUANTITIES, HAND.due(line), strict=True))
    actual = {name: exact(inference, name) for name in QUANTITIES}
    if line.tonnes == 0 or expected["certificates"] == 0:
        expected, actual = ({name: one[name] for name in ("see", "sefa")} for one in (expected, actual))
    assert actual == expected


@settings(max_examples=tries(120), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), lines)
def test_unknown_facts_exclude_no_possible_result(engine: InferenceEngine, data: st.DataObject, line: Line) -> None:
    subject = line_subject(line)
    facts = data.draw(hidden(facts_of(line)))
    known = subject_of(facts, line.day, TODAY, subject.settings)
    numbers = dict(zip(QUANTITIES, HAND.due(line), strict=True))
    agree(inferred(engine, known), numbers=numbers, gates={}, findings={}, sure=False)


@settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines.filter(lambda line: line.day.year > 2030))
def test_without_an_assumption_the_allocation_lies_between_the_two(engine: InferenceEngine, line: Line) -> None:
    ends = [exact(inferred_of(engine, replace(line, as_2030=later)), "sefa") for later in (False, True)]
    subject = line_subject(line)
    chosen = {name: choice for name, choice in subject.settings.items() if name != "after_2030"}
    span = interval(inferred(engine, subject.model_copy(update={"settings": chosen})), "sefa")
    if ends[1] is None:  # without a benchmark no upper end is known
        assert span.high is None
        assert ends[0] is None or contains(span, ends[0])
        return
    assert [span.low, span.high] == ends


def test_an_edition_is_used_only_from_the_day_it_was_known(engine: InferenceEngine) -> None:
    """Clinker is stated by ten digits only since the correction of July 2026, known from the 31st."""
    line = line_of("2523100090", "CN", "2026-05-10")
    assert exact(inferred_of(engine, line), "default_value") == Fraction("1.39")
    assert exact(inferred_of(engine, line, known="2026-07-30"), "default_value") is None


def test_a_price_is_never_carried_forward(engine: InferenceEngine) -> None:
    late = inferred_of(engine, line_of("72083900", "BR", "2026-07-01"))
    assert (exact(late, "certificates"), exact(late, "cost")) == (Fraction("446.25"), None)
    timely = line_of("72083900", "BR", "2026-06-30")
    assert exact(inferred_of(engine, timely, known="2026-07-05"), "price") is None
    assert exact(inferred_of(engine, timely, known="2026-07-06"), "price") == Fraction("75.28")


def test_no_amount_is_certain_before_the_correction_factor_was_known(engine: InferenceEngine) -> None:
    line = line_of("72083900", "BR", "2026-06-30")
    assert exact(inferred_of(engine, line, known="2026-07-22"), "certificates") is None
    assert exact(inferred_of(engine, line, known="2026-07-23"), "certificates") == Fraction("446.25")


@pytest.mark.parametrize(
    ("line", "name", "claimed"),
    [
        (line_of("72083900", "BR", "2026-05-10"), "sefa", Fraction("0.025") * Fraction("1.37")),
        (line_of("31021019", "DZ", "2026-02-10"), "see", Fraction("1.42") * Fraction("1.01")),
        (line_of("72083900", "BR", "2026-05-10"), "see", Fraction("1.62") * Fraction("1.3")),
        (line_of("72031000", "AU", "2026-05-10"), "see", Fraction(0)),
        (line_of("72083900", "BR", "2027-05-10"), "see", Fraction("1.62") * Fraction("1.1")),
        (line_of("31021019", "DZ", "2028-02-10"), "see", Fraction("1.41") * Fraction("1.3")),
        (line_of("72083900", "GB", "2026-05-10"), "certificates", Fraction(0)),
        (actual_of("72083900"), "see", Fraction(2)),
        (actual_of("25232900"), "see", Fraction("1.9")),
        (actual_of("72083900", Part("28041000", "CN", Fraction(1000), *PROVEN)), "see", Fraction("5.9")),
        (actual_of("72083900", Part("26011200", "AU", Fraction(1000), *PROVEN)), "see", Fraction("2.9")),
    ],
    ids=["2.5 % as CBAM factor", "direct plus indirect instead of total", "mark-up by country", "a dash as zero",
         "mark-up of 2026 in 2027", "mark-up of steel on fertilisers", "goods of the United Kingdom exempt",
         "electricity of a good in Annex II", "no electricity of cement", "electricity of hydrogen as precursor",
         "no electricity of ore as precursor"],
)  # fmt: skip
def test_known_misconceptions_are_never_computed(
    engine: InferenceEngine, line: Line, name: str, claimed: Fraction
) -> None:
    assert exact(inferred_of(engine, line), name) not in (None, claimed)


@pytest.mark.parametrize("country", sorted(word for word, group in HAND.group.items() if group != "third"))
def test_no_certificates_are_due_on_goods_of_the_union_and_exempt_countries(
    engine: InferenceEngine, country: str
) -> None:
    assert inferred_of(engine, line_of("72083900", country, "2026-05-10")).kind is ConclusionKind.NOT_APPLICABLE


@pytest.mark.parametrize("country", ["br", "de", "ZZ", "XI", "CHN", "Brazil", "Unknown"])
def test_a_word_that_is_not_a_country_code_is_no_third_country(engine: InferenceEngine, country: str) -> None:
    assert inferred_of(engine, line_of("72083900", country, "2026-05-10")).kind is ConclusionKind.INCOMPLETE


def test_a_code_is_either_of_annex_i_or_outside() -> None:
    outside = {row[0] for row in SHELF.newest("cbam-outside-annex-i").rows}
    assert not [code for code in CODES if any(code.startswith(one) for one in outside)]


def test_the_recorded_evaluation_verifies_and_names_its_tables() -> None:
    version = published("cbam-goods")
    evaluator = Evaluator(version.scorecard, version.rule_digest, version.name, SHELF)
    process = Process(
        Fraction("1.9"), Fraction("0.1"), None, 2026, Fraction(1000),
        (Part("26011200", "AU", Fraction(1450), False, False, (Fraction(0), Fraction(0), Fraction(0))),),
    )  # fmt: skip
    made = evaluator.evaluate(line_subject(replace(line_of("72083900", "BR", "2026-05-10"), process=process)), KEY)
    checks = verify(content=made.content, stated_digest=made.digest, record_key=KEY, versions=(version,), tables=SHELF)
    evaluator.close()
    assert {check.result for check in checks} == {CheckResult.PASSED}
    assert {use.edition for use in made.record.tables if use.name == "cbam-default-values"} == {"2026-08-06"}
    assert {result.id for result in made.record.results} >= {"certificates_due", "cost_due"}


def test_every_draft_file_has_its_twin_in_the_other_language() -> None:
    for card in CARDS:
        names = files(card).keys() - {added_examples_path("en"), added_examples_path("zh")}
        assert {Path(name).name.replace(".en.", ".zh.") for name in names if ".en." in name} == {
            name for name in names if ".zh." in name
        }
