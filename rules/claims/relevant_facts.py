"""Relevance of facts by claim type (`kinds.toml`), their values for other claims, and effects on the climate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from rules.claims.screening.candidates import CLAIM_TYPES, NEUTRAL_TYPES, Candidate
from rules.claims.screening.folding import fold
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.inputs import FrozenModel

_Names = Annotated[frozenset[str], Field(min_length=1)]


class _FactRelevance(FrozenModel):
    types: _Names
    in_order: Annotated[str, Field(min_length=1)] = "true"


class _FactRelevanceFile(FrozenModel):
    carbon: _Names
    properties: _Names
    compensation: _Names
    facts: dict[str, _FactRelevance]


def read_fact_relevance(form: TomlSource) -> _FactRelevanceFile:
    """Read the claim types that each fact concerns.

    Raises:
        ClaimLexiconError: If the file is invalid.
    """
    kinds = form.read(_FactRelevanceFile)
    types_by_path = {("carbon",): kinds.carbon, ("properties",): kinds.properties}
    for path, types in (
        types_by_path | {("facts", name, "types"): fact.types for name, fact in kinds.facts.items()}
    ).items():
        for kind in sorted(types.difference(CLAIM_TYPES)):
            form.blame(path, f"names {kind!r}, which is no claim type; take one of {', '.join(CLAIM_TYPES)}")
    for fact in sorted(kinds.compensation & kinds.facts.keys()):
        form.blame(("facts", fact), "is in 'compensation' too; take it out of one of the two")
    form.settle()
    return kinds


_FACT_RELEVANCE = read_fact_relevance(TomlSource.of("kinds.toml", "rules.claims"))
CARBON: frozenset[str] = _FACT_RELEVANCE.carbon
PROPERTIES: frozenset[str] = _FACT_RELEVANCE.properties
KINDS: dict[str, frozenset[str]] = {fact: each.types for fact, each in _FACT_RELEVANCE.facts.items()}
"""Facts that concern only some claim types, with those types."""


def irrelevant_facts(facts: Iterable[str], kinds: Iterable[str], around: frozenset[str]) -> frozenset[str]:
    """Return the facts that are irrelevant to a claim of these kinds.

    Facts on compensation are irrelevant to mere property claims; other facts, if only claims `around` have their types.
    """
    own = frozenset(kinds)
    return frozenset(fact for fact in facts if _is_about_others(fact, own, around))


def _is_about_others(fact: str, own: frozenset[str], others: frozenset[str]) -> bool:
    if fact in _FACT_RELEVANCE.compensation:
        return bool(own) and own <= _FACT_RELEVANCE.properties
    return fact in KINDS and not own & KINDS[fact] and bool(others & KINDS[fact])


def irrelevant_fact_values(kinds: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the compliant values of facts that cannot concern a claim of these kinds."""
    own = frozenset(kinds)
    values: dict[str, tuple[str, ...]] = {
        fact: (each.in_order,) for fact, each in _FACT_RELEVANCE.facts.items() if own and not own & each.types
    }
    if own and own <= _FACT_RELEVANCE.properties:
        values |= dict.fromkeys(_FACT_RELEVANCE.compensation, ("false",))
    return values


ON_CARBON = re.compile(
    r"co2|carbon|karbon|klima|clim|emission|emisi|ghg|\bges\b|global warming|greenhouse|treibhaus|effet de serre"
    r"|broeikas|effetto serra|gas serra|efecto invernadero|drivhus|vaxthus|koolstof|koldioxid|kulstof|kuldioxid"
    r"|utslapp|udledning|uitstoot|(?<!water )(?<!water-)footprint|(?<!wasser)fussabdruck|(?<!water)voetafdruk"
    r"|(?<!vand)aftryk|(?<!vatten)avtryck|empreinte(?! (hydrique|eau|en eau|d'eau))|huella(?! (hidrica|de agua))"
    r"|impronta(?! idrica)|碳|气候|排放|温室|(?<!水)足迹"
)
_NO_OFFSET_CLAIMS = CARBON | PROPERTIES


def is_climate_effect(claim: Candidate) -> bool:
    """Return whether a claim is about a climate effect, so that it is an offset claim if offsets are used.

    Its own words decide, with any verb: emissions may be deleted, cancelled or neutralised.
    """
    if claim.negated or _NO_OFFSET_CLAIMS.intersection(claim.types):
        return False
    if NEUTRAL_TYPES.intersection(claim.possible_types):
        return True
    folded = fold(claim.sentence.quote)
    return any(
        claim.sentence.start + start < claim.end and claim.start < claim.sentence.start + end
        for start, end in (folded.place(*match.span()) for match in ON_CARBON.finditer(folded.text))
    )
