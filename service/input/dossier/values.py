"""Dossier value reader: values by fact type, units, locations in evidence, and ratings."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from typing import TypeGuard

from rules.contracts import DeclaredValue, EvidencePlace, Locator, PeriodText, Rating, is_unit, message_factory
from rules.model import FactDefinition, FactType, RecordType
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import REQUIRED, not_one_of, quote_value
from service.input.tree.spaces import plain_spaces, thousands_problem

_message = message_factory(__name__)


def read_evidence_places(
    node: Node | None, path: str, fields: FieldReader, record: str = "", field: str = ""
) -> list[EvidencePlace]:
    """Read locations of a fact or record field in its evidence."""
    places = []
    for id, entry, position in fields.entries(node, path, _message("PLACES")):
        fields.positions[f"{path}[{id}]"] = position
        locator = read_locator(entry, f"{path}[{id}]", fields)
        places.append(EvidencePlace(evidence=id, record=record, field=field, place=locator))
    return places


def read_locator(node: Node | None, path: str, fields: FieldReader) -> Locator:
    """Read a location: document URI, page, cell and quoted words."""
    if node is None:
        return Locator()
    parts = fields.mapping(node, path, ("uri", "page", "cell", "quote"), what=_message("LOCATOR"))
    return Locator(**{key: fields.optional_text(part, f"{path}.{key}") for key, part in parts.items()})


FLAG_WORDS = {"yes": True, "no": False, "true": True, "false": False, "是": True, "否": False}
_NUMBER_UNIT_PATTERN = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?)([^0-9./].*)")
_RECORD_FIELD_KEYS = ("value", "unit", "evidence", "not_applicable", "places")


_NOT_APPLICABLE_SPELLINGS = re.compile(
    r"[(（]?\s*(?:n/?a|n\.\s?a\.|not[ _-]?applicable|does not apply|不适用)\s*[)）]?\Z", re.IGNORECASE
)


def _means_not_applicable(node: Node, definition: FactDefinition) -> TypeGuard[Scalar]:
    if definition.type is FactType.TEXT or not isinstance(node, Scalar):
        return False
    words = {choice.id for choice in definition.choices}
    words |= {label for choice in definition.choices for label in choice.labels.values()}
    return bool(_NOT_APPLICABLE_SPELLINGS.match(node.text.strip())) and node.text.strip() not in words


class ValueReader:
    """Reader of values by fact type; the rules engine validates them."""

    def __init__(self, records: AnyMapping[str, RecordType], fields: FieldReader) -> None:
        self._records = records
        self._fields = fields
        self.in_records: list[EvidencePlace] = []
        """Evidence locations of record fields, collected until the reader of their fact takes them."""

    def structured(
        self, definition: FactDefinition, node: Node, path: str, allowed: tuple[str, ...]
    ) -> dict[str, Node]:
        """Return the parts of a fact; a bare value is the only part, an empty one has none."""
        if isinstance(node, Mapping) and not _is_bare_period(definition, node, allowed):
            return self._fields.mapping(node, path, allowed, what=_message("FACT", id=definition.id))
        if isinstance(node, Scalar) and node.empty:
            return {}
        return {"value": node}

    def read(self, definition: FactDefinition, node: Node, parts: AnyMapping[str, Node], path: str) -> DeclaredValue:
        fields = self._fields
        value = DeclaredValue()
        written = parts.get("value")
        if self._not_applicable(parts.get("not_applicable"), f"{path}.not_applicable"):
            value = DeclaredValue(not_applicable=True)
            if written is not None:
                fields.problem(written.position, path, _message("VALUE_AND_NOT_APPLICABLE"), "WRONG_VALUE")
        elif written is not None:
            fields.positions[f"{path}.value"] = written.position
            if _means_not_applicable(written, definition):
                code = "NOT_APPLICABLE_TYPED" if definition.may_not_apply else "ALWAYS_APPLIES"
                fields.problem(written.position, path, _message(code, found=written.text.strip()), "WRONG_VALUE")
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
            description = _message("UNIT_TWICE", unit=value.unit[:40])
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
        shown = quote_value(node.text[:40]) if isinstance(node, Scalar) else _message("THIS")
        self._fields.problem(node.position, path, not_one_of(shown, FLAG_WORDS), "WRONG_TYPE")
        return DeclaredValue()

    def _choices(self, definition: FactDefinition, node: Node, path: str) -> DeclaredValue:
        if not isinstance(node, Sequence):
            example = ", ".join(choice.id for choice in definition.choices[:2])
            self._fields.problem(node.position, path, _message("LIST_WANTED", example=example), "WRONG_TYPE")
            return DeclaredValue()
        return DeclaredValue(choices=tuple(self._fields.text(item, path) for item in node.items))

    def _period(self, node: Node, path: str) -> DeclaredValue:
        if not isinstance(node, Mapping):
            description = _message("PERIOD_WANTED")
            self._fields.problem(node.position, path, description, "WRONG_TYPE")
            return DeclaredValue()
        parts = self._fields.mapping(node, f"{path}.value.period", ("first", "last"), what=_message("PERIOD"))
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
            wanted = _message("RECORDS_WANTED", record=record_type.id)
            self._fields.problem(node.position, path, wanted, "WRONG_TYPE")
            return DeclaredValue()
        return DeclaredValue(
            records=tuple(self._record(record_type, item, path, index) for index, item in enumerate(node.items))
        )

    def _record(self, record_type: RecordType, node: Node, path: str, number: int) -> dict[str, DeclaredValue]:
        key = key_text(record_type, node) or str(number)
        record_path = f"{path}.records[{key[:80]}]"
        self._fields.positions[record_path] = node.position
        definitions = {definition.id: definition for definition in record_type.fields}
        parts = self._fields.mapping(node, record_path, definitions, what=_message("A_RECORD", record=record_type.id))
        record = {}
        for id, part in parts.items():
            field_path = f"{record_path}.{id}"
            split = self.structured(definitions[id], part, field_path, _RECORD_FIELD_KEYS)
            record[id] = self.read(definitions[id], part, split, field_path)
            self.in_records += read_evidence_places(split.get("places"), f"{field_path}.places", self._fields, key, id)
        return record


def _is_bare_period(definition: FactDefinition, node: Mapping, keys: tuple[str, ...]) -> bool:
    return definition.type is FactType.PERIOD and bool(node.entries) and not set(node.entries) & set(keys)


def key_text(record_type: RecordType, node: Node) -> str:
    """Return the key of a record as written, otherwise empty."""
    key_node = node.entries.get(record_type.key) if isinstance(node, Mapping) else None
    if isinstance(key_node, Mapping):
        key_node = key_node.entries.get("value")
    return key_node.text if isinstance(key_node, Scalar) else ""


_ASCII_BY_FULL_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


def number_and_unit(text: str) -> tuple[str, str | None]:
    """Split a number from its unit: `80 %` at the space, `80%` before the unit.

    Full-width characters (`８０％`) become ASCII. A fraction such as `1 / 3` stays whole.
    """
    text = plain_spaces(text).translate(_ASCII_BY_FULL_WIDTH)
    number, _, unit = text.strip().partition(" ")
    if number.endswith("/") or unit.lstrip().startswith("/"):
        return text.strip(), None
    if not unit and (joined := _NUMBER_UNIT_PATTERN.fullmatch(number)) and is_unit(joined[2]):
        return joined[1], joined[2]
    return number, unit.strip() or None


VALUE_KEYS = ("value", "unit", "evidence", "not_applicable")
_RATING_KEYS = ("person", *VALUE_KEYS, "rationale", "place")


def read_ratings(
    definition: FactDefinition, node: Node | None, values: ValueReader, fields: FieldReader
) -> tuple[Rating, ...]:
    """Read ratings with person, value, rationale and optional location."""
    if node is None:
        return ()
    path = f"facts[{definition.id}].ratings"
    fields.positions[path] = node.position
    if not isinstance(node, Sequence):
        wanted = _message("RATINGS_WANTED")
        fields.problem(node.position, path, wanted, "WRONG_SHAPE")
        return ()
    return tuple(_rating(definition, item, values, fields) for item in node.items)


def _rating(definition: FactDefinition, node: Node, values: ValueReader, fields: FieldReader) -> Rating:
    base = f"facts[{definition.id}].ratings"
    parts = fields.mapping(node, base, _RATING_KEYS, what=_message("RATING"))
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
