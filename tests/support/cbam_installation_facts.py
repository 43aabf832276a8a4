"""Conversion of an oracle's production process to facts of the CBAM installation card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue
from tests.support.cbam_cards import BLANK, choice, text, value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.support.cbam_cards import Facts
    from tests.support.cbam_installation_by_hand import Cells, Gas, Heat, Material, Process, Stream, Supply


def facts_of(process: Process) -> Facts:
    """State a process; shares are percentages there."""
    chp = process.chp
    shares = {"content": process.content, "range_content": process.average, "range_lowest": process.lowest}
    return {
        "cn_code": text(process.code),
        "country": text("BR"),
        "period_start": value(process.first),
        "period_end": value(process.last),
        "plan_in_english": value(process.plan),
        "report_in_english": value(process.report),
        "functional_unit": choice(process.unit),
        "made": value(process.made, "t"),
        **{name: value(share * 100, "%") for name, share in (shares | {"range_highest": process.highest}).items()},
        "streams": _listed(_stream(place, one) for place, one in enumerate(process.streams)),
        "pots": _listed(_cells(place, one) for place, one in enumerate(process.cells)),
        "chp_fuel": value(chp.fuel, "TJ"),
        "chp_emissions": value(chp.emissions, "tCO2e"),
        "chp_heat": value(chp.heat, "TJ"),
        "chp_power": value(chp.power, "MWh"),
        "chp_known": value(chp.known),
        "chp_heat_reference": value(chp.references[0] * 100, "%"),
        "chp_power_reference": value(chp.references[1] * 100, "%"),
        "heat_flows": _listed(_heat(place, one) for place, one in enumerate(process.heat)),
        "gas_flows": _listed(_gas(place, one) for place, one in enumerate(process.gases)),
        "power_flows": _listed(_supply(place, one) for place, one in enumerate(process.supplies)),
        "power_made": value(process.power_made, "MWh"),
        "power_made_by": choice("cogeneration" if process.power_by_chp else "otherwise"),
        "power_factor": value(process.power_factor, "tCO2e/MWh"),
        "precursors": _listed(_material(place, one) for place, one in enumerate(process.materials)),
    }


def _listed(records: Iterable[Facts]) -> DeclaredValue:
    return DeclaredValue(records=tuple(records))


def _stream(place: int, stream: Stream) -> Facts:
    by_volume, by_mass = stream.method == "fuel_volume", stream.method in ("fuel_mass", "per_tonne", "mass_balance")
    return {
        "name": text(f"S{place}"),
        "method": choice(stream.method),
        "direction": choice("leaves" if stream.leaves else "enters"),
        "mass": value(stream.amount, "t") if by_mass else BLANK,
        "volume": value(stream.amount, "m3") if by_volume else BLANK,
        "heat_per_tonne": value(stream.net_calorific, "GJ/t") if stream.method == "fuel_mass" else BLANK,
        "heat_per_volume": value(stream.net_calorific, "GJ/m3") if by_volume else BLANK,
        "factor_of_heat": value(stream.factor, "tCO2e/TJ") if stream.method.startswith("fuel") else BLANK,
        "factor_of_mass": value(stream.factor, "tCO2e/t") if stream.method == "per_tonne" else BLANK,
        "carbon": value(stream.factor, "%") if stream.method == "mass_balance" else BLANK,
        "measured": value(stream.amount, "tCO2e") if stream.method == "measured" else BLANK,
        "oxidation": value(stream.oxidation * 100, "%"),
        "biomass": value(stream.biomass * 100, "%"),
        "sustainable": value(stream.sustainable),
        "reading": value(stream.reading),
        "all_readings": value(stream.all_readings),
    }


def _cells(place: int, cells: Cells) -> Facts:
    return {
        "cells": text(f"C{place}"),
        "technology": choice(cells.technology),
        "aluminium": value(cells.tonnes, "t"),
        "frequency": value(cells.frequency),
        "duration": value(cells.minutes),
        "own_slope": BLANK if cells.own is None else value(cells.own[0], "kg/t"),
        "own_fraction": BLANK if cells.own is None else value(cells.own[1]),
        "own_factors": value(cells.own is not None),
        "collected": value(cells.collected * 100, "%"),
    }


def _heat(place: int, heat: Heat) -> Facts:
    return {
        "flow": text(f"H{place}"),
        "way": choice("imported" if heat.imported else "exported"),
        "heat": value(heat.amount, "TJ"),
        "source": choice(heat.source),
        "factor": value(heat.factor, "tCO2e/TJ"),
        "efficiency": value(heat.efficiency * 100, "%"),
    }


def _gas(place: int, gas: Gas) -> Facts:
    return {
        "gas": text(f"G{place}"),
        "course": choice("taken_in" if gas.taken_in else "passed_on"),
        "energy": value(gas.amount, "TJ"),
        "proven": value(gas.proven),
    }


def _supply(place: int, supply: Supply) -> Facts:
    return {
        "supply": text(f"E{place}"),
        "energy_used": value(supply.amount, "MWh"),
        "by": choice(supply.by),
        "grid_factor": value(supply.grid, "tCO2e/MWh"),
        "own_factor": value(supply.own, "tCO2e/MWh"),
        "contract": value(supply.contract),
        "hourly": value(supply.hourly),
        "connected": value(supply.connected),
        "reading": value(supply.reading),
        "all_readings": value(supply.all_readings),
    }


def _material(place: int, material: Material) -> Facts:
    return {
        "precursor": text(f"P{place}"),
        "code": text(material.code),
        "origin": text(material.origin),
        "consumed": value(material.tonnes, "t"),
        "determined": choice(material.determined),
        "direct": value(material.direct, "tCO2e/t"),
        "indirect": value(material.indirect, "tCO2e/t"),
        "accredited": value(material.accredited),
        "period_covered": value(material.covered),
    }
