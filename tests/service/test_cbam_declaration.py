"""What is due on a file of goods lines, and which cells are refused?"""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner, Result

from rules.contracts.errors import InputError
from service.cbam.goods_file import read_goods
from service.cli.main import app
from service.gazette import Gazette
from service.settings import CHECKOUT

EXAMPLE = CHECKOUT / "examples" / "cbam" / "goods-2026.csv"
CARD = Gazette(CHECKOUT / "scorecards").versions("cbam-goods")[-1].scorecard
HEADER = "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination,carbon_price_paid (EUR/t)"


def declare(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["cbam", "declare", str(path), *arguments])


def document(path: Path, *arguments: str) -> dict[str, object]:
    made: dict[str, object] = json.loads(declare(path, "--format", "json", *arguments).stdout)
    return made


def written(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "goods.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def problems(text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as refused:
        read_goods(text.encode() if isinstance(text, str) else text, CARD)
    return [(one.field, one.reason) for one in refused.value.violations]


def test_the_example_has_forty_codes_of_twelve_countries_and_is_computed_whole() -> None:
    rows = list(csv.DictReader(EXAMPLE.read_text(encoding="utf-8").splitlines()))
    assert len({row["cn_code"] for row in rows}) >= 40
    assert len({row["country_of_origin"] for row in rows}) >= 12
    answer = declare(EXAMPLE)
    assert answer.exit_code == 0
    assert "446.25000     33593.70" in answer.stdout


def test_totals_are_those_of_the_lines_and_nothing_open_is_in_them(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "1,72083900,BR,2026-05-10,1000,no,default,0",
        "2,72083900,BR,2026-08-10,1000,no,default,0",
        "3,25231000,CN,2026-05-10,10,no,default,0",
        "4,72083900,DE,2026-05-10,10,no,default,0",
        "5,27160000,UA,2026-05-10,10,no,default,0",
    )
    made = document(path)
    assert (made["certificates_due"], made["cost_eur"]) == ("892.5", "33593.7")
    assert made["certificates_without_price"] == "446.25"
    low, high = Fraction("446.25") * Fraction("75.28"), Fraction("446.25") * Fraction("75.36")
    assert [Fraction(str(end)) for end in made["cost_range_eur"]] == [low, high]  # type: ignore[attr-defined]
    assert made["undetermined_lines"] == ["3", "5"]
    assert declare(path).exit_code == 1


def test_what_was_not_asked_is_not_called_assessed(tmp_path: Path) -> None:
    made = document(written(tmp_path, "1,72083900,BR,2026-05-10,1000,no,default,0"))
    assert "IR (EU) 2025/2546, Article 5" in str(made["not_asked"])
    assert "IR (EU) 2025/2547, Annex II A.1(4) and (5)" in str(made["not_asked"])
    assert "IR (EU) 2025/2620" in str(made["assessed"])


def test_the_answer_reads_in_chinese(tmp_path: Path) -> None:
    text = declare(written(tmp_path, "1,72083900,BR,2026-08-10,1000,no,default,0"), "--language", "zh").stdout
    assert "价格不予顺延" in text
    assert "证书价格待定" in text


def test_a_workbook_says_the_same_as_its_csv(tmp_path: Path) -> None:
    row = "1,72083900,BR,2026-05-10,1000,no,default,0"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER.split(","))
    sheet.append(row.split(","))
    stream = BytesIO()
    book.save(stream)
    ours, theirs = read_goods(stream.getvalue(), CARD), read_goods(f"{HEADER}\n{row}\n".encode(), CARD)
    assert [line.facts for line in ours] == [line.facts for line in theirs]


def test_labels_of_both_languages_name_columns() -> None:
    header = "line,商品编码,country of origin,进口日期,净重 (t),carved_out,确定方法"
    (line,) = read_goods(f"{header}\n1,72083900,BR,2026-05-10,1000,否,缺省值\n".encode(), CARD)
    assert line.facts["determination"].choice == "default"
    assert line.facts["carved_out"].flag is False


def test_every_wrong_cell_is_named() -> None:
    rows = ["1,72083900,BR,2026-13-10,-5,perhaps,guess,1e3", "1,72083900,BR,,5,no,default,0"]
    assert problems("\n".join([HEADER, *rows])) == [
        ("D2", "WRONG_VALUE"), ("E2", "WRONG_VALUE"), ("F2", "WRONG_VALUE"), ("G2", "WRONG_VALUE"),
        ("H2", "WRONG_VALUE"), ("D3", "REQUIRED"), ("A3", "DUPLICATE"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("file", "EMPTY")]),
        (HEADER, [("file", "WRONG_NUMBER_OF_LINES")]),
        (HEADER.replace("(t)", "(kg)"), [("E1", "WRONG_UNIT")]),
        (HEADER.replace("net_mass (t)", "net_mass"), [("E1", "WRONG_UNIT")]),
        (HEADER.replace("carved_out", "colour"), [("F1", "UNKNOWN_COLUMN")]),
        (HEADER.replace("carved_out", "cn_code"), [("F1", "DUPLICATE")]),
        (HEADER.replace("cn_code,", ""), [("A1", "MISSING_COLUMN")]),
        (b"\xff\xfe", [("file", "NOT_UTF8")]),
    ],
)
def test_a_wrong_header_is_named(text: str | bytes, expected: list[tuple[str, str]]) -> None:
    assert problems(text) == expected


def test_the_example_of_actual_values_evaluates_to_its_own_figures() -> None:
    """1.4 of the process and 1.45 t of pellets at 0.09 raised by 10 %; scrap counts nothing."""
    path = EXAMPLE.parent / "actual-values.yaml"
    answer = CliRunner().invoke(app, ["evaluate", "cbam-goods", str(path), "--as-of", "2026-05-10"])
    assert "Specific embedded emissions: 1.54355 tCO2e/t" in answer.stdout
    assert "Certificates due: 1379.0675 tCO2e" in answer.stdout
