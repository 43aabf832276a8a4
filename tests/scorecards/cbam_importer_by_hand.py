"""Test oracle for a CBAM importer's year: threshold, authorisation, deadlines, certificates to hold, penalties.

Written from Articles 2a, 5, 6(1), 7(5), 17(7a), 22(1), (2) and (2a), 25a and 26 of Regulation (EU) 2023/956 as amended.
Independent of the card.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Outcome
from tests.scorecards.cbam_by_hand import HAND, rate
from tests.support.cbam_cards import BLANK, Facts, choice, met, text, value

FIFTY = Fraction(50)
HYDROGEN, POWER = "28041000", "27160000"
OUTSIDE = ("7204", "7602")


@dataclass(frozen=True)
class Good:
    """One imported good; `before` are last year's certificates per tonne, None if it was not declared then."""

    code: str
    origin: str
    day: date
    tonnes: Fraction
    before: Fraction | None


@dataclass(frozen=True)
class Quarter:
    """A quarter, and the certificates held at its end."""

    first: date
    last: date
    held: Fraction
    by_last_year: bool
    surrendered_last_year: Fraction
    whole: bool
    same_quarter: bool
    as_2030: bool


@dataclass(frozen=True)
class Importer:
    """One importer and calendar year, as of a day."""

    year: int
    goods: tuple[Good, ...]
    authorised: bool
    applied_on: date | None
    representative: bool | None
    filed_on: date | None
    kept_until: date
    quarter: Quarter
    due: Fraction
    surrendered: Fraction
    index: Fraction
    today: date

    @property
    def first(self) -> date:
        """The first day of the year."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day of the year."""
        return date(self.year, 12, 31)

    def concerned(self, *, until: date | None = None) -> list[Good]:
        """List the goods of Annex I of third countries imported since 1 January."""
        end = until or self.last
        return [
            one
            for one in self.goods
            if self.first <= one.day <= end and HAND.group[one.origin] == "third" and not one.code.startswith(OUTSIDE)
        ]

    def mass(self, goods: Iterable[Good]) -> Fraction:
        """Add up the mass that counts towards the threshold: goods other than hydrogen and electricity."""
        return sum((one.tonnes for one in goods if one.code not in (HYDROGEN, POWER)), Fraction(0))

    @property
    def may_import(self) -> bool:
        """Whether it is authorised, or applied by 31 March 2026 and has no decision yet."""
        return self.authorised or (
            self.applied_on is not None and self.applied_on <= min(date(2026, 3, 31), self.today)
        )

    def gates(self) -> dict[str, Outcome]:
        quarter, liable, declare_by = self.quarter, self.liable, self.declare_by
        after = _months(quarter.first, 3)
        in_year = self.first <= quarter.first and quarter.last <= self.last
        from_2027 = self.year >= 2027
        to_hold = self.to_hold()
        asked = from_2027 and self.bound and self.today > quarter.last
        filed = self.filed_on is not None and self.filed_on <= self.today
        return {
            "S1": met(self.may_import, liable),
            "S2": met(bool(self.representative), self.representative is not None),
            "D1": met(filed, liable and self.today > declare_by),
            "D2": met(self.filed_on is not None and self.filed_on <= declare_by, liable and filed),
            "R1": met(self.kept_until >= date(self.year + 5, 12, 31), liable),
            "H0": met(in_year and quarter.last + timedelta(days=1) == after, from_2027 and liable),
            "H2": met(self.year >= 2028, from_2027 and quarter.by_last_year),
        } | ({} if to_hold is None else {"H1": met(quarter.held >= to_hold, asked)})

    @property
    def declare_by(self) -> date:
        """The last day for the declaration, and for the surrender."""
        return date(self.year + 1, 9, 30)

    @property
    def liable(self) -> bool:
        """Whether anything of the year has to be declared."""
        concerned = self.concerned()
        return self.mass(concerned) > FIFTY or any(
            one.code == POWER or (one.code == HYDROGEN and one.tonnes > 0) for one in concerned
        )

    def unsurrendered(self) -> tuple[Fraction, Fraction]:
        """Return the certificates still due until the deadline, and those missing after it."""
        outstanding = max(self.due - self.surrendered, Fraction(0)) if self.liable else Fraction(0)
        return (Fraction(0), outstanding) if self.today > self.declare_by else (outstanding, Fraction(0))

    @property
    def exceeded_before(self) -> bool:
        """Whether the threshold was exceeded before the quarter, or, prudently, by its end."""
        until = self.quarter.last if self.quarter.same_quarter else self.quarter.first - timedelta(days=1)
        return self.mass(self.concerned(until=until)) > FIFTY

    @property
    def bound(self) -> bool:
        """Whether half must be held of anything."""
        goods = self.concerned(until=self.quarter.last)
        return self.exceeded_before or any(one.code == HYDROGEN and one.tonnes > 0 for one in goods)

    def to_hold(self) -> Fraction | None:
        if self.year < 2027 or not self.bound:
            return Fraction(0)
        return self._half(everything=self.exceeded_before)

    def half(self) -> Fraction | None:
        """Return half of the emissions embedded in goods since 1 January, even without an obligation to hold."""
        goods = self.concerned(until=self.quarter.last)
        everything = self.mass(goods) > FIFTY
        hydrogen = any(one.code == HYDROGEN and one.tonnes > 0 for one in goods)
        if self.year < 2027 or not (everything or hydrogen):
            return Fraction(0)
        return self._half(everything=everything)

    def _half(self, *, everything: bool) -> Fraction | None:
        by_last_year = self.quarter.by_last_year and self.year >= 2028
        total: Fraction | None = Fraction(0)
        if by_last_year and self.quarter.whole:
            total = self.quarter.surrendered_last_year
        for good in self.concerned(until=self.quarter.last):
            if good.code == POWER or not (everything or good.code == HYDROGEN):
                continue
            part = self._base(good, by_last_year=by_last_year)
            total = None if total is None or part is None else total + part
        return None if total is None else total / 2

    def _base(self, good: Good, *, by_last_year: bool) -> Fraction | None:
        if by_last_year and good.before is not None:
            return Fraction(0) if self.quarter.whole else good.tonnes * good.before
        return _certificates(good, raised=False, as_2030=self.quarter.as_2030)

    def unpaid(self) -> Fraction | None:
        """Return the certificates of the year by default values with mark-up."""
        concerned = self.concerned()
        exceeded = self.mass(concerned) > FIFTY
        total: Fraction | None = Fraction(0)
        for good in concerned:
            if good.code == HYDROGEN or (exceeded and good.code != POWER):
                part = _certificates(good, raised=True, as_2030=self.quarter.as_2030)
                total = None if total is None or part is None else total + part
        return total

    def numbers(self) -> dict[str, Fraction | None]:
        concerned = self.concerned()
        counted = self.mass(concerned)
        hydrogen = sum((one.tonnes for one in concerned if one.code == HYDROGEN), Fraction(0))
        unpaid = self.unpaid()
        once = None if unpaid is None else unpaid * 100 * self.index
        nothing = Fraction(0)
        small = FIFTY < counted <= 55
        without = not self.may_import and (counted > FIFTY or hydrogen > 0)
        still_due, missing = self.unsurrendered()
        lowest = nothing if not without else None if once is None else 3 * once
        return {
            "counted_mass": counted,
            "mass_in_scope": hydrogen + (counted if counted > FIFTY else 0),
            "half": self.half(),
            "to_hold": self.to_hold(),
            "unpaid_year": unpaid,
            "still_due": still_due,
            "missing": missing,
            "missing_penalty": missing * 100 * self.index * int(self.may_import),
            "lowest_penalty": lowest,
            "highest_penalty": nothing if not without else None if once is None else 5 * once,
            "reduced_penalty": once if small and not self.may_import else lowest,
        }

    def findings(self) -> dict[str, bool]:
        counted = self.mass(self.concerned())
        until = self.concerned(until=self.quarter.last)
        before = self.mass(self.concerned(until=self.quarter.first - timedelta(days=1)))
        by_last_year = self.quarter.by_last_year and self.year >= 2028
        return {
            "T.WATCH": 45 < counted <= FIFTY,
            "P.MISSING": self.unsurrendered()[1] > 0,
            "P.SMALL": not self.may_import and FIFTY < counted <= 55,
            "H.LATER": self.year >= 2027 and self.mass(until) > FIFTY >= before,
            "H.NEW": by_last_year and any(one.before is None and one.code != POWER and one.tonnes > 0 for one in until),
        }

    def facts(self) -> Facts:
        """State the importer as facts of the card."""
        quarter = self.quarter
        return {
            "year_end": value(self.last),
            "lines": _records(self.goods),
            "authorised": value(self.authorised),
            "application_pending": value(self.applied_on is not None),
            "applied_on": value(self.applied_on or date(2026, 1, 15)),
            "representative": value(self.representative is not None),
            "representative_authorised": value(bool(self.representative)),
            "declaration_filed": value(self.filed_on is not None),
            "filed_on": value(self.filed_on or date(2000, 1, 1)),
            "kept_until": value(self.kept_until),
            "holding_basis": choice("last_year" if quarter.by_last_year else "default_values"),
            "quarter_start": value(quarter.first),
            "quarter_end": value(quarter.last),
            "certificates_held": value(quarter.held, "tCO2e"),
            "certificates_due": value(self.due, "tCO2e"),
            "certificates_surrendered": value(self.surrendered, "tCO2e"),
            "certificates_previous": value(quarter.surrendered_last_year, "tCO2e"),
            "penalty_index": value(self.index),
        }

    def settings(self) -> dict[str, str]:
        """State the readings."""
        return {
            "previous_reading": "whole" if self.quarter.whole else "per_tonne",
            "holding_start": "same_quarter" if self.quarter.same_quarter else "next_quarter",
            "after_2030": "as_2030" if self.quarter.as_2030 else "none",
        }


def _records(goods: tuple[Good, ...]) -> DeclaredValue:
    return DeclaredValue(
        records=tuple(
            {
                "line": text(f"L{number}"),
                "cn_code": text(one.code),
                "origin": text(one.origin),
                "imported_on": value(one.day),
                "net_mass": value(one.tonnes, "t"),
                "declared_before": value(one.before is not None),
                "previous_rate": BLANK if one.before is None else value(one.before, "tCO2e/t"),
            }
            for number, one in enumerate(goods)
        )
    )


def _certificates(good: Good, *, raised: bool, as_2030: bool) -> Fraction | None:
    """Default value less free allocation of column B, never below zero, times the mass."""
    total, route = HAND.of_default(good.code, good.origin)
    allocation = HAND.column_b(good.code, route, good.day.year, as_2030=as_2030)
    if total is None or allocation is None:
        return None
    emissions = total * (1 + rate(good.code, good.day.year)) if raised else total
    return max(emissions - allocation, Fraction(0)) * good.tonnes


def _months(day: date, count: int) -> date:
    month = day.month - 1 + count
    return date(day.year + month // 12, month % 12 + 1, day.day)
