"""CBAM transitional card: differential test on random quarterly reports, with known and unknown facts.

The oracle is written from Articles 32 and 35 of Regulation (EU) 2023/956 and Articles 4, 5, 9, 13 and 16 of IR (EU)
2023/1773, independent of the card.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import Facts, agree, choice, hidden, inferred, met, subject_of, text, value
from tests.support.tiers import tries

OTHER_METHODS_UNTIL = date(2024, 7, 31)
SCHEMES_UNTIL = date(2024, 12, 31)
EXEMPT = ("CH", "IS", "LI", "NO")


@dataclass(frozen=True)
class Reported:
    """One good of the report."""

    code: str
    origin: str
    tonnes: Fraction
    direct: Fraction
    indirect: Fraction
    gap: Fraction
    is_complex: bool
    method: str
    justified: bool
    estimated: Fraction
    exempt: bool

    @property
    def overall(self) -> Fraction:
        """The total stated by the report."""
        return self.direct + self.indirect + self.gap


@dataclass(frozen=True)
class Report:
    """A report on a quarter; a day is None if the action was not taken."""

    year: int
    quarter: int
    submitted_on: date | None
    modified_on: date | None
    correction_opened: bool
    steps_taken: bool
    incorrect_in_row: int
    unreported: Fraction
    index: Fraction
    goods: tuple[Reported, ...]
    today: date

    @property
    def begins(self) -> date:
        """The first day of the quarter."""
        return date(self.year, 3 * self.quarter - 2, 1)

    def after(self, months: int) -> date:
        """Return the last day of the month that is `months` after the last month of the quarter."""
        month = 3 * self.quarter + months - 1
        year, month = self.year + month // 12, month % 12 + 1
        return date(year, month, monthrange(year, month)[1])

    @property
    def last_day_to_modify(self) -> date:
        """Two months after the quarter; for the first two reports until 31 July 2024 at least."""
        early = (self.year, self.quarter) in ((2023, 4), (2024, 1))
        return max(self.after(2), OTHER_METHODS_UNTIL) if early else self.after(2)

    def done(self, day: date | None) -> bool:
        """Return whether an action was taken by the as-of day."""
        return day is not None and day <= self.today

    def gates(self) -> dict[str, Outcome]:
        """Return the outcome of every gate; outside the transitional period only Q1 is determined."""
        if not (2023, 4) <= (self.year, self.quarter) <= (2025, 4):
            return {"Q1": met(False)}
        due = self.after(1)
        other = due <= OTHER_METHODS_UNTIL
        schemes = self.after(0) <= SCHEMES_UNTIL
        return {
            "Q1": met(True),
            "D1": met(self.done(self.submitted_on), self.today > due),
            "D2": met(self.submitted_on is not None and self.submitted_on <= due, self.done(self.submitted_on)),
            "D3": met(
                self.modified_on is not None and self.modified_on <= self.last_day_to_modify,
                self.done(self.modified_on),
            ),
            "M1": met(schemes or all(one.method != "other_scheme" for one in self.goods)),
            "M2": met(other or all(one.method != "any_other" for one in self.goods)),
            "M3": met(other or all(one.estimated <= (20 if one.is_complex else 0) for one in self.goods)),
            "M4": met(all(one.justified or one.method == "eu_method" for one in self.goods)),
        }

    @property
    def punishable(self) -> bool:
        """Whether no report was filed, or no steps were taken once the correction procedure was opened."""
        missing = not self.done(self.submitted_on) and self.today > self.after(1)
        return missing or (self.correction_opened and not self.steps_taken)

    def findings(self) -> dict[str, bool]:
        return {
            "P.CASE": self.punishable,
            "P.ROW": self.incorrect_in_row > 2,
            "P.LONG": not self.done(self.submitted_on) and self.today > self.after(7),
            "R.SUM": any(one.gap != 0 for one in self.goods),
            "R.EXEMPT": any(one.exempt or one.origin in EXEMPT for one in self.goods),
            "R.POWER": any(one.code == "27160000" and one.indirect > 0 for one in self.goods),
        }

    def numbers(self) -> dict[str, Fraction | None]:
        """Return penalties and totals by quantity id."""
        tonne = self.unreported * self.index * int(self.punishable)
        return {
            "lowest": 10 * tonne,
            "highest": 50 * tonne,
            "all_mass": sum((one.tonnes for one in self.goods), Fraction(0)),
            "all_direct": sum((one.direct for one in self.goods), Fraction(0)),
            "all_indirect": sum((one.indirect for one in self.goods), Fraction(0)),
            "all_overall": sum((one.overall for one in self.goods), Fraction(0)),
        }

    def facts(self) -> Facts:
        """State it as facts of the card."""
        return {
            "quarter_start": value(self.begins),
            "submitted": value(self.submitted_on is not None),
            "submitted_on": value(self.submitted_on or date(2030, 1, 1)),
            "modified": value(self.modified_on is not None),
            "modified_on": value(self.modified_on or date(2030, 1, 1)),
            "correction_opened": value(self.correction_opened),
            "steps_taken": value(self.steps_taken),
            "incorrect_in_row": value(Fraction(self.incorrect_in_row), "item"),
            "unreported": value(self.unreported, "tCO2e"),
            "penalty_index": value(self.index),
            "goods": DeclaredValue(records=tuple(_record(place, one) for place, one in enumerate(self.goods))),
        }


def _record(place: int, goods: Reported) -> Facts:
    return {
        "position": text(f"G{place}"), "cn_code": text(goods.code), "origin": text(goods.origin),
        "net_mass": value(goods.tonnes, "t"), "direct": value(goods.direct, "tCO2e"),
        "indirect": value(goods.indirect, "tCO2e"), "overall": value(goods.overall, "tCO2e"),
        "complex": value(goods.is_complex), "method": choice(goods.method), "justified": value(goods.justified),
        "estimated": value(goods.estimated, "%"), "exempt": value(goods.exempt),
    }  # fmt: skip


CARD = "cbam-transitional"
KNOWN = "2030-01-01"


amounts = st.integers(0, 10**6).map(lambda count: Fraction(count, 1000))
nothing = st.just(Fraction(0))
goods = st.builds(
    Reported,
    code=st.sampled_from(["72083900", "76011010", "27160000"]),
    origin=st.sampled_from(["TR", "IN", "CH", "NO"]),
    tonnes=amounts,
    direct=amounts,
    indirect=nothing | amounts,
    gap=st.sampled_from(["0", "0", "0", "0.00001"]).map(Fraction),
    is_complex=st.booleans(),
    method=st.sampled_from(["eu_method", "eu_method", "other_scheme", "any_other"]),
    justified=st.booleans(),
    estimated=st.sampled_from(["0", "0", "0.001", "20", "20.001", "100"]).map(Fraction),
    exempt=st.sampled_from([False, False, False, True]),
)


@st.composite
def reports(draw: Any) -> Report:
    quarters = [(2023, 3), (2023, 4), (2026, 1), *((year, one) for year in (2024, 2025) for one in (1, 2, 3, 4))]
    year, quarter = draw(st.sampled_from(quarters))
    empty = Report(year, quarter, None, None, False, False, 0, Fraction(0), Fraction(1), (), date(2026, 1, 1))
    edges = [empty.after(months) + timedelta(days=one) for months in (1, 2, 7) for one in (0, 1)]
    day = st.sampled_from([*edges, date(2024, 7, 31), date(2024, 8, 1)])
    return Report(
        year=year,
        quarter=quarter,
        submitted_on=draw(st.none() | day),
        modified_on=draw(st.none() | day),
        correction_opened=draw(st.booleans()),
        steps_taken=draw(st.booleans()),
        incorrect_in_row=draw(st.integers(0, 4)),
        unreported=draw(amounts),
        index=draw(st.sampled_from([Fraction(1), Fraction(5, 4)])),
        goods=tuple(draw(st.lists(goods, max_size=2))),
        today=draw(day),
    )


@settings(max_examples=tries(250), deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_the_card_and_a_second_reading_of_the_law_agree(engine: InferenceEngine, report: Report) -> None:
    inference = inferred(engine, subject_of(report.facts(), report.today, KNOWN, {}))
    agree(inference, numbers=report.numbers(), gates=report.gates(), findings=report.findings(), sure=True)


@settings(max_examples=tries(250), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), reports())
def test_unknown_facts_exclude_no_possible_result(engine: InferenceEngine, data: st.DataObject, report: Report) -> None:
    facts = data.draw(hidden(report.facts()))
    inference = inferred(engine, subject_of(facts, report.today, KNOWN, {}))
    agree(inference, numbers=report.numbers(), gates=report.gates(), findings=report.findings(), sure=False)
