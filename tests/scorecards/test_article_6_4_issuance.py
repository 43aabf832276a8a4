"""Article 6.4 issuance card: differential test on random issuances, with known and unknown facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import Facts, agree, choice, hidden, inferred, met, subject_of, text, value
from tests.support.tiers import tries


@dataclass(frozen=True)
class Year:
    """A year of the activity, `place` years after the first year; amounts in tonnes."""

    place: int
    usual: Fraction
    project: Fraction
    leakage: Fraction
    removed: Fraction
    removed_base: Fraction


@dataclass(frozen=True)
class Issuance:
    """The issuance for the years of an activity; shares in percent."""

    removal: bool
    baseline: Fraction
    rate: Fraction
    compound: bool
    years: tuple[Year, ...]
    issued: int
    cancelled: Fraction
    reversible: bool
    risk: Fraction
    of_the_rest: bool
    use: str
    authorised: bool
    reversed: Fraction
    avoidable: bool
    cancelled_for: int
    put_back: int
    put_back_on: date
    put_back_by: date

    def _units(self, year: Year) -> int:
        if self.removal:
            tonnes = year.removed - year.removed_base - year.leakage
        else:
            fallen = self.baseline
            for _ in range(year.place):
                fallen -= (fallen if self.compound else self.baseline) * self.rate / 100
            tonnes = min(max(fallen, Fraction(0)), year.usual) - year.project - year.leakage
        return max(floor(tonnes), 0)

    def _shared(self) -> tuple[int, int, int, int]:
        adaptation, overall = ceil(Fraction(self.issued, 20)), ceil(self.issued * self.cancelled / 100)
        rest = max(self.issued - adaptation - overall, 0)
        buffer = self._buffers(rest)[self.of_the_rest]
        return adaptation, overall, buffer, max(rest - buffer, 0)

    def _buffers(self, rest: int) -> tuple[int, int]:
        share = self.risk / 100 if self.removal and self.reversible else Fraction(0)
        return ceil(self.issued * share), ceil(rest * share)

    def _reversed(self) -> int:
        return ceil(self.reversed) if self.removal else 0

    def _to_put_back(self) -> int:
        return self._reversed() if self.avoidable else 0

    def _put_back_in_time(self, day: date) -> Outcome | None:
        if self.put_back >= self._to_put_back() and self.put_back_on <= self.put_back_by:
            return met(True)
        return met(False) if day > self.put_back_by else None

    def numbers(self) -> dict[str, Fraction | None]:
        """Compute units of all years and who gets those that are issued."""
        names = ("adaptation", "overall", "buffer", "received")
        shares = dict(zip(names, map(Fraction, self._shared()), strict=True))
        adaptation, overall, _, _ = self._shared()
        of_all, of_left = self._buffers(max(self.issued - adaptation - overall, 0))
        owed = max(self._to_put_back() - self.put_back, 0)
        more = {"buffer_of_all": of_all, "buffer_of_left": of_left, "to_cancel": self._reversed(), "owed": owed}
        counted = {name: Fraction(number) for name, number in more.items()}
        return {"credited_all": Fraction(sum(map(self._units, self.years))), **shares, **counted}

    def gates(self, day: date) -> dict[str, Outcome]:
        """Return the outcome of each applicable gate, without gates still undetermined before their deadline."""
        back = self._put_back_in_time(day)
        return {
            **({"A64-13": met(self.cancelled_for >= self._reversed())} if self._reversed() else {}),
            **({"A64-14": back} if self._to_put_back() and back is not None else {}),
            "A64-SUM": met(self.issued <= sum(map(self._units, self.years))),
            "A64-17": met(self.cancelled >= 2),
            **({} if self.removal else {"A64-07": met(self.rate >= 1)}),
            **({} if self.use == "contribution" else {"A64-18": met(self.authorised)}),
            **({"A64-12": met(self.risk > 0)} if self.removal and self.reversible else {}),
        }

    def settings(self) -> dict[str, str]:
        return {
            "decline": "compound" if self.compound else "linear",
            "buffer_share": "units_left" if self.of_the_rest else "all_units",
        }

    def facts(self) -> Facts:
        """State it as an activity declares it."""
        records = tuple(
            {
                "record": text(f"Y{at}"),
                "place": value(Fraction(year.place)),
                **{
                    name: value(getattr(year, name), "tCO2e")
                    for name in ("usual", "project", "leakage", "removed", "removed_base")
                },
            }
            for at, year in enumerate(self.years)
        )
        return {
            "kind": choice("removal" if self.removal else "reduction"),
            "baseline_0": value(self.baseline, "tCO2e"),
            "rate": value(self.rate, "%"),
            "years": DeclaredValue(records=records),
            "issued": value(Fraction(self.issued), "tCO2e"),
            "cancelled": value(self.cancelled, "%"),
            "reversible": value(self.reversible),
            "risk": value(self.risk, "%"),
            "use": choice(self.use),
            "authorised": value(self.authorised),
            "reversed": value(self.reversed, "tCO2e"),
            "avoidable": value(self.avoidable),
            "cancelled_for": value(Fraction(self.cancelled_for), "tCO2e"),
            "put_back": value(Fraction(self.put_back), "tCO2e"),
            "put_back_on": value(self.put_back_on),
            "put_back_by": value(self.put_back_by),
        }


CARD = "article-6-4-issuance"
SUBJECTS = tries(60)
DAY = date(2026, 12, 1)
tonnes = st.sampled_from(["0", "0.1", "1500", "12000", "47549.51", "49000", "50000"]).map(Fraction)
flags = st.booleans()
year = st.builds(Year, st.sampled_from([0, 1, 2, 5, 45]), tonnes, tonnes, tonnes, tonnes, tonnes)
issuance = st.builds(
    Issuance,
    removal=flags,
    baseline=tonnes,
    rate=st.sampled_from(["0", "0.99", "1", "1.01", "30", "100"]).map(Fraction),
    compound=flags,
    years=st.lists(year, min_size=1, max_size=4).map(tuple),
    issued=st.sampled_from([0, 1, 10, 99, 36_000, 49_000]),
    cancelled=st.sampled_from(["0", "1.99", "2", "10", "50"]).map(Fraction),
    reversible=flags,
    risk=st.sampled_from(["0", "0.01", "10", "40"]).map(Fraction),
    of_the_rest=flags,
    use=st.sampled_from(["ndc", "oimp", "both", "contribution"]),
    authorised=flags,
    reversed=st.sampled_from(["0", "0.1", "99.5", "100"]).map(Fraction),
    avoidable=flags,
    cancelled_for=st.sampled_from([0, 1, 99, 100]),
    put_back=st.sampled_from([0, 1, 99, 100, 120]),
    put_back_on=st.sampled_from([date(2026, 11, 1), DAY]),
    put_back_by=st.sampled_from([date(2026, 11, 1), date(2026, 11, 30), DAY, date(2027, 3, 31)]),
)


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_issuances_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: Any) -> None:
    made = data.draw(issuance)
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, DAY, "2026-11-23", made.settings()))
    agree(inference, numbers=made.numbers(), gates=made.gates(DAY), findings={}, sure=sure)
