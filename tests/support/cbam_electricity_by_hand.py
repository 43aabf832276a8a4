"""Test oracle for CBAM on imported electricity: Annex IV of Regulation (EU) 2023/956.

Point 4.2: the value listed for the country, otherwise the value of the Union. Point 5: the actual value if every
criterion is met. Neither mark-up nor free allocation applies. Independent of the card.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from tests.support.cbam_by_hand import PRICES, times
from tests.support.cbam_cards import choice, met, text, value

if TYPE_CHECKING:
    from rules.contracts.outcomes import Outcome
    from tests.support.cbam_cards import Facts

UNION = Fraction("0.612")
FOSSIL_AT_MOST = Fraction("0.55")


@dataclass(frozen=True)
class Power:
    """One quantity of electricity; `agreed` is the amount of the purchase agreement, None without one."""

    country: str
    day: date
    amount: Fraction
    actual: bool
    listed: Fraction | None
    factor: Fraction
    agreed: Fraction | None
    connected: bool
    uncongested: bool
    fossil: Fraction
    nominated: bool
    same_hour: bool
    monthly: bool
    verified: bool
    bought: Fraction

    def criteria(self) -> dict[str, bool]:
        return {
            "E1": self.agreed is not None and self.agreed >= self.amount,
            "E2": self.connected or self.uncongested,
            "E3": self.fossil <= FOSSIL_AT_MOST,
            "E4": self.nominated and self.same_hour,
            "E5": self.monthly,
            "E6": self.verified,
        }

    def gates(self) -> dict[str, Outcome]:
        return {id: met(holds, self.actual) for id, holds in self.criteria().items()}

    def numbers(self) -> dict[str, Fraction | None]:
        """Return factor, certificates, price and cost by quantity id."""
        proven = self.actual and all(self.criteria().values())
        factor = self.factor if proven else UNION if self.listed is None else self.listed
        in_quarter = PRICES.get((self.day.year, (self.day.month + 2) // 3))
        price = self.bought if self.day.year >= 2027 else in_quarter
        due = self.amount * factor
        return {
            "used_factor": factor,
            "emissions": due,
            "price": price,
            "cost": times(due, price),
        }

    def facts(self) -> Facts:
        """State it as facts of the card."""
        return {
            "country_of_origin": text(self.country),
            "imported_on": value(self.day),
            "quantity": value(self.amount, "MWh"),
            "determination": choice("actual" if self.actual else "default"),
            "country_listed": value(self.listed is not None),
            "listed_factor": value(self.listed or Fraction(0), "tCO2e/MWh"),
            "actual_factor": value(self.factor, "tCO2e/MWh"),
            "agreement_made": value(self.agreed is not None),
            "agreement_amount": value(self.agreed or Fraction(0), "MWh"),
            "connected": value(self.connected),
            "uncongested": value(self.uncongested),
            "fossil_factor": value(self.fossil, "tCO2e/MWh"),
            "nominated": value(self.nominated),
            "same_hour": value(self.same_hour),
            "reported_monthly": value(self.monthly),
            "verified_report": value(self.verified),
            "price_bought": value(self.bought, "EUR/tCO2e"),
        }
