"""What may stand in a claim lexicon, and what must?"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from rules.claims.screening.kinds import Category, ClaimType, Confidence, Level, MaskReason, QualifierKind
from rules.contracts.inputs import Frozen


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
    thing: str
    improvement: str
    action: str


class CueEntry(Frozen):
    """Generic signs that a sentence speaks of deeds of the speaker, or of something else; never looked for alone."""

    own: str
    money: str
    risk: str
    rule: str
    report: str
    spoken: str
    market: str


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
    speaker: str
    term: tuple[TermEntry, ...]
    mask: tuple[MaskEntry, ...]
    policy: tuple[PolicyEntry, ...]
    negation: NegationEntry
    qualifier: dict[QualifierKind, str]
    level: dict[Level, str]
    unspoken: dict[Literal["true", "false"], dict[str, str]]
    number: NumberEntry
    statement: StatementEntry
    cue: CueEntry
