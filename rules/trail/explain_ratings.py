"""Rating sentences of an explanation: independent ratings that differ, by how much, and their moderation."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.inputs import Judgement
from rules.contracts.numbers import format_exact, parse_decimal_or_ratio
from rules.contracts.outcomes import UnknownReason
from rules.contracts.units import convert
from rules.model.scale_form import PERCENT
from rules.model.scorecard import FactType
from rules.trail.explanation_text import Statement, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.inputs import DeclaredFact
    from rules.contracts.record import Record
    from rules.model.scorecard import FactDefinition, Scorecard
    from rules.trail.explanation_text import ExplanationText


def rating_differences(scorecard: Scorecard, record: Record, teller: ExplanationText) -> Iterator[Statement]:
    """Say of each fact whose ratings differ how far they are apart and what came of it."""
    definitions = {definition.id: definition for definition in scorecard.facts}
    for fact in record.facts:
        declared = fact.declared
        if not declared.ratings or not _differ(definitions[declared.id], declared):
            continue
        is_open = fact.unknown is UnknownReason.RATINGS_DIFFER
        evidence = tuple(sorted({item for rating in declared.ratings for item in rating.value.evidence}))
        text = _said(definitions[declared.id], declared, teller)
        yield Statement(Topic.OPEN_FACT if is_open else Topic.ALTERNATIVE, text, None, (declared.id,), evidence)


def _numbers(definition: FactDefinition, fact: DeclaredFact) -> list[Fraction]:
    return [
        convert(parse_decimal_or_ratio(rating.value.number), rating.value.unit or "", definition.unit)
        for rating in fact.ratings
        if rating.value.number is not None
    ]


def _differ(definition: FactDefinition, fact: DeclaredFact) -> bool:
    if definition.type is FactType.NUMBER and all(rating.value.number is not None for rating in fact.ratings):
        return len(set(_numbers(definition, fact))) > 1
    plain = [rating.value.model_copy(update={"evidence": (), "unit": None}) for rating in fact.ratings]
    return any(value != plain[0] for value in plain)


def _said(definition: FactDefinition, fact: DeclaredFact, teller: ExplanationText) -> str:
    rating_texts = [
        teller.say("rated", person=rating.person, value=teller.value(fact.id, rating.value)) for rating in fact.ratings
    ]
    text = teller.say("ratings", name=teller.fact(fact.id), ratings=teller.listed(rating_texts))
    numbers = _numbers(definition, fact) if definition.type is FactType.NUMBER else []
    if len(numbers) > 1:
        text += teller.say("apart", distance=_distance(max(numbers) - min(numbers), definition.unit, teller))
    verification = fact.verification
    if verification is None or verification.judgement is Judgement.ACCEPTED:
        return text + teller.say("unmoderated")
    template = "moderated" if verification.judgement is Judgement.CORRECTED else "moderated_away"
    value = teller.value(fact.id, verification.corrected)
    return text + teller.say(template, value=value, person=verification.person, reason=verification.reason)


def _distance(number: Fraction, unit: str, teller: ExplanationText) -> str:
    if unit == PERCENT:
        return teller.say("percentage_points", number=format_exact(number))
    return teller.renderer.words.write_number(format_exact(number), unit)
