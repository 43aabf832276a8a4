"""Reconciliation of independent ratings of a fact: the agreed value, or a disagreement between assessors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue, Judgement
from rules.contracts.messages import message_factory
from rules.engine.read_values import Violations, read_scalar
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.extents import Extent
    from rules.contracts.inputs import DeclaredFact, Rating
    from rules.model.scorecard import FactDefinition, Scorecard

_say = message_factory(__name__)


def settle_ratings(
    scorecard: Scorecard, facts: Mapping[str, DeclaredFact], violations: Violations
) -> tuple[dict[str, DeclaredFact], frozenset[str]]:
    """Give every rated fact the value that its ratings agree on, and name those whose ratings differ.

    The value rests on the evidence of all ratings; where they differ only the evidence is left, for a correction to
    rest on. Faulty ratings are noted in `violations`.
    """
    rated = {name: fact for name, fact in facts.items() if fact.ratings}
    definitions = {definition.id: definition for definition in scorecard.facts} if rated else {}
    settled = dict(facts)
    differing: set[str] = set()
    for name, fact in rated.items():
        extents = _read(definitions[name], fact, violations)
        evidence = tuple(sorted({item for rating in fact.ratings for item in rating.value.evidence}))
        agree = all(extent is not None and extent == extents[0] for extent in extents)
        value = fact.ratings[0].value if agree else DeclaredValue()
        settled[name] = fact.model_copy(update={"value": value.model_copy(update={"evidence": evidence})})
        if not agree:
            differing.add(name)
            _refuse_acceptance(fact, violations)
    return settled, frozenset(differing)


def _read(definition: FactDefinition, fact: DeclaredFact, violations: Violations) -> list[Extent | None]:
    if fact.value is not None:
        violations.add(f"facts[{fact.id}].value", "VALUE_AND_RATINGS", _say("VALUE_AND_RATINGS"))
    if definition.type is FactType.RECORDS:
        violations.add(f"facts[{fact.id}].ratings", "WRONG_TYPE", _say("RECORDS_RATED"))
        return [None]
    seen: set[str] = set()
    extents: list[Extent | None] = []
    for rating in fact.ratings:
        path = f"facts[{fact.id}].ratings[{rating.person[:60]}]"
        _check_words(rating, path, violations)
        if rating.person in seen:
            violations.add(path, "REPEATED_PERSON", _say("RATES_TWICE", person=rating.person[:60]))
        seen.add(rating.person)
        read = read_scalar(definition, rating.value, f"{path}.value", violations)
        extents.append(None if read is None else read[0])
    return extents


def _check_words(rating: Rating, path: str, violations: Violations) -> None:
    for name, text in (("person", rating.person), ("rationale", rating.rationale)):
        if not text.strip():
            violations.add(f"{path}.{name}", "REQUIRED", _say("RATING_LACKS", name=_say(f"NAME_{name.upper()}")))


def _refuse_acceptance(fact: DeclaredFact, violations: Violations) -> None:
    if fact.verification is not None and fact.verification.judgement is Judgement.ACCEPTED:
        violations.add(
            f"facts[{fact.id}].verification.judgement",
            "RATINGS_DIFFER",
            _say("RATINGS_DIFFER"),
        )
