"""Comparison and merge of assessors' ratings: agreement, largest differences, and contradictions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
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
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from rules.contracts import Rating, Subject, Verification
    from rules.model import FactDefinition, Scorecard
    from service.input.dossier.dossier_reader import Dossier


_say = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What stands in one file: the ratings of one assessor, or of several who were put together before."""

    file: str
    dossier: Dossier

    @property
    def subject(self) -> Subject:
        """The subject as this file describes it."""
        return self.dossier.subject

    @property
    def persons(self) -> tuple[str, ...]:
        """Whoever rates in it, in the order of the facts."""
        return tuple(dict.fromkeys(rating.person for fact in self.subject.facts for rating in fact.ratings))

    def problems(self, violations: Iterable[Violation]) -> list[Problem]:
        """Give faults of fields the places of this file."""
        return with_file_name(self.file, self.dossier.located(InputError(tuple(violations))).problems)


def with_file_name(file: str, problems: Iterable[Problem]) -> list[Problem]:
    """Name the file of problems, so that those of several files can stand together."""
    return [
        replace(problem, position=replace(problem.position or FilePosition(1, 1), file=file))
        if problem.position is None or not problem.position.file
        else problem
        for problem in problems
    ]


def read_assessments(paths: Sequence[Path], scorecard: Scorecard) -> tuple[Assessment, ...]:
    """Read the dossiers or workbooks of the assessors of one subject."""
    if len(paths) < 2:
        description = _say("TWO_ASSESSORS")
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
    """Read one file, with everything refused that an evaluation would refuse."""
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
            description = _say("NOBODY_RATES")
            problems += assessment.problems([Violation("facts", description, "NO_RATINGS")])
        for person in assessment.persons:
            if person in rating:
                description = _say("RATES_ALREADY", person=person, file=rating[person])
                problems += assessment.problems([Violation("assessor", description, "REPEATED_PERSON")])
            rating.setdefault(person, assessment.file)
    for other in others:
        if other.subject.subject != first.subject.subject:
            description = _say(
                "OTHER_SUBJECT", found=other.subject.subject, wanted=first.subject.subject, file=first.file
            )
            problems += other.problems([Violation("subject", description, "OTHER_SUBJECT")])
        ours, theirs = first.subject.settings, other.subject.settings
        for setting in sorted({*ours, *theirs}):
            if ours.get(setting) != theirs.get(setting):
                description = _say(
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
    """Put all ratings under their facts, with all evidence and what was moderated; what is settled wins."""
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
    facts = [fact for assessment in assessments for fact in assessment.subject.facts if fact.id == id]
    verification = settled.get(id) or next((fact.verification for fact in facts if fact.verification), None)
    ratings = tuple(rating for fact in facts for rating in fact.ratings)
    named = {(place.evidence, place.record, place.field): place for fact in reversed(facts) for place in fact.places}
    places = tuple(named.values())
    if ratings:
        return DeclaredFact(id=id, ratings=ratings, verification=verification, places=places)
    values = [fact.value for fact in facts if has_own_value(fact) and fact.value is not None]
    if not values:
        return None
    cited = tuple(dict.fromkeys(item for value in values for item in value.evidence))
    value = values[0].model_copy(update={"evidence": cited})
    return DeclaredFact(id=id, value=value, verification=verification, places=places)


def _plain_contradictions(comparison: RatingComparison) -> list[Problem]:
    problems: list[Problem] = []
    for difference in comparison.plain:
        (first, begun), *others = difference.given
        path = f"facts[{difference.definition.id}]"
        for other, fact in others:
            if bool(fact.ratings) != bool(begun.ratings):
                rating, bare = (first, other) if begun.ratings else (other, first)
                description = _say("RATED_AND_PLAIN", rating=rating.file, plain=bare.file)
            else:
                description = _say("PLAIN_DIFFER", file=other.file, other=first.file)
            problems += other.problems([Violation(path, description, "VALUES_DIFFER")])
    return problems


def _verification_contradictions(assessments: Sequence[Assessment], settled: dict[str, Verification]) -> list[Problem]:
    seen: dict[str, tuple[Assessment, Verification]] = {}
    problems: list[Problem] = []
    for assessment in assessments:
        for fact in assessment.subject.facts:
            if fact.verification is None or fact.id in settled:
                continue
            first, begun = seen.setdefault(fact.id, (assessment, fact.verification))
            if begun != fact.verification:
                description = _say("VERIFIED_OTHERWISE", file=first.file)
                problems += assessment.problems(
                    [Violation(f"facts[{fact.id}].verification", description, "VALUES_DIFFER")]
                )
    return problems


def _evidence(assessments: Sequence[Assessment]) -> tuple[list[EvidenceItem], list[Problem]]:
    items: dict[str, tuple[Assessment, EvidenceItem]] = {}
    problems: list[Problem] = []
    for assessment in assessments:
        for item in assessment.subject.evidence:
            first, begun = items.setdefault(item.id, (assessment, item))
            ours, theirs = _without_place(begun), _without_place(item)
            differing = [name for name in EvidenceItem.model_fields if getattr(ours, name) != getattr(theirs, name)]
            for name in differing:
                text, other = (str(getattr(part, name) or "")[:70] for part in (theirs, ours))
                description = _say("EVIDENCE_DIFFERS", found=text, other=other, file=first.file)
                problems += assessment.problems(
                    [Violation(f"evidence[{item.id}].{name}", description, "VALUES_DIFFER")]
                )
    return [item for _, item in items.values()], problems


def _without_place(item: EvidenceItem) -> EvidenceItem:
    return item.model_copy(update={"locator": Locator()})


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
class UnratedDifference:
    """A fact that some files give otherwise than others, at least one of them without rating it."""

    definition: FactDefinition
    given: tuple[tuple[Assessment, DeclaredFact], ...]


@dataclass(frozen=True, slots=True)
class RatingComparison:
    """All assessors of one subject beside each other; differences begin with the largest."""

    subject: str
    persons: tuple[str, ...]
    agreed: tuple[RatedFact, ...]
    differing: tuple[RatedFact, ...]
    single: tuple[RatedFact, ...]
    plain: tuple[UnratedDifference, ...]

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


def compare_ratings(
    assessments: Sequence[Assessment], scorecard: Scorecard, settled: dict[str, Verification] | None = None
) -> RatingComparison:
    """Put the ratings of all assessors beside each other; `settled` holds what was moderated since."""
    agreed: list[RatedFact] = []
    differing: list[RatedFact] = []
    single: list[RatedFact] = []
    plain: list[UnratedDifference] = []
    for definition in scorecard.facts:
        pairs = [
            (assessment, fact)
            for assessment in assessments
            for fact in assessment.subject.facts
            if fact.id == definition.id
        ]
        if _contradict(definition, pairs):
            plain.append(UnratedDifference(definition, tuple(pairs)))
        ratings = tuple(rating for _, fact in pairs for rating in fact.ratings)
        if not ratings:
            continue
        verifications = [fact.verification for _, fact in pairs if fact.verification is not None]
        verification = (settled or {}).get(definition.id) or next(iter(verifications), None)
        rated = _rated(definition, ratings, verification)
        (single if len(ratings) == 1 else agreed if rated.agree else differing).append(rated)
    persons = tuple(person for assessment in assessments for person in assessment.persons)
    differing.sort(key=lambda fact: -fact.weight)
    return RatingComparison(
        assessments[0].subject.subject, persons, tuple(agreed), tuple(differing), tuple(single), tuple(plain)
    )


def comparable_value(definition: FactDefinition, value: DeclaredValue) -> Meaning:
    """Give what a value says, so that two that say the same are equal."""
    if value.number is not None:
        return convert(parse_decimal_or_ratio(value.number), value.unit or "", definition.unit)
    choices = None if value.choices is None else tuple(sorted(value.choices))
    return value.model_copy(update={"evidence": (), "unit": None, "choices": choices})


def has_own_value(fact: DeclaredFact) -> bool:
    """Say whether a fact has a value of its own, without ratings; evidence alone is none."""
    return fact.value is not None and fact.value.model_copy(update={"evidence": (), "unit": None}) != DeclaredValue()


def _rated(definition: FactDefinition, ratings: tuple[Rating, ...], verification: Verification | None) -> RatedFact:
    values = [comparable_value(definition, rating.value) for rating in ratings]
    numbers = [value for value in values if isinstance(value, Fraction)]
    apart = max(numbers) - min(numbers) if len(numbers) == len(values) else None
    return RatedFact(definition, ratings, apart, all(value == values[0] for value in values), verification)


def _contradict(definition: FactDefinition, pairs: Sequence[tuple[Assessment, DeclaredFact]]) -> bool:
    values = [fact.value for _, fact in pairs if has_own_value(fact) and fact.value is not None]
    rated = any(fact.ratings for _, fact in pairs)
    return bool(values) and (
        rated or any(comparable_value(definition, value) != comparable_value(definition, values[0]) for value in values)
    )
