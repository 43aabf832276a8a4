"""Screening data model: result, candidates, masked words, and types of claims and qualifiers.

All positions are character offsets into the original text: `text[start:end] == quote`.
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
"""high: words made for claims; medium: a sentence on action for the environment; low: vague or outweighed."""
MaskReason = Literal[
    "name", "colour", "technical_term", "official_mark", "policy_context", "reported", "outweighed", "worse"
]  # fmt: skip
"""reported: a question, or a statement or demand of others; outweighed: the rest of the sentence has another subject;
worse: something got worse, or a target was missed.
"""
QualifierKind = Literal["part", "condition", "method", "offset", "no_offset", "comparison", "link", "code"]
Placement = Literal["same_sentence", "adjacent", "footnote", "same_text", "linked_url", "qr"]
"""adjacent: at most 90 characters away; same_text: farther; linked_url and qr: the text contains only a pointer."""
Direction = Literal["reduction", "increase"]
NotScreened = Literal["no_lexicon", "language_undetermined"]
Balance = Literal["cautious", "balanced", "keen"]
"""Readiness to detect claims without lexicon words: `cautious` misses some, `keen` reports too many."""

CATEGORIES: tuple[Category, ...] = get_args(Category)
CLAIM_TYPES: tuple[ClaimType, ...] = get_args(ClaimType)
NEUTRAL_TYPES = frozenset[ClaimType]({"neutral_offset", "neutral_no_offset", "net_zero", "negative_carbon"})
LEVELS: tuple[Level, ...] = get_args(Level)
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
BALANCES: tuple[Balance, ...] = get_args(Balance)


class TextSpan(FrozenModel):
    """A span of the original text and its quote."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> TextSpan:
        return TextSpan(start=start, end=end, quote=text[start:end])

    def overlaps(self, other: TextSpan) -> bool:
        return self.start < other.end and other.start < self.end

    @property
    def plain(self) -> TextSpan:
        return TextSpan(start=self.start, end=self.end, quote=self.quote)


HEAD_SEPARATOR = ", "


class CellHeads(NamedTuple):
    """A table cell with the texts of its row and column heads, which explain it, joined by HEAD_SEPARATOR."""

    start: int
    end: int
    words: str


class MatchedTerm(TextSpan):
    """Words that matched an entry of the lexicon."""

    term: str
    category: Category


class Qualifier(TextSpan):
    """Words that may limit or explain a claim, sufficient or not."""

    kind: QualifierKind
    placement: Placement


class Quantity(TextSpan):
    """A number in a sentence: decimal value, unit, and the basis of its comparison."""

    value: str
    unit: str
    direction: Direction | None = None
    comparator: TextSpan | None = None
    base_year: int | None = None


class MatchedLevel(TextSpan):
    """Words that name the subject of a claim."""

    level: Level


class MatchedLabel(TextSpan):
    """A label named in the text, with the licence or certificate number near it."""

    name: str
    licence: TextSpan | None = None


class Candidate(TextSpan):
    """A statement that may be an environmental claim.

    `types` are settled; it is undetermined which of the `possible_types` applies. `percent` is the estimated percentage
    of similar sentences that are claims, None without a score.
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
        return (*self.types, *self.possible_types)


class MaskedWords(TextSpan):
    """Words that look like a claim but are none, with the reason."""

    reason: MaskReason
    term: str


class Segment(FrozenModel):
    """A span of text with its languages. If `not_screened` is set, its claims are unknown."""

    start: int
    end: int
    languages: tuple[str, ...]
    not_screened: NotScreened | None = None


class UnflaggedSentence(TextSpan):
    """A sentence without findings; `percent` is the same as in `Candidate`."""

    language: str
    percent: int


class ScreeningResult(FrozenModel):
    """Findings in a text, in text order.

    `unheard` is the sentence without findings that is most likely a claim. `hearing` is None if only lexicons were
    used.
    """

    length: int
    segments: tuple[Segment, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    masked: tuple[MaskedWords, ...] = ()
    hearing: Balance | None = None
    unheard: UnflaggedSentence | None = None

    @property
    def fully_screened(self) -> bool:
        return all(segment.not_screened is None for segment in self.segments)
