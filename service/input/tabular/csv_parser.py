"""CSV parser: a stream of records, with the line and column of every field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from rules.contracts import Message, NumberError, error_message, message_factory
from service.input.encodings import NotUtf8Error, detect_table_encoding
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem, raise_placed_error
from service.input.tree.spaces import composed

_message = message_factory(__name__)

SEPARATORS = (",", ";", "\t")
_MAX_RECORD_CHARACTERS = 2_000_000
"""Limits the effect of an unclosed quote."""
MAXIMUM_FIELDS = 16_384
_SEPARATOR_LINE_PATTERN = re.compile(r"sep=([,;\t])\Z", re.IGNORECASE)
_CERTAIN_DECIMAL_COMMA = re.compile(r"[+-]?(\d+,(\d{1,2}|\d{4,})|0,\d+|[1-9]\d{0,2}(\.\d{3})+,\d+)\Z", re.ASCII)
_POSSIBLE_DECIMAL_POINT = re.compile(r"[+-]?(\d+\.\d+|[1-9]\d{0,2}(,\d{3})+\.\d+|[1-9]\d{0,2}(,\d{3}){2,})\Z", re.ASCII)
"""Ambiguous numbers, which require a declared decimal mark."""
_NUMBER_BY_MARK = {
    ",": re.compile(r"[+-]?(\d+|[1-9]\d{0,2}(\.\d{3})+)(,\d+)?\Z", re.ASCII),
    ".": re.compile(r"[+-]?(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?\Z", re.ASCII),
}
_NUMBER_LIKE = re.compile(r"[+-]?[\d.,]*\d[\d.,]*\Z", re.ASCII)
DECIMAL_MARKS = {"comma": ",", "point": "."}
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


@dataclass(frozen=True, slots=True)
class DelimitedRecord:
    """A record that is not blank: its number and first line, from 1."""

    number: int
    line: int
    text: str


class DelimitedText:
    """Delimited text with quotes as in RFC 4180; each read starts again."""

    def __init__(self, source: Path | bytes, *, file: str = "") -> None:
        self.notes: list[Problem] = []
        self._source, self._file = source, file
        self._encoding = self._find_encoding()
        first = next(self._all_records(), None)
        self._separator_match = _SEPARATOR_LINE_PATTERN.match(first.text) if first is not None else None

    def position(self, line: int) -> FilePosition:
        return FilePosition(line, 1, file=self._file)

    def separator(self) -> str:
        if self._separator_match:
            return self._separator_match[1]
        head = next(self.records(), None)
        return max(SEPARATORS, key=head.text.count) if head is not None else SEPARATORS[0]

    def records(self) -> Iterator[DelimitedRecord]:
        records = self._all_records()
        if self._separator_match:
            next(records)
        return records

    def fields(self, record: DelimitedRecord, separator: str) -> list[tuple[FilePosition, str]]:
        return split_record(record.text, separator, self.position(record.line))

    def values(self, record: DelimitedRecord, separator: str) -> list[str]:
        if '"' not in record.text and record.text.count(separator) < MAXIMUM_FIELDS:
            return record.text.split(separator)
        return [value for _, value in self.fields(record, separator)]

    def decimal_mark(self, separator: str, declared: str = "") -> str:
        if declared:
            description = _message("COMMA_DECLARED" if declared == "comma" else "POINT_DECLARED")
            self.notes.append(Problem(self.position(1), "", description, "DECIMAL_MARK_DECLARED"))
            return DECIMAL_MARKS[declared]
        if separator == ",":
            return ""
        comma_number: tuple[int, str] | None = None
        for record in self.records():
            for value in map(str.strip, self._values_or_empty(record, separator)):
                if _POSSIBLE_DECIMAL_POINT.match(value):
                    return ""
                if comma_number is None and _CERTAIN_DECIMAL_COMMA.match(value):
                    comma_number = record.line, value
        if comma_number is None:
            return ""
        description = _message(
            "DECIMAL_COMMA_READ", found=comma_number[1], number=with_decimal_point(comma_number[1], ",")
        )
        self.notes.append(Problem(self.position(comma_number[0]), "", description, "DECIMAL_COMMA_READ"))
        return ","

    def _values_or_empty(self, record: DelimitedRecord, separator: str) -> list[str]:
        try:
            return self.values(record, separator)
        except PlacedError:
            return []  # reported when the record is read

    def _all_records(self) -> Iterator[DelimitedRecord]:
        parts: list[str] = []
        count, first_line, size, quotes = 0, 1, 0, 0
        with TextIOWrapper(self._open_source(), encoding=self._encoding, newline="") as file:
            for line, text in enumerate(iter(partial(file.readline, _MAX_RECORD_CHARACTERS + 1), ""), 1):
                if not parts:
                    first_line, count = line, count + 1
                parts.append(text)
                size += len(text)
                quotes += text.count('"')
                if size > _MAX_RECORD_CHARACTERS:
                    break
                if quotes % 2 == 0:
                    full_text = composed("".join(parts).rstrip("\r\n"))
                    parts, size, quotes = [], 0, 0
                    if full_text.strip():
                        yield DelimitedRecord(count, first_line, full_text)
        if parts:
            message = _message("QUOTE_OPEN") if quotes % 2 else _message("LONG_RECORD", most=_MAX_RECORD_CHARACTERS)
            raise_placed_error(self.position(first_line), message, "NOT_CSV")

    def _open_source(self) -> BinaryIO:
        return BytesIO(self._source) if isinstance(self._source, bytes) else self._source.open("rb")

    def _find_encoding(self) -> str:
        with self._open_source() as file:
            try:
                encoding, guess_line = detect_table_encoding(file)
            except NotUtf8Error as error:
                raise_placed_error(self.position(error.line), error_message(error), "NOT_UTF8")
        if guess_line:
            self.notes.append(Problem(self.position(guess_line), "", _message("READ_AS_GB18030"), "READ_AS_GB18030"))
        return encoding


def decimal_mark_problem() -> Message:
    """Return the error for a decimal mark of a file other than CSV."""
    return _message("MARK_OF_CSV")


def with_decimal_point(text: str, mark: str) -> str:
    """Convert a number with this decimal mark; return other texts unchanged.

    Raises:
        NumberError: If the number contradicts the mark.
    """
    if not mark or not _NUMBER_LIKE.match(text):
        return text
    if not _NUMBER_BY_MARK[mark].match(text):
        raise NumberError(_message("NOT_WITH_COMMA" if mark == "," else "NOT_WITH_POINT", found=text[:40]))
    thousands_mark = "." if mark == "," else ","
    return text.replace(thousands_mark, "").replace(mark, ".")


def split_record(text: str, separator: str, first: FilePosition) -> list[tuple[FilePosition, str]]:
    """Split a record that begins at `first` into fields with positions."""
    fields: list[tuple[FilePosition, str]] = []
    line, position, start = first.line, 0, 0  # `start` is the offset of the current line
    while True:
        field_position = replace(first, line=line, column=position - start + 1)
        if text.startswith('"', position):
            match = _QUOTED.match(text, position)
            end = len(text) if match is None else match.end()
            value = "" if match is None else match[1].replace('""', '"')
            if match is None or (end < len(text) and text[end] != separator):
                raise_placed_error(field_position, _message("AFTER_QUOTE"), "NOT_CSV")
            breaks = text.count("\n", position, end)
            if breaks:
                line, start = line + breaks, text.rfind("\n", position, end) + 1
        else:
            end = text.find(separator, position)
            end = len(text) if end < 0 else end
            value = text[position:end]
            if '"' in value:
                raise_placed_error(field_position, _message("QUOTE_INSIDE"), "NOT_CSV")
        if len(fields) >= MAXIMUM_FIELDS:
            raise_placed_error(
                field_position, _message("TOO_MANY_FIELDS", most=f"{MAXIMUM_FIELDS:,}"), "TOO_MANY_CELLS"
            )
        fields.append((field_position, value))
        if end >= len(text):
            return fields
        position = end + 1
