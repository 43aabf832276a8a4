"""Parser for separated values (CSV): records as a stream, with the line and column of every field."""

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

_say = message_factory(__name__)

SEPARATORS = (",", ";", "\t")
_MOST_CHARACTERS = 2_000_000
"""Of one record: a quote that is not closed would take in the rest of the file."""
MAXIMUM_FIELDS = 16_384
"""Of one record, as many as a sheet has columns."""
_SEPARATOR_LINE_PATTERN = re.compile(r"sep=([,;\t])\Z", re.IGNORECASE)
"""With this line a spreadsheet program tells the separator."""
_COMMA_MARK = re.compile(r"[+-]?(\d+,(\d{1,2}|\d{4,})|0,\d+|[1-9]\d{0,2}(\.\d{3})+,\d+)\Z", re.ASCII)
"""A number whose comma can only be a decimal mark."""
_MAYBE_POINT_MARK = re.compile(r"[+-]?(\d+\.\d+|[1-9]\d{0,2}(,\d{3})+\.\d+|[1-9]\d{0,2}(,\d{3}){2,})\Z", re.ASCII)
"""A number whose point may be a decimal mark, such as 1.234, or whose commas part thousands.

A file with such a number has a second reading, so that its decimal mark must be declared.
"""
_WITH_MARK = {
    ",": re.compile(r"[+-]?(\d+|[1-9]\d{0,2}(\.\d{3})+)(,\d+)?\Z", re.ASCII),
    ".": re.compile(r"[+-]?(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?\Z", re.ASCII),
}
"""Numbers by their decimal mark, with or without the other mark between thousands."""
_MARKED = re.compile(r"[+-]?[\d.,]*\d[\d.,]*\Z", re.ASCII)
DECIMAL_MARKS = {"comma": ",", "point": "."}
"""The decimal marks that can be declared, by their names."""
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


@dataclass(frozen=True, slots=True)
class DelimitedRecord:
    """One record that is not blank: its number among all, from 1, the line in which it begins, and its text."""

    number: int
    line: int
    text: str


class DelimitedText:
    """A text of separated values; its records are read as a stream, as often as they are asked for.

    What was taken for GB18030 is told in `notes`. Every quote has to stand as RFC 4180 has it.
    """

    def __init__(self, source: Path | bytes, *, file: str = "") -> None:
        """Find the encoding; `file` names the file in places if it is not the one that was asked for.

        Raises:
            PlacedError: it is no text.
            OSError: it cannot be opened.
        """
        self.notes: list[Problem] = []
        self._source, self._file = source, file
        self._encoding = self._find_encoding()
        first = next(self._all(), None)
        self.told = _SEPARATOR_LINE_PATTERN.match(first.text) if first is not None else None

    def position(self, line: int) -> FilePosition:
        """Give the place where a line begins."""
        return FilePosition(line, 1, file=self._file)

    def separator(self) -> str:
        """Give the separator that the text tells, or else the one that stands in its head most often."""
        if self.told:
            return self.told[1]
        head = next(self.records(), None)
        return max(SEPARATORS, key=head.text.count) if head is not None else SEPARATORS[0]

    def records(self) -> Iterator[DelimitedRecord]:
        """Give each record; inside quotes one goes over several lines.

        Raises:
            PlacedError: a quote is not closed.
        """
        records = self._all()
        if self.told:
            next(records)
        return records

    def fields(self, record: DelimitedRecord, separator: str) -> list[tuple[FilePosition, str]]:
        """Split a record into its fields.

        Raises:
            PlacedError: a quote stands where none can be.
        """
        return split_record(record.text, separator, self.position(record.line))

    def values(self, record: DelimitedRecord, separator: str) -> list[str]:
        """Give the fields of a record without their places, likewise."""
        if '"' not in record.text and record.text.count(separator) < MAXIMUM_FIELDS:
            return record.text.split(separator)
        return [value for _, value in self.fields(record, separator)]

    def decimal_mark(self, separator: str, declared: str = "") -> str:
        """Return the declared decimal mark, or a comma if the numbers can only be read so; empty if neither.

        In much of Europe spreadsheet programs write decimal commas, with semicolons or tabs between the cells. A note
        states the mark that is used. `declared` is a name of `DECIMAL_MARKS`.
        """
        if declared:
            description = _say("COMMA_DECLARED" if declared == "comma" else "POINT_DECLARED")
            self.notes.append(Problem(self.position(1), "", description, "DECIMAL_MARK_DECLARED"))
            return DECIMAL_MARKS[declared]
        if separator == ",":
            return ""
        found: tuple[int, str] | None = None
        for record in self.records():
            for value in map(str.strip, self._values_if_sound(record, separator)):
                if _MAYBE_POINT_MARK.match(value):
                    return ""
                if found is None and _COMMA_MARK.match(value):
                    found = record.line, value
        if found is None:
            return ""
        description = _say("DECIMAL_COMMA_READ", found=found[1], number=with_decimal_point(found[1], ","))
        self.notes.append(Problem(self.position(found[0]), "", description, "DECIMAL_COMMA_READ"))
        return ","

    def _values_if_sound(self, record: DelimitedRecord, separator: str) -> list[str]:
        try:
            return self.values(record, separator)
        except PlacedError:
            return []  # refused where the record is read

    def _all(self) -> Iterator[DelimitedRecord]:
        parts: list[str] = []
        count, begun, size, quotes = 0, 1, 0, 0
        with TextIOWrapper(self._open_source(), encoding=self._encoding, newline="") as file:
            for line, text in enumerate(iter(partial(file.readline, _MOST_CHARACTERS + 1), ""), 1):
                if not parts:
                    begun, count = line, count + 1
                parts.append(text)
                size += len(text)
                quotes += text.count('"')
                if size > _MOST_CHARACTERS:
                    break
                if quotes % 2 == 0:
                    whole = composed("".join(parts).rstrip("\r\n"))
                    parts, size, quotes = [], 0, 0
                    if whole.strip():
                        yield DelimitedRecord(count, begun, whole)
        if parts:
            message = _say("QUOTE_OPEN") if quotes % 2 else _say("LONG_RECORD", most=_MOST_CHARACTERS)
            raise_placed_error(self.position(begun), message, "NOT_CSV")

    def _open_source(self) -> BinaryIO:
        return BytesIO(self._source) if isinstance(self._source, bytes) else self._source.open("rb")

    def _find_encoding(self) -> str:
        with self._open_source() as file:
            try:
                encoding, guessed = detect_table_encoding(file)
            except NotUtf8Error as error:
                raise_placed_error(self.position(error.line), error_message(error), "NOT_UTF8")
        if guessed:
            self.notes.append(Problem(self.position(guessed), "", _say("READ_AS_GB18030"), "READ_AS_GB18030"))
        return encoding


def decimal_mark_problem() -> Message:
    """Return why no decimal mark can be declared for a file that is not CSV."""
    return _say("MARK_OF_CSV")


def with_decimal_point(text: str, mark: str) -> str:
    """Write a number that has this decimal mark with a decimal point, and without marks between thousands.

    Other texts, and all texts if there is no mark, are returned as they are.

    Raises:
        NumberError: the marks of the number contradict the decimal mark.
    """
    if not mark or not _MARKED.match(text):
        return text
    if not _WITH_MARK[mark].match(text):
        raise NumberError(_say("NOT_WITH_COMMA" if mark == "," else "NOT_WITH_POINT", found=text[:40]))
    between = "." if mark == "," else ","
    return text.replace(between, "").replace(mark, ".")


def split_record(text: str, separator: str, first: FilePosition) -> list[tuple[FilePosition, str]]:
    """Split a record, which begins at the place `first`, into its fields, each with its place."""
    fields: list[tuple[FilePosition, str]] = []
    line, position, start = first.line, 0, 0  # `start` is where the current line begins
    while True:
        place = replace(first, line=line, column=position - start + 1)
        if text.startswith('"', position):
            match = _QUOTED.match(text, position)
            end = len(text) if match is None else match.end()
            value = "" if match is None else match[1].replace('""', '"')
            if match is None or (end < len(text) and text[end] != separator):
                raise_placed_error(place, _say("AFTER_QUOTE"), "NOT_CSV")
            breaks = text.count("\n", position, end)
            if breaks:
                line, start = line + breaks, text.rfind("\n", position, end) + 1
        else:
            end = text.find(separator, position)
            end = len(text) if end < 0 else end
            value = text[position:end]
            if '"' in value:
                raise_placed_error(place, _say("QUOTE_INSIDE"), "NOT_CSV")
        if len(fields) >= MAXIMUM_FIELDS:
            raise_placed_error(place, _say("TOO_MANY_FIELDS", most=f"{MAXIMUM_FIELDS:,}"), "TOO_MANY_CELLS")
        fields.append((place, value))
        if end >= len(text):
            return fields
        position = end + 1
