"""Small cards with dates, parts and wholes: differential tests on random subjects, with known and unknown facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import (
    SHELF,
    Facts,
    agree,
    choice,
    hidden,
    inferred,
    met,
    published,
    subject_of,
    text,
    value,
)
from tests.support.tiers import tries


def _percent(part: Fraction, whole: Fraction) -> Fraction | None:
    return 100 * part / whole if whole else None


@dataclass(frozen=True)
class Bond:
    """A green bond: day of issue, proceeds, the two uses of them, and whether all is allocated."""

    issued: date
    proceeds: Fraction
    aligned: Fraction
    pocket: Fraction
    allocated: bool

    card = "eu-green-bond"

    def numbers(self, day: date) -> dict[str, Fraction | None]:  # noqa: ARG002 -- the date has no effect
        """Compute the shares, cut off at the whole, and the rest."""
        return {
            "aligned_share": min(100 * self.aligned / self.proceeds, Fraction(100)),
            "pocket_share": min(100 * self.pocket / self.proceeds, Fraction(100)),
            "rest": self.proceeds - self.aligned - self.pocket,
        }

    def gates(self, day: date) -> dict[str, Outcome]:
        """Compute the gates on day and proceeds."""
        named, told = self.issued >= date(2024, 12, 21), self.aligned + self.pocket
        return {
            "GB-ISSUED": met(self.issued <= day, named),
            "GB-SUM": met(told <= self.proceeds, named),
            "GB-ALL": met(told >= self.proceeds, named and self.allocated),
            "GB-REST": met(told < self.proceeds, named and not self.allocated),
            "GB-01": met(100 * self.aligned >= 85 * self.proceeds, named),
            "GB-02": met(100 * self.pocket <= 15 * self.proceeds, named),
        }

    def findings(self) -> dict[str, bool]:
        """Return nothing: the card has no findings."""
        return {}

    def facts(self) -> Facts:
        """State it as facts of the card."""
        return {
            "issued_on": value(self.issued),
            "proceeds": value(self.proceeds, "EUR"),
            "aligned": value(self.aligned, "EUR"),
            "pocket": value(self.pocket, "EUR"),
            "allocated": value(self.allocated),
        }


@dataclass(frozen=True)
class Steel:
    """A company that makes carbon steel: end of its year, turnover, and for each line turnover, emissions, scrap."""

    year_end: date
    turnover: Fraction
    lines: tuple[tuple[Fraction, Fraction, Fraction], ...]

    card = "eu-taxonomy-climate"

    def numbers(self, day: date) -> dict[str, Fraction | None]:  # noqa: ARG002 -- the date has no effect
        """Compute turnover in no line, and the share that contributes and is aligned."""
        limit = Fraction("0.209")
        aligned = sum((earned for earned, emitted, scrap in self.lines if emitted <= limit or scrap >= 90), Fraction(0))
        return {"earned_elsewhere": self.turnover - self._earned(), "share_aligned": _percent(aligned, self.turnover)}

    def _earned(self) -> Fraction:
        return sum((earned for earned, _, _ in self.lines), Fraction(0))

    def gates(self, day: date) -> dict[str, Outcome]:
        """Compute the gates on sum and year."""
        return {"TX-SUM": met(self._earned() <= self.turnover), "TX-YEAR": met(self.year_end < day)}

    def findings(self) -> dict[str, bool]:
        """Return nothing: the card has no findings."""
        return {}

    def facts(self) -> Facts:
        """Return the facts of the card, with no harm done and all safeguards met."""
        spared = ("adaptation", "water", "circular", "pollution", "nature", "safeguards")
        records = tuple(
            {
                "record": text(f"E{at}"),
                "kind": choice("carbon_steel"),
                "earned": value(earned, "EUR"),
                "emissions": value(emitted, "tCO2e/t"),
                "scrap": value(scrap, "%"),
                **{name: value(True) for name in spared},
            }
            for at, (earned, emitted, scrap) in enumerate(self.lines)
        )
        return {
            "year_end": value(self.year_end),
            "turnover": value(self.turnover, "EUR"),
            "activities": DeclaredValue(records=records),
        }


@dataclass(frozen=True)
class Factory:
    """Near-zero factory: programme, and emissions with their offsets, in total and for categories 1 and 2."""

    programme: str
    emitted: Fraction
    offset: Fraction
    emitted_12: Fraction
    offset_12: Fraction

    card = "near-zero-factory"

    def numbers(self, day: date) -> dict[str, Fraction | None]:  # noqa: ARG002 -- the date has no effect
        """Compute both shares; all is offset where nothing is emitted."""
        return {
            "share_offset": self._share(self.offset, self.emitted),
            "share_12": self._share(self.offset_12, self.emitted_12),
        }

    @staticmethod
    def _share(part: Fraction, whole: Fraction) -> Fraction:
        return min(100 * part / whole, Fraction(100)) if whole else Fraction(100)

    def gates(self, day: date) -> dict[str, Outcome]:  # noqa: ARG002 -- the date has no effect
        """Compute the gates on parts and wholes, where 80 % is a limit."""
        suzhou, jiangsu = self.programme == "suzhou", self.programme == "jiangsu"
        return {
            "NZ-S0": met(self.offset <= self.emitted, suzhou),
            "NZ-S2": met(self._share(self.offset, self.emitted) >= 80, suzhou),
            "NZ-J0": met(self.offset_12 <= self.emitted_12, jiangsu),
            "NZ-J2": met(self._share(self.offset_12, self.emitted_12) == 100, jiangsu),
        }

    def findings(self) -> dict[str, bool]:
        """Compute the finding on categories 1 and 2."""
        return {"NZ-12.PART": self.emitted_12 > self.emitted}

    def facts(self) -> Facts:
        """State it as facts of the card."""
        tonnes = ("emitted", "offset", "emitted_12", "offset_12")
        return {"programme": choice(self.programme), **{name: value(getattr(self, name), "tCO2e") for name in tonnes}}


@dataclass(frozen=True)
class Transfer:
    """Host country: reported year, outcomes by year of reduction and transfer, and the agreement with Singapore."""

    year: int
    outcomes: tuple[tuple[int, int], ...]
    agreement: bool
    worth: Fraction
    for_adaptation: Fraction
    authorised: Fraction
    cancelled: Fraction

    card = "article-6-2-transfer"

    def numbers(self, day: date) -> dict[str, Fraction | None]:
        """Return the outcomes not yet reduced, and the amounts due under the agreement."""
        ahead = [vintage > min(day.year, transferred) for vintage, transferred in self.outcomes]
        return {
            "not_made_all": Fraction(sum(ahead)),
            "adaptation_due": self.worth / 20,
            "cancellation_due": self.authorised / 50,
        }

    def gates(self, day: date) -> dict[str, Outcome]:
        """Compute the gates on years and on the agreement."""
        return {
            "A62-01": met(all(vintage >= 2021 for vintage, _ in self.outcomes)),
            "A62-04": met(self.numbers(day)["not_made_all"] == 0),
            "A62-05": met(self.year <= day.year),
            "A62-SG-5": met(20 * self.for_adaptation >= self.worth, self.agreement),
            "A62-SG-2": met(50 * self.cancelled >= self.authorised, self.agreement),
            "A62-SG-S": met(self.cancelled <= self.authorised, self.agreement),
        }

    def findings(self) -> dict[str, bool]:
        """Return nothing: the card has no findings."""
        return {}

    def facts(self) -> Facts:
        """State it as facts of the card."""
        records = tuple(
            {
                "record": text(f"T{at}"),
                "amount": value(Fraction(1000), "tCO2e"),
                "vintage": value(Fraction(vintage)),
                "transferred": value(Fraction(transferred)),
            }
            for at, (vintage, transferred) in enumerate(self.outcomes)
        )
        return {
            "year": value(Fraction(self.year)),
            "outcomes": DeclaredValue(records=records),
            "agreement": value(self.agreement),
            "value": value(self.worth, "SGD"),
            "for_adaptation": value(self.for_adaptation, "SGD"),
            "authorised_all": value(self.authorised, "tCO2e"),
            "cancelled_all": value(self.cancelled, "tCO2e"),
        }


@dataclass(frozen=True)
class Land:
    """A company with emissions of land: all of them, those of land, and commodities with their own path or not."""

    emitted: Fraction
    land_12: Fraction
    land_3: Fraction
    target: bool
    commodities: tuple[tuple[Fraction, bool], ...]

    card = "sbti-flag"

    def numbers(self, day: date) -> dict[str, Fraction | None]:  # noqa: ARG002 -- the date has no effect
        """Compute the share of land, and both rests."""
        land = self.land_12 + self.land_3
        return {
            "share_of_land": _percent(land, self.emitted),
            "other": self.emitted - land,
            "unlisted": land - self._listed(),
        }

    def _listed(self) -> Fraction:
        return sum((tonnes for tonnes, _ in self.commodities), Fraction(0))

    def gates(self, day: date) -> dict[str, Outcome]:  # noqa: ARG002 -- the date has no effect
        """Compute the gates on parts and wholes."""
        land = self.land_12 + self.land_3
        return {"SB1-SUM": met(land <= self.emitted), "SB1-COM": met(self._listed() <= land)}

    def findings(self) -> dict[str, bool]:
        """Return nothing: the card has no findings."""
        return {}

    def facts(self) -> Facts:
        """State it as facts of the card."""
        records = tuple(
            {"name": text(f"C{at}"), "emitted": value(tonnes, "tCO2e"), "own_path": value(own)}
            for at, (tonnes, own) in enumerate(self.commodities)
        )
        return {
            "all_emissions": value(self.emitted, "tCO2e"),
            "flag_12": value(self.land_12, "tCO2e"),
            "flag_3": value(self.land_3, "tCO2e"),
            "target_set": value(self.target),
            "commodities": DeclaredValue(records=records),
        }


DAY = date(2026, 12, 1)
flags = st.booleans()
euros = st.sampled_from(["0", "14999999.99", "15000000", "84999999.99", "85000000", "100000000"]).map(Fraction)
tonnes = st.sampled_from(["0", "599.99", "600", "799.99", "800", "999.99", "1000", "1001"]).map(Fraction)
years = st.sampled_from([2020, 2021, 2025, 2026, 2027, 2028])
MADE: dict[str, st.SearchStrategy[Any]] = {
    Bond.card: st.builds(
        Bond,
        issued=st.sampled_from([date(2024, 12, 20), date(2024, 12, 21), date(2025, 3, 1), DAY, date(2026, 12, 2)]),
        proceeds=st.just(Fraction(100_000_000)),
        aligned=euros,
        pocket=euros,
        allocated=flags,
    ),
    Steel.card: st.builds(
        Steel,
        year_end=st.sampled_from([date(2025, 12, 31), date(2026, 11, 30), DAY, date(2026, 12, 31)]),
        turnover=st.sampled_from(["0", "40", "100", "250"]).map(Fraction),
        lines=st.lists(
            st.tuples(
                st.sampled_from(["0", "40", "60.01"]).map(Fraction),
                st.sampled_from(["0.209", "0.21"]).map(Fraction),
                st.sampled_from(["0", "89.99", "90", "125"]).map(Fraction),
            ),
            min_size=1,
            max_size=3,
        ).map(tuple),
    ),
    Factory.card: st.builds(
        Factory,
        programme=st.sampled_from(["suzhou", "jiangsu", "zhejiang"]),
        emitted=tonnes,
        offset=tonnes,
        emitted_12=tonnes,
        offset_12=tonnes,
    ),
    Transfer.card: st.builds(
        Transfer,
        year=st.sampled_from([2021, 2025, 2026, 2027]),
        outcomes=st.lists(st.tuples(years, years), min_size=1, max_size=3).map(tuple),
        agreement=flags,
        worth=st.sampled_from(["0", "2000000"]).map(Fraction),
        for_adaptation=st.sampled_from(["0", "99999.99", "100000"]).map(Fraction),
        authorised=st.sampled_from(["0", "30000"]).map(Fraction),
        cancelled=st.sampled_from(["0", "599.99", "600", "30000", "30001"]).map(Fraction),
    ),
    Land.card: st.builds(
        Land,
        emitted=tonnes,
        land_12=tonnes,
        land_3=tonnes,
        target=flags,
        commodities=st.lists(st.tuples(tonnes, flags), max_size=3).map(tuple),
    ),
}
SETTINGS = {Factory.card: {"in_principle": "limit"}, Steel.card: {"cement_limit": "at_most"}}


@cache
def engine_of(card: str) -> InferenceEngine:
    return InferenceEngine(published(card).scorecard, SHELF)


@pytest.fixture(scope="module", autouse=True)
def _closed() -> Iterator[None]:
    yield
    for card in MADE:
        engine_of(card).close()
    engine_of.cache_clear()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("sure", [True, False])
@pytest.mark.parametrize("card", MADE)
@settings(max_examples=tries(60), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_subjects_agree_with_a_second_computation(card: str, sure: bool, data: Any) -> None:
    made = data.draw(MADE[card])
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine_of(card), subject_of(facts, DAY, "2026-11-24", SETTINGS.get(card, {})))
    agree(inference, numbers=made.numbers(DAY), gates=made.gates(DAY), findings=made.findings(), sure=sure)
