"""CCER reduction card: differential test on random monitoring periods, and the verified upper limit."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import Facts, agree, choice, hidden, inferred, met, proved, subject_of, text, value
from tests.support.tiers import tries

YEARS_BACK, YEARS_CREDITED = 5, 10


def _years(day: date, years: int) -> date:
    """Shift a day by years; 29 February leads to 28 February where there is none."""
    last = calendar.monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


@dataclass(frozen=True)
class Reading:
    """One reading of a meter."""

    first: date
    last: date
    exported: Fraction
    imported: Fraction
    in_class: bool
    error: Fraction
    """Meter error in percent."""
    fossil: Fraction

    def tonnes(self, factor: Fraction, *, solar: bool) -> Fraction:
        """Return the tonnes of a reading, whether it counts or not."""
        off = Fraction(0) if self.in_class else self.error / 100
        net = self.exported - self.imported - off * (self.exported + self.imported)
        return net * factor - (self.fossil if solar else 0)


@dataclass(frozen=True)
class Period:
    """A monitoring period with all that decides its tonnes."""

    solar: bool
    asked: date
    """The as-of date."""
    requested: date
    monitored: tuple[date, date]
    crediting: tuple[date, date]
    margins: tuple[Fraction, Fraction]
    weights: tuple[int, int]
    verified: Fraction
    readings: tuple[Reading, ...]
    strict: bool
    every_day: bool

    def settings(self) -> dict[str, str]:
        """The readings of the text."""
        return {
            "after_reading": "strict" if self.strict else "inclusive",
            "five_years": "every_day" if self.every_day else "last_day",
        }

    def is_over(self, reading: Reading) -> bool:
        """Whether the last day of a reading has passed."""
        return (self.asked - reading.last).days >= 1

    def counts(self, reading: Reading) -> bool:
        """Whether a reading is over and lies whole in every window."""
        oldest = _years(self.requested, -YEARS_BACK)
        begin = max(date(2020, 9, 23 if self.strict else 22), self.monitored[0], self.crediting[0])
        end = min(self.monitored[1], self.crediting[1], self.requested)
        young = (reading.first if self.every_day else reading.last) >= oldest
        return self.is_over(reading) and begin <= reading.first <= reading.last <= end and young

    def numbers(self) -> dict[str, Fraction | None]:
        """The quantities of the card."""
        factor = sum((Fraction(w, 100) * m for w, m in zip(self.weights, self.margins, strict=True)), Fraction(0))
        counting = [one for one in self.readings if self.counts(one)]
        computed = sum((one.tonnes(factor, solar=self.solar) for one in counting), Fraction(0))
        return {
            "factor": factor,
            "computed": computed,
            "registrable": self.verified if self.verified <= computed else max(computed, Fraction(0)),
            "left_out": Fraction(sum(self.is_over(one) and not self.counts(one) for one in self.readings)),
            "ahead": Fraction(sum(not self.is_over(one) for one in self.readings)),
            "days_read": Fraction(sum((one.last - one.first).days + 1 for one in self.readings)),
        }

    def gates(self) -> dict[str, Outcome]:
        """Return the gates that depend on these figures."""
        start, end = self.crediting
        days_monitored = (self.monitored[1] - self.monitored[0]).days + 1
        days_read = self.numbers()["days_read"]
        assert days_read is not None
        ends = [(one.first, one.last) for one in self.readings] or [(start, start)]
        span = (max(last for _, last in ends) - min(first for first, _ in ends)).days + 1
        return {
            "F1": met(sum(self.weights) == 100),
            "C1": met(end < _years(start, YEARS_CREDITED)),
            "C3": met(start > date(2020, 9, 22)),
            "P1": met(days_read <= days_monitored),
            "P2": met(days_read <= span),
        }

    def findings(self) -> dict[str, bool]:
        """Return the findings that depend on these figures."""
        numbers = self.numbers()
        computed, left_out = numbers["computed"], numbers["left_out"]
        assert computed is not None
        assert left_out is not None
        return {
            "R1.AHEAD": any(one.last >= self.asked for one in self.readings),
            "R1.LEFT": left_out > 0,
            "R6.MORE": self.verified > computed,
            "R6.LESS": self.verified < computed,
        }

    def facts(self) -> Facts:
        """Declare them."""
        return {
            "method": choice("solar_thermal" if self.solar else "offshore_wind"),
            "requested_on": value(self.requested),
            "monitored": DeclaredValue.model_validate(
                {"period": {"first": self.monitored[0].isoformat(), "last": self.monitored[1].isoformat()}}
            ),
            "crediting_start": value(self.crediting[0]),
            "crediting_end": value(self.crediting[1]),
            "om": value(self.margins[0], "tCO2e/MWh"),
            "bm": value(self.margins[1], "tCO2e/MWh"),
            "om_weight": value(Fraction(self.weights[0]), "%"),
            "bm_weight": value(Fraction(self.weights[1]), "%"),
            "verified": value(self.verified, "tCO2e"),
            "readings": DeclaredValue(records=tuple(_record(place, one) for place, one in enumerate(self.readings))),
        }


def _record(place: int, reading: Reading) -> Facts:
    return {
        "name": text(f"R{place}"), "first_day": value(reading.first), "last_day": value(reading.last),
        "exported": value(reading.exported, "MWh"), "imported": value(reading.imported, "MWh"),
        "in_class": value(reading.in_class), "error": value(reading.error, "%"),
        "fossil": value(reading.fossil, "tCO2e"),
    }  # fmt: skip


CARD = "ccer-reduction"
SUBJECTS = tries(100)
DAYS = [
    *(date(2020, 9, day) for day in (21, 22, 23)),
    *(date(2021, month, 28) for month in (2, 9)),
    *(date(2023, 1, 1) + timedelta(days=shift) for shift in (-1, 0, 1)),
    *(date(2023, 12, 31) + timedelta(days=shift) for shift in (-1, 0, 1)),
    date(2024, 2, 29),
    date(2028, 2, 29),
    date(2032, 12, 31),
]
days = st.sampled_from(DAYS)
amounts = st.sampled_from(["0", "0.001", "1000", "1250000", "333333.333"]).map(Fraction)


@st.composite
def readings(draw: Any) -> Reading:
    first, last = draw(days), draw(days)
    if first > last and draw(st.integers(0, 4)):
        first, last = last, first
    error = st.sampled_from(["0", "0.2", "100"]).map(Fraction)
    return Reading(first, last, draw(amounts), draw(amounts), draw(st.booleans()), draw(error), draw(amounts))


@st.composite
def periods(draw: Any) -> Period:
    """Generate a period near the limits, verified at the computed amount or 0.01 t from it."""
    first, last = sorted([draw(days), draw(days)])
    start = draw(days)
    made = Period(
        solar=draw(st.booleans()),
        asked=draw(st.sampled_from([date(2033, 1, 1), date(2033, 1, 2), *(day for day in DAYS if day.year > 2023)])),
        requested=draw(st.sampled_from([date(2024, 9, 1), date(2025, 9, 23), date(2026, 2, 28), date(2028, 2, 29)])),
        monitored=draw(st.just((first, last)) | st.just((date(2020, 1, 1), date(2032, 12, 31)))),
        crediting=(start, draw(days | st.just(date(start.year + 10, 12, 31)))),
        margins=draw(st.tuples(*[st.sampled_from(["0", "0.30", "0.85", "3"]).map(Fraction)] * 2)),
        weights=draw(st.sampled_from([(50, 50), (75, 25), (0, 100), (50, 49)])),
        verified=Fraction(0),
        readings=tuple(draw(st.lists(readings(), max_size=4, unique_by=(lambda one: one.first, lambda one: one.last)))),
        strict=draw(st.booleans()),
        every_day=draw(st.booleans()),
    )
    computed = made.numbers()["computed"]
    assert computed is not None
    near = Fraction(round(computed * 10**6), 10**6)
    verified = draw(st.sampled_from([Fraction(0), near, near + Fraction(1, 100), near - Fraction(1, 100)]))
    return Period(**{**vars(made), "verified": max(verified, Fraction(0))})


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_tonnes_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: st.DataObject) -> None:
    made = data.draw(periods())
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, proved(CARD, subject_of(facts, made.asked, "2033-01-01", made.settings())))
    agree(inference, numbers=made.numbers(), gates=made.gates(), findings=made.findings(), sure=sure)


def test_a_large_reduction_stays_within_the_verified_and_measured_amounts(engine: InferenceEngine) -> None:
    reading = Reading(
        date(2023, 1, 1), date(2023, 12, 31), Fraction(1250000), Fraction(3000), False, Fraction("0.2"), Fraction(0)
    )
    made = Period(
        solar=False,
        asked=date(2024, 9, 1),
        requested=date(2024, 9, 1),
        monitored=(date(2023, 1, 1), date(2023, 12, 31)),
        crediting=(date(2023, 1, 1), date(2032, 12, 31)),
        margins=(Fraction("0.85"), Fraction("0.30")),
        weights=(50, 50),
        verified=Fraction(10**6),
        readings=(reading,),
        strict=True,
        every_day=True,
    )
    assert made.numbers()["computed"] == Fraction("715584.05")
    inference = inferred(engine, proved(CARD, subject_of(made.facts(), made.asked, "2024-09-01", made.settings())))
    agree(inference, numbers=made.numbers(), gates=made.gates(), findings=made.findings(), sure=True)
