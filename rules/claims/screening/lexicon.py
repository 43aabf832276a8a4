"""Which words make a claim in each language? Read from `lexicons/*.toml`, which analysts edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from typing import TypeVar

from rules.claims.screening.forms import Form
from rules.claims.screening.kinds import Category, Level, QualifierKind
from rules.claims.screening.languages import COVERED
from rules.claims.screening.lexicon_form import LexiconFile, MaskEntry, TermEntry
from rules.claims.screening.patterns import Pattern, beginning, ending

_Part = TypeVar("_Part", bound=str)
_WITH_YEAR = ("base_year", "target_year")


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
    speaker: Pattern
    unspoken: Mapping[tuple[str, str], Pattern]
    """Of facts with their value where no word is on them: those words."""
    numbers: Mapping[str, Pattern]
    statement: Mapping[str, Pattern]
    cues: Mapping[str, Pattern]

    def spans(self, pattern: Pattern, sentence: str) -> Iterator[tuple[int, int]]:
        """Give the places of a pattern in a folded sentence, as whole words if the language has any."""
        return pattern.words(sentence) if self.whole_words else pattern.spans(sentence)


def _form(name: str) -> Form:
    path = f"lexicons/{name}.toml"
    return Form(resources.files("rules.claims.screening").joinpath(path).read_text(encoding="utf-8"), path)


def read_file(language: str) -> LexiconFile:
    """Read the data of one language.

    Raises:
        ClaimLexiconError: the file is not as it must be.
    """
    return _form(language).read(LexiconFile)


def build(form: Form) -> ClaimLexicon:
    """Make a lexicon ready to match.

    Raises:
        ClaimLexiconError: the file is not as it must be, a pattern cannot be read or matches where nothing stands, a
            pattern of years has no group `year`, an id is used twice, or a term settles no type and leaves fewer than
            two possible; every problem is named with its line.
    """
    file = form.read(LexiconFile)
    whole = file.language != "zh"
    _check_ids(form, file)
    lexicon = ClaimLexicon(
        language=file.language,
        whole_words=whole,
        terms=tuple(_term(form, number, entry, whole_words=whole) for number, entry in enumerate(file.term)),
        masks=tuple(
            Mask(entry, form.pattern(("mask", number, "pattern"), entry.pattern))
            for number, entry in enumerate(file.mask)
        ),
        policies=tuple(
            Policy(
                form.pattern(("policy", number, "pattern"), entry.pattern),
                form.pattern(("policy", number, "unless"), entry.unless),
            )
            for number, entry in enumerate(file.policy)
        ),
        negation=Negation(**_patterns(form, "negation", dict(file.negation))),
        qualifiers=_patterns(form, "qualifier", file.qualifier),
        levels=_patterns(form, "level", file.level),
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
    for part in _WITH_YEAR:
        if not lexicon.numbers[part].gives_year:
            form.blame(("number", part), "has no group for the year; write (?P<year>...) around it")
    form.settle()
    return lexicon


def _check_ids(form: Form, file: LexiconFile) -> None:
    ids = [
        *((("term", number, "id"), entry.id) for number, entry in enumerate(file.term)),
        *((("mask", number, "id"), entry.id) for number, entry in enumerate(file.mask)),
        *((("policy", number, "id"), entry.id) for number, entry in enumerate(file.policy)),
    ]
    used = Counter(name for _, name in ids)
    for place, name in ids:
        if used[name] > 1:
            form.blame(place, f"'{name}' is used {used[name]} times; give each its own")


def _patterns(form: Form, table: str, sources: Mapping[_Part, str]) -> dict[_Part, Pattern]:
    return {part: form.pattern((table, part), source) for part, source in sources.items()}


def _term(form: Form, number: int, entry: TermEntry, *, whole_words: bool) -> Term:
    if not entry.types and len(entry.possible_types) < 2:
        form.blame(("term", number, "types"), "is empty, so possible_types must name at least two")

    def compiled(part: str, source: str, make: Callable[[str], Pattern] = Pattern) -> Pattern | None:
        return form.pattern(("term", number, part), source, make) if source else None

    return Term(
        entry=entry,
        pattern=form.pattern(("term", number, "pattern"), entry.pattern),
        before=compiled("before", entry.before, partial(ending, whole_words=whole_words)),
        after=compiled("after", entry.after, beginning),
        needs=compiled("needs", entry.needs),
    )


@cache
def lexicon(language: str) -> ClaimLexicon:
    """Load the lexicon of a covered language.

    Raises:
        ClaimLexiconError: it cannot be read.
    """
    return build(_form(language))


@cache
def abbreviations() -> frozenset[str]:
    """Give the abbreviations of all languages, after which a full stop ends no sentence."""
    return frozenset(word.rstrip(".").casefold() for language in COVERED for word in read_file(language).abbreviations)
