"""Validation of places in evidence: length limits of locators, and evidence that the fact rests on.

Places decide nothing: they show a reader where to look. What they quote is as much evidence as the document itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import Locator
from rules.contracts.messages import message_factory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.contracts.inputs import DeclaredFact, DeclaredValue
    from rules.engine.read_values import Violations

_say = message_factory(__name__)

MAXIMUM_PLACES = 1_000
MAXIMUM_CHARACTERS = {"uri": 2_000, "page": 100, "cell": 100, "quote": 1_000}


def check_places(facts: Iterable[DeclaredFact], violations: Violations) -> None:
    """Note what is wrong with the places of facts."""
    for fact in facts:
        if fact.places:
            _check(fact, violations)


def drop_unused_places(fact: DeclaredFact) -> DeclaredFact:
    """Give a fact without places in evidence that it does not rest on any more."""
    named = set(_named(fact))
    used_places = tuple(place for place in fact.places if place.evidence in named)
    return fact if len(used_places) == len(fact.places) else fact.model_copy(update={"places": used_places})


def _check(fact: DeclaredFact, violations: Violations) -> None:
    path = f"facts[{fact.id}].places"
    if len(fact.places) > MAXIMUM_PLACES:
        message = _say("TOO_MANY_PLACES", count=len(fact.places), most=MAXIMUM_PLACES)
        violations.add(path, "TOO_MANY_PLACES", message)
        return
    named, seen = set(_named(fact)), set()
    for place in fact.places:
        inside = f"facts[{fact.id}].records[{place.record[:80]}].{place.field}.places"
        here = f"{inside if place.record and place.field else path}[{place.evidence[:60]}]"
        if place.evidence not in named:
            known = sorted(named)
            message = _say("PLACE_OF_OTHER_EVIDENCE", known=known) if known else _say("PLACE_WITHOUT_EVIDENCE")
            violations.add(here, "UNKNOWN_EVIDENCE", message)
        if bool(place.record) is not bool(place.field):
            violations.add(here, "REQUIRED", _say("RECORD_AND_FIELD"))
        key = place.evidence, place.record, place.field
        if key in seen:
            violations.add(here, "REPEATED", _say("PLACE_TWICE"))
        seen.add(key)
        if place.place == Locator():
            violations.add(here, "REQUIRED", _say("EMPTY_PLACE"))
        for part, most in MAXIMUM_CHARACTERS.items():
            if (count := len(getattr(place.place, part))) > most:
                violations.add(f"{here}.{part}", "TOO_LONG", _say("PLACE_TOO_LONG", count=count, most=most))


def _named(fact: DeclaredFact) -> Iterator[str]:
    """Name the evidence that a fact rests on anywhere."""
    corrected = fact.verification.corrected if fact.verification is not None else None
    for value in (fact.value, corrected, *(rating.value for rating in fact.ratings)):
        if value is not None:
            yield from _named_by(value)


def _named_by(value: DeclaredValue) -> Iterator[str]:
    yield from value.evidence
    for record in value.records or ():
        for part in record.values():
            yield from part.evidence
