"""Units of the years of an activity under Article 6.4, and who gets them, computed apart from the card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue
from tests.support.cbam_cards import Facts, choice, met, text, value

if TYPE_CHECKING:
    from rules.contracts.outcomes import Outcome


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
