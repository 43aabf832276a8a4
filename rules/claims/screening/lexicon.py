"""Claim lexicon of a language: schema, validation and compiled patterns of `lexicons/*.toml`."""

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
    """A claim term as written; without `types` it needs two or more `possible_types`."""

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
    """Words that only look like a claim. They hide the listed categories, or all except labels."""

    id: str
    reason: MaskReason
    pattern: str
    categories: tuple[Category, ...] = ()


class PolicyEntry(FrozenModel):
    """Statements about governments and authorities, ignored if the trader mentions itself (`unless`)."""

    id: str
    pattern: str
    unless: str


class NegationEntry(FrozenModel):
    """Words that deny a claim before or after it, and exceptions; `only` are words such as "not only"."""

    before: str
    unless: str
    only: str
    after: str


class StatementEntry(FrozenModel):
    """Words of environmental statements without claim words: topic and action, or thing and improvement."""

    topic: str
    thing: str
    improvement: str
    action: str


class CueEntry(FrozenModel):
    """Cues that a sentence is about the speaker's own actions or another subject; insufficient alone."""

    own: str
    money: str
    risk: str
    rule: str
    report: str
    spoken: str
    market: str


class NumberEntry(FrozenModel):
    """Words that relate numbers; patterns for years have a group `year`."""

    reduction: str
    increase: str
    comparator: str
    base_year: str
    target_year: str
    superlative: str
    whole: str
    half: str


class LexiconFile(FrozenModel):
    """Content of a lexicon file."""

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
    """Compiled `TermEntry`."""

    entry: TermEntry
    pattern: Pattern
    before: Pattern | None
    after: Pattern | None
    needs: Pattern | None


class CompiledMask(NamedTuple):
    """Compiled `MaskEntry`."""

    entry: MaskEntry
    pattern: Pattern

    def hides(self, category: Category) -> bool:
        return category in self.entry.categories if self.entry.categories else category != "label"


class CompiledPolicy(NamedTuple):
    """Compiled `PolicyEntry`."""

    pattern: Pattern
    unless: Pattern


class CompiledNegation(NamedTuple):
    """Compiled `NegationEntry`."""

    before: Pattern
    unless: Pattern
    only: Pattern
    after: Pattern


class ClaimLexicon(NamedTuple):
    """Compiled lexicon of a language; `whole_words` is False for Chinese."""

    language: str
    whole_words: bool
    terms: tuple[CompiledTerm, ...]
    masks: tuple[CompiledMask, ...]
    policies: tuple[CompiledPolicy, ...]
    negation: CompiledNegation
    qualifiers: Mapping[QualifierKind, Pattern]
    levels: Mapping[Level, Pattern]
    activities: Mapping[Level, Pattern]
    """Verbs such as "delivered", by the level that a neutrality claim about them has."""
    speaker: Pattern
    unspoken: Mapping[tuple[str, str], Pattern]
    """Words by fact and value: the value applies to a text without them."""
    numbers: Mapping[str, Pattern]
    statement: Mapping[str, Pattern]
    cues: Mapping[str, Pattern]

    def spans(self, pattern: Pattern, sentence: str) -> Iterator[tuple[int, int]]:
        return pattern.words(sentence) if self.whole_words else pattern.spans(sentence)


def read_lexicon_file(language: str) -> LexiconFile:
    """Read the lexicon file of a language."""
    return TomlSource.of(f"lexicons/{language}.toml").read(LexiconFile)


def build_claim_lexicon(form: TomlSource) -> ClaimLexicon:
    """Compile a lexicon, or raise ClaimLexiconError with every problem of the file."""
    file = form.read(LexiconFile)
    uses_spaces = file.language != "zh"
    _check_ids(form, file)
    lexicon = ClaimLexicon(
        language=file.language,
        whole_words=uses_spaces,
        terms=tuple(_term(form, number, entry, whole_words=uses_spaces) for number, entry in enumerate(file.term)),
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
        if not lexicon.numbers[part].captures_year:
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
