"""Readers of workbook rows: facts, list records, evidence, locations, ratings and verifications."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence as AnySequence
from dataclasses import dataclass, field, replace

from rules.contracts import LANGUAGES, Assurance, Judgement, Label, message_factory, parse_decimal_or_ratio
from rules.model import FactDefinition, FactType, RecordType, Scorecard
from service.input.cells import CellReader, Column, choice_ids, fold_cell_text, is_reserved, not_applicable
from service.input.dossier.dossier_reader import FACT_OF_CARD
from service.input.dossier.values import key_text
from service.input.tabular.cell_texts import Cell
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import FilePosition
from service.input.workbook import sheet_layout
from service.input.workbook.sheet_layout import PLACE_COLUMNS
from service.input.workbook.sheets import Row
from service.input.workbook.vocabulary import (
    EVIDENCE,
    FIRST,
    LAST,
    Slot,
    aspects_of,
    evidence_kind_id,
    record_of,
    unit_of,
    words,
)

_message = message_factory(__name__)

_EVIDENCE_PREFIX = "evidence_"
_LOCATOR = tuple(map(Column, ("uri", "page", "cell", "quote")))


def _keys_by_word(part: str, keys: Iterable[str]) -> dict[str, str]:
    return {
        fold_cell_text(word): key
        for key in keys
        for word in (key, *(words(language)[part][key] for language in LANGUAGES))
    }


def _word_column(id: str, part: str, keys: AnySequence[str]) -> Column:
    shown = [Label({language: words(language)[part][key] for language in LANGUAGES}) for key in keys]
    return Column(id, FactType.CHOICE, choices=_keys_by_word(part, keys), offered=shown)


_LEVELS = [level.value for level in Assurance]
_EVIDENCE_COLUMNS = (
    Column("kind", evidence_kind_id),
    *map(Column, ("issuer", "digest")),
    *(Column(id, FactType.DATE) for id in ("issue_date", "valid_from", "valid_until")),
    Column("assurance", FactType.CHOICE, choices=_keys_by_word("assurance", _LEVELS), offered=_LEVELS),
)


def mapping_node(place: FilePosition, parts: Iterable[tuple[str, Node | None]]) -> Mapping:
    """Return a mapping of nodes that are not None."""
    entries = {key: node for key, node in parts if node is not None}
    return Mapping(place, entries, {key: node.position for key, node in entries.items()})


def fact_node(  # noqa: PLR0913 -- a fact has many optional cells
    reader: CellReader,
    definition: FactDefinition,
    row: Row,
    *,
    unit: Cell | None = None,
    evidence: Node | None = None,
    path: str = "",
) -> Mapping | None:
    """Read a fact or record field; None if blank. The cell `unit` overrides the scorecard's unit."""
    path = path or f"facts[{definition.id}]"
    parts = (FIRST, LAST) if definition.type is FactType.PERIOD else ("",)
    cells = {part: row[id] for part in parts if (id := Slot(definition, part).id) in row}
    if not cells:
        return None
    first = next(iter(cells.values()))
    if is_reserved(first, "not_applicable"):
        return mapping_node(first.position, [*not_applicable(first).entries.items(), ("evidence", evidence)])
    unit_text = definition.unit if unit is None else unit_of(str(unit.value).strip())
    unit_node = None
    if definition.type is FactType.PERIOD:
        ends = ((end, reader.value(definition, cell, path, unit="")) for end, cell in cells.items())
        value: Node | None = mapping_node(first.position, ends)
    else:
        value = reader.value(definition, first, path, unit=unit_text)
        if definition.type is FactType.NUMBER and value is not None and (definition.unit or unit_text):
            unit_node = Scalar(first.position if unit is None else unit.position, unit_text, plain=False)
    return mapping_node(first.position, (("value", value), ("unit", unit_node), ("evidence", evidence)))


def _record_node(reader: CellReader, fact: str, record: RecordType, row: Row) -> Mapping:
    key = row.get(record.key)
    path = f"facts[{fact}].records[{'' if key is None else str(key.value)[:80]}]"
    parts: list[tuple[str, Node | None]] = []
    for definition in record.fields:
        field = f"{path}.{definition.id}"
        cited = row.get(f"{definition.id}.{EVIDENCE}")
        evidence = None if cited is None else reader.names(cited, f"{field}.evidence")
        parts.append((definition.id, fact_node(reader, definition, row, evidence=evidence, path=field)))
    return mapping_node(_row_position(row), parts)


def evidence_node(reader: CellReader, fields: FieldReader, rows: AnySequence[Row]) -> Mapping | None:
    """Read the evidence items of a subject; None without rows."""
    if not rows:
        return None
    items: dict[str, Node] = {}
    positions: dict[str, FilePosition] = {}
    for row in rows:
        row_position = _row_position(row)
        id_cell = row.get("evidence_id")
        id = None if id_cell is None else reader.text(id_cell, "evidence")
        if id is None:
            if id_cell is None:
                fields.problem(row_position, "evidence", _message("EVIDENCE_ID_MISSING"), "REQUIRED")
            continue
        key = id.text.strip()
        if key in positions:
            earlier_location = position_text(positions[key])
            description = _message("EVIDENCE_TWICE", found=key[:60], there=earlier_location)
            fields.problem(id.position, f"evidence[{key[:60]}]", description, "REPEATED")
            continue
        positions[key] = id.position
        items[key] = _item(reader, row, f"evidence[{key[:60]}]", row_position)
    return Mapping(_row_position(rows[0]), items, positions)


def place_node(reader: CellReader, fields: FieldReader, row: Row, cited: Sequence | None, path: str) -> Mapping | None:
    """Read the location of a fact in its evidence; None if blank or ambiguous."""
    cells = reader.columns(map(Column, PLACE_COLUMNS), row, f"{path}.places")
    parts = [(id.removeprefix(_EVIDENCE_PREFIX), node) for id, node in cells]
    nodes = [node for _, node in parts if node is not None]
    if not nodes:
        return None
    names = [item.text for item in cited.items if isinstance(item, Scalar)] if cited is not None else []
    if len(names) != 1:
        fields.problem(nodes[0].position, f"{path}.places", _message("PLACE_OF_ONE", count=len(names)), "WRONG_VALUE")
        return None
    return mapping_node(nodes[0].position, [(names[0], mapping_node(nodes[0].position, parts))])


def cited(reader: CellReader, fields: FieldReader, rows: Iterable[Row], known: dict[str, str]) -> dict[str, Sequence]:
    """Return the evidence ids of each fact named in evidence rows."""
    citations: dict[str, Sequence] = {}
    for row in rows:
        id, facts = row.get("evidence_id"), row.get("facts")
        if facts is None or id is None:
            continue
        for name in reader.names(facts, "evidence").items:
            fact = known.get(fold_cell_text(name.text)) if isinstance(name, Scalar) else None
            if fact is None and isinstance(name, Scalar):
                fields.unknown(facts.position, "evidence", name.text, known, FACT_OF_CARD)
            elif fact is not None:
                citing = Scalar(facts.position, str(id.value).strip(), plain=False)
                citations.setdefault(fact, Sequence(facts.position)).items.append(citing)
    return citations


def _item(reader: CellReader, row: Row, path: str, position: FilePosition) -> Mapping:
    parts = reader.columns(_EVIDENCE_COLUMNS, row, path)
    locator = _locator_node(reader, row, f"{path}.locator", position)
    parts.append(("locator", locator if locator.entries else None))
    return mapping_node(position, parts)


def _locator_node(reader: CellReader, row: Row, path: str, place: FilePosition) -> Mapping:
    return mapping_node(place, reader.columns(_LOCATOR, row, path))


def _row_position(row: Row) -> FilePosition:
    return next(iter(row.values())).position


def position_text(place: FilePosition) -> str:
    """Return a location as text."""
    location = place.cell if place.sheet else FilePosition(place.line, 0).cell
    return _message("OF_FILE", place=location, file=place.file) if place.file else location


_RECORD, _FIELD, _EVIDENCE = "record", "field", "evidence_id"
_PlacesByEvidence = dict[str, Mapping]


class PlaceReader:
    """Reader of the fact locations of one subject."""

    def __init__(self, reader: CellReader, fields: FieldReader, scorecard: Scorecard, rows: list[Row]) -> None:
        self._reader, self._fields, self._scorecard = reader, fields, scorecard
        self._definitions = {definition.id: definition for definition in scorecard.facts}
        self._facts = choice_ids(scorecard.facts) if rows else {}
        self._fact_locations: dict[str, _PlacesByEvidence] = {}
        self._record_locations: dict[str, dict[str, dict[str, _PlacesByEvidence]]] = {}
        self._record_positions: dict[tuple[str, str], FilePosition] = {}
        for row in rows:
            self._read_row(row)

    def put_into(self, definition: FactDefinition, records: ListRows) -> None:
        unused, record = self._record_locations.get(definition.id, {}), record_of(self._scorecard, definition)
        for nodes in (records.declared, records.verified):
            for number, node in enumerate(nodes):
                field_places = unused.pop(key_text(record, node), None)
                if field_places is not None and isinstance(node, Mapping):
                    located = {id: _with_locations(node.entries.get(id), places) for id, places in field_places.items()}
                    nodes[number] = mapping_node(node.position, {**node.entries, **located}.items())

    def with_fact_locations(self, definition: FactDefinition, node: Mapping | None) -> Mapping | None:
        places = self._fact_locations.get(definition.id)
        return node if places is None else _with_locations(node, places)

    def left_over(self) -> None:
        for fact, records in self._record_locations.items():
            for key in records:
                path = f"facts[{fact}].places"
                self._fields.problem(
                    self._record_positions[fact, key], path, _message("NO_SUCH_RECORD", found=key[:60]), "UNKNOWN_KEY"
                )

    def _read_row(self, row: Row) -> None:
        definition = self._fact(row)
        if definition is None:
            return
        path = f"facts[{definition.id}].places"
        record_and_field = self._record_and_field(definition, row, path)
        evidence_cell = row.get(_EVIDENCE)
        if evidence_cell is None:
            self._fields.problem(_row_position(row), path, _message("IN_NO_EVIDENCE"), "REQUIRED")
            return
        evidence = self._reader.text(evidence_cell, path)
        if evidence is None or record_and_field is None:
            return
        record, field = record_and_field
        if record:
            places = self._record_locations.setdefault(definition.id, {}).setdefault(record, {}).setdefault(field, {})
            self._record_positions.setdefault((definition.id, record), row[_RECORD].position)
        else:
            places = self._fact_locations.setdefault(definition.id, {})
        path = f"{path}[{evidence.text[:60]}]"
        if evidence.text in places:
            description = _message("PLACE_STANDS_TWICE", there=position_text(places[evidence.text].position))
            self._fields.problem(evidence_cell.position, path, description, "REPEATED")
            return
        places[evidence.text] = _locator_node(self._reader, row, path, evidence_cell.position)

    def _fact(self, row: Row) -> FactDefinition | None:
        cell = row.get(sheet_layout.FACT)
        if cell is None:
            self._fields.problem(_row_position(row), sheet_layout.FACT, _message("PLACE_OF_NO_FACT"), "REQUIRED")
            return None
        id = self._find_id(cell, sheet_layout.FACT, self._facts, FACT_OF_CARD)
        return None if id is None else self._definitions[id]

    def _record_and_field(self, definition: FactDefinition, row: Row, path: str) -> tuple[str, str] | None:
        record, field = row.get(_RECORD), row.get(_FIELD)
        if record is None and field is None:
            return "", ""
        if definition.type is not FactType.RECORDS:
            for cell in (record, field):
                if cell is not None:
                    self._reader.refuse(cell, path, _message("NOT_A_LIST", fact=definition.id), "WRONG_VALUE")
            return None
        if record is None or field is None:
            self._fields.problem(_row_position(row), path, _message("RECORD_AND_FIELD"), "REQUIRED")
            return None
        form = record_of(self._scorecard, definition)
        key_field = next(record_field for record_field in form.fields if record_field.id == form.key)
        key = self._reader.value(key_field, record, path, unit=key_field.unit)
        id = self._find_id(field, path, choice_ids(form.fields), _message("FIELD_OF_RECORD", record=form.id))
        return (key.text, id) if isinstance(key, Scalar) and id is not None else None

    def _find_id(self, cell: Cell, path: str, known: dict[str, str], what: str) -> str | None:
        text = self._reader.text(cell, path)
        id = None if text is None else known.get(fold_cell_text(text.text))
        if text is not None and id is None:
            self._fields.unknown(cell.position, path, text.text, known, what)
        return id


def _with_locations(node: Node | None, places: _PlacesByEvidence) -> Mapping:
    entries = node.entries if isinstance(node, Mapping) else {}
    position = next(iter(places.values())).position
    return mapping_node(
        position if node is None else node.position,
        [*entries.items(), ("places", mapping_node(position, places.items()))],
    )


_NAME_SEPARATORS = re.compile(r"[;；\n]")
_LOCATION_COLUMNS = sheet_layout.RATING_COLUMNS[1:]


@dataclass(slots=True)
class CellNotes:
    """Rating cells by fact, merged from both rows of a period."""

    cells: dict[str, Row] = field(default_factory=dict)

    def take(self, fact: str, row: Row, fields: FieldReader) -> None:
        fact_cells = self.cells.setdefault(fact, {})
        for id in sheet_layout.RATING_COLUMNS:
            if id in row and id in fact_cells:
                description = _message("STANDS_AT", there=position_text(fact_cells[id].position))
                fields.problem(row[id].position, f"facts[{fact}].{id}", description, "REPEATED")
            elif id in row:
                fact_cells[id] = row[id]


class RatingReader:
    """Reader of ratings by the assessor of a workbook."""

    def __init__(self, scorecard: Scorecard, reader: CellReader, fields: FieldReader) -> None:
        self._reader, self._fields = reader, fields
        self._aspects = aspects_of(scorecard)
        self._assessor: Scalar | None = None

    def name(self, text: str, place: FilePosition) -> None:
        if _NAME_SEPARATORS.search(text):
            description = _message("SEVERAL_NAMED", found=text[:60])
            self._fields.problem(place, sheet_layout.ASSESSOR, description, "WRONG_VALUE")
        else:
            self._assessor = Scalar(place, text, plain=False)
            self._fields.positions[sheet_layout.ASSESSOR] = place

    def rated(
        self,
        definition: FactDefinition,
        node: Mapping | None,
        rating_cells: Row,
        *,
        at: dict[str, FilePosition],
        has_value: bool,
    ) -> Mapping | None:
        """Return a fact with its rating, or unchanged without one.

        A rating needs a rationale and, above zero, a location. `has_value` is true even for invalid values.
        """
        path = f"facts[{definition.id}]"
        rates_fact = self._assessor is not None and has_value and definition.id in self._aspects
        if not rates_fact and not rating_cells:
            return node
        if (
            self._report_invalid_rating(definition, path, rating_cells, has_value=has_value)
            or node is None
            or self._assessor is None
        ):
            return node
        if "rationale" not in rating_cells:
            self._report_missing(f"{path}.rationale", at.get("rationale", node.position), _message("SAY_WHY"))
        if definition.id in self._aspects and not set(_LOCATION_COLUMNS) & set(rating_cells) and _is_above_zero(node):
            wanted = _message("NAME_PLACE")
            self._report_missing(f"{path}.place", at.get("page", node.position), wanted)
        located = [(id, self._text(rating_cells, id, f"{path}.place.{id}")) for id in _LOCATION_COLUMNS]
        parts: list[tuple[str, Node | None]] = [("person", self._assessor), *node.entries.items()]
        parts.append(("rationale", self._text(rating_cells, "rationale", f"{path}.rationale")))
        parts.append(
            ("place", mapping_node(node.position, located) if set(_LOCATION_COLUMNS) & set(rating_cells) else None)
        )
        return mapping_node(node.position, [("ratings", Sequence(node.position, [mapping_node(node.position, parts)]))])

    def _report_invalid_rating(
        self, definition: FactDefinition, path: str, rating_cells: Row, *, has_value: bool
    ) -> bool:
        if not rating_cells:
            return False
        position = next(iter(rating_cells.values())).position
        if definition.type is FactType.RECORDS:
            self._fields.problem(position, path, _message("RECORDS_UNRATED"), "NOT_WANTED")
        elif self._assessor is None:
            sheet = _message(
                "SHEET_NAMED",
                en=words("en")["sheets"][sheet_layout.SETTINGS],
                zh=words("zh")["sheets"][sheet_layout.SETTINGS],
            )
            description = _message("WHOSE_RATING", sheet=sheet)
            self._fields.problem(position, f"{path}.person", description, "REQUIRED")
        elif not has_value:
            description = _message("NO_VALUE_BESIDE")
            self._fields.problem(position, f"{path}.value", description, "REQUIRED")
        else:
            return False
        return True

    def _report_missing(self, path: str, position: FilePosition, wanted: str) -> None:
        description = _message("RATING_NEEDS", wanted=wanted)
        self._fields.problem(position, path, description, "REQUIRED")

    def _text(self, rating_cells: Row, id: str, path: str) -> Scalar | None:
        cell = rating_cells.get(id)
        if cell is None:
            return None
        if id == "page" and cell.kind == "n" and isinstance(cell.value, int):
            return Scalar(cell.position, str(cell.value), plain=False)
        return self._reader.text(cell, path)


def _is_above_zero(node: Mapping) -> bool:
    value = node.entries.get("value")
    return isinstance(value, Scalar) and parse_decimal_or_ratio(value.text) > 0


DECLARED, VERIFIED = "declared", "verified"
_VALUE_COLUMN = "verified_value"


_JUDGEMENT = _word_column("judgement", "judgements", [word.value for word in Judgement])
_LIST_ROW = _word_column(sheet_layout.LIST_ROW, "list_rows", (DECLARED, VERIFIED))
_JUDGEMENT_COLUMNS = (*map(Column, ("method", "reason", "person")), Column("date", FactType.DATE))


class ListRows:
    """Rows of a list: as declared, and as verified by the assessor."""

    def __init__(self, reader: CellReader, definition: FactDefinition, record: RecordType, rows: list[Row]) -> None:
        self.marked: Cell | None = None
        self.declared: list[Node] = []
        self.verified: list[Node] = []
        for row in rows:
            cell = row.get(sheet_layout.LIST_ROW)
            rest = {id: part for id, part in row.items() if id != sheet_layout.LIST_ROW}
            path = f"facts[{definition.id}].records"
            if not rest:
                reader.refuse(next(iter(row.values())), path, _message("MARK_ALONE"), "REQUIRED")
                continue
            mark = None
            if cell is not None:
                self.marked = self.marked or cell
                read = reader.scalar(_LIST_ROW, cell, path)
                mark = None if read is None else read.text
            node = _record_node(reader, definition.id, record, rest)
            if mark != VERIFIED:
                self.declared.append(node)
            if mark != DECLARED:
                self.verified.append(node)


class VerificationReader:
    """Reader of judgements with problems at their cells."""

    def __init__(self, reader: CellReader, fields: FieldReader) -> None:
        self._reader, self._fields = reader, fields

    def node(
        self,
        definition: FactDefinition,
        rows: dict[str, Row],
        *,
        at: dict[str, FilePosition],
        unit: Cell | None = None,
        records: ListRows | None = None,
    ) -> Mapping | None:
        """Read the judgement of a fact; None if missing or invalid.

        `rows` contains cells by slot and column, `at` the positions of blank cells. `records` marks removed and added
        rows.
        """
        path = f"facts[{definition.id}].verification"
        judgement_cells = self._judgement_cells(rows.values(), path)
        values = {slot: row[_VALUE_COLUMN] for slot, row in rows.items() if _VALUE_COLUMN in row}
        marked = None if records is None else records.marked
        if not judgement_cells and not values:
            if marked is not None:
                self._reader.refuse(marked, path, _message("MARKED_UNJUDGED"), "REQUIRED")
            return None
        first = next(iter((*judgement_cells.values(), *values.values())))
        judgement = self._judgement(judgement_cells, values, path, first, at)
        cited = judgement_cells.get("verified_evidence")
        evidence = None if cited is None else self._reader.names(cited, f"{path}.evidence")
        corrected = self._corrected(definition, values, f"{path}.corrected_value", unit=unit, records=records)
        if judgement is not None and judgement.text == Judgement.CORRECTED and corrected is None and not values:
            key = "LIST_UNMARKED" if definition.type is FactType.RECORDS else "CORRECTED_TO_WHAT"
            self._fields.problem(at.get(_VALUE_COLUMN, first.position), path, _message(key), "REQUIRED")
            return None
        value_entries = () if corrected is None else corrected.entries.items()
        details = self._reader.columns(_JUDGEMENT_COLUMNS, judgement_cells, path)
        entries = (
            ("judgement", judgement),
            *value_entries,
            ("evidence", evidence),
            *(
                (id, node if id in judgement_cells else _blank_scalar(at.get(id, first.position)))
                for id, node in details
            ),
        )
        return None if judgement is None else mapping_node(first.position, entries)

    def _judgement_cells(self, rows: Iterable[Row], path: str) -> Row:
        merged: Row = {}
        for row in rows:
            for id in sheet_layout.VERIFICATION_COLUMNS:
                if id == _VALUE_COLUMN or id not in row:
                    continue
                if id in merged:
                    description = _message("STANDS_AT", there=position_text(merged[id].position))
                    self._fields.problem(row[id].position, f"{path}.{id}", description, "REPEATED")
                else:
                    merged[id] = row[id]
        return merged

    def _judgement(
        self, judgement_cells: Row, values: dict[str, Cell], path: str, first: Cell, at: dict[str, FilePosition]
    ) -> Scalar | None:
        cell = judgement_cells.get("judgement")
        if cell is None:
            if values:
                return Scalar(next(iter(values.values())).position, Judgement.CORRECTED.value, plain=False)
            self._fields.problem(
                at.get("judgement", first.position), f"{path}.judgement", _message("UNJUDGED"), "REQUIRED"
            )
            return None
        return self._reader.scalar(_JUDGEMENT, cell, f"{path}.judgement")

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
                position = records.marked.position
                return mapping_node(position, [("value", Sequence(position, records.verified))])
            location = position_text(records.marked.position)
            self._reader.refuse(none, path, _message("NONE_AND_SOME", where=location), "WRONG_VALUE")
            return None
        if definition.type is FactType.RECORDS and not all(is_reserved(cell, "none") for cell in values.values()):
            for cell in values.values():
                if not is_reserved(cell, "not_applicable"):
                    self._reader.refuse(cell, path, _message("LIST_ROWS_MARKED"), "WRONG_TYPE")
                    return None
        return fact_node(self._reader, definition, values, unit=unit, path=path)


def with_judgement(node: Mapping | None, judged: Mapping | None) -> Mapping | None:
    """Add a judgement to a fact, which may be undeclared."""
    if judged is None:
        return node
    entries = {} if node is None else node.entries
    return mapping_node(
        judged.position if node is None else node.position, [*entries.items(), ("verification", judged)]
    )


def cell_positions(place: FilePosition, columns: dict[str, int]) -> dict[str, FilePosition]:
    """Return cell positions of a row by column id."""
    return {id: replace(place, column=column) for id, column in columns.items()}


def _blank_scalar(position: FilePosition) -> Scalar:
    return Scalar(position, "")
