"""Claim lexicon of a language: schema, validation and compiled patterns of `lexicons/*.toml`.

Analysts edit the files. `LexiconFile` is what a file may and must contain, `ClaimLexicon` its content ready to match.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Literal, NamedTuple, TypeVar

from pydantic import Field

from rules.claims.screening.candidates import Category, ClaimType, Confidence, Level, MaskReason, QualifierKind
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.patterns import Pattern, compile_beginning, compile_ending
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.inputs import FrozenModel


class TermEntry(FrozenModel):
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


class MaskEntry(FrozenModel):
    """Words that look like a claim and are none; they hide the categories named, or all but labels."""

    id: str
    reason: MaskReason
    pattern: str
    categories: tuple[Category, ...] = ()


class PolicyEntry(FrozenModel):
    """Talk of what states and their bodies do, unless the trader speaks of itself."""

    id: str
    pattern: str
    unless: str


class NegationEntry(FrozenModel):
    """What before or behind a claim takes it back, and what only seems to; `only` tells of more that is done."""

    before: str
    unless: str
    only: str
    after: str


class StatementEntry(FrozenModel):
    """How a sentence speaks of the environment without a word of claim: a topic with an action, or a thing improved."""

    topic: str
    thing: str
    improvement: str
    action: str


class CueEntry(FrozenModel):
    """Generic signs that a sentence speaks of deeds of the speaker, or of something else; never looked for alone."""

    own: str
    money: str
    risk: str
    rule: str
    report: str
    spoken: str
    market: str


class NumberEntry(FrozenModel):
    """How numbers are set in relation; the years and comparators are the last group of their patterns."""

    reduction: str
    increase: str
    comparator: str
    base_year: str
    target_year: str
    superlative: str
    whole: str
    half: str


class LexiconFile(FrozenModel):
    """All of one file."""

    language: str
    abbreviations: tuple[str, ...]
    speaker: str
    term: tuple[TermEntry, ...]
    mask: tuple[MaskEntry, ...]
    policy: tuple[PolicyEntry, ...]
    negation: NegationEntry
    qualifier: dict[QualifierKind, str]
    level: dict[Level, str]
    activity: dict[Level, str]
    unspoken: dict[Literal["true", "false"], dict[str, str]]
    number: NumberEntry
    statement: StatementEntry
    cue: CueEntry


_Part = TypeVar("_Part", bound=str)
_WITH_YEAR = ("base_year", "target_year")


class CompiledTerm(NamedTuple):
    """A term ready to match."""

    entry: TermEntry
    pattern: Pattern
    before: Pattern | None
    after: Pattern | None
    needs: Pattern | None


class CompiledMask(NamedTuple):
    """A mask ready to match."""

    entry: MaskEntry
    pattern: Pattern

    def hides(self, category: Category) -> bool:
        """Say whether it hides a category."""
        return category in self.entry.categories if self.entry.categories else category != "label"


class CompiledPolicy(NamedTuple):
    """A policy context ready to match."""

    pattern: Pattern
    unless: Pattern


class CompiledNegation(NamedTuple):
    """The negation of a language, ready to match."""

    before: Pattern
    unless: Pattern
    only: Pattern
    after: Pattern


class ClaimLexicon(NamedTuple):
    """All words of one language, ready to match; `whole_words` says whether it has any."""

    language: str
    whole_words: bool
    terms: tuple[CompiledTerm, ...]
    masks: tuple[CompiledMask, ...]
    policies: tuple[CompiledPolicy, ...]
    negation: CompiledNegation
    qualifiers: Mapping[QualifierKind, Pattern]
    levels: Mapping[Level, Pattern]
    activities: Mapping[Level, Pattern]
    """Words of doing, such as "delivered", and what a claim of neutrality is about that is made of it."""
    speaker: Pattern
    unspoken: Mapping[tuple[str, str], Pattern]
    """Of facts with their value where no word is on them: those words."""
    numbers: Mapping[str, Pattern]
    statement: Mapping[str, Pattern]
    cues: Mapping[str, Pattern]

    def spans(self, pattern: Pattern, sentence: str) -> Iterator[tuple[int, int]]:
        """Give the places of a pattern in a folded sentence, as whole words if the language has any."""
        return pattern.words(sentence) if self.whole_words else pattern.spans(sentence)


def read_lexicon_file(language: str) -> LexiconFile:
    """Read the data of one language."""
    return TomlSource.of(f"lexicons/{language}.toml").read(LexiconFile)


def build_claim_lexicon(form: TomlSource) -> ClaimLexicon:
    """Make a lexicon ready to match; every problem of the file is refused with its line.

    Such are a pattern that cannot be read or matches where nothing stands, one of years without the group `year`, an id
    that is used twice, and a term that settles no type and leaves fewer than two possible.
    """
    file = form.read(LexiconFile)
    whole = file.language != "zh"
    _check_ids(form, file)
    lexicon = ClaimLexicon(
        language=file.language,
        whole_words=whole,
        terms=tuple(_term(form, number, entry, whole_words=whole) for number, entry in enumerate(file.term)),
        masks=tuple(
            CompiledMask(entry, form.pattern(("mask", number, "pattern"), entry.pattern))
            for number, entry in enumerate(file.mask)
        ),
        policies=tuple(
            CompiledPolicy(
                form.pattern(("policy", number, "pattern"), entry.pattern),
                form.pattern(("policy", number, "unless"), entry.unless),
            )
            for number, entry in enumerate(file.policy)
        ),
        negation=CompiledNegation(**_patterns(form, "negation", dict(file.negation))),
        qualifiers=_patterns(form, "qualifier", file.qualifier),
        levels=_patterns(form, "level", file.level),
        activities=_patterns(form, "activity", file.activity),
        speaker=form.pattern(("speaker",), file.speaker),
        unspoken={
            (fact, value): form.pattern(("unspoken", value, fact), source)
            for value, sources in file.unspoken.items()
            for fact, source in sources.items()
        },
        numbers=_patterns(form, "number", dict(file.number)),
        statement=_patterns(form, "statement", dict(file.statement)),
        cues=_patterns(form, "cue", dict(file.cue)),
    )
    for part in () if form.is_known else _WITH_YEAR:
        if not lexicon.numbers[part].gives_year:
            form.blame(("number", part), "has no group for the year; write (?P<year>...) around it")
    form.settle()
    return lexicon


def _check_ids(form: TomlSource, file: LexiconFile) -> None:
    ids = [
        *((("term", number, "id"), entry.id) for number, entry in enumerate(file.term)),
        *((("mask", number, "id"), entry.id) for number, entry in enumerate(file.mask)),
        *((("policy", number, "id"), entry.id) for number, entry in enumerate(file.policy)),
    ]
    used = Counter(name for _, name in ids)
    for path, name in ids:
        if used[name] > 1:
            form.blame(path, f"'{name}' is used {used[name]} times; give each its own")


def _patterns(form: TomlSource, table: str, sources: Mapping[_Part, str]) -> dict[_Part, Pattern]:
    return {part: form.pattern((table, part), source) for part, source in sources.items()}


def _term(form: TomlSource, number: int, entry: TermEntry, *, whole_words: bool) -> CompiledTerm:
    if not entry.types and len(entry.possible_types) < 2:
        form.blame(("term", number, "types"), "is empty, so possible_types must name at least two")

    def compiled(part: str, source: str, make: Callable[[str], Pattern] = Pattern) -> Pattern | None:
        return form.pattern(("term", number, part), source, make) if source else None

    return CompiledTerm(
        entry=entry,
        pattern=form.pattern(("term", number, "pattern"), entry.pattern),
        before=compiled("before", entry.before, partial(compile_ending, whole_words=whole_words)),
        after=compiled("after", entry.after, compile_beginning),
        needs=compiled("needs", entry.needs),
    )


@cache
def lexicon(language: str) -> ClaimLexicon:
    """Load the lexicon of a covered language."""
    return build_claim_lexicon(_form(language))


@cache
def _form(language: str) -> TomlSource:
    return TomlSource.of(f"lexicons/{language}.toml")


@cache
def abbreviations() -> frozenset[str]:
    """Give the abbreviations of all languages, after which a full stop ends no sentence."""
    return frozenset(
        word.rstrip(".").casefold()
        for language in SCREENED_LANGUAGES
        for word in _form(language).plain["abbreviations"]
    )
