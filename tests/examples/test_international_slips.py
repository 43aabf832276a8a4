"""Mutated dossiers of international systems: each typical mistake caught by a rule or refused at its field."""

from __future__ import annotations

from typing import Any

import pytest

from rules.contracts.errors import TouchstoneError
from tests.support.china_dossiers import conclusion_of, decided, sample


def lines(card: str, fact: str, at: int, **changed: str) -> dict[str, Any]:
    there = sample(f"international/{card}.yaml")["facts"][fact]
    return {fact: [{**one, **changed} if number == at else one for number, one in enumerate(there)]}


BASE_2012 = {f"base_year_{scope}": "2012" for scope in (1, 2, 3)}
LATE = {"use": "corsia", "cancelled_on": "2028-02-01"}
TOLD: list[tuple[str, str, str, dict[str, Any], dict[str, str]]] = [
    ("a base year of 2012", "sbti-near-term", "2026-12-01", BASE_2012, {"SB1-08": "not_met"}),
    ("60 % in scope 3, no target", "sbti-near-term", "2026-12-01", {"target_3": "no"}, {"SB1-05": "not_met"}),
    (
        "a certificate of the year before",
        "re100",
        "2027-03-01",
        lines("re100", "instruments", 4, used_on="2025-12-31"),
        {"RE-13": "not_met", "conclusion": "gate_failed"},
    ),
    (
        "a certificate claimed for another year",
        "re100",
        "2027-03-01",
        lines("re100", "instruments", 4, claimed="yes"),
        {"share": "75", "RE-13": "met"},
    ),
    (
        "cancelled for CORSIA on the last day",
        "credit-use",
        "2028-03-01",
        lines("credit-use", "credits", 0, **{**LATE, "cancelled_on": "2028-01-31"}),
        {"CO-01": "met"},
    ),
    (
        "cancelled for CORSIA a day later",
        "credit-use",
        "2028-03-01",
        lines("credit-use", "credits", 0, **LATE),
        {"CO-01": "not_met", "conclusion": "gate_failed"},
    ),
    ("another version of PACT", "product-footprint-pact", "2028-12-31", {"version": "another"}, {"PA-00": "not_met"}),
]
REFUSED: list[tuple[str, str, str, dict[str, Any], str]] = [
    ("a certificate twice", "re100", "2027-03-01", lines("re100", "instruments", 4, record="C4"), "C4"),
    ("an unknown version of PACT", "product-footprint-pact", "2028-12-31", {"version": "v9_9"}, r"facts\[version\]"),
    (
        "euros for pounds",
        "uk-cbam",
        "2026-12-01",
        lines("uk-cbam", "lines", 0, auction="50 EUR/tCO2e"),
        r"auction.*unit",
    ),
    ("dollars for euros", "sbti-near-term", "2026-12-01", {"turnover": "1 USD"}, r"facts\[turnover\].*unit"),
]


@pytest.mark.parametrize(("name", "card", "day", "facts", "expected"), TOLD, ids=[case[0] for case in TOLD])
def test_a_rule_detects_the_mistake(
    name: str, card: str, day: str, facts: dict[str, Any], expected: dict[str, str]
) -> None:
    decision = decided(card, f"international/{card}.yaml", day, facts)
    assert {what: conclusion_of(decision, what) for what in expected} == expected, name


def test_missing_scope_3_amounts_leave_the_gates_undetermined() -> None:
    facts = {"lines": lines("sbti-near-term", "lines", 0, amount="")["lines"]}
    for line in facts["lines"]:
        line.pop("amount", None)
    decision = decided("sbti-near-term", "international/sbti-near-term.yaml", "2026-12-01", facts)
    assert conclusion_of(decision, "SB1-06") == "undetermined"


@pytest.mark.parametrize(("name", "card", "day", "facts", "field"), REFUSED, ids=[case[0] for case in REFUSED])
def test_an_invalid_value_is_refused_at_its_field(
    name: str, card: str, day: str, facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(TouchstoneError, match=field):
        decided(card, f"international/{card}.yaml", day, facts)
