"""Which words of a sentence make one claim together?

Words that overlap, or follow each other inside a clause, are one claim. A word that is no claim alone (a promise, an
absolute, a comparison) joins those that it touches, or else the nearest one; a promise joins all of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.claims.screening.kinds import CATEGORIES, CLAIM_TYPES, CONFIDENCES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.claims.screening.kinds import Category, ClaimType, Confidence
    from rules.claims.screening.matching import Hit

_GAP = 5
"""How many characters may stand between two words of one claim."""
_TOUCH = 3
"""How many between a claim and a modifier that is quoted with it."""
_CLAUSE = ",;:()、,。/"


@dataclass(slots=True)
class Group:
    """The words of one claim."""

    start: int
    end: int
    negated: bool
    hits: list[Hit] = field(default_factory=list)

    def add(self, hit: Hit) -> None:
        """Take in a word and what it spans."""
        self.hits.append(hit)
        self.start, self.end = min(self.start, hit.start), max(self.end, hit.end)

    @property
    def categories(self) -> tuple[Category, ...]:
        """Give the categories in their own order."""
        found = {hit.category for hit in self.hits}
        return tuple(category for category in CATEGORIES if category in found)

    @property
    def types(self) -> tuple[ClaimType, ...]:
        """Give the types that are settled."""
        found = {kind for hit in self.hits for kind in hit.types}
        return tuple(kind for kind in CLAIM_TYPES if kind in found)

    @property
    def possible_types(self) -> tuple[ClaimType, ...]:
        """Give the types that are left open: those of a word of which no type is settled by another."""
        settled = set(self.types)
        found = {
            kind for hit in self.hits if not settled.intersection(hit.possible_types) for kind in hit.possible_types
        }
        return tuple(kind for kind in CLAIM_TYPES if kind in found)

    @property
    def confidence(self) -> Confidence:
        """Give that of the surest word that can claim alone."""
        found = {hit.confidence for hit in self.hits if not hit.modifier}
        return next(confidence for confidence in CONFIDENCES if confidence in found)


def group(hits: Iterable[Hit], sentence: str) -> list[Group]:
    """Put the words of a sentence together into claims, in the order of the sentence."""
    groups: list[Group] = []
    modifiers: list[Hit] = []
    for hit in hits:
        if hit.modifier:
            modifiers.append(hit)
        elif groups and _joins(groups[-1], hit, sentence):
            groups[-1].add(hit)
        else:
            groups.append(Group(hit.start, hit.end, hit.negated, [hit]))
    for modifier in modifiers:
        touched = [each for each in groups if _touches(each, modifier, sentence)]
        for each in touched:
            each.add(modifier)
        for each in () if touched else _claims_of(modifier, groups):
            each.hits.append(modifier)
    return groups


def _touches(claim: Group, modifier: Hit, sentence: str) -> bool:
    between = sentence[min(claim.end, modifier.end) : max(claim.start, modifier.start)]
    return _distance(claim, modifier) <= _TOUCH and not any(mark in between for mark in _CLAUSE)


def _joins(before: Group, hit: Hit, sentence: str) -> bool:
    if hit.start < before.end:
        return True
    between = sentence[before.end : hit.start]
    return hit.negated == before.negated and len(between) <= _GAP and not any(mark in between for mark in _CLAUSE)


def _claims_of(modifier: Hit, groups: list[Group]) -> list[Group]:
    if not groups or modifier.category == "future":
        return groups
    return [min(groups, key=lambda each: (_distance(each, modifier), each.start))]


def _distance(claim: Group, hit: Hit) -> int:
    return max(hit.start - claim.end, claim.start - hit.end, 0)
