"""China pilot market card: differential test on random firms."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from tests.support.cbam_cards import (
    SHELF,
    agree,
    choice,
    exact,
    inferred,
    met,
    proved,
    published,
    subject_of,
    text,
    value,
)
from tests.support.cn_pilot_by_hand import Firm
from tests.support.tiers import tries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.engine.inference import Inference

CARD = published("cn-pilot-market").scorecard
AS_OF = date(2026, 11, 20)
FIRMS = tries(200)
MARKETS = ("shenzhen", "shanghai", "beijing", "guangdong", "tianjin", "hubei", "chongqing", "fujian")
WAYS = ("grid", "market", "between_provinces", "certificates", "other_way")
PROVED = ("accepted", "city_units", "city_units_on", "deadline", "price", "report_due")


def firm(seed: int) -> Firm:
    """Return a random firm, usually with figures and dates near a limit."""
    pick = Random(f"firm {seed}")  # noqa: S311 - tests want repeatable numbers, not secrets

    def nearby(day: date) -> date:
        return day + timedelta(days=pick.choice([-200, -1, 0, 0, 1, 1, 200]))

    def yes(share: float) -> bool:
        return pick.random() < share

    due = Fraction(pick.choice([13000, pick.randint(1, 10**7)]), pick.choice([1, 100]))
    deadline, report_due = (nearby(pick.choice([AS_OF, date(2026, 2, 28), date(2024, 5, 1)])) for _ in range(2))
    units_on = None if yes(0.2) else nearby(pick.choice([AS_OF, date(2024, 9, 13)]))
    return Firm(
        market=pick.choice([*MARKETS, "beijing", "shenzhen", "shanghai", "hubei"]),
        year=pick.choice([2023, 2024, 2025, 2026]),
        emissions=Fraction(pick.choice([999_999, 1_000_000, 1_299_999, 1_300_000, 3_000_000]), 100),
        national=yes(0.2),
        counted_here=yes(0.5),
        listed=yes(0.8),
        due=due,
        accepted=pick.choice([due, Fraction(0), max(due - Fraction(1, 100), Fraction(0)), due + 1, due / 2]),
        deadline=deadline,
        price=Fraction(pick.randint(0, 20000), 100),
        report_due=report_due,
        reported_on=None if yes(0.3) else nearby(report_due),
        units=Fraction(0) if units_on is None or yes(0.3) else Fraction(pick.randint(1, 10**5), 100),
        units_on=units_on,
        factor=Fraction(pick.randint(0, 10000), 10000),
        power=tuple((Fraction(pick.randint(0, 10**6), 10), pick.choice(WAYS)) for _ in range(pick.randint(0, 4))),
        today=nearby(pick.choice([AS_OF, deadline, report_due])),
    )


def facts(of: Firm) -> dict[str, DeclaredValue]:
    records = tuple(
        {"contract": text(f"P{place}"), "amount": value(amount, "MWh"), "way": choice(way)}
        for place, (amount, way) in enumerate(of.power)
    )
    return {
        "market": choice(of.market),
        "data_year": choice(str(of.year)),
        "emissions": value(of.emissions, "tCO2e"),
        "national": value(of.national),
        "counted_here": value(of.counted_here),
        "on_list": value(of.listed),
        "due": value(of.due, "tCO2e"),
        "accepted": value(of.accepted, "tCO2e"),
        "deadline": value(of.deadline),
        "price": value(of.price, "CNY/tCO2e"),
        "report_due": value(of.report_due),
        "reported": value(of.reported_on is not None),
        "reported_on": value(of.reported_on or of.report_due),
        "city_units": value(of.units, "tCO2e"),
        "city_units_on": value(of.units_on),
        "grid_factor": value(of.factor, "tCO2e/MWh"),
        "purchases": DeclaredValue(records=records),
    }


@pytest.fixture(scope="module")
def engine() -> Iterator[InferenceEngine]:
    with closing(InferenceEngine(CARD, SHELF)) as made:
        yield made


def concluded(engine: InferenceEngine, of: Firm) -> Inference:
    return inferred(engine, proved(CARD.card.id, subject_of(facts(of), of.today, "2027-12-31", {})))


def test_random_firms_owe_the_same_amounts_as_in_a_second_computation(engine: InferenceEngine) -> None:
    early = fined = 0
    for seed in range(FIRMS):
        made = firm(seed)
        inference = concluded(engine, made)
        agree(inference, numbers=made.numbers(), gates=outcomes(made.gates()), findings={}, sure=True)
        for code, raised in made.findings().items():
            outcome = inference.second_pass[f"finding:{code}"]
            assert outcome is (Outcome.UNDETERMINED if raised is None else met(raised)), (seed, code)
        early += made.open > 0 and not made.missing
        fined += bool(made.fine(5))
    assert early
    assert fined


def outcomes(gates: dict[str, bool | None]) -> dict[str, Outcome]:
    return {id: Outcome.NOT_APPLICABLE if holds is None else met(holds) for id, holds in gates.items()}


@pytest.mark.parametrize("market", MARKETS)
def test_no_market_reports_a_shortfall_before_its_deadline(engine: InferenceEngine, market: str) -> None:
    short = replace(firm(0), market=market, national=False, listed=True, due=Fraction(13000), accepted=Fraction(0))
    short = replace(short, deadline=date(2026, 10, 31), price=Fraction("106.27"))
    before = concluded(engine, replace(short, today=date(2026, 1, 15)))
    assert [exact(before, id) for id in ("still_due", "missing", "least_fine", "greatest_fine", "worth")] == [
        13000, 0, 0, 0, 0,
    ]  # fmt: skip
    after = concluded(engine, replace(short, today=date(2026, 11, 1)))
    assert [exact(after, id) for id in ("still_due", "missing")] == [0, 13000]


@pytest.mark.parametrize("id", PROVED)
def test_a_fact_without_evidence_is_unknown(id: str) -> None:
    reading = read_subject(CARD, subject_of({id: facts(firm(0))[id]}, AS_OF, "2027-12-31", {}))
    assert reading.verified.unknown[id].value == "evidence_missing"
