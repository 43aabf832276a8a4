"""How is a file of separated values read as a table, with the line and column of every field?"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

from rules.contracts.messages import LANGUAGES, speaker
from service.reading.dossier.problems import DossierError, Place, Problem
from service.reading.tabular.books import Cell
from service.reading.workbook.vocabulary import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from service.reading.workbook.sheets import Row
    from service.reading.workbook.slots import Slot

_say = speaker(__name__)

MAXIMUM_RECORD_CHARACTERS = 1_000_000
_DELIMITERS = (",", ";", "\t")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_CHUNK = 1_000_000
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Heads:
    """Which word over a column stands for which id; a word that several columns could be meant by stands for none."""

    ids: dict[str, tuple[str, ...]]

    def id_of(self, word: str) -> str | None:
        """Give the one id that a word stands for."""
        found = self.ids.get(folded(word), ())
        return found[0] if len(found) == 1 else None


def heads_of(plain: Iterable[str], slots: Iterable[Slot]) -> Heads:
    """Let columns be headed by their id, by their label in any language, or by label and unit."""
    found: dict[str, set[str]] = {}
    ids = set(plain)
    for slot in slots:
        ids.add(slot.id)
        for language in LANGUAGES:
            by_symbol = slot.heading(language, unit=slot.definition.unit)
            for word in (slot.label(language), slot.heading(language), by_symbol):
                found.setdefault(folded(word), set()).add(slot.id)
    return Heads({**{word: tuple(sorted(of)) for word, of in found.items()}, **{folded(id): (id,) for id in ids}})


class CsvTable:
    """A table in a file; its rows are read as a stream, as often as they are asked for."""

    def __init__(self, path: Path, heads: Heads, *, file: str = "") -> None:
        """Find encoding and separator; `file` names it in places if it is not the one that was asked for.

        Raises:
            DossierError: the file is empty or no text.
        """
        self.notes: list[Problem] = []
        self.faults: list[Problem] = []
        self._path = path
        self._file = file
        self._encoding = self._find_encoding()
        first = next(self._records(), None)
        if first is None:
            _refuse(self._place(1), _say("EMPTY"), "EMPTY")
        self._line, text = first
        fits = {sign: self._head_fields(text, sign, heads) for sign in _DELIMITERS}
        self._delimiter = max(_DELIMITERS, key=lambda sign: (sum(known for *_, known in fits[sign]), len(fits[sign])))
        self._heads = [(id, place) for id, place, _ in fits[self._delimiter]]
        self._ambiguous(heads)

    def heads(self) -> list[tuple[str, Place]]:
        """List the ids of the columns; what is no known word is left as it stands there."""
        return [(id, place) for id, place in self._heads if id]

    def head_place(self) -> Place:
        """Give the place of the first line."""
        return self._place(self._line)

    def rows(self) -> Iterator[Row]:
        """Give each row with content; rows that do not fit the head are noted in `faults` and left out."""
        self.faults = []
        records = self._records()
        next(records)
        for line, text in records:
            try:
                fields = _split(text, self._delimiter, self._place(line))
            except DossierError as error:
                self.faults.extend(error.problems)
                continue
            if len(fields) > len(self._heads) and any(value for _, value in fields[len(self._heads) :]):
                place = fields[len(self._heads)][0]
                description = _say("TOO_MANY_FIELDS", count=len(fields), most=len(self._heads))
                self.faults.append(Problem(place, "", description, "TOO_MANY_FIELDS"))
                continue
            row = {
                id: Cell(place, value)
                for (id, _), (place, value) in zip(self._heads, fields, strict=False)
                if id and value.strip()
            }
            if row:
                yield row

    def _place(self, line: int) -> Place:
        return Place(line, 1, file=self._file)

    def _head_fields(self, text: str, sign: str, heads: Heads) -> list[tuple[str, Place, bool]]:
        try:
            fields = _split(text, sign, self.head_place())
        except DossierError:
            return []
        named = ((heads.id_of(value), value.strip(), place) for place, value in fields)
        return [(id or value, place, id is not None) for id, value, place in named]

    def _ambiguous(self, heads: Heads) -> None:
        seen: dict[str, Place] = {}
        problems = []
        for id, place in self.heads():
            meant = heads.ids.get(folded(id), ())
            if len(meant) > 1:
                description = _say("LABEL_OF_SEVERAL", found=id[:60], meant=meant)
                problems.append(Problem(place, "", description, "AMBIGUOUS"))
            elif id in seen:
                description = _say("COLUMN_TWICE", found=id[:60], column=seen[id].column)
                problems.append(Problem(place, "", description, "REPEATED"))
            seen.setdefault(id, place)
        if problems:
            raise DossierError(problems)

    def _find_encoding(self) -> str:
        with self._path.open("rb") as file:
            if file.read(2) in _WIDE_MARKS:
                _refuse(self._place(1), _say("UTF16"), "NOT_UTF8")
        line = self._undecodable("utf-8")
        if line is None:
            return "utf-8-sig"
        if self._undecodable("gb18030") is not None:
            _refuse(self._place(line), _say("NOT_UTF8"), "NOT_UTF8")
        description = _say("READ_AS_GB18030")
        self.notes.append(Problem(self._place(line), "", description, "READ_AS_GB18030"))
        return "gb18030"

    def _undecodable(self, encoding: str) -> int | None:
        """Give the line at which the file is not in an encoding."""
        decoder, lines = codecs.getincrementaldecoder(encoding)(), 1
        with self._path.open("rb") as file:
            while True:
                piece = file.read(_CHUNK)
                if b"\0" in piece:
                    _refuse(self._place(lines), _say("NO_TEXT"), "NOT_UTF8")
                try:
                    decoder.decode(piece, final=not piece)
                except UnicodeDecodeError as error:
                    return lines + piece.count(b"\n", 0, error.start)
                lines += piece.count(b"\n")
                if not piece:
                    return None

    def _records(self) -> Iterator[tuple[int, str]]:
        """Give each record with its first line; inside quotes a record goes over several lines."""
        parts: list[str] = []
        begun, size, quotes = 1, 0, 0
        with self._path.open(encoding=self._encoding, newline="") as file:
            for number, line in enumerate(file, 1):
                if not parts:
                    begun = number
                parts.append(line)
                size += len(line)
                quotes += line.count('"')
                if size > MAXIMUM_RECORD_CHARACTERS:
                    break
                if quotes % 2 == 0:
                    text = "".join(parts).rstrip("\r\n")
                    parts, size, quotes = [], 0, 0
                    if text.strip():
                        yield begun, text
        if parts:
            description = _say("QUOTE_OPEN")
            _refuse(self._place(begun), description, "NOT_CSV")


def _split(text: str, delimiter: str, first: Place) -> list[tuple[Place, str]]:
    """Split a record, which begins at the place `first`, into its fields, each with its place.

    Raises:
        DossierError: a quote stands where none can be.
    """
    fields: list[tuple[Place, str]] = []
    line, position, start = first.line, 0, 0  # `start` is where the current line begins
    while True:
        place = replace(first, line=line, column=position - start + 1)
        if text.startswith('"', position):
            match = _QUOTED.match(text, position)
            end = len(text) if match is None else match.end()
            value = "" if match is None else match[1].replace('""', '"')
            if match is None or (end < len(text) and text[end] != delimiter):
                _refuse(place, _say("AFTER_QUOTE"), "NOT_CSV")
            breaks = text.count("\n", position, end)
            if breaks:
                line, start = line + breaks, text.rfind("\n", position, end) + 1
        else:
            end = text.find(delimiter, position)
            end = len(text) if end < 0 else end
            value = text[position:end]
            if '"' in value:
                description = _say("QUOTE_INSIDE")
                _refuse(place, description, "NOT_CSV")
        fields.append((place, value))
        if end >= len(text):
            return fields
        position = end + 1


def _refuse(place: Place, description: str, reason: str) -> NoReturn:
    raise DossierError([Problem(place, "", description, reason)])
