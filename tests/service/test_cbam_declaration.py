"""What is due on a file of goods lines, what is in the way of a line, and how does it read?"""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner, Result

from service.cli.main import app
from service.settings import CHECKOUT
from tests.support.chinese import half_width

EXAMPLE = CHECKOUT / "examples" / "cbam" / "goods-2026.csv"
PRECURSORS = EXAMPLE.parent / "precursors-2026.csv"
HEADER = "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination,carbon_price_paid (EUR/t)"
COIL = "72083900,BR,2026-05-10"


def declare(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["cbam", "declare", str(path), *arguments])


def document(path: Path, *arguments: str) -> Any:
    return json.loads(declare(path, "--format", "json", *arguments).stdout)


def written(tmp_path: Path, *rows: str, header: str = HEADER) -> Path:
    path = tmp_path / "goods.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def only_line(path: Path, *arguments: str) -> Any:
    return document(path, *arguments)["lines"][0]


def test_the_example_has_forty_codes_of_twelve_countries_with_actual_values_and_is_computed_whole() -> None:
    rows = list(csv.DictReader(EXAMPLE.read_text(encoding="utf-8").splitlines()))
    assert len({row["cn_code"] for row in rows}) >= 40
    assert len({row["country_of_origin"] for row in rows}) >= 12
    assert sum(row["determination"] == "actual" for row in rows) >= 6
    answer = declare(EXAMPLE, "--precursors", str(PRECURSORS))
    assert answer.exit_code == 0
    assert "446.25000     33593.70" in answer.stdout
    assert "1379.06750" in answer.stdout


def test_without_its_precursors_a_line_by_actual_values_says_what_default_values_would_give() -> None:
    answer = document(EXAMPLE)
    line = next(one for one in answer["lines"] if one["line"] == "49")
    assert (line["stands"], line["certificates_due"]) == ("incomplete", None)
    assert line["next"]["fact"] == "precursors"
    assert line["by_default_values"] == "446.25"
    assert line["next"]["place"] == "M50"
    assert answer["years"][0]["undetermined_lines"] == ["49", "50", "51", "52", "53", "54"]
    with_price_paid = next(one for one in answer["lines"] if one["line"] == "54")
    assert with_price_paid["by_default_values"] is not None


def test_totals_are_those_of_the_lines_and_nothing_open_is_in_them(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        f"1,{COIL},1000,no,default,0",
        "2,72083900,BR,2026-08-10,1000,no,default,0",
        "3,25231000,CN,2026-05-10,10,no,default,0",
        "4,72083900,DE,2026-05-10,10,no,default,0",
        "5,27160000,UA,2026-05-10,10,no,default,0",
    )
    (year,) = document(path)["years"]
    assert (year["certificates_due"], year["threshold"]["exceeded"]) == ("892.5", "yes")
    assert year["cost_eur"] == "33593.7"
    assert year["certificates_without_price"] == "446.25"
    low, high = (Fraction("33593.7") + Fraction("446.25") * Fraction(price) for price in ("75.28", "75.36"))
    assert [Fraction(end) for end in year["cost_range_eur"]] == [low, high]
    assert year["undetermined_lines"] == ["3", "5"]
    assert declare(path).exit_code == 1


@pytest.mark.parametrize(
    ("row", "stands", "fact", "place"),
    [
        ("72083900,,2026-05-10,100,no,default,0", "scope_open", "country_of_origin", "C2"),
        ("72083900,BR,2026-05-10,100,,default,0", "scope_open", "carved_out", "F2"),
        ("72083900,BR,2026-05-10,100,no,,0", "incomplete", "determination", "G2"),
        ("72083900,BR,2026-05-10,100,no,default,", "incomplete", "carbon_price_paid", "H2"),
        ("72083900,BR,2026-05-10,,no,default,0", "incomplete", "net_mass", "E2"),
        ("72083900,BR,2026-05-10,100,no,actual,0", "incomplete", "opinion", ""),
    ],
)
def test_the_fact_to_enter_next_is_named_with_its_cell(
    tmp_path: Path, row: str, stands: str, fact: str, place: str
) -> None:
    line = only_line(written(tmp_path, f"1,{row}"))
    assert (line["stands"], line["next"]["fact"], line["next"]["place"]) == (stands, fact, place)
    assert line["next"] == line["missing"][0]


def test_a_line_by_default_values_never_asks_for_facts_of_the_actual_route(tmp_path: Path) -> None:
    line = only_line(written(tmp_path, "1,72083900,,2026-05-10,,,default,"))
    named = {one["fact"] for one in line["missing"]}
    assert named == {"country_of_origin", "carved_out", "net_mass", "carbon_price_paid"}


def test_entering_what_is_asked_for_one_after_the_other_ends_in_a_computed_line(tmp_path: Path) -> None:
    answers = {"country_of_origin": "BR", "carved_out": "no", "determination": "default", "net_mass": "100",
               "carbon_price_paid": "0"}  # fmt: skip
    columns = [name.partition(" (")[0] for name in HEADER.split(",")]
    row = ["1", "72083900", "", "2026-05-10", "", "", "", ""]
    asked = []
    while (line := only_line(written(tmp_path, ",".join(row))))["next"] is not None:
        fact = line["next"]["fact"]
        asked.append(fact)
        row[columns.index(fact)] = answers[fact]
    assert line["stands"] == "computed"
    assert sorted(asked) == sorted(answers)


@pytest.mark.parametrize("code", ["99999999", "84818011"])
def test_a_code_that_no_list_names_is_told_once_and_as_given(tmp_path: Path, code: str) -> None:
    path = written(tmp_path, f"1,{code},BR,2026-05-10,10,no,default,0")
    line = only_line(path)
    assert (line["stands"], line["certificates_due"]) == ("scope_open", None)
    assert f"whether CN code {code} is a good of Annex I" in line["next"]["text"]
    shown = next(row for row in declare(path).stdout.splitlines() if row.startswith("1 "))
    assert shown.count(code) == 2
    assert f"{code[:4]}," not in shown


def test_a_code_that_is_outside_annex_i_for_sure_is_not_concerned(tmp_path: Path) -> None:
    line = only_line(written(tmp_path, "1,72044990,BR,2026-05-10,10,no,default,0"))
    assert (line["stands"], line["certificates_due"]) == ("not_applicable", "0")


def test_figures_of_a_line_whose_scope_is_open_are_never_shown_as_due(tmp_path: Path) -> None:
    path = written(tmp_path, f"1,{COIL},1000,,default,0")
    line = only_line(path)
    assert (line["certificates_due"], line["results_are"]) == (None, "as_if_it_applied")
    assert "446.25000 if it applies" in declare(path).stdout
    assert document(path)["years"][0]["certificates_if_exceeded"] == "0"


def test_a_line_of_the_transitional_period_is_told_and_stops_nobody(tmp_path: Path) -> None:
    path = written(tmp_path, "1,72083900,BR,2025-12-31,1000,no,default,0", f"2,{COIL},1000,no,default,0")
    answer = document(path)
    assert [line["stands"] for line in answer["lines"]] == ["transitional", "computed"]
    assert answer["lines"][0]["place"] == "A2"
    assert [(year["year"], year["certificates_due"]) for year in answer["years"]] == [(2026, "446.25")]
    assert "Not in any year: 1." in declare(path).stdout


def test_from_2027_the_price_of_the_certificates_bought_is_asked_for_and_the_certificates_are_certain(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, "1,72083900,BR,2027-02-10,1000,no,default,0", f"2,{COIL},1000,no,default,0")
    first, second = document(path)["years"]
    assert (first["year"], first["cost_eur"], first["cost_range_eur"]) == (2026, "33593.7", [])
    assert (second["year"], second["certificates_due"], second["cost_eur"]) == (2027, "642.5", "0")
    ends = [Fraction("642.5") * Fraction(price) for price in ("75.28", "75.36")]
    assert [Fraction(end) for end in second["cost_range_eur"]] == ends
    line = document(path)["lines"][0]
    assert (line["certificates_due"], line["cost_eur"], line["next"]) == ("642.5", None, None)
    assert [missing["fact"] for missing in line["missing_for_cost"]] == ["price_bought"]


def test_a_good_of_unknown_origin_fails_the_gate_of_the_card(tmp_path: Path) -> None:
    line = only_line(written(tmp_path, "1,72083900,unknown,2026-05-10,100,no,default,0"))
    assert (line["stands"], line["gates_not_met"], line["certificates_due"]) == ("gate_failed", ["G2"], None)


def test_a_day_that_has_not_come_is_remarked_upon(tmp_path: Path) -> None:
    line = only_line(written(tmp_path, "1,72083900,BR,2062-05-10,1000,no,default,0"))
    assert line["remarks"] == ["its day of import is still to come"]


@pytest.mark.parametrize("row", ["72083900,DE,2026-05-10,100,no,default,0", f"{COIL},100,yes,default,0"])
def test_goods_that_are_not_concerned_count_for_no_threshold(tmp_path: Path, row: str) -> None:
    answer = document(written(tmp_path, f"1,{row}"))
    assert answer["lines"][0]["stands"] == "not_applicable"
    assert answer["years"][0]["threshold"]["mass_at_most_t"] == "0"


def test_certificates_that_are_not_due_cost_nothing_at_any_price(tmp_path: Path) -> None:
    line = only_line(written(tmp_path, "1,72083900,DE,2026-08-10,1000,no,default,0"))
    assert (line["certificates_due"], line["cost_eur"]) == ("0", "0")


def test_an_undetermined_threshold_gives_both_answers(tmp_path: Path) -> None:
    path = written(
        tmp_path, f"1,{COIL},40,no,default,0", f"2,{COIL},20,,default,0", "3,28041000,BR,2026-05-10,1,no,default,0"
    )
    (year,) = document(path)["years"]
    assert year["threshold"] == {
        "scorecard_version": year["threshold"]["scorecard_version"],
        "exceeded": "undetermined",
        "mass_at_least_t": "40",
        "mass_at_most_t": "60",
    }
    assert year["certificates_due"] is None
    assert (year["certificates_if_exceeded"], year["certificates_if_not_exceeded"]) == ("24.790225", "6.940225")
    price = Fraction("33593.7") / Fraction("446.25")
    assert year["cost_eur"] is None
    assert Fraction(year["cost_eur_if_exceeded"]) == Fraction("24.790225") * price
    assert Fraction(year["cost_eur_if_not_exceeded"]) == Fraction("6.940225") * price
    assert "If it is not: 6.94022 tCO2e; 522.46 EUR." in declare(path).stdout
    assert "whether it is exceeded is undetermined" in declare(path).stdout
    assert declare(path).exit_code == 1


def test_a_line_of_unknown_mass_does_not_hide_that_the_others_exceed(tmp_path: Path) -> None:
    (year,) = document(written(tmp_path, f"1,{COIL},51,no,default,0", f"2,{COIL},,no,default,0"))["years"]
    assert (year["threshold"]["exceeded"], year["threshold"]["mass_at_least_t"]) == ("yes", "51")


def test_goods_that_are_excluded_or_exempt_owe_nothing_either_way(tmp_path: Path) -> None:
    path = written(tmp_path, f"1,{COIL},30,,default,0", "2,28041000,BR,2026-05-10,1,,default,0")
    steel, hydrogen = document(path)["lines"]
    assert (steel["stands"], steel["certificates_due"]) == ("exempt", "0")
    assert (hydrogen["stands"], hydrogen["next"]["fact"]) == ("scope_open", "carved_out")


def test_electricity_is_never_exempt_and_not_encoded(tmp_path: Path) -> None:
    path = written(tmp_path, "1,27160000,UA,2026-05-10,1,no,default,0", f"2,{COIL},10,no,default,0")
    answer = document(path)
    assert [line["stands"] for line in answer["lines"]] == ["gate_failed", "exempt"]
    assert answer["lines"][0]["gates_not_met"] == ["G1"]
    assert "G1 Not electricity, which is not encoded" in declare(path).stdout


def test_what_was_not_asked_is_not_called_assessed(tmp_path: Path) -> None:
    made = document(written(tmp_path, f"1,{COIL},1000,no,default,0"))
    assert "IR (EU) 2025/2546, Article 5" in str(made["not_asked"])
    assert "IR (EU) 2025/2547, Annex II A.1(4) and (5)" in str(made["not_asked"])
    assert "IR (EU) 2025/2620" in str(made["assessed"])


def test_the_answer_reads_in_chinese(tmp_path: Path) -> None:
    path = written(tmp_path, "1,7208.39.00,BR,2026-08-10,1000,no,default,0", f"2,{COIL},1,,default,0")
    text = declare(path, "--language", "zh").stdout
    assert "价格不予顺延" in text
    assert "证书价格：参考表 cbam-certificate-price 未涵盖季度 2026-Q3" in text
    assert "请在 F3 填写因措辞、用途或地区除外（carved_out）：是或否" in text
    assert "- B2：“7208.39.00”读作 72083900" in text


def test_precursors_of_a_line_by_default_values_are_told_to_be_unused(tmp_path: Path) -> None:
    path = written(tmp_path, f"49,{COIL},1000,no,default,0")
    parts = tmp_path / "parts.csv"
    parts.write_text("line,name,code,origin,consumed (t)\n49,pellets,26011200,AU,1450\n", encoding="utf-8")
    line = only_line(path, "--precursors", str(parts))
    assert line["certificates_due"] == "446.25"
    assert line["remarks"] == ["its precursors are not used, because it is declared by default values"]


def test_a_wrong_setting_is_told_once_and_not_for_every_line() -> None:
    answer = declare(EXAMPLE, "--precursors", str(PRECURSORS), "--set", "precursor_mark_up=perhaps")
    assert answer.exit_code == 2
    assert answer.stderr.count("precursor_mark_up") == 1


def test_a_precursor_that_is_half_told_asks_for_the_rest(tmp_path: Path) -> None:
    rows = list(csv.reader(PRECURSORS.read_text(encoding="utf-8").splitlines()))
    place = rows[0].index("consumed (t)")
    parts = tmp_path / "parts.csv"
    blanked = [[*row[:place], "", *row[place + 1 :]] if row[1] == "hydrogen" else row for row in rows]
    parts.write_text("\n".join(",".join(row) for row in blanked), encoding="utf-8")
    answer = document(EXAMPLE, "--precursors", str(parts))
    line = next(one for one in answer["lines"] if one["line"] == "53")
    assert line["next"]["fact"] == "precursors[hydrogen].consumed"
    assert answer["years"][0]["undetermined_lines"] == ["53"]


ACTUAL = "49,72083900,BR,2026-05-10,1000,no,actual,0"


@pytest.mark.parametrize(
    ("row", "by_default"),
    [
        ("49,72083900,BR,2026-05-10,1000,no,actual,0", "446.25"),
        ("49,72083900,BR,2026-05-10,1000,no,actual,", "446.25"),
        ("49,72083900,BR,2026-05-10,1000,no,actual,12", "446.25"),
        ("49,72083900,unknown,2026-05-10,1000,no,actual,0", None),
        ("49,72083900,BR,2026-05-10,,no,actual,0", None),
        ("49,72083900,BR,2026-05-10,1000,,actual,0", None),
    ],
)
def test_default_values_are_promised_only_where_they_would_determine_the_line(
    tmp_path: Path, row: str, by_default: str | None
) -> None:
    """The row itself, declared by default values and without a carbon price paid, says what is true."""
    cells = row.split(",")
    really = only_line(written(tmp_path, ",".join([*cells[:6], "default", "0"])))
    assert really["certificates_due"] == by_default
    path = written(tmp_path, row)
    assert only_line(path)["by_default_values"] == by_default
    assert ("by default values" in declare(path).stdout) is (by_default is not None)


def test_the_total_by_default_values_says_how_many_of_the_open_lines_it_covers(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ACTUAL,
        "50,72083900,unknown,2026-05-10,1000,no,actual,0",
        "51,72083900,unknown,2026-05-10,1000,no,default,0",
    )
    (year,) = document(path)["years"]
    assert year["undetermined_lines"] == ["49", "50", "51"]
    assert year["by_default_values_more"] == "446.25"
    assert (year["by_default_values_lines"], year["undetermined_by_actual_values"]) == (1, 2)
    assert "1 of the 2 lines by actual values among them would be determined, and owe 446.25000" in declare(path).stdout
    text = declare(path, "--language", "zh").stdout
    assert "其中按实际值申报的 2 行若改按缺省值（可自由选择），有 1 行可以确定" in text


def test_a_line_that_is_scored_without_a_figure_is_in_the_total_by_default_values(tmp_path: Path) -> None:
    """Every gate passes, but the consumption of a precursor is blank, so that there is no figure."""
    rows = list(csv.reader(PRECURSORS.read_text(encoding="utf-8").splitlines()))
    place = rows[0].index("consumed (t)")
    parts = tmp_path / "parts.csv"
    blanked = [[*row[:place], "", *row[place + 1 :]] if row[1] == "hydrogen" else row for row in rows]
    parts.write_text("\n".join(",".join(row) for row in blanked), encoding="utf-8")
    answer = document(EXAMPLE, "--precursors", str(parts))
    line = next(one for one in answer["lines"] if one["line"] == "53")
    (year,) = answer["years"]
    assert (line["stands"], line["gates_not_met"]) == ("incomplete", [])
    assert line["by_default_values"] is not None
    assert year["by_default_values_more"] == line["by_default_values"]
    assert (year["by_default_values_lines"], year["undetermined_by_actual_values"]) == (1, 1)


@pytest.mark.parametrize(("named", "cell"), [("a\u200bb", "B3"), ("x" * 2001, "B3")], ids=["invisible", "too long"])
def test_what_the_rules_refuse_in_a_precursor_is_told_of_its_own_cell_in_the_language(
    tmp_path: Path, named: str, cell: str
) -> None:
    parts = tmp_path / "parts.csv"
    parts.write_text(f"line,name,code,origin\n49,p,26011200,AU\n49,{named},26011200,AU\n", encoding="utf-8")
    path = written(tmp_path, ACTUAL)
    english = declare(path, "--precursors", str(parts))
    assert english.exit_code == 2
    assert english.stderr.startswith(f"touchstone: parts.csv: {cell}: name: a text of 1 to 2000 characters is wanted")
    chinese = declare(path, "--precursors", str(parts), "--language", "zh")
    assert f"parts.csv：{cell}" in chinese.stderr
    assert "此处应为 1 至 2000 个字符的文字" in chinese.stderr
    assert "wanted" not in chinese.stderr


def test_too_many_precursors_of_a_line_are_told_where_they_begin(tmp_path: Path) -> None:
    parts = tmp_path / "parts.csv"
    rows = "\n".join(f"49,p{number},26011200,AU" for number in range(2001))
    parts.write_text(f"line,name,code,origin\n{rows}\n", encoding="utf-8")
    refused = declare(written(tmp_path, ACTUAL), "--precursors", str(parts))
    assert "parts.csv: A2: precursors: 2001 records; at most 2000 are allowed" in refused.stderr


def test_a_line_names_its_cell_in_a_workbook_in_the_language(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "货物"
    for row in (HEADER, f"1,{COIL},1000,,default,0"):
        sheet.append(row.split(","))
    path = tmp_path / "goods.xlsx"
    book.save(path)
    text = declare(path, "--language", "zh").stdout
    assert "工作表 货物，A2" in text
    assert "请在工作表货物，F2 填写" in text
    assert "Sheet" not in text
    line = only_line(path, "--language", "zh")
    assert (line["place"], line["next"]["place"]) == ("工作表 货物，A2", "工作表 货物，F2")
    assert only_line(path)["next"]["place"] == "Sheet 货物, F2"


def test_labels_of_the_published_card_are_set_as_chinese_is(tmp_path: Path) -> None:
    path = written(tmp_path, "1,27160000,UA,2026-05-10,1,no,default,0")
    text = declare(path, "--language", "zh").stdout
    assert "门槛不满足：G1 非电力（未编入）" in text
    wrong = [line for line in text.splitlines() if line.startswith("- ") and half_width(line)]
    assert wrong == []


@pytest.mark.parametrize(("mass", "exceeded"), [("50.0004", "yes"), ("49.9996", "no"), ("50", "no")])
def test_the_mass_beside_the_threshold_is_exact(tmp_path: Path, mass: str, exceeded: str) -> None:
    path = written(tmp_path, f"1,{COIL},{mass},no,default,0")
    assert document(path)["years"][0]["threshold"]["exceeded"] == exceeded
    assert f": {mass} t net mass count" in declare(path).stdout


@pytest.mark.parametrize(("language", "said"), [("en", "is not there; make it"), ("zh", "不存在；请先建立")])
def test_a_template_for_a_folder_that_is_not_there_names_the_folder(tmp_path: Path, language: str, said: str) -> None:
    folder = tmp_path / "no"
    refused = CliRunner().invoke(app, ["cbam", "template", str(folder / "a.xlsx"), "--language", language])
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert str(folder) in refused.stderr.replace(str(folder / "a.xlsx"), "")


def test_the_template_is_read_back_and_names_every_column(tmp_path: Path) -> None:
    for language in ("en", "zh"):
        path = tmp_path / f"{language}.xlsx"
        made = CliRunner().invoke(app, ["cbam", "template", str(path), "--language", language])
        assert made.exit_code == 0
        refused = declare(path, "--language", language)
        assert refused.exit_code == 2
        assert refused.stderr.count("touchstone:") == 1
    again = CliRunner().invoke(app, ["cbam", "template", str(tmp_path / "en.xlsx")])
    assert again.exit_code == 2


def test_the_example_of_actual_values_evaluates_to_its_own_figures() -> None:
    """1.4 of the process and 1.45 t of pellets at 0.09 raised by 10 %; scrap counts nothing."""
    path = EXAMPLE.parent / "actual-values.yaml"
    answer = CliRunner().invoke(app, ["evaluate", "cbam-goods", str(path), "--as-of", "2026-05-10"])
    assert "Specific embedded emissions: 1.54355 tCO2e/t" in answer.stdout
    assert "Certificates due: 1379.0675 tCO2e" in answer.stdout
