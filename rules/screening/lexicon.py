"""Which words make a claim in each language? Read from `lexicons/*.toml`, which analysts edit."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pydantic import Field, ValidationError

from rules.contracts.inputs import Frozen
from rules.screening.kinds import Category, ClaimType, Confidence, Level, MaskReason, QualifierKind
from rules.screening.languages import COVERED
from rules.screening.patterns import Pattern, PatternError, beginning, ending


class ClaimLexiconError(ValueError):
    """A claim lexicon lacks something, or says something that is not known; the message says where."""


class TermEntry(Frozen):
    """One way to say a claim, as written. Without settled types it must name at least two that are possible."""

    id: str
    category: Category
    types: tuple[ClaimType, ...]
    possible_types: tuple[ClaimType, ...] = ()
    pattern: str = Field(min_length=2)
    before: str = ""
    after: str = ""
    needs: str = ""
    modifier: bool = False
    anywhere: bool = False
    confidence: Confidence = "high"
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = ()


class MaskEntry(Frozen):
    """Words that look like a claim and are none; they hide the categories named, or all but labels."""

    id: str
    reason: MaskReason
    pattern: str
    categories: tuple[Category, ...] = ()


class PolicyEntry(Frozen):
    """Talk of what states and their bodies do, unless the trader speaks of itself."""

    id: str
    pattern: str
    unless: str


class NegationEntry(Frozen):
    """What before or behind a claim takes it back, and what only seems to."""

    before: str
    unless: str
    after: str


class StatementEntry(Frozen):
    """How a sentence speaks of the environment without a word of claim: a topic with an action, or a thing improved."""

    topic: str
    action: str
    thing: str
    improvement: str
    unless: str


class NumberEntry(Frozen):
    """How numbers are set in relation; the years and comparators are the last group of their patterns."""

    reduction: str
    increase: str
    comparator: str
    base_year: str
    target_year: str
    superlative: str
    whole: str
    half: str


class LexiconFile(Frozen):
    """All of one file."""

    language: str
    abbreviations: tuple[str, ...]
    term: tuple[TermEntry, ...]
    mask: tuple[MaskEntry, ...]
    policy: tuple[PolicyEntry, ...]
    negation: NegationEntry
    qualifier: dict[QualifierKind, str]
    level: dict[Level, str]
    number: NumberEntry
    statement: StatementEntry


@dataclass(frozen=True, slots=True)
class Term:
    """A term ready to match."""

    entry: TermEntry
    pattern: Pattern
    before: Pattern | None
    after: Pattern | None
    needs: Pattern | None


@dataclass(frozen=True, slots=True)
class Mask:
    """A mask ready to match."""

    entry: MaskEntry
    pattern: Pattern

    def hides(self, category: Category) -> bool:
        """Say whether it hides a category."""
        return category in self.entry.categories if self.entry.categories else category != "label"


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy context ready to match."""

    pattern: Pattern
    unless: Pattern


@dataclass(frozen=True, slots=True)
class Negation:
    """The negation of a language, ready to match."""

    before: Pattern
    unless: Pattern
    after: Pattern


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of a language, ready to match."""

    topic: Pattern
    action: Pattern
    thing: Pattern
    improvement: Pattern
    unless: Pattern


@dataclass(frozen=True)
class ClaimLexicon:
    """All words of one language, ready to match; `whole_words` says whether it has any."""

    language: str
    whole_words: bool
    terms: tuple[Term, ...]
    masks: tuple[Mask, ...]
    policies: tuple[Policy, ...]
    negation: Negation
    qualifiers: Mapping[QualifierKind, Pattern]
    levels: Mapping[Level, Pattern]
    numbers: Mapping[str, Pattern]
    statement: Statement


def read_file(language: str) -> LexiconFile:
    """Read the data of one language.

    Raises:
        ClaimLexiconError: the file is not as it must be.
    """
    source = resources.files("rules.screening").joinpath(f"lexicons/{language}.toml")
    return parse(source.read_text(encoding="utf-8"), f"lexicons/{language}.toml")


def parse(text: str, name: str) -> LexiconFile:
    """Read a lexicon from its text.

    Raises:
        ClaimLexiconError: it is no TOML, lacks an entry, or has an unknown one; every problem is listed.
    """
    try:
        return LexiconFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ClaimLexiconError(f"{name}: {error}") from None
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, found['loc']))}: {found['msg']}" for found in error.errors())
        raise ClaimLexiconError(f"{name}: {problems}") from None


def build(file: LexiconFile) -> ClaimLexicon:
    """Make a lexicon ready to match.

    Raises:
        ClaimLexiconError: a pattern cannot be read, or a term settles no type and leaves fewer than two possible.
    """
    whole = file.language != "zh"
    for entry in file.term:
        if not entry.types and len(entry.possible_types) < 2:
            raise ClaimLexiconError(f"{entry.id}: types is empty, so possible_types must name at least two")
    try:
        return ClaimLexicon(
            language=file.language,
            whole_words=whole,
            terms=tuple(_term(entry, whole_words=whole) for entry in file.term),
            masks=tuple(Mask(entry, Pattern(entry.pattern)) for entry in file.mask),
            policies=tuple(Policy(Pattern(entry.pattern), Pattern(entry.unless)) for entry in file.policy),
            negation=Negation(
                Pattern(file.negation.before), Pattern(file.negation.unless), Pattern(file.negation.after)
            ),
            qualifiers={kind: Pattern(pattern) for kind, pattern in file.qualifier.items()},
            levels={level: Pattern(pattern) for level, pattern in file.level.items()},
            numbers={part: Pattern(pattern) for part, pattern in file.number},
            statement=Statement(**{part: Pattern(pattern) for part, pattern in file.statement}),
        )
    except PatternError as error:
        raise ClaimLexiconError(f"lexicons/{file.language}.toml: {error}") from None


def _term(entry: TermEntry, *, whole_words: bool) -> Term:
    return Term(
        entry=entry,
        pattern=Pattern(entry.pattern),
        before=ending(entry.before, whole_words=whole_words) if entry.before else None,
        after=beginning(entry.after) if entry.after else None,
        needs=Pattern(entry.needs) if entry.needs else None,
    )


@cache
def lexicon(language: str) -> ClaimLexicon:
    """Load the lexicon of a covered language.

    Raises:
        ClaimLexiconError: it cannot be read.
    """
    return build(read_file(language))


@cache
def abbreviations() -> frozenset[str]:
    """Give the abbreviations of all languages, after which a full stop ends no sentence."""
    return frozenset(word.rstrip(".").casefold() for language in COVERED for word in read_file(language).abbreviations)
