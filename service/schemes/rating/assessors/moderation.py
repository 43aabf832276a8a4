"""Parser of moderated values (CSV or YAML), checked against the ratings they settle."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rules.api import read_subject
from rules.contracts import DeclaredFact, InputError, Judgement, Subject, message_factory
from rules.model import FactType
from service.base import instants
from service.input.cells import choice_ids, fold_cell_text, reserved, split_list
from service.input.dossier.dossier_reader import FACT_OF_CARD, FactReader, ParsedFile
from service.input.tabular.csv_parser import DelimitedText
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import (
    FilePosition,
    PlacedError,
    Problem,
    check_size,
    raise_placed_error,
    read_bounded,
)
from service.input.tree.tree_reader import read_tree
from service.schemes.rating.assessors.rating_comparison import with_file_name

if TYPE_CHECKING:
    from pathlib import Path

    from rules.contracts import Verification
    from rules.model import FactDefinition, Scorecard
    from service.schemes.rating.assessors.rating_comparison import RatingComparison

_message = message_factory(__name__)

METHOD = "moderation"
KEYS = ("fact", "value", "reason", "person", "date")
_HEADS = {"事实": "fact", "值": "value", "复议值": "value", "理由": "reason", "人员": "person", "日期": "date"}
_NUMBER = re.compile(r"(-?[0-9][0-9.]*)\s*(\S.*)?\Z")


class Moderation:
    """Moderated values of a file; `notes` report a guessed encoding."""

    def __init__(self, path: Path, scorecard: Scorecard, comparison: RatingComparison) -> None:
        self._file = str(path)
        self._fields = FieldReader()
        self.notes: list[Problem] = []
        self._scorecard = scorecard
        facts = {fact.id: fact for fact in scorecard.facts}
        rated = {compared.definition.id for compared in (*comparison.agreed, *comparison.differing, *comparison.single)}
        self.verifications: dict[str, Verification] = {}
        entries: dict[str, Node] = {}
        positions: dict[str, FilePosition] = {}
        names = choice_ids(scorecard.facts)
        for row in self._rows(path):
            fact = self._fact(row, names)
            if fact is None:
                continue
            if fact in positions:
                description = _message("MODERATED_TWICE", line=positions[fact].line)
                self._fields.problem(row.position, f"facts[{fact}]", description, "REPEATED")
            elif fact not in rated:
                description = _message("NOBODY_RATED")
                self._fields.problem(row.position, f"facts[{fact}]", description, "NOT_RATED")
            else:
                positions[fact] = row.position
                corrected = f"facts[{fact}].verification.corrected_value"
                self._fields.positions[corrected] = row.entries["value"].position
                entries[fact] = Mapping(row.position, {"verification": self._verification(facts[fact], row)})
        tree = Mapping(FilePosition(1, 1), entries, positions)
        for read in FactReader(scorecard, self._fields).read(tree):
            if read.verification is not None:
                self.verifications[read.id] = read.verification
        if problems := self._fields.problems:
            unsound = {problem.position.line for problem in problems if problem.position is not None}
            further = [
                problem
                for problem in self._refused(self._moderated_subject())
                if problem.position and problem.position.line not in unsound
            ]
            raise PlacedError(with_file_name(self._file, [*problems, *further]))

    def _rows(self, path: Path) -> list[Mapping]:
        content = read_bounded(path)
        try:
            if path.suffix.lower() != ".csv":
                return _yaml_rows(content, self._fields)
            check_size(len(content))
            text = DelimitedText(content)
            self.notes = text.notes
            return _csv_rows(text, self._fields)
        except PlacedError as error:
            raise PlacedError(with_file_name(self._file, error.problems)) from None

    def check(self, subject: Subject) -> None:
        if problems := self._refused(subject):
            raise PlacedError(with_file_name(self._file, problems))

    def _moderated_subject(self) -> Subject:
        facts = tuple(DeclaredFact(id=id, verification=verification) for id, verification in self.verifications.items())
        return Subject(subject="", as_of=instants.now()[:10], known="", settings={}, facts=facts, evidence=())

    def _refused(self, subject: Subject) -> list[Problem]:
        try:
            read_subject(self._scorecard, subject)
        except InputError as error:
            return list(ParsedFile(self._fields.positions).located(error).problems)
        return []

    def _fact(self, row: Mapping, names: dict[str, str]) -> str | None:
        missing = [key for key in KEYS if key not in row.entries]
        for key in missing:
            self._fields.problem(row.position, key, _message("REQUIRED"), "REQUIRED")
        named = row.entries.get("fact")
        if not isinstance(named, Scalar):
            return None
        fact_id = names.get(fold_cell_text(named.text))
        if fact_id is None:
            known = [fact.id for fact in self._scorecard.facts]
            self._fields.unknown(named.position, "fact", named.text, known, FACT_OF_CARD)
        return None if missing else fact_id

    def _verification(self, definition: FactDefinition, row: Mapping) -> Mapping:
        at = row.position
        parts: dict[str, Node] = {
            "judgement": Scalar(at, Judgement.CORRECTED.value),
            **_value(definition, row.entries["value"]),
            "method": Scalar(at, METHOD),
            **{key: row.entries[key] for key in ("reason", "person", "date")},
        }
        return Mapping(at, parts, {key: node.position for key, node in parts.items()})


def _value(definition: FactDefinition, node: Node) -> dict[str, Node]:
    if not isinstance(node, Scalar):
        return {"value": node}
    text = node.text.strip()
    if fold_cell_text(text) in reserved("not_applicable"):
        return {"not_applicable": Scalar(node.position, "yes")}
    known = choice_ids(definition.choices)
    match definition.type:
        case FactType.NUMBER if (number_match := _NUMBER.match(text)) is not None:
            number: dict[str, Node] = {"value": Scalar(node.position, number_match[1], plain=False)}
            unit = number_match[2] or definition.unit
            return {**number, "unit": Scalar(node.position, unit, plain=False)} if unit else number
        case FactType.CHOICE:
            return {"value": replace(node, text=known.get(fold_cell_text(text), text))}
        case FactType.CHOICES:
            chosen: list[Node] = [
                Scalar(node.position, known.get(fold_cell_text(word), word), plain=False) for word in split_list(text)
            ]
            return {"value": Sequence(node.position, chosen)}
        case _:
            return {"value": node}


def _yaml_rows(content: bytes, fields: FieldReader) -> list[Mapping]:
    tree = read_tree(content)
    if not isinstance(tree, Sequence):
        description = _message("LIST_WANTED", keys=KEYS)
        fields.problem(tree.position, "", description, "WRONG_SHAPE")
        return []
    rows = []
    for item in tree.items:
        parts = fields.mapping(item, "", KEYS, what=_message("MODERATED_VALUE"))
        rows.append(Mapping(item.position, parts, {key: node.position for key, node in parts.items()}))
    return rows


def _csv_rows(text: DelimitedText, fields: FieldReader) -> list[Mapping]:
    separator, records = text.separator(), text.records()
    first = next(records, None)
    names = [] if first is None else [value.strip() for value in text.values(first, separator)]
    heads = [_HEADS.get(name, name) for name in names]
    if sorted(heads) != sorted(KEYS):
        headings = ", ".join(heads) or "nothing"
        description = _message("HEADINGS", found=headings, keys=",".join(KEYS))
        raise_placed_error(FilePosition(1, 1), description, "MISSING_COLUMN")
    rows = []
    for record in records:
        cells = text.values(record, separator)
        if len(cells) > len(heads):
            fields.problem(text.position(record.line), "", _message("TOO_MANY_CELLS", count=len(cells)), "WRONG_SHAPE")
            continue
        entries: dict[str, Node] = {
            head: Scalar(FilePosition(record.line, column), cell.strip(), plain=False)
            for column, (head, cell) in enumerate(zip(heads, cells, strict=False), 1)
            if cell.strip()
        }
        if entries:
            positions = {key: cell.position for key, cell in entries.items()}
            rows.append(Mapping(text.position(record.line), entries, positions))
    return rows
