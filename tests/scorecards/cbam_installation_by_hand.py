"""Test oracle for CBAM embedded emissions of one production process, per tonne of goods.

Source streams, fluorocarbons, heat, waste gases, electricity, cogeneration and precursors follow IR (EU) 2025/2547;
cogeneration also follows IR (EU) 2023/1773. Independent of the card. None represents a value missing in the tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from rules.contracts.outcomes import Outcome
from tests.scorecards.cbam_by_hand import HAND, OUTSIDE, Number, direct_only, heading, plus, rate, times, total_of
from tests.support.cbam_cards import met

CARBON = Fraction("3.664")
NATURAL_GAS = Fraction("56.1")
CF4, C2F6 = Fraction(6630), Fraction(11100)
SLOPES = {
    "PFPB_L": ("0.122", "0.097"), "PFPB_M": ("0.104", "0.057"), "PFPB_MW": ("0.143", "0.121"),
    "CWPB": ("0.143", "0.121"), "SWPB": ("0.233", "0.28"), "VSS": ("0.058", "0.086"), "HSS": ("0.165", "0.077"),
}  # fmt: skip
CLINKER_CODES = ("25231000", "25232100", "25232900", "25239000")
FERTILISERS = ("2808", "2814", "2834", "31")


@dataclass(frozen=True)
class Stream:
    """A source stream by one of five methods; a share of the stream belongs to this process."""

    method: str
    leaves: bool
    amount: Fraction
    net_calorific: Fraction
    factor: Fraction
    oxidation: Fraction
    biomass: Fraction
    sustainable: bool
    reading: Fraction
    all_readings: Fraction

    def emitted(self) -> Fraction:
        """Return the emissions of the whole stream, negative for a stream that leaves the process."""
        match self.method:
            case "fuel_mass" | "fuel_volume":
                before = self.amount * self.net_calorific / 1000 * self.factor * self.oxidation
            case "per_tonne":
                before = self.amount * self.factor * self.oxidation
            case "mass_balance":
                before = self.amount * self.factor / 100 * CARBON
            case _:
                before = self.amount
        fossil = 1 - self.biomass if self.sustainable else 1
        return before * fossil * (-1 if self.leaves else 1)


@dataclass(frozen=True)
class Cells:
    """Cells of primary aluminium; own factors are a slope and a weight fraction."""

    technology: str
    tonnes: Fraction
    frequency: Fraction
    minutes: Fraction
    own: tuple[Fraction, Fraction] | None
    collected: Fraction

    def emitted(self) -> Fraction:
        """Return CF4 by the slope method and C2F6 as a fraction of it, in CO2 equivalent."""
        slope, fraction = self.own or (Fraction(one) for one in SLOPES[self.technology])
        tetrafluoromethane = self.frequency * self.minutes * slope * self.tonnes / 1000
        return tetrafluoromethane * (CF4 + fraction * C2F6) / self.collected


@dataclass(frozen=True)
class Chp:
    """One unit that makes heat (TJ) and electricity (MWh) from fuel (TJ)."""

    fuel: Fraction
    emissions: Fraction
    heat: Fraction
    power: Fraction
    known: bool
    references: tuple[Fraction, Fraction]

    def factors(self) -> tuple[Number, Number]:
        """Return the factors of its heat per TJ and of its electricity per MWh; None for a product it does not make."""
        efficiencies = (self.heat / self.fuel, self.power * Fraction("0.0036") / self.fuel)
        if not self.known:
            efficiencies = (Fraction("0.55"), Fraction("0.25"))
        heat, power = (one / reference for one, reference in zip(efficiencies, self.references, strict=True))
        if not heat + power:
            return None, None
        share = heat / (heat + power)
        return (
            self.emissions * share / self.heat if self.heat else None,
            self.emissions * (1 - share) / self.power if self.power else None,
        )


@dataclass(frozen=True)
class Heat:
    """One flow of heat in TJ."""

    imported: bool
    amount: Fraction
    source: str
    factor: Fraction
    efficiency: Fraction

    def emitted(self, chp: Chp) -> Number:
        by_source: dict[str, Number] = {
            "not_from_fuel": Fraction(0),
            "known_factor": self.factor,
            "boiler": self.factor / self.efficiency,
            "standard_boiler": self.factor / Fraction("0.9"),
            "cogeneration": chp.factors()[0],
        }
        return times(self.amount, by_source[self.source])


@dataclass(frozen=True)
class Gas:
    """One waste gas in TJ."""

    taken_in: bool
    amount: Fraction
    proven: bool

    def emitted(self) -> Fraction:
        """Return the emissions as natural gas: all if imported, two thirds if exported for a proven use."""
        share = Fraction(1) if self.taken_in else Fraction("0.667") if self.proven else Fraction(0)
        return self.amount * NATURAL_GAS * share


@dataclass(frozen=True)
class Supply:
    """One source of electricity in MWh."""

    by: str
    amount: Fraction
    grid: Fraction
    own: Fraction
    contract: bool
    hourly: bool
    connected: bool
    reading: Fraction
    all_readings: Fraction

    @property
    def taken_here(self) -> Fraction:
        """The share of the process in a meter that several processes may use."""
        return self.amount * self.reading / self.all_readings

    @property
    def proven(self) -> bool:
        """Whether its own factor counts."""
        linked = self.by in ("direct_link", "cogeneration") or (self.by == "purchase_agreement" and self.connected)
        return linked and self.contract and self.hourly

    def emitted(self, chp: Chp) -> Number:
        own = chp.factors()[1] if self.by == "cogeneration" else self.own
        return times(self.taken_here, own if self.proven else self.grid)


@dataclass(frozen=True)
class Material:
    """A precursor with the values stated by its report or its own process."""

    code: str
    origin: str
    tonnes: Fraction
    determined: str
    direct: Fraction
    indirect: Fraction
    accredited: bool
    covered: bool

    @property
    def bears(self) -> bool:
        """Whether it is a good of Annex I of a third country."""
        return HAND.group.get(self.origin, "third") == "third" and not self.code.startswith(OUTSIDE)

    @property
    def stated(self) -> bool:
        """Whether the stated values count."""
        return self.determined == "own_process" or (self.determined == "report" and self.accredited and self.covered)

    def by_default(self, year: int, *, raised: bool) -> Fraction | None:
        """Return the default value of the origin, or the highest value if unknown, with or without mark-up."""
        if self.origin == "unknown":
            total = heading(HAND.worst, self.code)
        else:
            total, _ = HAND.of_default(self.code, self.origin)
        return times(total, 1 + rate(self.code, year) if raised else Fraction(1))


@dataclass(frozen=True)
class Process:
    """One production process of an installation in a period, and the good it makes; contents are shares."""

    code: str
    first: date
    last: date
    plan: bool
    report: bool
    unit: str
    made: Fraction
    content: Fraction
    average: Fraction
    lowest: Fraction
    highest: Fraction
    streams: tuple[Stream, ...]
    cells: tuple[Cells, ...]
    chp: Chp
    heat: tuple[Heat, ...]
    gases: tuple[Gas, ...]
    supplies: tuple[Supply, ...]
    power_made: Fraction
    power_by_chp: bool
    power_factor: Fraction
    materials: tuple[Material, ...]
    raised: bool

    def direct(self) -> Number:
        """Return the attributed direct emissions, never below zero."""
        total = sum((one.emitted() * one.reading / one.all_readings for one in self.streams), Fraction(0))
        total += sum((one.emitted() for one in self.cells), Fraction(0))
        total += sum((one.emitted() * (1 if one.taken_in else -1) for one in self.gases), Fraction(0))
        heat = total_of(times(Fraction(1 if one.imported else -1), one.emitted(self.chp)) for one in self.heat)
        factor = self.chp.factors()[1] if self.power_by_chp else self.power_factor
        made = times(self.power_made, factor)
        return None if heat is None or made is None else max(total + heat - made, Fraction(0))

    def indirect(self) -> Number:
        return total_of(one.emitted(self.chp) for one in self.supplies)

    def numbers(self) -> dict[str, Fraction | None]:
        bearing = [one for one in self.materials if one.bears]
        stated = [one for one in bearing if one.stated]
        direct, indirect = self.direct(), self.indirect()
        parts = sum((one.tonnes * one.direct for one in stated), Fraction(0))
        of_power = sum((one.tonnes * one.indirect for one in stated), Fraction(0))
        counted = sum((one.tonnes * one.indirect for one in stated if not direct_only(one.code)), Fraction(0))
        by_default: Fraction | None = Fraction(0)
        for material in bearing:
            if not material.stated:
                value = material.by_default(self.last.year, raised=self.raised)
                by_default = plus(by_default, times(material.tonnes, value))
        own = plus(direct, Fraction(0) if direct_only(self.code) else indirect)
        everything = plus(plus(own, parts + counted), by_default)
        in_unit = self.made * (Fraction(1) if self.unit == "tonne" else self.content)
        tonne = (Fraction(1) if self.unit == "tonne" else self.average) / in_unit
        shares: dict[str, Number] = {}
        if everything is not None and by_default is not None:
            shares["default_share"] = by_default / everything * 100 if everything else None
        whole = sum((one.emitted() for one in self.streams), Fraction(0))
        whole += sum((one.emitted() for one in self.cells), Fraction(0))
        return (
            self._flows()
            | shares
            | {
                "whole": whole,
                "direct_here": direct,
                "own_direct": times(tonne, direct),
                "own_indirect": times(tonne, indirect),
                "see_direct": times(tonne, plus(direct, parts)),
                "see_indirect": times(tonne, plus(indirect, of_power)),
                "see_counted": times(tonne, everything),
                "see_total": times(tonne, plus(plus(direct, indirect), plus(parts + of_power, by_default))),
            }
        )

    def _flows(self) -> dict[str, Fraction | None]:
        """Return the emissions of each energy flow separately, because their difference may be cut off at zero."""
        of_heat, of_power = self.chp.factors()
        nothing = Fraction(0)
        return {
            "heat_of_chp": of_heat,
            "power_of_chp": of_power,
            "heat_in": total_of(one.emitted(self.chp) for one in self.heat if one.imported),
            "heat_out": total_of(one.emitted(self.chp) for one in self.heat if not one.imported),
            "gas_in": sum((one.emitted() for one in self.gases if one.taken_in), nothing),
            "gas_out": sum((one.emitted() for one in self.gases if not one.taken_in), nothing),
            "power_used": self.indirect(),
            "power_out": times(self.power_made, of_power if self.power_by_chp else self.power_factor),
            "all_fluorides": sum((one.emitted() for one in self.cells), nothing),
        }

    def gates(self) -> dict[str, Outcome]:
        year_on = date(self.first.year + 1, self.first.month, min(self.first.day, 28))
        year_on += timedelta(days=self.first.day - min(self.first.day, 28))
        return {
            "M1": met(self.first >= date(2026, 1, 1)),
            "M2": met(self.last + timedelta(days=1) == year_on),
            "M3": met(self.plan),
            "M4": met(self.report),
            "M5": met(all(one.method == "mass_balance" for one in self.streams if one.leaves)),
            "M6": met(
                all(one.reading <= one.all_readings for one in self.streams)
                and all(one.reading <= one.all_readings for one in self.supplies)
            ),
        }

    def findings(self) -> dict[str, bool]:
        unproven = (one for one in self.streams if not one.sustainable)
        biomass = sum((abs(one.emitted()) * one.biomass for one in unproven), Fraction(0))
        unsure = (one for one in self.supplies if one.by != "grid" and not one.proven)
        return {
            "M.BIOMASS": biomass > 0,
            "M.POWER": any(one.taken_here > 0 for one in unsure),
            "M.CLINKER": self.code in CLINKER_CODES and self.unit != "clinker",
            "M.NITROGEN": self.code.startswith(FERTILISERS) and self.unit != "nitrogen",
            "M.RANGE": self.highest - self.lowest > Fraction(1, 10),
        }
