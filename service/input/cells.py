"""Parser of table cells by the value type of their column.

Ambiguous cells are rejected with advice.
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

_message = message_factory(__name__)
reserved_words = wording_loader(__name__)

MAXIMUM_DIGITS = 15
"""Significant digits that a spreadsheet stores exactly."""
_DECIMAL_PATTERN = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
_DECIMAL_COMMA = re.compile(r"-?[0-9 .]*[0-9],[0-9]+\Z")
_LITERAL_FORMAT_TEXT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SEPARATORS = re.compile(r"[;；]")
_KIND_MESSAGES = {"n": "A_NUMBER", "b": "TRUE_OR_FALSE", "d": "A_DATE"}
_MAXIMUM_PROBLEMS = 200

Value = str | bool | tuple[str, ...]


class CellError(ValueError):
    """An invalid cell; `all` has an error for each wrong name."""

    def __init__(self, message: str, reason: str = "BAD_CELL", *more: CellError) -> None:
        super().__init__(message)
        self.reason = reason
        self.all: tuple[CellError, ...] = (self, *more)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form.

    `kind` is a fact type or a parser. `choices` maps accepted words to choice ids; messages list `offered`. `pattern`
    matches the heading. If `may_not_apply` is true, messages suggest "not applicable".
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
        unit, choices = definition.unit if unit is None else unit, definition.choices
        ids, offered = (choice_ids(choices), drop_down_labels(choices)) if choices else ({}, ())
        return cls(definition.id, definition.type, unit, ids, offered, may_not_apply=definition.may_not_apply)

    def heads(self, text: str) -> re.Match[str] | None:
        return re.fullmatch(self.pattern, unicodedata.normalize("NFKC", text), flags=re.IGNORECASE)

    def read(self, cell: Cell) -> Value:
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
    """Raise CellError for formulas and error values, because their results cannot be checked."""
    if cell.kind == "f":
        raise CellError(_message("FORMULA"), "FORMULA")
    if cell.kind == "e":
        raise CellError(_message("CELL_ERROR", value=cell.value), "ERROR_VALUE")


def _is_sound(cell: Cell) -> bool:
    refuse_formula_or_error(cell)
    return True


def exact_number(value: float, *, as_code: bool = False) -> Decimal:
    """Return the shortest decimal that is stored as this float.

    With `as_code`, trailing zeros of whole numbers count as digits. Raise CellError above `MAXIMUM_DIGITS` digits.
    """
    exact = Decimal(repr(value))
    digits = len(exact.normalize().as_tuple().digits)
    digits = max(digits, exact.adjusted() + 1) if as_code else digits
    if digits > MAXIMUM_DIGITS:
        raise CellError(_message("TOO_PRECISE", value=value, digits=digits, most=MAXIMUM_DIGITS), "TOO_MANY_DIGITS")
    return exact


def day_of(value: date) -> str:
    """Return an ISO date; raise CellError for a time of day."""
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.time() != datetime.min.time():
        raise CellError(_message("TIME_OF_DAY", value=value), "WRONG_TYPE")
    return value.date().isoformat()


def is_percentage(cell: Cell) -> bool:
    """Return whether the displayed number is 100 times the stored value."""
    return isinstance(cell.value, int | float) and "%" in _LITERAL_FORMAT_TEXT.sub("", cell.number_format)


def _choice(column: Column, cell: Cell) -> str:
    text = _as_word(cell.value)
    if not isinstance(text, str):
        raise CellError(not_one_of(_quote_cell(cell), column.offered), "UNKNOWN_CHOICE")
    return _find_choice(column, text)


def _text(cell: Cell) -> str:
    if not isinstance(cell.value, str):
        raise CellError(_message("STORED_AS", found=_quote_cell(cell), kind=_kind_name(cell)), "WRONG_TYPE")
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
        raise CellError(_message("NUMBER_WANTED", found=_quote_cell(cell), kind=_kind_name(cell)), "NOT_A_NUMBER")
    exact = exact_number(value)
    if not is_percentage(cell):
        return plain_decimal(exact)
    if column.unit != "%":
        wanted = _message("IN_UNIT", unit=column.unit) if column.unit else _message("WITHOUT_UNIT")
        raise CellError(_message("PERCENT_FORMAT", wanted=wanted), "UNIT_UNKNOWN")
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
        raise CellError(_message("DECIMAL_COMMA", found=text[:40]), "NOT_A_NUMBER")
    example = _message("NUMBER_ALONE", unit=column.unit) if column.unit else ""
    raise CellError(_message("TEXT_NOT_DECIMAL", found=text[:40], example=example, hint=hint), "NOT_A_NUMBER")


def _choices(column: Column, cell: Cell) -> tuple[str, ...]:
    if is_reserved(cell, "none"):
        return ()
    text = _as_word(cell.value)
    if not isinstance(text, str):
        raise CellError(_message("NAMES_WANTED", found=_quote_cell(cell), kind=_kind_name(cell)), "WRONG_TYPE")
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
        message = _message("WORD_NOT_ONE_OF", found=text[:40], known=column.offered, near=near, hint=hint)
        raise CellError(message, "UNKNOWN_CHOICE")
    return id


def _flag(column: Column, cell: Cell) -> bool:
    word = cell.value
    if isinstance(word, bool):
        return word
    if isinstance(word, str) and fold_cell_text(word) in FLAG_WORDS:
        return FLAG_WORDS[fold_cell_text(word)]
    hint = _not_applicable_hint(column, word) if isinstance(word, str) else ""
    raise CellError(_message("FLAG_NOT_ONE_OF", found=_quote_cell(cell), known=FLAG_WORDS, hint=hint), "WRONG_TYPE")


def _day(cell: Cell) -> str:
    if isinstance(cell.value, str):
        return cell.value.strip()
    if isinstance(cell.value, date):
        return day_of(cell.value)
    raise CellError(_message("NO_DATE", found=_quote_cell(cell)), "WRONG_TYPE")


def _records(cell: Cell) -> tuple[str, ...]:
    if is_reserved(cell, "none"):
        return ()
    raise CellError(
        _message("RECORDS_ELSEWHERE", found=_quote_cell(cell), word=_reserved_word_text("none")), "WRONG_TYPE"
    )


def _not_applicable_hint(column: Column, text: str) -> str:
    bare = {word.strip("()") for word in reserved("not_applicable")} | {"n/a", "na"}
    if fold_cell_text(text) not in bare:
        return ""
    return (
        _message("NOT_APPLICABLE_WORD", word=_reserved_word_text("not_applicable"))
        if column.may_not_apply
        else _message("LEAVE_BLANK")
    )


def _as_word(value: Any) -> Any:
    """Convert integers to text: spreadsheets store the choice `1` as a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _quote_cell(cell: Cell) -> str:
    return quote_value(str(cell.value)[:40])


def _kind_name(cell: Cell) -> str:
    return _message(_KIND_MESSAGES.get(cell.kind, "A_TEXT"))


def _reserved_word_text(key: str) -> str:
    return _message("EITHER", word=reserved_words("en")[key], other=reserved_words("zh")[key])


def fold_cell_text(text: str) -> str:
    """Return a text for comparison: NFKC, case-folded, stripped."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def split_list(text: str) -> list[str]:
    """Return the non-empty parts between semicolons of either width."""
    return [part.strip() for part in _SEPARATORS.split(text) if part.strip()]


@cache
def reserved(key: str) -> frozenset[str]:
    """Return a reserved word in all languages, folded."""
    return frozenset(fold_cell_text(reserved_words(language)[key]) for language in LANGUAGES)


def is_reserved(cell: Cell, key: str) -> bool:
    """Return whether a cell contains the reserved word, in any language."""
    return isinstance(cell.value, str) and cell.kind != "f" and fold_cell_text(cell.value) in reserved(key)


def label_in_language(labels: TextByLanguage, language: str, otherwise: str) -> str:
    """Return the label in a language, the first label, or `otherwise`."""
    return labels.get(language) or next(iter(labels.values()), "") or otherwise


def choice_ids(choices: Iterable[Choice | FactDefinition]) -> dict[str, str]:
    """Map folded ids, and unambiguous labels, to choice ids."""
    claimed: dict[str, set[str]] = {}
    ids = {fold_cell_text(choice.id): choice.id for choice in choices}
    for choice in choices:
        for label in choice.labels.values():
            claimed.setdefault(fold_cell_text(label), set()).add(choice.id)
    return {word: next(iter(owners)) for word, owners in claimed.items() if len(owners) == 1} | ids


def offered_choice_words(choices: Sequence[Choice | FactDefinition], language: str) -> dict[str, str]:
    """Return the label of each choice, or its id if the label is ambiguous."""
    read = choice_ids(choices)
    shown = {}
    for choice in choices:
        label = label_in_language(choice.labels, language, choice.id)
        clear = read.get(fold_cell_text(label)) == choice.id and not _SEPARATORS.search(label)
        shown[choice.id] = label if clear else choice.id
    return shown


def drop_down_labels(choices: Sequence[Choice]) -> list[str]:
    """Return the drop-down labels of choices in all languages."""
    shown = {language: offered_choice_words(choices, language) for language in LANGUAGES}
    return [Label({language: shown[language][choice.id] for language in LANGUAGES}) for choice in choices]


class CellReader:
    """Reader of cells; it adds errors to `fields`, remarks to `notes`."""

    def __init__(self, fields: FieldReader, columns: dict[tuple[int, str], Column] | None = None) -> None:
        """Create a reader; the cache `columns` is valid while its scorecard is in memory."""
        self._fields = fields
        self._columns = {} if columns is None else columns
        self.notes: list[Problem] = []

    def read(self, column: Column, cell: Cell, path: str) -> Node | None:
        if (value := self._read_or_refuse(cell, path, column.read)) is None:
            return None
        if column.kind is FactType.NUMBER and is_percentage(cell):
            note = _message("READ_AS_SHOWN", value=cell.value, shown=value)
            self.notes.append(Problem(cell.position, path, note, "PERCENT_FORMAT"))
        return _node_of(value, cell)

    def value(self, definition: FactDefinition, cell: Cell, path: str, *, unit: str) -> Node | None:
        key = id(definition), unit
        if key not in self._columns:
            self._columns[key] = Column.of(definition, unit)
        return self.read(self._columns[key], cell, path)

    def sound(self, cell: Cell, path: str) -> bool:
        return self._read_or_refuse(cell, path, _is_sound) is not None

    def columns(
        self, columns: Iterable[Column], row: AnyMapping[str, Cell], path: str
    ) -> list[tuple[str, Node | None]]:
        return [
            (column.id, self.read(column, row[column.id], f"{path}.{column.id}") if column.id in row else None)
            for column in columns
        ]

    def scalar(self, column: Column, cell: Cell, path: str) -> Scalar | None:
        value = self.read(column, cell, path)
        return value if isinstance(value, Scalar) else None

    def text(self, cell: Cell, path: str) -> Scalar | None:
        return self.scalar(_TEXT, cell, path)

    def names(self, cell: Cell, path: str) -> ListNode:
        text = self.text(cell, path)
        parts = () if text is None else split_list(text.text)
        return ListNode(cell.position, [Scalar(cell.position, part, plain=False) for part in parts])

    def refuse(self, cell: Cell, path: str, description: str, reason: str) -> None:
        self._fields.problem(cell.position, path, description, reason)

    def _read_or_refuse(self, cell: Cell, path: str, read: Callable[[Cell], Value]) -> Value | None:
        try:
            return read(cell)
        except CellError as error:
            for cell_error in error.all:
                self.refuse(cell, path, error_message(cell_error), cell_error.reason)
            return None


_TEXT = Column("text")


def _node_of(value: Value, cell: Cell) -> Node:
    if isinstance(value, tuple):
        return ListNode(cell.position, [Scalar(cell.position, part, plain=False) for part in value])
    text = ("yes" if value else "no") if isinstance(value, bool) else value
    return Scalar(cell.position, text, plain=False)


def not_applicable(cell: Cell) -> Mapping:
    """Return the node of a fact that does not apply."""
    yes = Scalar(cell.position, "yes", plain=False)
    return Mapping(cell.position, {"not_applicable": yes}, {"not_applicable": cell.position})


@dataclass(slots=True)
class CellProblems:
    """Cell problems, and accepted input that a person should check."""

    problems: list[Violation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, place: str, description: str, reason: str = "BAD_CELL") -> None:
        self.problems.append(Violation(place, description, reason))

    def note(self, text: str) -> None:
        self.notes.append(text)

    def refuse_if_any(self) -> None:
        if not self.problems:
            return
        shown = self.problems[:_MAXIMUM_PROBLEMS]
        if remaining := len(self.problems) - len(shown):
            shown.append(Violation(WHOLE_FILE, _message("MORE", count=remaining), "TOO_MANY"))
        raise InputError(tuple(shown))


@dataclass(frozen=True, slots=True)
class Header:
    """Positions of columns from 0; `wrong` contains unknown and repeated headings."""

    row: int
    columns: AnyMapping[str, int]
    declared: AnyMapping[str, Column]
    headings: AnyMapping[str, re.Match[str]]
    wrong: frozenset[int]
    is_sound: bool

    def below(self, sheet: TextSheet) -> Iterator[TextRow]:
        return (row for row in sheet.rows if row.number > self.row)


def read_header(
    row: TextRow, columns: Sequence[Column], problems: CellProblems, place: Callable[[int], str], whole: str
) -> Header:
    """Find columns by heading; report unknown, repeated and missing ones.

    `place` names a cell by its column, `whole` the row.
    """
    problems_before = len(problems.problems)
    positions: dict[str, int] = {}
    headings: dict[str, re.Match[str]] = {}
    wrong: set[int] = set()
    known = [column.heading for column in columns]
    for number, text in ((number, text) for number, text in enumerate(row.cells) if text):
        matches = ((column.id, match) for column in columns if (match := column.heads(text)) is not None)
        id, match = next(matches, ("", None))
        if match is not None and id not in positions:
            positions[id], headings[id] = number, match
            continue
        wrong.add(number)
        if match is not None:
            message = _message("DOUBLE_COLUMN", found=text[:60], first=place(positions[id]))
            problems.add(place(number), message, "REPEATED")
        else:
            message = _message("UNKNOWN_COLUMN", found=text[:60], hint=did_you_mean_or_known(text, known))
            problems.add(place(number), message, "UNKNOWN_COLUMN")
    for column in columns:
        if column.required and column.id not in positions:
            problems.add(whole, _message("MISSING_COLUMN", column=column.heading), "MISSING_COLUMN")
    declared = {column.id: column for column in columns}
    return Header(
        row.number, positions, declared, headings, frozenset(wrong), len(problems.problems) == problems_before
    )


@dataclass(frozen=True, slots=True)
class HeadedRow:
    """A row below a header; it adds errors to `problems`."""

    sheet: TextSheet
    header: Header
    row: TextRow
    problems: CellProblems

    def text(self, column: str) -> str:
        number = self.header.columns.get(column)
        return "" if number is None else self.row.cell(number)

    def position(self, column: str) -> str:
        return self.sheet.cell_name(self.row.number, self.header.columns[column])

    def add(self, column: str, description: str, reason: str = "BAD_CELL") -> None:
        self.problems.add(self.position(column), description, reason)

    def read(self, column: str) -> Any:
        kind = self.header.declared[column].kind
        try:
            return kind(self.text(column)) if callable(kind) else self.text(column)
        except CellError as error:
            self.add(column, error_message(error), error.reason)
            return None
