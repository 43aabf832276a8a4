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

_NAME = re.compile(r"\.(" + "|".join(LANGUAGES) + r")\.feature\Z")


def language_of(path: str) -> str | None:
    """Give the language that the name of a file says it is written in."""
    match = _NAME.search(path)
    return match[1] if match else None


def twin_path(path: str, language: str) -> str:
    """Give the name that the same file has in another language."""
    return _NAME.sub(f".{language}.feature", path)


Tree = Mapping[str, "str | Tree | list[str]"]


class LexiconError(ValueError):
    """A lexicon lacks a word, has one too many, or uses one word for two things."""


class WordGroup(NamedTuple):
    """One group of words: a word for each key, both ways."""

    by_key: Mapping[str, str]
    by_word: Mapping[str, str]

    def write(self, key: str) -> str:
        """Give the canonical word for a key."""
        return self.by_key[key]

    def read(self, word: str) -> str | None:
        """Give the key that a word stands for, or None."""
        return self.by_word.get(word)


class UnitWords(NamedTuple):
    """How a unit that is a word is written after one and after another number."""

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
    """The words above columns that stand in several tables, by the key of the column."""
    own_headings: Mapping[str, Mapping[str, str]]
    """The words above the other columns, and above those that one table calls otherwise, by table."""
    changes: Mapping[str, str]
    parts: Mapping[str, str]
    refused: Mapping[str, tuple[str, ...]]
    meant_units: Mapping[str, tuple[str, ...]]
    scales: Mapping[str, tuple[str, ...]]
    spreadsheet: Mapping[str, tuple[str, ...]]
    number_words: Mapping[str, tuple[str, ...]]

    @cached_property
    def columns(self) -> Mapping[str, WordGroup]:
        """The words above the columns of each table.

        Raises:
            LexiconError: one word stands above two columns of a table, or a column has none.
        """
        from rules.language.table_columns import TABLES  # noqa: PLC0415 -- who only writes sentences reads no table

        known = {kind: {**self.headings, **self.own_headings.get(kind, {})} for kind in TABLES}
        lacking = [f"{kind}.{column.key}" for kind, form in TABLES.items() for column in form.columns
                   if column.key not in known[kind]]  # fmt: skip
        if lacking:
            raise LexiconError(f"columns: no word for {', '.join(lacking)}")
        return {
            kind: _words({column.key: known[kind][column.key] for column in form.columns}, f"columns.{kind}")
            for kind, form in TABLES.items()
        }

    def write_unit(self, symbol: str, number: str = "1") -> str:
        """Write a unit as it stands after a number; in a column of units it stands as after one."""
        words = self.units.get(symbol)
        if words is None:
            return symbol
        return words.one if number in ("1", "-1") else words.many

    def write_number(self, number: str, symbol: str = "") -> str:
        """Write a number with its unit, such as `80 %` or `2 times`."""
        return f"{number} {self.write_unit(symbol, number)}" if symbol else number

    def read_unit(self, text: str) -> str:
        """Give the primary symbol of a unit as an author writes it, in whichever language; an unknown one stays."""
        return primary_symbol(self.unit_symbols.get(text, text))


def _words(tree: Tree, path: str) -> WordGroup:
    by_key = {key: cast("str", word) for key, word in tree.items()}
    by_word = {word: key for key, word in by_key.items()}
    if len(by_word) != len(by_key):
        raise LexiconError(f"{path}: one word stands for two things")
    return WordGroup(by_key, by_word)


def _shape(tree: Tree, prefix: str = "") -> dict[str, tuple[str, ...]]:
    shape: dict[str, tuple[str, ...]] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            shape |= _shape(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            shape[prefix + key] = tuple(sorted(SentencePattern(value, spaced=True).slots))
        else:
            shape[prefix + key] = ()
    return shape


def lexicon_differences(first: Tree, other: Tree) -> tuple[str, ...]:
    """List the keys that only one of two lexicons has, and those whose slots differ."""
    left, right = _shape(first), _shape(other)
    return tuple(sorted(key for key in left.keys() | right.keys() if left.get(key) != right.get(key)))


def read_lexicon_data(language: str) -> Tree:
    """Read the data of one language."""
    return read_toml("rules.language", f"lexicons/{language}.toml")


def build_lexicon(tree: Tree) -> Lexicon:
    """Make a lexicon from its data."""

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
        words={name: _words(entry, f"words.{name}") for name, entry in nested("words").items()},
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
    """Load the lexicon of a language, `en` or `zh`.

    Raises:
        LexiconError: its keys or slots are not those of the first language.
    """
    tree = read_lexicon_data(language)
    unlike = lexicon_differences(read_lexicon_data(LANGUAGES[0]), tree)
    if unlike:
        raise LexiconError(f"lexicons {LANGUAGES[0]} and {language} differ in {', '.join(unlike)}")
    return build_lexicon(tree)
