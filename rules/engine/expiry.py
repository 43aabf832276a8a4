"""Expiry of evidence: what each item counts for and why not, and the last day on which each value has some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.dates import add_months, parse_date
from rules.engine.read_evidence import date_fault
from rules.engine.read_subject import counting_values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rules.contracts.inputs import DeclaredValue, EvidenceItem, Subject
    from rules.model.scorecard import FactDefinition, Scorecard


@dataclass(frozen=True, slots=True)
class Expiry:
    """The item that stands behind a value longest, and the last day on which it does."""

    fact: str
    item: EvidenceItem
    last: date


def expiries(scorecard: Scorecard, subject: Subject) -> Iterator[Expiry]:
    """Give the expiry of each value of a subject that was read without fault; the values of a record have their own.

    A value that needs no evidence, has none of the kind and assurance asked for, or one that never expires has none.
    """
    items = {item.id: item for item in subject.evidence}
    for _, definition, value in _declared_values(scorecard, subject):
        lasting = [
            (last, item.id)
            for name in value.evidence
            if (item := items.get(name)) is not None and _fits(item, definition)
            for last in (_last_day(item, definition.maximum_age_months),)
        ]
        if lasting and all(last is not None for last, _ in lasting):
            last, name = max((last, name) for last, name in lasting if last is not None)
            yield Expiry(definition.id, items[name], last)


OTHER_KIND, ASSURANCE_TOO_LOW = "other_kind", "assurance_too_low"
"""Why an item does not count whatever the day; else the reason is that of `DateFaultKind`."""


@dataclass(frozen=True, slots=True)
class EvidenceStanding:
    """How an item stands behind a value of a fact on a day."""

    fact: str
    item: EvidenceItem
    shortcoming: str
    """Why it does not count; empty if it does."""
    day: date | None
    """The day that decides: of an item that counts the last on which it does, else that of the shortcoming."""


def evidence_standings(scorecard: Scorecard, subject: Subject, as_of: date) -> Iterator[EvidenceStanding]:
    """Give how each item stands behind each value that names it, of a subject that was read without fault."""
    items = {item.id: item for item in subject.evidence}
    for fact, definition, value in _declared_values(scorecard, subject):
        for item in (items[name] for name in value.evidence if name in items):
            shortcoming, day = _shortcoming(item, definition, as_of)
            yield EvidenceStanding(fact, item, shortcoming, day)


def unproved_facts(scorecard: Scorecard, subject: Subject, as_of: date) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the facts that ask for evidence and have a value without any that counts, or none, with the kinds asked."""
    items = {item.id: item for item in subject.evidence}
    declared = list(_declared_values(scorecard, subject))
    known = {fact for fact, *_ in declared}
    for definition in scorecard.facts:
        if definition.id not in known and definition.evidence and definition.can_be_stated:
            yield definition.id, definition.evidence
    for fact, definition, value in declared:
        named = [items[name] for name in value.evidence if name in items]
        if definition.evidence and all(_shortcoming(item, definition, as_of)[0] for item in named):
            yield fact, definition.evidence


def _shortcoming(item: EvidenceItem, definition: FactDefinition, as_of: date) -> tuple[str, date | None]:
    if not definition.evidence:
        return "", None
    if item.kind not in definition.evidence:
        return OTHER_KIND, None
    if item.assurance.rank < definition.assurance.rank:
        return ASSURANCE_TOO_LOW, None
    fault = date_fault(item, definition.maximum_age_months, as_of)
    return ("", _last_day(item, definition.maximum_age_months)) if fault is None else (fault.kind.value, fault.day)


def _declared_values(scorecard: Scorecard, subject: Subject) -> Iterator[tuple[str, FactDefinition, DeclaredValue]]:
    """Give each value with its definition and its fact, which for a value of a record is that of the list."""
    values = counting_values(scorecard, subject)
    records = {record.id: record for record in scorecard.records}
    for definition in scorecard.facts:
        value = values.get(definition.id)
        if value is None or value.kind is None:
            continue
        yield definition.id, definition, value
        fields = () if definition.record is None else records[definition.record].fields
        for record in value.records or ():
            yield from ((definition.id, field, record[field.id]) for field in fields if field.id in record)


def _fits(item: EvidenceItem, definition: FactDefinition) -> bool:
    """Say whether an item could stand behind a value if it is in date; without an issue date none is young enough."""
    return (
        item.kind in definition.evidence
        and item.assurance.rank >= definition.assurance.rank
        and (definition.maximum_age_months is None or item.issue_date is not None)
    )


def _last_day(item: EvidenceItem, maximum_age_months: int | None) -> date | None:
    ends = [parse_date(item.valid_until)] if item.valid_until else []
    if maximum_age_months is not None and item.issue_date is not None:
        ends.append(add_months(parse_date(item.issue_date), maximum_age_months))
    return min(ends, default=None)
