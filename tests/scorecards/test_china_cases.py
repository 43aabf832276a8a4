"""Chinese carbon market, CCER and certificate cards: named boundary cases, bad input reported or refused."""

from __future__ import annotations

from typing import Any

import pytest

from rules.contracts.errors import InputError
from service.input.tree.placed_errors import PlacedError
from tests.support.china_dossiers import conclusion_of, decided, sample

POWER, INDUSTRY = ("cn-ets-power", "cn-ets/power-2024.yaml"), ("cn-ets-industry", "cn-ets/industry-2025.yaml")
REPORTS = ("cn-ets-verification", "cn-ets/verification-2025.yaml")
CREDITS, CERTIFICATES = ((card, f"china/{card}.yaml") for card in ("ccer-reduction", "green-certificate"))


def unit(**changes: str) -> list[dict[str, Any]]:
    """The first unit of the sample alone, with a million megawatt-hours and 900,000 tonnes."""
    first = sample(POWER[1])["facts"]["units"]["value"][0]
    return [{**first, "generated": "1000000 MWh", "heat": "0 GJ", "load": "70 %", "emitted": "900000 tCO2e", **changes}]


def surrender(day: str, vintage: str, tonnes: int = 4_390_000) -> list[dict[str, Any]]:
    """One surrender for 2024."""
    movement = {"booking": "M1", "entry": "P/M1", "day": day, "kind": "surrendered", "amount": f"{tonnes} tCO2e"}
    return [{**movement, "vintage": vintage, "for_year": "2024"}]


def certificate(month: str) -> list[dict[str, Any]]:
    """The first certificate of the sample, of another month and still held."""
    first = sample(CERTIFICATES[1])["facts"]["certificates"]["value"][0]
    return [{**first, "generated_on": f"{month}-15", "pieces": "1 item", "traded": "0 time", "cancelled": "no"}]


def readings(*spans: tuple[str, str]) -> list[dict[str, Any]]:
    """Readings of the meter over some spans of days."""
    first = sample(CREDITS[1])["facts"]["readings"][0]
    return [{**first, "name": f"R{place}", "first_day": a, "last_day": b} for place, (a, b) in enumerate(spans)]


def month(lodged: str) -> list[dict[str, Any]]:
    return [{"month": "2025-01", "month_end": "2025-01-31", "lodged_on": lodged}]


def sample_of_coal(rank: str) -> list[dict[str, Any]]:
    return [{**sample(REPORTS[1])["facts"]["samples"]["value"][0], "rank": rank}]


SMALL = {"listed_before": "no", "emissions_before": "0 tCO2e"}
ENTRY = {"generated": "30000 MWh"}
REVERSE = [
    ("a report on its day", REPORTS, "2026-11-20", {"reported_on": "2026-03-31"}, {"V3": "met"}),
    ("a report late by a day", REPORTS, "2026-11-20", {"reported_on": "2026-04-01"}, {"V3": "not_met"}),
    ("monthly data on day 40", REPORTS, "2026-11-20", {"months": month("2025-03-12")}, {"V2": "met"}),
    ("monthly data on day 41", REPORTS, "2026-11-20", {"months": month("2025-03-13")}, {"V2": "not_met"}),
    (
        "a certificate in its last month",
        CERTIFICATES,
        "2026-10-31",
        {"certificates": certificate("2024-11")},
        {"held_valid": "1"},
    ),
    (
        "a certificate in the month after expiry",
        CERTIFICATES,
        "2026-11-01",
        {"certificates": certificate("2024-11")},
        {"held_valid": "0"},
    ),
    (
        "a certificate of before 2024",
        CERTIFICATES,
        "2026-01-01",
        {"certificates": certificate("2023-12")},
        {"held_valid": "0"},
    ),
    ("a unit at load 65 %", POWER, "2025-10-31", {"units": unit(load="65 %")}, {"allowances": "791000"}),
    ("a unit at load 64.99 %", POWER, "2025-10-31", {"units": unit(load="64.99 %")}, {"allowances": "827156"}),
    (
        "emissions of 26,000 t",
        POWER,
        "2025-10-31",
        {**SMALL, "units": unit(emitted="26000 tCO2e", **ENTRY)},
        {"conclusion": "scored"},
    ),
    (
        "emissions of 25,999.99 t",
        POWER,
        "2025-10-31",
        {**SMALL, "units": unit(emitted="25999.99 tCO2e", **ENTRY)},
        {"conclusion": "not_applicable"},
    ),
    (
        "one year below",
        POWER,
        "2025-10-31",
        {"emissions_before": "26000 tCO2e", "units": unit(emitted="25999.99 tCO2e", **ENTRY)},
        {"conclusion": "scored"},
    ),
    (
        "two years below",
        POWER,
        "2025-10-31",
        {"emissions_before": "25999.99 tCO2e", "units": unit(emitted="25999.99 tCO2e", **ENTRY)},
        {"conclusion": "not_applicable"},
    ),
    (
        "surrendered on the last day",
        POWER,
        "2026-01-02",
        {"credits": [], "movements": surrender("2025-12-31", "2024")},
        {"S1": "met", "missing": "0"},
    ),
    (
        "surrendered a day late",
        POWER,
        "2026-01-02",
        {"credits": [], "movements": surrender("2026-01-01", "2024")},
        {"S1": "not_met", "missing": "4390000"},
    ),
    (
        "a vintage that does not count",
        POWER,
        "2026-01-02",
        {"credits": [], "movements": surrender("2025-12-31", "2025")},
        {"S1": "not_met", "S.VINTAGE": "met"},
    ),
    (
        "the worked fine",
        POWER,
        "2026-01-02",
        {"credits": [], "movements": surrender("2025-12-31", "2024", 4_340_000)},
        {"fine_low": "15590000", "fine_high": "31180000"},
    ),
    (
        "the advance issue of the draft",
        POWER,
        "2026-11-20",
        {"allowance_year": "2025"},
        {"forecast_advance": "2160894", "in_advance": "open"},
    ),
    (
        "a balance value that is not known",
        INDUSTRY,
        "2026-11-20",
        {"balance_value": "0 tCO2e/t"},
        {"allowances": "open"},
    ),
]
BAD = [
    ("heat without electricity", POWER, {"units": unit(generated="0 MWh", heat="100 GJ")}, {"D1": "not_met"}),
    ("kWh entered for MWh", POWER, {"units": unit(generated="1000000000 MWh")}, {"D2": "not_met", "P.POWER": "met"}),
    ("kWh said to be kWh", POWER, {"units": unit(generated="1000000000 kWh")}, {"D2": "met", "allowances": "791000"}),
    (
        "net sales below zero",
        POWER,
        {
            "movements": [
                {
                    "booking": "M1",
                    "entry": "P/M1",
                    "day": "2024-05-06",
                    "kind": "bought",
                    "amount": "5000 tCO2e",
                    "vintage": "2022",
                    "for_year": {"not_applicable": True},
                }
            ]
        },
        {"net_sales": "-5000", "carry_most": "10000"},
    ),
    ("a coal without default", REPORTS, {"samples": sample_of_coal("other_coal")}, {"all_carbon": "open"}),
    (
        "readings that overlap",
        CREDITS,
        {"readings": readings(("2023-01-01", "2023-06-30"), ("2023-06-01", "2023-10-31"))},
        {"P1": "met", "P2": "not_met"},
    ),
]
REFUSED = [
    ("a unit that stands twice", POWER, {"units": [*unit(), *unit(unit="B")]}, "serial"),
    ("a sale of less than nothing", POWER, {"movements": surrender("2025-12-31", "2024", -3)}, "amount"),
    ("a month that stands twice", REPORTS, {"months": [*month("2025-03-12"), *month("2025-03-12")]}, "month"),
    (
        "a month read twice",
        CREDITS,
        {"readings": readings(("2023-01-01", "2023-01-31"), ("2023-01-01", "2023-02-28"))},
        "first_day",
    ),
    ("electricity without a unit", POWER, {"units": unit(generated="1000000")}, "generated"),
]


@pytest.mark.parametrize(("name", "card", "day", "facts", "expected"), REVERSE, ids=[case[0] for case in REVERSE])
def test_boundary_cases_have_the_expected_results(
    name: str, card: tuple[str, str], day: str, facts: dict[str, Any], expected: dict[str, str]
) -> None:
    decision = decided(*card, day, facts)
    assert {what: conclusion_of(decision, what) for what in expected} == expected, name


@pytest.mark.parametrize(("name", "card", "facts", "expected"), BAD, ids=[case[0] for case in BAD])
def test_implausible_input_has_the_expected_results(
    name: str, card: tuple[str, str], facts: dict[str, Any], expected: dict[str, str]
) -> None:
    decision = decided(*card, "2026-11-20", facts)
    assert {what: conclusion_of(decision, what) for what in expected} == expected, name


@pytest.mark.parametrize(("name", "card", "facts", "field"), REFUSED, ids=[case[0] for case in REFUSED])
def test_bad_input_that_is_refused(name: str, card: tuple[str, str], facts: dict[str, Any], field: str) -> None:
    with pytest.raises((InputError, PlacedError)) as raised:
        decided(*card, "2026-11-20", facts)
    assert field in str(raised.value), name
