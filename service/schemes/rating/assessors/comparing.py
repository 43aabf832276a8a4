"""On which facts do independent assessors agree, and by how much do they differ on the others?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue
from rules.contracts.numbers import parse_given
from rules.contracts.units import convert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts.inputs import DeclaredFact, Rating, Verification
    from rules.model.scorecard import FactDefinition, Scorecard
    from service.schemes.rating.assessors.assessments import Assessment

Meaning = Fraction | DeclaredValue
"""What a value says, whatever its unit, its evidence and the order of its choices."""


@dataclass(frozen=True, slots=True)
class RatedFact:
    """One fact with all its ratings; `apart` is the greatest distance of numbers, in the unit of the fact."""

    definition: FactDefinition
    ratings: tuple[Rating, ...]
    apart: Fraction | None
    agree: bool
    verification: Verification | None = None

    @property
    def weight(self) -> Fraction:
        """How large the difference is: the share of the domain, or everything where there is none to measure by."""
        low, high = self.definition.at_least, self.definition.at_most
        if self.apart is None or low is None or high is None or low == high:
            return Fraction(1)
        return self.apart / (high - low)


@dataclass(frozen=True, slots=True)
class PlainDifference:
    """A fact that some files give otherwise than others, at least one of them without rating it."""

    definition: FactDefinition
    given: tuple[tuple[Assessment, DeclaredFact], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All assessors of one subject beside each other; differences begin with the largest."""

    subject: str
    persons: tuple[str, ...]
    agreed: tuple[RatedFact, ...]
    differing: tuple[RatedFact, ...]
    single: tuple[RatedFact, ...]
    plain: tuple[PlainDifference, ...]

    @property
    def compared(self) -> int:
        """How many facts more than one person rates."""
        return len(self.agreed) + len(self.differing)

    @property
    def share(self) -> Fraction | None:
        """Which share of the facts that more than one person rates they agree on."""
        return Fraction(len(self.agreed), self.compared) if self.compared else None

    @property
    def unsettled(self) -> tuple[RatedFact, ...]:
        """The differences that nobody has moderated yet; these facts stay unknown."""
        return tuple(fact for fact in self.differing if fact.verification is None)


def compare(
    assessments: Sequence[Assessment], scorecard: Scorecard, settled: dict[str, Verification] | None = None
) -> Comparison:
    """Put the ratings of all assessors beside each other; `settled` holds what was moderated since."""
    agreed: list[RatedFact] = []
    differing: list[RatedFact] = []
    single: list[RatedFact] = []
    plain: list[PlainDifference] = []
    for definition in scorecard.facts:
        given = [(one, fact) for one in assessments for fact in one.subject.facts if fact.id == definition.id]
        if _contradict(definition, given):
            plain.append(PlainDifference(definition, tuple(given)))
        ratings = tuple(rating for _, fact in given for rating in fact.ratings)
        if not ratings:
            continue
        verifications = [fact.verification for _, fact in given if fact.verification is not None]
        verification = (settled or {}).get(definition.id) or next(iter(verifications), None)
        rated = _rated(definition, ratings, verification)
        (single if len(ratings) == 1 else agreed if rated.agree else differing).append(rated)
    persons = tuple(person for one in assessments for person in one.persons)
    differing.sort(key=lambda fact: -fact.weight)
    return Comparison(
        assessments[0].subject.subject, persons, tuple(agreed), tuple(differing), tuple(single), tuple(plain)
    )


def meaning(definition: FactDefinition, value: DeclaredValue) -> Meaning:
    """Give what a value says, so that two that say the same are equal."""
    if value.number is not None:
        return convert(parse_given(value.number), value.unit or "", definition.unit)
    choices = None if value.choices is None else tuple(sorted(value.choices))
    return value.model_copy(update={"evidence": (), "unit": None, "choices": choices})


def is_given(fact: DeclaredFact) -> bool:
    """Say whether a fact has a value of its own, without ratings; evidence alone is none."""
    return fact.value is not None and fact.value.model_copy(update={"evidence": (), "unit": None}) != DeclaredValue()


def _rated(definition: FactDefinition, ratings: tuple[Rating, ...], verification: Verification | None) -> RatedFact:
    said = [meaning(definition, rating.value) for rating in ratings]
    numbers = [one for one in said if isinstance(one, Fraction)]
    apart = max(numbers) - min(numbers) if len(numbers) == len(said) else None
    return RatedFact(definition, ratings, apart, all(one == said[0] for one in said), verification)


def _contradict(definition: FactDefinition, given: Sequence[tuple[Assessment, DeclaredFact]]) -> bool:
    values = [fact.value for _, fact in given if is_given(fact) and fact.value is not None]
    rated = any(fact.ratings for _, fact in given)
    return bool(values) and (rated or any(meaning(definition, one) != meaning(definition, values[0]) for one in values))
