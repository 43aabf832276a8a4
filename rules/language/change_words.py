"""Wording of scorecard changes: the changed part, and its text before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from rules.contracts.messages import LANGUAGES
from rules.language.lexicon import load_lexicon
from rules.language.table_columns import TABLES
from rules.model.diff import path_parts

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.model.diff import ScorecardChange

_MAX_VALUE_CHARS = 160


@dataclass(frozen=True, slots=True)
class ChangeText:
    """A change in words; a missing value is blank."""

    subject: str
    before: str
    after: str


def change_words(change: ScorecardChange, language: str) -> ChangeText:
    """Return a change in words of a language ("en" or "zh")."""
    values = (_shorten_value(value, language) for value in (change.before, change.after))
    return ChangeText(_subject(change.path, language), *values)


def change_sentence(change: ScorecardChange, language: str) -> str:
    """Return a change as a sentence of a language ("en" or "zh")."""
    text = change_words(change, language)
    template = load_lexicon(language).changes[change.kind.value]
    return template.format(subject=text.subject, before=text.before, after=text.after)


def part_word(part: str, language: str) -> str:
    """Return the name of a model part in a language; parts of a fact use their column name."""
    words = load_lexicon(language)
    key = f"in_{part}" if part in LANGUAGES else part
    if key in words.parts:
        return words.parts[key]
    described = (column.key for column in TABLES["facts"].columns if column.field == part != "id")
    return next(map(words.columns["facts"].write, described), part)


def _subject(path: str, language: str) -> str:
    phrases = []
    for part in path_parts(path):
        name, _, item = part.partition("[")
        word, item = part_word(name, language), item.removesuffix("]")
        if item.isdigit():
            phrases.append(load_lexicon(language).changes["row"].format(part=word, number=item))
        else:
            phrases.append(f"{word} {item}".strip())
    return ", ".join(phrases)


def _shorten_value(text: str | None, language: str) -> str:
    plain = "" if text is None else _value_text(orjson.loads(text), language)
    return plain if len(plain) <= _MAX_VALUE_CHARS else f"{plain[:_MAX_VALUE_CHARS]}…"


def _value_text(value: Json, language: str) -> str:
    words = load_lexicon(language).words
    match value:
        case dict() if value and value.keys() <= set(LANGUAGES):
            return str(value.get(language) or next(iter(value.values())))
        case dict():
            described = ((part, _value_text(nested, language)) for part, nested in value.items() if part != "kind")
            return ", ".join(f"{part_word(part, language)} {text}" for part, text in described if text)
        case list():
            return ", ".join(_value_text(item, language) for item in value) or words["values"].write("none")
        case bool():
            return words["answers"].write("yes" if value else "no")
        case _:
            return str(value)
