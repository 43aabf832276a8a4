"""What does one dossier with the ratings of all assessors say?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import Violation
from rules.contracts.inputs import DeclaredFact, EvidenceItem, Locator
from rules.contracts.messages import speaker
from service.reading.tree.problems import PlacedError
from service.schemes.rating.assessors.comparing import is_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts.inputs import Subject, Verification
    from rules.model.scorecard import Scorecard
    from service.reading.tree.problems import Problem
    from service.schemes.rating.assessors.assessments import Assessment
    from service.schemes.rating.assessors.comparing import Comparison

_say = speaker(__name__)


def merge(
    assessments: Sequence[Assessment], comparison: Comparison, scorecard: Scorecard, settled: dict[str, Verification]
) -> Subject:
    """Put all ratings under their facts, with all evidence and what was moderated; what is settled replaces the rest.

    Raises:
        PlacedError: files contradict each other in something that is not rated, or in evidence of one id; everything
            is listed with file and place.
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
    given = [fact for one in assessments for fact in one.subject.facts if fact.id == id]
    verification = settled.get(id) or next((fact.verification for fact in given if fact.verification), None)
    ratings = tuple(rating for fact in given for rating in fact.ratings)
    named = {(one.evidence, one.record, one.field): one for fact in reversed(given) for one in fact.places}
    places = tuple(named.values())
    if ratings:
        return DeclaredFact(id=id, ratings=ratings, verification=verification, places=places)
    values = [fact.value for fact in given if is_given(fact) and fact.value is not None]
    if not values:
        return None
    cited = tuple(dict.fromkeys(item for value in values for item in value.evidence))
    value = values[0].model_copy(update={"evidence": cited})
    return DeclaredFact(id=id, value=value, verification=verification, places=places)


def _plain_contradictions(comparison: Comparison) -> list[Problem]:
    problems: list[Problem] = []
    for one in comparison.plain:
        (first, begun), *others = one.given
        path = f"facts[{one.definition.id}]"
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
    for one in assessments:
        for fact in one.subject.facts:
            if fact.verification is None or fact.id in settled:
                continue
            first, begun = seen.setdefault(fact.id, (one, fact.verification))
            if begun != fact.verification:
                description = _say("VERIFIED_OTHERWISE", file=first.file)
                problems += one.problems([Violation(f"facts[{fact.id}].verification", description, "VALUES_DIFFER")])
    return problems


def _evidence(assessments: Sequence[Assessment]) -> tuple[list[EvidenceItem], list[Problem]]:
    items: dict[str, tuple[Assessment, EvidenceItem]] = {}
    problems: list[Problem] = []
    for one in assessments:
        for item in one.subject.evidence:
            first, begun = items.setdefault(item.id, (one, item))
            ours, theirs = _without_place(begun), _without_place(item)
            differing = [name for name in EvidenceItem.model_fields if getattr(ours, name) != getattr(theirs, name)]
            for name in differing:
                found, other = (str(getattr(part, name) or "")[:70] for part in (theirs, ours))
                description = _say("EVIDENCE_DIFFERS", found=found, other=other, file=first.file)
                problems += one.problems([Violation(f"evidence[{item.id}].{name}", description, "VALUES_DIFFER")])
    return [item for _, item in items.values()], problems


def _without_place(item: EvidenceItem) -> EvidenceItem:
    return item.model_copy(update={"locator": Locator()})
