"""Chinese cards: figures with a part that exceeds its whole."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.china_dossiers import conclusion_of, decided, sample

DIRECT, LABEL = "green-direct-connection", "footprint-label-pilot"


def user(used: str) -> list[dict[str, Any]]:
    """The first user of the sample alone, with this use in the hour."""
    return [{**sample(f"china/{DIRECT}.yaml")["facts"]["users"]["value"][0], "hour_use": used}]


@pytest.mark.parametrize(
    ("card", "facts", "expected"),
    [
        (
            DIRECT,
            {"load": "1 GWh"},
            {"load_share": "41000", "L2": "met", "L0-OWN": "not_met", "conclusion": "gate_failed"},
        ),
        (DIRECT, {"load": "410 GWh"}, {"load_share": "100", "L0-OWN": "met", "conclusion": "scored"}),
        (DIRECT, {"load": "0 GWh"}, {"load_share": "0", "L0-OWN": "not_met"}),
        (DIRECT, {"storage_release": "520 GWh"}, {"L0-OWN": "met"}),
        (DIRECT, {"storage_release": "521 GWh"}, {"L0-OWN": "not_met"}),
        (DIRECT, {"kind": "multi", "users": user("89 MWh")}, {"L0-HOUR": "not_met"}),
        (DIRECT, {"kind": "multi", "users": user("90 MWh")}, {"L0-HOUR": "met"}),
        (DIRECT, {"kind": "single", "users": user("89 MWh")}, {"L0-HOUR": "not_applicable"}),
        (LABEL, {"staff": "12", "staff_experienced": "10"}, {"A4": "met", "conclusion": "scored"}),
        (LABEL, {"staff": "40", "staff_experienced": "9"}, {"A4": "not_met"}),
        (LABEL, {"staff": "9", "staff_experienced": "10"}, {"A4": "not_met"}),
    ],
)
def test_a_part_above_its_whole_satisfies_no_rule(card: str, facts: dict[str, Any], expected: dict[str, str]) -> None:
    decision = decided(card, f"china/{card}.yaml", "2026-11-20", facts)
    assert {name: conclusion_of(decision, name) for name in expected} == expected
