"""US Clean Competition Act card: differential test on random goods, with known and unknown facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import Facts, agree, hidden, inferred, subject_of, text, value
from tests.support.tiers import tries

BASE = {"y2022": 2024, "y2023": 2025}
FINISHED = {"y2022": 2026, "y2023": 2027}
FIRST = {"y2022": 2024, "y2023": 2025, "y2025": 2026}
HEAVY, LIGHT = (pounds * Fraction(45359237, 10**11) for pounds in (500, 100))
"""The weights of 500 and 100 international pounds, in tonnes."""


@dataclass(frozen=True)
class Entry:
    """A line of goods that enters."""

    listed: bool
    day: date
    mass: Fraction
    granted: bool
    own: Fraction
    known: bool
    industry: Fraction
    american: Fraction
    economies: Fraction
    poorest: bool
    exports: bool
    waived: bool

    @property
    def intensity(self) -> Fraction:
        """The intensity used for the charge."""
        if self.granted:
            return self.own
        return self.industry if self.known else self.american * self.economies


@dataclass(frozen=True)
class Part:
    """A covered part of finished goods that enters."""

    day: date
    item: Fraction
    by_value: bool
    mass: Fraction
    counting: Fraction
    american: Fraction


@dataclass(frozen=True)
class Shipment:
    """A good that is exported."""

    listed: bool
    day: date
    paid: Fraction


@dataclass(frozen=True)
class Charge:
    """Lines under one bill and one reading; inflation in per cent."""

    bill: str
    base_2025: str
    multiplied: bool
    by_points: bool
    waiver_counts: bool
    inflation: Fraction
    entries: tuple[Entry, ...]
    parts: tuple[Part, ...]
    shipments: tuple[Shipment, ...]

    def _percent(self, year: int) -> Fraction:
        percent = Fraction(100)
        for place in range(max(year - BASE.get(self.bill, int(self.base_2025[1:])), 0)):
            fall = Fraction(5, 2) if place < 4 else Fraction(5)
            percent -= fall if self.by_points else percent * fall / 100
        return max(percent, Fraction(0))

    def _price(self, year: int) -> Fraction:
        price, rate = (Fraction(60), Fraction(6)) if self.bill == "y2025" else (Fraction(55), Fraction(5))
        for _ in range(min(max(year - FIRST[self.bill], 0), 40)):
            both = rate * self.inflation / 100 if self.multiplied else Fraction(0)
            price *= 1 + (rate + self.inflation + both) / 100
        return price

    def _charge(self, entry: Entry) -> Fraction:
        year = entry.day.year
        free = (entry.poorest and not entry.exports) or (self.bill == "y2025" and entry.waived and self.waiver_counts)
        if free or not entry.listed or year < FIRST[self.bill]:
            return Fraction(0)
        above = entry.intensity - entry.american * self._percent(year) / 100
        return max(above, Fraction(0)) * entry.mass * self._price(year)

    def _part(self, part: Part) -> Fraction | None:
        above = part.counting - part.american * self._percent(part.day.year) / 100
        full = max(above, Fraction(0)) * part.mass * self._price(part.day.year)
        if self.bill not in FINISHED:
            may_be_charged = part.item > LIGHT or part.by_value
            return None if full and may_be_charged else Fraction(0)
        years = part.day.year - FINISHED[self.bill]
        heavy = part.item > (HEAVY if years < 2 else LIGHT)
        return full if years >= 0 and (heavy or part.by_value) else Fraction(0)

    def numbers(self) -> dict[str, Fraction | None]:
        """Return total charges and rebates; the finished-goods total is None if its unknown start date matters."""
        back = (one.paid for one in self.shipments if one.listed and one.day.year >= FIRST[self.bill])
        parts = [self._part(part) for part in self.parts]
        known = [charge for charge in parts if charge is not None]
        return {
            "total_charge": sum(map(self._charge, self.entries), Fraction(0)),
            "finished_total": sum(known, Fraction(0)) if len(known) == len(parts) else None,
            "rebate_total": sum(back, Fraction(0)),
        }

    def settings(self) -> dict[str, str]:
        return {
            "bill": self.bill,
            "base_2025": self.base_2025,
            "joining": "multiply" if self.multiplied else "add",
            "decline": "points" if self.by_points else "percent",
            "club_effect": "all" if self.waiver_counts else "nothing",
        }

    def facts(self) -> Facts:
        """State it as an importer declares it."""
        records = tuple(
            {
                "record": text(f"L{at}"), "listed": value(one.listed), "liable_on": value(one.day),
                "mass": value(one.mass, "t"), "granted": value(one.granted), "intensity": value(one.own, "tCO2e/t"),
                "industry_known": value(one.known), "industry": value(one.industry, "tCO2e/t"),
                "us_industry": value(one.american, "tCO2e/t"), "economies": value(one.economies),
                "poorest": value(one.poorest), "exports": value(one.exports), "waived": value(one.waived),
            }
            for at, one in enumerate(self.entries)
        )  # fmt: skip
        parts = tuple(
            {
                "record": text(f"P{at}"), "entered_on": value(one.day), "item_mass": value(one.item, "t"),
                "by_value": value(one.by_value), "part_mass": value(one.mass, "t"),
                "part_counting": value(one.counting, "tCO2e/t"), "part_industry": value(one.american, "tCO2e/t"),
            }
            for at, one in enumerate(self.parts)
        )  # fmt: skip
        shipments = tuple(
            {
                "record": text(f"E{at}"),
                "shipped_listed": value(one.listed),
                "shipped_on": value(one.day),
                "charge_paid": value(one.paid, "USD"),
            }
            for at, one in enumerate(self.shipments)
        )
        return {
            "inflation": value(self.inflation, "%"),
            "lines": DeclaredValue(records=records),
            "parts": DeclaredValue(records=parts),
            "shipments": DeclaredValue(records=shipments),
        }


CARD = "us-cca-charge"
SUBJECTS = tries(40)
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
