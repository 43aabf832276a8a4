"""Cell parser: one cell of the kind that its column declares, whatever the file format.

A form declares each `Column`; a cell that could be meant in two ways is refused with what to write instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping as AnyMapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from rules.contracts import (
    LANGUAGES,
    InputError,
    Label,
    NumberError,
    Violation,
    did_you_mean,
    did_you_mean_or_known,
    error_message,
    message_factory,
    parse_decimal_or_ratio,
    wording_loader,
)
from rules.model import Choice, FactDefinition, FactType, TextByLanguage
from service.input.dossier.values import FLAG_WORDS
from service.input.tabular.cell_texts import Cell, TextRow, TextSheet, plain_decimal
from service.input.tabular.csv_parser import with_decimal_point
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence as ListNode
from service.input.tree.placed_errors import WHOLE_FILE, Problem, not_one_of, quote_value
from service.input.tree.spaces import thousands_problem

_say = message_factory(__name__)
reserved_words = wording_loader(__name__)
"""The words that stand for no record and for what does not apply."""

MAXIMUM_DIGITS = 15
"""Significant digits of a number that a spreadsheet keeps as it was typed."""
_DECIMAL_PATTERN = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
_DECIMAL_COMMA = re.compile(r"-?[0-9 .]*[0-9],[0-9]+\Z")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SEPARATORS = re.compile(r"[;；]")
_KINDS = {"n": "A_NUMBER", "b": "TRUE_OR_FALSE", "d": "A_DATE"}
_MAXIMUM_PROBLEMS = 200
"""More are counted, not listed: a shifted column makes thousands of the same."""

Value = str | bool | tuple[str, ...]


class CellError(ValueError):
    """A cell says something that has no meaning in its column; several names in it may have none."""

    def __init__(self, message: str, reason: str = "BAD_CELL", *more: CellError) -> None:
        super().__init__(message)
        self.reason = reason
        self.all: tuple[CellError, ...] = (self, *more)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a form: its id, what kind of value its cells hold, in which unit, which words, whether it must be.

    `choices` are ids by each word that stands for one, of which `offered` are told. A kind that one form alone has is
    what reads its text. A header knows the column by the `pattern` of its heading. Only where it `may_not_apply` is the
    word for that offered.
    """

    id: str
    kind: FactType | Callable[[str], Any] = FactType.TEXT
    unit: str = ""
    choices: AnyMapping[str, str] = field(default_factory=dict)
    offered: Sequence[str] = ()
    required: bool = False
    heading: str = ""
    pattern: str = ""
    may_not_apply: bool = False

    @classmethod
    def of(cls, definition: FactDefinition, unit: str | None = None) -> Column:
        """Declare the column of a fact, or of a field of a record."""
        unit, choices = definition.unit if unit is None else unit, definition.choices
        ids, offered = (choice_ids(choices), drop_down_labels(choices)) if choices else ({}, ())
        return cls(definition.id, definition.type, unit, ids, offered, may_not_apply=definition.may_not_apply)

    def heads(self, text: str) -> re.Match[str] | None:
        """Say whether a heading is that of this column; capitals and the width of characters do not matter."""
        return re.fullmatch(self.pattern, unicodedata.normalize("NFKC", text), flags=re.IGNORECASE)

    def read(self, cell: Cell) -> Value:
        """Say what a cell says that is not blank.

        Raises:
            CellError: nothing that it could.
        """
        refuse_formula_or_error(cell)
        match self.kind:
            case FactType.NUMBER:
                return _number(self, cell)
            case FactType.CHOICE:
                return _choice(self, cell)
            case FactType.CHOICES:
                return _choices(self, cell)
            case FactType.FLAG:
                return _flag(self, cell)
            case FactType.DATE | FactType.PERIOD:
                return _day(cell)
            case FactType.RECORDS:
                return _records(cell)
            case FactType():
                return _text(cell)
            case read:
                value: Value = read(_text(cell))
                return value


def refuse_formula_or_error(cell: Cell) -> None:
    """Refuse formulas and errors: what they stood for cannot be seen later."""
    if cell.kind == "f":
        raise CellError(_say("FORMULA"), "FORMULA")
    if cell.kind == "e":
        raise CellError(_say("CELL_ERROR", value=cell.value), "ERROR_VALUE")


def _is_sound(cell: Cell) -> bool:
    refuse_formula_or_error(cell)
    return True


def exact_number(value: float, *, as_code: bool = False) -> Decimal:
    """Give the decimal that was typed: the shortest that is stored as these bits; of a code every digit counts."""
    exact = Decimal(repr(value))
    digits = len(exact.normalize().as_tuple().digits)
    digits = max(digits, exact.adjusted() + 1) if as_code else digits
    if digits > MAXIMUM_DIGITS:
        raise CellError(_say("TOO_PRECISE", value=value, digits=digits, most=MAXIMUM_DIGITS), "TOO_MANY_DIGITS")
    return exact


def day_of(value: date) -> str:
    """Write a date of a spreadsheet."""
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.time() != datetime.min.time():
        raise CellError(_say("TIME_OF_DAY", value=value), "WRONG_TYPE")
    return value.date().isoformat()


def is_percentage(cell: Cell) -> bool:
    """Say whether a number shows a hundred times what is stored."""
    return isinstance(cell.value, int | float) and "%" in _QUOTED.sub("", cell.number_format)


def _choice(column: Column, cell: Cell) -> str:
    text = _as_word(cell.value)
    if not isinstance(text, str):
        raise CellError(not_one_of(_quote_cell(cell), column.offered), "UNKNOWN_CHOICE")
    return _find_choice(column, text)


def _text(cell: Cell) -> str:
    """Give a text, without the blanks around it that nobody sees."""
    if not isinstance(cell.value, str):
        raise CellError(_say("STORED_AS", found=_quote_cell(cell), kind=_kind(cell)), "WRONG_TYPE")
    return cell.value.strip()


def _number(column: Column, cell: Cell) -> str:
    value = cell.value
    if isinstance(value, str):
        try:
            text = with_decimal_point(value.strip(), cell.decimal_mark)
        except NumberError as error:
            raise CellError(error_message(error), "NOT_A_NUMBER") from None
        return _typed_number(column, text)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CellError(_say("NUMBER_WANTED", found=_quote_cell(cell), kind=_kind(cell)), "NOT_A_NUMBER")
    exact = exact_number(value)
    if not is_percentage(cell):
        return plain_decimal(exact)
    if column.unit != "%":
        wanted = _say("IN_UNIT", unit=column.unit) if column.unit else _say("WITHOUT_UNIT")
        raise CellError(_say("PERCENT_FORMAT", wanted=wanted), "UNIT_UNKNOWN")
    return plain_decimal(exact.scaleb(2))


def _typed_number(column: Column, text: str) -> str:
    if _DECIMAL_PATTERN.match(text):
        return text
    hint = _not_applicable_hint(column, text)
    if "/" in text and not hint:
        try:
            parse_decimal_or_ratio(text)
        except NumberError as error:
            raise CellError(error_message(error), "NOT_A_NUMBER") from None
        return text
    if (problem := thousands_problem(text)) is not None:
        raise CellError(problem, "NOT_A_NUMBER")
    if _DECIMAL_COMMA.match(text):
        raise CellError(_say("DECIMAL_COMMA", found=text[:40]), "NOT_A_NUMBER")
    example = _say("NUMBER_ALONE", unit=column.unit) if column.unit else ""
    raise CellError(_say("TEXT_NOT_DECIMAL", found=text[:40], example=example, hint=hint), "NOT_A_NUMBER")


def _choices(column: Column, cell: Cell) -> tuple[str, ...]:
    if is_reserved(cell, "none"):
        return ()
    text = _as_word(cell.value)
    if not isinstance(text, str):
        raise CellError(_say("NAMES_WANTED", found=_quote_cell(cell), kind=_kind(cell)), "WRONG_TYPE")
    choices: list[str] = []
    wrong: list[CellError] = []
    for part in split_list(text):
        try:
            choices.append(_find_choice(column, part))
        except CellError as error:
            wrong.append(error)
    if wrong:
        raise CellError(error_message(wrong[0]), wrong[0].reason, *wrong[1:])
    return tuple(choices)


def _find_choice(column: Column, text: str) -> str:
    id = column.choices.get(fold_cell_text(text))
    if id is None:
        hint, near = _not_applicable_hint(column, text), did_you_mean(fold_cell_text(text), column.choices)
        message = _say("WORD_NOT_ONE_OF", found=text[:40], known=column.offered, near=near, hint=hint)
        raise CellError(message, "UNKNOWN_CHOICE")
    return id


def _flag(column: Column, cell: Cell) -> bool:
    word = cell.value
    if isinstance(word, bool):
        return word
    if isinstance(word, str) and fold_cell_text(word) in FLAG_WORDS:
        return FLAG_WORDS[fold_cell_text(word)]
    hint = _not_applicable_hint(column, word) if isinstance(word, str) else ""
    raise CellError(_say("FLAG_NOT_ONE_OF", found=_quote_cell(cell), known=FLAG_WORDS, hint=hint), "WRONG_TYPE")


def _day(cell: Cell) -> str:
    """Give a date of the spreadsheet, without time of day, or a text that is to be read as one."""
    if isinstance(cell.value, str):
        return cell.value.strip()
    if isinstance(cell.value, date):
        return day_of(cell.value)
    raise CellError(_say("NO_DATE", found=_quote_cell(cell)), "WRONG_TYPE")


def _records(cell: Cell) -> tuple[str, ...]:
    if is_reserved(cell, "none"):
        return ()
    raise CellError(_say("RECORDS_ELSEWHERE", found=_quote_cell(cell), word=_offered("none")), "WRONG_TYPE")


def _not_applicable_hint(column: Column, text: str) -> str:
    bare = {word.strip("()") for word in reserved("not_applicable")} | {"n/a", "na"}
    if fold_cell_text(text) not in bare:
        return ""
    return _say("NOT_APPLICABLE_WORD", word=_offered("not_applicable")) if column.may_not_apply else _say("LEAVE_BLANK")


def _as_word(value: Any) -> Any:
    """Give the word for a whole number: a spreadsheet stores the name `1` of a choice as one."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _quote_cell(cell: Cell) -> str:
    return quote_value(str(cell.value)[:40])


def _kind(cell: Cell) -> str:
    return _say(_KINDS.get(cell.kind, "A_TEXT"))


def _offered(key: str) -> str:
    return _say("EITHER", word=reserved_words("en")[key], other=reserved_words("zh")[key])


def fold_cell_text(text: str) -> str:
    """Give a text without differences of width, case and outer space, by which two words are the same."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def split_list(text: str) -> list[str]:
    """Give the words of a text that semicolons of either width separate."""
    return [part.strip() for part in _SEPARATORS.split(text) if part.strip()]


@cache
def reserved(key: str) -> frozenset[str]:
    """Give a reserved word in all languages, folded."""
    return frozenset(fold_cell_text(reserved_words(language)[key]) for language in LANGUAGES)


def is_reserved(cell: Cell, key: str) -> bool:
    """Say whether a cell holds the reserved word, in any language."""
    return isinstance(cell.value, str) and cell.kind != "f" and fold_cell_text(cell.value) in reserved(key)


def label_in_language(labels: TextByLanguage, language: str, otherwise: str) -> str:
    """Give the label in a language; in the first that there is if that one is missing, and else the id."""
    return labels.get(language) or next(iter(labels.values()), "") or otherwise


def choice_ids(choices: Iterable[Choice | FactDefinition]) -> dict[str, str]:
    """Give the id that each word stands for: ids first, then labels of any language that belong to one of them."""
    claimed: dict[str, set[str]] = {}
    ids = {fold_cell_text(choice.id): choice.id for choice in choices}
    for choice in choices:
        for label in choice.labels.values():
            claimed.setdefault(fold_cell_text(label), set()).add(choice.id)
    return {word: next(iter(owners)) for word, owners in claimed.items() if len(owners) == 1} | ids


def offered_choice_words(choices: Sequence[Choice | FactDefinition], language: str) -> dict[str, str]:
    """Give the word by which each choice or fact is offered: its label, or its id where that could be mistaken."""
    read = choice_ids(choices)
    shown = {}
    for choice in choices:
        label = label_in_language(choice.labels, language, choice.id)
        clear = read.get(fold_cell_text(label)) == choice.id and not _SEPARATORS.search(label)
        shown[choice.id] = label if clear else choice.id
    return shown


def drop_down_labels(choices: Sequence[Choice]) -> list[str]:
    """List the choices as a template of the reader's language offers them."""
    shown = {language: offered_choice_words(choices, language) for language in LANGUAGES}
    return [Label({language: shown[language][choice.id] for language in LANGUAGES}) for choice in choices]


class CellReader:
    """Reads cells as nodes of a dossier; what is wrong goes into `fields`, what was read as it shows into `notes`."""

    def __init__(self, fields: FieldReader, columns: dict[tuple[int, str], Column] | None = None) -> None:
        """Begin a subject; `columns` are those of the facts of a card, kept while that is."""
        self._fields = fields
        self._columns = {} if columns is None else columns
        self.notes: list[Problem] = []

    def read(self, column: Column, cell: Cell, path: str) -> Node | None:
        """Read a cell; None if it says nothing that it could, which is then noted."""
        if (value := self._read_or_refuse(cell, path, column.read)) is None:
            return None
        if column.kind is FactType.NUMBER and is_percentage(cell):
            note = _say("READ_AS_SHOWN", value=cell.value, shown=value)
            self.notes.append(Problem(cell.position, path, note, "PERCENT_FORMAT"))
        return node_of(value, cell)

    def value(self, definition: FactDefinition, cell: Cell, path: str, *, unit: str) -> Node | None:
        """Read the value of a fact, or an end of a period."""
        key = id(definition), unit
        if key not in self._columns:
            self._columns[key] = Column.of(definition, unit)
        return self.read(self._columns[key], cell, path)

    def sound(self, cell: Cell, path: str) -> bool:
        """Note a formula or an error."""
        return self._read_or_refuse(cell, path, _is_sound) is not None

    def columns(
        self, columns: Iterable[Column], row: AnyMapping[str, Cell], path: str
    ) -> list[tuple[str, Node | None]]:
        """Read the cells of a row, each under the id of its column; None where it is blank."""
        return [
            (column.id, self.read(column, row[column.id], f"{path}.{column.id}") if column.id in row else None)
            for column in columns
        ]

    def scalar(self, column: Column, cell: Cell, path: str) -> Scalar | None:
        """Read a cell that holds one value."""
        value = self.read(column, cell, path)
        return value if isinstance(value, Scalar) else None

    def text(self, cell: Cell, path: str) -> Scalar | None:
        """Read a text."""
        return self.scalar(_TEXT, cell, path)

    def names(self, cell: Cell, path: str) -> ListNode:
        """Read names separated by semicolons."""
        text = self.text(cell, path)
        parts = () if text is None else split_list(text.text)
        return ListNode(cell.position, [Scalar(cell.position, part, plain=False) for part in parts])

    def refuse(self, cell: Cell, path: str, description: str, reason: str) -> None:
        """Note a problem at a cell."""
        self._fields.problem(cell.position, path, description, reason)

    def _read_or_refuse(self, cell: Cell, path: str, read: Callable[[Cell], Value]) -> Value | None:
        try:
            return read(cell)
        except CellError as error:
            for cell_error in error.all:
                self.refuse(cell, path, error_message(cell_error), cell_error.reason)
            return None


_TEXT = Column("text")


def node_of(value: Value, cell: Cell) -> Node:
    """Give the node that a dossier would have in the place of a cell."""
    if isinstance(value, tuple):
        return ListNode(cell.position, [Scalar(cell.position, part, plain=False) for part in value])
    text = ("yes" if value else "no") if isinstance(value, bool) else value
    return Scalar(cell.position, text, plain=False)


def not_applicable(cell: Cell) -> Mapping:
    """Give the node that says that a fact does not apply."""
    yes = Scalar(cell.position, "yes", plain=False)
    return Mapping(cell.position, {"not_applicable": yes}, {"not_applicable": cell.position})


@dataclass(slots=True)
class CellProblems:
    """Collects all that is wrong with cells that are known by name, and what a person should know although accepted."""

    problems: list[Violation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, place: str, description: str, reason: str = "BAD_CELL") -> None:
        """Keep one problem with its place."""
        self.problems.append(Violation(place, description, reason))

    def note(self, text: str) -> None:
        """Keep something accepted that a person should look at."""
        self.notes.append(text)

    def refuse_if_any(self) -> None:
        """Raise what was found.

        Raises:
            InputError: something was.
        """
        if not self.problems:
            return
        shown = self.problems[:_MAXIMUM_PROBLEMS]
        if remaining := len(self.problems) - len(shown):
            shown.append(Violation(WHOLE_FILE, _say("MORE", count=remaining), "TOO_MANY"))
        raise InputError(tuple(shown))


@dataclass(frozen=True, slots=True)
class Header:
    """Which columns a row names: where each stands, counted from 0, and its heading; a `wrong` one heads nothing."""

    row: int
    columns: AnyMapping[str, int]
    declared: AnyMapping[str, Column]
    headings: AnyMapping[str, re.Match[str]]
    wrong: frozenset[int]
    is_sound: bool

    def below(self, sheet: TextSheet) -> Iterator[TextRow]:
        """Give the rows below it."""
        return (row for row in sheet.rows if row.number > self.row)


def read_header(
    row: TextRow, columns: Sequence[Column], problems: CellProblems, place: Callable[[int], str], whole: str
) -> Header:
    """Find the columns of a form by their headings; an unknown, doubled or missing one is a problem, never guessed.

    `place` names the cell of a column, and `whole` the row.
    """
    before = len(problems.problems)
    positions: dict[str, int] = {}
    headings: dict[str, re.Match[str]] = {}
    wrong: set[int] = set()
    known = [column.heading for column in columns]
    for number, text in enumerate(row.cells):
        matches = ((column, match) for column in columns if (match := column.heads(text)) is not None)
        column, match = next(matches, (None, None)) if text else (None, None)
        if column is not None and match is not None and column.id not in positions:
            positions[column.id], headings[column.id] = number, match
            continue
        if column is not None:
            message = _say("DOUBLE_COLUMN", found=text[:60], first=place(positions[column.id]))
            problems.add(place(number), message, "REPEATED")
        elif text:
            message = _say("UNKNOWN_COLUMN", found=text[:60], hint=did_you_mean_or_known(text, known))
            problems.add(place(number), message, "UNKNOWN_COLUMN")
        if text:
            wrong.add(number)
    for column in columns:
        if column.required and column.id not in positions:
            problems.add(whole, _say("MISSING_COLUMN", column=column.heading), "MISSING_COLUMN")
    declared = {column.id: column for column in columns}
    return Header(row.number, positions, declared, headings, frozenset(wrong), len(problems.problems) == before)


@dataclass(frozen=True, slots=True)
class HeadedRow:
    """One row under a header; what is wrong with it goes into the problems."""

    sheet: TextSheet
    header: Header
    row: TextRow
    problems: CellProblems

    def text(self, column: str) -> str:
        """Give the text of a cell; of a column that is not there it is blank."""
        number = self.header.columns.get(column)
        return "" if number is None else self.row.cell(number)

    def position(self, column: str) -> str:
        """Name a cell."""
        return self.sheet.cell_name(self.row.number, self.header.columns[column])

    def add(self, column: str, description: str, reason: str = "BAD_CELL") -> None:
        """Note a problem at a cell."""
        self.problems.add(self.position(column), description, reason)

    def read(self, column: str) -> Any:
        """Read a cell, a blank one too, by the kind that its form alone has; None if it says nothing that it could."""
        kind = self.header.declared[column].kind
        try:
            return kind(self.text(column)) if callable(kind) else self.text(column)
        except CellError as error:
            self.add(column, error_message(error), error.reason)
            return None
