"""What does the carbon border tax of the United Kingdom come to on lines of goods, computed apart from the card?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rules.contracts.inputs import DeclaredValue
from tests.support.cbam_cards import Facts, choice, text, value

FACTORS = {2027: Fraction("0.975"), 2028: Fraction("0.95"), 2029: Fraction("0.9"), 2030: Fraction("0.775")}
HYDROGEN = Fraction("86.49")


@dataclass(frozen=True)
class Import:
    """A line of goods; baselines in per cent."""

    sector: str
    day: date
    mass: Fraction
    exempt: Fraction
    intensity: Fraction
    auction: Fraction
    entered: bool
    baseline: Fraction
    paid: Fraction

    def charge(self) -> Fraction | None:
        """Compute its charge, None where the baseline or the factor of the year was not found."""
        if self.day < date(2027, 1, 1) or self.sector == "another":
            return Fraction(0)
        baseline = self.baseline if self.entered else HYDROGEN if self.sector == "hydrogen" else None
        factor = FACTORS.get(self.day.year) if baseline else Fraction(0)
        if baseline is None or factor is None:
            return None
        price = self.auction * (100 - baseline * factor) / 100
        return max(max(self.mass - self.exempt, Fraction(0)) * self.intensity * price - self.paid, Fraction(0))


@dataclass(frozen=True)
class Importer:
    """Whoever imports these lines."""

    lines: tuple[Import, ...]

    def numbers(self) -> dict[str, Fraction | None]:
        """Add up the charge, None if one is not known."""
        charges = [line.charge() for line in self.lines]
        known = [charge for charge in charges if charge is not None]
        return {"total": sum(known, Fraction(0)) if len(known) == len(charges) else None}

    def facts(self) -> Facts:
        """State it as an importer declares it."""
        records = tuple(
            {
                "record": text(f"L{at}"),
                "sector": choice(one.sector),
                "liable_on": value(one.day),
                "mass": value(one.mass, "t"),
                "exempt": value(one.exempt, "t"),
                "intensity": value(one.intensity, "tCO2e/t"),
                "auction": value(one.auction, "GBP/tCO2e"),
                "baseline_known": value(one.entered),
                "baseline_entered": value(one.baseline, "%"),
                "paid_abroad": value(one.paid, "GBP"),
            }
            for at, one in enumerate(self.lines)
        )
        return {
            "value_12_months": value(Fraction(50_000), "GBP"),
            "value_30_days": value(Fraction(0), "GBP"),
            "registered": value(True),
            "returned": value(True),
            "returned_on": value(date(2028, 5, 31)),
            "lines": DeclaredValue(records=records),
        }
