"""Shares and intensities of the cards against a second computation, above all where the divisor is zero."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.extents import NumberExtent
from rules.contracts.inputs import Subject
from rules.contracts.intervals import point_interval
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from tests.support.cbam_cards import SHELF, exact, published
from tests.support.tiers import tries

Number = Fraction | None
TODAY = date(2026, 11, 25)


def share(part: Fraction, whole: Fraction) -> Number:
    """Return a share in %, undetermined where the whole is zero."""
    return 100 * part / whole if whole else None


def capped(part: Fraction, whole: Fraction) -> Number:
    """Return a share of at most 100 %, undetermined where the whole is zero."""
    return min(100 * part / whole, Fraction(100)) if whole else None


def reached(part: Fraction, whole: Fraction) -> Number:
    """Return a share that must be reached: by own interpretation 0 % where the whole is zero."""
    return min(100 * part / whole, Fraction(100)) if whole else Fraction(0)


def cleared(part: Fraction, whole: Fraction) -> Number:
    """Return a share that must be cleared: by own interpretation 100 % where the whole is zero."""
    return min(100 * part / whole, Fraction(100)) if whole else Fraction(100)


def fall(before: Fraction, now: Fraction) -> Number:
    """Return by how many per cent something fell."""
    return share(before - now, before)


def ratio(part: Fraction, whole: Fraction) -> Number:
    """Return a ratio, undetermined where the divisor is zero."""
    return part / whole if whole else None


def gap(whole: Fraction, *stages: Fraction) -> Number:
    """Return by how many per cent the stages of a life exceed the whole."""
    return share(sum(stages, Fraction(0)) - whole, whole)


def progress(limit: Fraction, advanced: Fraction, reached_value: Fraction) -> Number:
    """Return the progress from a limit to an advanced value: 0 % where both are equal."""
    return 100 * (limit - reached_value) / (limit - advanced) if limit != advanced else Fraction(0)


def unexplained(percent: Fraction, left: Fraction, claimed: Fraction) -> Number:
    """Return by how much claimed reductions differ from the fall since the base year."""
    return abs(left * percent / (100 - percent) - claimed) if percent != 100 else None


CASES: list[tuple[str, str, tuple[str, ...], Callable[..., Number]]] = [
    ("carbon-label", "reached", ("former_footprint", "present_footprint"), fall),
    ("carbon-neutral-product", "reduction", ("earlier_footprint", "footprint"), fall),
    ("reduced-carbon-product", "reduction", ("earlier_footprint", "later_footprint"), fall),
    ("nev-dual-credits", "fall", ("fuel_before", "fuel_actual"), fall),
    ("eu-battery", "collection_rate", ("collected", "sales_all"), lambda part, whole: share(3 * part, whole)),
    ("eu-battery", "recycling_efficiency", ("recycled_out", "recycled_in"), share),
    ("eu-battery", "footprint_delivered", ("footprint_total", "energy_delivered"), ratio),
    ("eu-battery", "footprint_ratio", ("footprint_declared", "footprint_delivered"), ratio),
    (
        "eu-battery",
        "stage_gap",
        ("footprint_total", "stage_materials", "stage_production", "stage_distribution", "stage_end"),
        gap,
    ),
    ("green-direct-connection", "own_share", ("own_use", "available"), lambda a, b: share(a, b) or Fraction(0)),
    ("green-direct-connection", "load_share", ("own_use", "load"), lambda a, b: share(a, b) or Fraction(0)),
    ("green-direct-connection", "feed_share", ("fed_year", "available"), share),
    (
        "green-direct-connection",
        "curtailed_share",
        ("curtailed_year", "generated", "curtailed"),
        lambda part, made, lost: share(part, made + lost),
    ),
    ("miit-zero-carbon-factory", "grade2_share", ("grade2_kw", "all_kw"), share),
    ("miit-zero-carbon-factory", "removal_rate", ("removed", "carbon"), share),
    ("miit-zero-carbon-factory", "footprint_share", ("products_pcf", "products_total"), share),
    ("miit-zero-carbon-factory", "auto_share", ("meters_auto", "meters_due"), share),
    ("near-zero-factory", "share_offset", ("offset", "emitted"), cleared),
    ("near-zero-factory", "share_12", ("offset_12", "emitted_12"), cleared),
    ("sbti-flag", "share_of_land", ("land", "all_emissions"), share),
    ("sbti-near-term", "low_carbon_share", ("low_carbon", "electricity"), capped),
    ("sbti-near-term", "out_12", ("excluded_12", "s12"), share),
    ("sbti-near-term", "s3_share", ("s3", "s12"), lambda third, both: share(third, both + third)),
    ("zero-carbon-factory", "measured_share", ("measured_reduction", "claimed_reduction"), reached),
    ("zero-carbon-factory", "energy_progress", ("norm_limit", "norm_advanced", "unit_energy"), progress),
    ("zero-carbon-factory", "unexplained_fall", ("absolute_fall", "inventory", "claimed_reduction"), unexplained),
    (
        "zero-carbon-factory",
        "unexplained_share",
        ("unexplained_fall", "inventory"),
        lambda a, b: share(a, b) or Fraction(0),
    ),
    ("zero-carbon-factory", "offset_ratio", ("credits_counted", "residual"), cleared),
    ("zero-carbon-factory", "removal_ratio", ("removals_counted", "residual"), cleared),
    ("zero-carbon-factory", "renewable_share", ("renewable_electricity", "electricity_used"), reached),
    ("corporate-inventory", "share_3", ("scope_3_again", "total"), share),
    ("corporate-inventory", "covered_12", ("target_12", "scope_12_again"), share),
    ("corporate-inventory", "covered_3", ("target_3", "scope_3_again"), share),
    ("eu-taxonomy-climate", "share_aligned", ("aligned_all", "turnover"), share),
    ("cbam-installation", "default_share", ("default_parts", "counted_all"), capped),
    ("cbam-goods", "allocation_share", ("allocation_misstatement", "sefa_actual"), share),
]


@cache
def engine_of(card: str) -> InferenceEngine:
    """Make the engine of a draft once."""
    return InferenceEngine(published(card).scorecard, SHELF)


def computed(card: str, quantity: str, numbers: dict[str, Fraction]) -> Number:
    """Conclude by both evaluators from these facts and supposed quantities alone."""
    engine = engine_of(card)
    reading = read_subject(
        engine.plan.scorecard,
        Subject(subject="s", as_of=TODAY.isoformat(), known=f"{TODAY}T00:00:00Z", facts=(), evidence=()),
    )
    facts = {fact.id for fact in engine.plan.scorecard.facts}
    extents = {name: NumberExtent(point_interval(number)) for name, number in numbers.items() if name in facts}
    supposed = {name: number for name, number in numbers.items() if name not in facts}
    question = InferenceQuestion(
        {**reading.verified.extents, **extents},
        reading.settings,
        TODAY,
        supposed,
        tables=engine.tables_at(TODAY, TODAY),
    )
    return exact(engine.infer(question), quantity)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("card", "quantity", "names", "plain"), CASES, ids=[f"{one[0]}-{one[1]}" for one in CASES])
@settings(max_examples=tries(25), deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_share_agrees_with_a_second_computation(
    card: str, quantity: str, names: tuple[str, ...], plain: Callable[..., Number], data: Any
) -> None:
    numbers = [data.draw(st.sampled_from([0, 0, 1, 2, 50, 100]).map(Fraction), label=name) for name in names]
    assert computed(card, quantity, dict(zip(names, numbers, strict=True))) == plain(*numbers)


@pytest.mark.parametrize(
    ("card", "fact"), [("eu-battery", "capacity"), ("eu-green-bond", "proceeds"), ("zero-carbon-park", "energy")]
)
def test_a_divisor_with_a_domain_above_zero_is_refused_at_zero(card: str, fact: str) -> None:
    [definition] = [each for each in published(card).scorecard.facts if each.id == fact]
    assert definition.at_least is not None
    assert definition.at_least > 0
