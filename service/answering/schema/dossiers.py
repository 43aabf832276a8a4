"""What is the JSON Schema of the dossiers that a card takes, as its reader accepts them in JSON?

It says what JSON Schema can say. Exact bounds of numbers in text, references to evidence, the order of dates, and keys
that repeat are left to the reader, which is the one that decides.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rules.contracts.inputs import Assurance
from rules.contracts.messages import LANGUAGES
from service.answering.schema.facts import FactSchemas
from service.answering.schema.values import DATE, LOCATOR, TEXT, Schema, described, named, nullable, one_of
from service.base.evidence_kinds import kind_word
from service.base.names import SUBJECT
from service.reading.workbook.groups import groups_of

if TYPE_CHECKING:
    from rules.model.definitions import Setting, Words
    from rules.model.published import Published
    from rules.model.scorecard import Scorecard

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_END = r"\Z"
"""The end of a text in the patterns of Python; those of ECMA 262 write `$`."""
_SUBJECT = f"^{SUBJECT.pattern.removesuffix(_END)}$"
_OPTIONAL_DATE: Schema = {"anyOf": [{"$ref": "#/$defs/date"}, {"enum": ["", None]}]}


def schema_text(version: Published) -> str:
    """Write the schema as JSON; the same bytes for the same version."""
    return json.dumps(dossier_schema(version), ensure_ascii=False, indent=2) + "\n"


def dossier_schema(version: Published) -> Schema:
    """Say in JSON Schema, draft 2020-12, which dossiers a published version or a draft takes.

    Words are under `title` and `description` in English, under `x-titles` and `x-descriptions` in each language.
    """
    scorecard = version.scorecard
    facts = FactSchemas(scorecard, _groups(scorecard))
    by_id = {fact.id: facts.fact(fact) for fact in scorecard.facts}
    return {
        "$schema": DIALECT,
        "$id": f"urn:touchstone:{version.name.replace('/', ':')}:dossier:{version.rule_digest}",
        **named(scorecard.card.titles),
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


def _groups(scorecard: Scorecard) -> dict[str, Words]:
    """Name, for each fact, what a person looks for it under, in each language."""
    found: dict[str, Words] = {}
    for language in LANGUAGES:
        for group in groups_of(scorecard, language):
            for fact in group.facts:
                found.setdefault(fact.id, {})[language] = group.title
    return found


def _settings(settings: tuple[Setting, ...]) -> Schema:
    return {
        "type": "object",
        "properties": {
            setting.id: {
                **named(setting.labels),
                **described(setting.meaning),
                **one_of((choice.id, choice.labels) for choice in setting.choices),
                **({} if setting.default is None else {"default": setting.default}),
            }
            for setting in settings
        },
        "additionalProperties": False,
    }


def _evidence(scorecard: Scorecard) -> dict[str, Schema]:
    """Say what an evidence item is, under an id of its own or in a list with its id as a field."""
    fields = (field for record in scorecard.records for field in record.fields)
    kinds = sorted({kind for definition in (*scorecard.facts, *fields) for kind in definition.evidence})
    words = ((kind, {language: kind_word(kind, language) for language in LANGUAGES}) for kind in kinds)
    properties: dict[str, Schema | bool] = {
        "kind": one_of(words) if kinds else False,
        "issuer": TEXT,
        "digest": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
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
