"""Batch tables: many subjects, a row each, with records and evidence in tables of their own.

A `BatchTableReader` reads the tables twice in bounded memory: as a whole, before anything is evaluated, and subject by
subject.
"""

from __future__ import annotations

import pickle
import sqlite3
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rules.contracts import LANGUAGES, InputError, Message, message_factory
from rules.model import FactType
from service.base.resource_names import parse_organization
from service.input.cells import CellReader, Column, choice_ids, fold_cell_text
from service.input.dossier.dossier_reader import FACT_OF_CARD, dossier_from_tree
from service.input.tabular.cell_texts import Cell
from service.input.tabular.csv_parser import SEPARATORS, DelimitedRecord, DelimitedText
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem, raise_placed_error
from service.input.workbook import sheet_layout
from service.input.workbook.row_readers import (
    ListRows,
    PlaceReader,
    VerificationReader,
    cell_positions,
    cited,
    evidence_node,
    fact_node,
    mapping_node,
    position_text,
    with_judgement,
)
from service.input.workbook.sheet_layout import Layout
from service.input.workbook.sheets import open_sheets
from service.input.workbook.single_subject import (
    check_heads,
    merge_declared_records,
    read_settings_sheet,
    sheet_problems,
)
from service.input.workbook.vocabulary import lists_of, record_of, slots_by_word, slots_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

    from rules.model import Scorecard
    from service.input.dossier.dossier_reader import Dossier
    from service.input.workbook.sheets import Row
    from service.input.workbook.vocabulary import Slot


_say = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class ColumnHeadings:
    """Which word over a column stands for which id; a word that several columns could be meant by stands for none."""

    ids: dict[str, tuple[str, ...]]

    def id_of(self, word: str) -> str | None:
        """Give the one id that a word stands for."""
        ids = self.ids.get(fold_cell_text(word), ())
        return ids[0] if len(ids) == 1 else None


def column_headings(plain: Iterable[str], slots: Iterable[Slot]) -> ColumnHeadings:
    """Let columns be headed by their id, by their label in any language, or by label and unit."""
    ids_by_word: dict[str, set[str]] = {}
    ids = set(plain)
    for slot in slots:
        ids.add(slot.id)
        for language in LANGUAGES:
            by_symbol = slot.heading(language, unit=slot.definition.unit)
            for word in (slot.label(language), slot.heading(language), by_symbol):
                ids_by_word.setdefault(fold_cell_text(word), set()).add(slot.id)
    return ColumnHeadings(
        {**{word: tuple(sorted(of)) for word, of in ids_by_word.items()}, **{fold_cell_text(id): (id,) for id in ids}}
    )


class CsvTable:
    """A table in a file; its rows are read as a stream, as often as they are asked for."""

    def __init__(self, path: Path, heads: ColumnHeadings, *, file: str = "", decimal_mark: str = "") -> None:
        """Find encoding, separator and decimal mark, unless that is declared.

        `file` names the file in places if it is not the one that was asked for.

        Raises:
            PlacedError: the file is empty or no text.
        """
        self.faults: list[Problem] = []
        self._text = DelimitedText(path, file=file)
        self.notes = self._text.notes
        first = next(self._text.records(), None)
        if first is None:
            raise_placed_error(self._text.position(1), _say("EMPTY"), "EMPTY")
        self._line = first.line
        fits = {sign: self._head_fields(first, sign, heads) for sign in SEPARATORS}
        self._separator = max(SEPARATORS, key=lambda sign: (sum(known for *_, known in fits[sign]), len(fits[sign])))
        self._heads = [(id, place) for id, place, _ in fits[self._separator]]
        self._ambiguous(heads)
        self._decimal_mark = self._text.decimal_mark(self._separator, decimal_mark)

    def heads(self) -> list[tuple[str, FilePosition]]:
        """List the ids of the columns; what is no known word is left as it stands there."""
        return [(id, place) for id, place in self._heads if id]

    def head_place(self) -> FilePosition:
        """Give the place of the first line."""
        return self._text.position(self._line)

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
                id: Cell(place, value, decimal_mark=self._decimal_mark)
                for (id, _), (place, value) in zip(self._heads, fields, strict=False)
                if id and value.strip()
            }
            if row:
                yield row

    def _head_fields(
        self, first: DelimitedRecord, sign: str, heads: ColumnHeadings
    ) -> list[tuple[str, FilePosition, bool]]:
        try:
            fields = self._text.fields(first, sign)
        except PlacedError:
            return []
        named = ((heads.id_of(value), value.strip(), place) for place, value in fields)
        return [(id or value, place, id is not None) for id, value, place in named]

    def _ambiguous(self, heads: ColumnHeadings) -> None:
        seen: dict[str, FilePosition] = {}
        problems = []
        for id, place in self.heads():
            meant = heads.ids.get(fold_cell_text(id), ())
            if len(meant) > 1:
                description = _say("LABEL_OF_SEVERAL", found=id[:60], meant=meant)
                problems.append(Problem(place, "", description, "AMBIGUOUS"))
            elif id in seen:
                description = _say("COLUMN_TWICE", found=id[:60], column=seen[id].column)
                problems.append(Problem(place, "", description, "REPEATED"))
            seen.setdefault(id, place)
        if problems:
            raise PlacedError(problems)


_TABLES = """
CREATE TABLE place (subject TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID;
CREATE TABLE kept (part TEXT, subject TEXT, number INTEGER PRIMARY KEY, content BLOB);
CREATE INDEX kept_by_subject ON kept (subject, part);
"""


class SubjectRowSpool:
    """A temporary file of rows by subject, and of the place where each subject stands; gone on exit."""

    def __enter__(self) -> SubjectRowSpool:
        self._folder = tempfile.TemporaryDirectory(prefix="touchstone-")
        # One thread after another uses it: the one that checks the batch, and the one that sends it.
        self._file = sqlite3.connect(Path(self._folder.name) / "rows.sqlite3", check_same_thread=False)
        self._file.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._folder.cleanup()

    def enter(self, subject: str, place: str) -> str | None:
        """Note where a subject stands; if it stands somewhere already, give that place."""
        try:
            self._file.execute("INSERT INTO place (subject, place) VALUES (?, ?)", (subject, place))
        except sqlite3.IntegrityError:
            row = self._file.execute("SELECT place FROM place WHERE subject = ?", (subject,)).fetchone()
            return str(row[0])
        return None

    def put(self, part: str, subject: str, row: Row) -> None:
        """Keep a row for a subject."""
        content = pickle.dumps(row, protocol=pickle.HIGHEST_PROTOCOL)
        self._file.execute("INSERT INTO kept (part, subject, content) VALUES (?, ?, ?)", (part, subject, content))

    def rows(self, part: str, subject: str) -> list[Row]:
        """Give the rows kept for a subject, in their order."""
        query = "SELECT content FROM kept WHERE subject = ? AND part = ? ORDER BY number"
        rows = self._file.execute(query, (subject, part))
        return [pickle.loads(content) for (content,) in rows]  # noqa: S301 -- our own file, written a moment ago

    def strays(self) -> Iterator[tuple[str, FilePosition]]:
        """List the rows of subjects that stand nowhere, by the subject and the first place of each."""
        query = (
            "SELECT subject, content FROM kept WHERE subject NOT IN (SELECT subject FROM place) "
            "GROUP BY part, subject ORDER BY MIN(number)"
        )
        for subject, content in self._file.execute(query):
            row: Row = pickle.loads(content)  # noqa: S301 -- our own file, written a moment ago
            yield subject, next(iter(row.values())).position


MAXIMUM_SUBJECTS = 20_000
"""Subjects in one workbook."""


_EVIDENCE, _VERIFICATION, _PLACES = ".evidence", ".verification", ".places"
"""The parts of the spool that are no lists; no list has a dot in its id."""


def repeated_subject_message(subject: str, there: str) -> Message:
    """Say that a subject stands in one batch twice."""
    return _say("SUBJECT_TWICE", subject=subject[:120], there=there)


class Table(Protocol):
    """Rows by the ids of their columns; `faults` are those of the rows read last that are left out."""

    faults: list[Problem]

    def heads(self) -> list[tuple[str, FilePosition]]:
        """List the ids of the columns."""
        ...

    def head_place(self) -> FilePosition:
        """Give the place of the row of heads."""
        ...

    def rows(self) -> Iterator[Row]:
        """Give each row with content."""
        ...


@dataclass(frozen=True, slots=True)
class BatchTables:
    """The tables of a batch; what stands beside the facts may have none where the form allows that."""

    facts: Table
    records: dict[str, Table]
    evidence: Table | None
    verification: Table | None = None
    places: Table | None = None
    organization: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    most: int | None = None


class BatchTableReader:
    """Reads tables under one scorecard."""

    def __init__(
        self, tables: BatchTables, scorecard: Scorecard, spool: SubjectRowSpool, *, as_of: str, settings: dict[str, str]
    ):
        """Use these tables; `settings` go before those of the tables, `spool` holds what must wait."""
        self._tables = tables
        self._scorecard = scorecard
        self._spool = spool
        self._as_of = as_of
        self._settings = {**tables.settings, **settings}
        self._slots = slots_of(scorecard.facts)
        self._declared: dict[tuple[int, str], Column] = {}

    def prepare(self) -> int:
        """Check the tables as a whole, put rows aside that belong to subjects, and say how many subjects there are.

        Raises:
            PlacedError: columns are unknown or missing, a subject stands twice, or rows belong to none.
        """
        fields = FieldReader()
        self._check_heads(fields)
        if fields.problems:
            raise PlacedError(fields.problems)
        count = self._enter_subjects(fields)
        if not count and not self._tables.facts.faults:
            fields.problem(self._tables.facts.head_place(), "", _say("NO_SUBJECTS"), "EMPTY")
        tables = self._tables
        further = {_EVIDENCE: tables.evidence, _VERIFICATION: tables.verification, _PLACES: tables.places}
        all_tables = {**self._tables.records, **{part: table for part, table in further.items() if table is not None}}
        for part, table in all_tables.items():
            self._put_aside(part, table, fields)
        for table in (self._tables.facts, *all_tables.values()):
            fields.problems.extend(table.faults)
        for subject, place in self._spool.strays():
            description = _say("NO_SUCH_SUBJECT", subject=subject[:120])
            fields.problem(place, sheet_layout.SUBJECT, description, "UNKNOWN_SUBJECT")
        if fields.problems:
            raise PlacedError(fields.problems)
        return count

    def entries(self) -> Iterator[tuple[str, FilePosition, Callable[[], Dossier]]]:
        """Give the subjects in their order: name if there is one, place, and how to read the rest."""
        for row in self._tables.facts.rows():
            cell = row.get(sheet_layout.SUBJECT)
            place = replace(next(iter(row.values())).position, column=0)
            name = "" if cell is None else self._name(row)
            yield name, place, partial(self._dossier, row, name)

    def _check_heads(self, fields: FieldReader) -> None:
        check = partial(check_heads, fields=fields)
        tables, subject = self._tables, sheet_layout.SUBJECT
        check(tables.facts, (subject, *(slot.id for slot in self._slots)), (subject,))
        for definition, slots in lists_of(self._scorecard):
            if definition.id in tables.records:
                key = next(record.key for record in self._scorecard.records if record.id == definition.record)
                known = (subject, *(slot.id for slot in slots), sheet_layout.LIST_ROW)
                check(tables.records[definition.id], known, (subject, key))
        if tables.evidence is not None:
            known = (subject, "facts", *sheet_layout.EVIDENCE_COLUMNS)
            check(tables.evidence, known, (subject, "evidence_id", "facts", "kind", "issuer", "digest"))
        if tables.verification is not None:
            known = (subject, sheet_layout.FACT, *sheet_layout.VERIFICATION_COLUMNS)
            check(tables.verification, known, known)
        if tables.places is not None:
            known = (subject, *sheet_layout.PLACES_COLUMNS)
            check(tables.places, known, (subject, sheet_layout.FACT, "evidence_id"))

    def _enter_subjects(self, fields: FieldReader) -> int:
        count = 0
        for row in self._tables.facts.rows():
            count += 1
            if self._tables.most is not None and count > self._tables.most:
                description = _say("TOO_MANY_SUBJECTS", most=self._tables.most)
                raise_placed_error(next(iter(row.values())).position, description, "TOO_MANY_ROWS")
            cell = row.get(sheet_layout.SUBJECT)
            name = "" if cell is None else self._name(row)
            if cell is None or not name:
                continue  # which its own reading refuses, without stopping the others
            there = self._spool.enter(name, position_text(cell.position))
            if there is not None:
                description = repeated_subject_message(name, there)
                fields.problem(cell.position, sheet_layout.SUBJECT, description, "REPEATED")
        return count

    def _put_aside(self, part: str, table: Table, fields: FieldReader) -> None:
        for row in table.rows():
            name = self._name(row)
            if name:
                rest = {id: cell for id, cell in row.items() if id != sheet_layout.SUBJECT}
                self._spool.put(part, name, rest or row)
            else:
                place = next(iter(row.values())).position
                fields.problem(place, sheet_layout.SUBJECT, _say("NO_SUBJECT"), "REQUIRED")

    def _name(self, row: Row) -> str:
        cell = row.get(sheet_layout.SUBJECT)
        text = str(cell.value).strip() if cell is not None and cell.kind not in {"f", "e"} else ""
        organization = self._tables.organization
        return text if not text or "/" in text or not organization else f"{organization}/subjects/{text}"

    def _dossier(self, row: Row, name: str) -> Dossier:
        fields = FieldReader()
        cells = CellReader(fields, self._declared)
        place = next(iter(row.values())).position
        cell = row.get(sheet_layout.SUBJECT)
        if cell is not None:
            cells.sound(cell, sheet_layout.SUBJECT)
        evidence = self._spool.rows(_EVIDENCE, name)
        parts: list[tuple[str, Node | None]] = [
            ("subject", Scalar(place if cell is None else cell.position, name, plain=False)),
            ("facts", self._facts(cells, fields, row, name, evidence)),
            ("evidence", evidence_node(cells, fields, evidence)),
        ]
        dossier = dossier_from_tree(
            mapping_node(place, parts), fields, self._scorecard, as_of=self._as_of, settings=self._settings
        )
        return replace(dossier, notes=tuple(cells.notes))

    def _facts(self, cells: CellReader, fields: FieldReader, row: Row, name: str, evidence: list[Row]) -> Mapping:
        resting = cited(cells, fields, evidence, choice_ids(self._scorecard.facts))
        judged = self._verification_rows(cells, fields, name, slots_by_word(self._scorecard.facts))
        columns = {} if self._tables.verification is None else self._columns(self._tables.verification)
        judgements = VerificationReader(cells, fields)
        places = PlaceReader(cells, fields, self._scorecard, self._spool.rows(_PLACES, name))
        parts = []
        for definition in self._scorecard.facts:
            named = resting.get(definition.id)
            node = fact_node(cells, definition, row, evidence=named)
            records = None
            if definition.type is FactType.RECORDS and definition.id in self._tables.records:
                rows = self._spool.rows(definition.id, name)
                records = ListRows(cells, definition, record_of(self._scorecard, definition), rows)
                places.put_into(definition, records)
                node = merge_declared_records(fields, definition, node=node, records=records, evidence=named)
            judged_slots = judged.get(definition.id, {})
            begun = next((next(iter(cells_of.values())).position for cells_of in judged_slots.values()), None)
            at = {} if begun is None else cell_positions(begun, columns)
            made = judgements.node(definition, judged_slots, at=at, records=records)
            parts.append((definition.id, places.beside(definition, with_judgement(node, made))))
        places.left_over()
        return mapping_node(next(iter(row.values())).position, parts)

    def _verification_rows(
        self, cells: CellReader, fields: FieldReader, name: str, known: dict[str, Slot]
    ) -> dict[str, dict[str, Row]]:
        """Give the rows of the verification of one subject, by fact and slot."""
        by_fact: dict[str, dict[str, Row]] = {}
        for row in self._spool.rows(_VERIFICATION, name):
            cell, place = row.get(sheet_layout.FACT), next(iter(row.values())).position
            if cell is None:
                fields.problem(place, sheet_layout.FACT, _say("FACT_UNNAMED"), "REQUIRED")
                continue
            text = cells.text(cell, sheet_layout.FACT)
            if text is None:
                continue
            slot = known.get(fold_cell_text(text.text))
            if slot is None:
                ids = [candidate.id for candidate in self._slots]
                fields.unknown(cell.position, sheet_layout.FACT, text.text, ids, FACT_OF_CARD)
                continue
            rows = by_fact.setdefault(slot.definition.id, {})
            if slot.id in rows:
                there = position_text(next(iter(rows[slot.id].values())).position)
                fields.problem(cell.position, slot.id, _say("STANDS_TWICE", there=there), "REPEATED")
                continue
            rows[slot.id] = row
            if not set(row) & set(sheet_layout.VERIFICATION_COLUMNS):
                fields.problem(cell.position, f"facts[{slot.id}].verification", _say("UNJUDGED"), "REQUIRED")
        return by_fact

    @staticmethod
    def _columns(table: Table) -> dict[str, int]:
        return {id: place.column for id, place in table.heads() if place.sheet}  # fields of CSV have no column alike


@contextmanager
def open_batch_workbook(path: Path, scorecard: Scorecard) -> Iterator[tuple[BatchTables, tuple[Problem, ...]]]:
    """Open a workbook about many subjects; the notes say what its settings sheet gave reason to say.

    Raises:
        PlacedError: it is no workbook of this scorecard for many subjects, or its settings are wrong.
    """
    with open_sheets(path) as sheets:
        fields = FieldReader()
        cells = CellReader(fields)
        fields.problems += sheets.problems + sheet_problems(sheets, scorecard, Layout.MANY)
        if sheet_layout.SETTINGS in sheets.by_mark:
            check_heads(sheets.by_mark[sheet_layout.SETTINGS], sheet_layout.SETTING_COLUMNS, ("id", "value"), fields)
        if fields.problems:
            raise PlacedError(fields.problems)
        chosen = read_settings_sheet(
            sheets.by_mark[sheet_layout.SETTINGS], scorecard, cells, fields, names=(sheet_layout.ORGANIZATION,)
        )
        organization = ""
        if sheet_layout.ORGANIZATION in chosen.named:
            organization, place = chosen.named[sheet_layout.ORGANIZATION]
            try:
                parse_organization(organization, field=sheet_layout.ORGANIZATION)
            except InputError as error:
                fields.problem(
                    place, sheet_layout.ORGANIZATION, error.violations[0].description, error.violations[0].reason
                )
        if fields.problems:
            raise PlacedError(fields.problems)
        tables = BatchTables(
            facts=sheets.by_mark[sheet_layout.facts_mark(Layout.MANY)],
            records={
                definition.id: sheets.by_mark[sheet_layout.records_mark(definition.id)]
                for definition, _ in lists_of(scorecard)
            },
            evidence=sheets.by_mark[sheet_layout.EVIDENCE],
            verification=sheets.by_mark.get(sheet_layout.VERIFICATION),
            places=sheets.by_mark.get(sheet_layout.PLACES),
            organization=organization,
            settings={id: text for id, (text, _) in chosen.settings.items()},
            most=MAXIMUM_SUBJECTS,
        )
        yield tables, (*sheets.hidden_notes(), *cells.notes)
