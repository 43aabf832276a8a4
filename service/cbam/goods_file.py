"""Which goods lines does a CSV file or workbook hold, one in a row and one fact of the card in a column?

The header names facts by id or label; a fact with a unit carries it in round brackets, `net_mass (t)`, so that no unit
is ever assumed. A blank cell is a fact that is not known.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import DeclaredValue
from rules.contracts.numbers import NumberError, format_exact, parse_decimal
from rules.model.scorecard import FactType
from service.table_imports.sheets import Sheet, read_sheets

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.model.scorecard import FactDefinition, Scorecard

LINE = "line"
IMPORTED_ON = "imported_on"
REQUIRED = (LINE, "cn_code", "country_of_origin", IMPORTED_ON, "net_mass", "determination")
MAXIMUM_LINES = 50_000
_FLAGS = {"yes": True, "no": False, "是": True, "否": False}
_NONE = ("none", "无")
_ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One line: its name, the place of its row, and the values of the facts that it states."""

    name: str
    place: str
    facts: dict[str, DeclaredValue]
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Column:
    number: int
    fact: FactDefinition | None


def read_goods(content: bytes, scorecard: Scorecard) -> tuple[GoodsLine, ...]:
    """Read every line.

    Raises:
        InputError: the file is wrong; every cell that is wrong is named, with what is allowed.
    """
    return _Reader(_sheet(content), scorecard).read()


def _sheet(content: bytes) -> Sheet:
    if content.startswith(_ZIP):
        sheet = next(iter(read_sheets(content)), Sheet("", ()))
        return Sheet(sheet.name, tuple(tuple(_day(cell) for cell in row) for row in sheet.rows))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError((Violation("file", "is not UTF-8; save it as CSV UTF-8 or as .xlsx", "NOT_UTF8"),)) from None
    return Sheet("", tuple(tuple(cell.strip() for cell in row) for row in csv.reader(text.splitlines())))


def _day(cell: str) -> str:
    """Give a date cell of a workbook, which comes with midnight, as a date."""
    return cell.removesuffix(" 00:00:00")


class _Reader:
    def __init__(self, sheet: Sheet, scorecard: Scorecard) -> None:
        self.sheet = sheet
        self.facts = {fact.id: fact for fact in scorecard.facts}
        self.ids = {word: fact.id for fact in scorecard.facts for word in (fact.id, *fact.labels.values())}
        self.wrong: list[Violation] = []

    def read(self) -> tuple[GoodsLine, ...]:
        if not self.sheet.rows:
            raise InputError((Violation("file", f"is empty; the first row names {', '.join(REQUIRED)}", "EMPTY"),))
        columns = self._columns(self.sheet.rows[0])
        if self.wrong:
            raise InputError(tuple(self.wrong))
        rows = [(number, row) for number, row in enumerate(self.sheet.rows) if number and any(row)]
        if not rows or len(rows) > MAXIMUM_LINES:
            said = f"holds {len(rows)} lines of goods; between 1 and {MAXIMUM_LINES} are read"
            raise InputError((Violation("file", said, "WRONG_NUMBER_OF_LINES"),))
        lines = [self._line(number, row, columns) for number, row in rows]
        seen: dict[str, str] = {}
        for line in lines:
            if line.name in seen:
                self._add(line.place, f"the line '{line.name}' stands already in {seen[line.name]}", "DUPLICATE")
            seen.setdefault(line.name, line.place)
        if self.wrong:
            raise InputError(tuple(self.wrong))
        return tuple(lines)

    def _columns(self, header: tuple[str, ...]) -> tuple[_Column, ...]:
        columns: list[_Column] = []
        found: set[str] = set()
        for number, cell in enumerate(header):
            if not cell:
                continue
            name, _, rest = cell.partition(" (")
            id = LINE if name == LINE else self.ids.get(name)
            if id is None:
                said = f"'{cell}' is no fact of the card; known are {LINE}, {', '.join(self.facts)}"
                self._add(self._place(0, number), said, "UNKNOWN_COLUMN")
                continue
            if id in found:
                self._add(self._place(0, number), f"'{cell}' stands twice", "DUPLICATE")
            found.add(id)
            fact = self.facts.get(id)
            unit = rest.removesuffix(")")
            if fact is not None and unit != fact.unit:
                wanted = f"{id} ({fact.unit})" if fact.unit else id
                self._add(self._place(0, number), f"'{cell}' must be written '{wanted}'", "WRONG_UNIT")
            columns.append(_Column(number, fact))
        for id in REQUIRED:
            if id not in found:
                self._add(self._place(0, 0), f"a column {id} is missing", "MISSING_COLUMN")
        return tuple(columns)

    def _line(self, number: int, row: tuple[str, ...], columns: tuple[_Column, ...]) -> GoodsLine:
        facts: dict[str, DeclaredValue] = {}
        cells: dict[str, str] = {}
        name = ""
        for column in columns:
            cell = row[column.number] if column.number < len(row) else ""
            place = self._place(number, column.number)
            if column.fact is None:
                name = cell
                if not cell:
                    self._add(place, "every line needs a name", "REQUIRED")
                continue
            cells[column.fact.id] = place
            if not cell:
                if column.fact.id == IMPORTED_ON:
                    self._add(place, "the day of import is required, because it decides which rules govern", "REQUIRED")
                continue
            problem, value = _value(column.fact, cell)
            if value is None:
                self._add(place, problem, "WRONG_VALUE")
            else:
                facts[column.fact.id] = value
        return GoodsLine(name, self._place(number, 0), facts, cells)

    def _place(self, row: int, column: int) -> str:
        return self.sheet.place(row, column) if self.sheet.name else f"{get_column_letter(column + 1)}{row + 1}"

    def _add(self, place: str, description: str, reason: str) -> None:
        self.wrong.append(Violation(place, description, reason))


def _value(fact: FactDefinition, cell: str) -> tuple[str, DeclaredValue | None]:
    """Read one cell; if it is wrong, say what is allowed instead."""
    match fact.type:
        case FactType.NUMBER:
            try:
                number = parse_decimal(cell)
            except NumberError as error:
                return f"{fact.id}: {error}", None
            outside = _outside(fact, number)
            return outside, None if outside else DeclaredValue(number=cell, unit=fact.unit)
        case FactType.DATE:
            try:
                return "", DeclaredValue(date=parse_date(cell).isoformat())
            except DateError as error:
                return f"{fact.id}: {error}", None
        case FactType.FLAG:
            flag = _FLAGS.get(cell)
            return f"{fact.id}: '{cell}' is neither yes nor no", None if flag is None else DeclaredValue(flag=flag)
        case FactType.CHOICE:
            words = {word: choice.id for choice in fact.choices for word in (choice.id, *choice.labels.values())}
            said = f"{fact.id}: '{cell}' is not one of {', '.join(choice.id for choice in fact.choices)}"
            return said, DeclaredValue(choice=words[cell]) if cell in words else None
        case FactType.TEXT:
            return "", DeclaredValue(text=cell)
        case _:
            said = (
                f"{fact.id}: a list cannot stand in a cell; write none, or evaluate this line as a dossier of its own"
            )
            return said, DeclaredValue(records=()) if cell in _NONE else None


def _outside(fact: FactDefinition, number: Fraction) -> str:
    if fact.at_least is not None and number < fact.at_least:
        return f"{fact.id}: {format_exact(number)} is less than {format_exact(fact.at_least)}, the least allowed"
    if fact.at_most is not None and number > fact.at_most:
        return f"{fact.id}: {format_exact(number)} is more than {format_exact(fact.at_most)}, the most allowed"
    return ""
