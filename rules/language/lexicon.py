"""Lexicons: words, sentence patterns and units of each language, and the language of a file by its name.

The lexicons are data (`lexicons/*.toml`) with the same keys and slots in every language; one grammar uses them all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple, cast

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


Tree = Mapping[str, "str | Tree | list[str]"]


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


def _word_group(tree: Tree, path: str) -> WordGroup:
    by_key = {key: cast("str", word) for key, word in tree.items()}
    by_word = {word: key for key, word in by_key.items()}
    if len(by_word) != len(by_key):
        raise LexiconError(f"{path}: one word stands for two things")
    return WordGroup(by_key, by_word)


def _slots_by_key(tree: Tree, prefix: str = "") -> dict[str, tuple[str, ...]]:
    shape: dict[str, tuple[str, ...]] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            shape |= _slots_by_key(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            shape[prefix + key] = tuple(sorted(SentencePattern(value, spaced=True).slots))
        else:
            shape[prefix + key] = ()
    return shape


def lexicon_differences(first: Tree, other: Tree) -> tuple[str, ...]:
    """Return the keys that only one lexicon has, and those with different slots."""
    left, right = _slots_by_key(first), _slots_by_key(other)
    return tuple(sorted(key for key in left.keys() | right.keys() if left.get(key) != right.get(key)))


def read_lexicon_data(language: str) -> Tree:
    """Read the data of one language."""
    return read_toml("rules.language", f"lexicons/{language}.toml")


def build_lexicon(tree: Tree) -> Lexicon:
    """Build a lexicon from its data."""

    def group(name: str) -> Mapping[str, str]:
        return cast("Mapping[str, str]", tree[name])

    def nested(name: str) -> Mapping[str, Tree]:
        return cast("Mapping[str, Tree]", tree[name])

    def lists(name: str) -> Mapping[str, tuple[str, ...]]:
        return {key: tuple(texts) for key, texts in cast("Mapping[str, list[str]]", tree[name]).items()}

    spaced = tree["language"] != "zh"
    patterns = {
        name: PatternSet({key: SentencePattern(template, spaced) for key, template in group(name).items()})
        for name in ("sentences", "steps", "operators", "criteria", "dates", "forms", "figures")
    }
    units = {
        symbol: UnitWords(
            cast("str", entry["one"]), cast("str", entry["many"]), tuple(cast("list[str]", entry["also"]))
        )
        for symbol, entry in nested("units").items()
    }
    symbols = {word: symbol for symbol, words in units.items() for word in (symbol, words.one, words.many, *words.also)}
    return Lexicon(
        language=cast("str", tree["language"]),
        dialect=cast("str", tree["dialect"]),
        separator=cast("str", tree["separator"]),
        clauses_separator=cast("str", tree["clauses_separator"]),
        keywords=group("keywords"),
        units=units,
        unit_symbols=symbols,
        words={name: _word_group(entry, f"words.{name}") for name, entry in nested("words").items()},
        headings=group("headings"),
        own_headings=cast("Mapping[str, Mapping[str, str]]", tree["columns"]),
        changes=group("changes"),
        parts=group("parts"),
        refused=lists("refused"),
        meant_units=lists("meant_units"),
        scales=lists("scales"),
        spreadsheet=lists("spreadsheet"),
        number_words=lists("number_words"),
        **patterns,
    )


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
