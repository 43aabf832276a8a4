"""Lexicons: words, sentence patterns and units of each language, and the language of a file by its name.

The lexicons are data (`lexicons/*.toml`) with the same keys and slots in every language; one grammar uses them all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from rules.contracts.messages import LANGUAGES
from rules.contracts.toml_files import read_toml
from rules.contracts.units import primary_symbol
from rules.language.patterns import PatternSet, SentencePattern

_LANGUAGE_SUFFIX = re.compile(r"\.(" + "|".join(LANGUAGES) + r")\.feature\Z")


def language_of(path: str) -> str | None:
    """Return the language in the name of a feature file, or None."""
    match = _LANGUAGE_SUFFIX.search(path)
    return match[1] if match else None


def twin_path(path: str, language: str) -> str:
    """Return the path of the same file in another language."""
    return _LANGUAGE_SUFFIX.sub(f".{language}.feature", path)


class LexiconError(ValueError):
    """A lexicon lacks a word, has an extra word, or uses one word for two things."""


class WordGroup(NamedTuple):
    """A group of words, by key and by word."""

    by_key: Mapping[str, str]
    by_word: Mapping[str, str]

    def write(self, key: str) -> str:
        return self.by_key[key]

    def read(self, word: str) -> str | None:
        return self.by_word.get(word)


class UnitWords(NamedTuple):
    """The singular, plural and alternative words of a unit."""

    one: str
    many: str
    also: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """All words of one language."""

    language: str
    dialect: str
    separator: str
    clauses_separator: str
    keywords: Mapping[str, str]
    sentences: PatternSet
    steps: PatternSet
    operators: PatternSet
    criteria: PatternSet
    dates: PatternSet
    forms: PatternSet
    figures: PatternSet
    units: Mapping[str, UnitWords]
    unit_symbols: Mapping[str, str]
    words: Mapping[str, WordGroup]
    headings: Mapping[str, str]
    """Headings shared by several tables, by column key."""
    own_headings: Mapping[str, Mapping[str, str]]
    """Other headings, and replacements of shared ones, by table."""
    changes: Mapping[str, str]
    parts: Mapping[str, str]
    refused: Mapping[str, tuple[str, ...]]
    meant_units: Mapping[str, tuple[str, ...]]
    scales: Mapping[str, tuple[str, ...]]
    spreadsheet: Mapping[str, tuple[str, ...]]
    number_words: Mapping[str, tuple[str, ...]]

    @cached_property
    def columns(self) -> Mapping[str, WordGroup]:
        from rules.language.table_columns import TABLES  # noqa: PLC0415 -- only tables need these columns

        known = {kind: {**self.headings, **self.own_headings.get(kind, {})} for kind in TABLES}
        lacking = [f"{kind}.{column.key}" for kind, form in TABLES.items() for column in form.columns
                   if column.key not in known[kind]]  # fmt: skip
        if lacking:
            raise LexiconError(f"columns: no word for {', '.join(lacking)}")
        return {
            kind: _word_group({column.key: known[kind][column.key] for column in form.columns}, f"columns.{kind}")
            for kind, form in TABLES.items()
        }

    def write_unit(self, symbol: str, number: str = "1") -> str:
        words = self.units.get(symbol)
        if words is None:
            return symbol
        return words.one if number in ("1", "-1") else words.many

    def write_number(self, number: str, symbol: str = "") -> str:
        return f"{number} {self.write_unit(symbol, number)}" if symbol else number

    def read_unit(self, text: str) -> str:
        return primary_symbol(self.unit_symbols.get(text, text))


def _word_group(by_key: Mapping[str, str], path: str) -> WordGroup:
    by_word = {word: key for key, word in by_key.items()}
    if len(by_word) != len(by_key):
        raise LexiconError(f"{path}: one word stands for two things")
    return WordGroup(by_key, by_word)


def _slots_by_key(tree: Mapping[str, Any], prefix: str = "") -> dict[str, tuple[str, ...]]:
    shape: dict[str, tuple[str, ...]] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            shape |= _slots_by_key(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            shape[prefix + key] = tuple(sorted(SentencePattern(value, spaced=True).slots))
        else:
            shape[prefix + key] = ()
    return shape


def lexicon_differences(first: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys that only one lexicon has, and those with different slots."""
    left, right = _slots_by_key(first), _slots_by_key(other)
    return tuple(sorted(key for key in left.keys() | right.keys() if left.get(key) != right.get(key)))


def read_lexicon_data(language: str) -> Mapping[str, Any]:
    """Read the data of one language."""
    return read_toml("rules.language", f"lexicons/{language}.toml")


_COPIED = ("language", "dialect", "separator", "clauses_separator", "keywords", "headings", "changes", "parts")
_PATTERNS = ("sentences", "steps", "operators", "criteria", "dates", "forms", "figures")
_LISTS = ("refused", "meant_units", "scales", "spreadsheet", "number_words")


def build_lexicon(tree: Mapping[str, Any]) -> Lexicon:
    """Build a lexicon from its data."""
    spaced = tree["language"] != "zh"
    units = {
        symbol: UnitWords(entry["one"], entry["many"], tuple(entry["also"])) for symbol, entry in tree["units"].items()
    }
    symbols = {word: symbol for symbol, words in units.items() for word in (symbol, words.one, words.many, *words.also)}
    fields = {name: tree[name] for name in _COPIED}
    fields |= {name: {key: tuple(texts) for key, texts in tree[name].items()} for name in _LISTS}
    for name in _PATTERNS:
        fields[name] = PatternSet({key: SentencePattern(template, spaced) for key, template in tree[name].items()})
    words = {name: _word_group(entry, f"words.{name}") for name, entry in tree["words"].items()}
    return Lexicon(**fields, units=units, unit_symbols=symbols, words=words, own_headings=tree["columns"])


@cache
def load_lexicon(language: str) -> Lexicon:
    """Load the lexicon of a language.

    Raises:
        LexiconError: If its keys or slots differ from those of the first language.
    """
    tree = read_lexicon_data(language)
    unlike = lexicon_differences(read_lexicon_data(LANGUAGES[0]), tree)
    if unlike:
        raise LexiconError(f"lexicons {LANGUAGES[0]} and {language} differ in {', '.join(unlike)}")
    return build_lexicon(tree)
