"""RE100 card: differential test on random years, with known and unknown facts."""

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
from tests.support.cbam_cards import Facts, agree, choice, hidden, inferred, met, subject_of, text, value
from tests.support.tiers import tries


@dataclass(frozen=True)
class Market:
    """Electricity of a market in MWh, and whether it is left out as a small load where nothing can be bought."""

    used: Fraction
    left_out: bool
    no_route: bool


@dataclass(frozen=True)
class Instrument:
    """A certificate or contract for one of the markets."""

    market: int
    amount: Fraction
    technology: str
    sustainable: bool
    way: str
    first: bool
    same_market: bool
    built: date
    used: date
    contract: date
    retired: bool
    claimed: bool

    def counts(self, year: int, as_of: date) -> bool:
        """Return whether the instrument counts for the year."""
        kind = self.technology in {"wind", "solar", "geothermal"}
        kind |= self.technology in {"biomass", "hydro"} and self.sustainable
        made = self.built <= self.used and self.contract <= as_of
        kept = self.retired and not self.claimed and self.used.year == year
        return kind and made and kept and self.same_market and self.way != "another"

    @property
    def is_fresh(self) -> bool:
        """Whether the instrument counts without the limit for old plants."""
        free = self.way == "own" or (self.way == "direct" and self.first)
        before = min(self.contract, self.used) < date(2024, 1, 1)
        return free or before or self.built >= self.used.replace(year=self.used.year - 15)


@dataclass(frozen=True)
class Company:
    """Facts about a company for one year, known on a given date."""

    year: int
    as_of: date
    markets: tuple[Market, ...]
    instruments: tuple[Instrument, ...]
    reported: bool
    verified: bool

    @property
    def _may_leave_out(self) -> bool:
        small = [market for market in self.markets if market.left_out]
        each = all(market.no_route and market.used <= 100 for market in small)
        return each and sum((market.used for market in small), Fraction(0)) <= 500

    def numbers(self) -> dict[str, Fraction | None]:
        """Return the electricity in scope, the part that counts as renewable, and the share."""
        asked = fresh = old = Fraction(0)
        for place, market in enumerate(self.markets):
            there = Fraction(0) if market.left_out and self._may_leave_out else market.used
            bought = [one for one in self.instruments if one.market == place and one.counts(self.year, self.as_of)]
            young = min(sum((one.amount for one in bought if one.is_fresh), Fraction(0)), there)
            asked, fresh = asked + there, fresh + young
            old += min(sum((one.amount for one in bought if not one.is_fresh), Fraction(0)), there - young)
        used = sum((market.used for market in self.markets), Fraction(0))
        pocket = min(old, used * 15 / 100)
        share = None
        if self.year < self.as_of.year:
            share = min(100 * (fresh + pocket) / asked, Fraction(100)) if asked else None
        return {"asked": asked, "fresh_all": fresh, "old_all": old, "pocket": pocket, "share": share}

    def gates(self) -> dict[str, Outcome]:
        left_out = sum((market.used for market in self.markets if market.left_out), Fraction(0))
        elsewhen = any(instrument.used.year != self.year for instrument in self.instruments)
        return {
            "RE-10": met(self._may_leave_out, left_out > 0),
            "RE-12": met(self.reported and self.verified),
            "RE-13": met(not elsewhen),
        }

    def facts(self) -> Facts:
        """State them as facts of the card."""
        markets = tuple(
            {
                "market": text(f"M{place}"),
                "used": value(market.used, "MWh"),
                "left_out": value(market.left_out),
                "no_route": value(market.no_route),
            }
            for place, market in enumerate(self.markets)
        )
        instruments = tuple(
            {
                "record": text(f"C{place}"), "market_of_use": text(f"M{one.market}"),
                "amount": value(one.amount, "MWh"), "technology": choice(one.technology),
                "sustainable": value(one.sustainable), "way": choice(one.way), "first": value(one.first),
                "same_market": value(one.same_market), "built_on": value(one.built), "used_on": value(one.used),
                "contract_from": value(one.contract), "retired": value(one.retired), "claimed": value(one.claimed),
            }
            for place, one in enumerate(self.instruments)
        )  # fmt: skip
        return {
            "year": value(Fraction(self.year)),
            "markets": DeclaredValue(records=markets),
            "instruments": DeclaredValue(records=instruments),
            "reported": value(self.reported),
            "verified": value(self.verified),
        }


CARD = "re100"
SUBJECTS = tries(60)
energy = st.sampled_from(["0", "50", "99.99", "100", "100.01", "400", "1000", "20000"]).map(Fraction)
flags = st.booleans()
likely = st.sampled_from([True, True, True, False])
DAYS = [date(2023, 12, 31), date(2024, 1, 1), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
market = st.builds(Market, energy, flags, likely)


@st.composite
def company(draw: Any) -> Company:
    markets = tuple(draw(st.lists(market, min_size=1, max_size=7)))
    instrument = st.builds(
        Instrument,
        market=st.integers(0, len(markets) - 1),
        amount=energy,
        technology=st.sampled_from(["wind", "solar", "geothermal", "biomass", "hydro", "another"]),
        sustainable=likely,
        way=st.sampled_from(["own", "direct", "supplier", "unbundled", "delivered", "another"]),
        first=flags,
        same_market=likely,
        built=st.sampled_from(
            [date(2005, 1, 1), date(2011, 12, 30), date(2011, 12, 31), date(2020, 1, 1), date(2030, 1, 1)]
        ),
        used=st.sampled_from([*DAYS, date(2026, 12, 31), date(2026, 6, 30)]),
        contract=st.sampled_from([*DAYS, date(2027, 3, 2)]),
        retired=likely,
        claimed=st.sampled_from([False, False, False, True]),
    )
    return Company(
        year=draw(st.sampled_from([2026, 2026, 2026, 2027])),
        as_of=draw(st.sampled_from([date(2026, 12, 31), date(2027, 1, 1), date(2027, 3, 1), date(2028, 3, 1)])),
        markets=markets,
        instruments=tuple(draw(st.lists(instrument, max_size=6))),
        reported=draw(likely),
        verified=draw(likely),
    )


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_years_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: st.DataObject) -> None:
    made = data.draw(company())
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, made.as_of, "2026-11-23", {}))
    agree(inference, numbers=made.numbers(), gates=made.gates(), findings={}, sure=sure)
