"""Dossier reader: facts, records, evidence and settings from YAML or JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence as AnySequence
from dataclasses import dataclass
from typing import TypeGuard

import orjson
import yaml

from rules.api import read_subject
from rules.contracts import (
    Assurance,
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    InputError,
    Judgement,
    Subject,
    Verification,
    message_factory,
)
from rules.model import FactDefinition, Scorecard
from service.base.resource_names import organization_of
from service.input.dossier.values import VALUE_KEYS, ValueReader, read_evidence_places, read_locator, read_ratings
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import REQUIRED, FilePosition, PlacedError, Problem
from service.input.tree.tree_reader import LOADER, MAXIMUM_DEPTH, read_tree

_message = message_factory(__name__)

FACT_OF_CARD = _message("FACT_OF_CARD")


class WrongScorecardError(PlacedError):
    """A dossier that seems to belong to another scorecard."""

    def __init__(
        self, place: FilePosition, card: str, facts: AnySequence[str], strange: int, *, likely: str = ""
    ) -> None:
        self._details = place, card, strange
        self.facts = tuple(facts)
        code = "SEEMS_FOR" if likely else "OTHER_CARD"
        slots = {"likely": likely} if likely else {}
        description = _message(code, strange=strange, count=len(facts), card=card, **slots)
        super().__init__([Problem(place, "facts", description, "OTHER_CARD")])

    def naming(self, likely: str) -> WrongScorecardError:
        position, card, unknown_count = self._details
        return WrongScorecardError(position, card, self.facts, unknown_count, likely=likely)


_FACT_KEYS = (*VALUE_KEYS, "places", "ratings", "verification")
_VERIFICATION_KEYS = ("judgement", "value", "unit", "evidence", "not_applicable", "method", "reason", "person", "date")
_ENCLOSING_PART = re.compile(r"(?:facts\[[^\]]*\](?:\.records\[[^\]]*\])?|(?:evidence|settings)\[[^\]]*\])")
_MIN_UNKNOWN_FACTS = 3
_EVIDENCE_KEYS = (
    "kind", "issuer", "digest", "issue_date", "valid_from", "valid_until", "assurance", "locator",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A parsed file with the position of each field."""

    positions: dict[str, FilePosition]

    def located(self, error: InputError, options: Iterable[str] = ()) -> PlacedError:
        """Add positions in this file to an evaluation error; settings in `options` have none."""
        options_by_field = {f"settings[{setting}]": f"--set {setting}" for setting in options}
        return PlacedError(
            Problem(
                None if violation.field in options_by_field else self.place_of(violation.field),
                options_by_field.get(violation.field, violation.field),
                violation.description,
                violation.reason,
            )
            for violation in error.violations
        )

    def place_of(self, field: str) -> FilePosition | None:
        while field:
            if field in self.positions:
                return self.positions[field]
            field = field[: max(field.rfind("."), field.rfind("["), 0)]
        return None


@dataclass(frozen=True, slots=True)
class Dossier(ParsedFile):
    """A subject from a dossier; `notes` describe converted values and hidden content."""

    subject: Subject
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment(ParsedFile):
    """Part of a dossier: changed facts, evidence items and settings."""

    facts: tuple[DeclaredFact, ...]
    evidence: tuple[EvidenceItem, ...]
    settings: dict[str, str]


def read_dossier(content: bytes, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]) -> Dossier:
    """Read a dossier; `settings` override its own.

    Raises:
        PlacedError: If it is malformed; all problems are listed.
    """
    return dossier_from_tree(read_tree(content), FieldReader(), scorecard, as_of=as_of, settings=settings)


def dossier_from_tree(
    tree: Node, fields: FieldReader, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]
) -> Dossier:
    """Read a dossier from a tree; `fields` may already contain problems.

    Raises:
        PlacedError: If it is malformed.
    """
    parts = fields.mapping(tree, "", ("subject", "settings", "facts", "evidence"), what=_message("DOSSIER"))
    name = _subject(parts.get("subject"), tree, fields)
    chosen = fields.texts(parts.get("settings"), "settings")
    facts = FactReader(scorecard, fields).read(parts.get("facts"))
    evidence = read_evidence(parts.get("evidence"), fields)
    subject = Subject(
        subject=name, as_of=as_of, known="", settings={**chosen, **settings}, facts=facts, evidence=evidence
    )
    dossier = Dossier(fields.positions, subject)
    if fields.problems:
        raise PlacedError([*fields.problems, *_evaluation_problems(dossier, scorecard, fields.problems, settings)])
    return dossier


def _evaluation_problems(
    dossier: Dossier, scorecard: Scorecard, problems: Iterable[Problem], options: Iterable[str]
) -> Iterator[Problem]:
    malformed = {_enclosing_part(problem.field) for problem in problems}
    if malformed & {"facts", "evidence"}:
        return
    try:
        read_subject(scorecard, dossier.subject)
    except InputError as error:
        for problem in dossier.located(error, options).problems:
            part = _enclosing_part(problem.field)
            if part not in malformed and part.partition(".records[")[0] not in malformed:
                yield problem


def _enclosing_part(field: str) -> str:
    match = _ENCLOSING_PART.match(field)
    return match[0] if match else field


def read_fragment(content: bytes, scorecard: Scorecard) -> Fragment:
    """Read part of a dossier; raise PlacedError if it is malformed."""
    fields = FieldReader()
    parts = fields.mapping(read_tree(content), "", ("settings", "facts", "evidence"), what=_message("PART_OF_DOSSIER"))
    fragment = Fragment(
        positions=fields.positions,
        facts=FactReader(scorecard, fields).read(parts.get("facts")),
        evidence=read_evidence(parts.get("evidence"), fields),
        settings=fields.texts(parts.get("settings"), "settings"),
    )
    if fields.problems:
        raise PlacedError(fields.problems)
    return fragment


def read_assignment(written: str, definition: FactDefinition, scorecard: Scorecard) -> tuple[DeclaredFact, ...]:
    """Read a fact from its value; nested records become another fact.

    Raises:
        PlacedError: If the value is malformed.
    """
    fields, value = FieldReader(), read_tree(written.encode())
    facts_node = Mapping(value.position, {definition.id: value}, {definition.id: value.position})
    facts = FactReader(scorecard, fields).read(facts_node)
    if fields.problems:
        raise PlacedError(fields.problems)
    return facts


def _subject(node: Node | None, tree: Node, fields: FieldReader) -> str:
    name = fields.text(node, "subject") if node is not None else ""
    try:
        organization_of(name)
    except InputError as error:
        position = tree.position if node is None else node.position
        fields.problem(position, "subject", error.violations[0].description, error.violations[0].reason)
    return name


class FactReader:
    """Reader of scorecard facts that adds problems to `fields`."""

    def __init__(self, scorecard: Scorecard, fields: FieldReader) -> None:
        self._card = scorecard.card.id
        self._scorecard = scorecard
        self._definitions = {definition.id: definition for definition in scorecard.facts}
        self._values = ValueReader({record.id: record for record in scorecard.records}, fields)
        self._fields = fields

    def read(self, node: Node | None) -> tuple[DeclaredFact, ...]:
        flat_facts = _extract_nested_records(node, self._scorecard, self._fields)
        entries = self._fields.entries(flat_facts, "facts", _message("FACTS_BY_IDS"))
        unknown_positions = [position for id, _, position in entries if id not in self._definitions]
        if len(unknown_positions) >= _MIN_UNKNOWN_FACTS and 2 * len(unknown_positions) > len(entries):
            raise WrongScorecardError(
                unknown_positions[0], self._card, [id for id, _, _ in entries], len(unknown_positions)
            )
        facts = []
        for id, entry, position in entries:
            definition = self._definitions.get(id)
            self._fields.positions[f"facts[{id}]"] = position
            if definition is None:
                self._fields.unknown(position, f"facts[{id[:60]}]", id, self._definitions, FACT_OF_CARD)
            else:
                facts.append(self.fact(definition, entry))
        return tuple(facts)

    def fact(self, definition: FactDefinition, node: Node) -> DeclaredFact:
        path = f"facts[{definition.id}]"
        self._values.in_records.clear()
        parts = self._values.structured(definition, node, path, _FACT_KEYS)
        ratings = read_ratings(definition, parts.get("ratings"), self._values, self._fields)
        value: DeclaredValue | None = None
        if not ratings or any(key in parts for key in VALUE_KEYS):
            value = self._values.read(definition, node, parts, path)
        verification = self._verification(definition, parts.get("verification"), f"{path}.verification")
        places = (*read_evidence_places(parts.get("places"), f"{path}.places", self._fields), *self._values.in_records)
        return DeclaredFact(id=definition.id, value=value, ratings=ratings, verification=verification, places=places)

    def _verification(self, definition: FactDefinition, node: Node | None, path: str) -> Verification | None:
        if node is None:
            return None
        fields = self._fields
        parts = fields.mapping(node, path, _VERIFICATION_KEYS, what=_message("VERIFICATION"))
        judgement = fields.word(parts.get("judgement"), f"{path}.judgement", [word.value for word in Judgement], node)
        value_parts = {key: part for key, part in parts.items() if key in VALUE_KEYS}
        corrected: DeclaredValue | None = None
        if value_parts:
            fields.positions[f"{path}.corrected_value"] = next(iter(value_parts.values())).position
            corrected = self._values.read(definition, node, value_parts, f"{path}.corrected_value")
        if judgement is None:
            return None
        return Verification(
            judgement=Judgement(judgement),
            corrected=corrected,
            method=fields.optional_text(parts.get("method"), f"{path}.method"),
            reason=fields.optional_text(parts.get("reason"), f"{path}.reason"),
            person=fields.optional_text(parts.get("person"), f"{path}.person"),
            date=fields.optional_text(parts.get("date"), f"{path}.date"),
        )


def read_evidence(node: Node | None, fields: FieldReader) -> tuple[EvidenceItem, ...]:
    """Read the evidence items of a dossier."""
    items = []
    for id, entry, key_position in fields.identified(node, "evidence", _message("EVIDENCE_ITEMS")):
        path = f"evidence[{id}]"
        fields.positions[path] = key_position
        parts = fields.mapping(entry, path, _EVIDENCE_KEYS, what=_message("EVIDENCE_ITEM"))
        for required in ("kind", "issuer", "digest"):
            if required not in parts and isinstance(entry, Mapping):
                fields.problem(key_position, f"{path}.{required}", REQUIRED, "REQUIRED")
        if (digest := parts.get("digest")) is not None:
            fields.positions[f"{path}.content_digest"] = digest.position
        for key, field in (("valid_from", "first_date"), ("valid_until", "last_date")):
            if (date := parts.get(key)) is not None:
                fields.positions[f"{path}.validity.{field}"] = date.position
        levels = [level.value for level in Assurance]
        assurance = fields.word(
            parts.get("assurance", Scalar(key_position, "none")), f"{path}.assurance", levels, entry
        )
        items.append(
            EvidenceItem(
                id=id,
                kind=fields.optional_text(parts.get("kind"), f"{path}.kind"),
                issuer=fields.optional_text(parts.get("issuer"), f"{path}.issuer"),
                digest=fields.optional_text(parts.get("digest"), f"{path}.digest"),
                issue_date=fields.optional_text(parts.get("issue_date"), f"{path}.issue_date") or None,
                valid_from=fields.optional_text(parts.get("valid_from"), f"{path}.valid_from") or None,
                valid_until=fields.optional_text(parts.get("valid_until"), f"{path}.valid_until") or None,
                locator=read_locator(parts.get("locator"), f"{path}.locator", fields),
                assurance=Assurance(assurance or "none"),
            )
        )
    return tuple(items)


def peek_subject(content: bytes) -> str:
    """Return the subject name, empty if the beginning is malformed.

    Lines of a batch are tried as JSON first, because YAML takes 40 times longer.
    """
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError:
        return _subject_from_yaml(content)
    subject = document.get("subject") if isinstance(document, dict) else None
    return subject.strip() if isinstance(subject, str) else ""


def _subject_from_yaml(content: bytes) -> str:
    depth, is_key, is_subject = 0, True, False
    try:
        for event in yaml.parse(content.decode("utf-8-sig").replace("\t", " "), Loader=LOADER):
            if depth > MAXIMUM_DEPTH:
                return ""  # parsing time grows with depth
            if is_subject:
                return event.value.strip() if isinstance(event, yaml.ScalarEvent) else ""
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.NodeEvent):
                if depth == 1:
                    is_subject = is_key and isinstance(event, yaml.ScalarEvent) and event.value == "subject"
                    is_key = not is_key
                depth += isinstance(event, yaml.CollectionStartEvent)
    except (yaml.YAMLError, UnicodeDecodeError):
        pass
    return ""


_VALUE = "value"


def _extract_nested_records(facts: Node | None, scorecard: Scorecard, fields: FieldReader) -> Node | None:
    """Move nested records into their own fact, with the key of the outer record.

    Example: `plants: [{site: P1, fuels: [{line: F1, …}]}]`.
    """
    types = {record.id: record for record in scorecard.records}
    keys = {fact.id: types[fact.record].key for fact in scorecard.facts if fact.record is not None}
    for fact in scorecard.facts:
        belongs = types[fact.record].belongs_to if fact.record is not None else None
        if belongs is not None and _has_entry(facts, belongs.list):
            facts = _extract_records(facts, belongs.list, fact.id, keys[belongs.list], belongs.field, fields)
    return facts


def _extract_records(  # noqa: PLR0913, PLR0917 -- list and key on both sides
    facts: Mapping, outer_list: str, name: str, outer_key: str, field: str, fields: FieldReader
) -> Mapping:
    outer = facts.entries[outer_list]
    listed = _record_list(outer)
    outer_records = [] if listed is None else [item for item in listed.items if _has_entry(item, name)]
    if listed is None or not outer_records:
        return facts
    inner: list[Node] = []
    for item in outer_records:
        inner += _records_with_outer_key(item.entries[name], field, item.entries.get(outer_key), fields, name)
    remaining = [_drop_entry(item, name) if _has_entry(item, name) else item for item in listed.items]
    if name in facts.entries:
        fields.problem(facts.keys[name], f"facts.{name}", _message("LIST_IN_TWO", list=name), "REPEATED")
    entries = {
        **facts.entries,
        outer_list: _with_records(outer, Sequence(listed.position, remaining)),
        name: Sequence(listed.position, inner),
    }
    return Mapping(facts.position, entries, {name: listed.position, **facts.keys})


def _has_entry(node: Node | None, name: str) -> TypeGuard[Mapping]:
    return isinstance(node, Mapping) and name in node.entries


def _record_list(fact: Node) -> Sequence | None:
    records = fact.entries.get(_VALUE) if isinstance(fact, Mapping) else fact
    return records if isinstance(records, Sequence) else None


def _with_records(fact: Node, records: Sequence) -> Node:
    if isinstance(fact, Mapping):
        return Mapping(fact.position, {**fact.entries, _VALUE: records}, fact.keys)
    return records


def _drop_entry(record: Mapping, name: str) -> Mapping:
    entries = {key: part for key, part in record.entries.items() if key != name}
    return Mapping(
        record.position, entries, {key: key_position for key, key_position in record.keys.items() if key != name}
    )


def _records_with_outer_key(listed: Node, field: str, key: Node | None, fields: FieldReader, name: str) -> list[Node]:
    if isinstance(listed, Scalar) and listed.empty:
        return []
    if not isinstance(listed, Sequence):
        fields.problem(listed.position, f"facts.{name}", _message("INNER_LIST_WANTED", list=name), "WRONG_SHAPE")
        return []
    records: list[Node] = []
    for item in listed.items:
        if isinstance(item, Mapping) and key is not None and field not in item.entries:
            keys = {**item.keys, field: key.position}
            records.append(Mapping(item.position, {**item.entries, field: key}, keys))
        else:
            records.append(item)
    return records
