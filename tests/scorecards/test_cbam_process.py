"""CBAM installation card: differential test on random processes, with known and unknown facts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import agree, hidden, inferred, proved, subject_of
from tests.support.cbam_installation_by_hand import (
    SLOPES,
    Cells,
    Chp,
    Gas,
    Heat,
    Material,
    Process,
    Stream,
    Supply,
)
from tests.support.cbam_installation_facts import facts_of
from tests.support.tiers import tries

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
