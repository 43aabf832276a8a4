"""Batch tables: one row for each subject.

A `BatchTableReader` reads them twice in bounded memory: to check all, then by subject.
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


_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class ColumnHeadings:
    """Column ids by folded heading; an ambiguous heading has several."""

    ids: dict[str, tuple[str, ...]]

    def id_of(self, word: str) -> str | None:
        ids = self.ids.get(fold_cell_text(word), ())
        return ids[0] if len(ids) == 1 else None


def column_headings(plain: Iterable[str], slots: Iterable[Slot]) -> ColumnHeadings:
    """Map ids, labels, and labels with units to column ids."""
    ids_by_word: dict[str, set[str]] = {}
    ids = set(plain)
    for slot in slots:
        ids.add(slot.id)
        for language in LANGUAGES:
            by_symbol = slot.heading(language, unit=slot.definition.unit)
            for word in (slot.label(language), slot.heading(language), by_symbol):
                ids_by_word.setdefault(fold_cell_text(word), set()).add(slot.id)
    return ColumnHeadings(
        {
            **{word: tuple(sorted(slot_ids)) for word, slot_ids in ids_by_word.items()},
            **{fold_cell_text(id): (id,) for id in ids},
        }
    )


class CsvTable:
    """A CSV table; each call streams its rows again."""

    def __init__(self, path: Path, heads: ColumnHeadings, *, file: str = "", decimal_mark: str = "") -> None:
        self.faults: list[Problem] = []
        self._text = DelimitedText(path, file=file)
        self.notes = self._text.notes
        first = next(self._text.records(), None)
        if first is None:
            raise_placed_error(self._text.position(1), _message("EMPTY"), "EMPTY")
        self._line = first.line
        fits = {sign: self._head_fields(first, sign, heads) for sign in SEPARATORS}
        self._separator = max(SEPARATORS, key=lambda sign: (sum(known for *_, known in fits[sign]), len(fits[sign])))
        self._heads = [(id, place) for id, place, _ in fits[self._separator]]
        self._check_headings(heads)
        self._decimal_mark = self._text.decimal_mark(self._separator, decimal_mark)

    def heads(self) -> list[tuple[str, FilePosition]]:
        return [(id, position) for id, position in self._heads if id]

    def head_place(self) -> FilePosition:
        return self._text.position(self._line)

    def rows(self) -> Iterator[Row]:
        """Yield the nonblank rows.

        Invalid rows are skipped, with their problems in `faults`, which each call resets.
        """
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
                position = fields[len(self._heads)][0]
                description = _message("TOO_MANY_FIELDS", count=len(fields), most=len(self._heads))
                self.faults.append(Problem(position, "", description, "TOO_MANY_FIELDS"))
                continue
            row = {
                id: Cell(position, value, decimal_mark=self._decimal_mark)
                for (id, _), (position, value) in zip(self._heads, fields, strict=False)
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
        headings = ((heads.id_of(value), value.strip(), position) for position, value in fields)
        return [(id or value, position, id is not None) for id, value, position in headings]

    def _check_headings(self, heads: ColumnHeadings) -> None:
        seen: dict[str, FilePosition] = {}
        problems = []
        for id, position in self.heads():
            possible_ids = heads.ids.get(fold_cell_text(id), ())
            if len(possible_ids) > 1:
                description = _message("LABEL_OF_SEVERAL", found=id[:60], meant=possible_ids)
                problems.append(Problem(position, "", description, "AMBIGUOUS"))
            elif id in seen:
                description = _message("COLUMN_TWICE", found=id[:60], column=seen[id].column)
                problems.append(Problem(position, "", description, "REPEATED"))
            seen.setdefault(id, position)
        if problems:
            raise PlacedError(problems)


_TABLES = """
CREATE TABLE place (subject TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID;
CREATE TABLE kept (part TEXT, subject TEXT, number INTEGER PRIMARY KEY, content BLOB);
CREATE INDEX kept_by_subject ON kept (subject, part);
"""


class SubjectRowSpool:
    """Temporary file of rows and locations by subject, deleted on exit."""

    def __enter__(self) -> SubjectRowSpool:
        self._folder = tempfile.TemporaryDirectory(prefix="touchstone-")
        # One thread checks the batch and another sends it, never at the same time.
        self._file = sqlite3.connect(Path(self._folder.name) / "rows.sqlite3", check_same_thread=False)
        self._file.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._folder.cleanup()

    def enter(self, subject: str, place: str) -> str | None:
        try:
            self._file.execute("INSERT INTO place (subject, place) VALUES (?, ?)", (subject, place))
        except sqlite3.IntegrityError:
            row = self._file.execute("SELECT place FROM place WHERE subject = ?", (subject,)).fetchone()
            return str(row[0])
        return None

    def put(self, part: str, subject: str, row: Row) -> None:
        content = pickle.dumps(row, protocol=pickle.HIGHEST_PROTOCOL)
        self._file.execute("INSERT INTO kept (part, subject, content) VALUES (?, ?, ?)", (part, subject, content))

    def rows(self, part: str, subject: str) -> list[Row]:
        query = "SELECT content FROM kept WHERE subject = ? AND part = ? ORDER BY number"
        rows = self._file.execute(query, (subject, part))
        return [pickle.loads(content) for (content,) in rows]  # noqa: S301 -- this process wrote the file

    def strays(self) -> Iterator[tuple[str, FilePosition]]:
        query = (
            "SELECT subject, content FROM kept WHERE subject NOT IN (SELECT subject FROM place) "
            "GROUP BY part, subject ORDER BY MIN(number)"
        )
        for subject, content in self._file.execute(query):
            row: Row = pickle.loads(content)  # noqa: S301 -- this process wrote the file
            yield subject, next(iter(row.values())).position


MAXIMUM_SUBJECTS = 20_000


_EVIDENCE, _VERIFICATION, _PLACES = ".evidence", ".verification", ".places"
"""Parts other than lists; list ids contain no dot."""


def repeated_subject_message(subject: str, there: str) -> Message:
    """Return the error for a repeated subject."""
    return _message("SUBJECT_TWICE", subject=subject[:120], there=there)


class Table(Protocol):
    """Rows by column id; `faults` describe skipped rows."""

    faults: list[Problem]

    def heads(self) -> list[tuple[str, FilePosition]]: ...

    def head_place(self) -> FilePosition: ...

    def rows(self) -> Iterator[Row]: ...


@dataclass(frozen=True, slots=True)
class BatchTables:
    """The tables of a batch of at most `most` subjects."""

    facts: Table
    records: dict[str, Table]
    evidence: Table | None
    verification: Table | None = None
    places: Table | None = None
    organization: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    most: int | None = None


class BatchTableReader:
    """Reader of batch tables; its `settings` override those of the tables."""

    def __init__(
        self, tables: BatchTables, scorecard: Scorecard, spool: SubjectRowSpool, *, as_of: str, settings: dict[str, str]
    ):
        self._tables = tables
        self._scorecard = scorecard
        self._spool = spool
        self._as_of = as_of
        self._settings = {**tables.settings, **settings}
        self._slots = slots_of(scorecard.facts)
        self._column_cache: dict[tuple[int, str], Column] = {}

    def prepare(self) -> int:
        fields = FieldReader()
        self._check_heads(fields)
        if fields.problems:
            raise PlacedError(fields.problems)
        count = self._enter_subjects(fields)
        if not count and not self._tables.facts.faults:
            fields.problem(self._tables.facts.head_place(), "", _message("NO_SUBJECTS"), "EMPTY")
        tables = self._tables
        other_tables = {_EVIDENCE: tables.evidence, _VERIFICATION: tables.verification, _PLACES: tables.places}
        all_tables = {
            **self._tables.records,
            **{part: table for part, table in other_tables.items() if table is not None},
        }
        for part, table in all_tables.items():
            self._spool_rows(part, table, fields)
        for table in (self._tables.facts, *all_tables.values()):
            fields.problems.extend(table.faults)
        for subject, position in self._spool.strays():
            description = _message("NO_SUCH_SUBJECT", subject=subject[:120])
            fields.problem(position, sheet_layout.SUBJECT, description, "UNKNOWN_SUBJECT")
        if fields.problems:
            raise PlacedError(fields.problems)
        return count

    def entries(self) -> Iterator[tuple[str, FilePosition, Callable[[], Dossier]]]:
        for row in self._tables.facts.rows():
            cell = row.get(sheet_layout.SUBJECT)
            row_position = replace(next(iter(row.values())).position, column=0)
            name = "" if cell is None else self._subject_name(row)
            yield name, row_position, partial(self._dossier, row, name)

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
                description = _message("TOO_MANY_SUBJECTS", most=self._tables.most)
                raise_placed_error(next(iter(row.values())).position, description, "TOO_MANY_ROWS")
            cell = row.get(sheet_layout.SUBJECT)
            name = "" if cell is None else self._subject_name(row)
            if cell is None or not name:
                continue  # reported when its dossier is read, so that other subjects continue
            earlier_location = self._spool.enter(name, position_text(cell.position))
            if earlier_location is not None:
                description = repeated_subject_message(name, earlier_location)
                fields.problem(cell.position, sheet_layout.SUBJECT, description, "REPEATED")
        return count

    def _spool_rows(self, part: str, table: Table, fields: FieldReader) -> None:
        for row in table.rows():
            name = self._subject_name(row)
            if name:
                other_cells = {id: cell for id, cell in row.items() if id != sheet_layout.SUBJECT}
                self._spool.put(part, name, other_cells or row)
            else:
                position = next(iter(row.values())).position
                fields.problem(position, sheet_layout.SUBJECT, _message("NO_SUBJECT"), "REQUIRED")

    def _subject_name(self, row: Row) -> str:
        cell = row.get(sheet_layout.SUBJECT)
        text = str(cell.value).strip() if cell is not None and cell.kind not in {"f", "e"} else ""
        organization = self._tables.organization
        return text if not text or "/" in text or not organization else f"{organization}/subjects/{text}"

    def _dossier(self, row: Row, name: str) -> Dossier:
        fields = FieldReader()
        cells = CellReader(fields, self._column_cache)
        row_position = next(iter(row.values())).position
        cell = row.get(sheet_layout.SUBJECT)
        if cell is not None:
            cells.sound(cell, sheet_layout.SUBJECT)
        evidence = self._spool.rows(_EVIDENCE, name)
        parts: list[tuple[str, Node | None]] = [
            ("subject", Scalar(row_position if cell is None else cell.position, name, plain=False)),
            ("facts", self._facts(cells, fields, row, name, evidence)),
            ("evidence", evidence_node(cells, fields, evidence)),
        ]
        dossier = dossier_from_tree(
            mapping_node(row_position, parts), fields, self._scorecard, as_of=self._as_of, settings=self._settings
        )
        return replace(dossier, notes=tuple(cells.notes))

    def _facts(self, cells: CellReader, fields: FieldReader, row: Row, name: str, evidence: list[Row]) -> Mapping:
        evidence_by_fact = cited(cells, fields, evidence, choice_ids(self._scorecard.facts))
        rows_by_fact = self._verification_rows(cells, fields, name, slots_by_word(self._scorecard.facts))
        columns = {} if self._tables.verification is None else self._columns_by_id(self._tables.verification)
        judgements = VerificationReader(cells, fields)
        places = PlaceReader(cells, fields, self._scorecard, self._spool.rows(_PLACES, name))
        parts = []
        for definition in self._scorecard.facts:
            fact_evidence = evidence_by_fact.get(definition.id)
            node = fact_node(cells, definition, row, evidence=fact_evidence)
            records = None
            if definition.type is FactType.RECORDS and definition.id in self._tables.records:
                rows = self._spool.rows(definition.id, name)
                records = ListRows(cells, definition, record_of(self._scorecard, definition), rows)
                places.put_into(definition, records)
                node = merge_declared_records(fields, definition, node=node, records=records, evidence=fact_evidence)
            rows_by_slot = rows_by_fact.get(definition.id, {})
            first_position = next((next(iter(cells_of.values())).position for cells_of in rows_by_slot.values()), None)
            at = {} if first_position is None else cell_positions(first_position, columns)
            judgement = judgements.node(definition, rows_by_slot, at=at, records=records)
            parts.append((definition.id, places.with_fact_locations(definition, with_judgement(node, judgement))))
        places.left_over()
        return mapping_node(next(iter(row.values())).position, parts)

    def _verification_rows(
        self, cells: CellReader, fields: FieldReader, name: str, known: dict[str, Slot]
    ) -> dict[str, dict[str, Row]]:
        by_fact: dict[str, dict[str, Row]] = {}
        for row in self._spool.rows(_VERIFICATION, name):
            cell, row_position = row.get(sheet_layout.FACT), next(iter(row.values())).position
            if cell is None:
                fields.problem(row_position, sheet_layout.FACT, _message("FACT_UNNAMED"), "REQUIRED")
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
                earlier_location = position_text(next(iter(rows[slot.id].values())).position)
                fields.problem(cell.position, slot.id, _message("STANDS_TWICE", there=earlier_location), "REPEATED")
                continue
            rows[slot.id] = row
            if not set(row) & set(sheet_layout.VERIFICATION_COLUMNS):
                fields.problem(cell.position, f"facts[{slot.id}].verification", _message("UNJUDGED"), "REQUIRED")
        return by_fact

    @staticmethod
    def _columns_by_id(table: Table) -> dict[str, int]:
        return {
            id: position.column for id, position in table.heads() if position.sheet
        }  # CSV fields do not align in columns


@contextmanager
def open_batch_workbook(path: Path, scorecard: Scorecard) -> Iterator[tuple[BatchTables, tuple[Problem, ...]]]:
    """Open a workbook about many subjects; yield tables and notes.

    Raises:
        PlacedError: If it is not such a workbook for this scorecard.
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
            organization, position = chosen.named[sheet_layout.ORGANIZATION]
            try:
                parse_organization(organization, field=sheet_layout.ORGANIZATION)
            except InputError as error:
                fields.problem(
                    position, sheet_layout.ORGANIZATION, error.violations[0].description, error.violations[0].reason
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
