"""Expiry of evidence: why items count or not, and the last valid day of each value."""

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
    """The item that supports a value longest, and its last valid day."""

    fact: str
    item: EvidenceItem
    last: date


def expiries(scorecard: Scorecard, subject: Subject) -> Iterator[Expiry]:
    """Yield the expiry of each value and record field of a subject without input errors.

    A value has no expiry without an eligible item, or with one that never expires.
    """
    items = {item.id: item for item in subject.evidence}
    for _, definition, value in _declared_values(scorecard, subject):
        lasting = [
            (last, item.id)
            for name in value.evidence
            if (item := items.get(name)) is not None and _is_eligible(item, definition)
            for last in (_last_day(item, definition.maximum_age_months),)
        ]
        if lasting and all(last is not None for last, _ in lasting):
            last, name = max((last, name) for last, name in lasting if last is not None)
            yield Expiry(definition.id, items[name], last)


OTHER_KIND, ASSURANCE_TOO_LOW = "other_kind", "assurance_too_low"
"""Reasons why an item does not count on any day. DateFaultKind lists the other reasons."""


@dataclass(frozen=True, slots=True)
class EvidenceStanding:
    """The validity of an evidence item for a value on a day."""

    fact: str
    item: EvidenceItem
    shortcoming: str
    """The reason if the item does not count, else empty."""
    day: date | None
    """The last valid day, or the day of the date fault, if any."""


def evidence_standings(scorecard: Scorecard, subject: Subject, as_of: date) -> Iterator[EvidenceStanding]:
    """Yield the validity of each item for each value that names it."""
    items = {item.id: item for item in subject.evidence}
    for fact, definition, value in _declared_values(scorecard, subject):
        for item in (items[name] for name in value.evidence if name in items):
            shortcoming, day = _shortcoming(item, definition, as_of)
            yield EvidenceStanding(fact, item, shortcoming, day)


def unproved_facts(scorecard: Scorecard, subject: Subject, as_of: date) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each fact that lacks a value or valid evidence, with the accepted kinds."""
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


def _is_eligible(item: EvidenceItem, definition: FactDefinition) -> bool:
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
