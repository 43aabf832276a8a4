"""Test oracle for a firm in a pilot carbon market of China, written from the digest on these markets.

Covers listing, amounts due, missing and fined as of a day, and electricity counted as zero-emission, by city.
Independent of the card. None represents a value that no source states.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

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
        return {
            "PM1.MISSING": reaches if not_listed else False,
            "PM1.TIANJIN": tianjin,
            "PM4.LATE": self.late,
        }
