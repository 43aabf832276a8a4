"""Corporate inventory card (ISO 14064-1): recomputed uncertainty and categories, faulty inventories."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from tests.support.china_dossiers import conclusion_of, decided, sample
from tests.support.tiers import tries

CARD = "corporate-inventory"
DOSSIER = f"china/{CARD}.yaml"
DAY = "2026-11-20"
SCOPES = {1: "scope_1", 2: "scope_2", 3: "scope_3", 4: "scope_3", 5: "scope_3", 6: "scope_3"}


def line(number: int, category: int, tonnes: Decimal, spread: Decimal) -> dict[str, Any]:
    return {
        "line": f"line {number}", "scope": SCOPES[category], "activity": str(tonnes), "factor": "1",
        "factor_by": "authority", "found_by": "measured", "category": f"category_{category}", "spread": f"{spread} %",
    }  # fmt: skip


def spread_of(lines: list[tuple[int, Decimal, Decimal]]) -> Decimal:
    """Return the root of the sum of squares over the total, in percent with two decimals."""
    with localcontext(prec=60):
        squares = sum(((tonnes * spread) ** 2 for _, tonnes, spread in lines), Decimal(0))
        total = sum((tonnes for _, tonnes, _ in lines), Decimal(0))
        return (squares.sqrt() / total).quantize(Decimal("0.01"), ROUND_HALF_EVEN)


@pytest.mark.parametrize("seed", range(tries(60)))
def test_uncertainty_and_categories_agree_with_a_second_computation(seed: int) -> None:
    random = Random(seed)
    lines = [
        (random.randint(1, 6), Decimal(random.randint(1, 9_999_999)) / 100, Decimal(random.randint(0, 4_000)) / 100)
        for _ in range(random.randint(1, 6))
    ]
    facts = {"lines": [line(number, *one) for number, one in enumerate(lines)]}
    decision = decided(CARD, DOSSIER, DAY, facts)
    assert Fraction(conclusion_of(decision, "uncertainty")) == Fraction(spread_of(lines))
    for category in range(1, 7):
        tonnes = sum((tonnes for there, tonnes, _ in lines if there == category), Decimal(0))
        assert Fraction(conclusion_of(decision, f"category_{category}_all")) == Fraction(tonnes)


def without(name: str) -> dict[str, Any]:
    lines = sample(DOSSIER)["facts"]["lines"]
    return {"lines": [{field: value for field, value in one.items() if field != name} for one in lines]}


WRONG: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    ("category 1 left out", {"categories": [{"place": "category_1", "treated": "left_out"}]}, {"I01": "not_met"}),
    ("four categories told", {"categories": [{"place": "category_2", "treated": "counted"}]}, {"I02": "not_met"}),
    ("no criteria", {"criteria": []}, {"I03": "not_met"}),
    ("no reason", {"left_out": [{"source": "a", "reason": "no_reason"}]}, {"I04": "not_met"}),
    ("no boundary", {"boundary_by": "not_stated"}, {"I06": "not_met"}),
    ("no base year", {"base_set": "no"}, {"I07": "not_met", "I08": "not_applicable", "I09": "not_applicable"}),
    ("not recalculated", {"base_redone": "no"}, {"I09": "not_met", "conclusion": "gate_failed"}),
    (
        "credits deducted",
        {"apart": [{"amount": "a", "what": "credit", "tonnes": "1 tCO2e", "in_total": "yes"}]},
        {"I10": "met", "I11": "met", "I12": "not_met"},
    ),
    ("uncertainty of a line unknown", without("spread"), {"uncertainty": "open", "I14": "met", "grade": "complete"}),
    ("categories of lines unknown", without("category"), {"I05": "undetermined", "conclusion": "incomplete"}),
    ("verified tomorrow", {"verified_on": "2026-11-21"}, {"I16": "not_met"}),
    ("GHG Protocol", {"standard": "ghg_protocol", "criteria": []}, {"I03": "not_applicable", "grade": "complete"}),
]


@pytest.mark.parametrize(("name", "facts", "expected"), WRONG, ids=[case[0] for case in WRONG])
def test_faulty_inventories_have_the_expected_results(
    name: str, facts: dict[str, Any], expected: dict[str, str]
) -> None:
    decision = decided(CARD, DOSSIER, DAY, facts)
    assert {what: conclusion_of(decision, what) for what in expected} == expected, name
