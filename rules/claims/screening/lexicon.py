"""Claim lexicon of a language: schema, validation and compiled patterns of `lexicons/*.toml`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from rules.claims.screening.candidates import Category, ClaimType, Confidence, Level, MaskReason, QualifierKind
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.patterns import Pattern, compile_beginning, compile_ending
from rules.claims.screening.toml_validation import PatternField, TomlSource, compile_field, source_of, written_pattern
from rules.contracts.inputs import FrozenModel

_LANGUAGE_WITHOUT_SPACES = "zh"


def _at_least_two_characters(source: object) -> object:
    if isinstance(source, str) and len(source) < 2:
        raise PydanticCustomError("string_too_short", "String should have at least 2 characters")
    return source


def _compile_before(source: object, info: ValidationInfo) -> Pattern | None:
    whole_words = source_of(info).plain.get("language") != _LANGUAGE_WITHOUT_SPACES
    return compile_field(source, info, partial(compile_ending, whole_words=whole_words)) if source != "" else None


def _compile_after(source: object, info: ValidationInfo) -> Pattern | None:
    return compile_field(source, info, compile_beginning) if source != "" else None


def _compile_needs(source: object, info: ValidationInfo) -> Pattern | None:
    return compile_field(source, info) if source != "" else None


class TermEntry(FrozenModel):
    """A claim term; without `types` it needs two or more `possible_types`.

    It does not apply after `before` or before `after`, nor in a sentence without `needs`.
    """

    id: str
    category: Category
    types: tuple[ClaimType, ...]
    possible_types: tuple[ClaimType, ...] = ()
    pattern: Annotated[PatternField, BeforeValidator(_at_least_two_characters)]
    before: Annotated[Pattern | None, PlainValidator(_compile_before), PlainSerializer(written_pattern)] = None
    after: Annotated[Pattern | None, PlainValidator(_compile_after), PlainSerializer(written_pattern)] = None
    needs: Annotated[Pattern | None, PlainValidator(_compile_needs), PlainSerializer(written_pattern)] = None
    modifier: bool = False
    anywhere: bool = False
    confidence: Confidence = "high"
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = ()


class MaskEntry(FrozenModel):
    """Words that only look like a claim. They hide the listed categories, or all except labels."""

    id: str
    reason: MaskReason
    pattern: PatternField
    categories: tuple[Category, ...] = ()

    def hides(self, category: Category) -> bool:
        return category in self.categories if self.categories else category != "label"


class PolicyEntry(FrozenModel):
    """Statements about governments and authorities, ignored if the trader mentions itself (`unless`)."""

    id: str
    pattern: PatternField
    unless: PatternField


class NegationEntry(FrozenModel):
    """Words that deny a claim before or after it, and exceptions; `only` are words such as "not only"."""

    before: PatternField
    unless: PatternField
    only: PatternField
    after: PatternField


class StatementEntry(FrozenModel):
    """Words of environmental statements without claim words: topic and action, or thing and improvement."""

    topic: PatternField
    thing: PatternField
    improvement: PatternField
    action: PatternField


class CueEntry(FrozenModel):
    """Cues that a sentence is about the speaker's own actions or another subject; insufficient alone."""

    own: PatternField
    money: PatternField
    risk: PatternField
    rule: PatternField
    report: PatternField
    spoken: PatternField
    market: PatternField


class NumberEntry(FrozenModel):
    """Words that relate numbers; patterns for years have a group `year`."""

    reduction: PatternField
    increase: PatternField
    comparator: PatternField
    base_year: PatternField
    target_year: PatternField
    superlative: PatternField
    whole: PatternField
    half: PatternField


class ClaimLexicon(FrozenModel):
    """Content of a lexicon file, with compiled patterns."""

    language: str
    abbreviations: tuple[str, ...]
    speaker: PatternField
    terms: tuple[TermEntry, ...] = Field(alias="term")
    masks: tuple[MaskEntry, ...] = Field(alias="mask")
    policies: tuple[PolicyEntry, ...] = Field(alias="policy")
    negation: NegationEntry
    qualifiers: dict[QualifierKind, PatternField] = Field(alias="qualifier")
    levels: dict[Level, PatternField] = Field(alias="level")
    activities: dict[Level, PatternField] = Field(alias="activity")
    """Verbs such as "delivered", by the level that a neutrality claim about them has."""
    unspoken: dict[Literal["true", "false"], dict[str, PatternField]]
    """Words by value and fact: the value applies to a text without them."""
    numbers: NumberEntry = Field(alias="number")
    statement: StatementEntry
    cues: CueEntry = Field(alias="cue")

    @property
    def whole_words(self) -> bool:
        return self.language != _LANGUAGE_WITHOUT_SPACES

    def spans(self, pattern: Pattern, sentence: str) -> Iterator[tuple[int, int]]:
        return pattern.words(sentence) if self.whole_words else pattern.spans(sentence)

    def mentions(self, pattern: Pattern, sentence: str) -> bool:
        return any(True for _ in self.spans(pattern, sentence))


def build_claim_lexicon(form: TomlSource) -> ClaimLexicon:
    """Read a lexicon, or raise ClaimLexiconError with the problems of the file."""
    lexicon = form.read(ClaimLexicon)
    if not form.is_known:
        _check_ids(form, lexicon)
        for number, term in enumerate(lexicon.terms):
            if not term.types and len(term.possible_types) < 2:
                form.blame(("term", number, "types"), "is empty, so possible_types must name at least two")
        for part in ("base_year", "target_year"):
            if not getattr(lexicon.numbers, part).captures_year:
                form.blame(("number", part), "has no group for the year; write (?P<year>...) around it")
    form.settle()
    return lexicon


def _check_ids(form: TomlSource, lexicon: ClaimLexicon) -> None:
    groups: tuple[tuple[str, Sequence[TermEntry | MaskEntry | PolicyEntry]], ...] = (
        ("term", lexicon.terms),
        ("mask", lexicon.masks),
        ("policy", lexicon.policies),
    )
    ids = [((group, number, "id"), entry.id) for group, entries in groups for number, entry in enumerate(entries)]
    used = Counter(name for _, name in ids)
    for path, name in ids:
        if used[name] > 1:
            form.blame(path, f"'{name}' is used {used[name]} times; give each its own")


@cache
def lexicon(language: str) -> ClaimLexicon:
    """Load the lexicon of a screened language."""
    return build_claim_lexicon(_form(language))


@cache
def _form(language: str) -> TomlSource:
    return TomlSource.of(f"lexicons/{language}.toml")


@cache
def abbreviations() -> frozenset[str]:
    """Return the abbreviations of all languages; a full stop after them ends no sentence."""
    return frozenset(
        word.rstrip(".").casefold()
        for language in SCREENED_LANGUAGES
        for word in _form(language).plain["abbreviations"]
    )
