"""Reading of a spreadsheet with a mapping: subjects with facts, records and the cell of each value."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts import (
    InputError,
    NumberError,
    Violation,
    did_you_mean_or_known,
    message_factory,
    parse_decimal_or_ratio,
)
from rules.model import FactType
from service.base.evidence_kinds import kind_words
from service.input.cells import CellError, CellReader, Column, fold_cell_text
from service.input.dossier.dossier_reader import dossier_from_tree
from service.input.tabular.cell_texts import Cell
from service.input.tabular.grids import read_grids
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem
from service.input.workbook.row_readers import ListRows, evidence_node, fact_node, mapping_node
from service.input.workbook.vocabulary import EVIDENCE, FIRST, LAST, record_of
from service.mappings.mapped_cells import ReadingRules, transformed
from service.mappings.mapping_targets import SUBJECT, Target, targets_of
from service.mappings.source_tables import cell_text, fold_heading, source_table
from service.mappings.source_units import NO_UNIT, read_source_unit
from service.output.mapping.requests import write_request
from touchstone.v1 import case_dossier_service_pb2 as dossiers, mapping_service_pb2 as mappings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping as AnyMapping
    from fractions import Fraction

    from rules.model import Scorecard
    from service.input.dossier.dossier_reader import Dossier

_message = message_factory(__name__)

UNNAMED = "subjects/unnamed"
MOST_COLUMNS = 256
_MAX_SUBJECTS = 5_000
_MAX_PROBLEMS = 200
_MAX_TITLE = 200
_MAX_MAPPING_BYTES = 500_000
_DIGEST_CHARACTERS = 12


def check_mapping(mapping: mappings.Mapping, scorecard: Scorecard, field: str = "mapping") -> None:
    """Raise InputError with all errors of a mapping for a scorecard."""
    violations = [*_column_violations(mapping, scorecard, field), *_other_violations(mapping, scorecard, field)]
    if violations:
        raise InputError(tuple(violations))


def _column_violations(mapping: mappings.Mapping, scorecard: Scorecard, field: str) -> Iterable[Violation]:
    targets = targets_of(scorecard)
    if not any(column.target for column in mapping.columns) or len(mapping.columns) > MOST_COLUMNS:
        yield Violation(f"{field}.columns", _message("NO_COLUMNS", most=MOST_COLUMNS), "REQUIRED")
    seen: dict[str, str] = {}
    headings: set[str] = set()
    for number, column in enumerate(mapping.columns):
        place = f"{field}.columns[{number}]"
        folded = fold_heading(column.heading)
        if not folded or folded in headings:
            message = _message("HEADING_TWICE", found=column.heading[:60])
            yield Violation(f"{place}.heading", message, "REPEATED" if folded else "REQUIRED")
        headings.add(folded)
        if column.target and column.target != SUBJECT and column.target not in targets:
            hint = did_you_mean_or_known(column.target, [SUBJECT, *targets])
            yield Violation(f"{place}.target", _message("NO_TARGET", found=column.target[:60], hint=hint), "NOT_FOUND")
        if column.target and column.target in seen:
            message = _message("TARGET_TWICE", found=column.target, heading=seen[column.target][:60])
            yield Violation(f"{place}.target", message, "REPEATED")
        seen.setdefault(column.target, column.heading)
        if column.unit and read_source_unit(column.unit) is None:
            yield Violation(f"{place}.unit", _message("NO_UNIT", found=column.unit[:40]), "UNIT_UNKNOWN")
    yield from _constant_violations(mapping, targets, seen, field)


def _constant_violations(
    mapping: mappings.Mapping, targets: AnyMapping[str, Target], seen: dict[str, str], field: str
) -> Iterable[Violation]:
    rules = ReadingRules(mapping.decimal_mark, mapping.date_order)
    for number, constant in enumerate(mapping.constants):
        place = f"{field}.constants[{number}]"
        target = targets.get(constant.target)
        unit = read_source_unit(constant.unit) if constant.unit else NO_UNIT
        if target is None or target.list is not None:
            facts = [id for id, each in targets.items() if each.list is None]
            hint = did_you_mean_or_known(constant.target, facts)
            yield Violation(
                f"{place}.target", _message("NO_TARGET", found=constant.target[:60], hint=hint), "NOT_FOUND"
            )
        elif constant.target in seen:
            message = _message("TARGET_TWICE", found=constant.target, heading=seen[constant.target][:60])
            yield Violation(f"{place}.target", message, "REPEATED")
        elif unit is not None:
            try:
                cell = Cell(FilePosition(0, 0), constant.value)
                Column.of(target.definition).read(transformed(cell, target.definition, rules, {}, unit))
            except CellError as error:
                yield from (Violation(f"{place}.value", str(each), each.reason) for each in error.all)
        seen.setdefault(constant.target, constant.value)
        if unit is None:
            yield Violation(f"{place}.unit", _message("NO_UNIT", found=constant.unit[:40]), "UNIT_UNKNOWN")


def _other_violations(mapping: mappings.Mapping, scorecard: Scorecard, field: str) -> Iterable[Violation]:
    if mapping.ByteSize() > _MAX_MAPPING_BYTES:
        message = _message("LONG_MAPPING", size=mapping.ByteSize(), most=_MAX_MAPPING_BYTES)
        yield Violation(field, message, "TOO_LONG")
    if mapping.header_row < 0:
        yield Violation(f"{field}.header_row", _message("HEADER_ROW"), "WRONG_VALUE")
    if len(mapping.display_name) > _MAX_TITLE:
        yield Violation(f"{field}.display_name", _message("LONG_TITLE", most=_MAX_TITLE), "TOO_LONG")
    if mapping.HasField("evidence"):
        known = sorted({kind for fact in scorecard.facts for kind in fact.evidence}) or sorted(kind_words("en"))
        if mapping.evidence.kind not in known:
            message = _message("NO_KIND", found=mapping.evidence.kind[:60], known=known)
            yield Violation(f"{field}.evidence.kind", message, "NOT_FOUND")
        if not mapping.evidence.issuer.strip():
            yield Violation(f"{field}.evidence.issuer", _message("NO_ISSUER"), "REQUIRED")


@dataclass(slots=True)
class _Group:
    """Cells of one subject: facts by slot, rows by list, and the origin of each value."""

    subject: Cell | None
    facts: dict[str, Cell] = field(default_factory=dict)
    lists: dict[str, list[dict[str, Cell]]] = field(default_factory=lambda: defaultdict(list))
    origins: list[mappings.ValueOrigin] = field(default_factory=list)


class MappedReading:
    """Reading of one file with one mapping."""

    def __init__(
        self, mapping: mappings.Mapping, scorecard: Scorecard, file: mappings.MappedFile, *, as_of: str
    ) -> None:
        """Check the mapping and find its columns; raise InputError or PlacedError if one is invalid."""
        check_mapping(mapping, scorecard)
        self._mapping, self._scorecard, self._as_of = mapping, scorecard, as_of
        self._table = source_table(read_grids(file.content), mapping.sheet, mapping.header_row)
        self._digest = hashlib.sha256(file.content).hexdigest()
        self._targets = targets_of(scorecard)
        self._rules = ReadingRules(mapping.decimal_mark, mapping.date_order)
        self._words = {
            column.heading: {fold_cell_text(word): value for word, value in column.words.items()}
            for column in mapping.columns
        }
        self._problems: list[Problem] = []
        self._columns = self._found_columns()

    def read(self, *, organization: str, subject: str) -> mappings.MappedData:
        """Return the subjects; `subject` names the subject of all rows, if no column contains subjects.

        Raises:
            PlacedError: If cells do not fit, with all of them.
        """
        groups, skipped = self._groups(organization)
        subjects = [self._subject(group, organization, subject) for group in groups]
        if self._problems:
            raise PlacedError(self._problems[:_MAX_PROBLEMS])
        known = {fold_heading(column.heading) for column in self._mapping.columns}
        return mappings.MappedData(
            subjects=subjects,
            file_digest=self._digest,
            sheet=self._table.title,
            new_headings=[heading for heading in self._table.headings if fold_heading(heading) not in known],
            row_count=len(self._table.rows) - len(skipped),
            skipped_rows=skipped,
            mapping=self._mapping.name,
            mapping_revision=self._mapping.revision,
            scorecard=self._mapping.scorecard,
        )

    def _found_columns(self) -> dict[str, int]:
        """Return the column number of each heading that the mapping reads."""
        found = {fold_heading(heading): column for heading, column in self._table.headings.items()}
        needed = {
            heading
            for column in self._mapping.columns
            if column.target
            for heading in (column.heading, column.unit_heading)
            if heading
        }
        missing = [heading for heading in sorted(needed) if fold_heading(heading) not in found]
        if missing:
            place = FilePosition(self._table.header_row, 0, self._table.title)
            message = _message("COLUMNS_MISSING", missing=missing, known=list(self._table.headings))
            raise PlacedError([Problem(place, "", message, "MISSING_COLUMN")])
        return {heading: found[fold_heading(heading)] for heading in needed}

    def _groups(self, organization: str) -> tuple[list[_Group], list[int]]:
        groups: dict[str, _Group] = {}
        skipped: list[int] = []
        words = tuple(word for text in self._mapping.skipped_words if (word := fold_cell_text(text)))
        name = next((column.heading for column in self._mapping.columns if column.target == SUBJECT), None)
        read = set(self._columns.values())
        for number, cells in self._table.rows:
            if words and any(fold_cell_text(cell_text(cell)).startswith(words) for cell in cells.values()):
                skipped.append(number)
                continue
            if not read & cells.keys():
                continue
            subject = None if name is None else cells.get(self._columns[name])
            if name is not None and subject is None:
                place = FilePosition(number, self._columns[name], self._table.title)
                self._problems.append(Problem(place, SUBJECT, _message("NO_SUBJECT"), "REQUIRED"))
                continue
            key = "" if subject is None else _subject_name(subject, organization)
            group = groups.setdefault(key, _Group(subject))
            self._read_row(cells, group)
        if len(groups) > _MAX_SUBJECTS:
            raise PlacedError([Problem(None, "", _message("TOO_MANY_SUBJECTS", most=_MAX_SUBJECTS), "TOO_LARGE")])
        if not groups and not self._problems:
            place = FilePosition(self._table.header_row, 0, self._table.title)
            raise PlacedError([Problem(place, "", _message("NO_ROWS"), "EMPTY")])
        return list(groups.values()), skipped

    def _read_row(self, cells: AnyMapping[int, Cell], group: _Group) -> None:
        records: dict[str, dict[str, Cell]] = defaultdict(dict)
        for column in self._mapping.columns:
            cell = cells.get(self._columns.get(column.heading, 0))
            if not column.target or column.target == SUBJECT or cell is None:
                continue
            target = self._targets[column.target]
            read = self._read_cell(cell, column, target, cells)
            if read is None:
                continue
            if target.list is not None:
                records[target.list.id][target.slot.id] = read
            elif not self._is_repeated(group, target, read):
                group.facts[target.slot.id] = read
            group.origins.append(_origin(column.target, cell))
        for fact, record in records.items():
            group.lists[fact].append(record)

    def _read_cell(
        self, cell: Cell, column: mappings.MappedColumn, target: Target, cells: AnyMapping[int, Cell]
    ) -> Cell | None:
        if target.slot.part == EVIDENCE:
            return cell
        text, place = column.unit, cell.position
        if column.unit_heading and (unit_cell := cells.get(self._columns[column.unit_heading])) is not None:
            text, place = cell_text(unit_cell), unit_cell.position
        unit = read_source_unit(text) if text else NO_UNIT
        if unit is None:
            self._problems.append(Problem(place, column.target, _message("NO_UNIT", found=text[:40]), "UNIT_UNKNOWN"))
            return None
        try:
            return transformed(cell, target.definition, self._rules, self._words[column.heading], unit)
        except CellError as error:
            self._problems += [Problem(cell.position, column.target, str(each), each.reason) for each in error.all]
            return None

    def _is_repeated(self, group: _Group, target: Target, cell: Cell) -> bool:
        """Return whether another row has the same value; a different value is a problem."""
        before = group.facts.get(target.slot.id)
        if before is None:
            return False
        if _comparable(before, target) != _comparable(cell, target):
            message = _message("TWO_VALUES", there=before.position.cell)
            self._problems.append(Problem(cell.position, target.id, message, "REPEATED"))
        return True

    def _subject(self, group: _Group, organization: str, subject: str) -> mappings.MappedSubject:
        name = subject or f"{organization}/{UNNAMED}"
        if group.subject is not None:
            name = _subject_name(group.subject, organization)
        fields = FieldReader()
        tree = self._tree(group, name, fields)
        try:
            dossier = dossier_from_tree(tree, fields, self._scorecard, as_of=self._as_of, settings={})
        except PlacedError as error:
            self._problems += error.problems
            return mappings.MappedSubject()
        content = _content(dossier, self._scorecard)
        shown = "" if group.subject is None and not subject else name
        return mappings.MappedSubject(subject=shown, content=content, origins=group.origins)

    def _tree(self, group: _Group, name: str, fields: FieldReader) -> Mapping:
        cells = CellReader(fields)
        place = FilePosition(self._table.header_row, 0, self._table.title)
        at = place if group.subject is None else group.subject.position
        evidence = self._evidence(cells, fields, place)
        cited = None
        if evidence is not None:
            cited = Sequence(place, [Scalar(place, self._evidence_id, plain=False)])
        nodes: list[tuple[str, Node | None]] = []
        values = {**group.facts, **self._constants(place)}
        for definition in self._scorecard.facts:
            rows = group.lists.get(definition.id)
            if definition.type is FactType.RECORDS:
                if not rows:
                    continue
                records = ListRows(cells, definition, record_of(self._scorecard, definition), rows)
                parts = (("value", Sequence(at, records.declared)), ("evidence", cited))
                nodes.append((definition.id, mapping_node(at, parts)))
                continue
            node = fact_node(cells, definition, values, evidence=cited)
            if node is not None and cited is not None:
                node = self._located(node, [values[id] for id in _slot_ids(definition.id) if id in values])
            nodes.append((definition.id, node))
        subject = Scalar(at, name, plain=False)
        return mapping_node(at, (("subject", subject), ("facts", mapping_node(at, nodes)), ("evidence", evidence)))

    @property
    def _evidence_id(self) -> str:
        return f"file-{self._digest[:_DIGEST_CHARACTERS]}"

    def _evidence(self, cells: CellReader, fields: FieldReader, place: FilePosition) -> Mapping | None:
        if not self._mapping.HasField("evidence"):
            return None
        stated = self._mapping.evidence
        row = {"evidence_id": self._evidence_id, "kind": stated.kind, "issuer": stated.issuer, "digest": self._digest}
        return evidence_node(cells, fields, [{key: Cell(place, text) for key, text in row.items()}])

    def _located(self, node: Mapping, cells: list[Cell]) -> Mapping:
        """Add the cell of a value as its location in the evidence."""
        position = cells[0].position
        if not position.column:
            return node
        name = f"{position.letters}{position.line}"
        cell = Scalar(position, f"{position.sheet[:60]}!{name}" if position.sheet else name, plain=False)
        located = mapping_node(position, [(self._evidence_id, mapping_node(position, [("cell", cell)]))])
        return mapping_node(node.position, [*node.entries.items(), ("places", located)])

    def _constants(self, place: FilePosition) -> dict[str, Cell]:
        made = {}
        for constant in self._mapping.constants:
            target = self._targets[constant.target]
            unit = (read_source_unit(constant.unit) if constant.unit else None) or NO_UNIT
            made[target.slot.id] = transformed(Cell(place, constant.value), target.definition, self._rules, {}, unit)
        return made


def _subject_name(cell: Cell, organization: str) -> str:
    text = cell_text(cell)
    return text if text.startswith("organizations/") else f"{organization}/subjects/{text}"


def _comparable(cell: Cell, target: Target) -> Fraction | str:
    """Return the number of a cell, so that 5 and 5.0 are equal; its text if it is not a number."""
    text = cell_text(cell)
    if target.definition.type is not FactType.NUMBER:
        return text
    try:
        return parse_decimal_or_ratio(text)
    except NumberError:
        return text


def _slot_ids(id: str) -> tuple[str, str, str]:
    return id, f"{id}.{FIRST}", f"{id}.{LAST}"


def _origin(target: str, cell: Cell) -> mappings.ValueOrigin:
    position = cell.position
    return mappings.ValueOrigin(target=target, sheet=position.sheet, row=position.line, column=position.letters)


def _content(dossier: Dossier, scorecard: Scorecard) -> dossiers.DossierContent:
    written = write_request(dossier.subject, scorecard=f"scorecards/{scorecard.card.id}", request_id="")
    return dossiers.DossierContent(facts=written.facts, evidence=written.evidence)
