"""Test oracle for a CBAM goods line: default and actual emissions, free allocation, certificates and cost.

Independent of the engine and its lookups. None represents a value that cannot be computed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeVar

from rules.model.tables import Table
from tests.support.cbam_cards import SHELF

Number = Fraction | None
Value = TypeVar("Value")
WITHOUT_TABLE = ("LR", "NC")
PRICES = {(2026, 1): Fraction("75.36"), (2026, 2): Fraction("75.28")}
BOUGHT = Fraction(80)
RETAINED = {2026: "0.975", 2027: "0.95", 2028: "0.9", 2029: "0.775", 2030: "0.515", 2031: "0.39", 2032: "0.265",
            2033: "0.14"}  # fmt: skip
OUTSIDE = ("7204", "260111", "2701")
"""Scrap, ore that is not agglomerated, coal: no goods of Annex I, so no precursors with emissions of their own."""
DIRECT_ONLY_CHAPTERS = ("72", "73", "76")


@dataclass(frozen=True)
class Part:
    """One precursor: `values` are its stated direct and indirect emissions and free allocation."""

    code: str
    origin: str
    consumed: Fraction
    verified: bool
    allocation_verified: bool
    values: tuple[Fraction, Fraction, Fraction]


@dataclass(frozen=True)
class Process:
    """Data stated by an installation for a good."""

    direct: Fraction
    indirect: Fraction
    route: str | None
    year: int
    activity: Fraction
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Line:
    """One line of goods; with a process the verified actual values count, with a price paid they are reduced."""

    code: str
    country: str
    day: date
    tonnes: Fraction
    process: Process | None = None
    paid: Fraction = Fraction(0)
    raised: bool = True
    as_2030: bool = True


@dataclass
class ByHand:
    """Computes lines from the rows of default values, benchmarks, values of unknown origin and country groups."""

    defaults: Table
    benchmarks: Table
    unknown: Table
    groups: Table
    rows: dict[str, list[tuple[str, ...]]] = field(init=False)
    totals: Mapping[str, Mapping[str, tuple[str, ...]]] = field(init=False)
    worst: Mapping[str, Fraction] = field(init=False)
    group: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        by_country: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for country, code, _, _, _, total, route, *_ in self.defaults.rows:
            by_country[country][code] = (total, route)
        self.totals = by_country
        self.rows = defaultdict(list)
        for row in self.benchmarks.rows:
            self.rows[row[0]].append(row)
        self.worst = {row[0]: Fraction(row[2]) for row in self.unknown.rows}
        self.group = {row[0]: row[1] for row in self.groups.rows}

    def due(self, line: Line) -> tuple[Number, Number, Number, Number]:
        """Return specific emissions, specific free allocation, certificates due and cost."""
        emissions, allocation = self.by_default(line) if line.process is None else self.actual(line, line.process)
        quarter = PRICES.get((line.day.year, (line.day.month + 2) // 3))
        price = BOUGHT if line.day.year >= 2027 else quarter
        if emissions is None or allocation is None:
            return emissions, allocation, None, None
        reduction: Number = Fraction(0)
        if line.process is not None and line.paid:
            reduction = line.paid / price if price else None
        if reduction is None:
            return emissions, allocation, None, None
        certificates = max(emissions - allocation - reduction, Fraction(0)) * line.tonnes
        return emissions, allocation, certificates, certificates * price if price else None

    def by_default(self, line: Line) -> tuple[Number, Number]:
        """Default value with mark-up, and free allocation of column B by the route of the default value."""
        total, route = self.of_default(line.code, line.country)
        emissions = None if total is None else total * (1 + rate(line.code, line.day.year))
        return emissions, self.column_b(line.code, route, line.day.year, as_2030=line.as_2030)

    def actual(self, line: Line, process: Process) -> tuple[Number, Number]:
        """Own emissions and precursors, and free allocation of column A with that of the precursors."""
        emissions: Number = process.direct + (Fraction(0) if direct_only(line.code) else process.indirect)
        own = self.benchmark(line.code, "A", process.route, process.year)
        allocation = times(share(process.year, as_2030=line.as_2030), own)
        for part in process.parts:
            part_emissions, part_allocation = self.of_part(part, line, process.year)
            amount = part.consumed / process.activity
            emissions = plus(emissions, times(amount, part_emissions))
            allocation = plus(allocation, times(amount, part_allocation))
        return emissions, allocation

    def of_part(self, part: Part, line: Line, year: int) -> tuple[Number, Number]:
        """Return specific emissions and free allocation of a precursor."""
        if self.group.get(part.origin, "third") != "third" or part.code.startswith(OUTSIDE):
            return Fraction(0), Fraction(0)
        total, route = self.of_default(part.code, part.origin)
        direct, indirect, stated = part.values
        allocation = self.column_b(part.code, route, year, as_2030=line.as_2030)
        if part.verified and part.allocation_verified and year <= max(RETAINED):
            allocation = stated
        if part.verified:
            return direct + (Fraction(0) if direct_only(part.code) else indirect), allocation
        base = heading(self.worst, part.code) if part.origin == "unknown" else total
        return times(base, 1 + rate(part.code, line.day.year) if line.raised else Fraction(1)), allocation

    def of_default(self, code: str, country: str) -> tuple[Number, str | None]:
        """Return the total and route of the country, or of "other countries" where its entry is "-" or missing."""
        total: Number = None
        route: str | None = None
        for place in (country, "other"):
            if place in WITHOUT_TABLE:
                return None, None
            row = heading(self.totals.get(place, {}), code)
            if row is None and any(one.startswith(code) for one in self.totals.get(place, {})):
                return total, route
            if row is None:
                continue
            if route is None and row[1] != "-":
                route = row[1]
            if row[0] != "-":
                return (Fraction(row[0]) if row[0] else None), route
        return total, route

    def column_b(self, code: str, route: str | None, year: int, *, as_2030: bool) -> Number:
        """Return the free allocation by the route of the default value; None without a route."""
        return times(share(year, as_2030=as_2030), None if route is None else self.benchmark(code, "B", route, year))

    def benchmark(self, code: str, column: str, route: str | None, year: int) -> Number:
        """Return the benchmark: the greatest of several routes; without a route, the only value if all are equal."""
        rows = [row for row in self.rows.get(code[:8], ()) if row[1] == column and inside(row[3], min(year, 2030))]
        if route in (None, "*"):
            values = {row[4] for row in rows}
            return Fraction(values.pop()) if len(values) == 1 else None
        hits = [Fraction(row[4]) for one in str(route).split("/") for row in _of_route(rows, one)]
        return max(hits) if hits else None


def _of_route(rows: list[tuple[str, ...]], route: str) -> list[tuple[str, ...]]:
    return [row for row in rows if row[2] == route] or [row for row in rows if row[2] == "*"]


def heading(rows: Mapping[str, Value], code: str) -> Value | None:
    """Return the value of the code, or of the longest heading that contains the code."""
    if code not in rows and any(one.startswith(code) for one in rows):
        return None
    return next(
        (rows[code[:length]] for length in (10, 8, 6, 4) if len(code) >= length and code[:length] in rows), None
    )


def inside(span: str, year: int) -> bool:
    """Return whether a year is in a span such as 2026-2027."""
    first, _, last = span.partition("-")
    return int(first) <= year <= int(last or first)


def direct_only(code: str) -> bool:
    """Return whether a good is listed in Annex II."""
    return code[:2] in DIRECT_ONLY_CHAPTERS or code.startswith("28041000")


def rate(code: str, year: int) -> Fraction:
    """Return the mark-up: 1 % for fertilisers, otherwise 10, 20 and 30 % in 2026, 2027 and later years."""
    if code[:2] == "31" or code[:4] in ("2808", "2814", "2834"):
        return Fraction(1, 100)
    return Fraction(min(year, 2028) - 2025, 10)


def share(year: int, *, as_2030: bool) -> Fraction:
    """Return the retained share times the correction factor: 1 until 2030, afterwards 1 or 0 by assumption.

    The share is zero from 2034.
    """
    if year > max(RETAINED) or (year > 2030 and not as_2030):
        return Fraction(0)
    return Fraction(RETAINED[year])


def times(left: Number, right: Number) -> Number:
    """Multiply two numbers; zero times an unknown number is zero only if the zero is the first factor."""
    if left == 0:
        return Fraction(0)
    return None if left is None or right is None else left * right


def plus(left: Number, right: Number) -> Number:
    """Add."""
    return None if left is None or right is None else left + right


def total_of(numbers: Iterable[Number]) -> Number:
    """Add up; None if one of them is unknown."""
    total: Number = Fraction(0)
    for number in numbers:
        total = plus(total, number)
    return total


def codes_of(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """List the codes of goods, without electricity."""
    return sorted({row[0] for row in rows if row[1] != "electricity"})


HAND = ByHand(
    SHELF.newest("cbam-default-values"),
    SHELF.table("cbam-benchmarks", "2026-02-06"),
    SHELF.table("cbam-unknown-origin-values", "2025-12-31"),
    SHELF.table("cbam-country-groups", "2025-10-17"),
)
