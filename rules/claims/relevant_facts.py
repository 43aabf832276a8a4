"""Relevance of facts by claim type (`kinds.toml`), and their values for claims of other types."""

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
    types: _Names
    in_order: Annotated[str, Field(min_length=1)] = "true"


class _FactRelevanceFile(FrozenModel):
    carbon: _Names
    properties: _Names
    compensation: _Names
    facts: dict[str, _FactRelevance]


def read_fact_relevance(text: str, name: str) -> _FactRelevanceFile:
    """Read the claim types that each fact concerns.

    Raises:
        ClaimLexiconError: If the file is invalid.
    """
    form = TomlSource(text, name)
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


_FACT_RELEVANCE = read_fact_relevance(
    resources.files("rules.claims").joinpath("kinds.toml").read_text(encoding="utf-8"), "kinds.toml"
)
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
