"""Which benchmarks does a workbook of the Commission state (IR (EU) 2025/2620 Annex, point 5)?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import speaker, words_of
from rules.model.table_cells import LOOK_FURTHER, OUT_OF_SCOPE, UNKNOWN
from rules.model.table_form import PlacedRow
from service.reading.table_imports.headers import Header, Wanted, find_header
from service.reading.table_imports.problems import NOTHING
from service.reading.tree.problems import WHOLE_FILE
from service.schemes.cbam.table_imports.cells import CellError, code_cell, indicator_cell, number_cell
from service.schemes.cbam.table_imports.sectors import SECTORS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from service.reading.table_imports.problems import Problems
    from service.reading.tabular.texts import TextRow, TextSheet

_say = speaker(__name__)

_SHEET = "benchmarks"
_UNIT = r"( ?\[ ?t ?CO2e/t ?\])?"
_WANTED = (
    Wanted("cn_code", "CN code", r"CN code"),
    Wanted("description", "CN Description", r"(CN )?description"),
    Wanted("A", "Column A BMg* [tCO2e/t]", rf"column A BMg ?\*?{_UNIT}"),
    Wanted("A route", "Column A Production route indicator", r"column A (production )?route( indicator)?"),
    Wanted("B", "Column B BMg [tCO2e/t]", rf"column B BMg ?\*?{_UNIT}"),
    Wanted("B route", "Column B Production route indicator", r"column B (production )?route( indicator)?"),
)
_CODE_DIGITS = 8


def read_benchmarks(sheets: Sequence[TextSheet], unknown: Collection[str], problems: Problems) -> list[PlacedRow]:
    """Read the sheet Benchmarks as rows of code, column, route, years and value.

    A row without code continues the code above it. An empty cell of column A beside a value of column B is no row.
    """
    for name in sorted(unknown):
        problems.add(name, _say("BENCHMARK_UNKNOWN"), "NO_SUCH_ROW")
    sheet = next((sheet for sheet in sheets if sheet.title.strip().casefold() == _SHEET), None)
    if sheet is None:
        there = [sheet.title for sheet in sheets] or [NOTHING]
        problems.add(WHOLE_FILE, _say("NO_SHEET", there=there), "NO_SHEET")
        return []
    header = find_header(sheet, _WANTED, problems)
    if header is None:
        return []
    rows: list[PlacedRow] = []
    code, code_row = "", -1
    for row in header.below(sheet):
        text, number = row.cell(header.columns["cn_code"]), row.number
        if text.casefold() in SECTORS:
            code = ""
            continue
        if text:
            code, code_row = _code(sheet, header, row, problems), number
        found = list(_values(sheet, header, row, code, problems))
        if found and not code and not text:
            problems.add(sheet.place(number, header.columns["cn_code"]), _say("ROW_WITHOUT_CODE"), "MISSING_CODE")
        if code and number == code_row and not found:
            problems.add(sheet.place(number, header.columns["A"]), _say("NO_BENCHMARK", code=code))
        rows.extend(found)
    return rows


def _code(sheet: TextSheet, header: Header, row: TextRow, problems: Problems) -> str:
    place = sheet.place(row.number, header.columns["cn_code"])
    try:
        code = code_cell(row.cell(header.columns["cn_code"]))
    except CellError as error:
        problems.add(place, words_of(error))
        return ""
    if len(code) != _CODE_DIGITS:
        problems.add(place, _say("CODE_DIGITS", code=code, count=len(code), wanted=_CODE_DIGITS))
    return code


def _values(sheet: TextSheet, header: Header, row: TextRow, code: str, problems: Problems) -> Iterator[PlacedRow]:
    for column in ("A", "B"):
        place = sheet.place(row.number, header.columns[column])
        indicator_place = sheet.place(row.number, header.columns[f"{column} route"])
        indicator = row.cell(header.columns[f"{column} route"])
        try:
            value = number_cell(row.cell(header.columns[column]))
        except CellError as error:
            problems.add(place, words_of(error))
            continue
        if value in {LOOK_FURTHER, OUT_OF_SCOPE}:
            problems.add(place, _say("NOT_BENCHMARK", found=value, column=column))
            continue
        if value == UNKNOWN:
            if indicator:
                problems.add(place, _say("LONE_INDICATOR", found=indicator))
            continue
        try:
            route, years = indicator_cell(indicator)
        except CellError as error:
            problems.add(indicator_place, words_of(error))
            continue
        code_place = sheet.place(row.number, header.columns["cn_code"])
        yield PlacedRow(
            (code, column, route, years, value), (code_place, place, indicator_place, indicator_place, place)
        )
