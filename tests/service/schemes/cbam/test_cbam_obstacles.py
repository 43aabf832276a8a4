"""Obstacles to a result for a line of goods: one message each, with the cell and the value to enter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.cbam_declaring import EXAMPLE, declare, document

PARTS = (
    "line,name,code,origin,consumed (t),method,direct (tCO2e/t),indirect (tCO2e/t),stated_allocation (tCO2e/t),"
    "accredited,period_covered,allocation_verified"
)


def line_with(tmp_path: Path, *rows: str, language: str = "en") -> Any:
    """Declare line 49 of the example, hot-rolled coil by actual values, with these precursors."""
    goods, parts = tmp_path / "goods.csv", tmp_path / "parts.csv"
    header, *lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    goods.write_text("\n".join([header, *(line for line in lines if line.startswith("49,"))]), encoding="utf-8")
    parts.write_text("\n".join([PARTS, *rows]), encoding="utf-8")
    return document(goods, "--precursors", str(parts), "--language", language)["lines"][0]


@pytest.mark.parametrize("code", ["26011100", "72044990", "27011210", "81110011"])
@pytest.mark.parametrize("method", ["default_value,,,,no,no,no", "actual_value,0.5,0.1,0.2,yes,yes,yes"])
def test_a_material_outside_annex_i_counts_as_zero(tmp_path: Path, code: str, method: str) -> None:
    line = line_with(tmp_path, f"49,raw,{code},BR,1450,{method}")
    assert (line["standing"], line["missing"]) == ("STANDING_COMPUTED", [])
    assert {"resultId": "see_filed", "value": "1.4"} in line["results"]


def test_a_code_in_no_list_is_the_only_obstacle(tmp_path: Path) -> None:
    line = line_with(tmp_path, "49,ore,26011100,BR,1450,default_value,,,,no,no,no",
                     "49,valve,72999999,BR,1,default_value,,,,no,no,no")  # fmt: skip
    (missing,) = line["missing"]
    assert (missing["factId"], missing["place"]) == ("precursors[valve].code", "parts.csv: C3")
    assert "72999999" in missing["text"]
    assert "remove its row" in missing["text"]
    (obstacle,) = line_with(tmp_path, "49,valve,72999999,BR,1,default_value,,,,no,no,no", language="zh")["missing"]
    assert obstacle["text"] == (
        "valve 的 CN 编码 72999999 既不在附件一货物之列，也不在已知非附件一货物的物料之列；请在 parts.csv：C2 填写"
        "其所属附件一货物的编码（8 或 10 位数字）；若经核实并非附件一货物，请删去该行：此类物料计为零"
    )


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("row", "fact", "place", "words"),
    [
        ("25231000,CN,10,default_value,,,,no,no,no", "code", "C2", "enter the code of ten digits in parts.csv: C2"),
        ("72083900,LR,10,default_value,,,,no,no,no", "method", "F2", "enter actual_value in parts.csv: F2"),
        ("72083900,BR,10,actual_value,,0.1,0,yes,yes,yes", "direct", "G2", "in parts.csv: G2: a number in tCO2e/t"),
        ("72083900,BR,10,,1,0.1,0,yes,yes,yes", "method", "F2", "in parts.csv: F2: default_value, actual_value"),
        (",BR,10,actual_value,1,0.1,0,yes,yes,yes", "code", "C2", "in parts.csv: C2: 8 or 10 digits"),
    ],
)
def test_each_obstacle_names_its_cell_and_the_value_to_enter(
    tmp_path: Path, row: str, fact: str, place: str, words: str
) -> None:
    missing = line_with(tmp_path, f"49,part,{row}")["missing"]
    assert (missing[0]["factId"], missing[0]["place"]) == (f"precursors[part].{fact}", f"parts.csv: {place}")
    assert words in missing[0]["text"]
    assert len({one["factId"] for one in missing}) == len(missing)


def test_a_required_production_route_is_listed_as_missing(tmp_path: Path) -> None:
    header, *lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    row = (
        next(line for line in lines if line.startswith("49,"))
        .replace("72083900", "72061000")
        .replace("1000,,", "1000,none,")
    )
    path = tmp_path / "goods.csv"
    path.write_text(f"{header}\n{row}\n", encoding="utf-8")
    (missing,) = document(path)["lines"][0]["missing"]
    assert (missing["factId"], missing["place"]) == ("production_route", "J2")
    assert "enter the route in J2" in missing["text"]


def test_an_import_outside_annex_i_is_not_concerned(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    header = (
        "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination,carbon_price_paid (EUR/t)"
    )
    path.write_text(f"{header}\n1,26011100,BR,2026-05-10,10,no,default,0\n", encoding="utf-8")
    assert document(path)["lines"][0]["standing"] == "STANDING_NOT_APPLICABLE"
    assert declare(path).exit_code == 0
