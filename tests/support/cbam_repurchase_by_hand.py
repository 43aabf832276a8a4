"""Test oracle for repurchase and cancellation of CBAM certificates: gates, amounts and findings.

Written from Articles 23 and 24 of Regulation (EU) 2023/956 as amended. Independent of the card.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue
from tests.support.cbam_cards import met, text, value

if TYPE_CHECKING:
    from rules.contracts.outcomes import Outcome
    from tests.support.cbam_cards import Facts


@dataclass(frozen=True)
class Lot:
    """Certificates of one purchase that remain after surrender, and how many of them are to be repurchased."""

    bought_on: date
    of_2026: bool
    left: Fraction
    asked: Fraction


@dataclass(frozen=True)
class Repurchase:
    """The remaining certificates of an importer after surrender for an import year."""

    year: int
    steel: Fraction
    requested_on: date | None
    obliged: Fraction
    lots: tuple[Lot, ...]

    def gates(self) -> dict[str, Outcome]:
        surrendered_in = self.year + 1
        asks = self.requested_on is not None
        ordinary = sum((lot.asked for lot in self.lots if not lot.of_2026), Fraction(0))
        return {
            "C1": met(self.requested_on is not None and self.requested_on <= date(surrendered_in, 10, 31), asks),
            "C2": met(all(lot.asked <= lot.left for lot in self.lots), asks),
            "C3": met(ordinary <= self.obliged, asks and self.steel > 50),
            "C4": met(surrendered_in == 2027 or not any(lot.of_2026 and lot.asked > 0 for lot in self.lots), asks),
        }

    def cancelled(self) -> Fraction:
        """Return the certificates cancelled on 1 November: bought in the year before the previous year, or for 2026."""
        november = self.year + 1
        lots = (lot for lot in self.lots if lot.of_2026 or lot.bought_on.year <= november - 2)
        return sum((max(lot.left - lot.asked, Fraction(0)) for lot in lots), Fraction(0))

    def numbers(self) -> dict[str, Fraction | None]:
        asked = sum((lot.asked for lot in self.lots), Fraction(0))
        return {"asked_all": asked, "expired_all": self.cancelled()}

    def findings(self) -> dict[str, bool]:
        return {"C.CANCEL": self.cancelled() > 0}

    def facts(self) -> Facts:
        """State it as facts of the card."""
        steel: Facts = {
            "line": text("L"),
            "cn_code": text("72083900"),
            "origin": text("BR"),
            "imported_on": value(date(self.year, 5, 10)),
            "net_mass": value(self.steel, "t"),
        }
        lots = [
            {
                "lot": text(f"C{place}"),
                "bought_on": value(lot.bought_on),
                "of_2026": value(lot.of_2026),
                "left": value(lot.left, "tCO2e"),
                "asked": value(lot.asked, "tCO2e"),
            }
            for place, lot in enumerate(self.lots)
        ]
        return {
            "year_end": value(date(self.year, 12, 31)),
            "lines": DeclaredValue(records=(steel,)),
            "repurchase_requested": value(self.requested_on is not None),
            "requested_on": value(self.requested_on or date(2040, 1, 1)),
            "obliged_purchases": value(self.obliged, "tCO2e"),
            "lots": DeclaredValue(records=tuple(lots)),
        }
