"""Which kinds of claim, of claim words and of qualifier does the screening tell apart?

The claim types, levels and prominences are those of the claim model (`vocabulary.py`); categories are groups of words
in a lexicon, and one category can mean several types.
"""

from __future__ import annotations

from typing import Literal, get_args

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
MaskReason = Literal["name", "colour", "technical_term", "official_mark", "policy_context"]
QualifierKind = Literal["part", "condition", "method", "offset", "comparison", "link", "code"]
Placement = Literal["same_sentence", "adjacent", "footnote", "same_text", "linked_url", "qr"]
"""adjacent: at most 90 characters away; same_text: farther; linked_url and qr: only a pointer to it stands here."""
Direction = Literal["reduction", "increase"]
NotScreened = Literal["no_lexicon", "language_undetermined"]
Balance = Literal["cautious", "balanced", "keen"]
"""How readily a sentence without words of claim is heard as one: rather too seldom, in between, rather too often."""

CATEGORIES: tuple[Category, ...] = get_args(Category)
CLAIM_TYPES: tuple[ClaimType, ...] = get_args(ClaimType)
LEVELS: tuple[Level, ...] = get_args(Level)
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
BALANCES: tuple[Balance, ...] = get_args(Balance)
