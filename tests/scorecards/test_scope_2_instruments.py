"""Scope 2 instruments card: differential test on random companies, with known and unknown facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import Facts, agree, choice, hidden, inferred, interval, met, subject_of, text, value
from tests.support.tiers import tries

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


CARD = "scope-2-instruments"
SUBJECTS = tries(60)
energy = st.sampled_from(["0", "1", "399.99", "400", "400.01", "1000"]).map(Fraction)
factor = st.sampled_from(["0", "0.01", "0.5703", "1"]).map(Fraction)
likely = st.sampled_from([True, True, True, True, False])
market = st.builds(Market, energy, factor, st.none() | factor, likely)


@st.composite
def company(draw: Any) -> Company:
    markets = tuple(draw(st.lists(market, min_size=1, max_size=4)))
    instrument = st.builds(
        Instrument,
        market=st.integers(0, len(markets) - 1),
        kind=st.sampled_from(["certificate", "contract", "supplier"]),
        amount=energy,
        rate=st.none() | factor | factor,
        sole=likely,
        retired=likely,
        near=likely,
        same_market=likely,
        by_kind=likely,
    )
    return Company(markets, tuple(draw(st.lists(instrument, max_size=6))), draw(likely), draw(likely))


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_companies_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: st.DataObject) -> None:
    made = data.draw(company())
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, date(2026, 12, 1), "2026-11-25", {}))
    agree(inference, numbers=made.numbers(), gates=made.gates(), findings=made.findings(), sure=sure)


def test_a_missing_rate_or_residual_mix_is_not_treated_as_zero(engine: InferenceEngine) -> None:
    certificate = Instrument(0, "certificate", Fraction(400), Fraction(1), *[True] * 5)
    made = Company((Market(Fraction(1000), Fraction(1), Fraction(1), True),), (certificate,), True, True)
    for listed, field in (("instruments", "rate"), ("markets", "residual")):
        facts = made.facts()
        (record,) = facts[listed].records or ()
        without = {name: told for name, told in record.items() if name != field}
        facts |= {listed: facts[listed].model_copy(update={"records": (without,)})}
        bounds = interval(inferred(engine, subject_of(facts, date(2026, 12, 1), "2026-11-25", {})), "by_market")
        assert (bounds.low, bounds.high) in {(Fraction(600), None), (Fraction(400), None)}, field
