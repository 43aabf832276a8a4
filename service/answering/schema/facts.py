"""How is a fact of a card, or a field of its records, written in a dossier, short or in full, as a JSON Schema?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rules.contracts.inputs import Assurance, Judgement
from rules.contracts.numbers import format_exact
from rules.contracts.units import convertible
from rules.engine.read_subject import MAXIMUM_RECORDS
from rules.model.scorecard import FactType
from service.answering.schema.values import (
    BARE_NUMBER,
    FREE_TEXT,
    PERIOD,
    SAID,
    TEXT,
    Schema,
    bounds,
    flag_of,
    named,
    nullable,
    number_with_unit,
    one_of,
)
from service.reading.dossier.ratings import VALUE_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.model.definitions import FactDefinition, Words
    from rules.model.scorecard import Scorecard

_GIVEN: Schema = {"not": {"type": "null"}}
_NO_VALUE: Schema = {"properties": {key: {"type": "null"} for key in VALUE_KEYS}}


class FactSchemas:
    """Writes the facts of a card; what several of them share stands in `shared`, by the names of `$defs`."""

    def __init__(self, scorecard: Scorecard, groups: Mapping[str, Words]) -> None:
        """Tell of each fact the group under which people look for it."""
        self._records = {record.id: record for record in scorecard.records}
        lists = {fact.id: fact.record for fact in scorecard.facts if fact.record is not None}
        self._inside: dict[str, dict[str, str]] = {}
        """By the records that others belong to, the lists that may stand inside of them, each with its records."""
        for name, record in lists.items():
            belongs = self._records[record].belongs_to
            if belongs is not None:
                self._inside.setdefault(lists[belongs.list], {})[name] = record
        self._groups = groups
        self._numbered: dict[str, str] = {}
        self.shared: dict[str, Schema] = {
            "flag": flag_of(True, False),
            "yes": flag_of(True),
            "no": flag_of(False),
            "period": PERIOD,
            "text": FREE_TEXT,
            "bare_number": BARE_NUMBER,
            "evidence_ids": nullable(TEXT, {"type": "array", "items": TEXT}),
            "places": nullable({"type": "object", "additionalProperties": {"$ref": "#/$defs/locator"}}),
        }

    def fact(self, definition: FactDefinition) -> Schema:
        """Say how a fact is written; a null is an unknown fact, and all that can stand for one that nobody states."""
        if not definition.can_be_stated:
            return {**_told(definition), "x-group": self._groups[definition.id], "type": "null"}
        properties, rules = self._parts(definition)
        rated = definition.type is not FactType.RECORDS
        properties["ratings"] = nullable(
            {"type": "array", "items": self._rating(definition)} if rated else {"type": "array", "maxItems": 0}
        )
        properties["verification"] = nullable(self._verification(definition))
        properties["places"] = {"$ref": "#/$defs/places"}
        has_ratings = {"required": ["ratings"], "properties": {"ratings": {"type": "array", "minItems": 1}}}
        full = _object(properties, [*rules, {"if": has_ratings, "then": _NO_VALUE}])
        forms = nullable(*self._short(definition), self._once("in_full", full))
        return {**_told(definition), "x-group": self._groups[definition.id], **forms}

    def _field(self, definition: FactDefinition, *, key: bool) -> Schema:
        short, (properties, rules) = self._short(definition), self._parts(definition)
        if not key:
            properties["places"] = {"$ref": "#/$defs/places"}
            return {**_told(definition), **nullable(*short, self._once("field_in_full", _object(properties, rules)))}
        properties["value"] = {"anyOf": self._value(definition)}
        properties["places"] = {"$ref": "#/$defs/places"}
        full = self._once("key_in_full", _object(properties, rules, required=("value",)))
        return {**_told(definition), "anyOf": [*short, full]}

    def _rating(self, definition: FactDefinition) -> Schema:
        properties, rules = self._parts(definition)
        properties |= {"person": SAID, "rationale": SAID, "place": {"$ref": "#/$defs/locator"}}
        rules.append({"anyOf": [_having("value"), _having("not_applicable")]})
        return self._once("rating", _object(properties, rules, required=("person", "rationale")))

    def _verification(self, definition: FactDefinition) -> Schema:
        parts, rules = self._parts(definition)
        properties = {
            "judgement": {"enum": [judgement.value for judgement in Judgement]},
            **parts,
            "method": SAID,
            "reason": nullable(TEXT),
            "person": SAID,
            "date": {"$ref": "#/$defs/date"},
        }
        corrected = {"properties": {"judgement": {"const": Judgement.CORRECTED.value}}}
        accepted = {"properties": {"judgement": {"const": Judgement.ACCEPTED.value}}}
        reasoned = {"properties": {"reason": SAID}, "required": ["reason"]}
        any_value = {"anyOf": [_having(key) for key in VALUE_KEYS]}
        rules += [{"if": corrected, "then": any_value, "else": _NO_VALUE}, {"if": accepted, "else": reasoned}]
        required = ("judgement", "method", "person", "date")
        return self._once("verification", _object(properties, rules, required=required))

    def _parts(self, definition: FactDefinition) -> tuple[Schema, list[Schema]]:
        """Say what a value in full has: itself, unit, evidence, whether it applies; and the rules between them."""
        properties: Schema = {
            "value": nullable(*self._value(definition)),
            "unit": {"type": "null"},
            "evidence": {"$ref": "#/$defs/evidence_ids"},
            "not_applicable": nullable({"$ref": "#/$defs/flag" if definition.may_not_apply else "#/$defs/no"}),
        }
        rules: list[Schema] = []
        if definition.type is FactType.NUMBER:
            unit = self._once("unit", {"enum": list(convertible(definition.unit))})
            properties["unit"] = nullable(unit)
            rules += _of_numbers(definition, unit)
        if definition.may_not_apply:
            absent = {"required": ["not_applicable"], "properties": {"not_applicable": {"$ref": "#/$defs/yes"}}}
            rules.append({"if": absent, "then": {"properties": {"value": {"type": "null"}}}})
        return properties, rules

    def _value(self, definition: FactDefinition) -> list[Schema]:
        if definition.type is FactType.NUMBER and definition.unit:
            return [*self._short(definition), {"$ref": "#/$defs/bare_number"}]
        return self._short(definition)

    def _short(self, definition: FactDefinition) -> list[Schema]:
        """List the forms of a value that stands alone."""
        match definition.type:
            case FactType.NUMBER:
                with_unit = self._once("number_with_unit", number_with_unit(convertible(definition.unit)))
                return [with_unit] if definition.unit else [_plain_number(definition), with_unit]
            case FactType.CHOICE:
                return [self._choice(definition)]
            case FactType.CHOICES:
                return [{"type": "array", "items": self._choice(definition), "uniqueItems": True}]
            case FactType.RECORDS:
                return [{"$ref": f"#/$defs/{self._list(definition.record or '')}"}]
            case _:
                return [{"$ref": f"#/$defs/{definition.type.value}"}]

    def _choice(self, definition: FactDefinition) -> Schema:
        return self._once("choice", one_of((choice.id, choice.labels) for choice in definition.choices))

    def _once(self, kind: str, schema: Schema) -> Schema:
        """Refer to a schema, which stands once under `$defs` however many facts it holds for."""
        content = json.dumps(schema)
        if content not in self._numbered:
            count = sum(name.rpartition("_")[0] == kind for name in self._numbered.values())
            self._numbered[content] = f"{kind}_{count + 1}"
            self.shared[self._numbered[content]] = schema
        return {"$ref": f"#/$defs/{self._numbered[content]}"}

    def _list(self, record: str) -> str:
        """Name the lists of records of one type."""
        name = f"list_of_{record}"
        if name not in self.shared:
            definition = self._records[record]
            fields = {field.id: self._field(field, key=field.id == definition.key) for field in definition.fields}
            inside = {
                name: nullable({"$ref": f"#/$defs/{self._list(inner)}"})
                for name, inner in self._inside.get(record, {}).items()
            }
            item: Schema = {
                **named(definition.labels),
                "type": "object",
                "properties": {**fields, **inside},
                "required": [definition.key],
                "additionalProperties": False,
                "x-key": definition.key,
                "x-unique": list(definition.unique),
            }
            self.shared[name] = {"type": "array", "items": item, "maxItems": MAXIMUM_RECORDS}
        return name


def _told(definition: FactDefinition) -> Schema:
    """Say what people and mappings have to know of a fact beside its form; bounds exactly, in the unit of the fact."""
    exact = {
        "x-at-least": definition.at_least,
        "x-at-most": definition.at_most,
        "x-multiple-of": definition.multiple_of,
    }
    told: Schema = {**named(definition.labels), "x-type": definition.type.value}
    if definition.unit:
        told["x-unit"] = definition.unit
    told |= {key: format_exact(number) for key, number in exact.items() if number is not None}
    if definition.evidence:
        told["x-evidence-kinds"] = list(definition.evidence)
    if definition.assurance is not Assurance.NONE:
        told["x-assurance"] = definition.assurance.value
    if definition.maximum_age_months is not None:
        told["x-maximum-age-months"] = definition.maximum_age_months
    if definition.previous is not None:
        told["x-previous"] = definition.previous.model_dump(mode="json", exclude_none=True, exclude={"basis"})
    return told


def _object(properties: Schema, rules: Sequence[Schema], *, required: Sequence[str] = ()) -> Schema:
    """Say that something has these properties and no others."""
    closed: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        closed["required"] = list(required)
    return {**closed, "allOf": list(rules)} if rules else closed


def _domain(definition: FactDefinition) -> Schema:
    return bounds(definition.at_least, definition.at_most, definition.multiple_of)


def _plain_number(definition: FactDefinition) -> Schema:
    return {"$ref": "#/$defs/bare_number", **_domain(definition)}


def _of_numbers(definition: FactDefinition, unit: Schema) -> list[Schema]:
    """Say that a number stands with its unit, and which numbers are inside the domain in the unit of the fact."""
    if not definition.unit:
        return []
    bare = {"required": ["value"], "properties": {"value": {"$ref": "#/$defs/bare_number"}}}
    rules: list[Schema] = [{"if": bare, "then": {"required": ["unit"], "properties": {"unit": unit}}}]
    if domain := _domain(definition):
        own = {"required": ["unit"], "properties": {"unit": {"const": definition.unit}}}
        rules.append({"if": own, "then": {"properties": {"value": domain}}})
    return rules


def _having(key: str) -> Schema:
    return {"required": [key], "properties": {key: _GIVEN}}
