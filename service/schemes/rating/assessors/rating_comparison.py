"""Comparison and merge of assessors' ratings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING

from rules.api import read_subject
from rules.contracts import (
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    InputError,
    Locator,
    Violation,
    convert,
    message_factory,
    parse_decimal_or_ratio,
)
from service.base import instants
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem
from service.input.workbook.input_file import read_subject_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from rules.contracts import Rating, Subject, Verification
    from rules.model import FactDefinition, Scorecard
    from service.input.dossier.dossier_reader import Dossier


_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Ratings in one file, by one or several assessors."""

    file: str
    dossier: Dossier

    @property
    def subject(self) -> Subject:
        return self.dossier.subject

    @property
    def persons(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(rating.person for fact in self.subject.facts for rating in fact.ratings))

    def declared(self, fact: str) -> Iterator[DeclaredFact]:
        return (declared for declared in self.subject.facts if declared.id == fact)

    def problems(self, violations: Iterable[Violation]) -> list[Problem]:
        return with_file_name(self.file, self.dossier.located(InputError(tuple(violations))).problems)


def with_file_name(file: str, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems, with `file` added where the file name is missing."""
    return [
        replace(problem, position=replace(problem.position or FilePosition(1, 1), file=file))
        if problem.position is None or not problem.position.file
        else problem
        for problem in problems
    ]


def read_assessments(paths: Sequence[Path], scorecard: Scorecard) -> tuple[Assessment, ...]:
    """Read and check the files of at least two assessors.

    Raises:
        InputError: If there are fewer than two files.
        PlacedError: If files are invalid or contradictory.
    """
    if len(paths) < 2:
        description = _message("TWO_ASSESSORS")
        raise InputError((Violation("FILES", description, "NOT_FOUND"),))
    problems: list[Problem] = []
    assessments: list[Assessment] = []
    for path in paths:
        try:
            assessments.append(Assessment(str(path), _read_dossier(path, scorecard)))
        except PlacedError as error:
            problems += with_file_name(str(path), error.problems)
    if not problems:
        problems += _contradictions(assessments)
    if problems:
        raise PlacedError(problems)
    return tuple(assessments)


def _read_dossier(path: Path, scorecard: Scorecard) -> Dossier:
    today = instants.now()[:10]
    dossier = read_subject_file(path, scorecard, as_of=today, settings={})
    try:
        read_subject(scorecard, dossier.subject)
    except InputError as error:
        raise dossier.located(error) from None
    return dossier


def _contradictions(assessments: Sequence[Assessment]) -> list[Problem]:
    first, *others = assessments
    problems: list[Problem] = []
    rating: dict[str, str] = {}
    for assessment in assessments:
        if not assessment.persons:
            description = _message("NOBODY_RATES")
            problems += assessment.problems([Violation("facts", description, "NO_RATINGS")])
        for person in assessment.persons:
            if person in rating:
                description = _message("RATES_ALREADY", person=person, file=rating[person])
                problems += assessment.problems([Violation("assessor", description, "REPEATED_PERSON")])
            rating.setdefault(person, assessment.file)
    for other in others:
        if other.subject.subject != first.subject.subject:
            description = _message(
                "OTHER_SUBJECT", found=other.subject.subject, wanted=first.subject.subject, file=first.file
            )
            problems += other.problems([Violation("subject", description, "OTHER_SUBJECT")])
        ours, theirs = first.subject.settings, other.subject.settings
        for setting in sorted({*ours, *theirs}):
            if ours.get(setting) != theirs.get(setting):
                description = _message(
                    "OTHER_SETTING", found=theirs.get(setting, ""), other=ours.get(setting, ""), file=first.file
                )
                problems += other.problems([Violation(f"settings[{setting}]", description, "OTHER_SETTING")])
    return problems


def merge(
    assessments: Sequence[Assessment],
    comparison: RatingComparison,
    scorecard: Scorecard,
    settled: dict[str, Verification],
) -> Subject:
    """Merge ratings and evidence; verifications in `settled` take precedence.

    Raises:
        PlacedError: If the files contradict each other.
    """
    problems = [*_plain_contradictions(comparison), *_verification_contradictions(assessments, settled)]
    evidence, wrong = _evidence(assessments)
    problems += wrong
    if problems:
        raise PlacedError(problems)
    facts = [_fact(definition.id, assessments, settled) for definition in scorecard.facts]
    first = assessments[0].subject
    return first.model_copy(
        update={"facts": tuple(fact for fact in facts if fact is not None), "evidence": tuple(evidence)}
    )


def _fact(id: str, assessments: Sequence[Assessment], settled: dict[str, Verification]) -> DeclaredFact | None:
    facts = [fact for assessment in assessments for fact in assessment.declared(id)]
    verification = settled.get(id) or next((fact.verification for fact in facts if fact.verification), None)
    ratings = tuple(rating for fact in facts for rating in fact.ratings)
    located = [place for fact in reversed(facts) for place in fact.places]
    places = tuple({(place.evidence, place.record, place.field): place for place in located}.values())
    if ratings:
        return DeclaredFact(id=id, ratings=ratings, verification=verification, places=places)
    values = _own_values(facts)
    if not values:
        return None
    cited = tuple(dict.fromkeys(chain.from_iterable(value.evidence for value in values)))
    value = values[0].model_copy(update={"evidence": cited})
    return DeclaredFact(id=id, value=value, verification=verification, places=places)


def _plain_contradictions(comparison: RatingComparison) -> list[Problem]:
    problems: list[Problem] = []
    for difference in comparison.plain:
        (first, first_fact), *others = difference.declarations
        path = f"facts[{difference.definition.id}]"
        for other, fact in others:
            if bool(fact.ratings) != bool(first_fact.ratings):
                rating, bare = (first, other) if first_fact.ratings else (other, first)
                description = _message("RATED_AND_PLAIN", rating=rating.file, plain=bare.file)
            else:
                description = _message("PLAIN_DIFFER", file=other.file, other=first.file)
            problems += other.problems([Violation(path, description, "VALUES_DIFFER")])
    return problems


def _verification_contradictions(assessments: Sequence[Assessment], settled: dict[str, Verification]) -> list[Problem]:
    seen: dict[str, tuple[Assessment, Verification]] = {}
    problems: list[Problem] = []
    for assessment in assessments:
        for fact in assessment.subject.facts:
            if fact.verification is None or fact.id in settled:
                continue
            first, first_verification = seen.setdefault(fact.id, (assessment, fact.verification))
            if first_verification != fact.verification:
                description = _message("VERIFIED_OTHERWISE", file=first.file)
                problems += assessment.problems(
                    [Violation(f"facts[{fact.id}].verification", description, "VALUES_DIFFER")]
                )
    return problems


def _evidence(assessments: Sequence[Assessment]) -> tuple[list[EvidenceItem], list[Problem]]:
    items: dict[str, tuple[Assessment, EvidenceItem]] = {}
    problems: list[Problem] = []
    for assessment in assessments:
        for item in assessment.subject.evidence:
            first, first_item = items.setdefault(item.id, (assessment, item))
            ours, theirs = _without_locator(first_item), _without_locator(item)
            differing = [name for name in EvidenceItem.model_fields if getattr(ours, name) != getattr(theirs, name)]
            for name in differing:
                text, other = (str(getattr(part, name) or "")[:70] for part in (theirs, ours))
                description = _message("EVIDENCE_DIFFERS", found=text, other=other, file=first.file)
                problems += assessment.problems(
                    [Violation(f"evidence[{item.id}].{name}", description, "VALUES_DIFFER")]
                )
    return [item for _, item in items.values()], problems


def _without_locator(item: EvidenceItem) -> EvidenceItem:
    return item.model_copy(update={"locator": Locator()})


Meaning = Fraction | DeclaredValue
"""A number in the unit of the fact, or a normalized value without evidence."""


@dataclass(frozen=True, slots=True)
class RatedFact:
    """A fact with its ratings; `apart` is the range of numeric ratings in the fact's unit."""

    definition: FactDefinition
    ratings: tuple[Rating, ...]
    apart: Fraction | None
    agree: bool
    verification: Verification | None = None

    @property
    def weight(self) -> Fraction:
        low, high = self.definition.at_least, self.definition.at_most
        if self.apart is None or low is None or high is None or low == high:
            return Fraction(1)
        return self.apart / (high - low)


@dataclass(frozen=True, slots=True)
class UnratedDifference:
    """A fact with different values, at least one unrated."""

    definition: FactDefinition
    declarations: tuple[tuple[Assessment, DeclaredFact], ...]


@dataclass(frozen=True, slots=True)
class RatingComparison:
    """Comparison of assessors; `differing` begins with the largest difference."""

    subject: str
    persons: tuple[str, ...]
    rated: tuple[RatedFact, ...]
    plain: tuple[UnratedDifference, ...]

    @property
    def agreed(self) -> tuple[RatedFact, ...]:
        return tuple(fact for fact in self.rated if len(fact.ratings) > 1 and fact.agree)

    @property
    def differing(self) -> tuple[RatedFact, ...]:
        differing = (fact for fact in self.rated if not fact.agree)
        return tuple(sorted(differing, key=lambda fact: -fact.weight))

    @property
    def single(self) -> tuple[RatedFact, ...]:
        return tuple(fact for fact in self.rated if len(fact.ratings) == 1)

    @property
    def compared(self) -> int:
        return len(self.agreed) + len(self.differing)

    @property
    def share(self) -> Fraction | None:
        return Fraction(len(self.agreed), self.compared) if self.compared else None

    @property
    def unsettled(self) -> tuple[RatedFact, ...]:
        return tuple(fact for fact in self.differing if fact.verification is None)


def compare_ratings(
    assessments: Sequence[Assessment], scorecard: Scorecard, settled: dict[str, Verification] | None = None
) -> RatingComparison:
    """Compare ratings; `settled` adds later moderation results."""
    rated: list[RatedFact] = []
    plain: list[UnratedDifference] = []
    for definition in scorecard.facts:
        pairs = [(assessment, fact) for assessment in assessments for fact in assessment.declared(definition.id)]
        if _has_contradiction(definition, pairs):
            plain.append(UnratedDifference(definition, tuple(pairs)))
        ratings = tuple(rating for _, fact in pairs for rating in fact.ratings)
        if ratings:
            verifications = (fact.verification for _, fact in pairs if fact.verification is not None)
            verification = (settled or {}).get(definition.id) or next(verifications, None)
            rated.append(_rated_fact(definition, ratings, verification))
    persons = tuple(person for assessment in assessments for person in assessment.persons)
    return RatingComparison(assessments[0].subject.subject, persons, tuple(rated), tuple(plain))


def comparable_value(definition: FactDefinition, value: DeclaredValue) -> Meaning:
    """Return a normalized value, for comparison by equality."""
    if value.number is not None:
        return convert(parse_decimal_or_ratio(value.number), value.unit or "", definition.unit)
    choices = None if value.choices is None else tuple(sorted(value.choices))
    return value.model_copy(update={"evidence": (), "unit": None, "choices": choices})


def _own_values(facts: Iterable[DeclaredFact]) -> list[DeclaredValue]:
    values = [fact.value for fact in facts if fact.value is not None]
    return [value for value in values if value.model_copy(update={"evidence": (), "unit": None}) != DeclaredValue()]


def _rated_fact(
    definition: FactDefinition, ratings: tuple[Rating, ...], verification: Verification | None
) -> RatedFact:
    values = [comparable_value(definition, rating.value) for rating in ratings]
    numbers = [value for value in values if isinstance(value, Fraction)]
    apart = max(numbers) - min(numbers) if len(numbers) == len(values) else None
    return RatedFact(definition, ratings, apart, all(value == values[0] for value in values), verification)


def _has_contradiction(definition: FactDefinition, pairs: Sequence[tuple[Assessment, DeclaredFact]]) -> bool:
    values = _own_values(fact for _, fact in pairs)
    rated = any(fact.ratings for _, fact in pairs)
    return bool(values) and (
        rated or any(comparable_value(definition, value) != comparable_value(definition, values[0]) for value in values)
    )
