"""JSON Schema generator for dossiers.

Only the reader checks exact bounds in text, evidence references, date order and repeated keys.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rules.contracts import (
    LANGUAGES,
    MAXIMUM_DIGITS,
    Assurance,
    Judgement,
    Locator,
    convertible_units,
    format_exact,
    typeset,
)
from rules.engine import MAXIMUM_RECORDS, MAXIMUM_TEXT
from rules.model import FactType
from service.base.evidence_kinds import kind_word
from service.base.resource_names import DIGEST_PATTERN, SUBJECT
from service.input.dossier.values import FLAG_WORDS, VALUE_KEYS
from service.input.workbook.groups import groups_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from rules.model import FactDefinition, PublishedVersion, Scorecard, Setting, TextByLanguage


Schema = dict[str, Any]

_SCALAR = ["string", "number", "boolean"]
_DIGITS = f"[0-9]{{1,{MAXIMUM_DIGITS}}}(?:\\.[0-9]{{1,{MAXIMUM_DIGITS}}})?"
_NUMBER = f"-?{_DIGITS}(?:/{_DIGITS})?"
_EXACT_INTEGER_LIMIT = 2**53
"""Limit for exact comparison of a fractional bound with JSON integers."""

TEXT: Schema = {"type": _SCALAR}
NONBLANK_TEXT: Schema = {"type": _SCALAR, "pattern": r"\S"}
DATE: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
FREE_TEXT: Schema = {"type": _SCALAR, "pattern": r"^\S(?:.*\S)?$", "maxLength": MAXIMUM_TEXT}
PERIOD: Schema = {
    "type": "object",
    "properties": {"first": {"$ref": "#/$defs/date"}, "last": {"$ref": "#/$defs/date"}},
    "required": ["first", "last"],
    "additionalProperties": False,
}
LOCATOR: Schema = {
    "anyOf": [
        {
            "type": "object",
            "properties": {key: {"type": [*_SCALAR, "null"]} for key in Locator.model_fields},
            "additionalProperties": False,
        },
        {"type": "null"},
    ]
}
BARE_NUMBER: Schema = {"anyOf": [{"type": "string", "pattern": f"^\\s*{_NUMBER}\\s*$"}, {"type": "number"}]}


def nullable(*schemas: Schema) -> Schema:
    """Return a schema that also accepts null, meaning omitted."""
    return {"anyOf": [*schemas, {"type": "null"}]}


def _flag_schema(*meant: bool) -> Schema:
    words = (word for word, truth in FLAG_WORDS.items() if truth in meant)
    pattern = "|".join("".join(_either_case(letter) for letter in word) for word in words)
    return {"anyOf": [{"enum": list(meant)}, {"type": "string", "pattern": f"^(?:{pattern})$"}]}


def _either_case(letter: str) -> str:
    return letter if letter.upper() == letter else f"[{letter.upper()}{letter}]"


def _title_schema(labels: TextByLanguage) -> Schema:
    return _words("title", labels)


def _description_schema(meaning: TextByLanguage) -> Schema:
    return _words("description", meaning)


def _words(key: str, words: TextByLanguage) -> Schema:
    texts = {language: typeset(words[language], language) for language in LANGUAGES if words.get(language)}
    return {key: next(iter(texts.values())), f"x-{key}s": texts} if texts else {}


def one_of(choices: Iterable[tuple[str, TextByLanguage]]) -> Schema:
    """Return the schema of labelled ids; numeric ids may also be JSON numbers."""
    return {
        "oneOf": [{"const": each, **_title_schema(labels)} for id, labels in choices for each in _literal_forms(id)]
    }


def _literal_forms(id: str) -> Iterator[Any]:
    yield id
    try:
        literal = json.loads(id)
    except json.JSONDecodeError:
        return
    if isinstance(literal, bool | int | float):
        yield literal


def number_with_unit(units: Iterable[str]) -> Schema:
    """Return the schema of a number with a unit, as text."""
    pattern = "|".join(_literal(unit) for unit in units if unit)
    return {"type": "string", "pattern": f"^\\s*{_NUMBER}\\s*(?:{pattern})\\s*$"}


def _literal(unit: str) -> str:
    """Escape the asterisk, the only special pattern character (ECMA 262) in units."""
    return unit.replace("*", "\\*")


def _bounds_schema(low: Fraction | None, high: Fraction | None, multiple: Fraction | None) -> Schema:
    """Return bounds for JSON numbers, never narrower than the domain."""
    bounds = {key: _json_number(bound) for key, bound in (("minimum", low), ("maximum", high)) if bound is not None}
    if multiple is not None and multiple.denominator == 1:
        bounds["multipleOf"] = multiple.numerator
    return {key: bound for key, bound in bounds.items() if bound is not None}


def _json_number(bound: Fraction) -> int | float | None:
    """Return the bound as a JSON number, without excluding valid numbers; None if too large to round."""
    if bound.denominator == 1:
        return bound.numerator
    return float(bound) if abs(bound) < _EXACT_INTEGER_LIMIT else None


_NOT_NULL: Schema = {"not": {"type": "null"}}
_NO_VALUE: Schema = {"properties": {key: {"type": "null"} for key in VALUE_KEYS}}


class FactSchemas:
    """Schemas of facts; `shared` contains their common `$defs`."""

    def __init__(self, scorecard: Scorecard, groups: Mapping[str, TextByLanguage]) -> None:
        self._records = {record.id: record for record in scorecard.records}
        lists = {fact.id: fact.record for fact in scorecard.facts if fact.record is not None}
        self._nested_lists: dict[str, dict[str, str]] = {}
        """Nested lists by containing record: list name to its record."""
        for name, record in lists.items():
            belongs = self._records[record].belongs_to
            if belongs is not None:
                self._nested_lists.setdefault(lists[belongs.list], {})[name] = record
        self._groups = groups
        self._shared_names: dict[str, str] = {}
        self.shared: dict[str, Schema] = {
            "flag": _flag_schema(True, False),
            "yes": _flag_schema(True),
            "no": _flag_schema(False),
            "period": PERIOD,
            "text": FREE_TEXT,
            "bare_number": BARE_NUMBER,
            "evidence_ids": nullable(TEXT, {"type": "array", "items": TEXT}),
            "places": nullable({"type": "object", "additionalProperties": {"$ref": "#/$defs/locator"}}),
        }

    def fact(self, definition: FactDefinition) -> Schema:
        if not definition.can_be_stated:
            return {**_fact_annotations(definition), "x-group": self._groups[definition.id], "type": "null"}
        properties, rules = self._properties_and_rules(definition)
        rated = definition.type is not FactType.RECORDS
        properties["ratings"] = nullable(
            {"type": "array", "items": self._rating(definition)} if rated else {"type": "array", "maxItems": 0}
        )
        properties["verification"] = nullable(self._verification(definition))
        properties["places"] = {"$ref": "#/$defs/places"}
        has_ratings = {"required": ["ratings"], "properties": {"ratings": {"type": "array", "minItems": 1}}}
        full = _object(properties, [*rules, {"if": has_ratings, "then": _NO_VALUE}])
        forms = nullable(*self._short_forms(definition), self._shared_reference("in_full", full))
        return {**_fact_annotations(definition), "x-group": self._groups[definition.id], **forms}

    def _field(self, definition: FactDefinition, *, key: bool) -> Schema:
        short, (properties, rules) = self._short_forms(definition), self._properties_and_rules(definition)
        if not key:
            properties["places"] = {"$ref": "#/$defs/places"}
            return {
                **_fact_annotations(definition),
                **nullable(*short, self._shared_reference("field_in_full", _object(properties, rules))),
            }
        properties["value"] = {"anyOf": self._value(definition)}
        properties["places"] = {"$ref": "#/$defs/places"}
        full = self._shared_reference("key_in_full", _object(properties, rules, required=("value",)))
        return {**_fact_annotations(definition), "anyOf": [*short, full]}

    def _rating(self, definition: FactDefinition) -> Schema:
        properties, rules = self._properties_and_rules(definition)
        properties |= {"person": NONBLANK_TEXT, "rationale": NONBLANK_TEXT, "place": {"$ref": "#/$defs/locator"}}
        rules.append({"anyOf": [_requires_value("value"), _requires_value("not_applicable")]})
        return self._shared_reference("rating", _object(properties, rules, required=("person", "rationale")))

    def _verification(self, definition: FactDefinition) -> Schema:
        parts, rules = self._properties_and_rules(definition)
        properties = {
            "judgement": {"enum": [judgement.value for judgement in Judgement]},
            **parts,
            "method": NONBLANK_TEXT,
            "reason": nullable(TEXT),
            "person": NONBLANK_TEXT,
            "date": {"$ref": "#/$defs/date"},
        }
        corrected = {"properties": {"judgement": {"const": Judgement.CORRECTED.value}}}
        accepted = {"properties": {"judgement": {"const": Judgement.ACCEPTED.value}}}
        reasoned = {"properties": {"reason": NONBLANK_TEXT}, "required": ["reason"]}
        any_value = {"anyOf": [_requires_value(key) for key in VALUE_KEYS]}
        rules += [{"if": corrected, "then": any_value, "else": _NO_VALUE}, {"if": accepted, "else": reasoned}]
        required = ("judgement", "method", "person", "date")
        return self._shared_reference("verification", _object(properties, rules, required=required))

    def _properties_and_rules(self, definition: FactDefinition) -> tuple[Schema, list[Schema]]:
        properties: Schema = {
            "value": nullable(*self._value(definition)),
            "unit": {"type": "null"},
            "evidence": {"$ref": "#/$defs/evidence_ids"},
            "not_applicable": nullable({"$ref": "#/$defs/flag" if definition.may_not_apply else "#/$defs/no"}),
        }
        rules: list[Schema] = []
        if definition.type is FactType.NUMBER:
            unit = self._shared_reference("unit", {"enum": list(convertible_units(definition.unit))})
            properties["unit"] = nullable(unit)
            rules += _number_rules(definition, unit)
        if definition.may_not_apply:
            absent = {"required": ["not_applicable"], "properties": {"not_applicable": {"$ref": "#/$defs/yes"}}}
            rules.append({"if": absent, "then": {"properties": {"value": {"type": "null"}}}})
        return properties, rules

    def _value(self, definition: FactDefinition) -> list[Schema]:
        if definition.type is FactType.NUMBER and definition.unit:
            return [*self._short_forms(definition), {"$ref": "#/$defs/bare_number"}]
        return self._short_forms(definition)

    def _short_forms(self, definition: FactDefinition) -> list[Schema]:
        match definition.type:
            case FactType.NUMBER:
                with_unit = self._shared_reference(
                    "number_with_unit", number_with_unit(convertible_units(definition.unit))
                )
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
        return self._shared_reference("choice", one_of((choice.id, choice.labels) for choice in definition.choices))

    def _shared_reference(self, kind: str, schema: Schema) -> Schema:
        content = json.dumps(schema)
        if content not in self._shared_names:
            count = sum(name.rpartition("_")[0] == kind for name in self._shared_names.values())
            self._shared_names[content] = f"{kind}_{count + 1}"
            self.shared[self._shared_names[content]] = schema
        return {"$ref": f"#/$defs/{self._shared_names[content]}"}

    def _list(self, record: str) -> str:
        name = f"list_of_{record}"
        if name not in self.shared:
            definition = self._records[record]
            fields = {field.id: self._field(field, key=field.id == definition.key) for field in definition.fields}
            nested = {
                name: nullable({"$ref": f"#/$defs/{self._list(inner)}"})
                for name, inner in self._nested_lists.get(record, {}).items()
            }
            item: Schema = {
                **_title_schema(definition.labels),
                "type": "object",
                "properties": {**fields, **nested},
                "required": [definition.key],
                "additionalProperties": False,
                "x-key": definition.key,
                "x-unique": list(definition.unique),
            }
            self.shared[name] = {"type": "array", "items": item, "maxItems": MAXIMUM_RECORDS}
        return name


def _fact_annotations(definition: FactDefinition) -> Schema:
    exact = {
        "x-at-least": definition.at_least,
        "x-at-most": definition.at_most,
        "x-multiple-of": definition.multiple_of,
    }
    schema: Schema = {**_title_schema(definition.labels), "x-type": definition.type.value}
    if definition.unit:
        schema["x-unit"] = definition.unit
    schema |= {key: format_exact(number) for key, number in exact.items() if number is not None}
    if definition.evidence:
        schema["x-evidence-kinds"] = list(definition.evidence)
    if definition.assurance is not Assurance.NONE:
        schema["x-assurance"] = definition.assurance.value
    if definition.maximum_age_months is not None:
        schema["x-maximum-age-months"] = definition.maximum_age_months
    if definition.issued_for is not None:
        schema["x-issued-for"] = definition.issued_for
    if definition.previous is not None:
        schema["x-previous"] = definition.previous.model_dump(mode="json", exclude_none=True, exclude={"basis"})
    return schema


def _object(properties: Schema, rules: Sequence[Schema], *, required: Sequence[str] = ()) -> Schema:
    closed: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        closed["required"] = list(required)
    return {**closed, "allOf": list(rules)} if rules else closed


def _domain(definition: FactDefinition) -> Schema:
    return _bounds_schema(definition.at_least, definition.at_most, definition.multiple_of)


def _plain_number(definition: FactDefinition) -> Schema:
    return {"$ref": "#/$defs/bare_number", **_domain(definition)}


def _number_rules(definition: FactDefinition, unit: Schema) -> list[Schema]:
    if not definition.unit:
        return []
    bare = {"required": ["value"], "properties": {"value": {"$ref": "#/$defs/bare_number"}}}
    rules: list[Schema] = [{"if": bare, "then": {"required": ["unit"], "properties": {"unit": unit}}}]
    if domain := _domain(definition):
        same_unit = {"required": ["unit"], "properties": {"unit": {"const": definition.unit}}}
        rules.append({"if": same_unit, "then": {"properties": {"value": domain}}})
    return rules


def _requires_value(key: str) -> Schema:
    return {"required": [key], "properties": {key: _NOT_NULL}}


DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PYTHON_END = r"\Z"
_SUBJECT = f"^{SUBJECT.pattern.removesuffix(_PYTHON_END)}$"
_OPTIONAL_DATE: Schema = {"anyOf": [{"$ref": "#/$defs/date"}, {"enum": ["", None]}]}


def schema_text(version: PublishedVersion) -> str:
    """Return the schema as JSON text; equal versions yield equal bytes."""
    return json.dumps(dossier_schema(version), ensure_ascii=False, indent=2) + "\n"


def dossier_schema(version: PublishedVersion) -> Schema:
    """Return the JSON Schema (draft 2020-12) of dossiers."""
    scorecard = version.scorecard
    facts = FactSchemas(scorecard, _groups(scorecard))
    by_id = {fact.id: facts.fact(fact) for fact in scorecard.facts}
    return {
        "$schema": DIALECT,
        "$id": f"urn:touchstone:{version.name.replace('/', ':')}:dossier:{version.rule_digest}",
        **_title_schema(scorecard.card.titles),
        "type": "object",
        "properties": {
            "subject": {"type": "string", "pattern": _SUBJECT},
            "settings": nullable(_settings(scorecard.settings)),
            "facts": nullable({"type": "object", "properties": by_id, "additionalProperties": False}),
            "evidence": {"$ref": "#/$defs/evidence"},
        },
        "required": ["subject"],
        "additionalProperties": False,
        "$defs": {**facts.shared, **_evidence(scorecard), "date": DATE, "locator": LOCATOR},
    }


def _groups(scorecard: Scorecard) -> dict[str, TextByLanguage]:
    titles: dict[str, TextByLanguage] = {}
    for language in LANGUAGES:
        for group in groups_of(scorecard, language):
            for fact in group.facts:
                titles.setdefault(fact.id, {})[language] = group.title
    return titles


def _settings(settings: tuple[Setting, ...]) -> Schema:
    return {
        "type": "object",
        "properties": {
            setting.id: {
                **_title_schema(setting.labels),
                **_description_schema(setting.meaning),
                **one_of((choice.id, choice.labels) for choice in setting.choices),
                **({} if setting.default is None else {"default": setting.default}),
            }
            for setting in settings
        },
        "additionalProperties": False,
    }


def _evidence(scorecard: Scorecard) -> dict[str, Schema]:
    fields = (field for record in scorecard.records for field in record.fields)
    kinds = sorted({kind for definition in (*scorecard.facts, *fields) for kind in definition.evidence})
    words = ((kind, {language: kind_word(kind, language) for language in LANGUAGES}) for kind in kinds)
    properties: dict[str, Schema | bool] = {
        "kind": one_of(words) if kinds else False,
        "issuer": TEXT,
        "digest": {"type": "string", "pattern": f"^{DIGEST_PATTERN}$"},
        "issue_date": _OPTIONAL_DATE,
        "valid_from": _OPTIONAL_DATE,
        "valid_until": _OPTIONAL_DATE,
        "assurance": nullable({"enum": [level.value for level in Assurance], "default": Assurance.NONE.value}),
        "locator": {"$ref": "#/$defs/locator"},
    }
    item: Schema = {"type": "object", "properties": properties, "required": ["kind", "issuer", "digest"]}
    by_id = {"type": "object", "additionalProperties": {"$ref": "#/$defs/evidence_item"}}
    listed = {"type": "array", "items": {"$ref": "#/$defs/listed_evidence_item"}}
    return {
        "evidence": nullable(by_id, listed),
        "evidence_item": {**item, "additionalProperties": False},
        "listed_evidence_item": {
            **item,
            "properties": {"id": TEXT, **properties},
            "required": ["id", *item["required"]],
            "additionalProperties": False,
        },
    }
