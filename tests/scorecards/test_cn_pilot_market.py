"""China pilot market card: differential test on random firms.

The oracle is written from the digest on these markets, independent of the card. It covers listing, amounts due, missing
and fined as of a day, and electricity counted as zero-emission, by city. None represents a value that no source states.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Outcome
from rules.engine.inference import Inference
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
from tests.support.tiers import tries

NEW_RULES_OF_BEIJING = date(2024, 5, 1)
UNITS_OF_SHANGHAI = date(2024, 9, 13)
ENTRY = {"hubei": Fraction(13000), "chongqing": Fraction(13000)}
MEAN_PRICE = {"beijing": Fraction("106.27"), "shanghai": Fraction("65.89")}
COUNTS_AS_ZERO = {
    "tianjin": {"grid", "market", "between_provinces"},
    "beijing": {"market", "between_provinces"},
    "shanghai": {"between_provinces"},
}


@dataclass(frozen=True)
class Firm:
    """One firm and year as of a day; tonnes of CO2, CNY, MWh."""

    market: str
    year: int
    emissions: Fraction
    national: bool
    counted_here: bool
    listed: bool
    due: Fraction
    accepted: Fraction
    deadline: date
    price: Fraction
    report_due: date
    reported_on: date | None
    units: Fraction
    units_on: date | None
    factor: Fraction
    power: tuple[tuple[Fraction, str], ...]
    today: date

    @property
    def threshold(self) -> Fraction | None:
        return ENTRY.get(self.market) if self.year >= 2024 else None

    @property
    def owes(self) -> bool:
        """Whether it has to report and to surrender in this market."""
        return self.listed and not self.national

    @property
    def open(self) -> Fraction:
        return max(self.due - self.accepted, Fraction(0)) if self.owes else Fraction(0)

    @property
    def missing(self) -> Fraction:
        return self.open if self.today > self.deadline else Fraction(0)

    def fine(self, beijing: int) -> Fraction | None:
        """Return the fine, with `beijing` as the multiple of the price in Beijing."""
        if not self.missing:
            return Fraction(0)
        if self.market == "shenzhen":
            return self.missing * self.price * 3
        known = self.market == "beijing" and self.deadline >= NEW_RULES_OF_BEIJING
        return self.missing * self.price * beijing if known else None

    @property
    def worth(self) -> Fraction | None:
        mean = MEAN_PRICE.get(self.market)
        if not self.missing:
            return Fraction(0)
        return None if mean is None else self.missing * mean

    @property
    def late(self) -> bool:
        """Whether its report was due before today, and did not come by then."""
        handed_in = self.reported_on is not None and self.reported_on <= self.report_due
        return self.owes and self.today > self.report_due and not handed_in

    @property
    def late_fine(self) -> Fraction | None:
        if not self.late:
            return Fraction(0)
        known = self.market == "beijing" and self.report_due >= NEW_RULES_OF_BEIJING
        return Fraction(50000) if known else None

    @property
    def zero_power(self) -> Fraction | None:
        if self.market not in COUNTS_AS_ZERO:
            return None if self.power else Fraction(0)
        return sum((amount for amount, way in self.power if way in COUNTS_AS_ZERO[self.market]), Fraction(0))

    def numbers(self) -> dict[str, Fraction | None]:
        """Return each figure by quantity id; None if no source states it."""
        zero, entry = self.zero_power, self.threshold
        return {
            "threshold": entry,
            "above": None if entry is None else self.emissions - entry,
            "still_due": self.open - self.missing,
            "missing": self.missing,
            "least_fine": self.fine(3),
            "greatest_fine": self.fine(5),
            "worth": self.worth,
            "late_fine": self.late_fine,
            "green_zero": zero,
            "not_counted": Fraction(0) if not self.factor else None if zero is None else zero * self.factor,
        }

    def gates(self) -> dict[str, bool | None]:
        """Return whether each gate is met; None if it does not apply."""
        used = self.units > 0 and self.units_on is not None and self.units_on <= self.today
        return {
            "PM2": not self.counted_here if self.national else None,
            "PM3": not self.missing if self.owes and self.today > self.deadline else None,
            "PM5": self.market == "shanghai" and self.units_on >= UNITS_OF_SHANGHAI if used and self.units_on else None,
        }

    def findings(self) -> dict[str, bool | None]:
        """Return whether each finding is raised; None if this is unknown."""
        reaches = None if self.threshold is None else self.emissions >= self.threshold
        not_listed = not self.national and not self.listed
        tianjin = self.market == "tianjin" and not self.national and self.emissions >= 10000
        return {"PM1.MISSING": reaches if not_listed else False, "PM1.TIANJIN": tianjin, "PM4.LATE": self.late}


CARD = published("cn-pilot-market").scorecard
AS_OF = date(2026, 11, 20)
FIRMS = tries(200)
MARKETS = ("shenzhen", "shanghai", "beijing", "guangdong", "tianjin", "hubei", "chongqing", "fujian")
WAYS = ("grid", "market", "between_provinces", "certificates", "other_way")
PROVED = ("accepted", "city_units", "city_units_on", "deadline", "price", "report_due")


def firm(seed: int) -> Firm:
    """Return a random firm, usually with figures and dates near a limit."""
    pick = Random(f"firm {seed}")

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
