"""Electricity of a year by location and by market under scope 2, computed apart from the card."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue
from tests.support.cbam_cards import Facts, choice, met, text, value

if TYPE_CHECKING:
    from rules.contracts.outcomes import Outcome


BY_KIND = {"supplier": "delivered", "contract": "handed_over"}
"""Names of the criterion that applies to one kind of instrument only."""


@dataclass(frozen=True)
class Market:
    """Electricity of a market in MWh, the mean factor of its grid, and the factor of its residual mix, if any."""

    used: Fraction
    grid: Fraction
    residual: Fraction | None
    absence_told: bool


@dataclass(frozen=True)
class Instrument:
    """An instrument for one of the markets; `rate` in kg a kilowatt-hour, which are tonnes a megawatt-hour."""

    market: int
    kind: str
    amount: Fraction
    rate: Fraction | None
    sole: bool
    retired: bool
    near: bool
    same_market: bool
    by_kind: bool
    """Whether the instrument meets the criterion of its kind."""

    @property
    def counts(self) -> bool:
        """Whether it meets every criterion."""
        each = self.rate is not None and self.sole and self.retired and self.near and self.same_market
        return each and (self.kind == "certificate" or self.by_kind)


@dataclass(frozen=True)
class Company:
    """The electricity of a company."""

    markets: tuple[Market, ...]
    instruments: tuple[Instrument, ...]
    location_told: bool
    market_told: bool

    def numbers(self) -> dict[str, Fraction | None]:
        """Return both results, the amount without an instrument, and the excess purchases."""
        by_market = rest = beyond = Fraction(0)
        for place, market in enumerate(self.markets):
            bought = [one for one in self.instruments if one.market == place and one.counts]
            amount = sum((one.amount for one in bought), Fraction(0))
            covered = min(amount, market.used)
            if amount:
                by_market += sum((one.amount * (one.rate or 0) for one in bought), Fraction(0)) / amount * covered
            factor = market.grid if market.residual is None else market.residual
            by_market += (market.used - covered) * factor
            rest, beyond = rest + market.used - covered, beyond + amount - covered
        by_location = sum((market.used * market.grid for market in self.markets), Fraction(0))
        return {"by_location": by_location, "by_market": by_market, "rest_all": rest, "beyond_all": beyond}

    def gates(self) -> dict[str, Outcome]:
        """Decide the gates."""
        without = [market for market in self.markets if market.residual is None]
        return {
            "S2-02": met(self.location_told and self.market_told),
            "S2-08": met(all(market.absence_told for market in without), bool(without)),
        }

    def findings(self) -> dict[str, bool]:
        beyond = self.numbers()["beyond_all"]
        return {"S2-01": any(not one.counts for one in self.instruments), "S2-03": bool(beyond)}

    def facts(self) -> Facts:
        """State them as facts of the card."""
        markets = tuple(
            {
                "market": text(f"M{place}"),
                "used": value(market.used, "MWh"),
                "grid": value(market.grid, "kgCO2e/kWh"),
                "residual_known": value(market.residual is not None),
                "absence_told": value(market.absence_told),
            }
            | ({} if market.residual is None else {"residual": value(market.residual, "kgCO2e/kWh")})
            for place, market in enumerate(self.markets)
        )
        instruments = tuple(
            {
                "record": text(f"C{place}"),
                "market_of_use": text(f"M{one.market}"),
                "kind": choice(one.kind),
                "amount": value(one.amount, "MWh"),
                "rated": value(one.rate is not None),
                "sole": value(one.sole),
                "retired": value(one.retired),
                "near": value(one.near),
                "same_market": value(one.same_market),
            }
            | ({} if one.rate is None else {"rate": value(one.rate, "kgCO2e/kWh")})
            | ({} if one.kind == "certificate" else {BY_KIND[one.kind]: value(one.by_kind)})
            for place, one in enumerate(self.instruments)
        )
        return {
            "location_told": value(self.location_told),
            "market_told": value(self.market_told),
            "markets": DeclaredValue(records=markets),
            "instruments": DeclaredValue(records=instruments),
        }
