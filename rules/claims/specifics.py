"""Specific content of a claim: figures, bases of comparison, named aspects, and reasons (`specifics.toml`).

It refines the claim types of a screening: a statement with a figure is not generic, a promise about nature as a whole
is, and a statement that credits are bought is no neutrality claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rules.claims.screening.candidates import NEUTRAL_TYPES, Candidate, ClaimType, Level
from rules.claims.screening.folding import fold
from rules.claims.screening.lexicon import lexicon
from rules.claims.screening.patterns import Pattern
from rules.claims.screening.toml_validation import PatternField, TomlSource
from rules.contracts.inputs import FrozenModel


class _SpecificEntry(FrozenModel):
    language: str
    amount: PatternField
    base: PatternField
    aspect: PatternField
    vague: PatternField
    neutral: PatternField
    law: PatternField
    beyond: PatternField
    exhaust: PatternField
    stream: PatternField
    plan: PatternField
    lifetime: PatternField


class _SpecificFile(FrozenModel):
    specific: tuple[_SpecificEntry, ...]
    shown: dict[str, tuple[PatternField, ...]]


@cache
def _file() -> _SpecificFile:
    return TomlSource.of("specifics.toml", "rules.claims").load(_SpecificFile)


@cache
def _entries() -> dict[str, _SpecificEntry]:
    return {entry.language: entry for entry in _file().specific}


PARTS = ("stream", "plan")
"""Parts of the specific content that show a proof."""


def known_signs() -> frozenset[str]:
    """Return the names of the signs that a sentence shows a proof."""
    return frozenset((*PARTS, *_file().shown))


@lru_cache(maxsize=4_096)
def signs_of_proof(sentence: str, language: str) -> frozenset[str]:
    """Return the signs in a sentence that it shows a proof, which then only needs documents."""
    folded, content = fold(sentence).text, _content_of(sentence, language)
    patterns = (name for name, parts in _file().shown.items() if all(part.found(folded) for part in parts))
    return frozenset((*patterns, *(part for part in PARTS if getattr(content, part))))


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIGURE = re.compile(r"\d")
_NO_AMOUNT = re.compile(
    r"\b(?:19|20)\d\d\b|(?<!\d)20\d\d年|co ?2\w*|pm ?\d[.\d]*"
    r"|\b(?:din|en|iso|astm|gb/t|nf)(?:[ -](?:en|iso|d))* ?-?\d{4,}[\d:.-]*"
    r"|(?:scopes?|alcances?|ambit[oi]|范围)(?: ?(?:\d\b|,|and|und|et|y|e|og|och|en|to|-))+"
)
"""Digits that are no amount: years, formulas, standards and scopes."""
OWN_LEVELS: frozenset[Level] = frozenset({"trader", "brand", "site", "financial_product"})
"""Subjects that are no products: Annex I point 4c does not apply to them."""


class SpecificContent(NamedTuple):
    """Specific content of the sentence of a claim.

    `figure` is an amount, `base` the basis of a comparison, and `aspect` one named substance or resource. `vague` is
    nature or the planet as a whole, and `neutral` a word for neutrality. `stream` is the collection that recycles the
    material, `plan` are steps that are contracted, funded or verified, and `lifetime` is the time of use.
    """

    figure: bool = False
    base: bool = False
    aspect: bool = False
    vague: bool = False
    neutral: bool = False
    stream: bool = False
    plan: bool = False
    year: bool = False
    lifetime: bool = False

    @property
    def is_specific(self) -> bool:
        return self.figure or self.aspect


def specific_content(candidate: Candidate) -> SpecificContent:
    """Return the specific content of the sentence of a claim; only figures in other languages."""
    content = _content_of(candidate.sentence.quote, candidate.language)
    compared = any(number.comparator is not None or number.base_year is not None for number in candidate.numbers)
    return content._replace(
        figure=content.figure or bool(candidate.numbers),
        base=content.base or compared or any(each.kind == "comparison" for each in candidate.qualifiers),
    )


@lru_cache(maxsize=4_096)
def _content_of(sentence: str, language: str) -> SpecificContent:
    words, folded = _entries().get(language), fold(sentence).text
    if words is None:
        return SpecificContent()
    return SpecificContent(
        figure=_FIGURE.search(_NO_AMOUNT.sub(" ", folded)) is not None or _mentions(words.amount, folded, language),
        base=_mentions(words.base, folded, language),
        aspect=_mentions(words.aspect, folded, language),
        vague=_mentions(words.vague, folded, language),
        neutral=_mentions(words.neutral, folded, language),
        stream=_mentions(words.stream, folded, language),
        plan=_mentions(words.plan, folded, language),
        lifetime=_mentions(words.lifetime, folded, language),
        year=_YEAR.search(folded) is not None,
    )


def _mentions(pattern: Pattern, folded: str, language: str) -> bool:
    return lexicon(language).mentions(pattern, folded)


_EU_LICENCE = re.compile(r"\b[a-z]{2}/\d{2,3}/\d{2,5}\b")
_NO_BENEFIT = frozenset({"free_of", "legal_requirement", "specific_attribute"})


def is_self_evident(candidate: Candidate, kinds: frozenset[str]) -> bool:
    """Return whether the sentence of a claim of these types settles it: no further proof is needed.

    It names a legal duty as the reason, only denies emissions from the exhaust, or states the licence number of the EU
    Ecolabel, which is in a public register.
    """
    entry, language = _entries().get(candidate.language), candidate.language
    if entry is None or candidate.negated or not kinds:
        return False
    folded = fold(candidate.sentence.quote).text
    if "label" in kinds:
        return bool(candidate.labels) and _EU_LICENCE.search(folded) is not None
    if kinds <= _NO_BENEFIT:
        return _mentions(entry.law, folded, language) and not _mentions(entry.beyond, folded, language)
    return kinds <= NEUTRAL_TYPES and _mentions(entry.exhaust, folded, language)


def refined(candidates: Sequence[Candidate]) -> dict[Candidate, Candidate]:
    """Return the candidates of a text, with types that their sentences show."""
    claims_neutrality = [each for each in candidates if _claims_neutrality(each)]
    return {each: _refined(each, claims_neutrality) for each in candidates}


def _refined(candidate: Candidate, neutral: Iterable[Candidate]) -> Candidate:
    content = specific_content(candidate)
    if candidate.types == ("neutral_offset",) and not candidate.possible_types and not content.neutral:
        if not any(_is_about_goods_or_unnamed(each) for each in neutral) and not _is_about_goods(candidate):
            return candidate.model_copy(update={"types": ("contribution",)})
    elif candidate.categories == ("statement",) and content.vague and not content.is_specific:
        return candidate.model_copy(update={"types": ("generic",)})
    elif _may_be_about_lifetime(candidate) and content.lifetime and not content.vague:
        return candidate.model_copy(update={"types": ("durability",), "possible_types": ()})
    elif candidate.categories == ("heard",) and content.figure:
        compares = content.base or any(number.direction is not None for number in candidate.numbers)
        vague = frozenset({"generic"} if compares else {"generic", "comparative"})
        return candidate.model_copy(
            update={
                "types": _specified(candidate.types, vague),
                "possible_types": _specified(candidate.possible_types, vague),
            }
        )
    return candidate


def _may_be_about_lifetime(candidate: Candidate) -> bool:
    """Return whether a claim found by meaning is vague, or only possibly about repairs."""
    repairs_only = not candidate.types and candidate.possible_types == ("repairability",)
    return candidate.categories == ("heard",) and ("generic" in candidate.kinds or repairs_only)


def _specified(types: Sequence[ClaimType], vague: frozenset[str]) -> tuple[ClaimType, ...]:
    return tuple(dict.fromkeys("specific_attribute" if kind in vague else kind for kind in types))


def _claims_neutrality(candidate: Candidate) -> bool:
    neutral = not candidate.negated and bool(NEUTRAL_TYPES.intersection(candidate.kinds))
    return neutral and specific_content(candidate).neutral


def _is_about_goods_or_unnamed(claim: Candidate) -> bool:
    return claim.level is None or claim.level.level not in OWN_LEVELS


def _is_about_goods(candidate: Candidate) -> bool:
    return candidate.level is not None and _is_about_goods_or_unnamed(candidate)
