"""What is left of what was given for a subject, if something of it turned out wrong?

Who lost the right to verify has not verified, a document that does not hold is not there, and a record with a number
that is not its own is no record. What an earlier evaluation gave that does not stand is not known. Everything else
stays, so that what is known now decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.engine.read_places import rested_on
from service.store.register_numbers import levelled
from service.store.supports import NAMED, Support

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Subject


def without(subject: Subject, kind: str, value: str) -> Subject:
    """Give the subject without it; unchanged unless a name, document, identifier or evaluation is meant."""
    left = _without(subject, kind, value)
    if left is subject:
        return subject
    return left.model_copy(update={"facts": tuple(map(rested_on, left.facts))})


def _without(subject: Subject, kind: str, value: str) -> Subject:
    match kind:
        case Support.NAME:
            for role in NAMED:
                subject = _without(subject, role, value)
            return subject
        case Support.VERIFIER:
            return subject.model_copy(update={"facts": tuple(_unverified(fact, value) for fact in subject.facts)})
        case Support.ISSUER:
            return _unproved(subject, lambda item: levelled(item.issuer) == levelled(value))
        case Support.DOCUMENT:
            return _unproved(subject, lambda item: item.digest == value.strip().lower())
        case Support.IDENTIFIER:
            kept = (_unnamed(fact, value) for fact in subject.facts)
            return subject.model_copy(update={"facts": tuple(fact for fact in kept if fact is not None)})
        case Support.EVALUATION:
            return subject.model_copy(update={"facts": tuple(_untaken(fact, value) for fact in subject.facts)})
    return subject


def _untaken(fact: DeclaredFact, evaluation: str) -> DeclaredFact:
    taken = fact.previous is not None and fact.previous.evaluation == evaluation.strip()
    return fact.model_copy(update={"previous": None}) if taken else fact


def _unverified(fact: DeclaredFact, person: str) -> DeclaredFact:
    ratings = tuple(one for one in fact.ratings if levelled(one.person) != levelled(person))
    judged = fact.verification
    if judged is not None and levelled(judged.person) == levelled(person):
        judged = None
    return fact.model_copy(update={"ratings": ratings, "verification": judged})


def _unproved(subject: Subject, is_wrong: Callable[[EvidenceItem], bool]) -> Subject:
    wrong = {item.id for item in subject.evidence if is_wrong(item)}
    return subject.model_copy(
        update={
            "evidence": tuple(item for item in subject.evidence if item.id not in wrong),
            "facts": tuple(_of_fact(fact, wrong) for fact in subject.facts),
        }
    )


def _of_fact(fact: DeclaredFact, wrong: set[str]) -> DeclaredFact:
    judged = fact.verification
    if judged is not None and judged.corrected is not None:
        judged = judged.model_copy(update={"corrected": _of_value(judged.corrected, wrong)})
    return fact.model_copy(
        update={
            "value": None if fact.value is None else _of_value(fact.value, wrong),
            "ratings": tuple(
                one.model_copy(update={"value": _of_value(one.value, wrong)}) for one in fact.ratings
            ),
            "verification": judged,
        }
    )  # fmt: skip


def _of_value(value: DeclaredValue, wrong: set[str]) -> DeclaredValue:
    records = value.records
    if records is not None:
        records = tuple({name: _of_value(part, wrong) for name, part in row.items()} for row in records)
    evidence = tuple(id for id in value.evidence if id not in wrong)
    return value.model_copy(update={"evidence": evidence, "records": records})


def _unnamed(fact: DeclaredFact, text: str) -> DeclaredFact | None:
    """Leave out the records in which a text stands; a fact that is the text is not given."""
    value = fact.value
    if value is None:
        return fact
    if _is(value, text):
        return None
    if value.records is None:
        return fact
    kept = tuple(row for row in value.records if not any(_is(part, text) for part in row.values()))
    return fact.model_copy(update={"value": value.model_copy(update={"records": kept})})


def _is(value: DeclaredValue, text: str) -> bool:
    return value.text is not None and levelled(value.text) == levelled(text)
