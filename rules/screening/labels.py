"""Which labels does a text name, and which names of the trader claim something by themselves?"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from pydantic import TypeAdapter

from rules.contracts.inputs import Frozen
from rules.screening.folding import fold
from rules.screening.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _Label(Frozen):
    """A label or standard; naming a standard is no claim."""

    name: str
    pattern: str
    standard: bool = False


class _Names(Frozen):
    roots: str


class Named(NamedTuple):
    """A label, standard or name in a folded sentence."""

    start: int
    end: int
    name: str
    standard: bool


def _text(file: str) -> str:
    return resources.files("rules.screening").joinpath(f"lexicons/{file}.toml").read_text(encoding="utf-8")


@cache
def _labels() -> tuple[tuple[_Label, Pattern], ...]:
    entries = TypeAdapter(tuple[_Label, ...]).validate_python(tomllib.loads(_text("labels"))["label"])
    return tuple((entry, Pattern(entry.pattern)) for entry in entries)


@cache
def _any_label() -> Pattern:
    return Pattern("|".join(entry.pattern for entry, _ in _labels()))


@cache
def _roots() -> Pattern:
    return Pattern(_Names.model_validate(tomllib.loads(_text("names"))).roots)


def labels(sentence: str) -> tuple[Named, ...]:
    """Find the labels and standards that a folded sentence names."""
    if not _any_label().found(sentence):
        return ()
    found = (
        Named(start, end, entry.name, entry.standard)
        for entry, pattern in _labels()
        for start, end in pattern.words(sentence)
    )
    return tuple(sorted(found))


def claiming(names: Sequence[str]) -> tuple[str, ...]:
    """Keep, folded, the names that claim something by a part of them."""
    folded = (fold(name).text.strip() for name in names)
    return tuple(name for name in folded if name and _roots().found(name))


def occurrences(sentence: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find folded names in a folded sentence."""
    for name in names:
        start = sentence.find(name)
        while start >= 0:
            yield start, start + len(name)
            start = sentence.find(name, start + len(name))
