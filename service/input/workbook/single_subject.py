"""Parser of a single-subject workbook into a dossier."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rules.contracts import message_factory
from rules.model import FactType
from service.input.cells import CellReader, Column, choice_ids, drop_down_labels, label_in_language
from service.input.dossier.dossier_reader import FACT_OF_CARD, dossier_from_tree
from service.input.tabular.cell_texts import Cell
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem
from service.input.workbook import sheet_layout
from service.input.workbook.row_readers import (
    CellNotes,
    ListRows,
    RatingReader,
    VerificationReader,
    cell_positions,
    evidence_node,
    fact_node,
    mapping_node,
    place_node,
    position_text,
    with_judgement,
)
from service.input.workbook.sheet_layout import Layout
from service.input.workbook.sheets import open_sheets
from service.input.workbook.vocabulary import lists_of, record_of, slots_of, words

if TYPE_CHECKING:
    from pathlib import Path

    from rules.model import FactDefinition, Scorecard
    from service.input.dossier.dossier_reader import Dossier
    from service.input.workbook.batch_tables import Table
    from service.input.workbook.sheets import Row, Sheet, Sheets


_message = message_factory(__name__)


@dataclass(slots=True)
class _FactCells:
    columns: dict[str, int]
    values: Row = field(default_factory=dict)
    units: dict[str, Cell] = field(default_factory=dict)
    cited: dict[str, Sequence] = field(default_factory=dict)
    positions: dict[str, FilePosition] = field(default_factory=dict)
    located: dict[str, Mapping] = field(default_factory=dict)
    notes: CellNotes = field(default_factory=CellNotes)
    rows: dict[str, dict[str, Row]] = field(default_factory=dict)


@dataclass(slots=True)
class SettingsSheetValues:
    """Values of the settings sheet with positions."""

    named: dict[str, tuple[str, FilePosition]] = field(default_factory=dict)
    settings: dict[str, tuple[str, FilePosition]] = field(default_factory=dict)


def read_settings_sheet(
    sheet: Sheet, scorecard: Scorecard, reader: CellReader, fields: FieldReader, *, names: tuple[str, ...]
) -> SettingsSheetValues:
    """Read the settings sheet; `names` are the other allowed row ids."""
    chosen = SettingsSheetValues()
    settings = {f"{sheet_layout.SETTING_PREFIX}{setting.id}": setting for setting in scorecard.settings}
    known = (sheet_layout.SCORECARD, *names, *settings)
    seen: dict[str, FilePosition] = {}
    for row in sheet.rows():
        id, cell = _row_id(row, fields, known, seen, what=_message("SETTING")), row.get("value")
        if id is None or cell is None:
            continue
        if id in settings:
            choices = settings[id].choices
            column = Column(id, FactType.CHOICE, choices=choice_ids(choices), offered=drop_down_labels(choices))
            if (read := reader.scalar(column, cell, id)) is not None:
                chosen.settings[settings[id].id] = (read.text, cell.position)
        elif (text := reader.text(cell, id)) is not None:
            chosen.named[id] = (text.text, cell.position)
    _check_scorecard(chosen, scorecard, reader, fields)
    return chosen


def _row_id(
    row: dict[str, Cell], fields: FieldReader, known: tuple[str, ...], seen: dict[str, FilePosition], *, what: str
) -> str | None:
    cell = row.get("id")
    if cell is None:
        filling = ("value", "evidence", *sheet_layout.VERIFICATION_COLUMNS, *sheet_layout.PLACE_COLUMNS)
        filled = next((row[name] for name in filling if name in row), None)
        if filled is not None:
            fields.problem(filled.position, "", _message("ROW_WITHOUT_ID", what=what), "REQUIRED")
        return None
    id = str(cell.value).strip()
    if id not in known:
        fields.unknown(cell.position, id[:60], id, known, what)
        return None
    if id in seen:
        fields.problem(cell.position, id, _message("STANDS_TWICE", there=seen[id].cell), "REPEATED")
        return None
    seen[id] = cell.position
    return id


def _check_scorecard(
    chosen: SettingsSheetValues, scorecard: Scorecard, reader: CellReader, fields: FieldReader
) -> None:
    card = scorecard.card
    written, position = chosen.named.get(sheet_layout.SCORECARD, ("", FilePosition(0, 0)))
    version = written.partition("@")[2]
    if (other := _wrong_card_problem(written, position, scorecard)) is not None:
        fields.problems.append(other)
    elif version and version != card.version:
        description = _message("OTHER_VERSION", found=version[:20], version=card.version)
        reader.notes.append(Problem(position, sheet_layout.SCORECARD, description, "OTHER_VERSION"))


def _wrong_card_problem(written: str, position: FilePosition, scorecard: Scorecard) -> Problem | None:
    id, card = written.partition("@")[0], scorecard.card.id
    if id in ("", card):
        return None
    return Problem(position, sheet_layout.SCORECARD, _message("OTHER_CARD", found=id[:60], card=card), "WRONG_VALUE")


def read_workbook(source: Path | bytes, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]) -> Dossier:
    """Read a single-subject workbook; `settings` override its own."""
    with open_sheets(source) as sheets:
        return _WorkbookReader(sheets, scorecard).read(as_of=as_of, settings=settings)


def sheet_problems(sheets: Sheets, scorecard: Scorecard, layout: Layout) -> list[Problem]:
    """Return a problem per missing sheet, or one if layout or scorecard differ."""
    other = Layout.MANY if layout is Layout.ONE else Layout.ONE
    if sheet_layout.facts_mark(other) in sheets.by_mark:
        wanted = "`touchstone batch evaluate`" if other is Layout.MANY else "`touchstone evaluate`"
        sheet = sheets.by_mark[sheet_layout.facts_mark(other)]
        many = _message("MANY_SUBJECTS") if other is Layout.MANY else _message("ONE_SUBJECT")
        return [replace(sheets.missing("", ""), position=sheet.position(1, 1), field="", reason="OTHER_LAYOUT",
                        description=_message("OTHER_LAYOUT", many=many, wanted=wanted))]  # fmt: skip
    for row in sheets.by_mark[sheet_layout.SETTINGS].rows() if sheet_layout.SETTINGS in sheets.by_mark else ():
        if "id" in row and "value" in row and str(row["id"].value).strip() == sheet_layout.SCORECARD:
            other_card = _wrong_card_problem(str(row["value"].value).strip(), row["value"].position, scorecard)
            if other_card is not None:
                return [other_card]
    texts = words("en")["sheets"]
    wanted_sheets = [
        (sheet_layout.SETTINGS, texts[sheet_layout.SETTINGS]),
        (sheet_layout.facts_mark(layout), texts["facts"]),
    ]
    wanted_sheets += [
        (sheet_layout.records_mark(definition.id), label_in_language(definition.labels, "en", definition.id))
        for definition, _ in lists_of(scorecard)
    ]
    wanted_sheets.append((sheet_layout.EVIDENCE, texts[sheet_layout.EVIDENCE]))
    return [sheets.missing(mark, title) for mark, title in wanted_sheets if mark not in sheets.by_mark]


def check_heads(table: Table, known: tuple[str, ...], needed: tuple[str, ...], fields: FieldReader) -> None:
    """Report unknown columns and missing required columns."""
    heads, position = dict(table.heads()), table.head_place()
    for id, at in heads.items():
        if id not in known:
            fields.unknown(at, "", id, known, _message("COLUMN_OF_TABLE"))
    for id in needed:
        if id not in heads:
            # Only template sheets have a separate row for ids.
            message = (
                _message("ID_COLUMN_MISSING", id=id, row=sheet_layout.ID_ROW)
                if position.sheet
                else _message("COLUMN_MISSING", id=id)
            )
            fields.problem(position, "", message, "MISSING_COLUMN")


class _WorkbookReader:
    def __init__(self, sheets: Sheets, scorecard: Scorecard) -> None:
        self._sheets = sheets
        self._scorecard = scorecard
        self._fields = FieldReader()
        self._cells = CellReader(self._fields)
        self._ratings = RatingReader(scorecard, self._cells, self._fields)
        self._judgements = VerificationReader(self._cells, self._fields)

    def read(self, *, as_of: str, settings: dict[str, str]) -> Dossier:
        sheets, fields = self._sheets, self._fields
        fields.problems += sheets.problems + sheet_problems(sheets, self._scorecard, Layout.ONE)
        if sheet_layout.facts_mark(Layout.ONE) in sheets.by_mark:
            self._check_heads()
        if fields.problems:
            raise PlacedError(fields.problems)
        names = (sheet_layout.SUBJECT, sheet_layout.ASSESSOR)
        chosen = read_settings_sheet(
            sheets.by_mark[sheet_layout.SETTINGS], self._scorecard, self._cells, fields, names=names
        )
        if sheet_layout.ASSESSOR in chosen.named:
            self._ratings.name(*chosen.named[sheet_layout.ASSESSOR])
        rows = list(sheets.by_mark[sheet_layout.EVIDENCE].rows())
        parts: list[tuple[str, Node | None]] = [
            ("subject", self._subject(chosen)),
            ("settings", _settings(chosen, sheets.by_mark[sheet_layout.SETTINGS].position())),
            ("facts", self._facts()),
            ("evidence", evidence_node(self._cells, fields, rows)),
        ]
        tree = mapping_node(sheets.by_mark[sheet_layout.facts_mark(Layout.ONE)].position(), parts)
        dossier = dossier_from_tree(tree, fields, self._scorecard, as_of=as_of, settings=settings)
        return replace(dossier, notes=(*sheets.hidden_notes(), *self._cells.notes))

    def _check_heads(self) -> None:
        by_mark, fields = self._sheets.by_mark, self._fields
        columns: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
            sheet_layout.SETTINGS: (sheet_layout.SETTING_COLUMNS, ("id", "value")),
            sheet_layout.facts_mark(Layout.ONE): (
                (
                    *sheet_layout.FACT_COLUMNS,
                    *sheet_layout.RATING_COLUMNS,
                    *sheet_layout.VERIFICATION_COLUMNS,
                    *sheet_layout.PLACE_COLUMNS,
                ),
                ("id", "value", "unit", "evidence"),
            ),
            sheet_layout.EVIDENCE: (sheet_layout.EVIDENCE_COLUMNS, ("evidence_id", "kind", "issuer", "digest")),
        }
        for definition, slots in lists_of(self._scorecard):
            ids = tuple(slot.id for slot in slots)
            columns[sheet_layout.records_mark(definition.id)] = ((*ids, sheet_layout.LIST_ROW), ids)
        for mark, (known, needed) in columns.items():
            if mark in by_mark:
                check_heads(by_mark[mark], known, needed, fields)

    def _subject(self, chosen: SettingsSheetValues) -> Node:
        if sheet_layout.SUBJECT in chosen.named:
            text, position = chosen.named[sheet_layout.SUBJECT]
            return Scalar(position, text, plain=False)
        return Scalar(self._sheets.by_mark[sheet_layout.SETTINGS].position(), "", plain=False)

    def _facts(self) -> Mapping:
        sheet = self._sheets.by_mark[sheet_layout.facts_mark(Layout.ONE)]
        cells = _FactCells({id: position.column for id, position in sheet.heads()})
        known = tuple(slot.id for slot in slots_of(self._scorecard.facts))
        for row in sheet.rows():
            id = _row_id(row, self._fields, known, cells.positions, what=FACT_OF_CARD)
            if id is not None:
                self._read_row(id, row, cells)
        return mapping_node(sheet.position(), [(fact.id, self._fact(fact, cells)) for fact in self._scorecard.facts])

    def _read_row(self, id: str, row: Row, cells: _FactCells) -> None:
        fact, path = id.partition(".")[0], f"facts[{id}]"
        if "value" in row:
            cells.values[id] = row["value"]
        unit = row.get("unit")
        if unit is None or self._cells.sound(unit, f"{path}.unit"):
            cells.units.setdefault(fact, unit or Cell(replace(cells.positions[id], column=cells.columns["unit"]), ""))
        if "evidence" in row:
            names = self._cells.names(row["evidence"], f"{path}.evidence")
            cells.cited.setdefault(fact, Sequence(names.position)).items.extend(names.items)
        if (node := place_node(self._cells, self._fields, row, cells.cited.get(fact), path)) is not None:
            cells.located.setdefault(fact, node)
        cells.notes.take(fact, row, self._fields)
        cells.rows.setdefault(fact, {})[id] = row

    def _fact(self, definition: FactDefinition, cells: _FactCells) -> Mapping | None:
        id, records = definition.id, self._records(definition)
        unit, cited = cells.units.get(id), cells.cited.get(id)
        node = fact_node(self._cells, definition, cells.values, unit=unit, evidence=cited)
        if records is not None:
            node = merge_declared_records(self._fields, definition, node=node, records=records, evidence=cited)
        if (rows := cells.rows.get(id)) is not None:
            slots = [slot.id for slot in slots_of((definition,))]
            at = cell_positions(cells.positions[next(slot for slot in slots if slot in rows)], cells.columns)
            has_value = not cells.values.keys().isdisjoint(slots)
            node = self._ratings.rated(definition, node, cells.notes.cells.get(id, {}), at=at, has_value=has_value)
            node = with_judgement(node, self._judgements.node(definition, rows, at=at, unit=unit, records=records))
        if (located := cells.located.get(id)) is not None:
            entries = {} if node is None else node.entries
            node = mapping_node(located.position, (*entries.items(), ("places", located)))
        return node

    def _records(self, definition: FactDefinition) -> ListRows | None:
        if definition.type is not FactType.RECORDS:
            return None
        rows = list(self._sheets.by_mark[sheet_layout.records_mark(definition.id)].rows())
        return ListRows(self._cells, definition, record_of(self._scorecard, definition), rows)


def merge_declared_records(
    fields: FieldReader,
    definition: FactDefinition,
    *,
    node: Mapping | None,
    records: ListRows,
    evidence: Sequence | None,
) -> Mapping | None:
    """Return a list's node with its declared records; None if its own cell contradicts them."""
    if not records.declared:
        return node
    position = records.declared[0].position
    if node is not None and set(node.entries) & {"value", "not_applicable"}:
        description = _message("NONE_AND_SOME", where=position_text(position))
        fields.problem(node.position, f"facts[{definition.id}]", description, "WRONG_VALUE")
        return None
    return mapping_node(position, (("value", Sequence(position, records.declared)), ("evidence", evidence)))


def _settings(chosen: SettingsSheetValues, position: FilePosition) -> Mapping | None:
    if not chosen.settings:
        return None
    return mapping_node(position, ((id, Scalar(at, text, plain=False)) for id, (text, at) in chosen.settings.items()))
