"""Relevance of facts by claim type (`kinds.toml`), and their values where no such claim is made.

For example, an unfair comparison says nothing about the recyclable cup in the same text, and a claim that compares
nothing is not unfair.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from typing import Annotated

from pydantic import Field

from rules.claims.screening.candidates import CLAIM_TYPES
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.inputs import FrozenModel

_Names = Annotated[frozenset[str], Field(min_length=1)]


class _FactRelevance(FrozenModel):
    """The claim types that a fact is about, and its value if all is in order."""

    types: _Names
    in_order: Annotated[str, Field(min_length=1)] = "true"


class _FactRelevanceFile(FrozenModel):
    carbon: _Names
    properties: _Names
    compensation: _Names
    facts: dict[str, _FactRelevance]


def read_fact_relevance(text: str, name: str) -> _FactRelevanceFile:
    """Read which fact is about which kind of claim; every problem of the file is refused with its line."""
    form = TomlSource(text, name)
    kinds = form.read(_FactRelevanceFile)
    places = {("carbon",): kinds.carbon, ("properties",): kinds.properties}
    for path, types in (places | {("facts", name, "types"): fact.types for name, fact in kinds.facts.items()}).items():
        for kind in sorted(types.difference(CLAIM_TYPES)):
            form.blame(path, f"names {kind!r}, which is no claim type; take one of {', '.join(CLAIM_TYPES)}")
    for fact in sorted(kinds.compensation & kinds.facts.keys()):
        form.blame(("facts", fact), "is in 'compensation' too; take it out of one of the two")
    form.settle()
    return kinds


_FACT_RELEVANCE = read_fact_relevance(
    resources.files("rules.claims").joinpath("kinds.toml").read_text(encoding="utf-8"), "kinds.toml"
)
CARBON: frozenset[str] = _FACT_RELEVANCE.carbon
"""Claim types that offsets can be about."""
PROPERTIES: frozenset[str] = _FACT_RELEVANCE.properties
"""Claim types about one property of a thing, which offsets cannot be about."""
KINDS: dict[str, frozenset[str]] = {fact: each.types for fact, each in _FACT_RELEVANCE.facts.items()}
"""Facts that say of a kind of claim what is in order about it, with the claim types of that kind."""


def irrelevant_facts(facts: Iterable[str], kinds: Iterable[str], around: frozenset[str]) -> frozenset[str]:
    """Name the facts about all claims that are not about one of these kinds; `around` are those of all claims."""
    own = frozenset(kinds)
    return frozenset(fact for fact in facts if _is_about_others(fact, own, around))


def _is_about_others(fact: str, own: frozenset[str], others: frozenset[str]) -> bool:
    if fact in _FACT_RELEVANCE.compensation:
        return bool(own) and own <= _FACT_RELEVANCE.properties
    return fact in KINDS and not own & KINDS[fact] and bool(others & KINDS[fact])


def irrelevant_fact_values(kinds: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give what is in order because a claim of these kinds is none of another."""
    own = frozenset(kinds)
    values: dict[str, tuple[str, ...]] = {
        fact: (each.in_order,) for fact, each in _FACT_RELEVANCE.facts.items() if own and not own & each.types
    }
    if own and own <= _FACT_RELEVANCE.properties:
        values |= dict.fromkeys(_FACT_RELEVANCE.compensation, ("false",))
    return values
