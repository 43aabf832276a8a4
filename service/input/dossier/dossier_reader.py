"""Dossier reader: facts, records, evidence and settings from YAML or JSON, typed by the scorecard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence as AnySequence
from dataclasses import dataclass

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

_say = message_factory(__name__)

FACT_OF_CARD = _say("FACT_OF_CARD")


class WrongScorecardError(PlacedError):
    """Most facts of a dossier are none of the scorecard, so it seems to be for another one."""

    def __init__(
        self, place: FilePosition, card: str, facts: AnySequence[str], strange: int, *, likely: str = ""
    ) -> None:
        """Keep the facts, by which whoever knows all scorecards can name the `likely` one."""
        self._told = place, card, strange
        self.facts = tuple(facts)
        code = "SEEMS_FOR" if likely else "OTHER_CARD"
        slots = {"likely": likely} if likely else {}
        description = _say(code, strange=strange, count=len(facts), card=card, **slots)
        super().__init__([Problem(place, "facts", description, "OTHER_CARD")])

    def naming(self, likely: str) -> WrongScorecardError:
        """Name the scorecard that the dossier seems to be for."""
        place, card, strange = self._told
        return WrongScorecardError(place, card, self.facts, strange, likely=likely)


_FACT_KEYS = (*VALUE_KEYS, "places", "ratings", "verification")
_VERIFICATION_KEYS = ("judgement", "value", "unit", "evidence", "not_applicable", "method", "reason", "person", "date")
_PART = re.compile(r"(?:facts\[[^\]]*\](?:\.records\[[^\]]*\])?|(?:evidence|settings)\[[^\]]*\])")
_STRANGE = 3
"""So many facts that a card does not have are no typing mistake."""
_EVIDENCE_KEYS = (
    "kind", "issuer", "digest", "issue_date", "valid_from", "valid_until", "assurance", "locator",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What was read from a file, and where in it each field stands."""

    positions: dict[str, FilePosition]

    def located(self, error: InputError, options: Iterable[str] = ()) -> PlacedError:
        """Give an error of the evaluation the places of this file; settings named in `options` stand in none."""
        chosen = {f"settings[{setting}]": f"--set {setting}" for setting in options}
        return PlacedError(
            Problem(
                None if violation.field in chosen else self.place_of(violation.field),
                chosen.get(violation.field, violation.field),
                violation.description,
                violation.reason,
            )
            for violation in error.violations
        )

    def place_of(self, field: str) -> FilePosition | None:
        """Find the longest part of a field path that stands in the file."""
        while field:
            if field in self.positions:
                return self.positions[field]
            field = field[: max(field.rfind("."), field.rfind("["), 0)]
        return None


@dataclass(frozen=True, slots=True)
class Dossier(ParsedFile):
    """A subject as a dossier describes it; `notes` say what was read otherwise than it stands there."""

    subject: Subject
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment(ParsedFile):
    """A part of a dossier: what is otherwise."""

    facts: tuple[DeclaredFact, ...]
    evidence: tuple[EvidenceItem, ...]
    settings: dict[str, str]


def read_dossier(content: bytes, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]) -> Dossier:
    """Read a dossier; `settings` go before those that stand in it.

    Raises:
        PlacedError: anything is wrong with its form; every problem is listed with line and column.
    """
    return dossier_from_tree(read_tree(content), FieldReader(), scorecard, as_of=as_of, settings=settings)


def dossier_from_tree(
    tree: Node, fields: FieldReader, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]
) -> Dossier:
    """Read a dossier from its tree, whatever file that stood in; `fields` may hold problems already.

    Raises:
        PlacedError: anything is wrong with its form; every problem is listed with its place.
    """
    parts = fields.mapping(tree, "", ("subject", "settings", "facts", "evidence"), what=_say("DOSSIER"))
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
    """Give what an evaluation would refuse as well, except in what has no sound form."""
    unsound = {_part(problem.field) for problem in problems}
    if unsound & {"facts", "evidence"}:
        return
    try:
        read_subject(scorecard, dossier.subject)
    except InputError as error:
        for problem in dossier.located(error, options).problems:
            part = _part(problem.field)
            if part not in unsound and part.partition(".records[")[0] not in unsound:
                yield problem


def _part(field: str) -> str:
    """Give the fact, record, evidence item or setting that a field belongs to."""
    match = _PART.match(field)
    return match[0] if match else field


def read_fragment(content: bytes, scorecard: Scorecard) -> Fragment:
    """Read a file with some facts, evidence items and settings, written as in a dossier.

    Raises:
        PlacedError: anything is wrong with its form; every problem is listed with line and column.
    """
    fields = FieldReader()
    parts = fields.mapping(read_tree(content), "", ("settings", "facts", "evidence"), what=_say("PART_OF_DOSSIER"))
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
    """Read one fact from a value alone, written as in a dossier; records inside of its records are a further fact.

    Raises:
        PlacedError: anything is wrong with its form.
    """
    fields, value = FieldReader(), read_tree(written.encode())
    alone = Mapping(value.position, {definition.id: value}, {definition.id: value.position})
    facts = FactReader(scorecard, fields).read(alone)
    if fields.problems:
        raise PlacedError(fields.problems)
    return facts


def _subject(node: Node | None, tree: Node, fields: FieldReader) -> str:
    name = fields.text(node, "subject") if node is not None else ""
    try:
        organization_of(name)
    except InputError as error:
        place = tree.position if node is None else node.position
        fields.problem(place, "subject", error.violations[0].description, error.violations[0].reason)
    return name


class FactReader:
    """Reads facts of a scorecard."""

    def __init__(self, scorecard: Scorecard, fields: FieldReader) -> None:
        """Note problems in `fields`."""
        self._card = scorecard.card.id
        self._scorecard = scorecard
        self._definitions = {definition.id: definition for definition in scorecard.facts}
        self._values = ValueReader({record.id: record for record in scorecard.records}, fields)
        self._fields = fields

    def read(self, node: Node | None) -> tuple[DeclaredFact, ...]:
        """Read all facts.

        Raises:
            OtherCardError: most of them are no facts of the scorecard, so that nothing else need be told.
        """
        whole = extract_nested_records(node, self._scorecard, self._fields)
        entries = self._fields.entries(whole, "facts", _say("FACTS_BY_IDS"))
        strange = [place for id, _, place in entries if id not in self._definitions]
        if len(strange) >= _STRANGE and 2 * len(strange) > len(entries):
            raise WrongScorecardError(strange[0], self._card, [id for id, _, _ in entries], len(strange))
        facts = []
        for id, entry, place in entries:
            definition = self._definitions.get(id)
            self._fields.positions[f"facts[{id}]"] = place
            if definition is None:
                self._fields.unknown(place, f"facts[{id[:60]}]", id, self._definitions, FACT_OF_CARD)
            else:
                facts.append(self.fact(definition, entry))
        return tuple(facts)

    def fact(self, definition: FactDefinition, node: Node) -> DeclaredFact:
        """Read one fact."""
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
        parts = fields.mapping(node, path, _VERIFICATION_KEYS, what=_say("VERIFICATION"))
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
    """Read all evidence items."""
    items = []
    for id, entry, place in fields.identified(node, "evidence", _say("EVIDENCE_ITEMS")):
        path = f"evidence[{id}]"
        fields.positions[path] = place
        parts = fields.mapping(entry, path, _EVIDENCE_KEYS, what=_say("EVIDENCE_ITEM"))
        for required in ("kind", "issuer", "digest"):
            if required not in parts and isinstance(entry, Mapping):
                fields.problem(place, f"{path}.{required}", REQUIRED, "REQUIRED")
        if (digest := parts.get("digest")) is not None:
            fields.positions[f"{path}.content_digest"] = digest.position
        for key, field in (("valid_from", "first_date"), ("valid_until", "last_date")):
            if (date := parts.get(key)) is not None:
                fields.positions[f"{path}.validity.{field}"] = date.position
        levels = [level.value for level in Assurance]
        assurance = fields.word(parts.get("assurance", Scalar(place, "none")), f"{path}.assurance", levels, entry)
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
    """Give the subject's name; nothing if the dossier does not begin well, which its own reading then tells.

    JSON is read whole by a parser that knows no places: where the subject stands last, it takes a fortieth of the time
    of the events of YAML, and a batch asks each of its lines.
    """
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError:
        return _first_subject(content)
    subject = document.get("subject") if isinstance(document, dict) else None
    return subject.strip() if isinstance(subject, str) else ""


def _first_subject(content: bytes) -> str:
    depth, is_key, is_subject = 0, True, False
    try:
        for event in yaml.parse(content.decode("utf-8-sig").replace("\t", " "), Loader=LOADER):
            if depth > MAXIMUM_DEPTH:
                return ""  # the parser takes ever longer the deeper it is
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


def extract_nested_records(facts: Node | None, scorecard: Scorecard, fields: FieldReader) -> Node | None:
    """Take the records out of those to which they belong, so that each names it as the card asks.

    Such a list stands under its own id in the record: `plants: [{site: P1, fuels: [{line: F1, …}]}]`.
    """
    types = {record.id: record for record in scorecard.records}
    for fact in scorecard.facts:
        belongs = types[fact.record].belongs_to if fact.record is not None else None
        if belongs is None or not isinstance(facts, Mapping) or belongs.list not in facts.entries:
            continue
        outer = facts.entries[belongs.list]
        listed = _records(outer)
        if listed is None or not any(isinstance(one, Mapping) and fact.id in one.entries for one in listed.items):
            continue
        key = next(
            types[definition.record].key
            for definition in scorecard.facts
            if definition.id == belongs.list and definition.record
        )
        inner: list[Node] = []
        remaining: list[Node] = []
        for item in listed.items:
            if not isinstance(item, Mapping) or fact.id not in item.entries:
                remaining.append(item)
                continue
            remaining.append(_drop_entry(item, fact.id))
            inner += _inner_records(item.entries[fact.id], belongs.field, item.entries.get(key), fields, fact.id)
        place = listed.position
        if fact.id in facts.entries:
            fields.problem(facts.keys[fact.id], f"facts.{fact.id}", _say("LIST_IN_TWO", list=fact.id), "REPEATED")
        entries = {
            **facts.entries,
            belongs.list: _with_records(outer, Sequence(place, remaining)),
            fact.id: Sequence(place, inner),
        }
        facts = Mapping(facts.position, entries, {fact.id: place, **facts.keys})
    return facts


def _records(fact: Node) -> Sequence | None:
    """Give the records of a fact, which stand alone or under `value`."""
    records = fact.entries.get(_VALUE) if isinstance(fact, Mapping) else fact
    return records if isinstance(records, Sequence) else None


def _with_records(fact: Node, records: Sequence) -> Node:
    if isinstance(fact, Mapping):
        return Mapping(fact.position, {**fact.entries, _VALUE: records}, fact.keys)
    return records


def _drop_entry(record: Mapping, name: str) -> Mapping:
    entries = {key: part for key, part in record.entries.items() if key != name}
    return Mapping(record.position, entries, {key: place for key, place in record.keys.items() if key != name})


def _inner_records(listed: Node, field: str, key: Node | None, fields: FieldReader, name: str) -> list[Node]:
    """Give the records of one list inside of a record, each with the key of that record."""
    if isinstance(listed, Scalar) and listed.empty:
        return []
    if not isinstance(listed, Sequence):
        fields.problem(listed.position, f"facts.{name}", _say("INNER_LIST_WANTED", list=name), "WRONG_SHAPE")
        return []
    records: list[Node] = []
    for item in listed.items:
        if isinstance(item, Mapping) and key is not None and field not in item.entries:
            keys = {**item.keys, field: key.position}
            records.append(Mapping(item.position, {**item.entries, field: key}, keys))
        else:
            records.append(item)
    return records
