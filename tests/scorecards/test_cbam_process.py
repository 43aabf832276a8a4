"""CBAM installation card: differential test on random processes, with known and unknown facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.engine.inference_engine import InferenceEngine
from tests.scorecards.cbam_installation_by_hand import SLOPES, Cells, Chp, Gas, Heat, Material, Process, Stream, Supply
from tests.support.cbam_cards import BLANK, Facts, agree, choice, hidden, inferred, proved, subject_of, text, value
from tests.support.tiers import tries


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
        "supply": text(f"E{place}"), "energy_used": value(supply.amount, "MWh"), "by": choice(supply.by),
        "grid_factor": value(supply.grid, "tCO2e/MWh"), "own_factor": value(supply.own, "tCO2e/MWh"),
        "contract": value(supply.contract), "hourly": value(supply.hourly), "connected": value(supply.connected),
        "reading": value(supply.reading), "all_readings": value(supply.all_readings),
    }  # fmt: skip


def _material(place: int, material: Material) -> Facts:
    return {
        "precursor": text(f"P{place}"), "code": text(material.code), "origin": text(material.origin),
        "consumed": value(material.tonnes, "t"), "determined": choice(material.determined),
        "direct": value(material.direct, "tCO2e/t"), "indirect": value(material.indirect, "tCO2e/t"),
        "accredited": value(material.accredited), "period_covered": value(material.covered),
    }  # fmt: skip


CARD = "cbam-installation"
AS_OF = date(2028, 3, 1)
KNOWN = "2028-03-01"


def fractions(most: int, parts: int, least: int = 0) -> st.SearchStrategy[Fraction]:
    """Generate fractions up to `most` with denominator `parts`, often the smallest."""
    return st.just(Fraction(least, parts)) | st.integers(least, most * parts).map(lambda count: Fraction(count, parts))


flags = st.booleans()
amounts = fractions(10_000, 1000)
shares = fractions(1, 1000)
some = fractions(1, 1000, least=1)
streams = st.builds(
    Stream,
    method=st.sampled_from(["fuel_mass", "fuel_volume", "per_tonne", "mass_balance", "measured"]),
    leaves=flags,
    amount=amounts,
    net_calorific=fractions(50, 100),
    factor=fractions(100, 100),
    oxidation=shares,
    biomass=shares,
    sustainable=flags,
    reading=st.sampled_from(["0", "1", "2", "2.001"]).map(Fraction),
    all_readings=st.just(Fraction(2)),
)
cells = st.builds(
    Cells,
    technology=st.sampled_from(sorted(SLOPES)),
    tonnes=amounts,
    frequency=fractions(2, 100),
    minutes=fractions(5, 100),
    own=st.none() | st.tuples(shares, shares),
    collected=some,
)
units = st.builds(
    Chp,
    fuel=fractions(1000, 1000, least=1),
    emissions=amounts,
    heat=fractions(500, 10),
    power=amounts,
    known=flags,
    references=st.tuples(some, some),
)
heats = st.builds(
    Heat,
    imported=flags,
    amount=fractions(500, 10),
    source=st.sampled_from(["known_factor", "boiler", "standard_boiler", "cogeneration", "not_from_fuel"]),
    factor=fractions(100, 10),
    efficiency=some,
)
gases = st.builds(Gas, taken_in=flags, amount=fractions(100, 10), proven=flags)
supplies = st.builds(
    Supply,
    by=st.sampled_from(["grid", "direct_link", "purchase_agreement", "cogeneration", "certificates"]),
    amount=amounts,
    grid=shares,
    own=shares,
    contract=flags,
    hourly=flags,
    connected=flags,
    reading=st.sampled_from(["0", "1", "3", "3.001"]).map(Fraction),
    all_readings=st.just(Fraction(3)),
)
materials = st.builds(
    Material,
    code=st.sampled_from(
        ["72061000", "26011200", "72031000", "28041000", "31021019", "25231000", "72044990", "26011100"]
    ),
    origin=st.sampled_from(["CN", "BR", "AU", "LR", "DE", "CH", "unknown"]),
    tonnes=amounts,
    determined=st.sampled_from(["own_process", "report", "default_value"]),
    direct=fractions(4, 100_000),
    indirect=fractions(4, 100_000),
    accredited=flags,
    covered=flags,
)


def few(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=2).map(tuple)


processes = st.builds(
    Process,
    code=st.sampled_from(["72083900", "25232900", "25233000", "31052010", "76011010", "28041000", "26011200"]),
    first=st.sampled_from([date(2026, 1, 1), date(2025, 12, 31), date(2027, 1, 1)]),
    last=st.sampled_from([date(2026, 12, 31), date(2026, 12, 30), date(2027, 12, 31)]),
    plan=flags,
    report=flags,
    unit=st.sampled_from(["tonne", "clinker", "nitrogen"]),
    made=fractions(10_000, 1000, least=1),
    content=some,
    average=shares,
    lowest=st.sampled_from(["0.7", "0.8"]).map(Fraction),
    highest=st.sampled_from(["0.8", "0.80001", "0.95"]).map(Fraction),
    streams=few(streams),
    cells=few(cells),
    chp=units,
    heat=few(heats),
    gases=few(gases),
    supplies=few(supplies),
    power_made=amounts,
    power_by_chp=flags,
    power_factor=shares,
    materials=few(materials),
    raised=flags,
)


def settings_of(process: Process) -> dict[str, str]:
    return {"precursor_mark_up": "with" if process.raised else "without"}


@settings(max_examples=tries(300), deadline=None, suppress_health_check=list(HealthCheck))
@given(processes)
def test_the_card_and_a_second_computation_agree_exactly(engine: InferenceEngine, process: Process) -> None:
    inference = inferred(engine, proved(CARD, subject_of(facts_of(process), AS_OF, KNOWN, settings_of(process))))
    agree(inference, numbers=process.numbers(), gates=process.gates(), findings=process.findings(), sure=True)


@settings(max_examples=tries(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), processes)
def test_unknown_facts_exclude_no_possible_result(
    engine: InferenceEngine, data: st.DataObject, process: Process
) -> None:
    facts = data.draw(hidden(facts_of(process)))
    inference = inferred(engine, proved(CARD, subject_of(facts, AS_OF, KNOWN, settings_of(process))))
    agree(inference, numbers=process.numbers(), gates=process.gates(), findings=process.findings(), sure=False)
