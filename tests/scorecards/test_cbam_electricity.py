"""CBAM electricity card: differential test on random imports, with known and unknown facts.

The oracle is written from Annex IV of Regulation (EU) 2023/956, independent of the card. Point 4.2: the value listed
for the country, otherwise the value of the Union. Point 5: the actual value if every criterion is met. Neither mark-up
nor free allocation applies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.outcomes import ConclusionKind, Outcome
from rules.engine.inference_engine import InferenceEngine
from tests.scorecards.cbam_by_hand import PRICES, times
from tests.support.cbam_cards import Facts, agree, choice, hidden, inferred, met, proved, subject_of, text, value
from tests.support.tiers import tries

UNION = Fraction("0.612")
FOSSIL_AT_MOST = Fraction("0.55")


@dataclass(frozen=True)
class Power:
    """One quantity of electricity; `agreed` is the amount of the purchase agreement, None without one."""

    country: str
    day: date
    amount: Fraction
    actual: bool
    listed: Fraction | None
    factor: Fraction
    agreed: Fraction | None
    connected: bool
    uncongested: bool
    fossil: Fraction
    nominated: bool
    same_hour: bool
    monthly: bool
    verified: bool
    bought: Fraction

    def criteria(self) -> dict[str, bool]:
        return {
            "E1": self.agreed is not None and self.agreed >= self.amount,
            "E2": self.connected or self.uncongested,
            "E3": self.fossil <= FOSSIL_AT_MOST,
            "E4": self.nominated and self.same_hour,
            "E5": self.monthly,
            "E6": self.verified,
        }

    def gates(self) -> dict[str, Outcome]:
        return {id: met(holds, self.actual) for id, holds in self.criteria().items()}

    def numbers(self) -> dict[str, Fraction | None]:
        """Return factor, certificates, price and cost by quantity id."""
        proven = self.actual and all(self.criteria().values())
        factor = self.factor if proven else UNION if self.listed is None else self.listed
        in_quarter = PRICES.get((self.day.year, (self.day.month + 2) // 3))
        price = self.bought if self.day.year >= 2027 else in_quarter
        due = self.amount * factor
        return {"used_factor": factor, "emissions": due, "price": price, "cost": times(due, price)}

    def facts(self) -> Facts:
        """State it as facts of the card."""
        return {
            "country_of_origin": text(self.country),
            "imported_on": value(self.day),
            "quantity": value(self.amount, "MWh"),
            "determination": choice("actual" if self.actual else "default"),
            "country_listed": value(self.listed is not None),
            "listed_factor": value(self.listed or Fraction(0), "tCO2e/MWh"),
            "actual_factor": value(self.factor, "tCO2e/MWh"),
            "agreement_made": value(self.agreed is not None),
            "agreement_amount": value(self.agreed or Fraction(0), "MWh"),
            "connected": value(self.connected),
            "uncongested": value(self.uncongested),
            "fossil_factor": value(self.fossil, "tCO2e/MWh"),
            "nominated": value(self.nominated),
            "same_hour": value(self.same_hour),
            "reported_monthly": value(self.monthly),
            "verified_report": value(self.verified),
            "price_bought": value(self.bought, "EUR/tCO2e"),
        }


CARD = "cbam-electricity"
KNOWN = "2027-03-01"


amounts = st.sampled_from(["0", "0.001", "999.999", "1000", "1000.001"]).map(Fraction)
factors = st.integers(0, 1000).map(lambda count: Fraction(count, 1000))
often = st.sampled_from([True, True, True, True, True, False])
powers = st.builds(
    Power,
    country=st.sampled_from(["UA", "GB", "RS", "TR"]),
    day=st.sampled_from([date(2026, 3, 31), date(2026, 4, 1), date(2026, 9, 30), date(2026, 12, 31), date(2027, 1, 1)]),
    amount=amounts,
    actual=st.booleans(),
    listed=st.none() | factors,
    factor=factors,
    agreed=st.none() | amounts,
    connected=st.booleans(),
    uncongested=st.booleans(),
    fossil=st.sampled_from(["0", "0.54999", "0.55", "0.55001"]).map(Fraction),
    nominated=often,
    same_hour=often,
    monthly=often,
    verified=often,
    bought=factors.map(lambda factor: 60 + 40 * factor),
)


@settings(max_examples=tries(250), deadline=None, suppress_health_check=list(HealthCheck))
@given(powers)
def test_the_card_and_a_second_reading_of_the_law_agree(engine: InferenceEngine, power: Power) -> None:
    inference = inferred(engine, proved(CARD, subject_of(power.facts(), power.day, KNOWN, {})))
    agree(inference, numbers=power.numbers(), gates=power.gates(), findings={}, sure=True)


@settings(max_examples=tries(250), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), powers)
def test_unknown_facts_exclude_no_possible_result(engine: InferenceEngine, data: st.DataObject, power: Power) -> None:
    facts = data.draw(hidden(power.facts()))
    inference = inferred(engine, proved(CARD, subject_of(facts, power.day, KNOWN, {})))
    agree(inference, numbers=power.numbers(), gates=power.gates(), findings={}, sure=False)


@pytest.mark.parametrize("country", ["DE", "CH", "NO"])
def test_electricity_of_the_union_and_of_exempt_countries_is_not_concerned(
    engine: InferenceEngine, country: str
) -> None:
    facts = {"country_of_origin": text(country)}
    assert inferred(engine, subject_of(facts, date(2026, 5, 1), KNOWN, {})).kind is ConclusionKind.NOT_APPLICABLE
