"""CBAM importer card: differential test on random importers and repurchases, known and unknown facts.

The oracle of repurchase is written from Articles 23 and 24 of Regulation (EU) 2023/956 as amended, independent of the
card.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.inputs import DeclaredValue, Subject
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from tests.scorecards.cbam_importer_by_hand import Good, Importer, Quarter
from tests.support.cbam_cards import TODAY, Facts, agree, hidden, inferred, met, proved, subject_of, text, value
from tests.support.tiers import tries


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


CARD = "cbam-importer"
CODES = ("72083900", "25232900", "31021019", "76011010", "72031000", "28041000", "27160000", "72044990")
ORIGINS = ("BR", "CN", "DZ", "TR", "AU", "DE", "CH", "LR")


@st.composite
def days(draw: Any, year: int) -> date:
    """Draw a day, most often next to the end of a quarter or of the year."""
    month = draw(st.sampled_from([1, 4, 7, 10]))
    edges = [date(year, month, 1) + timedelta(days=shift) for shift in (-1, 0, 1)]
    others = [date(year - 1, 12, 31), date(year + 1, 1, 1), date(year, 12, 31), date(year, 5, 10)]
    return draw(st.sampled_from(edges + others))  # type: ignore[no-any-return]


masses = st.sampled_from(["0.001", "1", "10", "20", "30", "45", "49.999", "50", "50.001", "55", "55.001", "1000"])
amounts = st.integers(0, 10**6).map(lambda count: Fraction(count, 1000))


@st.composite
def importers(draw: Any) -> Importer:
    year = draw(st.sampled_from([2026, 2027, 2027, 2028, 2028, 2030, 2031, 2033, 2034]))
    when, mass, before = days(year), masses.map(Fraction), st.none() | amounts
    good = st.builds(Good, st.sampled_from(CODES), st.sampled_from(ORIGINS), when, mass, before)
    steel = st.builds(Good, st.just("72083900"), st.just("BR"), when, mass, before)
    goods = tuple(draw(st.lists(good, max_size=4) | st.lists(steel, min_size=1, max_size=2)))
    first = draw(st.sampled_from([date(year, month, 1) for month in (1, 4, 7, 10)]))
    ends = {1: (3, 31), 4: (6, 30), 7: (9, 30), 10: (12, 31)}
    month, day = ends[first.month]
    flags = st.booleans()
    made = Importer(
        year=year,
        goods=goods,
        authorised=draw(flags),
        applied_on=draw(st.none() | st.sampled_from([date(2026, 3, 31), date(2026, 4, 1)])),
        representative=draw(st.none() | flags),
        filed_on=draw(st.none() | st.sampled_from([date(year + 1, 9, 30), date(year + 1, 10, 1)])),
        kept_until=draw(st.sampled_from([date(year + 5, 12, 31), date(year + 5, 12, 30)])),
        quarter=Quarter(
            first=first,
            last=date(year, month, day),
            held=Fraction(0),
            by_last_year=draw(flags),
            surrendered_last_year=draw(amounts),
            whole=draw(flags),
            same_quarter=draw(flags),
            as_2030=draw(flags),
        ),
        due=draw(amounts),
        surrendered=draw(amounts),
        index=draw(st.sampled_from([Fraction(1), Fraction(5, 4)])),
        today=draw(
            st.sampled_from([date(year + 1, 9, 30), date(year + 1, 10, 1), date(year, 12, 31)])
            | st.sampled_from([date(year, month, day), date(year, month, day) + timedelta(days=1)])
        ),
    )
    needed = made.to_hold()
    held = draw(st.sampled_from([Fraction(0), *([] if needed is None else _beside(needed))]))
    quarter = replace(made.quarter, held=held)
    if draw(st.integers(0, 7)) == 0:
        quarter = replace(quarter, last=quarter.last + timedelta(days=draw(st.sampled_from([-1, 1, 92]))))
    return replace(made, quarter=quarter)


def _beside(needed: Fraction) -> list[Fraction]:
    """The amount itself, and just less and more, as decimals that can be stated."""
    exact = Fraction(round(needed * 10**12), 10**12)
    return [exact, max(exact - Fraction(1, 1000), Fraction(0)), exact + Fraction(1, 1000)]


def asked(importer: Importer, facts: Facts) -> Subject:
    """Return the subject of an importer, with a document for each fact."""
    known = max(TODAY, importer.today.isoformat())
    return proved(CARD, subject_of(facts, importer.today, known, importer.settings()))


@pytest.mark.full
@settings(max_examples=tries(300), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_card_and_a_second_reading_of_the_law_agree(engine: InferenceEngine, data: st.DataObject) -> None:
    importer = data.draw(importers())
    subject = asked(importer, importer.facts())
    agree(
        inferred(engine, subject),
        numbers=importer.numbers(),
        gates=importer.gates(),
        findings=importer.findings(),
        sure=True,
    )


@settings(max_examples=tries(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_unknown_facts_exclude_no_possible_result(engine: InferenceEngine, data: st.DataObject) -> None:
    importer = data.draw(importers())
    facts = data.draw(hidden(importer.facts()))
    subject = asked(importer, facts)
    agree(
        inferred(engine, subject),
        numbers=importer.numbers(),
        gates=importer.gates(),
        findings=importer.findings(),
        sure=False,
    )


@st.composite
def repurchases(draw: Any) -> Repurchase:
    year = draw(st.sampled_from([2026, 2027, 2028, 2030]))
    bought = [date(year + shift, *day) for shift in (-1, 0, 1) for day in ((1, 1), (12, 31))]
    amount = st.sampled_from(["0", "0.001", "99.999", "100", "100.001", "120"]).map(Fraction)
    lot = st.builds(Lot, st.sampled_from(bought), st.booleans(), amount, amount)
    return Repurchase(
        year=year,
        steel=draw(st.sampled_from([Fraction(50), Fraction(51)])),
        requested_on=draw(st.none() | st.sampled_from([date(year + 1, 10, 31), date(year + 1, 11, 1)])),
        obliged=draw(amount),
        lots=tuple(draw(st.lists(lot, max_size=3))),
    )


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=tries(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_repurchase_and_cancellation_agree_with_a_second_reading(
    engine: InferenceEngine, sure: bool, data: st.DataObject
) -> None:
    made = data.draw(repurchases())
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    subject = subject_of(facts, date(made.year + 1, 11, 20), f"{made.year + 1}-11-20", {})
    inference = inferred(engine, proved(CARD, subject))
    agree(inference, numbers=made.numbers(), gates=made.gates(), findings=made.findings(), sure=sure)
