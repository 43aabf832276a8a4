"""How many units do the years of an activity come to, and who gets them, computed apart from the card?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue
from tests.support.cbam_cards import Facts, choice, met, text, value

if TYPE_CHECKING:
    from rules.contracts.outcomes import Outcome


@dataclass(frozen=True)
class Year:
    """A year of the activity, so many years after the first, in tonnes."""

    place: int
    usual: Fraction
    project: Fraction
    leakage: Fraction
    removed: Fraction
    removed_base: Fraction


@dataclass(frozen=True)
class Issuance:
    """What is issued of the years of an activity; shares in per cent."""

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
        share = self.risk / 100 if self.removal and self.reversible else Fraction(0)
        buffer = ceil((rest if self.of_the_rest else self.issued) * share)
        return adaptation, overall, buffer, max(rest - buffer, 0)

    def numbers(self) -> dict[str, Fraction | None]:
        """Compute units of all years and who gets those that are issued."""
        names = ("adaptation", "overall", "buffer", "received")
        found = dict(zip(names, map(Fraction, self._shared()), strict=True))
        return {"credited_all": Fraction(sum(map(self._units, self.years))), **found}

    def gates(self) -> dict[str, Outcome]:
        """Decide the criteria that are always asked."""
        return {
            "A64-SUM": met(self.issued <= sum(map(self._units, self.years))),
            "A64-17": met(self.cancelled >= 2),
            **({} if self.removal else {"A64-07": met(self.rate >= 1)}),
            **({} if self.use == "contribution" else {"A64-18": met(self.authorised)}),
            **({"A64-12": met(self.risk > 0)} if self.removal and self.reversible else {}),
        }

    def settings(self) -> dict[str, str]:
        """Give the readings chosen."""
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
        }
