"""The workbooks of the Commission on CBAM become tables; everything wrong is named by sheet and cell."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from rules.contracts.numbers import parse_decimal
from rules.model.table_form import rows_bytes
from service.input.cells import CellError
from service.input.table_imports import import_file, manifest_of, read_sheets
from service.input.workbook_formats import WorkbookFormat
from service.schemes.cbam.table_imports import KINDS
from service.schemes.cbam.table_imports.workbooks import code_cell, indicator_cell, number_cell, route_cell
from tests.support.small_table import Grid, benchmark_grid, default_value_grid, workbook

DEFAULTS, BENCHMARKS = KINDS
MISTAKES = tomllib.loads((Path(__file__).parent / "table_mistakes.toml").read_text(encoding="utf-8"))["mistake"]
GIVEN = {
    "edition": "2026-02-04",
    "known_from": "2025-12-31",
    "first_date": "2026-01-01",
    "certainty": "secondary",
    "complete": True,
}


def read(
    kind: WorkbookFormat, content: bytes, *, unknown: list[str] | None = None
) -> tuple[list[str], tuple[str, ...]]:
    draft = manifest_of(kind.draft, GIVEN)
    imported = import_file(content, kind, draft, unknown=unknown or [], workbook="book.xlsx")
    manifest = imported.table.manifest
    return rows_bytes(manifest, imported.table.rows).decode().splitlines(), imported.notes


def test_default_values_are_read_unchanged() -> None:
    rows, notes = read(DEFAULTS, workbook(default_value_grid()))
    assert rows == [
        "country,cn_code,variant,direct,indirect,total,route,direct_workbook,indirect_workbook,total_workbook",
        "DZ,25231000,grey,1.24,0.04,1.28,A,1.24,0.04,1.28",
        "DZ,25231000,white,1.29,0.06,1.34,B,1.29,0.06,1.34",
        "DZ,31021019,*,1.32,0.1,1.41,*,1.32,0.1,1.41",
        "DZ,7203,*,-,-,-,-,-,-,-",
        "DZ,7205,*,2.89,N/A,2.89,C/F,2.89,N/A,2.89",
        "other,7203,*,1.325,N/A,1.325,*,1.325,N/A,1.325",
    ]
    assert notes == (
        "Sheet Overview is not a sheet of a country and was left out. "
        "If the sheet contains default values, name it after the country.",
    )


def test_longer_decimals_are_rounded_as_printed_and_the_workbook_value_is_stored() -> None:
    grid = default_value_grid()
    grid["Algeria"][11][2:8] = [3.186893, "N/A", 3.186893, 3.505582, 3.824272, 4.142961]
    grid["Other Countries and Territorie"][3][2:8] = [4.1005, "N/A", 4.1005, 4.51055, 4.9206, 5.33065]
    rows, notes = read(DEFAULTS, workbook(grid))
    assert rows[5:] == [
        "DZ,7205,*,3.187,N/A,3.187,C/F,3.186893,N/A,3.186893",
        "other,7203,*,4.101,N/A,4.101,*,4.1005,N/A,4.1005",
    ]
    assert notes[1] == (
        "2 rows have more than three decimals and were rounded as in the Official Journal. "
        "1 of them are exactly halfway and were rounded up. "
        "Check the rows that are exactly halfway against the Official Journal: other 7203."
    )


def test_a_workbook_without_mark_up_columns_is_read_the_same() -> None:
    grid = {
        name: [row[:5] + row[8:] if len(row) > 5 else row for row in rows]
        for name, rows in default_value_grid().items()
    }
    assert read(DEFAULTS, workbook(grid)) == read(DEFAULTS, workbook(default_value_grid()))


def test_a_line_of_words_is_omitted_and_reported() -> None:
    grid = default_value_grid()
    grid["Algeria"].append(["Values in italics are provisional."])
    rows, notes = read(DEFAULTS, workbook(grid))
    assert rows == read(DEFAULTS, workbook(default_value_grid()))[0]
    assert (
        notes[1]
        == "Sheet Algeria, A13: the line 'Values in italics are provisional.' contains no values and was left out. "
        "Check that the line is only a note."
    )


def test_blank_figures_are_recorded_as_unknown_and_reported() -> None:
    grid = default_value_grid()
    grid["Algeria"][11] = ["7205", "Granules"]
    rows, notes = read(DEFAULTS, workbook(grid))
    assert "DZ,7205,*,,,,*,,," in rows
    assert (
        "Sheet Algeria, E12: the values of 7205 are blank. They are recorded as unknown, not as zero. "
        "Check that they are also blank in the Official Journal."
    ) in notes


def test_a_contradictory_row_can_be_recorded_as_unknown() -> None:
    grid = default_value_grid()
    grid["Algeria"][11][2:5] = [None, None, None]
    draft = manifest_of(DEFAULTS.draft, GIVEN)
    imported = import_file(workbook(grid), DEFAULTS, draft, unknown=["Algeria!12"], workbook="book.xlsx")
    assert ("DZ", "7205", "*", "", "", "", "C/F", "", "", "") in imported.table.rows
    (correction,) = imported.table.manifest.corrections
    assert (correction.place, correction.now) == ("Algeria!12", "unknown")
    (source,) = imported.table.manifest.sources
    assert source.workbook == "book.xlsx"
    assert len(source.workbook_digest) == 64


def test_benchmarks_are_read_unchanged() -> None:
    rows, notes = read(BENCHMARKS, workbook(benchmark_grid()))
    assert rows == [
        "cn_code,column,route,year,value",
        "25232100,A,*,2026-2030,0",
        "25232100,B,*,2026-2030,0.859",
        "72083900,A,*,2026-2030,0.044",
        "72083900,B,C,2026-2030,1.37",
        "72083900,B,D,2026-2030,0.481",
        "72083900,B,E,2026-2030,0.072",
        "72271000,A,F,2026-2030,0.1",
        "72271000,B,F,2026-2027,1.613",
        "72271000,B,F,2028-2030,1.6",
        "73181575,A,*,2026-2030,0.038",
        "73181575,B,*,2026-2027,1.154",
        "73181575,B,*,2028-2030,1.116",
    ]
    assert notes == ()


def set_cell(rows: list[list[object]], address: str, value: object) -> None:
    letters, number = coordinate_from_string(address)
    column = column_index_from_string(letters)
    row = rows[number - 1]
    row.extend([None] * (column - len(row)))
    row[column - 1] = None if value == "" else value


def content_of(mistake: dict[str, Any]) -> bytes:
    if "content" in mistake:
        return str(mistake["content"]).encode()
    grid = default_value_grid() if mistake["kind"] == "cbam-defaults" else benchmark_grid()
    for place, value in mistake.get("cells", {}).items():
        sheet, _, address = place.partition("!")
        set_cell(grid[sheet], address, value)
    names = mistake.get("rename", {})
    return workbook({names.get(name, name): rows for name, rows in grid.items()})


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: str(mistake["name"]))
def test_every_mistake_is_named(mistake: dict[str, Any]) -> None:
    with pytest.raises(InputError) as refused:
        read(
            DEFAULTS if mistake["kind"] == DEFAULTS.name else BENCHMARKS,
            content_of(mistake),
            unknown=mistake.get("unknown"),
        )
    assert [f"{one.field}: {one.description}" for one in refused.value.violations] == mistake["says"]
    chinese = [in_language(one.description, "zh") for one in refused.value.violations]
    assert all(re.search("[\u4e00-\u9fff]", said) for said in chinese), chinese


def test_many_problems_are_counted_beyond_the_listed_limit() -> None:
    grid = default_value_grid()
    grid["Algeria"].extend([f"73{number:06}", "x", "?", "?", "?"] for number in range(100))
    with pytest.raises(InputError) as refused:
        read(DEFAULTS, workbook(grid))
    assert len(refused.value.violations) == 201
    assert refused.value.violations[-1].description == (
        "100 more problems are not listed. Correct the listed problems and try again."
    )


@pytest.mark.full
@given(st.decimals(0, 1_000, places=6))
def test_numbers_survive_the_workbook(value: object) -> None:
    grid: Grid = {"Sheet": [[float(str(value))]]}
    (row,) = read_sheets(workbook(grid))[0].rows
    assert parse_decimal(number_cell(row.cells[0])) == parse_decimal(str(value))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("1,300", "1.3"), ("1.410", "1.41"), ("–", "-"), ("_", "-"), ("—", "-"), ("n/a", "N/A"), ("", ""), ("0", "0")],
)
def test_number_cells_are_normalised(written: str, read_as: str) -> None:
    assert number_cell(written) == read_as


def test_code_route_and_indicator_cells_are_normalised() -> None:
    assert [code_cell(text) for text in ("2523 10 00", "7208", "2523\u00a010 00 90")] == [
        "25231000",
        "7208",
        "2523100090",
    ]
    assert [route_cell(text) for text in ("(C)", "C", "(C)/(F)", "(E) (H)", "(C), (F)", "", "–")] == [
        "C",
        "C",
        "C/F",
        "E/H",
        "C/F",
        "*",
        "-",
    ]
    assert [indicator_cell(text) for text in ("", "(C)", "(2)", "(F)(1)", "(J) (2)")] == [
        ("*", "2026-2030"),
        ("C", "2026-2030"),
        ("*", "2028-2030"),
        ("F", "2026-2027"),
        ("J", "2028-2030"),
    ]
    for read_cell, text in ((code_cell, "٧٢٠٨"), (code_cell, "Cement"), (route_cell, "(I)"), (route_cell, "route C")):
        with pytest.raises(CellError):
            read_cell(text)
