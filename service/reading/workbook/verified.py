"""What did the assessor make of declared values, as the cells beside them or the rows of a sheet of its own say?

The declared value is never typed over. Of a list single rows are struck out or put in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts.inputs import Judgement
from rules.contracts.messages import LANGUAGES, Label, speaker
from rules.model.definitions import FactType
from service.reading.tree.nodes import Mapping, Node, Scalar, Sequence
from service.reading.workbook import forms
from service.reading.workbook.cells import is_reserved
from service.reading.workbook.trees import branch, fact_node, record_node, told
from service.reading.workbook.vocabulary import folded, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.model.definitions import FactDefinition, RecordType
    from service.reading.tabular.books import Cell
    from service.reading.tree.fields import Fields
    from service.reading.tree.problems import Place
    from service.reading.workbook.cells import CellReader
    from service.reading.workbook.sheets import Row

_say = speaker(__name__)

DECLARED, VERIFIED = "declared", "verified"
_VALUE, _TEXTS = "verified_value", ("method", "reason", "person")


def _words_of(part: str, keys: Iterable[str]) -> dict[str, str]:
    return {
        folded(word): key for key in keys for word in (key, *(words(language)[part][key] for language in LANGUAGES))
    }


def _shown(part: str, keys: Iterable[str]) -> list[str]:
    return [Label({language: words(language)[part][key] for language in LANGUAGES}) for key in keys]


_JUDGEMENTS = _words_of("judgements", [word.value for word in Judgement])
_LIST_ROWS = _words_of("list_rows", (DECLARED, VERIFIED))


class ListRows:
    """The rows of one list: those that the applicant declared, and those that hold as the assessor sees it."""

    def __init__(self, reader: CellReader, definition: FactDefinition, record: RecordType, rows: list[Row]) -> None:
        """Read every row once."""
        self.marked: Cell | None = None
        self.declared: list[Node] = []
        self.verified: list[Node] = []
        for row in rows:
            cell = row.get(forms.LIST_ROW)
            rest = {id: part for id, part in row.items() if id != forms.LIST_ROW}
            path = f"facts[{definition.id}].records"
            if not rest:
                reader.refuse(next(iter(row.values())), path, _say("MARK_ALONE"), "REQUIRED")
                continue
            mark = None
            if cell is not None:
                self.marked = self.marked or cell
                shown = _shown("list_rows", (DECLARED, VERIFIED))
                read = reader.sound(cell, path) and reader.chosen(_LIST_ROWS, cell, path, shown)
                mark = read.text if read else None
            node = record_node(reader, definition.id, record, rest)
            if mark != VERIFIED:
                self.declared.append(node)
            if mark != DECLARED:
                self.verified.append(node)


class VerificationReader:
    """Reads judgements; what is wrong is noted where the cells stand."""

    def __init__(self, reader: CellReader, fields: Fields) -> None:
        """Note problems in `fields`."""
        self._reader, self._fields = reader, fields

    def node(
        self,
        definition: FactDefinition,
        rows: dict[str, Row],
        *,
        at: dict[str, Place],
        unit: Cell | None = None,
        records: ListRows | None = None,
    ) -> Mapping | None:
        """Read the judgement of a fact; None if there is none.

        `rows` holds, by the ids of the slots of the fact, the cells by the ids of their columns; `at` says
        where cells that are empty would be, `records` which rows of a list are struck out or put in.
        """
        path = f"facts[{definition.id}].verification"
        said = self._beside(rows.values(), path)
        values = {slot: row[_VALUE] for slot, row in rows.items() if _VALUE in row}
        marked = None if records is None else records.marked
        if not said and not values:
            if marked is not None:
                self._reader.refuse(marked, path, _say("MARKED_UNJUDGED"), "REQUIRED")
            return None
        first = next(iter((*said.values(), *values.values())))
        judgement = self._judgement(said, values, path, first, at)
        cited = said.get("verified_evidence")
        evidence = None if cited is None else self._reader.names(cited, f"{path}.evidence")
        corrected = self._corrected(definition, values, f"{path}.corrected_value", unit=unit, records=records)
        if judgement is not None and judgement.text == Judgement.CORRECTED and corrected is None and not values:
            key = "LIST_UNMARKED" if definition.type is FactType.RECORDS else "CORRECTED_TO_WHAT"
            self._fields.problem(at.get(_VALUE, first.place), path, _say(key), "REQUIRED")
            return None
        entries: list[tuple[str, Node | None]] = [("judgement", judgement)]
        entries += [] if corrected is None else list(corrected.entries.items())
        entries.append(("evidence", evidence))
        for name in _TEXTS:
            cell, missing = said.get(name), _nothing(at.get(name, first.place))
            entries.append((name, self._reader.text(cell, f"{path}.{name}") if cell else missing))
        day, missing = said.get("date"), _nothing(at.get("date", first.place))
        entries.append(("date", self._reader.day(day, f"{path}.date") if day else missing))
        return None if judgement is None else branch(first.place, entries)

    def _beside(self, rows: Iterable[Row], path: str) -> Row:
        """Take what stands beside the values; of a period it stands beside one of both days."""
        kept: Row = {}
        for row in rows:
            for id in forms.VERIFICATION_COLUMNS:
                if id == _VALUE or id not in row:
                    continue
                if id in kept:
                    description = _say("STANDS_AT", there=told(kept[id].place))
                    self._fields.problem(row[id].place, f"{path}.{id}", description, "REPEATED")
                else:
                    kept[id] = row[id]
        return kept

    def _judgement(
        self, said: Row, values: dict[str, Cell], path: str, first: Cell, at: dict[str, Place]
    ) -> Scalar | None:
        cell = said.get("judgement")
        if cell is None:
            if values:
                return Scalar(next(iter(values.values())).place, Judgement.CORRECTED.value, plain=False)
            self._fields.problem(at.get("judgement", first.place), f"{path}.judgement", _say("UNJUDGED"), "REQUIRED")
            return None
        if not self._reader.sound(cell, f"{path}.judgement"):
            return None
        return self._reader.chosen(_JUDGEMENTS, cell, f"{path}.judgement", _shown("judgements", Judgement))

    def _corrected(
        self,
        definition: FactDefinition,
        values: dict[str, Cell],
        path: str,
        *,
        unit: Cell | None,
        records: ListRows | None,
    ) -> Mapping | None:
        if records is not None and records.marked is not None:
            none = next(iter(values.values()), None)
            if none is None:
                place = records.marked.place
                return branch(place, [("value", Sequence(place, records.verified))])
            where = told(records.marked.place)
            self._reader.refuse(none, path, _say("NONE_AND_SOME", where=where), "WRONG_VALUE")
            return None
        if definition.type is FactType.RECORDS and not all(is_reserved(cell, "none") for cell in values.values()):
            for cell in values.values():
                if not is_reserved(cell, "not_applicable"):
                    self._reader.refuse(cell, path, _say("LIST_ROWS_MARKED"), "WRONG_TYPE")
                    return None
        return fact_node(self._reader, definition, values, unit=unit, path=path)


def with_judgement(node: Mapping | None, judged: Mapping | None) -> Mapping | None:
    """Put the judgement of a fact to what was declared of it, if anything was."""
    if judged is None:
        return node
    entries = {} if node is None else node.entries
    return branch(judged.place if node is None else node.place, [*entries.items(), ("verification", judged)])


def places_beside(place: Place, columns: dict[str, int]) -> dict[str, Place]:
    """Say where the cells of a row are, by the ids of their columns."""
    return {id: replace(place, column=column) for id, column in columns.items()}


def _nothing(place: Place) -> Scalar:
    """Stand for a cell that is empty, so that what is missing is told there."""
    return Scalar(place, "")
