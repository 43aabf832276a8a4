"""How is a file of separated values read as a table, with the line and column of every field?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES, speaker
from service.reading.tabular.books import Cell
from service.reading.tabular.separated import SEPARATORS, Record, Separated
from service.reading.tree.problems import Place, PlacedError, Problem, refuse
from service.reading.workbook.vocabulary import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from service.reading.workbook.sheets import Row
    from service.reading.workbook.slots import Slot

_say = speaker(__name__)


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
            PlacedError: the file is empty or no text.
        """
        self.faults: list[Problem] = []
        self._text = Separated(path, file=file)
        self.notes = self._text.notes
        first = next(self._text.records(), None)
        if first is None:
            refuse(self._text.place(1), _say("EMPTY"), "EMPTY")
        self._line = first.line
        fits = {sign: self._head_fields(first, sign, heads) for sign in SEPARATORS}
        self._separator = max(SEPARATORS, key=lambda sign: (sum(known for *_, known in fits[sign]), len(fits[sign])))
        self._heads = [(id, place) for id, place, _ in fits[self._separator]]
        self._ambiguous(heads)

    def heads(self) -> list[tuple[str, Place]]:
        """List the ids of the columns; what is no known word is left as it stands there."""
        return [(id, place) for id, place in self._heads if id]

    def head_place(self) -> Place:
        """Give the place of the first line."""
        return self._text.place(self._line)

    def rows(self) -> Iterator[Row]:
        """Give each row with content; rows that do not fit the head are noted in `faults` and left out."""
        self.faults = []
        records = self._text.records()
        next(records)
        for record in records:
            try:
                fields = self._text.fields(record, self._separator)
            except PlacedError as error:
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

    def _head_fields(self, first: Record, sign: str, heads: Heads) -> list[tuple[str, Place, bool]]:
        try:
            fields = self._text.fields(first, sign)
        except PlacedError:
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
            raise PlacedError(problems)
