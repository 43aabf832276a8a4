"""Fractions as numbers: exact values in dossiers, workbooks, goods and simulations."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.numbers import format_exact
from service.configuration.folders import CHECKOUT
from tests.support.cbam_declaring import COIL, HEADER, document, written
from tests.support.commands import touchstone
from tests.support.filled_workbooks import filled, read, with_value

EXAMPLES = CHECKOUT / "examples" / "cbam"
HANDED = "4948.02/25201"


def evaluated(tmp_path: Path, card: str, dossier: str) -> Any:
    source, result = tmp_path / "dossier.yaml", tmp_path / "result.json"
    source.write_text(dossier, encoding="utf-8")
    made = touchstone("evaluate", card, source, "--as-of", "2026-11-20", "--format", "json", "--out", result)
    assert made.exit_code == 0, made.output
    assert touchstone("verify", result).exit_code == 0
    return json.loads(result.read_text(encoding="utf-8"))


def figures(evaluation: Any) -> dict[str, Fraction]:
    results = evaluation["record"]["results"]
    return {one["resultId"]: Fraction(one["figure"]["exact"]["low"]) for one in results}


def with_own_direct(number: str) -> str:
    text = (EXAMPLES / "actual-values.yaml").read_text(encoding="utf-8")
    return text.replace("own_direct: {value: 1.4 tCO2e/t}", f"own_direct: {{value: {number} tCO2e/t}}")


@pytest.mark.full
def test_a_dossier_hands_a_fraction_over_exactly(tmp_path: Path) -> None:
    evaluation = evaluated(tmp_path, "cbam-goods", with_own_direct(HANDED))
    (fact,) = (one for one in evaluation["record"]["facts"] if one["fact"]["factId"] == "own_direct")
    assert fact["fact"]["value"]["number"] == HANDED
    assert Fraction(fact["usedValue"]["number"]) == Fraction("4948.02") / 25201
    whole = figures(evaluated(tmp_path, "cbam-goods", with_own_direct("0")))
    assert figures(evaluation)["see_filed"] - whole["see_filed"] == Fraction("4948.02") / 25201


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1/0", "divides by zero"),
        ("1/-3", "a minus sign in the denominator"),
        ("4948.02 / 25200", "without spaces"),
        ("1/" + "3" * 35, "at most 34"),
        ("-1/3", "at least 0"),
    ],
)
def test_an_invalid_fraction_in_a_dossier_is_refused_with_its_location(tmp_path: Path, number: str, words: str) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(with_own_direct(number), encoding="utf-8")
    refused = touchstone("evaluate", "cbam-goods", path, "--as-of", "2026-11-20")
    assert refused.exit_code == 2
    assert words in refused.output
    assert "10:23: facts.own_direct" in refused.output


@pytest.mark.full
def test_a_simulation_accepts_a_fraction(tmp_path: Path) -> None:
    before = figures(evaluated(tmp_path, "cbam-goods", with_own_direct("1")))["see_filed"]
    fact = f"own_direct={HANDED} tCO2e/t"
    shown = touchstone("simulate", tmp_path / "result.json", "--fact", fact, "--format", "json")
    assert shown.exit_code == 0, shown.output
    assert format_exact(before - 1 + Fraction("4948.02") / 25201) in shown.stdout
    refused = touchstone("simulate", tmp_path / "result.json", "--fact", "own_direct=1/0 tCO2e/t")
    assert refused.exit_code == 2
    assert "divides by zero" in refused.output


def test_a_workbook_accepts_a_fraction_as_text(tmp_path: Path) -> None:
    book = filled()
    with_value(book, "renewable_share", "200/3", "@")
    facts = {fact.id: fact.value for fact in read(book.save(tmp_path / "x.xlsx")).subject.facts}
    share = facts["renewable_share"]
    assert share is not None
    assert (share.number, share.unit) == ("200/3", "%")


def test_a_line_of_goods_accepts_fractions_in_every_number_column(tmp_path: Path) -> None:
    answer = document(written(tmp_path, f"1,{COIL},1000/3,no,default,0", f"2,{COIL},200/7,no,default,0/1"))
    first, second = (Fraction(line["certificatesDue"]) for line in answer["lines"])
    assert (first, second) == (Fraction(1000, 3) * Fraction("0.44625"), Fraction(200, 7) * Fraction("0.44625"))
    assert Fraction(answer["years"][0]["certificatesDue"]) == first + second
    assert Fraction(answer["years"][0]["threshold"]["massAtLeastT"]) == Fraction(1000, 3) + Fraction(200, 7)


@pytest.mark.parametrize(
    ("mass", "words"),
    [("1/0", "divides by zero"), ("1/-3", "minus sign"), ("1/", "is not a fraction"), ("1/3000000000000", "12 digits")],
)
def test_an_invalid_fraction_in_a_line_of_goods_is_refused_with_its_cell(tmp_path: Path, mass: str, words: str) -> None:
    path = written(tmp_path, f"1,{COIL},{mass},no,default,0", header=HEADER)
    refused = touchstone("cbam", "declare", path)
    assert refused.exit_code == 2
    assert "E2" in refused.output
    assert words in refused.output


@pytest.mark.full
def test_an_installation_passes_exact_values_to_its_goods(tmp_path: Path) -> None:
    installation = (
        (EXAMPLES / "installation.yaml")
        .read_text(encoding="utf-8")
        .replace("reading: 17000, all_readings: 25200", "reading: 1, all_readings: 13")
    )
    made = figures(evaluated(tmp_path, "cbam-installation", installation))
    own = {name: format_exact(made[f"own_{name}_of_goods"]) for name in ("direct", "indirect")}
    assert "/" in own["direct"]
    assert made["total_of_goods"] == made["direct_of_goods"] + made["indirect_of_goods"]
    goods = with_own_direct(own["direct"]).replace(
        "own_indirect: {value: 0.1 ", f"own_indirect: {{value: {own['indirect']} "
    )
    without = with_own_direct("0")
    embedded = figures(evaluated(tmp_path, "cbam-goods", goods))["see_filed"]
    assert embedded - figures(evaluated(tmp_path, "cbam-goods", without))["see_filed"] == made["own_direct_of_goods"]
