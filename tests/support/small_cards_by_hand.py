"""Small cards computed independently of their rules: bonds, taxonomy, near-zero factories, transfers, land targets.

Each class describes one subject, computes the expected results of its card, and declares the facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue
from tests.support.cbam_cards import Facts, choice, met, text, value

if TYPE_CHECKING:
    from rules.contracts.outcomes import Outcome


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
        return {
            "earned_elsewhere": self.turnover - self._earned(),
            "share_aligned": _percent(aligned, self.turnover),
        }

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
        return {
            "programme": choice(self.programme),
            **{name: value(getattr(self, name), "tCO2e") for name in tonnes},
        }


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
