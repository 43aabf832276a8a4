"""Reference values and gates of near-zero-carbon parks, computed apart from the card."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from tests.support.cbam_cards import Facts, choice, met, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.outcomes import Outcome

LEAST = {
    "benchmark": "50",
    "green": "50",
    "audited": "50",
    "diagnosed": "100",
    "nonfossil": "20",
    "renewable": "30",
    "electrified": "50",
    "buildings": "50",
    "freight": "80",
    "vehicles": "80",
    "waste": "96",
    "water": "85",
    "heat": "95",
    "verified": "10",
    "footprints": "10",
    "disclosed": "50",
    "research": "3.5",
}
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
