"""Test oracle for China's national ETS: allocation to units and industry lines, account holdings, carry-over.

Written from the text of the allocation plan and its possible readings, without the card; powers come from a library
at sixty digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from math import floor

ELECTRICITY = {
    "2023": {1: "0.7950", 2: "0.8090", 3: "0.8285", 4: "0.3305"},
    "2024": {1: "0.7910", 2: "0.8049", 3: "0.8244", 4: "0.3288"},
}
HEAT = {"2023": ("0.1038", "0.0536"), "2024": ("0.1033", "0.0533")}
FIRST_NET_DAY, LAST_NET_DAY = date(2024, 1, 1), date(2025, 12, 31)
LAST_REQUEST = date(2026, 6, 10)
LIBRARY = Context(prec=60)


@dataclass(frozen=True)
class Unit:
    """One unit in one year; shares and load in percent, heat in GJ, electricity in MWh, power in MW, tonnes of CO2."""

    fuel: str
    kind: str
    state: str
    rated: Fraction
    low_grade: Fraction
    biomass: Fraction
    secondary: Fraction
    others: Fraction
    joint: str
    generated: Fraction
    heat: Fraction
    load: Fraction
    emitted: Fraction


@dataclass(frozen=True)
class Movement:
    """A movement into or out of an account on a day."""

    day: date
    kind: str
    amount: Fraction
    vintage: str


@dataclass(frozen=True)
class Totals:
    allowances: Fraction
    due: Fraction
    gas: Fraction
    filled: Fraction


def is_left_out(unit: Unit) -> bool:
    """Return whether a unit is excluded from allocation."""
    return (
        unit.state in ("new", "closed")
        or unit.kind in ("combined_gasification", "internal_combustion", "heat_only", "boiler_turned_to_gas")
        or unit.fuel in ("oil", "biomass_or_waste", "special_gas")
        or unit.biomass > 10
        or unit.secondary > 10
    )


def class_of(unit: Unit) -> int:
    """Return the class that determines the benchmark."""
    if unit.joint != "alone":
        return {"I": 1, "II": 2, "III": 3, "IV": 4}[unit.joint]
    if unit.fuel == "gas":
        return 4
    if unit.kind == "circulating_bed" or unit.low_grade > 50:
        return 3
    return 1 if unit.rated >= 400 else 2


def load_factor(unit: Unit, group: int) -> Fraction:
    """Return the correction for a low load, to twelve decimals."""
    if group > 2 or unit.load >= 65:
        return Fraction(1)
    exponent = 16 - Fraction(unit.load, 5)
    times = LIBRARY.divide(Decimal(exponent.numerator), Decimal(exponent.denominator))
    power = LIBRARY.exp(LIBRARY.multiply(LIBRARY.ln(Decimal("1.015")), times))
    return Fraction(power.quantize(Decimal("1e-12"), context=LIBRARY))


def allocated(unit: Unit, year: str) -> Fraction:
    """Return the allocation to a unit before any top-up of the entity's total."""
    if is_left_out(unit):
        return Fraction(0)
    group = class_of(unit)
    electricity = unit.generated * Fraction(ELECTRICITY[year][group]) * load_factor(unit, group)
    return electricity + unit.heat * Fraction(HEAT[year][group == 4])


def totals(units: list[Unit], year: str, place: str, order: str, *, count: bool) -> Totals:
    """Return the allocation and obligation of an entity under one interpretation of the plan."""
    own = gas = due = counted = Fraction(0)
    for unit in units:
        mine = allocated(unit, year)
        mine = Fraction(floor(mine)) if place == "unit" else mine
        own += mine
        if not is_left_out(unit) and class_of(unit) == 4 and unit.emitted > mine:
            gas += unit.emitted - mine
        counted += 0 if is_left_out(unit) else unit.emitted
        due += unit.emitted if count or not is_left_out(unit) else 0
    least = counted * 4 / 5
    whole = max(own + gas, least) if order == "gas_first" else max(own, least) + gas
    return Totals(whole if place == "nowhere" else Fraction(floor(whole)), due, gas, whole - own - gas)


def holding(movements: list[Movement], last: date) -> Fraction:
    """Return the holding of an account at the end of a day, in vintages until 2024."""
    held = Fraction(0)
    for movement in movements:
        if movement.day <= last and movement.vintage not in ("2025", "2026"):
            held += movement.amount if movement.kind in ("issued", "bought", "received") else -movement.amount
    return held


@dataclass(frozen=True)
class Request:
    """A carry-over request of an entity as of today; `day` is None without a request."""

    day: date | None
    frozen: bool
    missed: bool
    today: date

    @property
    def made(self) -> bool:
        """Whether the request was made by today."""
        return self.day is not None and self.day <= self.today

    @property
    def counts(self) -> bool:
        """Whether the request was made in time, or for allowances frozen by a court, and may be granted."""
        timely = self.day is not None and (self.day <= LAST_REQUEST or self.frozen)
        return self.today > LAST_NET_DAY and not self.missed and self.made and timely

    @property
    def may_come(self) -> bool:
        """Whether it was not made, and may still be."""
        open_today = self.today <= LAST_REQUEST or self.frozen
        return self.today > LAST_NET_DAY and not self.missed and not self.made and open_today


def at_most(movements: list[Movement], pending: Fraction) -> tuple[Fraction, Fraction]:
    """Return the carry-over limit by net sales, and the holding that also limits the carry-over."""
    net = Fraction(0)
    for movement in movements:
        if FIRST_NET_DAY <= movement.day <= LAST_NET_DAY and movement.vintage not in ("2025", "2026"):
            net += {"sold": movement.amount, "bought": -movement.amount}.get(movement.kind, Fraction(0))
    most = floor(10_000 + Fraction(3, 2) * max(net, Fraction(0)))
    return Fraction(most), max(holding(movements, LAST_NET_DAY) - pending, Fraction(0))


def carry_over(movements: list[Movement], pending: Fraction, request: Request) -> dict[str, Fraction]:
    """Return the amounts carried over, still possible and lost, as of a day."""
    before = [one for one in movements if one.day <= request.today]
    most, held = at_most(before, pending)
    nothing, limit = Fraction(0), min(most, held)
    lost = held - limit if request.counts or request.may_come else held
    return {
        "carried": limit if request.counts else nothing,
        "carry_open": limit if request.may_come else nothing,
        "not_carried": lost if request.today > LAST_NET_DAY else nothing,
    }


def industry_at_most(movements: list[Movement], today: date) -> Fraction | None:
    """Return the carry-over limit of an industrial entity as of a day; None if its unknown multiplier is needed."""
    before = [one for one in movements if one.day <= min(today, LAST_NET_DAY) and one.vintage not in ("2025", "2026")]
    held = max(holding(before, LAST_NET_DAY), Fraction(0))
    net = sum(({"sold": one.amount, "bought": -one.amount}.get(one.kind, Fraction(0)) for one in before), Fraction(0))
    if today <= LAST_NET_DAY:
        return Fraction(0)
    base = Fraction(100_000)
    return held if held <= base else base if net <= 0 else None


def line_allocated(year: str, balance: Fraction, intensity: Fraction, emitted: Fraction, *, special: bool) -> Fraction:
    """Return the allocation of an industrial line: its emissions, adjusted by at most three percent."""
    if year == "2024" or special:
        return Fraction(floor(emitted))
    distance = 1 - intensity / balance
    share = max(min(distance, Fraction(1, 5)), Fraction(-1, 5)) * Fraction(3, 20)
    return Fraction(floor(emitted + emitted * share))
