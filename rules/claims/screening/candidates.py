"""What does a screening answer: candidate claims with their exact places, what was masked, what was not screened?

All places are character offsets of the text as given: `text[start:end] == quote`. Nothing here is a verdict.
"""

from __future__ import annotations

from typing import Literal

from rules.claims.screening.kinds import (
    Balance,
    Category,
    ClaimType,
    Confidence,
    Direction,
    Level,
    MaskReason,
    NotScreened,
    Placement,
    QualifierKind,
)
from rules.contracts.inputs import Frozen


class Span(Frozen):
    """A place in the text as given, and what stands there."""

    start: int
    end: int
    quote: str


class TermFound(Span):
    """The words that made the candidate, and the entry of the lexicon that they are."""

    term: str
    category: Category


class Qualifier(Span):
    """Words that may limit or explain a claim, and where they stand; whether they suffice is not asked here."""

    kind: QualifierKind
    placement: Placement


class Quantity(Span):
    """A number of the sentence: its value as a plain decimal, its unit, and what it is set against."""

    value: str
    unit: str
    direction: Direction | None = None
    comparator: Span | None = None
    base_year: int | None = None


class LevelFound(Span):
    """What the claim is about, and the word that says so."""

    level: Level


class LabelFound(Span):
    """The label that is named."""

    name: str


class Candidate(Frozen):
    """A statement that may be an environmental claim.

    `types` are settled by the text; of `possible_types` the text leaves open which one holds. An absent level, scope
    or year is one that the sentence does not name. Of a hundred sentences that sound so, half of all being claims,
    `percent` are claims; absent if its language was never learned.
    """

    start: int
    end: int
    quote: str
    sentence: Span
    language: str
    categories: tuple[Category, ...]
    types: tuple[ClaimType, ...]
    possible_types: tuple[ClaimType, ...] = ()
    confidence: Confidence
    percent: int | None = None
    negated: bool = False
    level: LevelFound | None = None
    asserted_scope: Literal["whole", "part"] | None = None
    superlative: bool = False
    qualifiers: tuple[Qualifier, ...] = ()
    numbers: tuple[Quantity, ...] = ()
    labels: tuple[LabelFound, ...] = ()
    target_years: tuple[int, ...] = ()
    terms: tuple[TermFound, ...]


class Masked(Span):
    """Words that look like a claim and are none, and why."""

    reason: MaskReason
    term: str


class Segment(Frozen):
    """A stretch of text and its languages; what has a reason was not screened, so nothing is known of its claims."""

    start: int
    end: int
    languages: tuple[str, ...]
    not_screened: NotScreened | None = None


class Unheard(Span):
    """A sentence in which nothing was found; `percent` says, as of a candidate, how many that sound so are claims."""

    language: str
    percent: int


class ScreeningResult(Frozen):
    """What was found in a text, in the order of the text.

    `unheard` is, of all sentences without anything found, the one that sounds most like a claim; `hearing` how readily
    sentences were heard as claims, if at all.
    """

    length: int
    segments: tuple[Segment, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    masked: tuple[Masked, ...] = ()
    hearing: Balance | None = None
    unheard: Unheard | None = None

    @property
    def fully_screened(self) -> bool:
        """Say whether every segment was screened; only then does no candidate mean that none was found."""
        return all(segment.not_screened is None for segment in self.segments)
