"""Which shapes do sentences have, their places numbered, and which sentence does a filled shape say?

A shape such as `indicator ① scores ② in ③ as` stands for a sentence in any language: who chose it in one can write the
sentence in another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.language.lexicon import lexicon
from rules.language.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.language.patterns import Pattern

NUMBERS = "①②③④⑤⑥⑦"
_SLOT = re.compile(r"\{[a-z_]+\}")
_COLUMNS = {
    "scale": ("bands", "choice_points"), "scale_plain": ("bands", "choice_points"), "line_plain": ("line",),
    "word_lookup": ("table_lookup",), "interpolated": ("lookup",),
}  # fmt: skip
"""The tables of the sentences that have not one of their own name."""
_FIRST_MARK = 0xE000


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape: its key in the lexicons, its text, and its places in the order of their numbers."""

    key: str
    text: str
    slots: tuple[str, ...]
    needed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence, and where in it stands what was put in each place."""

    sentence: str
    spans: Mapping[str, tuple[int, int]]


@cache
def shapes(language: str) -> Mapping[str, Shape]:
    """Give all shapes of definition sentences by their text, in the order of the lexicon."""
    found = [_shape(key, pattern) for key, pattern in lexicon(language).sentences.items()]
    return {shape.text: shape for shape in found}


def shape_of(text: str) -> Shape | None:
    """Find a shape by its text, in whichever language."""
    return next((shapes(language)[text] for language in LANGUAGES if text in shapes(language)), None)


def headings(key: str, language: str) -> list[tuple[list[str], list[str]]]:
    """Give the columns that each table of a sentence must have, and those it may have; nothing if it has no table."""
    words = lexicon(language).columns
    kinds = [kind for kind in _COLUMNS.get(key, (key,)) if kind in words]
    return [
        (
            [word for column, word in words[kind].by_key.items() if column in TABLES[kind].needs],
            [word for column, word in words[kind].by_key.items() if column not in TABLES[kind].needs],
        )
        for kind in kinds
    ]


def filled(key: str, words: Mapping[str, str], language: str) -> Filled:
    """Write the sentence of a shape; a part of it that may be left out is, if a place in it is blank.

    Raises:
        KeyError: a place that is needed is blank.
    """
    given = {slot: text for slot, text in words.items() if text}
    marks = {slot: chr(_FIRST_MARK + number) for number, slot in enumerate(given)}
    slots = {mark: slot for slot, mark in marks.items()}
    sentence, spans = "", {}
    for character in lexicon(language).sentences[key].write(**marks):
        slot = slots.get(character)
        said = character if slot is None else given[slot]
        if slot is not None:
            spans[slot] = (len(sentence), len(sentence) + len(said))
        sentence += said
    return Filled(sentence, spans)


def _shape(key: str, pattern: Pattern) -> Shape:
    numbers = iter(NUMBERS)
    text = _SLOT.sub(lambda _: next(numbers), pattern.template)
    return Shape(key, text, pattern.slots, frozenset(pattern.variants[-1].slots))
