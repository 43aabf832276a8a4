"""Credit use card: differential test on random inventories, with known and unknown facts.

The oracle is independent of the card. The examples of the card cover undetermined single lines and the ICVCM criteria.
"""

from __future__ import annotations

from collections.abc import Callable
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

IN_SINGAPORE = {"gold", "vcs", "gcc", "acr", "art"}
NO_AGREEMENT = {"malawi", "singapore", "elsewhere"}
RENEWABLE = {"renewable", "renewable_large"}
BARRED_OF_VCS = {"storage", "renewable_large", "old_stoves"}
LAST_DAY = date(2028, 1, 31)


@dataclass(frozen=True)
class Line:
    """A line of credits, in tonnes."""

    amount: Fraction
    programme: str
    year: int
    begun: date
    host: str
    activity: str
    excepted: bool
    principles: bool
    authorised: str
    adjusted: bool
    insured: bool
    ccp: bool
    inside: bool
    cancelled: bool
    cancelled_on: date
    use: str
    elsewhere: bool
    corsia_listed: bool
    ccp_programme: bool
    ccp_method: str
    ccp_shown: bool
    reversible: bool
    monitored: Fraction
    natural: bool
    pooled: Fraction

    def made(self, day: date) -> bool:
        """Return whether its tonnes are reduced by then, in a crediting period that had begun."""
        return self.begun <= day and self.begun.year <= self.year <= day.year

    def label_agrees(self) -> bool:
        """Return whether nothing else in the line contradicts a label."""
        approved = self.ccp_method == "approved" or (self.ccp_method == "conditional" and self.ccp_shown)
        return self.ccp_programme and approved

    def singapore(self) -> bool:
        good = self.programme in IN_SINGAPORE and self.host not in NO_AGREEMENT and self.activity != "redd_high"
        shown = self.principles and self.authorised != "none" and self.adjusted
        return good and shown and 2021 <= self.year <= 2030 and (self.activity not in RENEWABLE or self.excepted)

    def corsia(self) -> bool:
        """Return whether CORSIA accepts the credit in its first phase."""
        barred = self.programme == "vcs" and self.activity in BARRED_OF_VCS
        shown = self.authorised in {"other", "both"} and (self.adjusted or self.insured)
        in_time = self.begun >= date(2016, 1, 1) and 2021 <= self.year <= 2026
        return self.corsia_listed and not barred and shown and in_time

    def japan(self) -> bool:
        return self.programme in {"j_credit", "jcm"}

    def china(self) -> bool:
        return self.programme == "ccer" and not self.inside


@dataclass(frozen=True)
class Inventory:
    """Credits, and the emissions that they are for."""

    use_on: date
    taxable: Fraction
    remaining: Fraction
    gap: Fraction
    trajectory: Fraction
    claimed: Fraction
    gap_year: int
    founded: bool
    interim: bool
    lines: tuple[Line, ...]

    def _claim(self, line: Line) -> bool:
        return line.label_agrees() if line.ccp else self.interim and line.corsia()

    def _takes(self) -> dict[str, tuple[str, Callable[[Line], bool]]]:
        return {
            "sg": ("singapore", Line.singapore),
            "co": ("corsia", Line.corsia),
            "jp": ("japan", Line.japan),
            "cn": ("china", Line.china),
            "vc": ("vcmi", self._claim),
        }

    def _counted(self, scheme: str, day: date) -> Fraction:
        use, takes = self._takes()[scheme]
        last = min(day, LAST_DAY) if scheme == "co" else day
        good = (
            line.amount
            for line in self.lines
            if takes(line) and line.use == use and line.made(day)
            if line.cancelled and line.cancelled_on <= last and not line.elsewhere
        )
        return sum(good, Fraction(0))

    def _offered(self, use: str) -> Fraction:
        return sum((line.amount for line in self.lines if line.use == use), Fraction(0))

    def _limit(self) -> Fraction:
        return Fraction(self.taxable / 20 // 1) if self.use_on >= date(2024, 1, 1) else Fraction(0)

    def _rate(self) -> Fraction | None:
        rates = ((2028, None), (2026, 45), (2024, 25), (2019, 5))
        rate = next((rate for year, rate in rates if self.use_on.year >= year), None)
        return None if rate is None else Fraction(rate)

    def _tax(self, remaining: Fraction) -> Fraction | None:
        rate = self._rate()
        return Fraction(0) if remaining == 0 else None if rate is None else remaining * rate

    def _tier(self, share: Fraction | None, floors: tuple[int, ...]) -> Fraction | None:
        if not self.founded:
            return Fraction(0)
        return None if share is None else Fraction(sum(share >= floor for floor in floors))

    def numbers(self, day: date) -> dict[str, Fraction | None]:
        """Compute the counted credits, the remaining tax, and the tiers under both interpretations."""
        counted = {scheme: self._counted(scheme, day) for scheme in self._takes()}
        used = min(counted["sg"], self._limit())
        share = None
        if self.remaining > 0:
            share = min(counted["vc"] / self.remaining * 100, Fraction(100))
        free = (
            line.amount
            for line in self.lines
            if line.use == "none" and line.made(day) and not line.cancelled and not line.elsewhere
        )
        return {
            "sg_counted": used,
            "sg_tax": self._tax(self.taxable - used),
            "co_counted": counted["co"],
            "jp_eligible": counted["jp"],
            "cn_eligible": counted["cn"],
            "vc_counted": counted["vc"],
            "vc_june": self._tier(share, (20, 60, 100)),
            "vc_november": self._tier(share, (10, 50, 100)),
            "free_all": sum(free, Fraction(0)),
        }

    def gates(self, day: date) -> dict[str, Outcome]:
        """Decide the gates of Singapore, CORSIA and a claim."""
        offered = {use: self._offered(use) for use in ("singapore", "corsia", "vcmi")}
        counted = {scheme: self._counted(scheme, day) for scheme in ("sg", "co", "vc")}
        beta = self.gap > 0 and date(2024, 9, 1) <= self.use_on <= date(2025, 4, 29)
        twice = sum((line.amount for line in self.lines if line.elsewhere and line.use != "none"), Fraction(0))
        return {
            "SG-01": met(counted["sg"] <= self._limit(), offered["singapore"] > 0),
            "SG-02": met(offered["singapore"] <= counted["sg"], offered["singapore"] > 0),
            "CO-01": met(offered["corsia"] <= counted["co"], offered["corsia"] > 0),
            "VC-02": met(offered["vcmi"] <= counted["vc"], offered["vcmi"] > 0),
            "VC-08-A": met(self.gap <= self.claimed / 2, beta),
            "VC-08-B": met(self.gap_year <= 2035, beta),
            "VC-09": met(self.gap <= self.trajectory / 4, self.gap > 0 and self.use_on >= date(2025, 4, 30)),
            "DU-01": met(twice == 0),
        }

    def settings(self) -> dict[str, str]:
        return {"interim": "taken" if self.interim else "not_taken"}

    def facts(self) -> Facts:
        """State it as a company declares it."""
        units = {"amount": "tCO2e", "pooled": "%"}
        choices = {"programme", "host", "activity", "authorised", "use", "ccp_method"}
        records = tuple(
            {
                "serial": text(f"X{at}"),
                **{
                    name: choice(of) if name in choices else value(_number(of), units.get(name, ""))
                    for name, of in vars(line).items()
                },
            }
            for at, line in enumerate(self.lines)
        )
        tonnes = ("taxable", "remaining", "gap", "trajectory", "claimed")
        return {
            "use_on": value(self.use_on),
            "gap_year": value(Fraction(self.gap_year)),
            "credits": DeclaredValue(records=records),
            **{name: value(getattr(self, name), "tCO2e") for name in tonnes},
            **{name: value(self.founded) for name in ("inventory", "targets", "on_track", "advocacy", "assured")},
        }


def _number(of: object) -> object:
    return Fraction(of) if isinstance(of, int) and not isinstance(of, bool) else of


CARD = "credit-use"
DAY = date(2027, 1, 31)
SUBJECTS = tries(60)
flags = st.booleans()
often = st.sampled_from([True, True, True, False])
tonnes = st.sampled_from(["0", "0.01", "1000", "7000", "80000", "200000"]).map(Fraction)
line = st.builds(
    Line,
    amount=tonnes,
    programme=st.sampled_from(["acr", "art", "car", "gold", "vcs", "vcs", "gcc", "j_credit", "jcm", "ccer", "another"]),
    year=st.sampled_from([2020, 2021, 2022, 2022, 2026, 2027, 2028, 2031]),
    begun=st.sampled_from(
        [date(2015, 12, 31), date(2016, 1, 1), date(2021, 1, 1), date(2022, 12, 31), DAY, date(2027, 2, 1)]
    ),
    host=st.sampled_from(["thailand", "peru", "ghana", "malawi", "singapore", "elsewhere"]),
    activity=st.sampled_from(
        ["another", "another", "renewable", "renewable_large", "storage", "old_stoves", "redd_high"]
    ),
    excepted=flags,
    principles=often,
    authorised=st.sampled_from(["both", "both", "other", "ndc", "none"]),
    adjusted=often,
    insured=flags,
    ccp=flags,
    inside=flags,
    cancelled=often,
    cancelled_on=st.sampled_from([date(2026, 11, 1), DAY]),
    use=st.sampled_from(
        ["none", "singapore", "singapore", "corsia", "corsia", "japan", "china", "vcmi", "vcmi", "target", "neutral"]
    ),
    elsewhere=st.sampled_from([False, False, False, True]),
    corsia_listed=often,
    ccp_programme=often,
    ccp_method=st.sampled_from(["approved", "approved", "conditional", "grid_2024", "not_approved"]),
    ccp_shown=flags,
    reversible=flags,
    monitored=st.sampled_from(["0", "39.99", "40"]).map(Fraction),
    natural=flags,
    pooled=st.sampled_from(["0", "19.99", "20"]).map(Fraction),
)
inventory = st.builds(
    Inventory,
    use_on=st.sampled_from(
        [
            *(date(year, month, 1) for year, month in ((2018, 12), (2019, 1), (2024, 9), (2027, 12), (2028, 1))),
            *(date(2023, 12, 31), date(2024, 1, 1), date(2025, 4, 29), date(2025, 4, 30), date(2026, 12, 31)),
        ]
    ),
    taxable=tonnes,
    remaining=tonnes,
    gap=tonnes,
    trajectory=tonnes,
    claimed=tonnes,
    gap_year=st.sampled_from([2026, 2035, 2036]),
    founded=often,
    interim=flags,
    lines=st.lists(line, min_size=1, max_size=4).map(tuple),
)


@pytest.mark.parametrize("sure", [True, False])
@settings(max_examples=SUBJECTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_inventories_agree_with_a_second_computation(engine: InferenceEngine, sure: bool, data: Any) -> None:
    made = data.draw(inventory)
    facts = made.facts() if sure else data.draw(hidden(made.facts()))
    inference = inferred(engine, subject_of(facts, DAY, "2026-11-24", made.settings()))
    agree(inference, numbers=made.numbers(DAY), gates=made.gates(DAY), findings={}, sure=sure)
