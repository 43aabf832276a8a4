"""Near-zero-carbon park card: differential test on random parks, with known and unknown facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import Facts, agree, choice, contains, hidden, inferred, met, subject_of, value
from tests.support.tiers import tries

LEAST = {
    "benchmark": "50", "green": "50", "audited": "50", "diagnosed": "100", "nonfossil": "20", "renewable": "30",
    "electrified": "50", "buildings": "50", "freight": "80", "vehicles": "80", "waste": "96", "water": "85",
    "heat": "95", "verified": "10", "footprints": "10", "disclosed": "50", "research": "3.5",
}  # fmt: skip
"""Least shares of the reprinted table of Changzhou, in %."""


@dataclass(frozen=True)
class Park:
    """Facts about a park."""

    programme: str
    energy: Fraction
    co2: Fraction
    added_value: Fraction
    shares: Mapping[str, Fraction]
    platforms: Fraction
    manufacturing: Fraction
    key_audited: Fraction
    staff: Fraction
    accident: bool
    points: bool
    provincial: bool
    gases: bool
    left_out: bool
    terms: bool

    def numbers(self) -> dict[str, Fraction | None]:
        """Compute tonnes for 10,000 CNY of added value."""
        myriads = self.added_value / 10000
        return {"energy_per_value": self.energy / myriads, "co2_per_value": self.co2 / myriads}

    def reached(self, reading: str) -> int:
        """Count the reference values that are reached."""
        if self.programme != "changzhou":
            return 0
        shares = [name for name, least in LEAST.items() if self.shares[name] >= Fraction(least)]
        sharp = self.shares["electrified"] == 50 and reading == "more_than"
        lean = self.energy * 10000 <= self.added_value * 35 / 100
        clean = self.co2 * 10000 <= self.added_value * 6 / 10
        return len(shares) - sharp + lean + clean + (self.platforms >= 1)

    def gates(self) -> dict[str, Outcome]:
        """Decide the gates of each programme."""
        conditions = {
            "zhejiang": {
                "NP-Z1": self.manufacturing > 50,
                "NP-Z2": not self.accident,
                "NP-Z3": self.key_audited == 100,
                "NP-Z4": self.staff >= 2,
                "NP-Z5": self.points,
            },
            "accounting": {
                "NP-A1": self.provincial,
                "NP-A2": self.manufacturing > 50,
                "NP-A3": self.gases,
                "NP-A4": self.left_out,
            },
            "another": {"NP-0": self.terms},
        }
        return {
            gate: met(holds, self.programme == programme)
            for programme, gates in conditions.items()
            for gate, holds in gates.items()
        }

    def facts(self) -> Facts:
        """State it as facts of the card."""
        return {
            "programme": choice(self.programme),
            "energy": value(self.energy, "t"),
            "co2": value(self.co2, "tCO2e"),
            "added_value": value(self.added_value, "CNY"),
            **{name: value(share, "%") for name, share in self.shares.items()},
            "platforms": value(self.platforms, "item"),
            "manufacturing": value(self.manufacturing, "%"),
            "key_audited": value(self.key_audited, "%"),
            "staff": value(self.staff, "item"),
            "accident": value(self.accident),
            "points": value(self.points),
            "level": choice("provincial" if self.provincial else "below"),
            "gases": value(self.gases),
            "left_out": value(self.left_out),
            "terms": value(self.terms),
        }


CARD = "near-zero-park"
SUBJECTS = tries(60)
DAY = date(2026, 12, 1)
flags = st.booleans()
parks = st.builds(
    Park,
    programme=st.sampled_from(["changzhou", "changzhou", "zhejiang", "accounting", "another"]),
    energy=st.sampled_from(["0", "34999.99", "35000", "35000.01", "70000"]).map(Fraction),
    co2=st.sampled_from(["0", "59999.99", "60000", "60000.01", "120000"]).map(Fraction),
    added_value=st.sampled_from(["1", "1000000000", "2000000000"]).map(Fraction),
    shares=st.fixed_dictionaries(
        {
            name: st.sampled_from([Fraction(0), Fraction(least) - Fraction(1, 100), Fraction(least), Fraction(100)])
            for name, least in LEAST.items()
        }
    ),
    platforms=st.integers(0, 2).map(Fraction),
    manufacturing=st.sampled_from(["0", "50", "50.01", "100"]).map(Fraction),
    key_audited=st.sampled_from(["0", "99.99", "100"]).map(Fraction),
    staff=st.integers(0, 3).map(Fraction),
    accident=flags,
    points=flags,
    provincial=flags,
    gases=flags,
    left_out=flags,
    terms=flags,
)


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(park=parks, reading=st.sampled_from(["at_least", "more_than"]), data=st.data())
def test_parks_agree_with_a_second_computation(
    engine: InferenceEngine, sure: bool, park: Park, reading: str, data: st.DataObject
) -> None:
    facts = park.facts() if sure else data.draw(hidden(park.facts()))
    inference = inferred(engine, subject_of(facts, DAY, "2026-12-01", {"at_fifty": reading}))
    agree(inference, numbers=park.numbers(), gates=park.gates(), findings={}, sure=sure)
    assert contains(inference.total, Fraction(park.reached(reading)))
    assert not sure or inference.total.value == park.reached(reading)


@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(park=parks)
def test_both_interpretations_of_electrification_bound_the_result_without_a_choice(
    engine: InferenceEngine, park: Park
) -> None:
    inference = inferred(engine, subject_of(park.facts(), DAY, "2026-12-01", {}))
    assert inference.total.low == park.reached("more_than")
    assert inference.total.high == park.reached("at_least")
