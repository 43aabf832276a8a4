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


def _stream(place: int, one: Stream) -> Facts:
    by_volume, by_mass = one.method == "fuel_volume", one.method in ("fuel_mass", "per_tonne", "mass_balance")
    return {
        "name": text(f"S{place}"),
        "method": choice(one.method),
        "direction": choice("leaves" if one.leaves else "enters"),
        "mass": value(one.amount, "t") if by_mass else BLANK,
        "volume": value(one.amount, "m3") if by_volume else BLANK,
        "heat_per_tonne": value(one.net_calorific, "GJ/t") if one.method == "fuel_mass" else BLANK,
        "heat_per_volume": value(one.net_calorific, "GJ/m3") if by_volume else BLANK,
        "factor_of_heat": value(one.factor, "tCO2e/TJ") if one.method.startswith("fuel") else BLANK,
        "factor_of_mass": value(one.factor, "tCO2e/t") if one.method == "per_tonne" else BLANK,
        "carbon": value(one.factor, "%") if one.method == "mass_balance" else BLANK,
        "measured": value(one.amount, "tCO2e") if one.method == "measured" else BLANK,
        "oxidation": value(one.oxidation * 100, "%"),
        "biomass": value(one.biomass * 100, "%"),
        "sustainable": value(one.sustainable),
        "reading": value(one.reading),
        "all_readings": value(one.all_readings),
    }


def _cells(place: int, one: Cells) -> Facts:
    return {
        "cells": text(f"C{place}"),
        "technology": choice(one.technology),
        "aluminium": value(one.tonnes, "t"),
        "frequency": value(one.frequency),
        "duration": value(one.minutes),
        "own_slope": BLANK if one.own is None else value(one.own[0], "kg/t"),
        "own_fraction": BLANK if one.own is None else value(one.own[1]),
        "own_factors": value(one.own is not None),
        "collected": value(one.collected * 100, "%"),
    }


def _heat(place: int, one: Heat) -> Facts:
    return {
        "flow": text(f"H{place}"),
        "way": choice("imported" if one.imported else "exported"),
        "heat": value(one.amount, "TJ"),
        "source": choice(one.source),
        "factor": value(one.factor, "tCO2e/TJ"),
        "efficiency": value(one.efficiency * 100, "%"),
    }


def _gas(place: int, one: Gas) -> Facts:
    return {
        "gas": text(f"G{place}"),
        "course": choice("taken_in" if one.taken_in else "passed_on"),
        "energy": value(one.amount, "TJ"),
        "proven": value(one.proven),
    }


def _supply(place: int, one: Supply) -> Facts:
    return {
        "supply": text(f"E{place}"),
        "energy_used": value(one.amount, "MWh"),
        "by": choice(one.by),
        "grid_factor": value(one.grid, "tCO2e/MWh"),
        "own_factor": value(one.own, "tCO2e/MWh"),
        "contract": value(one.contract),
        "hourly": value(one.hourly),
        "connected": value(one.connected),
        "reading": value(one.reading),
        "all_readings": value(one.all_readings),
    }


def _material(place: int, one: Material) -> Facts:
    return {
        "precursor": text(f"P{place}"),
        "code": text(one.code),
        "origin": text(one.origin),
        "consumed": value(one.tonnes, "t"),
        "determined": choice(one.determined),
        "direct": value(one.direct, "tCO2e/t"),
        "indirect": value(one.indirect, "tCO2e/t"),
        "accredited": value(one.accredited),
        "period_covered": value(one.covered),
    }
