"""Detection of labels, standards, claims in names and hashtags, and imagery in picture descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rules.claims.screening.folding import fold
from rules.claims.screening.patterns import Pattern
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.inputs import FrozenModel


class _Label(FrozenModel):
    name: str
    pattern: str
    standard: bool = False


class _LabelFile(FrozenModel):
    label: tuple[_Label, ...]


class _NamePatterns(FrozenModel):
    roots: str
    hashtags: str
    coined: str
    unclaiming: str


class MatchedName(NamedTuple):
    """A label, standard or name in a folded sentence."""

    start: int
    end: int
    name: str
    standard: bool


def read_labels(form: TomlSource) -> tuple[tuple[_Label, Pattern], ...]:
    """Read the labels with their patterns, or raise ClaimLexiconError."""
    entries = form.read(_LabelFile).label
    label_patterns = tuple(
        (entry, form.pattern(("label", number, "pattern"), entry.pattern)) for number, entry in enumerate(entries)
    )
    form.settle()
    return label_patterns


@cache
def _labels() -> tuple[tuple[tuple[_Label, Pattern], ...], Pattern]:
    label_patterns = read_labels(TomlSource.of("lexicons/labels.toml"))
    return label_patterns, Pattern("|".join(entry.pattern for entry, _ in label_patterns))


@cache
def _names() -> tuple[Pattern, Pattern, re.Pattern[str], re.Pattern[str]]:
    form = TomlSource.of("lexicons/names.toml")
    names = form.read(_NamePatterns)
    folded = form.pattern(("roots",), names.roots), form.pattern(("hashtags",), f"#({names.hashtags})")
    form.settle()
    return *folded, re.compile(rf"\b{names.coined}\b"), re.compile(names.unclaiming)


def labels(sentence: str) -> tuple[MatchedName, ...]:
    """Return the labels and standards that a folded sentence names."""
    known, any_label = _labels()
    if not any_label.found(sentence):
        return ()
    matches = (
        MatchedName(start, end, entry.name, entry.standard)
        for entry, pattern in known
        for start, end in pattern.words(sentence)
    )
    return tuple(sorted(matches))


def claiming_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that contain a claim, in folded form."""
    folded = (fold(name).text.strip() for name in names)
    return tuple(name for name in folded if name and _names()[0].found(name))


def hashtags(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the hashtags of a folded sentence that contain a claim."""
    return _names()[1].words(sentence) if "#" in sentence else iter(())


def find_coined_names(text: str) -> tuple[str, ...]:
    """Return the coined names that contain a claim, such as EcoPure, in folded form."""
    _, _, coined, unclaiming = _names()
    coined_names = (match.group() for match in coined.finditer(text))
    return tuple(dict.fromkeys(fold(name).text for name in coined_names if not unclaiming.fullmatch(name)))


def find_names(sentence: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the positions of folded names in a folded sentence."""
    for name in names:
        start = sentence.find(name)
        while start >= 0:
            yield start, start + len(name)
            start = sentence.find(name, start + len(name))


_WORD_SEPARATOR_PATTERN = re.compile(r"[-_.+\d]+|%20|(?<=[a-z])(?=[A-Z])")
_ENDING = re.compile(r"\.[A-Za-z0-9]{2,5}$")


class _Picture(FrozenModel):
    value: str
    pattern: str


class _ImageryFile(FrozenModel):
    picture: tuple[_Picture, ...]


@cache
def _pictures() -> tuple[tuple[str, Pattern], ...]:
    form = TomlSource.of("lexicons/pictures.toml")
    entries = form.read(_ImageryFile).picture
    picture_patterns = tuple(
        (entry.value, form.pattern(("picture", number, "pattern"), entry.pattern))
        for number, entry in enumerate(entries)
    )
    form.settle()
    return picture_patterns


def imagery_in(words: str) -> tuple[str, ...]:
    """Return the values of the imagery fact for a description of a picture."""
    folded = fold(words).text
    return tuple(value for value, pattern in _pictures() if any(True for _ in pattern.words(folded)))


def file_name_words(address: str) -> str:
    """Return the words of the file name in the address of a picture; empty for a data URL."""
    if address.startswith("data:"):
        return ""
    name = re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/").rpartition("/")[2]
    return _WORD_SEPARATOR_PATTERN.sub(" ", _ENDING.sub("", name)).strip()
