"""Which default values does a workbook of the Commission state (IR (EU) 2025/2621 Annex I)?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker, words_of
from rules.contracts.numbers import RoundingMode, format_exact, parse_decimal, round_to
from rules.contracts.suggestions import meant
from rules.model.table_cells import EVERY, LOOK_FURTHER, OUT_OF_SCOPE, UNKNOWN
from rules.model.table_form import PlacedRow
from service.reading.table_imports.headers import Header, Wanted, find_header
from service.reading.table_imports.problems import NOTHING
from service.reading.tree.problems import WHOLE_FILE
from service.schemes.cbam.table_imports.cells import HEADING, CellError, code_cell, number_cell, route_cell
from service.schemes.cbam.table_imports.sectors import SECTORS, TWO_COLOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from service.reading.table_imports.problems import Problems
    from service.reading.tabular.texts import TextRow, TextSheet

_say = speaker(__name__)

_NO_COUNTRY = {"overview", "version history", "annex iv"}
_FIGURES = ("direct", "indirect", "total")
_MARKED = ("2026", "2027", "2028")
_WANTED = (
    Wanted("cn_code", "Product CN Code", r"(product )?CN code"),
    Wanted("description", "Description", r"description"),
    Wanted("direct", "Default Value (direct emissions)", r"default value \(direct emissions\)( \[?tCO2e/t\]?)?"),
    Wanted("indirect", "Default Value (indirect emissions)", r"default value \(indirect emissions\)( \[?tCO2e/t\]?)?"),
    Wanted("total", "Default Value (total emissions)", r"default value \(total emissions\)( \[?tCO2e/t\]?)?"),
    *(
        Wanted(
            year,
            f"{year} Default Value (Including mark-up)",
            rf"{year}( and onwards?)? default value \(including mark-?up\)",
            required=False,
        )
        for year in _MARKED
    ),
    Wanted("route", "Underlying production route determining CBAM BM", r"underlying production route.*"),
)
_PRINTED_DECIMALS = 3
_HALVES = 2
_SHOWN_TIES = 5
_SUM_TOLERANCE = Fraction(3, 200)
"""Published totals differ from the sum of both parts by rounding, at most by one in the second decimal."""
_MARK_UP_TOLERANCE = Fraction(1, 50)


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a sheet being read."""

    sheet: TextSheet
    header: Header
    row: TextRow
    sector: str

    @property
    def name(self) -> str:
        """Name the row as `--unknown` does."""
        return f"{self.sheet.title}!{self.row.number}"

    def text(self, column: str) -> str:
        place = self.header.columns.get(column)
        return "" if place is None else self.row.cell(place)

    def place(self, column: str) -> str:
        return self.sheet.place(self.row.number, self.header.columns[column])


def read_default_values(sheets: Sequence[TextSheet], unknown: Collection[str], problems: Problems) -> list[PlacedRow]:
    """Read one sheet per country as rows of country, code, variant, direct, indirect, total and route.

    The three figures stand as the Official Journal prints them, which binds, and once more as the workbook has them.
    `unknown` names rows, `Albania!17`, whose figures are known to be wrong in the workbook and become unknown.
    """
    rows: list[PlacedRow] = []
    used: set[str] = set()
    seen: dict[str, str] = {}
    for sheet in sheets:
        if " ".join(sheet.title.split()).casefold() in _NO_COUNTRY:
            problems.note(_say("NO_COUNTRY_SHEET", sheet=sheet.named))
            continue
        country = _country(sheet, problems)
        header = find_header(sheet, _WANTED, problems)
        if country is None or header is None:
            continue
        if country in seen:
            problems.add(sheet.named, _say("COUNTRY_TWICE", country=country, first=seen[country]), "REPEATED")
            continue
        seen[country] = sheet.title
        missing = [year for year in _MARKED if year not in header.columns]
        if missing and len(missing) < len(_MARKED):
            problems.add(sheet.named, _say("NO_MARK_UP_COLUMN", year=missing[0]), "MISSING_COLUMN")
        for line in _lines(sheet, header, problems):
            rows.extend(_row(line, country, problems, as_unknown=line.name in unknown))
            used.update({line.name} & set(unknown))
    for name in sorted(set(unknown) - used):
        problems.add(name, _say("NO_SUCH_ROW"), "NO_SUCH_ROW")
    _note_rounded(rows, problems)
    if not seen and not problems.found:
        problems.add(WHOLE_FILE, _say("NO_COUNTRIES"), "EMPTY")
    return rows


def _lines(sheet: TextSheet, header: Header, problems: Problems) -> Iterator[_Line]:
    sector = ""
    for row in header.below(sheet):
        line = _Line(sheet, header, row, sector)
        code = line.text("cn_code")
        named = code.casefold().replace("&", "and")
        filled = [column for column in header.columns if line.text(column)]
        if named in SECTORS and not line.text("description"):
            sector = named
        elif filled == ["cn_code"] and not code[0].isdigit():
            problems.note(_say("LEFT_OUT", place=line.place("cn_code"), found=code[:60]))
        elif code:
            yield line
        elif filled:
            problems.add(line.place("cn_code"), _say("VALUES_WITHOUT_CODE"), "MISSING_CODE")


def _row(line: _Line, country: str, problems: Problems, *, as_unknown: bool) -> Iterator[PlacedRow]:
    try:
        code = code_cell(line.text("cn_code"))
    except CellError as error:
        problems.add(line.place("cn_code"), _say("NO_CODE_OR_SECTOR", problem=words_of(error), known=SECTORS))
        return
    if line.text("direct").casefold() == HEADING:
        return
    before = len(problems.found)
    if not line.sector:
        problems.add(line.place("cn_code"), _say("NO_SECTOR", known=SECTORS), "NO_SECTOR")
    variant = _variant(line, code, problems)
    figures = {} if as_unknown else _figures(line, problems)
    route = _cell(line, "route", route_cell, problems)
    if not as_unknown and len(problems.found) == before:
        _check_columns(line, figures, problems)
    if len(problems.found) > before:
        return
    values = [figures.get(column, UNKNOWN) for column in _FIGURES]
    if route == EVERY and values[2] == LOOK_FURTHER:
        route = LOOK_FURTHER
    if not as_unknown and UNKNOWN in values:
        problems.note(_say("BLANK_FIGURES", place=line.place("total"), code=code))
    columns = ("cn_code", "cn_code", "description", *_FIGURES, "route", *_FIGURES)
    places = tuple(line.place(column) for column in columns)
    yield PlacedRow((country, code, variant, *map(printed, values), route, *values), places)


def _note_rounded(rows: Sequence[PlacedRow], problems: Problems) -> None:
    """Say how many rows were rounded, and name those whose rounding the Official Journal alone can settle: ties."""
    figures = len(_FIGURES)
    rounded = [row for row in rows if row.cells[3 : 3 + figures] != row.cells[-figures:]]
    if rounded:
        ties = [row for row in rounded if any(map(_is_tie, row.cells[-figures:]))]
        told = [f"{row.cells[0]} {row.cells[1]}" for row in ties[:_SHOWN_TIES]] or [NOTHING]
        problems.note(_say("ROUNDED", count=len(rounded), ties=len(ties), first=told))


def _is_tie(figure: str) -> bool:
    return _is_number(figure) and (parse_decimal(figure) * 10**_PRINTED_DECIMALS).denominator == _HALVES


def printed(figure: str) -> str:
    """Give a figure of the workbook as the Official Journal prints it: with three decimals at most.

    That it rounds to the nearest was seen in Annex IV of IR (EU) 2025/2621; that a tie is rounded up is an own reading.
    """
    if not _is_number(figure):
        return figure
    return format_exact(round_to(parse_decimal(figure), _PRINTED_DECIMALS, RoundingMode.HALF_UP))


def _variant(line: _Line, code: str, problems: Problems) -> str:
    if code not in TWO_COLOURS:
        return EVERY
    colour = line.text("description").casefold().split(" ")[0]
    if colour not in {"white", "grey"}:
        problems.add(line.place("description"), _say("NO_COLOUR", code=code))
    return colour


def _figures(line: _Line, problems: Problems) -> dict[str, str]:
    columns = [column for column in (*_FIGURES, *_MARKED) if column in line.header.columns]
    return {column: _cell(line, column, number_cell, problems) for column in columns}


def _cell(line: _Line, column: str, read: Callable[[str], str], problems: Problems) -> str:
    try:
        return read(line.text(column))
    except CellError as error:
        problems.add(line.place(column), words_of(error))
        return UNKNOWN


def _check_columns(line: _Line, figures: dict[str, str], problems: Problems) -> None:
    """Refuse rows whose columns contradict each other, as they do when cells were shifted."""
    direct, indirect, total = (figures[column] for column in _FIGURES)
    marked = [figures.get(year, UNKNOWN) for year in _MARKED]
    if {direct, indirect, total} == {UNKNOWN}:
        shifted = next((year for year, text in zip(_MARKED, marked, strict=True) if _is_number(text)), None)
        if shifted:
            said = _say("SHIFTED_CELLS", found=figures[shifted], remedy=_remedy(line))
            problems.add(line.place(shifted), said, "SHIFTED")
        return
    if _is_number(direct) != _is_number(total):
        said = _say("TOTAL_ALONE", total=_shown(total), direct=_shown(direct), remedy=_remedy(line))
        problems.add(line.place("total"), said, "SHIFTED")
        return
    if total == OUT_OF_SCOPE or (not _is_number(total) and _is_number(indirect)):
        said = _say("OUT_OF_SCOPE", total=_shown(total), indirect=_shown(indirect), remedy=_remedy(line))
        problems.add(line.place("total"), said, "SHIFTED")
        return
    if _is_number(total):
        _check_sums(line, figures, problems)


def _check_sums(line: _Line, figures: dict[str, str], problems: Problems) -> None:
    total = parse_decimal(figures["total"])
    parts = sum((parse_decimal(figures[column]) for column in _FIGURES[:2] if _is_number(figures[column])), Fraction(0))
    if abs(total - parts) > _SUM_TOLERANCE:
        parts_told = {column: _shown(figures[column]) for column in _FIGURES}
        problems.add(line.place("total"), _say("NO_SUM", **parts_told, remedy=_remedy(line)), "SHIFTED")
        return
    for year, percent in zip(_MARKED, SECTORS[line.sector], strict=True):
        text = figures.get(year, UNKNOWN)
        expected = total * (100 + percent) / 100
        if _is_number(text) and abs(parse_decimal(text) - expected) > _MARK_UP_TOLERANCE:
            said = {"found": text, "total": figures["total"], "percent": percent, "sector": line.sector}
            problems.add(line.place(year), _say("NO_MARK_UP", **said, remedy=_remedy(line)), "SHIFTED")


def _remedy(line: _Line) -> str:
    return _say("REMEDY", row=line.name)


def _shown(text: str) -> str:
    return text or _say("BLANK")


def _is_number(text: str) -> bool:
    return text not in {UNKNOWN, LOOK_FURTHER, OUT_OF_SCOPE}


def _country(sheet: TextSheet, problems: Problems) -> str | None:
    """Find the country of a sheet by its name, which workbook programs cut after 31 characters."""
    wanted = " ".join(sheet.title.split()).casefold()
    names = country_names()
    if wanted in names:
        return names[wanted]
    cut = {code for name, code in names.items() if len(wanted) >= 28 and name.startswith(wanted)}
    if len(cut) == 1:
        return cut.pop()
    problems.add(sheet.named, _say("UNKNOWN_COUNTRY", hint=meant(wanted, names)), "UNKNOWN_COUNTRY")
    return None


@cache
def country_names() -> dict[str, str]:
    """Give the code of every country name that the Commission's workbooks use, in small letters."""
    text = resources.files("service.schemes.cbam.table_imports").joinpath("countries.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {name.strip().casefold(): code for line in lines for code, *names in [line.split(";")] for name in names}
