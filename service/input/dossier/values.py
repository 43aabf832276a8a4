"""Dossier value reader: values by fact type, units, evidence places and ratings."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from typing import TypeGuard

from rules.contracts import DeclaredValue, EvidencePlace, Locator, PeriodText, Rating, is_unit, message_factory
from rules.model import FactDefinition, FactType, RecordType
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import REQUIRED, not_one_of, quote_value
from service.input.tree.spaces import plain_spaces, thousands_problem

_say = message_factory(__name__)


def read_evidence_places(
    node: Node | None, path: str, fields: FieldReader, record: str = "", field: str = ""
) -> list[EvidencePlace]:
    """Read where in each item of evidence, by its id, a fact or a field of a record stands."""
    places = []
    for id, entry, place in fields.entries(node, path, _say("PLACES")):
        fields.positions[f"{path}[{id}]"] = place
        locator = read_locator(entry, f"{path}[{id}]", fields)
        places.append(EvidencePlace(evidence=id, record=record, field=field, place=locator))
    return places


def read_locator(node: Node | None, path: str, fields: FieldReader) -> Locator:
    """Read a place: where the document is, page, cell, and the words quoted."""
    if node is None:
        return Locator()
    parts = fields.mapping(node, path, ("uri", "page", "cell", "quote"), what=_say("LOCATOR"))
    return Locator(**{key: fields.optional_text(part, f"{path}.{key}") for key, part in parts.items()})


FLAG_WORDS = {"yes": True, "no": False, "true": True, "false": False, "是": True, "否": False}
_NUMBER_UNIT_PATTERN = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?)([^0-9./].*)")
"""A number with its unit behind it and no space between them."""
_FIELD_KEYS = ("value", "unit", "evidence", "not_applicable", "places")


_NOT_APPLICABLE = re.compile(
    r"[(（]?\s*(?:n/?a|n\.\s?a\.|not[ _-]?applicable|does not apply|不适用)\s*[)）]?\Z", re.IGNORECASE
)
"""How people write that something does not apply."""


def _says_not_applicable(node: Node, definition: FactDefinition) -> TypeGuard[Scalar]:
    """Say whether such words stand in place of a value that no text or choice of the fact can be."""
    if definition.type is FactType.TEXT or not isinstance(node, Scalar):
        return False
    words = {choice.id for choice in definition.choices}
    words |= {label for choice in definition.choices for label in choice.labels.values()}
    return bool(_NOT_APPLICABLE.match(node.text.strip())) and node.text.strip() not in words


class ValueReader:
    """Reads values as text in the kind that their fact declares; whether they are allowed is for the core to say."""

    def __init__(self, records: AnyMapping[str, RecordType], fields: FieldReader) -> None:
        """Use the record types of the scorecard, and note problems in `fields`."""
        self._records = records
        self._fields = fields
        self.in_records: list[EvidencePlace] = []
        """Where fields of the records that were read stand in evidence, until whoever reads their fact takes them."""

    def structured(
        self, definition: FactDefinition, node: Node, path: str, allowed: tuple[str, ...]
    ) -> dict[str, Node]:
        """Split a fact written in full into its parts; a value that stands alone is its only part."""
        if isinstance(node, Mapping) and not _is_period(definition, node, allowed):
            return self._fields.mapping(node, path, allowed, what=_say("FACT", id=definition.id))
        if isinstance(node, Scalar) and node.empty:
            return {}
        return {"value": node}

    def read(self, definition: FactDefinition, node: Node, parts: AnyMapping[str, Node], path: str) -> DeclaredValue:
        """Read the value, its unit and its evidence."""
        fields = self._fields
        value = DeclaredValue()
        written = parts.get("value")
        if self._not_applicable(parts.get("not_applicable"), f"{path}.not_applicable"):
            value = DeclaredValue(not_applicable=True)
            if written is not None:
                fields.problem(written.position, path, _say("VALUE_AND_NOT_APPLICABLE"), "WRONG_VALUE")
        elif written is not None:
            fields.positions[f"{path}.value"] = written.position
            if _says_not_applicable(written, definition):
                code = "NOT_APPLICABLE_TYPED" if definition.may_not_apply else "ALWAYS_APPLIES"
                fields.problem(written.position, path, _say(code, found=written.text.strip()), "WRONG_VALUE")
            else:
                value = self._read_by_type(definition, written, path)
        unit = self._unit(value, parts.get("unit"), path)
        evidence = fields.names(parts.get("evidence"), f"{path}.evidence")
        if (named := parts.get("evidence")) is not None:
            fields.positions[f"{path}.value.evidence_ids"] = named.position
            fields.positions[f"{path}.evidence_ids"] = named.position
        return value.model_copy(update={"unit": unit, "evidence": evidence})

    def _not_applicable(self, node: Node | None, path: str) -> bool:
        return node is not None and bool(self._flag(node, path).flag)

    def _unit(self, value: DeclaredValue, node: Node | None, path: str) -> str | None:
        if node is None:
            return value.unit
        self._fields.positions[f"{path}.value.unit"] = node.position
        unit = self._fields.text(node, f"{path}.unit")
        if value.unit is not None and value.unit != unit:
            description = _say("UNIT_TWICE", unit=value.unit[:40])
            self._fields.problem(node.position, f"{path}.unit", description, "WRONG_VALUE")
        return unit

    def _read_by_type(self, definition: FactDefinition, node: Node, path: str) -> DeclaredValue:
        fields = self._fields
        match definition.type:
            case FactType.RECORDS:
                return self._read_records(definition, node, path)
            case FactType.CHOICES:
                return self._choices(definition, node, path)
            case FactType.PERIOD:
                return self._period(node, path)
            case FactType.FLAG:
                return self._flag(node, path)
            case FactType.NUMBER:
                text = fields.text(node, path)
                if (problem := thousands_problem(text)) is not None:
                    fields.problem(node.position, path, problem, "NOT_A_NUMBER")
                    return DeclaredValue()
                number, unit = number_and_unit(text)
                return DeclaredValue(number=number, unit=unit)
            case FactType.CHOICE:
                return DeclaredValue(choice=fields.text(node, path))
            case FactType.DATE:
                return DeclaredValue(date=fields.text(node, path))
            case _:
                return DeclaredValue(text=fields.text(node, path))

    def _flag(self, node: Node, path: str) -> DeclaredValue:
        if isinstance(node, Scalar) and (word := node.text.lower()) in FLAG_WORDS:
            return DeclaredValue(flag=FLAG_WORDS[word])
        shown = quote_value(node.text[:40]) if isinstance(node, Scalar) else _say("THIS")
        self._fields.problem(node.position, path, not_one_of(shown, FLAG_WORDS), "WRONG_TYPE")
        return DeclaredValue()

    def _choices(self, definition: FactDefinition, node: Node, path: str) -> DeclaredValue:
        if not isinstance(node, Sequence):
            example = ", ".join(choice.id for choice in definition.choices[:2])
            self._fields.problem(node.position, path, _say("LIST_WANTED", example=example), "WRONG_TYPE")
            return DeclaredValue()
        return DeclaredValue(choices=tuple(self._fields.text(item, path) for item in node.items))

    def _period(self, node: Node, path: str) -> DeclaredValue:
        if not isinstance(node, Mapping):
            description = _say("PERIOD_WANTED")
            self._fields.problem(node.position, path, description, "WRONG_TYPE")
            return DeclaredValue()
        parts = self._fields.mapping(node, f"{path}.value.period", ("first", "last"), what=_say("PERIOD"))
        for end in ("first", "last"):
            if end not in parts:
                self._fields.problem(node.position, f"{path}.value.period.{end}", REQUIRED, "REQUIRED")
        for end, part in parts.items():
            self._fields.positions[f"{path}.value.period.{end}_date"] = part.position
        ends = {end: self._fields.text(part, f"{path}.value.period.{end}") for end, part in parts.items()}
        return DeclaredValue(period=PeriodText(first=ends.get("first", ""), last=ends.get("last", "")))

    def _read_records(self, definition: FactDefinition, node: Node, path: str) -> DeclaredValue:
        record_type = self._records[definition.record or ""]
        if not isinstance(node, Sequence):
            wanted = _say("RECORDS_WANTED", record=record_type.id)
            self._fields.problem(node.position, path, wanted, "WRONG_TYPE")
            return DeclaredValue()
        return DeclaredValue(
            records=tuple(self._record(record_type, item, path, place) for place, item in enumerate(node.items))
        )

    def _record(self, record_type: RecordType, node: Node, path: str, number: int) -> dict[str, DeclaredValue]:
        key = key_text(record_type, node) or str(number)
        record_path = f"{path}.records[{key[:80]}]"
        self._fields.positions[record_path] = node.position
        definitions = {definition.id: definition for definition in record_type.fields}
        parts = self._fields.mapping(node, record_path, definitions, what=_say("A_RECORD", record=record_type.id))
        record = {}
        for id, part in parts.items():
            field_path = f"{record_path}.{id}"
            split = self.structured(definitions[id], part, field_path, _FIELD_KEYS)
            record[id] = self.read(definitions[id], part, split, field_path)
            self.in_records += read_evidence_places(split.get("places"), f"{field_path}.places", self._fields, key, id)
        return record


def _is_period(definition: FactDefinition, node: Mapping, keys: tuple[str, ...]) -> bool:
    """Say whether a period stands alone: with none of the keys of a fact in full, and not empty as an unknown one."""
    return definition.type is FactType.PERIOD and bool(node.entries) and not set(node.entries) & set(keys)


def key_text(record_type: RecordType, node: Node) -> str:
    """Give the key of a record as it is written; empty if the record has none."""
    key_node = node.entries.get(record_type.key) if isinstance(node, Mapping) else None
    if isinstance(key_node, Mapping):
        key_node = key_node.entries.get("value")
    return key_node.text if isinstance(key_node, Scalar) else ""


_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""The full-width forms of ASCII, and these."""


def number_and_unit(text: str) -> tuple[str, str | None]:
    """Split `80 %` at its first space and `80%` before its unit; the number stays as it was written, `1 / 3` too.

    Full-width characters, as Chinese keyboards write them (`８０％`), are read as the narrow ones.
    """
    text = plain_spaces(text).translate(_NARROW)
    number, _, unit = text.strip().partition(" ")
    if number.endswith("/") or unit.lstrip().startswith("/"):
        return text.strip(), None
    if not unit and (joined := _NUMBER_UNIT_PATTERN.fullmatch(number)) and is_unit(joined[2]):
        return joined[1], joined[2]
    return number, unit.strip() or None


VALUE_KEYS = ("value", "unit", "evidence", "not_applicable")
_KEYS = ("person", *VALUE_KEYS, "rationale", "place")


def read_ratings(
    definition: FactDefinition, node: Node | None, values: ValueReader, fields: FieldReader
) -> tuple[Rating, ...]:
    """Read a list of ratings, each with person, value, rationale and, if it names one, the place it rests on."""
    if node is None:
        return ()
    path = f"facts[{definition.id}].ratings"
    fields.positions[path] = node.position
    if not isinstance(node, Sequence):
        wanted = _say("RATINGS_WANTED")
        fields.problem(node.position, path, wanted, "WRONG_SHAPE")
        return ()
    return tuple(_rating(definition, item, values, fields) for item in node.items)


def _rating(definition: FactDefinition, node: Node, values: ValueReader, fields: FieldReader) -> Rating:
    base = f"facts[{definition.id}].ratings"
    parts = fields.mapping(node, base, _KEYS, what=_say("RATING"))
    person = fields.optional_text(parts.get("person"), f"{base}.person")
    path = f"{base}[{person[:60]}]"
    fields.positions[path] = node.position
    for key in ("person", "rationale"):
        if (part := parts.get(key)) is not None:
            fields.positions[f"{path}.{key}"] = part.position
    value_parts = {key: part for key, part in parts.items() if key in VALUE_KEYS}
    return Rating(
        person=person,
        value=values.read(definition, node, value_parts, path),
        rationale=fields.optional_text(parts.get("rationale"), f"{path}.rationale"),
        place=read_locator(parts.get("place"), f"{path}.place", fields),
    )
