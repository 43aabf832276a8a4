"""Which labels does a text name, and which names of the trader claim something by themselves?"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.screening.folding import fold
from rules.claims.screening.forms import Form
from rules.claims.screening.patterns import Pattern
from rules.contracts.inputs import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _Label(Frozen):
    """A label or standard; naming a standard is no claim."""

    name: str
    pattern: str
    standard: bool = False


class _Labels(Frozen):
    label: tuple[_Label, ...]


class _Names(Frozen):
    roots: str
    hashtags: str
    coined: str
    unclaiming: str


class Named(NamedTuple):
    """A label, standard or name in a folded sentence."""

    start: int
    end: int
    name: str
    standard: bool


def _form(file: str) -> Form:
    name = f"lexicons/{file}.toml"
    return Form(resources.files("rules.claims.screening").joinpath(name).read_text(encoding="utf-8"), name)


def read_labels(form: Form) -> tuple[tuple[_Label, Pattern], ...]:
    """Read the labels and their patterns.

    Raises:
        ClaimLexiconError: the file is not as it must be; every problem is named with its line.
    """
    entries = form.read(_Labels).label
    found = tuple(
        (entry, form.pattern(("label", number, "pattern"), entry.pattern)) for number, entry in enumerate(entries)
    )
    form.settle()
    return found


@cache
def _labels() -> tuple[tuple[_Label, Pattern], ...]:
    return read_labels(_form("labels"))


@cache
def _any_label() -> Pattern:
    return Pattern("|".join(entry.pattern for entry, _ in _labels()))


@cache
def _roots() -> Pattern:
    form = _form("names")
    pattern = form.pattern(("roots",), form.read(_Names).roots)
    form.settle()
    return pattern


@cache
def _hashtags() -> Pattern:
    form = _form("names")
    pattern = form.pattern(("hashtags",), f"#({form.read(_Names).hashtags})")
    form.settle()
    return pattern


@cache
def _coined() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = _form("names").read(_Names)
    return re.compile(rf"\b{names.coined}\b"), re.compile(names.unclaiming)


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


def hashtags(sentence: str) -> Iterator[tuple[int, int]]:
    """Find the hashtags of a folded sentence that claim something."""
    return _hashtags().words(sentence) if "#" in sentence else iter(())


def coined(text: str) -> tuple[str, ...]:
    """Give, folded, the names written as EcoPure in a text as given that claim something by themselves."""
    claiming_ones, others = _coined()
    found = (match.group() for match in claiming_ones.finditer(text))
    return tuple(dict.fromkeys(fold(name).text for name in found if not others.fullmatch(name)))


def occurrences(sentence: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find folded names in a folded sentence."""
    for name in names:
        start = sentence.find(name)
        while start >= 0:
            yield start, start + len(name)
            start = sentence.find(name, start + len(name))
