"""Readers of workbook rows: facts, list records, evidence with the places of facts in it, ratings, verifications."""

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
    aspects_of,
    evidence_kind_id,
    record_of,
    unit_of,
    words,
)

_say = message_factory(__name__)

_IN_EVIDENCE = "evidence_"
_LOCATOR = tuple(map(Column, ("uri", "page", "cell", "quote")))


def _words_of(part: str, keys: Iterable[str]) -> dict[str, str]:
    return {
        fold_cell_text(word): key
        for key in keys
        for word in (key, *(words(language)[part][key] for language in LANGUAGES))
    }


def _of_words(id: str, part: str, keys: AnySequence[str]) -> Column:
    """Declare a column whose cells hold one of the words of workbooks."""
    shown = [Label({language: words(language)[part][key] for language in LANGUAGES}) for key in keys]
    return Column(id, FactType.CHOICE, choices=_words_of(part, keys), offered=shown)


_LEVELS = [level.value for level in Assurance]
_EVIDENCE_COLUMNS = (
    Column("kind", evidence_kind_id),
    *map(Column, ("issuer", "digest")),
    *(Column(id, FactType.DATE) for id in ("issue_date", "valid_from", "valid_until")),
    Column("assurance", FactType.CHOICE, choices=_words_of("assurance", _LEVELS), offered=_LEVELS),
)


def mapping_node(place: FilePosition, parts: Iterable[tuple[str, Node | None]]) -> Mapping:
    """Put nodes under their keys; what is None is left out."""
    entries = {key: node for key, node in parts if node is not None}
    return Mapping(place, entries, {key: node.position for key, node in entries.items()})


def fact_node(  # noqa: PLR0913 -- a fact with all that stands beside it
    reader: CellReader,
    definition: FactDefinition,
    row: Row,
    *,
    unit: Cell | None = None,
    evidence: Node | None = None,
    path: str = "",
) -> Mapping | None:
    """Read a fact or a field of a record from its cells in a row; None if nothing stands there.

    The unit is that of the scorecard, which heads the column, unless a cell of its own gives one.
    """
    path = path or f"facts[{definition.id}]"
    whole = row.get(definition.id) or row.get(f"{definition.id}.{FIRST}") or row.get(f"{definition.id}.{LAST}")
    if whole is None:
        return None
    if is_reserved(whole, "not_applicable"):
        node = not_applicable(whole)
        return (
            node if evidence is None else mapping_node(whole.position, [*node.entries.items(), ("evidence", evidence)])
        )
    unit_text = definition.unit if unit is None else unit_of(str(unit.value).strip())
    if definition.type is FactType.PERIOD:
        ends = ((end, row.get(f"{definition.id}.{end}")) for end in (FIRST, LAST))
        value: Node | None = mapping_node(
            whole.position,
            ((end, None if cell is None else reader.value(definition, cell, path, unit="")) for end, cell in ends),
        )
    else:
        value = reader.value(definition, whole, path, unit=unit_text)
    wanted = definition.type is FactType.NUMBER and value is not None
    unit_node = Scalar(whole.position if unit is None else unit.position, unit_text, plain=False) if wanted else None
    if not (definition.unit or unit_text):
        unit_node = None
    return mapping_node(whole.position, (("value", value), ("unit", unit_node), ("evidence", evidence)))


def record_node(reader: CellReader, fact: str, record: RecordType, row: Row) -> Mapping:
    """Read one record of a list from its row."""
    key = row.get(record.key)
    path = f"facts[{fact}].records[{'' if key is None else str(key.value)[:80]}]"
    parts: list[tuple[str, Node | None]] = []
    for definition in record.fields:
        field = f"{path}.{definition.id}"
        cited = row.get(f"{definition.id}.{EVIDENCE}")
        evidence = None if cited is None else reader.names(cited, f"{field}.evidence")
        parts.append((definition.id, fact_node(reader, definition, row, evidence=evidence, path=field)))
    return mapping_node(_place(row), parts)


def evidence_node(reader: CellReader, fields: FieldReader, rows: AnySequence[Row]) -> Mapping | None:
    """Read the evidence items of one subject, each from its row."""
    if not rows:
        return None
    items: dict[str, Node] = {}
    places: dict[str, FilePosition] = {}
    for row in rows:
        place = _place(row)
        named = row.get("evidence_id")
        id = None if named is None else reader.text(named, "evidence")
        if id is None:
            if named is None:
                fields.problem(place, "evidence", _say("EVIDENCE_ID_MISSING"), "REQUIRED")
            continue
        key = id.text.strip()
        if key in places:
            there = position_text(places[key])
            description = _say("EVIDENCE_TWICE", found=key[:60], there=there)
            fields.problem(id.position, f"evidence[{key[:60]}]", description, "REPEATED")
            continue
        places[key] = id.position
        items[key] = _item(reader, row, f"evidence[{key[:60]}]", place)
    return Mapping(_place(rows[0]), items, places)


def place_node(reader: CellReader, fields: FieldReader, row: Row, cited: Sequence | None, path: str) -> Mapping | None:
    """Read where in its evidence the fact of a row stands; None if the row does not say."""
    cells = reader.columns(map(Column, PLACE_COLUMNS), row, f"{path}.places")
    parts = [(id.removeprefix(_IN_EVIDENCE), node) for id, node in cells]
    nodes = [node for _, node in parts if node is not None]
    if not nodes:
        return None
    names = [item.text for item in cited.items if isinstance(item, Scalar)] if cited is not None else []
    if len(names) != 1:
        fields.problem(nodes[0].position, f"{path}.places", _say("PLACE_OF_ONE", count=len(names)), "WRONG_VALUE")
        return None
    return mapping_node(nodes[0].position, [(names[0], mapping_node(nodes[0].position, parts))])


def cited(reader: CellReader, fields: FieldReader, rows: Iterable[Row], known: dict[str, str]) -> dict[str, Sequence]:
    """Say which evidence each fact rests on, as the evidence rows of one subject name the facts."""
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


def _item(reader: CellReader, row: Row, path: str, place: FilePosition) -> Mapping:
    parts = reader.columns(_EVIDENCE_COLUMNS, row, path)
    locator = locator_node(reader, row, f"{path}.locator", place)
    parts.append(("locator", locator if locator.entries else None))
    return mapping_node(place, parts)


def locator_node(reader: CellReader, row: Row, path: str, place: FilePosition) -> Mapping:
    """Read a place in a document from its cells: where it is, page, cell, words quoted; empty if none is filled in."""
    return mapping_node(place, reader.columns(_LOCATOR, row, path))


def _place(row: Row) -> FilePosition:
    return next(iter(row.values())).position


def position_text(place: FilePosition) -> str:
    """Name a place in a sentence."""
    where = place.cell if place.sheet else FilePosition(place.line, 0).cell
    return _say("OF_FILE", place=where, file=place.file) if place.file else where


_RECORD, _FIELD, _EVIDENCE = "record", "field", "evidence_id"
_PlacesByEvidence = dict[str, Mapping]


class PlaceReader:
    """Reads the places of one subject; what is wrong is noted where the cells stand."""

    def __init__(self, reader: CellReader, fields: FieldReader, scorecard: Scorecard, rows: list[Row]) -> None:
        self._reader, self._fields, self._scorecard = reader, fields, scorecard
        self._definitions = {definition.id: definition for definition in scorecard.facts}
        self._facts = choice_ids(scorecard.facts) if rows else {}
        self._of_facts: dict[str, _PlacesByEvidence] = {}
        self._in_records: dict[str, dict[str, dict[str, _PlacesByEvidence]]] = {}
        self._named: dict[tuple[str, str], FilePosition] = {}
        for row in rows:
            self._read_row(row)

    def put_into(self, definition: FactDefinition, records: ListRows) -> None:
        """Put places to the fields of the records of a list: of those declared, and of those that were put in."""
        wanted, record = self._in_records.get(definition.id, {}), record_of(self._scorecard, definition)
        for nodes in (records.declared, records.verified):
            for number, node in enumerate(nodes):
                field_places = wanted.pop(key_text(record, node), None)
                if field_places is not None and isinstance(node, Mapping):
                    located = {id: _with_places(node.entries.get(id), places) for id, places in field_places.items()}
                    nodes[number] = mapping_node(node.position, {**node.entries, **located}.items())

    def beside(self, definition: FactDefinition, node: Mapping | None) -> Mapping | None:
        """Put the places of a fact as a whole to what is said of it."""
        places = self._of_facts.get(definition.id)
        return node if places is None else _with_places(node, places)

    def left_over(self) -> None:
        """Refuse places in records that no list has."""
        for fact, records in self._in_records.items():
            for key in records:
                path = f"facts[{fact}].places"
                self._fields.problem(
                    self._named[fact, key], path, _say("NO_SUCH_RECORD", found=key[:60]), "UNKNOWN_KEY"
                )

    def _read_row(self, row: Row) -> None:
        definition = self._fact(row)
        if definition is None:
            return
        path = f"facts[{definition.id}].places"
        within = self._record_and_field(definition, row, path)
        named = row.get(_EVIDENCE)
        if named is None:
            self._fields.problem(_begin(row), path, _say("IN_NO_EVIDENCE"), "REQUIRED")
            return
        evidence = self._reader.text(named, path)
        if evidence is None or within is None:
            return
        record, field = within
        if record:
            places = self._in_records.setdefault(definition.id, {}).setdefault(record, {}).setdefault(field, {})
            self._named.setdefault((definition.id, record), row[_RECORD].position)
        else:
            places = self._of_facts.setdefault(definition.id, {})
        path = f"{path}[{evidence.text[:60]}]"
        if evidence.text in places:
            description = _say("PLACE_STANDS_TWICE", there=position_text(places[evidence.text].position))
            self._fields.problem(named.position, path, description, "REPEATED")
            return
        places[evidence.text] = locator_node(self._reader, row, path, named.position)

    def _fact(self, row: Row) -> FactDefinition | None:
        """Find the fact of a row, by its id or its label in any language."""
        cell = row.get(sheet_layout.FACT)
        if cell is None:
            self._fields.problem(_begin(row), sheet_layout.FACT, _say("PLACE_OF_NO_FACT"), "REQUIRED")
            return None
        id = self._find_id(cell, sheet_layout.FACT, self._facts, FACT_OF_CARD)
        return None if id is None else self._definitions[id]

    def _record_and_field(self, definition: FactDefinition, row: Row, path: str) -> tuple[str, str] | None:
        """Read the key of the record and the id of its field; both are empty where the fact as a whole is meant."""
        record, field = row.get(_RECORD), row.get(_FIELD)
        if record is None and field is None:
            return "", ""
        if definition.type is not FactType.RECORDS:
            for cell in (record, field):
                if cell is not None:
                    self._reader.refuse(cell, path, _say("NOT_A_LIST", fact=definition.id), "WRONG_VALUE")
            return None
        if record is None or field is None:
            self._fields.problem(_begin(row), path, _say("RECORD_AND_FIELD"), "REQUIRED")
            return None
        form = record_of(self._scorecard, definition)
        of_key = next(record_field for record_field in form.fields if record_field.id == form.key)
        key = self._reader.value(of_key, record, path, unit=of_key.unit)
        id = self._find_id(field, path, choice_ids(form.fields), _say("FIELD_OF_RECORD", record=form.id))
        return (key.text, id) if isinstance(key, Scalar) and id is not None else None

    def _find_id(self, cell: Cell, path: str, known: dict[str, str], what: str) -> str | None:
        text = self._reader.text(cell, path)
        id = None if text is None else known.get(fold_cell_text(text.text))
        if text is not None and id is None:
            self._fields.unknown(cell.position, path, text.text, known, what)
        return id


def _with_places(node: Node | None, places: _PlacesByEvidence) -> Mapping:
    """Put places to a fact or a field that is written in full, or of which nothing else is said."""
    entries = node.entries if isinstance(node, Mapping) else {}
    place = next(iter(places.values())).position
    return mapping_node(
        place if node is None else node.position, [*entries.items(), ("places", mapping_node(place, places.items()))]
    )


def _begin(row: Row) -> FilePosition:
    return next(iter(row.values())).position


_NAMES = re.compile(r"[;；\n]")
_PLACES = sheet_layout.RATING_COLUMNS[1:]


@dataclass(slots=True)
class CellNotes:
    """What stands beside the values: rationale and quoted place, by fact; the first of the two rows of a period."""

    cells: dict[str, Row] = field(default_factory=dict)

    def take(self, fact: str, row: Row, fields: FieldReader) -> None:
        """Keep what a row says of its fact; what is said twice contradicts itself."""
        kept = self.cells.setdefault(fact, {})
        for id in sheet_layout.RATING_COLUMNS:
            if id in row and id in kept:
                description = _say("STANDS_AT", there=position_text(kept[id].position))
                fields.problem(row[id].position, f"facts[{fact}].{id}", description, "REPEATED")
            elif id in row:
                kept[id] = row[id]


class RatingReader:
    """Makes ratings of the values of one workbook, where its assessor is named."""

    def __init__(self, scorecard: Scorecard, reader: CellReader, fields: FieldReader) -> None:
        self._reader, self._fields = reader, fields
        self._aspects = aspects_of(scorecard)
        self._assessor: Scalar | None = None

    def name(self, text: str, place: FilePosition) -> None:
        """Take the assessor; one workbook holds the ratings of one person."""
        if _NAMES.search(text):
            description = _say("SEVERAL_NAMED", found=text[:60])
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
        given: bool,
    ) -> Mapping | None:
        """Give a fact as its assessor rates it; one that nobody rates stays as it is.

        A rating needs its rationale, and one above nothing the place that it rests on. `at` says where the cells of
        the row are, `given` whether a value stands there, faulty or not.
        """
        path = f"facts[{definition.id}]"
        asked = self._assessor is not None and given and definition.id in self._aspects
        if not asked and not rating_cells:
            return node
        if self._refused(definition, path, rating_cells, given=given) or node is None or self._assessor is None:
            return node
        if "rationale" not in rating_cells:
            self._report_missing(f"{path}.rationale", at.get("rationale", node.position), _say("SAY_WHY"))
        if definition.id in self._aspects and not set(_PLACES) & set(rating_cells) and _above_nothing(node):
            wanted = _say("NAME_PLACE")
            self._report_missing(f"{path}.place", at.get("page", node.position), wanted)
        located = [(id, self._text(rating_cells, id, f"{path}.place.{id}")) for id in _PLACES]
        parts: list[tuple[str, Node | None]] = [("person", self._assessor), *node.entries.items()]
        parts.append(("rationale", self._text(rating_cells, "rationale", f"{path}.rationale")))
        parts.append(("place", mapping_node(node.position, located) if set(_PLACES) & set(rating_cells) else None))
        return mapping_node(node.position, [("ratings", Sequence(node.position, [mapping_node(node.position, parts)]))])

    def _refused(self, definition: FactDefinition, path: str, rating_cells: Row, *, given: bool) -> bool:
        if not rating_cells:
            return False
        at = next(iter(rating_cells.values())).position
        if definition.type is FactType.RECORDS:
            self._fields.problem(at, path, _say("RECORDS_UNRATED"), "NOT_WANTED")
        elif self._assessor is None:
            sheet = _say(
                "SHEET_NAMED",
                en=words("en")["sheets"][sheet_layout.SETTINGS],
                zh=words("zh")["sheets"][sheet_layout.SETTINGS],
            )
            description = _say("WHOSE_RATING", sheet=sheet)
            self._fields.problem(at, f"{path}.person", description, "REQUIRED")
        elif not given:
            description = _say("NO_VALUE_BESIDE")
            self._fields.problem(at, f"{path}.value", description, "REQUIRED")
        else:
            return False
        return True

    def _report_missing(self, path: str, at: FilePosition, wanted: str) -> None:
        description = _say("RATING_NEEDS", wanted=wanted)
        self._fields.problem(at, path, description, "REQUIRED")

    def _text(self, rating_cells: Row, id: str, path: str) -> Scalar | None:
        cell = rating_cells.get(id)
        if cell is None:
            return None
        if id == "page" and cell.kind == "n" and isinstance(cell.value, int):
            return Scalar(cell.position, str(cell.value), plain=False)
        return self._reader.text(cell, path)


def _above_nothing(node: Mapping) -> bool:
    value = node.entries.get("value")
    return isinstance(value, Scalar) and parse_decimal_or_ratio(value.text) > 0


DECLARED, VERIFIED = "declared", "verified"
_VALUE = "verified_value"


_JUDGEMENT = _of_words("judgement", "judgements", [word.value for word in Judgement])
_LIST_ROW = _of_words(sheet_layout.LIST_ROW, "list_rows", (DECLARED, VERIFIED))
_JUDGEMENT_COLUMNS = (*map(Column, ("method", "reason", "person")), Column("date", FactType.DATE))


class ListRows:
    """The rows of one list: those that the applicant declared, and those that hold as the assessor sees it."""

    def __init__(self, reader: CellReader, definition: FactDefinition, record: RecordType, rows: list[Row]) -> None:
        self.marked: Cell | None = None
        self.declared: list[Node] = []
        self.verified: list[Node] = []
        for row in rows:
            cell = row.get(sheet_layout.LIST_ROW)
            rest = {id: part for id, part in row.items() if id != sheet_layout.LIST_ROW}
            path = f"facts[{definition.id}].records"
            if not rest:
                reader.refuse(next(iter(row.values())), path, _say("MARK_ALONE"), "REQUIRED")
                continue
            mark = None
            if cell is not None:
                self.marked = self.marked or cell
                read = reader.scalar(_LIST_ROW, cell, path)
                mark = None if read is None else read.text
            node = record_node(reader, definition.id, record, rest)
            if mark != VERIFIED:
                self.declared.append(node)
            if mark != DECLARED:
                self.verified.append(node)


class VerificationReader:
    """Reads judgements; what is wrong is noted where the cells stand."""

    def __init__(self, reader: CellReader, fields: FieldReader) -> None:
        """Note problems in `fields`."""
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
        """Read the judgement of a fact; None if there is none.

        `rows` holds, by the ids of the slots of the fact, the cells by the ids of their columns; `at` says
        where cells that are empty would be, `records` which rows of a list are struck out or put in.
        """
        path = f"facts[{definition.id}].verification"
        judgement_cells = self._judgement_cells(rows.values(), path)
        values = {slot: row[_VALUE] for slot, row in rows.items() if _VALUE in row}
        marked = None if records is None else records.marked
        if not judgement_cells and not values:
            if marked is not None:
                self._reader.refuse(marked, path, _say("MARKED_UNJUDGED"), "REQUIRED")
            return None
        first = next(iter((*judgement_cells.values(), *values.values())))
        judgement = self._judgement(judgement_cells, values, path, first, at)
        cited = judgement_cells.get("verified_evidence")
        evidence = None if cited is None else self._reader.names(cited, f"{path}.evidence")
        corrected = self._corrected(definition, values, f"{path}.corrected_value", unit=unit, records=records)
        if judgement is not None and judgement.text == Judgement.CORRECTED and corrected is None and not values:
            key = "LIST_UNMARKED" if definition.type is FactType.RECORDS else "CORRECTED_TO_WHAT"
            self._fields.problem(at.get(_VALUE, first.position), path, _say(key), "REQUIRED")
            return None
        entries: list[tuple[str, Node | None]] = [("judgement", judgement)]
        entries += [] if corrected is None else list(corrected.entries.items())
        entries.append(("evidence", evidence))
        for name, node in self._reader.columns(_JUDGEMENT_COLUMNS, judgement_cells, path):
            entries.append((name, node if name in judgement_cells else _nothing(at.get(name, first.position))))
        return None if judgement is None else mapping_node(first.position, entries)

    def _judgement_cells(self, rows: Iterable[Row], path: str) -> Row:
        """Take what stands beside the values; of a period it stands beside one of both days."""
        kept: Row = {}
        for row in rows:
            for id in sheet_layout.VERIFICATION_COLUMNS:
                if id == _VALUE or id not in row:
                    continue
                if id in kept:
                    description = _say("STANDS_AT", there=position_text(kept[id].position))
                    self._fields.problem(row[id].position, f"{path}.{id}", description, "REPEATED")
                else:
                    kept[id] = row[id]
        return kept

    def _judgement(
        self, judgement_cells: Row, values: dict[str, Cell], path: str, first: Cell, at: dict[str, FilePosition]
    ) -> Scalar | None:
        cell = judgement_cells.get("judgement")
        if cell is None:
            if values:
                return Scalar(next(iter(values.values())).position, Judgement.CORRECTED.value, plain=False)
            self._fields.problem(at.get("judgement", first.position), f"{path}.judgement", _say("UNJUDGED"), "REQUIRED")
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
                place = records.marked.position
                return mapping_node(place, [("value", Sequence(place, records.verified))])
            where = position_text(records.marked.position)
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
    return mapping_node(
        judged.position if node is None else node.position, [*entries.items(), ("verification", judged)]
    )


def cell_positions(place: FilePosition, columns: dict[str, int]) -> dict[str, FilePosition]:
    """Say where the cells of a row are, by the ids of their columns."""
    return {id: replace(place, column=column) for id, column in columns.items()}


def _nothing(place: FilePosition) -> Scalar:
    """Stand for a cell that is empty, so that what is missing is told there."""
    return Scalar(place, "")
