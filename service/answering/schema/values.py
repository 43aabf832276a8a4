"""How is one value of a dossier written, as a JSON Schema, by the type of its fact?

Whatever JSON writes without quotes the reader takes as it is written, so that a text may be a number in JSON. Exact
bounds stand under `x-at-least` and `x-at-most`, for JSON Schema compares no numbers in text.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rules.contracts.inputs import Locator
from rules.contracts.messages import LANGUAGES
from rules.contracts.numbers import MAXIMUM_DIGITS
from rules.contracts.typesetting import typeset
from rules.engine.read_values import MAXIMUM_TEXT
from service.reading.dossier.values import FLAG_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from rules.model.definitions import Words

Schema = dict[str, Any]

_SCALAR = ["string", "number", "boolean"]
_DIGITS = f"[0-9]{{1,{MAXIMUM_DIGITS}}}(?:\\.[0-9]{{1,{MAXIMUM_DIGITS}}})?"
_NUMBER = f"-?{_DIGITS}(?:/{_DIGITS})?"
_EXACT_UP_TO = 2**53
"""Up to here a bound that is no whole number is compared rightly with the whole numbers of JSON."""

TEXT: Schema = {"type": _SCALAR}
"""Any text that the reader does not look into."""
SAID: Schema = {"type": _SCALAR, "pattern": r"\S"}
"""A text that must say something."""
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
"""A place in a document, if one is given."""
BARE_NUMBER: Schema = {"anyOf": [{"type": "string", "pattern": f"^\\s*{_NUMBER}\\s*$"}, {"type": "number"}]}
"""A number without its unit."""


def nullable(*schemas: Schema) -> Schema:
    """Allow one of several forms, or nothing at all, which the reader takes as left out."""
    return {"anyOf": [*schemas, {"type": "null"}]}


def flag_of(*meant: bool) -> Schema:
    """Say which words, in whatever letters, mean one of these truths."""
    words = (word for word, truth in FLAG_WORDS.items() if truth in meant)
    pattern = "|".join("".join(_either(letter) for letter in word) for word in words)
    return {"anyOf": [{"enum": list(meant)}, {"type": "string", "pattern": f"^(?:{pattern})$"}]}


def _either(letter: str) -> str:
    return letter if letter.upper() == letter else f"[{letter.upper()}{letter}]"


def named(labels: Words) -> Schema:
    """Say what something is called: `title` in English, `x-titles` in each language."""
    return _words("title", labels)


def described(meaning: Words) -> Schema:
    """Say what something means: `description` in English, `x-descriptions` in each language."""
    return _words("description", meaning)


def _words(key: str, words: Words) -> Schema:
    told = {language: typeset(words[language], language) for language in LANGUAGES if words.get(language)}
    return {key: next(iter(told.values())), f"x-{key}s": told} if told else {}


def one_of(choices: Iterable[tuple[str, Words]]) -> Schema:
    """Offer ids, each with its words; an id that is a number may stand in JSON as one."""
    return {"oneOf": [{"const": each, **named(labels)} for id, labels in choices for each in _written(id)]}


def _written(id: str) -> Iterator[Any]:
    yield id
    try:
        literal = json.loads(id)
    except json.JSONDecodeError:
        return
    if isinstance(literal, bool | int | float):
        yield literal


def number_with_unit(units: Iterable[str]) -> Schema:
    """Say how a number is written in one text with one of these units."""
    pattern = "|".join(_literal(unit) for unit in units if unit)
    return {"type": "string", "pattern": f"^\\s*{_NUMBER}\\s*(?:{pattern})\\s*$"}


def _literal(unit: str) -> str:
    """Escape what has a meaning in the patterns of ECMA 262; of the signs in units that is the asterisk alone."""
    return unit.replace("*", "\\*")


def bounds(low: Fraction | None, high: Fraction | None, multiple: Fraction | None) -> Schema:
    """Say which numbers of JSON are inside a domain in the unit of the fact, never more narrowly than the domain."""
    said = {key: _plain(bound) for key, bound in (("minimum", low), ("maximum", high)) if bound is not None}
    if multiple is not None and multiple.denominator == 1:
        said["multipleOf"] = multiple.numerator
    return {key: bound for key, bound in said.items() if bound is not None}


def _plain(bound: Fraction) -> int | float | None:
    """Give a bound as JSON has it: rounding keeps the order of two numbers, so that none inside falls outside."""
    if bound.denominator == 1:
        return bound.numerator
    return float(bound) if abs(bound) < _EXACT_UP_TO else None
