"""Parsers of the Commission's CBAM workbooks: default values (IR (EU) 2025/2621) and benchmarks (2025/2620)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

from rules.contracts import (
    NumberError,
    RoundingMode,
    did_you_mean,
    error_message,
    format_exact,
    message_factory,
    parse_decimal,
    read_toml,
    round_to,
)
from rules.model import ANY_KEY_CELL, LOOK_FURTHER_CELL, OUT_OF_SCOPE_CELL, UNKNOWN_CELL, FactType, PlacedRow
from service.input.cells import CellError, CellProblems, Column, HeadedRow, Header
from service.input.table_imports import NOTHING, find_header
from service.input.tabular.cell_texts import TextSheet
from service.input.tree.placed_errors import WHOLE_FILE

_message = message_factory(__name__)

_DASHES = {"-", "–", "—", "−", "_"}
_NOT_APPLICABLE = {"n/a", "n.a.", "na"}
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?\Z")
_ROUTE = re.compile(r"\(?([A-HJ-L])\)?")
_MARKED_ROUTES = re.compile(r"(?:\(?[A-HJ-L]\)?(?:\s*[/,]?\s*\(?[A-HJ-L]\)?)*)\Z")
_INDICATOR = re.compile(r"((?:\(?[A-HJ-L]\)?)?)\s*((?:\(?[12]\)?)?)\Z")

HEADING = "see below"


def number_cell(text: str) -> str:
    """Convert a number, dash, `N/A` or blank; a comma is a decimal comma."""
    if text == "":
        return UNKNOWN_CELL
    if text in _DASHES:
        return LOOK_FURTHER_CELL
    if text.casefold() in _NOT_APPLICABLE:
        return OUT_OF_SCOPE_CELL
    if not _NUMBER.match(text):
        raise CellError(_message("NO_FIGURE", found=text[:40]))
    try:
        number = parse_decimal(text.replace(",", "."))
    except NumberError as error:
        raise CellError(error_message(error)) from None
    if number < 0:
        raise CellError(_message("NEGATIVE", found=text))
    return format_exact(number)


def code_cell(text: str) -> str:
    """Return the digits of a CN code."""
    digits = re.sub(r"[\s\u00a0]", "", text)
    if not digits.isascii() or not digits.isdigit() or len(digits) not in {4, 6, 8, 10}:
        raise CellError(_message("NO_CODE", found=text[:40]))
    return digits


def route_cell(text: str) -> str:
    """Return route letters such as `C/F`, `*` if blank or `-` for a dash."""
    if text == "":
        return ANY_KEY_CELL
    if text in _DASHES:
        return LOOK_FURTHER_CELL
    if not _MARKED_ROUTES.match(text):
        raise CellError(_message("NO_ROUTE", found=text[:40]))
    return "/".join(dict.fromkeys(_ROUTE.findall(text)))


def indicator_cell(text: str) -> tuple[str, str]:
    """Return route and production years of an indicator such as `(F)(2)`.

    `(1)` means 2026 and 2027, `(2)` 2028 to 2030; no marker means all five years.
    """
    match = _INDICATOR.match(text)
    if match is None:
        raise CellError(_message("NO_INDICATOR", found=text[:40]))
    route, marker = match[1].strip("()") or ANY_KEY_CELL, match[2].strip("()")
    return route, {"": "2026-2030", "1": "2026-2027", "2": "2028-2030"}[marker]


class _Sectors(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    two_colours: list[str]
    mark_up: dict[str, list[int]]


_SECTOR_DATA = _Sectors.model_validate(read_toml("service.schemes.cbam.table_imports", "sectors.toml"))
SECTORS = _SECTOR_DATA.mark_up
"""Mark-up in percent for 2026, 2027 and later, by lower-case sector name."""
TWO_COLOURS = frozenset(_SECTOR_DATA.two_colours)
"""CN codes with a white and a grey row."""


_FIGURES = ("direct", "indirect", "total")
_MARK_UP_YEARS = ("2026", "2027", "2028")
_SHEET = "benchmarks"
_UNIT = r"( ?\[ ?t ?CO2e/t ?\])?"
_INDICATOR_HEADING = r"column {} (production )?route( indicator)?"


def _column(id: str, heading: str, pattern: str, kind: FactType | Callable[[str], object] = FactType.TEXT) -> Column:
    return Column(id, kind, heading=heading, pattern=pattern, required=id not in _MARK_UP_YEARS)


_BENCHMARKS = (
    _column("cn_code", "CN code", r"CN code", code_cell),
    _column("description", "CN Description", r"(CN )?description"),
    _column("A", "Column A BMg* [tCO2e/t]", rf"column A BMg ?\*?{_UNIT}", number_cell),
    _column("A route", "Column A Production route indicator", _INDICATOR_HEADING.format("A"), indicator_cell),
    _column("B", "Column B BMg [tCO2e/t]", rf"column B BMg ?\*?{_UNIT}", number_cell),
    _column("B route", "Column B Production route indicator", _INDICATOR_HEADING.format("B"), indicator_cell),
)
_CODE_DIGITS = 8


def read_benchmarks(sheets: Sequence[TextSheet], unknown: Collection[str], problems: CellProblems) -> list[PlacedRow]:
    """Return benchmark rows of code, column, route, years and value.

    A row without a code continues the code above. An empty value produces no row.
    """
    for name in sorted(unknown):
        problems.add(name, _message("BENCHMARK_UNKNOWN"), "NO_SUCH_ROW")
    sheet = _benchmark_sheet(sheets, problems)
    header = None if sheet is None else find_header(sheet, _BENCHMARKS, problems)
    if sheet is None or header is None:
        return []
    rows: list[PlacedRow] = []
    code = ""
    for row in header.below(sheet):
        line = HeadedRow(sheet, header, row, problems)
        text = line.text("cn_code")
        if text.casefold() in SECTORS:
            code = ""
            continue
        if text:
            code = _code(line)
        values = list(_values(line, code))
        if values and not code and not text:
            line.add("cn_code", _message("ROW_WITHOUT_CODE"), "MISSING_CODE")
        if text and code and not values:
            line.add("A", _message("NO_BENCHMARK", code=code))
        rows.extend(values)
    return rows


def _benchmark_sheet(sheets: Sequence[TextSheet], problems: CellProblems) -> TextSheet | None:
    sheet = next((sheet for sheet in sheets if sheet.title.strip().casefold() == _SHEET), None)
    if sheet is None:
        titles = [sheet.title for sheet in sheets] or [NOTHING]
        problems.add(WHOLE_FILE, _message("NO_SHEET", there=titles), "NO_SHEET")
    return sheet


def _code(line: HeadedRow) -> str:
    code = line.read("cn_code")
    if code is not None and len(code) != _CODE_DIGITS:
        line.add("cn_code", _message("CODE_DIGITS", code=code, count=len(code), wanted=_CODE_DIGITS))
    return code or ""


def _values(line: HeadedRow, code: str) -> Iterator[PlacedRow]:
    for column in ("A", "B"):
        value, marked = line.read(column), f"{column} route"
        if value in {LOOK_FURTHER_CELL, OUT_OF_SCOPE_CELL}:
            line.add(column, _message("NOT_BENCHMARK", found=value, column=column))
        elif value == UNKNOWN_CELL:
            if line.text(marked):
                line.add(column, _message("LONE_INDICATOR", found=line.text(marked)))
        elif value is not None and (indicator := line.read(marked)) is not None:
            positions = map(line.position, ("cn_code", column, marked, marked, column))
            yield PlacedRow((code, column, *indicator, value), tuple(positions))


_OTHER_SHEETS = {"overview", "version history", "annex iv"}
_EMISSIONS = r"default value \({} emissions\)( \[?tCO2e/t\]?)?"
_MARK_UP = r"{}( and onwards?)? default value \(including mark-?up\)"
_DEFAULTS = (
    _column("cn_code", "Product CN Code", r"(product )?CN code", code_cell),
    _column("description", "Description", r"description"),
    *(
        _column(figure, f"Default Value ({figure} emissions)", _EMISSIONS.format(figure), number_cell)
        for figure in _FIGURES
    ),
    *(
        _column(year, f"{year} Default Value (Including mark-up)", _MARK_UP.format(year), number_cell)
        for year in _MARK_UP_YEARS
    ),
    _column("route", "Underlying production route determining CBAM BM", r"underlying production route.*", route_cell),
)
_PRINTED_DECIMALS = 3
_TIE_DENOMINATOR = 2
_SHOWN_TIES = 5
_SUM_TOLERANCE = Fraction(3, 200)
"""Published totals differ from the sum of their parts by rounding, at most by 0.01."""
_MARK_UP_TOLERANCE = Fraction(1, 50)


@dataclass(frozen=True, slots=True)
class _CountryRow(HeadedRow):
    sector: str

    @property
    def name(self) -> str:
        return f"{self.sheet.title}!{self.row.number}"


def read_default_values(
    sheets: Sequence[TextSheet], unknown: Collection[str], problems: CellProblems
) -> list[PlacedRow]:
    """Return rows of country, code, variant, printed figures, route and workbook figures.

    Printed figures follow the Official Journal, which is binding. Rows in `unknown`, such as `Albania!17`, have wrong
    figures, which become unknown.
    """
    rows: list[PlacedRow] = []
    used: set[str] = set()
    seen: dict[str, str] = {}
    for sheet in sheets:
        if " ".join(sheet.title.split()).casefold() in _OTHER_SHEETS:
            problems.note(_message("NO_COUNTRY_SHEET", sheet=sheet.named))
            continue
        country = _country(sheet, problems)
        header = find_header(sheet, _DEFAULTS, problems)
        if country is None or header is None:
            continue
        if country in seen:
            problems.add(sheet.named, _message("COUNTRY_TWICE", country=country, first=seen[country]), "REPEATED")
            continue
        seen[country] = sheet.title
        missing = [year for year in _MARK_UP_YEARS if year not in header.columns]
        if missing and len(missing) < len(_MARK_UP_YEARS):
            problems.add(sheet.named, _message("NO_MARK_UP_COLUMN", year=missing[0]), "MISSING_COLUMN")
        for line in _lines(sheet, header, problems):
            rows.extend(_row(line, country, as_unknown=line.name in unknown))
            used.update({line.name} & set(unknown))
    for name in sorted(set(unknown) - used):
        problems.add(name, _message("NO_SUCH_ROW"), "NO_SUCH_ROW")
    _note_rounded(rows, problems)
    if not seen and not problems.problems:
        problems.add(WHOLE_FILE, _message("NO_COUNTRIES"), "EMPTY")
    return rows


def _lines(sheet: TextSheet, header: Header, problems: CellProblems) -> Iterator[_CountryRow]:
    sector = ""
    for row in header.below(sheet):
        line = _CountryRow(sheet, header, row, problems, sector)
        code = line.text("cn_code")
        named = code.casefold().replace("&", "and")
        filled = [column for column in header.columns if line.text(column)]
        if named in SECTORS and not line.text("description"):
            sector = named
        elif filled == ["cn_code"] and not code[0].isdigit():
            problems.note(_message("LEFT_OUT", place=line.position("cn_code"), found=code[:60]))
        elif code:
            yield line
        elif filled:
            line.add("cn_code", _message("VALUES_WITHOUT_CODE"), "MISSING_CODE")


def _row(line: _CountryRow, country: str, *, as_unknown: bool) -> Iterator[PlacedRow]:
    try:
        code = code_cell(line.text("cn_code"))
    except CellError as error:
        line.add("cn_code", _message("NO_CODE_OR_SECTOR", problem=error_message(error), known=SECTORS))
        return
    if line.text("direct").casefold() == HEADING:
        return
    before = len(line.problems.problems)
    if not line.sector:
        line.add("cn_code", _message("NO_SECTOR", known=SECTORS), "NO_SECTOR")
    variant = _variant(line, code)
    figures = {} if as_unknown else _figures(line)
    route = line.read("route")
    if not as_unknown and len(line.problems.problems) == before:
        _check_columns(line, figures)
    if len(line.problems.problems) > before:
        return
    values = [figures.get(column, UNKNOWN_CELL) for column in _FIGURES]
    if route == ANY_KEY_CELL and values[2] == LOOK_FURTHER_CELL:
        route = LOOK_FURTHER_CELL
    if not as_unknown and UNKNOWN_CELL in values:
        line.problems.note(_message("BLANK_FIGURES", place=line.position("total"), code=code))
    columns = ("cn_code", "cn_code", "description", *_FIGURES, "route", *_FIGURES)
    positions = tuple(line.position(column) for column in columns)
    yield PlacedRow((country, code, variant, *map(_round_as_printed, values), route, *values), positions)


def _note_rounded(rows: Sequence[PlacedRow], problems: CellProblems) -> None:
    figures = len(_FIGURES)
    rounded = [row for row in rows if row.cells[3 : 3 + figures] != row.cells[-figures:]]
    if rounded:
        ties = [row for row in rounded if any(map(_is_tie, row.cells[-figures:]))]
        examples = [f"{row.cells[0]} {row.cells[1]}" for row in ties[:_SHOWN_TIES]] or [NOTHING]
        problems.note(_message("ROUNDED", count=len(rounded), ties=len(ties), first=examples))


def _is_tie(figure: str) -> bool:
    return _is_number(figure) and (parse_decimal(figure) * 10**_PRINTED_DECIMALS).denominator == _TIE_DENOMINATOR


def _round_as_printed(figure: str) -> str:
    """Round a figure to three decimals, as the Official Journal prints it.

    Annex IV of IR (EU) 2025/2621 rounds to nearest; rounding ties up is our own interpretation.
    """
    if not _is_number(figure):
        return figure
    return format_exact(round_to(parse_decimal(figure), _PRINTED_DECIMALS, RoundingMode.HALF_UP))


def _variant(line: _CountryRow, code: str) -> str:
    if code not in TWO_COLOURS:
        return ANY_KEY_CELL
    colour = line.text("description").casefold().split(" ")[0]
    if colour not in {"white", "grey"}:
        line.add("description", _message("NO_COLOUR", code=code))
    return colour


def _figures(line: _CountryRow) -> dict[str, str]:
    columns = [column for column in (*_FIGURES, *_MARK_UP_YEARS) if column in line.header.columns]
    return {column: line.read(column) for column in columns}


def _check_columns(line: _CountryRow, figures: dict[str, str]) -> None:
    direct, indirect, total = (figures[column] for column in _FIGURES)
    marked = [figures.get(year, UNKNOWN_CELL) for year in _MARK_UP_YEARS]
    if {direct, indirect, total} == {UNKNOWN_CELL}:
        shifted = next((year for year, text in zip(_MARK_UP_YEARS, marked, strict=True) if _is_number(text)), None)
        if shifted:
            description = _message("SHIFTED_CELLS", found=figures[shifted], remedy=_remedy(line))
            line.add(shifted, description, "SHIFTED")
        return
    if _is_number(direct) != _is_number(total):
        description = _message(
            "TOTAL_ALONE", total=_text_or_blank(total), direct=_text_or_blank(direct), remedy=_remedy(line)
        )
        line.add("total", description, "SHIFTED")
        return
    if total == OUT_OF_SCOPE_CELL or (not _is_number(total) and _is_number(indirect)):
        description = _message(
            "OUT_OF_SCOPE", total=_text_or_blank(total), indirect=_text_or_blank(indirect), remedy=_remedy(line)
        )
        line.add("total", description, "SHIFTED")
        return
    if _is_number(total):
        _check_sums(line, figures)


def _check_sums(line: _CountryRow, figures: dict[str, str]) -> None:
    total = parse_decimal(figures["total"])
    parts = sum((parse_decimal(figures[column]) for column in _FIGURES[:2] if _is_number(figures[column])), Fraction(0))
    if abs(total - parts) > _SUM_TOLERANCE:
        part_texts = {column: _text_or_blank(figures[column]) for column in _FIGURES}
        line.add("total", _message("NO_SUM", **part_texts, remedy=_remedy(line)), "SHIFTED")
        return
    for year, percent in zip(_MARK_UP_YEARS, SECTORS[line.sector], strict=True):
        text = figures.get(year, UNKNOWN_CELL)
        expected = total * (100 + percent) / 100
        if _is_number(text) and abs(parse_decimal(text) - expected) > _MARK_UP_TOLERANCE:
            slots = {"found": text, "total": figures["total"], "percent": percent, "sector": line.sector}
            line.add(year, _message("NO_MARK_UP", **slots, remedy=_remedy(line)), "SHIFTED")


def _remedy(line: _CountryRow) -> str:
    return _message("REMEDY", row=line.name)


def _text_or_blank(text: str) -> str:
    return text or _message("BLANK")


def _is_number(text: str) -> bool:
    return text not in {UNKNOWN_CELL, LOOK_FURTHER_CELL, OUT_OF_SCOPE_CELL}


def _country(sheet: TextSheet, problems: CellProblems) -> str | None:
    wanted = " ".join(sheet.title.split()).casefold()
    names = country_codes_by_name()
    if wanted in names:
        return names[wanted]
    cut = {code for name, code in names.items() if len(wanted) >= 28 and name.startswith(wanted)}
    if len(cut) == 1:
        return cut.pop()
    problems.add(sheet.named, _message("UNKNOWN_COUNTRY", hint=did_you_mean(wanted, names)), "UNKNOWN_COUNTRY")
    return None


@cache
def country_codes_by_name() -> dict[str, str]:
    """Return country codes by lower-case name."""
    text = resources.files("service.schemes.cbam.table_imports").joinpath("countries.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {name.strip().casefold(): code for line in lines for code, *names in [line.split(";")] for name in names}
