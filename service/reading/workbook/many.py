"""What do tables about many subjects say: one row each, with their records and evidence in tables beside it?

The tables are sheets of a workbook or files of comma-separated values. They are read twice: once to find what is wrong
with them as a whole, before anything is evaluated, and once subject by subject, in bounded memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from rules.contracts.messages import Message, speaker
from rules.model.definitions import FactType
from service.reading.dossier.other_card import FACT_OF_CARD
from service.reading.dossier.reading import dossier_of
from service.reading.tree.fields import Fields
from service.reading.tree.nodes import Mapping, Node, Scalar
from service.reading.tree.problems import PlacedError, Problem, refuse
from service.reading.workbook import forms
from service.reading.workbook.cells import CellReader
from service.reading.workbook.one import with_records
from service.reading.workbook.placed import PlaceReader
from service.reading.workbook.slots import lists_of, record_of, slots_by_word, slots_of
from service.reading.workbook.trees import branch, cited, evidence_node, fact_node, told
from service.reading.workbook.verified import ListRows, VerificationReader, places_beside, with_judgement
from service.reading.workbook.vocabulary import choice_ids, folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rules.model.scorecard import Scorecard
    from service.reading.dossier.reading import Dossier
    from service.reading.tree.problems import Place
    from service.reading.workbook.sheets import Row
    from service.reading.workbook.shelf import Shelf
    from service.reading.workbook.slots import Slot

_say = speaker(__name__)

MAXIMUM_SUBJECTS = 20_000
"""Subjects in one workbook."""


_EVIDENCE, _VERIFICATION, _PLACES = ".evidence", ".verification", ".places"
"""The parts of the shelf that are no lists; no list has a dot in its id."""


def subject_twice(subject: str, there: str) -> Message:
    """Say that a subject stands in one batch twice."""
    return _say("SUBJECT_TWICE", subject=subject[:120], there=there)


class Table(Protocol):
    """Rows by the ids of their columns; `faults` are those of the rows read last that are left out."""

    faults: list[Problem]

    def heads(self) -> list[tuple[str, Place]]:
        """List the ids of the columns."""
        ...

    def head_place(self) -> Place:
        """Give the place of the row of heads."""
        ...

    def rows(self) -> Iterator[Row]:
        """Give each row with content."""
        ...


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a batch; what stands beside the facts may have none where the form allows that."""

    facts: Table
    records: dict[str, Table]
    evidence: Table | None
    verification: Table | None = None
    places: Table | None = None
    organization: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    most: int | None = None


class ManyReader:
    """Reads tables under one scorecard."""

    def __init__(self, tables: Tables, scorecard: Scorecard, shelf: Shelf, *, as_of: str, settings: dict[str, str]):
        """Use these tables; `settings` go before those of the tables, `shelf` holds what must wait."""
        self._tables = tables
        self._scorecard = scorecard
        self._shelf = shelf
        self._as_of = as_of
        self._settings = {**tables.settings, **settings}
        self._slots = slots_of(scorecard.facts)

    def prepare(self) -> int:
        """Check the tables as a whole, put rows aside that belong to subjects, and say how many subjects there are.

        Raises:
            PlacedError: columns are unknown or missing, a subject stands twice, or rows belong to none.
        """
        fields = Fields()
        self._check_heads(fields)
        if fields.problems:
            raise PlacedError(fields.problems)
        count = self._enter_subjects(fields)
        if not count and not self._tables.facts.faults:
            fields.problem(self._tables.facts.head_place(), "", _say("NO_SUBJECTS"), "EMPTY")
        tables = self._tables
        further = {_EVIDENCE: tables.evidence, _VERIFICATION: tables.verification, _PLACES: tables.places}
        beside = {**self._tables.records, **{part: table for part, table in further.items() if table is not None}}
        for part, table in beside.items():
            self._put_aside(part, table, fields)
        for table in (self._tables.facts, *beside.values()):
            fields.problems.extend(table.faults)
        for subject, place in self._shelf.strays():
            description = _say("NO_SUCH_SUBJECT", subject=subject[:120])
            fields.problem(place, forms.SUBJECT, description, "UNKNOWN_SUBJECT")
        if fields.problems:
            raise PlacedError(fields.problems)
        return count

    def entries(self) -> Iterator[tuple[str, Place, Callable[[], Dossier]]]:
        """Give the subjects in their order: name if there is one, place, and how to read the rest."""
        for row in self._tables.facts.rows():
            cell = row.get(forms.SUBJECT)
            place = replace(next(iter(row.values())).place, column=0)
            name = "" if cell is None else self._name(row)
            yield name, place, partial(self._dossier, row, name)

    def _check_heads(self, fields: Fields) -> None:
        def check(table: Table, known: tuple[str, ...], needed: tuple[str, ...]) -> None:
            heads = dict(table.heads())
            for id, place in heads.items():
                if id not in known:
                    fields.unknown(place, "", id, known, _say("COLUMN_OF_TABLE"))
            for id in needed:
                if id not in heads:
                    fields.problem(table.head_place(), "", _say("COLUMN_MISSING", id=id), "MISSING_COLUMN")

        tables, subject = self._tables, forms.SUBJECT
        check(tables.facts, (subject, *(slot.id for slot in self._slots)), (subject,))
        for definition, slots in lists_of(self._scorecard):
            if definition.id in tables.records:
                key = next(record.key for record in self._scorecard.records if record.id == definition.record)
                known = (subject, *(slot.id for slot in slots), forms.LIST_ROW)
                check(tables.records[definition.id], known, (subject, key))
        if tables.evidence is not None:
            known = (subject, "facts", *forms.EVIDENCE_COLUMNS)
            check(tables.evidence, known, (subject, "evidence_id", "facts", "kind", "issuer", "digest"))
        if tables.verification is not None:
            known = (subject, forms.FACT, *forms.VERIFICATION_COLUMNS)
            check(tables.verification, known, known)
        if tables.places is not None:
            known = (subject, *forms.PLACES_COLUMNS)
            check(tables.places, known, (subject, forms.FACT, "evidence_id"))

    def _enter_subjects(self, fields: Fields) -> int:
        count = 0
        for row in self._tables.facts.rows():
            count += 1
            if self._tables.most is not None and count > self._tables.most:
                description = _say("TOO_MANY_SUBJECTS", most=self._tables.most)
                refuse(next(iter(row.values())).place, description, "TOO_MANY_ROWS")
            cell = row.get(forms.SUBJECT)
            name = "" if cell is None else self._name(row)
            if cell is None or not name:
                continue  # which its own reading refuses, without stopping the others
            there = self._shelf.enter(name, told(cell.place))
            if there is not None:
                description = subject_twice(name, there)
                fields.problem(cell.place, forms.SUBJECT, description, "REPEATED")
        return count

    def _put_aside(self, part: str, table: Table, fields: Fields) -> None:
        for row in table.rows():
            name = self._name(row)
            if name:
                rest = {id: cell for id, cell in row.items() if id != forms.SUBJECT}
                self._shelf.put(part, name, rest or row)
            else:
                place = next(iter(row.values())).place
                fields.problem(place, forms.SUBJECT, _say("NO_SUBJECT"), "REQUIRED")

    def _name(self, row: Row) -> str:
        cell = row.get(forms.SUBJECT)
        text = str(cell.value).strip() if cell is not None and cell.kind not in {"f", "e"} else ""
        organization = self._tables.organization
        return text if not text or "/" in text or not organization else f"{organization}/subjects/{text}"

    def _dossier(self, row: Row, name: str) -> Dossier:
        fields = Fields()
        cells = CellReader(fields)
        place = next(iter(row.values())).place
        cell = row.get(forms.SUBJECT)
        if cell is not None:
            cells.sound(cell, forms.SUBJECT)
        evidence = self._shelf.rows(_EVIDENCE, name)
        parts: list[tuple[str, Node | None]] = [
            ("subject", Scalar(place if cell is None else cell.place, name, plain=False)),
            ("facts", self._facts(cells, fields, row, name, evidence)),
            ("evidence", evidence_node(cells, fields, evidence)),
        ]
        dossier = dossier_of(branch(place, parts), fields, self._scorecard, as_of=self._as_of, settings=self._settings)
        return replace(dossier, notes=tuple(cells.notes))

    def _facts(self, cells: CellReader, fields: Fields, row: Row, name: str, evidence: list[Row]) -> Mapping:
        resting = cited(cells, fields, evidence, choice_ids(self._scorecard.facts))
        judged = self._judged(cells, fields, name, slots_by_word(self._scorecard.facts))
        columns = {} if self._tables.verification is None else self._columns(self._tables.verification)
        judgements = VerificationReader(cells, fields)
        places = PlaceReader(cells, fields, self._scorecard, self._shelf.rows(_PLACES, name))
        parts = []
        for definition in self._scorecard.facts:
            named = resting.get(definition.id)
            node = fact_node(cells, definition, row, evidence=named)
            records = None
            if definition.type is FactType.RECORDS and definition.id in self._tables.records:
                rows = self._shelf.rows(definition.id, name)
                records = ListRows(cells, definition, record_of(self._scorecard, definition), rows)
                places.put_into(definition, records)
                node = with_records(fields, definition, node=node, records=records, evidence=named)
            said = judged.get(definition.id, {})
            begun = next((next(iter(cells_of.values())).place for cells_of in said.values()), None)
            at = {} if begun is None else places_beside(begun, columns)
            made = judgements.node(definition, said, at=at, records=records)
            parts.append((definition.id, places.beside(definition, with_judgement(node, made))))
        places.left_over()
        return branch(next(iter(row.values())).place, parts)

    def _judged(
        self, cells: CellReader, fields: Fields, name: str, known: dict[str, Slot]
    ) -> dict[str, dict[str, Row]]:
        """Give the rows of the verification of one subject, by fact and slot."""
        found: dict[str, dict[str, Row]] = {}
        for row in self._shelf.rows(_VERIFICATION, name):
            cell, place = row.get(forms.FACT), next(iter(row.values())).place
            if cell is None:
                fields.problem(place, forms.FACT, _say("FACT_UNNAMED"), "REQUIRED")
                continue
            text = cells.text(cell, forms.FACT)
            if text is None:
                continue
            slot = known.get(folded(text.text))
            if slot is None:
                ids = [one.id for one in self._slots]
                fields.unknown(cell.place, forms.FACT, text.text, ids, FACT_OF_CARD)
                continue
            rows = found.setdefault(slot.definition.id, {})
            if slot.id in rows:
                there = told(next(iter(rows[slot.id].values())).place)
                fields.problem(cell.place, slot.id, _say("STANDS_TWICE", there=there), "REPEATED")
                continue
            rows[slot.id] = row
            if not set(row) & set(forms.VERIFICATION_COLUMNS):
                fields.problem(cell.place, f"facts[{slot.id}].verification", _say("UNJUDGED"), "REQUIRED")
        return found

    @staticmethod
    def _columns(table: Table) -> dict[str, int]:
        return {id: place.column for id, place in table.heads() if place.sheet}  # fields of CSV have no column alike
