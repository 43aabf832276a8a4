"""Which goods lines does a file hold, one in a row and one fact of the card in a column, and which precursors?

The header names facts by id or label; a fact with a unit carries it in round brackets, `net_mass (t)`, so that no unit
is ever assumed. A blank cell is a fact that is not known. Precursors stand in the sheet `precursors` of the workbook or
in a file of their own: one in a row, with the name of its line.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import speaker, words_of
from rules.contracts.numbers import MAXIMUM_DIGITS, NumberError, format_exact, parse_given
from rules.contracts.suggestions import near, nearest
from rules.contracts.units import UnitError, convert, unit
from rules.model.scorecard import FactType, TableQuantity
from service.reading.dossier.values import FLAG_WORDS
from service.reading.given_files import read_file
from service.reading.tabular.books import opened_book
from service.reading.tabular.separated import Separated
from service.reading.tabular.texts import FORMULA, TextSheet, separated_rows, text_sheet
from service.reading.tree.problems import WHOLE_FILE, PlacedError
from service.reading.workbook.vocabulary import choice_ids, folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from rules.model.scorecard import FactDefinition, Scorecard
    from service.reading.tabular.texts import TextRow
    from service.reading.tree.problems import Problem


_say = speaker(__name__)

LINE = "line"
CODE = "cn_code"
ORIGIN = "country_of_origin"
CODE_OF_RECORD, ORIGIN_OF_RECORD = "code", "origin"
DETERMINATION = "determination"
PRECURSORS = "precursors"

_FIELD = re.compile(r"facts\[(?P<fact>\w+)\](?:\.records\[(?P<name>.*)\](?:\.(?P<field>\w+))?)?", re.DOTALL)
"""How the rules name a fact, or a field of a record by the beginning of its key."""
_KEY_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of one sheet stand, by the ids of their facts; `file` is named if it is a second one."""

    file: str
    sheet: TextSheet
    numbers: Mapping[str, int]

    def place(self, row: int, id: str) -> str:
        """Name the cell of a fact in a row; the first of the row if the fact has no column."""
        return self.cell(row, self.numbers.get(id, 0))

    def cell(self, row: int, number: int = 0) -> str:
        """Name a cell by its column, counted from 0."""
        cell = self.sheet.place(row, number)
        return _say("IN_FILE", file=self.file, cell=cell) if self.file else cell


@dataclass(frozen=True, slots=True)
class Listed:
    """Where the precursors of a line stand: their columns, and each with its row and its name."""

    columns: Columns
    rows: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One line: its name, its row, the values of the facts that it states, and what was taken for something else."""

    name: str
    row: int
    columns: Columns
    facts: dict[str, DeclaredValue]
    code: str = ""
    origin: str = ""
    notes: tuple[Note, ...] = ()
    listed: Listed | None = None

    def place(self, id: str = LINE) -> str:
        """Name the cell of a fact."""
        return self.columns.place(self.row, id)

    def place_of(self, field: str) -> tuple[str, str]:
        """Name the cell of a field of the input, and what stands there; a precursor stands in a sheet of its own."""
        found = _FIELD.match(field)
        if found is None:
            return self.place(), field
        fact, name, id = found["fact"], found["name"], found["field"]
        if fact != PRECURSORS or self.listed is None:
            return self.place(fact), fact
        rows = (row for row, given in self.listed.rows if name is None or given[:_KEY_SHOWN] == name)
        return self.listed.columns.place(next(rows, self.listed.rows[0][0]), id or LINE), id or fact


@dataclass(frozen=True, slots=True)
class Goods:
    """All lines of the files, and notes on what was read otherwise than it is stored."""

    lines: tuple[GoodsLine, ...]
    notes: tuple[Problem, ...]


UNKNOWN = ("unknown", "未知")
MASS = "net_mass"
"""The fact that cannot be zero: a line without mass is no line of goods."""
IMPORTED_ON = "imported_on"
REQUIRED = (LINE, CODE, ORIGIN, IMPORTED_ON, MASS, DETERMINATION)
FIRST_REPORTED = date(2023, 10, 1)
"""The first day of the transitional period; of imports before it nothing was reported."""
_MASS_DIGITS = 12
"""How many digits a mass has before or behind a point, so that a year of masses can be added up in 34 digits."""
_CODE, _COUNTRY = "cn_code", "country"
_NONE = ("none", "无")
_NOT_APPLICABLE = ("not applicable", "n/a", "不适用")
_COUNTRY_CODE = re.compile(r"[A-Z]{2}\Z")
_GROUPED_CODE = re.compile(r"[0-9]{2}(?:[ .]?[0-9]{2}){3,4}\Z")
"""A code of eight or ten digits; spaces and dots stand between pairs of digits, as the nomenclature prints them."""
_UNCLEAR_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\Z")
_COUNTED = re.compile(r"(?P<number>-?\d+(?:\.\d+)?) ?(?P<unit>[A-Za-z][A-Za-z0-9/]*)")
"""A number with its unit behind it, which belongs in the heading."""
_PARTS = re.compile(r"[./]")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """What a cell stands under: a name as it is written in the file, a unit, and the list whose field it is."""

    named: str
    unit: str
    within: str


@dataclass(frozen=True, slots=True)
class Note:
    """A cell that was taken for something other than its letters: what is given, what is meant."""

    place: str
    given: str
    taken: str


class CellReader:
    """Reads cells one by one; what is wrong is added up, and nothing wrong hides the rest."""

    def __init__(self, scorecard: Scorecard) -> None:
        """Ask the card which texts it looks up as codes and as countries."""
        self.wrong: list[Violation] = []
        self._read: dict[tuple[str, str, str, str], DeclaredValue] = {}
        self._read_as = looked_up_as(scorecard)

    def refuse(self, place: str, reason: str, key: str, **slots: object) -> None:
        """Note what is wrong at a place."""
        self.wrong.append(Violation(place, _say(key, **slots), reason))

    def read(
        self, fact: FactDefinition, text: str, place: str, heading: Heading
    ) -> tuple[DeclaredValue | None, Note | None]:
        """Read one cell that is not blank; what is refused is refused by the words of its heading."""
        key = (heading.within, fact.id, heading.unit, text)
        if key in self._read:
            return self._read[key], None
        value, note = self._fresh(fact, text, place, heading)
        if value is not None and note is None:
            self._read[key] = value  # the lines of a year say the same few things again and again
        return value, note

    def _fresh(
        self, fact: FactDefinition, text: str, place: str, heading: Heading
    ) -> tuple[DeclaredValue | None, Note | None]:
        named = heading.named
        if (text.startswith((FORMULA, "#")) and fact.type is not FactType.TEXT) or text.startswith(FORMULA):
            self.refuse(place, "FORMULA", "FORMULA", fact=named)
            return None, None
        if fact.may_not_apply and folded(text) in _NOT_APPLICABLE:
            return DeclaredValue(not_applicable=True), None
        match fact.type:
            case FactType.NUMBER:
                return self._number(fact, text, place, heading), None
            case FactType.DATE:
                return self._day(fact, text, place, named), None
            case FactType.FLAG:
                flag = FLAG_WORDS.get(folded(text))
                if flag is None:
                    self.refuse(place, "WRONG_VALUE", "NOT_FLAG", fact=named, found=text[:_SHOWN])
                return None if flag is None else DeclaredValue(flag=flag), None
            case FactType.CHOICE:
                return self._choice(fact, text, place, named), None
            case FactType.TEXT:
                return self._text(text, place, self._read_as.get((heading.within, fact.id), ""), named)
            case _:
                if folded(text) in _NONE:
                    return DeclaredValue(records=()), None
                self.refuse(place, "WRONG_VALUE", "LIST_IN_CELL", fact=named, found=text[:_SHOWN])
                return None, None

    def _number(self, fact: FactDefinition, text: str, place: str, heading: Heading) -> DeclaredValue | None:
        try:
            number = parse_given(text)
        except NumberError as error:
            slots = {"fact": heading.named, "found": text[:_SHOWN]}
            counted = _COUNTED.fullmatch(text)
            if counted and fits(counted["unit"], fact.unit):
                wanted = f"{heading.named} ({counted['unit']})"
                self.refuse(place, "WRONG_VALUE", "UNIT_IN_CELL", **slots, number=counted["number"], heading=wanted)
            elif "/" in text:
                self.refuse(place, "WRONG_VALUE", "NOT_FRACTION", **slots, problem=words_of(error))
            else:
                key = "DECIMAL_COMMA" if re.fullmatch(r"-?[\d .]*\d,\d+", text) else "NOT_NUMBER"
                self.refuse(place, "WRONG_VALUE", key, **slots, digits=MAXIMUM_DIGITS)
            return None
        own = convert(number, heading.unit, fact.unit)
        slots = {"fact": heading.named, "found": f"{text} {heading.unit}".rstrip()}
        if fact.id == MASS and own == 0:
            self.refuse(place, "WRONG_VALUE", "NO_MASS", **slots)
        elif fact.id == MASS and max(map(len, _PARTS.split(text))) > _MASS_DIGITS:
            self.refuse(place, "WRONG_VALUE", "MASS_DIGITS", **slots, most=_MASS_DIGITS)
        elif fact.at_least is not None and own < fact.at_least:
            self.refuse(place, "WRONG_VALUE", "TOO_SMALL", **slots, bound=f"{format_exact(fact.at_least)} {fact.unit}")
        elif fact.at_most is not None and own > fact.at_most:
            self.refuse(place, "WRONG_VALUE", "TOO_GREAT", **slots, bound=f"{format_exact(fact.at_most)} {fact.unit}")
        else:
            return DeclaredValue(number=text, unit=heading.unit)
        return None

    def _day(self, fact: FactDefinition, text: str, place: str, named: str) -> DeclaredValue | None:
        try:
            day = parse_date(text)
        except DateError:
            key = "UNCLEAR_DAY" if _UNCLEAR_DAY.match(text) else "NOT_DAY"
            self.refuse(place, "WRONG_VALUE", key, fact=named, found=text[:_SHOWN])
            return None
        if fact.id == IMPORTED_ON and day < FIRST_REPORTED:
            self.refuse(place, "WRONG_VALUE", "BEFORE_REPORTS", fact=named, found=text, first=FIRST_REPORTED)
            return None
        return DeclaredValue(date=day.isoformat())

    def _choice(self, fact: FactDefinition, text: str, place: str, named: str) -> DeclaredValue | None:
        id = choice_ids(fact.choices).get(folded(text))
        if id is None:
            allowed = [choice.id for choice in fact.choices]
            self.refuse(place, "WRONG_VALUE", "NOT_CHOICE", fact=named, found=text[:_SHOWN], allowed=allowed)
        return None if id is None else DeclaredValue(choice=id)

    def _text(self, text: str, place: str, read_as: str, named: str) -> tuple[DeclaredValue | None, Note | None]:
        taken = text
        if read_as == _CODE:
            taken = unicodedata.normalize("NFKC", text)
            if not _GROUPED_CODE.match(taken):
                self.refuse(place, "WRONG_VALUE", _code_fault(taken), fact=named, found=text[:_SHOWN])
                return None, None
            taken = taken.replace(" ", "").replace(".", "")
        elif read_as == _COUNTRY:
            taken = UNKNOWN[0] if folded(text) in UNKNOWN else unicodedata.normalize("NFKC", text).upper()
            if taken != UNKNOWN[0] and not _COUNTRY_CODE.match(taken):
                self.refuse(place, "WRONG_VALUE", "NOT_COUNTRY", fact=named, found=text[:_SHOWN])
                return None, None
        return DeclaredValue(text=taken), Note(place, text, taken) if taken != text else None


def fits(given: str, wanted: str) -> bool:
    """Say whether a unit can stand where another is wanted: any that is converted exactly, but never none at all."""
    try:
        return given == wanted or (bool(given) and bool(wanted) and unit(given).dimension == unit(wanted).dimension)
    except UnitError:
        return False


def looked_up_as(scorecard: Scorecard) -> dict[tuple[str, str], str]:
    """Say of each text by which key column it is looked up; a field of a record is named after its list."""
    return {
        (quantity.list or "", key.name): key.column
        for quantity in scorecard.quantities
        if isinstance(quantity, TableQuantity)
        for row in quantity.rows
        for key in row.keys
        if key.name is not None
    }


def _code_fault(text: str) -> str:
    """Say which of the usual faults a code has."""
    digits = text.replace(" ", "").replace(".", "")
    if not (digits.isascii() and digits.isdigit()):
        return "NOT_CODE"
    if len(digits) in (4, 6):
        return "HEADING"
    return "LOST_ZERO" if len(digits) in (7, 9) else "NOT_CODE"


MAXIMUM_BYTES = 50_000_000
_PACKED = (b"PK", b"\xd0\xcf\x11\xe0")


def read_sheets(path: Path) -> tuple[TextSheet, ...]:
    """Read a file; one of separated values is one sheet without title.

    Raises:
        InputError: it cannot be read, or cells are merged; each place is named.
    """
    content = read_file(path, most=MAXIMUM_BYTES)
    try:
        if not content.startswith(_PACKED):
            text = Separated(content, file=str(path))
            return (TextSheet("", tuple(separated_rows(text, text.separator())), tuple(text.notes)),)
        with opened_book(content, split=_say("SPLIT")) as book:
            if merged := [problem for sheet in book for problem in sheet.merged_cells()]:
                raise PlacedError(merged)
            return tuple(map(text_sheet, book))
    except PlacedError as error:
        raise error.of_cells(WHOLE_FILE) from None


MAXIMUM_LINES = 50_000
MAXIMUM_NAME = 100
_GOODS_TITLES = ("goods", "货物")
_PRECURSOR_TITLES = (PRECURSORS, "前体")
_LINE_TITLES = (LINE, "行", "行号")


@dataclass(frozen=True, slots=True)
class _Column:
    number: int
    fact: FactDefinition | None
    heading: Heading


@dataclass(frozen=True, slots=True)
class _Precursor:
    line: str
    row: int
    fields: dict[str, DeclaredValue]
    notes: tuple[Note, ...]


def read_goods(path: Path, scorecard: Scorecard, *, precursors: Path | None = None) -> Goods:
    """Read every line with its precursors.

    Raises:
        InputError: a file is wrong; every cell that is wrong is named, with what is allowed.
    """
    sheets = read_sheets(path)
    goods, used = _chosen(sheets)
    cells = CellReader(scorecard)
    if precursors is not None:
        if used is not None and len(used.rows) > 1:
            cells.refuse(used.place(used.rows[1].number), "CONTRADICTION", "PRECURSORS_TWICE", file=precursors.name)
        others = read_sheets(precursors)
        listed, titled = _chosen(others)
        sheets += others
        used = titled or listed
    lines = _Goods(cells, goods, {fact.id: fact for fact in scorecard.facts}).lines()
    if used is not None and used.rows:
        lines = _Precursors(cells, used, scorecard, precursors.name if precursors is not None else "").joined(lines)
    if cells.wrong:
        raise InputError(tuple(cells.wrong))
    return Goods(lines, tuple(note for sheet in sheets for note in sheet.notes))


def _chosen(sheets: Sequence[TextSheet]) -> tuple[TextSheet, TextSheet | None]:
    """Find the sheet of goods, the first unless one is called so, and that of precursors."""
    used = next((one for one in sheets if folded(one.title) in _PRECURSOR_TITLES), None)
    others = [one for one in sheets if one is not used]
    goods = next((one for one in others if folded(one.title) in _GOODS_TITLES), None)
    return goods or next(iter(others), TextSheet("", ())), used


class _Reader:
    """Reads the rows of one sheet whose header names facts, or fields of the records in the list `within`."""

    def __init__(
        self, cells: CellReader, sheet: TextSheet, facts: dict[str, FactDefinition], file: str = "", within: str = ""
    ) -> None:
        self._cells = cells
        self._sheet = sheet
        self._facts = facts
        self._within = within
        self._columns: dict[str, _Column] = {}
        self._unread: set[int] = set()
        """Columns whose heading is wrong, so that their cells say nothing."""
        self._places = Columns(file, TextSheet(sheet.title, ()), {})

    def _header(self, required: Sequence[str]) -> bool:
        """Read the header; of a wrong one the columns that are known can still be read."""
        before = len(self._cells.wrong)
        ids = {folded(word): fact.id for fact in self._facts.values() for word in (*fact.labels.values(), fact.id)}
        ids |= dict.fromkeys(map(folded, _LINE_TITLES), LINE)
        row = self._sheet.rows[0].number
        for number, cell in enumerate(self._sheet.rows[0].cells):
            if not cell:
                continue
            place = self._places.cell(row, number)
            name, _, rest = cell.replace("（", "(").replace("）", ")").partition("(")
            id = ids.get(folded(name))
            if id is None:
                likely = near(folded(name), ids)
                known = ids[likely[0]] if likely else [LINE, *self._facts]
                self._cells.refuse(place, "UNKNOWN_COLUMN", "UNKNOWN_COLUMN", found=cell[:60], known=known)
                self._unread.add(number)
                continue
            if id in self._columns:
                first = self._places.cell(row, self._columns[id].number)
                self._cells.refuse(place, "DUPLICATE", "DOUBLE_COLUMN", found=cell[:60], first=first)
                self._unread.add(number)
                continue
            symbol = rest.strip().removesuffix(")").strip()
            if id in self._facts and not fits(symbol, self._facts[id].unit):
                self._cells.refuse(place, "WRONG_UNIT", "WRONG_UNIT", found=cell[:60], wanted=self._wanted(id))
                self._unread.add(number)
            self._columns[id] = _Column(number, self._facts.get(id), Heading(name.strip(), symbol, self._within))
        for id in required:
            if id not in self._columns:
                self._cells.refuse(self._places.cell(row), "MISSING_COLUMN", "MISSING_COLUMN", id=self._wanted(id))
        numbers = {id: one.number for id, one in self._columns.items()}
        self._places = replace(self._places, numbers=numbers)
        return len(self._cells.wrong) == before

    def _wanted(self, id: str) -> str:
        fact = self._facts.get(id)
        return f"{id} ({fact.unit})" if fact is not None and fact.unit else id

    def _given(self, row: TextRow, id: str) -> str:
        column = self._columns.get(id)
        return "" if column is None else row.cell(column.number)

    def _values(self, row: TextRow) -> tuple[dict[str, DeclaredValue], tuple[Note, ...]]:
        facts: dict[str, DeclaredValue] = {}
        notes: list[Note] = []
        for id, column in self._columns.items():
            if column.number in self._unread:
                continue
            text, place = self._given(row, id), self._places.place(row.number, id)
            if column.fact is None and not text:
                self._cells.refuse(place, "REQUIRED", "NO_NAME")
            elif column.fact is None and (len(text) > MAXIMUM_NAME or not text.isprintable()):
                self._cells.refuse(place, "WRONG_VALUE", "BAD_NAME", most=MAXIMUM_NAME)
            elif column.fact is not None and text:
                value, note = self._cells.read(column.fact, text, place, column.heading)
                facts |= {} if value is None else {id: value}
                notes += [] if note is None else [note]
        self._refuse_surplus(row)
        return facts, tuple(notes)

    def _refuse_cells(self, rows: Sequence[TextRow]) -> None:
        """Name what is wrong with cells under a header that is wrong itself, so that all is told at once."""
        for row in rows:
            self._values(row)

    def _refuse_surplus(self, row: TextRow) -> None:
        """Refuse what stands under no heading: a comma too many would shift the cells of a row unseen."""
        headed = {column.number for column in self._columns.values()} | self._unread
        for number, text in enumerate(row.cells):
            if text and number not in headed:
                place = self._places.cell(row.number, number)
                self._cells.refuse(place, "NO_HEADING", "NO_HEADING", found=text[:60])


class _Goods(_Reader):
    def lines(self) -> tuple[GoodsLine, ...]:
        """Read the lines of goods."""
        if not self._sheet.rows:
            required = [self._wanted(id) for id in REQUIRED]
            self._cells.refuse(WHOLE_FILE, "EMPTY", "EMPTY", required=required)
            return ()
        is_sound = self._header(REQUIRED)
        rows = self._sheet.rows[1:]
        if not is_sound:
            self._refuse_cells(rows[:MAXIMUM_LINES])
            return ()
        if not rows or len(rows) > MAXIMUM_LINES:
            self._cells.refuse(WHOLE_FILE, "WRONG_NUMBER_OF_LINES", "WRONG_NUMBER", count=len(rows), most=MAXIMUM_LINES)
            return ()
        lines = tuple(self._line(row) for row in rows)
        seen: dict[str, str] = {}
        for line in lines:
            if line.name and line.name in seen:
                self._cells.refuse(line.place(), "DUPLICATE", "DOUBLE_LINE", line=line.name, first=seen[line.name])
            seen.setdefault(line.name, line.place())
        return lines

    def _line(self, row: TextRow) -> GoodsLine:
        facts, notes = self._values(row)
        if not self._given(row, IMPORTED_ON):
            self._cells.refuse(self._places.place(row.number, IMPORTED_ON), "REQUIRED", "NO_DAY")
        name, code, origin = (self._given(row, id) for id in (LINE, CODE, ORIGIN))
        return GoodsLine(name, row.number, self._places, facts, code, origin, notes)


class _Precursors(_Reader):
    def __init__(self, cells: CellReader, sheet: TextSheet, scorecard: Scorecard, file: str) -> None:
        listed = next(fact for fact in scorecard.facts if fact.id == PRECURSORS)
        record = next(one for one in scorecard.records if one.id == listed.record)
        self._key = record.key
        super().__init__(cells, sheet, {one.id: one for one in record.fields}, file, PRECURSORS)

    def joined(self, lines: tuple[GoodsLine, ...]) -> tuple[GoodsLine, ...]:
        """Give the lines with the precursors that name them."""
        if not self._header((LINE, self._key)):
            self._refuse_cells(self._sheet.rows[1:])
            return lines
        known = dict.fromkeys(line.name for line in lines)
        of_line: dict[str, list[_Precursor]] = defaultdict(list)
        for row in self._sheet.rows[1:]:
            fields, notes = self._values(row)
            name = self._given(row, LINE)
            if name and known and name not in known:
                said = {"line": name, "nearest": nearest(name, known)}
                self._cells.refuse(self._places.place(row.number, LINE), "UNKNOWN_LINE", "UNKNOWN_LINE", **said)
            if not self._given(row, self._key):
                self._cells.refuse(self._places.place(row.number, self._key), "REQUIRED", "NO_NAME")
            of_line[name].append(_Precursor(name, row.number, fields, notes))
        return tuple(self._with(line, of_line[line.name]) if line.name in of_line else line for line in lines)

    def _with(self, line: GoodsLine, parts: Sequence[_Precursor]) -> GoodsLine:
        """Put precursors to their line; a line that says it has none contradicts them."""
        seen: dict[str, str] = {}
        rows = []
        for part in parts:
            name = part.fields[self._key].text or "" if self._key in part.fields else ""
            rows.append((part.row, name))
            place = self._places.place(part.row, self._key)
            if name and folded(name) in seen:
                said = {"name": name, "line": line.name, "first": seen[folded(name)]}
                self._cells.refuse(place, "DUPLICATE", "DOUBLE_PRECURSOR", **said)
            seen.setdefault(folded(name), place)
        if PRECURSORS in line.facts:
            place = self._places.place(parts[0].row, LINE)
            said = {"line": line.name, "first": line.place(PRECURSORS)}
            self._cells.refuse(place, "CONTRADICTION", "HAS_PRECURSORS", **said)
        value = DeclaredValue(records=tuple(part.fields for part in parts))
        notes = (*line.notes, *(note for part in parts for note in part.notes))
        listed = Listed(self._places, tuple(rows))
        return replace(line, facts={**line.facts, PRECURSORS: value}, notes=notes, listed=listed)
