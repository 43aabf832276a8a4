"""UK CBAM card: differential test on random goods, with known and unknown facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import Facts, agree, choice, hidden, inferred, subject_of, text, value
from tests.support.tiers import tries

FACTORS = {2027: Fraction("0.975"), 2028: Fraction("0.95"), 2029: Fraction("0.9"), 2030: Fraction("0.775")}
OF_EU = {2031: Fraction("0.515"), 2032: Fraction("0.39"), 2033: Fraction("0.265"), 2034: Fraction("0.14")}
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

    def charged(self) -> bool:
        return self.day >= date(2027, 1, 1) and self.sector != "another"

    def before_relief(self, later: str) -> Fraction | None:
        """Compute its charge before relief, None where the baseline counts and was not found."""
        if not self.charged():
            return Fraction(0)
        assumed = {"same": FACTORS[2030], "eu": OF_EU.get(self.day.year, Fraction(0)), "none": Fraction(0)}[later]
        factor = FACTORS.get(self.day.year, assumed)
        baseline = self.baseline if self.entered else HYDROGEN if self.sector == "hydrogen" else None
        if baseline is None:
            if factor:
                return None
            baseline = Fraction(0)
        price = self.auction * (100 - baseline * factor) / 100
        return max(self.mass - self.exempt, Fraction(0)) * self.intensity * price


@dataclass(frozen=True)
class Importer:
    """Importer of these lines, with the interpretation of the relief and the assumption about later years."""

    relief_over: str
    later: str
    lines: tuple[Import, ...]

    def numbers(self) -> dict[str, Fraction | None]:
        """Add up the charge, None if one is not known."""
        charges = [
            (line.before_relief(self.later), line.paid if line.charged() else Fraction(0)) for line in self.lines
        ]
        known = [(charge, paid) for charge, paid in charges if charge is not None]
        if len(known) < len(charges):
            return {"total": None}
        if self.relief_over == "line":
            return {"total": sum((max(charge - paid, Fraction(0)) for charge, paid in known), Fraction(0))}
        return {"total": max(sum((charge - paid for charge, paid in known), Fraction(0)), Fraction(0))}

    def settings(self) -> dict[str, str]:
        """Name the reading and the assumption as the card does."""
        return {"relief_over": self.relief_over, "later_factor": self.later}

    def facts(self) -> Facts:
        """State it as an importer declares it."""
        records = tuple(
            {
                "record": text(f"L{at}"), "sector": choice(one.sector), "liable_on": value(one.day),
                "mass": value(one.mass, "t"), "exempt": value(one.exempt, "t"),
                "intensity": value(one.intensity, "tCO2e/t"), "auction": value(one.auction, "GBP/tCO2e"),
                "baseline_known": value(one.entered), "baseline_entered": value(one.baseline, "%"),
                "paid_abroad": value(one.paid, "GBP"),
            }
            for at, one in enumerate(self.lines)
        )  # fmt: skip
        return {
            "value_12_months": value(Fraction(50_000), "GBP"),
            "value_30_days": value(Fraction(0), "GBP"),
            "registered": value(True),
            "returned": value(True),
            "returned_on": value(date(2028, 5, 31)),
            "lines": DeclaredValue(records=records),
        }


CARD = "uk-cbam"
SUBJECTS = tries(40)
days = ["2026-12-31", "2027-01-01", "2028-06-30", "2029-12-31", "2030-12-31", "2031-01-01", "2034-06-30", "2036-01-01"]
line = st.builds(
    Import,
    sector=st.sampled_from(["hydrogen", "cement", "aluminium", "another"]),
    day=st.sampled_from(days).map(date.fromisoformat),
    mass=st.sampled_from(["0.5", "100"]).map(Fraction),
    exempt=st.sampled_from(["0", "0.25"]).map(Fraction),
    intensity=st.sampled_from(["2", "9.01"]).map(Fraction),
    auction=st.sampled_from(["50", "41.84"]).map(Fraction),
    entered=st.booleans(),
    baseline=st.sampled_from(["0", "80", "100"]).map(Fraction),
    paid=st.sampled_from(["0", "200", "1000000"]).map(Fraction),
)
importer = st.builds(
    Importer,
    relief_over=st.sampled_from(["line", "all"]),
    later=st.sampled_from(["same", "eu", "none"]),
    lines=st.lists(line, min_size=1, max_size=4).map(tuple),
)


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_charges_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: Any) -> None:
    made = data.draw(importer)
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, date(2026, 12, 1), "2026-11-23", made.settings()))
    agree(inference, numbers=made.numbers(), gates={}, findings={}, sure=sure)
