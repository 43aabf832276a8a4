"""SBTi near-term card: differential test on random targets, with known and unknown facts."""

from __future__ import annotations

from collections import defaultdict
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

OPEN = {
    "emissions_reduction": set(range(1, 15)),
    "volume_alignment": {4, 6, 9},
    "partner_alignment": {1, 2, 4, 8, 9, 10, 11, 13, 14},
    "product_use_alignment": {11, 13},
    "end_of_life_alignment": {12},
    "intensity": set(),
}
REASONS = {
    "second_hand": {1, 2},
    "cut_in_scope_1_or_2": {3},
    "commuting": {7},
    "no_control": {8},
    "no_say_in_transport": {9},
    "processing_unknown": {10},
    "independent_franchise": {14},
}


def _share(part: Fraction, whole: Fraction) -> Fraction | None:
    return 100 * part / whole if whole else None


def _reached(share: Fraction | None, least: int, applies: bool | None) -> Outcome:
    """Return the outcome of a gate over a share; None where the share, or whether the gate applies, is undetermined."""
    if applies is None or (applies and share is None):
        return Outcome.UNDETERMINED
    return met(share is not None and share >= least, applies)


@dataclass(frozen=True)
class Line:
    """A category of scope 3: tonnes, per cent under the target, and how it is dealt with."""

    category: int
    tonnes: Fraction
    covered: Fraction
    targeted: bool
    method: str
    path: bool
    reason: str
    told: bool

    @property
    def counted(self) -> Fraction:
        """Its part of categories 1 to 14."""
        return self.tonnes if self.category < 15 else Fraction(0)

    @property
    def open(self) -> bool:
        """Whether its method may be used."""
        by_path = self.method == "volume_alignment" and self.path and self.category in (1, 2)
        return by_path or self.category in OPEN[self.method]

    @property
    def valid(self) -> bool:
        """Whether it is left out for a reason that counts."""
        listed = self.category in REASONS.get(self.reason, ())
        return listed and self.told and not (self.category == 1 and self.path)

    def facts(self, name: str) -> dict[str, DeclaredValue]:
        """State it as a record."""
        return {
            "record": text(name), "category": choice(f"c{self.category}"), "amount": value(self.tonnes, "tCO2e"),
            "covered": value(self.covered, "%"), "targeted": value(self.targeted), "method": choice(self.method),
            "sector_path": value(self.path), "left_out_as": choice(self.reason), "told": value(self.told),
        }  # fmt: skip


@dataclass(frozen=True)
class Instrument:
    """Electricity bought or generated: MWh, kilograms for each kilowatt-hour, and its days."""

    energy: Fraction
    factor: Fraction
    built: date
    used: date
    signed: date
    own: bool

    def counts(self, day: date) -> bool:
        """Return whether it is low-carbon electricity that was used by this day."""
        limit = Fraction(48, 1000) if self.used.year < 2035 else Fraction(24, 1000)
        if self.factor > limit or not self.built <= self.used <= day:
            return False
        young = self.built >= self.used.replace(year=self.used.year - 15)
        return self.own or (self.signed <= self.used and (self.signed < date(2027, 2, 1) or young))

    def facts(self, name: str) -> dict[str, DeclaredValue]:
        """State it as a record."""
        return {
            "serial": text(name), "energy": value(self.energy, "MWh"), "factor": value(self.factor, "kgCO2e/kWh"),
            "commissioned": value(self.built), "consumed": value(self.used), "contracted": value(self.signed),
            "own": value(self.own),
        }  # fmt: skip


@dataclass(frozen=True)
class Target:
    """Target with the values that determine its least ambition under V1.3.1 and its duties under V2.0."""

    first: bool
    submitted: date
    base: int
    base_3: int
    year: int
    scope_1: Fraction
    scope_2: Fraction
    lines: tuple[Line, ...]
    covered: tuple[Fraction, Fraction]
    cut: Fraction
    cut_3: Fraction
    intensity: bool
    since_2020: bool
    turnover: Fraction
    staff: Fraction
    balance: Fraction
    rich: bool
    target_3: bool
    instruments: tuple[Instrument, ...]
    electricity: Fraction

    @property
    def whole_3(self) -> Fraction:
        """All of scope 3."""
        return sum((line.tonnes for line in self.lines), Fraction(0))

    @property
    def category_a(self) -> bool:
        """Whether the company is of category A."""
        sizes = [self.balance >= 25_000_000, self.turnover >= 50_000_000, self.staff >= 250]
        large = self.turnover >= 450_000_000 or self.staff >= 1000
        return large or (self.rich and (self.scope_1 + self.scope_2 >= 10_000 or sum(sizes) >= 2))

    def numbers(self, day: date) -> dict[str, Fraction | None]:
        both = self.scope_1 + self.scope_2
        within = (self.scope_1 * self.covered[0] + self.scope_2 * self.covered[1]) / 100
        from_base = Fraction(42, 10) * max(self.year - self.base, 0)
        from_2020 = Fraction(42, 10) * max(self.year - min(self.base, 2020), 0)
        years_3 = max(self.year - self.base_3, 0)
        least_3 = 100 * (1 - Fraction(93, 100) ** years_3) if self.intensity else Fraction(25, 10) * years_3
        counted = sum((line.counted for line in self.lines), Fraction(0))
        totals = defaultdict[int, Fraction](Fraction)
        for line in self.lines:
            totals[line.category] += line.counted
        weighty = {category for category, tonnes in totals.items() if category < 15 and 20 * tonnes >= counted > 0}
        large = [line for line in self.lines if line.category in weighty]
        return {
            "s3_share": _share(self.whole_3, both + self.whole_3),
            "coverage_12": _share(within, both),
            "coverage_3": _share(
                sum((line.tonnes * line.covered / 100 for line in self.lines), Fraction(0)), self.whole_3
            ),
            **{
                name: number if self.first or (not both and "left" in name) else None  # V2.0 has no such reduction
                for name, number in {
                    "least_base": from_base,
                    "least_2020": from_2020,
                    "least_3": least_3,
                    "missing_base": max(from_base - self.cut, Fraction(0)),
                    "missing_2020": max(from_2020 - self.cut, Fraction(0)),
                    "left_base": both * max(100 - from_base, Fraction(0)) / 100,
                    "left_2020": both * max(100 - from_2020, Fraction(0)) / 100,
                }.items()
            },
            **self._low_carbon(day),
            "s3_14": counted,
            "significant_all": Fraction(len(weighty)),
            "left_open_all": Fraction(sum(not one.targeted and not one.valid for one in large)),
            "wrong_all": Fraction(sum(one.targeted and one.category < 15 and not one.open for one in self.lines)),
            "void_all": Fraction(sum(one.reason != "not_left_out" and not one.valid for one in self.lines)),
        }

    def _low_carbon(self, day: date) -> dict[str, Fraction | None]:
        counted = sum((one.energy for one in self.instruments if one.counts(day)), Fraction(0))
        return {"low_carbon": counted, "low_carbon_share": min(100 * counted / self.electricity, Fraction(100))}

    def gates(self, day: date) -> dict[str, Outcome]:
        shares = self.numbers(day)
        numbers = {name: number or Fraction(0) for name, number in shares.items()}
        least = numbers["least_2020" if self.since_2020 else "least_base"]
        over = max(self.base, self.base_3 if self.target_3 else 0) < min(self.submitted.year, day.year)
        share_3 = shares["s3_share"]
        duty = self.first and (None if share_3 is None else share_3 >= 40)
        ahead = self.year - self.submitted.year
        return {
            "SB1-04": _reached(shares["coverage_12"], 95, self.first),
            "SB1-05": _reached(Fraction(self.target_3), 1, duty),
            "SB1-06": _reached(shares["coverage_3"], 67, duty),
            "SB-BASE": met(over, self.target_3),
            "SB-BASE-12": met(over, not self.target_3),
            "SB1-09": met(5 <= ahead <= 10 or self.year == 2030, self.first),
            "SB1-11": met(self.cut >= least, self.first),
            "SB1-12": _reached(self.cut_3 - numbers["least_3"], 0, duty),
            "SB2-06-Y": met(self.year - self.base == 5, not self.first),
            "SB2-06-C": met(all(share == 100 for share in self.covered), not self.first),
            "SB2-07": met(self.target_3, not self.first and self.category_a),
            "SB2-08": met(numbers["left_open_all"] == 0, not self.first and self.category_a),
            "SB2-10": met(numbers["wrong_all"] == 0, not self.first),
        }

    def facts(self) -> Facts:
        """State them as facts of the card."""
        return {
            "standard": choice("v1_3_1" if self.first else "v2_0"),
            "submitted": value(self.submitted),
            "base_year_1": value(Fraction(self.base)),
            "base_year_2": value(Fraction(self.base)),
            "base_year_3": value(Fraction(self.base_3)),
            "target_year": value(Fraction(self.year)),
            "s1": value(self.scope_1, "tCO2e"),
            "s2": value(self.scope_2, "tCO2e"),
            "base_12": value(self.scope_1 + self.scope_2, "tCO2e"),
            "covered_1": value(self.covered[0], "%"),
            "covered_2": value(self.covered[1], "%"),
            "target_3": value(self.target_3),
            "method_12": choice("absolute"),
            "reduction_12": value(self.cut, "%"),
            "method_3": choice("intensity" if self.intensity else "absolute"),
            "reduction_3": value(self.cut_3, "%"),
            "turnover": value(self.turnover, "EUR"),
            "staff": value(self.staff, "person"),
            "balance_sheet": value(self.balance, "EUR"),
            "high_income": value(self.rich),
            "lines": DeclaredValue(records=tuple(one.facts(str(at)) for at, one in enumerate(self.lines))),
            "electricity": value(self.electricity, "MWh"),
            "instruments": DeclaredValue(records=tuple(one.facts(str(at)) for at, one in enumerate(self.instruments))),
        }

    def settings(self) -> dict[str, str]:
        """Choose the reading of the linear rate."""
        return {"rate_rule": "since_2020" if self.since_2020 else "base"}


CARD = "sbti-near-term"
DAY = date(2027, 12, 31)
SUBJECTS = tries(60)
tonnes = st.sampled_from(["0", "5", "95", "4.99", "9999.99", "10000", "60000", "166666.67"]).map(Fraction)
cuts = st.sampled_from(["0", "19.99", "20", "33.59", "33.6", "42", "44.04", "44.05", "100"]).map(Fraction)
shares = st.sampled_from(["0", "66.99", "67", "95", "94.99", "100"]).map(Fraction)
flags = st.booleans()


@st.composite
def line(draw: Any) -> Line:
    """A category that is dealt with in some way."""
    method, reason = draw(st.sampled_from(sorted(OPEN))), draw(st.sampled_from(["not_left_out", *sorted(REASONS)]))
    return Line(
        draw(st.integers(1, 15)), draw(tonnes), draw(shares), draw(flags), method, draw(flags), reason, draw(flags)
    )


used = st.sampled_from([date(2026, 12, 31), DAY, date(2028, 1, 1), date(2035, 1, 1)])
instruments = st.builds(
    Instrument,
    energy=st.sampled_from([0, 100, 30_000]).map(Fraction),
    factor=st.sampled_from(["0.011", "0.024", "0.048", "0.0481"]).map(Fraction),
    built=st.sampled_from([date(2011, 12, 31), date(2012, 12, 31), date(2020, 6, 1), DAY, date(2030, 1, 1)]),
    used=used,
    signed=st.sampled_from([date(2024, 1, 1), date(2027, 1, 31), date(2027, 2, 1), DAY, date(2028, 1, 1)]),
    own=flags,
)


@st.composite
def target(draw: Any) -> Target:
    return Target(
        first=draw(flags),
        submitted=draw(st.sampled_from([date(2026, 12, 1), date(2027, 2, 1), DAY, date(2029, 1, 1)])),
        base=draw(st.integers(2014, 2028)),
        base_3=draw(st.integers(2014, 2028)),
        year=draw(st.integers(2029, 2038)),
        scope_1=draw(tonnes),
        scope_2=draw(tonnes),
        lines=tuple(draw(st.lists(line(), max_size=4))),
        covered=(draw(shares), draw(shares)),
        cut=draw(cuts),
        cut_3=draw(cuts),
        intensity=draw(flags),
        since_2020=draw(flags),
        turnover=draw(st.sampled_from([0, 50_000_000, 49_999_999, 450_000_000, 449_999_999]).map(Fraction)),
        staff=draw(st.sampled_from([0, 249, 250, 999, 1000]).map(Fraction)),
        balance=draw(st.sampled_from([0, 24_999_999, 25_000_000]).map(Fraction)),
        rich=draw(flags),
        target_3=draw(flags),
        instruments=tuple(draw(st.lists(instruments, max_size=3))),
        electricity=draw(st.sampled_from([100, 30_000, 100_000]).map(Fraction)),
    )


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_targets_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: st.DataObject) -> None:
    made = data.draw(target())
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, DAY, "2026-11-23", made.settings()))
    agree(inference, numbers=made.numbers(DAY), gates=made.gates(DAY), findings={}, sure=sure)
