"""CBAM cards: boundary cases computed by hand from the digest of the law (`border_cases.txt`)."""

from __future__ import annotations

from copy import deepcopy
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import InputError
from service.input.tree.placed_errors import PlacedError
from tests.support.china_dossiers import conclusion_of, decided, sample

CASES = Path(__file__).with_name("border_cases.txt")
ACTUAL = ("cbam-goods", "cbam/actual-values.yaml", "")
BASES = {
    "actual": ACTUAL,
    "alone": (*ACTUAL[:2], "precursors []; own_direct 2 tCO2e/t"),
    "empty": (*ACTUAL[:2], "own_direct 0 tCO2e/t; own_indirect 0 tCO2e/t"),
    "default": (*ACTUAL[:2], "determination default"),
    "importer": ("cbam-importer", "cbam/importer.yaml", ""),
    "electricity": ("cbam-electricity", "cbam/electricity.yaml", ""),
    "installation": ("cbam-installation", "cbam/installation.yaml", ""),
    "report": ("cbam-transitional", "cbam/quarterly-report.yaml", ""),
}
"""Card, sample dossier and common changes for all cases under this name."""
VERIFIED = "method=actual_value & direct=0.05 tCO2e/t & indirect=0.02 tCO2e/t & accredited=yes & period_covered=yes"


def facts(dossier: str, changes: str) -> dict[str, Any]:
    """Parse the changed facts. A record of a list is the first record of the sample with other fields."""
    parts = (part.strip().partition(" ") for part in changes.split(";") if part.strip())
    return {name: records(dossier, name, value) if value[0] == "[" else value for name, _, value in parts}


def records(dossier: str, name: str, text: str) -> list[dict[str, Any]]:
    first = sample(dossier)["facts"][name]["value"][0]
    return [
        {**deepcopy(first), next(iter(first)): str(place), **dict(field(first, one) for one in fields.split(" & "))}
        for place, fields in enumerate(filter(None, text.strip("[]").replace("verified", VERIFIED).split(", ")))
    ]


def field(first: dict[str, Any], text: str) -> tuple[str, Any]:
    """Read a field that differs; it keeps the evidence that it has in the sample."""
    name, value = text.split("=")
    there = first.get(name)
    return name, {**there, "value": value} if isinstance(there, dict) and "evidence" in there else value


def cases() -> list[tuple[str, str, str, dict[str, Any], str]]:
    """Read the cases: title, base, day, facts, expected."""
    rows = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            title, base, day, changes, expected = (cell.strip() for cell in line.split("|"))
            _, dossier, always = BASES[base]
            rows.append((title, base, day, facts(dossier, always) | facts(dossier, changes), expected))
    return rows


def same(actual: str, expected: str) -> bool:
    """Compare words literally, and decimals or fractions by value."""
    return actual == expected or (expected[0].isdigit() and actual != "open" and Fraction(actual) == Fraction(expected))


@pytest.mark.parametrize(("title", "base", "day", "changed", "expected"), cases(), ids=[case[0] for case in cases()])
def test_the_card_answers_as_the_law_requires(
    title: str, base: str, day: str, changed: dict[str, Any], expected: str
) -> None:
    card, dossier, _ = BASES[base]
    if expected.startswith("refused"):
        with pytest.raises((InputError, PlacedError)) as raised:
            decided(card, dossier, day, changed)
        assert expected.removeprefix("refused ") in str(raised.value), title
        return
    decision = decided(card, dossier, day, changed)
    for name, answer in (one.split() for one in expected.split(",")):
        assert same(conclusion_of(decision, name), answer), (title, name, conclusion_of(decision, name))
