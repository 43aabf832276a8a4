"""Chinese factory, park, energy review and data centre cards: results computed from the texts beforehand.

The expected results were computed independently of the cards, in fractions, from the reported star table, gates, point
tree and conditions. These cases were selected from about 500.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.china_dossiers import conclusion_of, decided

Facts = dict[str, Any]
NOT_APPLICABLE = {"not_applicable": True}


def credit(amount: str, **changes: str) -> Facts:
    first = {
        "serial": "C-1", "registry": "CCER", "kind": "reduction", "vintage": "2023-06-30", "retired_on": "2025-02-01",
    }  # fmt: skip
    second = {"retired_here": "yes", "issued": "yes", "used_for_ets": "no"}
    return {"credits": [{**first, **second, "amount": f"{amount} tCO2e", **changes}]}


def roof(delivered: str, **changes: Any) -> Facts:
    first = {"supply_number": "S-1", "origin": "own_use", "delivered": f"{delivered} MWh", "generated_on": "2024-07-31"}
    second = {"attributes_kept": "yes", "certificate_number": NOT_APPLICABLE, "cancelled_on": NOT_APPLICABLE}
    return {"green_power": [{**first, **second, **changes}]}


REMOVED = credit("6000", registry="Puro", kind="removal")
FULL: Facts = {
    "building_standard": "green_two_star",
    "efficient_machine_share": "100 %",
    "online_source_share": "100 %",
    "system_functions": [
        "collect", "account", "analyse", "alarm", "forecast", "optimise", "report", "product_footprint",
    ],
    "valid_record_share": "100 %",
    "renewable_energy_share": "100 %",
    "unit_energy": "0.8",
    "electrification_share": "80 %",
    "waste_heat_share": "50 %",
    "water_reuse_share": "90 %",
    "waste_use_share": "95 %",
    "footprint_output_share": "80 %",
    "footprint_fall": "15 %",
    "supplier_actions": ["policy", "asked", "collected", "improved"],
    "absolute_fall": "21 %",
    "intensity_fall": "20 %",
    "credits_additional": "yes",
    **roof("50000"),
}  # fmt: skip
"""All that earns points, at the end where the last point is earned, but for offset and removal."""
SEVENTY: Facts = {
    **FULL,
    **credit("3000"),
    "efficient_machine_share": "0 %",
    "renewable_energy_share": "0 %",
    "footprint_output_share": "0 %",
    "footprint_fall": "0 %",
    "intensity_fall": "0 %",
}
NO_NORM = dict.fromkeys(("unit_energy", "norm_limit", "norm_advanced"), NOT_APPLICABLE)
NOTHING_OWN: Facts = {
    **NO_NORM,
    "product_energy_norm": "no_norm",
    "energy_intensity_level": "no_norm",
    "waste_heat_available": "no",
    "waste_heat_share": NOT_APPLICABLE,
    "process_water": "no",
    "water_reuse_share": NOT_APPLICABLE,
}
FACTORY: list[tuple[str, Facts, dict[str, str]]] = [
    ("all of it, and all removed", {**FULL, **REMOVED}, {"total": "100", "grade": "6"}),
    ("all offset, nothing removed", {**FULL, **credit("6000")}, {"total": "98", "grade": "5"}),
    ("a hundredth of a MWh short", {**FULL, **REMOVED, **roof("49999.99")}, {"grade": "4"}),
    ("a hundredth of a tonne short", {**FULL, **credit("5999.99", kind="removal")}, {"grade": "4"}),
    ("seventy points", {**SEVENTY, "online_source_share": "50 %"}, {"total": "70", "grade": "none"}),
    ("a hundredth more", {**SEVENTY, "online_source_share": "50.1 %"}, {"total": "7001/100", "grade": "3"}),
    ("half, less a cent", {**FULL, **credit("2999.99")}, {"grade": "none"}),
    ("eighty percent, less a cent", {**FULL, **credit("4799.99")}, {"grade": "3"}),
    ("eighty percent", {**FULL, **credit("4800")}, {"grade": "4"}),
    ("Type II, half", {**FULL, **credit("18000"), "factory_type": "II"}, {"total": "94", "grade": "3"}),
    ("Type II, half less a cent", {**FULL, **credit("17999.99"), "factory_type": "II"}, {"grade": "none"}),
    ("nothing of its own to measure", NOTHING_OWN, {"total": "85132/1125", "C5": "not_applicable"}),
    ("sources below 95 %", {"inventory_coverage": "94.99 %"}, {"E1": "0", "total": "105551/1500"}),
    ("a boundary meter missing", {"boundary_meter_rate": "99.99 %"}, {"A4": "0", "A4.METERS": "met"}),
    ("a fall as fast as its pace", {"absolute_fall": "21 %"}, {"E3": "6"}),
    ("five years back", credit("3000", vintage="2019-12-31"), {"offset_ratio": "50"}),
    ("a day more", credit("3000", vintage="2019-12-30"), {"offset_ratio": "0"}),
    (
        "nothing left",
        {"boundary_removals": "6000 tCO2e", "credits": []},
        {"offset_ratio": "100", "F2": "not_applicable"},
    ),
    ("measures that explain the fall", {"claimed_reduction": "1271.53 tCO2e"}, {"E5.UNBALANCED": "not_met"}),
    ("measures that do not", {"claimed_reduction": "1271.54 tCO2e"}, {"E5.UNBALANCED": "met"}),
]
PARK, REVIEW, DATA = "zero-carbon-park", "project-energy-review", "data-centre"
OTHERS: list[tuple[str, str, str, Facts, dict[str, str]]] = [
    ("unproven green power", PARK, "2026-11-20", {"unproven_co2": "7000 tCO2e"}, {"N5": "met", "N5.PROOF": "met"}),
    ("a cent too much", PARK, "2026-11-20", {"unproven_co2": "7000.01 tCO2e"}, {"N5": "not_met"}),
    (
        "accepted before the evaluation",
        PARK,
        "2026-11-20",
        {"calls_itself": "yes", "province_passed_on": "2026-06-01", "accepted_on": "2026-03-01"},
        {"N13B.TITLE": "met"},
    ),
    (
        "certificates as physical power",
        "miit-zero-carbon-factory",
        "2026-11-20",
        {"bought_inside": "1900000 kWh"},
        {"physical_share": "0", "F4.SHARE": "met", "F5.BOUGHT": "met"},
    ),
    ("half, to the last digit", "coal-retrofit", "2028-03-31", {"retrofitted": "0.41 tCO2e/MWh"}, {"CR1": "met"}),
    ("a bit less than half", "coal-retrofit", "2028-03-31", {"retrofitted": "0.41001 tCO2e/MWh"}, {"CR1": "not_met"}),
    ("a period that is not over", DATA, "2025-12-31", {}, {"PD0": "undetermined", "pue": "open"}),
    ("the day after it", DATA, "2026-01-01", {}, {"PD0": "met"}),
    ("less than IT uses", DATA, "2026-11-20", {"facility": "8.79 GWh"}, {"PD0": "not_met", "PD4.BEST": "not_met"}),
    ("nobody's review", REVIEW, "2028-06-30", {"equivalent": "999.99 t", "coal": "0 t"}, {"grade": "no_review"}),
    ("acceptance to come", REVIEW, "2028-03-30", {}, {"ZE0": "undetermined", "ZE7": "met"}),
    ("acceptance of today", REVIEW, "2028-03-31", {}, {"ZE0": "met", "grade": "provincial"}),
    ("accepted untried", REVIEW, "2028-06-30", {"accepted_on": "2027-09-30"}, {"ZE0": "not_met"}),
    ("filed today", "hebei-offset", "2026-05-31", {}, {"HE5": "met", "to_buy": "20000"}),
    ("to be filed tomorrow", "hebei-offset", "2026-05-30", {}, {"HE5": "undetermined"}),
    (
        "own cuts beyond half",
        "hebei-offset",
        "2026-11-20",
        {"own_cuts": "20000.01 tCO2e"},
        {"deducted": "20000", "to_buy": "20000"},
    ),
    (
        "debt and fuel surplus",
        "nev-dual-credits",
        "2026-11-20",
        {"conventional": "2200000", "low_consumption": "0", "fuel_actual": "4.0"},
        {"H1": "not_met", "H11.NEVER": "met"},
    ),
    (
        "hybrids below 43 km",
        "nev-dual-credits",
        "2026-11-20",
        {
            "models": [
                {
                    "name": "P", "type": "phev", "cars": "1", "range": "42.99 km", "power": "0 kW",
                    "conditions_met": "yes",
                }
            ]
        },
        {"nev_credits": "open", "conclusion": "incomplete"},
    ),
    ("a certificate short", "renewable-quota", "2026-11-20", {"cancelled": "700999 item"}, {"W5": "not_met"}),
    ("green beyond use", "renewable-quota", "2026-11-20", {"physical": "6750000.01 MWh"}, {"W0": "not_met"}),
    (
        "a share of one's own and no weight",
        "renewable-quota",
        "2026-11-20",
        {"year_end": "2024-12-31"},
        {"W.EXPECTED": "not_met", "W5": "not_applicable"},
    ),
    ("a year that is not over", "corporate-inventory", "2023-12-31", {}, {"Q0": "undetermined"}),
    (
        "certificates sold",
        "corporate-inventory",
        "2026-11-20",
        {"own_sold": "yes"},
        {"by_market": "48768", "by_place": "53060"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "facts", "expected"), FACTORY, ids=[case[0] for case in FACTORY])
def test_the_factory_card_agrees_with_the_computed_cases(name: str, facts: Facts, expected: dict[str, str]) -> None:
    decision = decided("zero-carbon-factory", "worked-factory.yaml", "2025-06-30", facts)
    assert {what: conclusion_of(decision, what) for what in expected} == expected, name


@pytest.mark.parametrize(("name", "card", "day", "facts", "expected"), OTHERS, ids=[case[0] for case in OTHERS])
def test_the_other_cards_agree_with_the_computed_cases(
    name: str, card: str, day: str, facts: Facts, expected: dict[str, str]
) -> None:
    decision = decided(card, f"china/{card}.yaml", day, facts)
    assert {what: conclusion_of(decision, what) for what in expected} == expected, name
