"""Typing effort of a dossier: fields that a person fills in, and characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from touchstone.v1 import case_dossier_service_pb2 as dossiers, fact_pb2, types_pb2


@dataclass(frozen=True, slots=True)
class Effort:
    """Fields and characters. A choice, a flag and a link to evidence are one key each; a digest is never typed."""

    fields: int
    characters: int


def effort_of(content: dossiers.DossierContent) -> Effort:
    """Return the effort to type a dossier."""
    return _summed([*_fact_keys(content.facts), *_evidence_keys(content.evidence)])


def _summed(keys: Iterable[int]) -> Effort:
    counted = list(keys)
    return Effort(len(counted), sum(counted))


def _fact_keys(facts: Iterable[fact_pb2.Fact]) -> Iterator[int]:
    for fact in facts:
        yield from _value_keys(fact.value)
        for place in fact.places:
            yield len(place.place.page) + len(place.place.quote)


def _value_keys(value: types_pb2.Value) -> Iterator[int]:
    yield from (1 for _ in value.evidence_ids)
    match value.WhichOneof("kind"):
        case "number":
            yield len(value.number)
        case "text":
            yield len(value.text)
        case "date":
            yield len(value.date)
        case "period":
            yield from (len(value.period.first_date), len(value.period.last_date))
        case "choices":
            yield from (1 for _ in value.choices.values or ("none",))
        case "records":
            for record in value.records.values:
                for part in record.fields.values():
                    yield from _value_keys(part)
        case _:
            yield 1


def _evidence_keys(evidence: Iterable[fact_pb2.EvidenceItem]) -> Iterator[int]:
    for item in evidence:
        yield from (1, len(item.issuer))
        days = (item.issue_date, item.validity.first_date, item.validity.last_date)
        yield from (len(day) for day in days if day)
        if item.assurance:
            yield 1
