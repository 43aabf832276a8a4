"""Expiry of evidence: the last day on which each value that needs evidence has some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.dates import add_months, parse_date
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
    for definition, value in _declared_values(scorecard, subject):
        lasting = [
            (last, item.id)
            for name in value.evidence
            if (item := items.get(name)) is not None and _fits(item, definition)
            for last in (_last_day(item, definition.maximum_age_months),)
        ]
        if lasting and all(last is not None for last, _ in lasting):
            last, name = max((last, name) for last, name in lasting if last is not None)
            yield Expiry(definition.id, items[name], last)


def _declared_values(scorecard: Scorecard, subject: Subject) -> Iterator[tuple[FactDefinition, DeclaredValue]]:
    values = counting_values(scorecard, subject)
    records = {record.id: record for record in scorecard.records}
    for definition in scorecard.facts:
        value = values.get(definition.id)
        if value is None or value.kind is None:
            continue
        yield definition, value
        fields = () if definition.record is None else records[definition.record].fields
        for record in value.records or ():
            yield from ((field, record[field.id]) for field in fields if field.id in record)


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
