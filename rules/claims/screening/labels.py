"""Detection of labels, standards, claims in names and hashtags, and imagery in picture descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, PlainValidator, ValidationInfo

from rules.claims.screening.folding import fold
from rules.claims.screening.patterns import Pattern, PatternError, compile_beginning, compile_ending
from rules.claims.screening.toml_validation import PatternField, TomlSource, compile_field
from rules.contracts.inputs import FrozenModel

LabelScheme = Literal[
    "official_type_i", "official_other", "certification_scheme", "private", "mandatory", "not_environmental", "standard"
]
LabelKind = Literal["public_authority_eu", "public_authority_other", "certification_scheme"]
ExcellenceBasis = Literal["eu_ecolabel", "national_type1"]

TERM_PREFIX = "label."
_EU_ECOLABEL = "EU Ecolabel"
_UNION = frozenset({
    "EU", "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
    "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
})  # fmt: skip
_DATE = r"^\d{4}(-\d\d-\d\d)?$"
_CONTEXT_CHARACTERS = 40
_LICENCE_CHARACTERS = 60
_MIN_LICENCE_DIGITS = 3
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SEPARATOR = re.compile("[ -]")
_NAME_SUFFIX = "('?s)?(®|tm)?"


class Label(FrozenModel):
    """A label, mandatory mark or standard, with its scheme and its names by language."""

    name: str
    scheme: LabelScheme
    owner: str
    territory: tuple[str, ...] = ()
    since: str | None = Field(None, pattern=_DATE)
    until: str | None = Field(None, pattern=_DATE)
    source: str
    certainty: Literal["confirmed", "recalled"]
    names: Mapping[str, tuple[str, ...]]
    ordinary: Mapping[str, tuple[str, ...]] = {}
    capitals: bool = False
    pattern: str = ""
    before: str = ""
    after: str = ""

    @property
    def is_claim(self) -> bool:
        return self.scheme not in ("mandatory", "not_environmental", "standard")

    @property
    def kind(self) -> LabelKind | None:
        """The kind of label by the scorecards; None if the table does not establish it."""
        if self.scheme in ("official_type_i", "official_other"):
            return "public_authority_eu" if self._is_of_union else "public_authority_other"
        return "certification_scheme" if self.scheme == "certification_scheme" else None

    @property
    def excellence_basis(self) -> ExcellenceBasis | None:
        """The basis of recognised excellent environmental performance that the label may provide."""
        if self.scheme != "official_type_i" or not self._is_of_union:
            return None
        return "eu_ecolabel" if self.name == _EU_ECOLABEL else "national_type1"

    @property
    def _is_of_union(self) -> bool:
        return not _UNION.isdisjoint(self.territory)


class _LabelFile(FrozenModel):
    label_words: PatternField
    licence: PatternField
    label: tuple[Label, ...]


def _compile_hashtags(source: object, info: ValidationInfo) -> Pattern:
    return compile_field(f"#({source})", info)


class _NamePatterns(FrozenModel):
    roots: PatternField
    hashtags: Annotated[Pattern, PlainValidator(_compile_hashtags)]
    coined: str
    unclaiming: str


class MatchedName(NamedTuple):
    """A label in a folded sentence."""

    start: int
    end: int
    label: Label


class _LabelPatterns(NamedTuple):
    label: Label
    names: Pattern
    ordinary: Pattern | None
    before: Pattern | None
    after: Pattern | None

    def matches(self, sentence: str, label_words: Pattern) -> Iterator[MatchedName]:
        for start, end in self.names.words(sentence):
            if self._fits(sentence, start, end):
                yield MatchedName(start, end, self.label)
        for start, end in self.ordinary.words(sentence) if self.ordinary is not None else ():
            before, after = sentence[:start], sentence[end:]
            around = f"{before[-_CONTEXT_CHARACTERS:]} {after[:_CONTEXT_CHARACTERS]}"
            is_label = label_words.found(around) or not any(map(str.isalnum, before + after))
            if is_label and self._fits(sentence, start, end):
                yield MatchedName(start, end, self.label)

    def _fits(self, sentence: str, start: int, end: int) -> bool:
        return not (
            (self.before is not None and self.before.found(sentence[max(0, start - _CONTEXT_CHARACTERS) : start]))
            or (self.after is not None and self.after.found(sentence[end : end + _CONTEXT_CHARACTERS]))
        )


class _LabelTable(NamedTuple):
    labels: tuple[_LabelPatterns, ...]
    label_words: Pattern
    licence: Pattern
    any_label: Pattern


def read_labels(form: TomlSource) -> _LabelTable:
    """Read the labels with their patterns, or raise ClaimLexiconError."""
    file = form.read(_LabelFile)
    table = tuple(_compile_label(form, number, label) for number, label in enumerate(file.label))
    form.settle()
    compiled = [each for each in table if each is not None]
    sources = [source.source for each in compiled for source in (each.names, each.ordinary) if source is not None]
    any_label = form.compile("|".join(sources))
    form.settle()
    return _LabelTable(tuple(compiled), file.label_words, file.licence, any_label)


def _compile_label(form: TomlSource, number: int, label: Label) -> _LabelPatterns | None:
    forms = f"({label.pattern})" if label.pattern else ""
    try:
        return _LabelPatterns(
            label,
            form.compile("|".join(filter(None, (_names_pattern(label.names), forms)))),
            form.compile(_names_pattern(label.ordinary)) if label.ordinary else None,
            form.compile(label.before, partial(compile_ending, whole_words=True)) if label.before else None,
            form.compile(label.after, compile_beginning) if label.after else None,
        )
    except PatternError as error:
        form.blame(("label", number, "pattern"), str(error))
        return None


def _names_pattern(names: Mapping[str, tuple[str, ...]]) -> str:
    written = sorted({name for each in names.values() for name in each})
    words = ("[ -]?".join(map(re.escape, _SEPARATOR.split(name))) for name in written)
    return f"({'|'.join(words)}){_NAME_SUFFIX}"


@cache
def _table() -> _LabelTable:
    return read_labels(TomlSource.of("lexicons/labels.toml"))


@cache
def known_labels() -> Mapping[str, Label]:
    """Return the labels by their name."""
    return {each.label.name: each.label for each in _table().labels}


@cache
def _names() -> _NamePatterns:
    return TomlSource.of("lexicons/names.toml").load(_NamePatterns)


def labels(sentence: str) -> tuple[MatchedName, ...]:
    """Return the labels and standards that a folded sentence names, the longest of overlapping names."""
    table = _table()
    if not table.any_label.found(sentence):
        return ()
    found: list[MatchedName] = []
    matches = (match for each in table.labels for match in each.matches(sentence, table.label_words))
    for match in sorted(matches, key=lambda each: (each.start - each.end, each.start)):
        if not any(match.start < other.end and other.start < match.end for other in found):
            found.append(match)
    return tuple(sorted(found, key=lambda each: each.start))


def label_of_term(term: str) -> Label | None:
    """Return the label that the term of a match names."""
    return known_labels().get(term.removeprefix(TERM_PREFIX)) if term.startswith(TERM_PREFIX) else None


def is_only_word(label: Label, quote: str) -> bool:
    """Return whether a quote is an ordinary word, because the short form of the label needs capitals."""
    short_forms = {name.casefold() for each in label.ordinary.values() for name in each}
    return label.capitals and quote.casefold() in short_forms and not quote.isupper()


def licence_near(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the licence or certificate number near a span of a folded sentence."""
    first, last = start - _LICENCE_CHARACTERS, end + _LICENCE_CHARACTERS
    for number_start, number_end in _table().licence.words(sentence):
        number = _YEAR.sub("", sentence[number_start:number_end])
        if first <= number_start and number_end <= last and sum(map(str.isdigit, number)) >= _MIN_LICENCE_DIGITS:
            return number_start, number_end
    return None


def labels_in_description(words: str) -> tuple[str, ...]:
    """Return the names of the labels in the description of a picture."""
    return tuple(dict.fromkeys(match.label.name for match in labels(fold(words).text) if match.label.is_claim))


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
