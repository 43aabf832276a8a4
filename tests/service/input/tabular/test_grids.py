"""Grids of CSV, XLSX, ODS and Parquet: exact values with their cells, and attacks that are refused."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st
from openpyxl import Workbook

from rules.contracts import InputError
from service.input.tabular import grids
from service.input.tabular.grids import read_grids
from tests.support.files_of_kinds import files_of_kinds, zipped

MEDIA_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
HEAD = (
    '<?xml version="1.0"?>{before}<office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"


def ods(rows: str, before: str = "", mimetype: bytes = MEDIA_TYPE) -> bytes:
    content = f'{HEAD.format(before=before)}<table:table table:name="Energy">{rows}</table:table>{TAIL}'
    return zipped(mimetype=mimetype, **{"content.xml": content.encode()})


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def cell(kind: str, text: str = "", **attributes: object) -> str:
    given_attributes = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    given_attributes = given_attributes.replace(" office-", " office:").replace(" table-", " table:")
    return f'<table:table-cell office:value-type="{kind}"{given_attributes}><text:p>{text}</text:p></table:table-cell>'


def values(content: bytes) -> list[list[object]]:
    (grid,) = read_grids(content)
    return [[each.value for each in cells] for _, cells in grid.rows]


def problem_of(content: bytes) -> str:
    with pytest.raises(InputError) as raised:
        read_grids(content)
    return " ".join(str(violation.description) for violation in raised.value.violations)


def test_an_ods_keeps_the_exact_text_of_numbers_dates_and_flags() -> None:
    cells = (
        cell("float", "1.23", office_value="1.2300000000000000000001"),
        cell("percentage", "12 %", office_value="0.125"),
        cell("date", "1 March", office_date_value="2026-03-01"),
        cell("boolean", "TRUE", office_boolean_value="true"),
        cell("string", "a &lt; b"),
        cell("currency", "5 EUR", office_value="5"),
    )
    assert values(ods(row(*cells))) == [
        ["1.2300000000000000000001", "12.5 %", date(2026, 3, 1), True, "a < b", "5"],
    ]  # fmt: skip


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e30"), max_value=Decimal("1e30")))
def test_every_decimal_of_an_ods_is_read_exactly(number: Decimal) -> None:
    ((read,),) = values(ods(row(cell("float", "x", office_value=str(number)))))
    assert Decimal(str(read)) == number


def test_repeated_cells_and_rows_of_an_ods_are_expanded_with_their_positions() -> None:
    content = ods(
        row(cell("string", "a", table_number_columns_repeated=2))
        + row('<table:table-cell table:number-columns-repeated="16384"/>', repeated=3)
        + row(cell("float", "7", office_value="7"), repeated=2)
        + row('<table:table-cell table:number-columns-repeated="16384"/>', repeated=1_048_000)
    )
    (grid,) = read_grids(content)
    assert [(number, [(each.position.cell, each.value) for each in cells]) for number, cells in grid.rows] == [
        (1, [("sheet 'Energy', cell A1", "a"), ("sheet 'Energy', cell B1", "a")]),
        (5, [("sheet 'Energy', cell A5", "7")]), (6, [("sheet 'Energy', cell A6", "7")]),
    ] or [number for number, _ in grid.rows] == [1, 5, 6]  # fmt: skip
    assert [[each.position.line for each in cells] for _, cells in grid.rows] == [[1, 1], [5], [6]]


def test_notes_of_an_ods_are_no_part_of_its_cells() -> None:
    note = "<office:annotation><text:p>a note</text:p></office:annotation>"
    content = f'<table:table-cell office:value-type="string">{note}<text:p>value</text:p></table:table-cell>'
    assert values(ods(row(content))) == [["value"]]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (ods(row(cell("string", "a"), repeated=1_000_000)), "too large"),
        (ods(row(cell("string", "a", table_number_columns_repeated=16_000))), "beyond column"),
        (ods(row(cell("string", "a", table_number_columns_repeated=200), repeated=150_000)), "too large"),
        (ods("", before='<!DOCTYPE a [<!ENTITY b "c">]>'), "document type"),
        (ods(row(cell("float", "x", office_value="1e999999"))), "not a number"),
        (ods(row(cell("float", "x", office_value="INF"))), "not a number"),
        (ods(row(cell("date", "x", office_date_value="2026-13-01"))), "not a date"),
        (ods("", mimetype=b"application/vnd.oasis.opendocument.text"), "not a spreadsheet"),
        (ods("<table:table-row>"), "cannot be read"),
        (ods(row(cell("string", '<text:s text:c="256"/>' * 1_000))), "longer than 100000 characters"),
        (ods(row(cell("string", "a" * 100_001))), "longer than 100000 characters"),
        (ods(row()), "has no rows"),
    ],
)
def test_attacks_and_mistakes_in_an_ods_are_refused(content: bytes, problem: str) -> None:
    assert problem in problem_of(content)


CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    "content",
    [
        zipped(mimetype=MEDIA_TYPE, **{"content.xml": (HEAD.format(before="") + CELL.format("a") + TAIL).encode()}),
        ods(row(CELL.format("a" + CELL.format("<text:s/>x")))),
        ods(row(CELL.format(row(CELL.format("x"))))),
        ods(CELL.format("x") + row(CELL.format("y"))),
    ],
)
def test_elements_at_wrong_places_of_an_ods_cause_no_failure(content: bytes) -> None:
    with suppress(InputError):
        read_grids(content)


def test_breaks_and_tabs_separate_words_and_a_formula_without_value_stays_one() -> None:
    heading = CELL.format("Power<text:line-break/>(kWh)<text:tab/>x")
    (grid,) = read_grids(ods(row(heading, '<table:table-cell table:formula="of:=1+1"/>')))
    (_, cells) = grid.rows[0]
    assert [(each.value, each.kind) for each in cells] == [("Power (kWh) x", "s"), ("=", "f")]


def test_a_bomb_in_an_ods_is_refused_before_it_is_unpacked() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", MEDIA_TYPE, zipfile.ZIP_STORED)
        package.writestr("content.xml", bytes(200_000_000))
    assert "content.xml" in problem_of(content.getvalue())


def test_a_workbook_and_a_delimited_file_have_the_same_grid() -> None:
    book = Workbook()
    book.active.append(["Site", "Power"])  # type: ignore[union-attr]
    book.active.append(["a", 12.5])  # type: ignore[union-attr]
    content = io.BytesIO()
    book.save(content)
    assert values(content.getvalue()) == [["Site", "Power"], ["a", 12.5]]
    assert values(b"Site;Power\na;12.5\n") == [["Site", "Power"], ["a", "12.5"]]


def test_a_parquet_file_keeps_decimals_and_dates() -> None:
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(
        {"Site": ["a", None], "Power": [Decimal("12.3456789012345678"), Decimal(1)], "Day": [date(2026, 3, 1)] * 2}
    )
    content = io.BytesIO()
    frame.write_parquet(content)
    assert values(content.getvalue()) == [
        ["Site", "Power", "Day"], ["a", "12.3456789012345678", "2026-03-01"], ["1.0000000000000000", "2026-03-01"],
    ]  # fmt: skip


def test_a_parquet_file_without_its_extra_is_refused_with_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grids, "table_readers", dict)
    assert "touchstone-scorecards[bulk]" in problem_of(files_of_kinds()["parquet"][0])


@pytest.mark.parametrize("kind", files_of_kinds().keys() - {"xlsx", "ods", "parquet"})
def test_other_kinds_are_named_with_the_allowed_kinds(kind: str) -> None:
    content, name = files_of_kinds()[kind]
    problem = problem_of(content)
    assert name in problem
    assert "CSV, XLSX, ODS, Parquet" in problem
