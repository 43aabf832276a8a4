"""Screening data model: result, candidates, masked words, and types of claims and qualifiers.

The answer is a `ScreeningResult`; all places are character offsets of the text as given: `text[start:end] == quote`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from rules.contracts.inputs import FrozenModel

Category = Literal[
    "generic", "social_mix", "energy_efficiency", "neutral", "negative", "future", "comparative", "recycling",
    "degradability", "renewable", "free_of", "label", "avoided", "contribution", "footprint", "durability",
    "repairability", "legal_requirement", "absolute", "statement", "heard", "given",
]  # fmt: skip
ClaimType = Literal[
    "generic", "social_mix", "specific_attribute", "quantified_pcf", "comparative", "absolute", "future",
    "neutral_offset", "neutral_no_offset", "net_zero", "negative_carbon", "removal", "contribution",
    "avoided_handprint", "label", "name", "recycled_content", "recyclable", "degradable", "compostable",
    "renewable_energy", "renewable_material", "free_of", "energy_efficiency", "durability", "repairability",
    "imagery_only", "legal_requirement", "irrelevant_benefit",
]  # fmt: skip
Level = Literal[
    "product", "category", "packaging", "component", "process", "service", "site", "event", "brand", "trader",
    "financial_product",
]  # fmt: skip
Confidence = Literal["high", "medium", "low"]
"""high: words made for claiming; medium: a sentence on what is done for the environment; low: vague, or outweighed."""
MaskReason = Literal[
    "name", "colour", "technical_term", "official_mark", "policy_context", "reported", "outweighed", "worse"
]  # fmt: skip
"""reported: asked, or said or demanded by others; outweighed: the rest of its sentence is on something else;
worse: what is told got worse, or an aim was missed."""
QualifierKind = Literal["part", "condition", "method", "offset", "no_offset", "comparison", "link", "code"]
Placement = Literal["same_sentence", "adjacent", "footnote", "same_text", "linked_url", "qr"]
"""adjacent: at most 90 characters away; same_text: farther; linked_url and qr: only a pointer to it stands here."""
Direction = Literal["reduction", "increase"]
NotScreened = Literal["no_lexicon", "language_undetermined"]
Balance = Literal["cautious", "balanced", "keen"]
"""How readily a sentence without words of claim is heard as one: rather too seldom, in between, rather too often."""

CATEGORIES: tuple[Category, ...] = get_args(Category)
CLAIM_TYPES: tuple[ClaimType, ...] = get_args(ClaimType)
NEUTRAL_TYPES = frozenset[ClaimType]({"neutral_offset", "neutral_no_offset", "net_zero", "negative_carbon"})
"""Claims that something leaves the climate as it was, or better."""
LEVELS: tuple[Level, ...] = get_args(Level)
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
BALANCES: tuple[Balance, ...] = get_args(Balance)


class TextSpan(FrozenModel):
    """A place in the text as given, and what stands there."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> TextSpan:
        """Give a place of a text."""
        return TextSpan(start=start, end=end, quote=text[start:end])

    @property
    def plain(self) -> TextSpan:
        """The place without what else is known of it."""
        return TextSpan(start=self.start, end=self.end, quote=self.quote)


class CellHeads(NamedTuple):
    """A cell of a table in a text, and what the heads of its row and column say, without which it says little."""

    start: int
    end: int
    words: str


class MatchedTerm(TextSpan):
    """The words that made the candidate, and the entry of the lexicon that they are."""

    term: str
    category: Category


class Qualifier(TextSpan):
    """Words that may limit or explain a claim, and where they stand; whether they suffice is not asked here."""

    kind: QualifierKind
    placement: Placement


class Quantity(TextSpan):
    """A number of the sentence: its value as a plain decimal, its unit, and what it is set against."""

    value: str
    unit: str
    direction: Direction | None = None
    comparator: TextSpan | None = None
    base_year: int | None = None


class MatchedLevel(TextSpan):
    """What the claim is about, and the word that says so."""

    level: Level


class MatchedLabel(TextSpan):
    """The label that is named."""

    name: str


class Candidate(TextSpan):
    """A statement that may be an environmental claim.

    `types` are settled by the text; of `possible_types` the text leaves open which one holds. An absent level, scope
    or year is one that the sentence does not name. Of a hundred sentences that sound so, `percent` are claims; absent
    if its language was never learned.
    """

    sentence: TextSpan
    language: str
    categories: tuple[Category, ...]
    types: tuple[ClaimType, ...]
    possible_types: tuple[ClaimType, ...] = ()
    confidence: Confidence
    percent: int | None = None
    negated: bool = False
    level: MatchedLevel | None = None
    asserted_scope: Literal["whole", "part"] | None = None
    superlative: bool = False
    qualifiers: tuple[Qualifier, ...] = ()
    numbers: tuple[Quantity, ...] = ()
    labels: tuple[MatchedLabel, ...] = ()
    target_years: tuple[int, ...] = ()
    terms: tuple[MatchedTerm, ...]

    @property
    def kinds(self) -> tuple[ClaimType, ...]:
        """The types that it has or may have."""
        return (*self.types, *self.possible_types)


class MaskedWords(TextSpan):
    """Words that look like a claim and are none, and why."""

    reason: MaskReason
    term: str


class Segment(FrozenModel):
    """A stretch of text and its languages; what has a reason was not screened, so nothing is known of its claims."""

    start: int
    end: int
    languages: tuple[str, ...]
    not_screened: NotScreened | None = None


class UnflaggedSentence(TextSpan):
    """A sentence in which nothing was found; `percent` says, as of a candidate, how many that sound so are claims."""

    language: str
    percent: int


class ScreeningResult(FrozenModel):
    """What was found in a text, in the order of the text.

    `unheard` is, of all sentences without anything found, the one that sounds most like a claim; `hearing` how readily
    sentences were heard as claims, if at all.
    """

    length: int
    segments: tuple[Segment, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    masked: tuple[MaskedWords, ...] = ()
    hearing: Balance | None = None
    unheard: UnflaggedSentence | None = None

    @property
    def fully_screened(self) -> bool:
        """Say whether every segment was screened; only then does no candidate mean that none was found."""
        return all(segment.not_screened is None for segment in self.segments)
