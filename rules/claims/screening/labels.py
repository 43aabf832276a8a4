"""Detection of labels, standards, claims in names and hashtags, and imagery in picture descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, NamedTuple

from pydantic import PlainValidator, ValidationInfo

from rules.claims.screening.folding import fold
from rules.claims.screening.patterns import Pattern
from rules.claims.screening.toml_validation import PatternField, TomlSource, compile_field
from rules.contracts.inputs import FrozenModel


class _Label(FrozenModel):
    name: str
    pattern: PatternField
    standard: bool = False


class _LabelFile(FrozenModel):
    label: tuple[_Label, ...]


def _compile_hashtags(source: object, info: ValidationInfo) -> Pattern:
    return compile_field(f"#({source})", info)


class _NamePatterns(FrozenModel):
    roots: PatternField
    hashtags: Annotated[Pattern, PlainValidator(_compile_hashtags)]
    coined: str
    unclaiming: str


class MatchedName(NamedTuple):
    """A label, standard or name in a folded sentence."""

    start: int
    end: int
    name: str
    standard: bool


def read_labels(form: TomlSource) -> tuple[_Label, ...]:
    """Read the labels with their patterns, or raise ClaimLexiconError."""
    return form.load(_LabelFile).label


@cache
def _labels() -> tuple[tuple[_Label, ...], Pattern]:
    entries = read_labels(TomlSource.of("lexicons/labels.toml"))
    return entries, Pattern("|".join(entry.pattern.source for entry in entries))


@cache
def _names() -> _NamePatterns:
    return TomlSource.of("lexicons/names.toml").load(_NamePatterns)


def labels(sentence: str) -> tuple[MatchedName, ...]:
    """Return the labels and standards that a folded sentence names."""
    known, any_label = _labels()
    if not any_label.found(sentence):
        return ()
    matches = (
        MatchedName(start, end, entry.name, entry.standard)
        for entry in known
        for start, end in entry.pattern.words(sentence)
    )
    return tuple(sorted(matches))


def claiming_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that contain a claim, in folded form."""
    folded = (fold(name).text.strip() for name in names)
    return tuple(name for name in folded if name and _names().roots.found(name))


def hashtags(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the hashtags of a folded sentence that contain a claim."""
    return _names().hashtags.words(sentence) if "#" in sentence else iter(())


def find_coined_names(text: str) -> tuple[str, ...]:
    """Return the coined names that contain a claim, such as EcoPure, in folded form."""
    names = _names()
    coined_names = (match.group() for match in re.finditer(rf"\b{names.coined}\b", text))
    return tuple(dict.fromkeys(fold(name).text for name in coined_names if not re.fullmatch(names.unclaiming, name)))


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
    pattern: PatternField


class _ImageryFile(FrozenModel):
    picture: tuple[_Picture, ...]


@cache
def _pictures() -> tuple[_Picture, ...]:
    return TomlSource.of("lexicons/pictures.toml").load(_ImageryFile).picture


def imagery_in(words: str) -> tuple[str, ...]:
    """Return the values of the imagery fact for a description of a picture."""
    folded = fold(words).text
    return tuple(picture.value for picture in _pictures() if any(True for _ in picture.pattern.words(folded)))


def file_name_words(address: str) -> str:
    """Return the words of the file name in the address of a picture; empty for a data URL."""
    if address.startswith("data:"):
        return ""
    name = re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/").rpartition("/")[2]
    return _WORD_SEPARATOR_PATTERN.sub(" ", _ENDING.sub("", name)).strip()
