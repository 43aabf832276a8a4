"""Candidate records for addition to a list: key, unique fields and owning record."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, ListRecord, NotApplicable, records_of
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.extents import Extent
    from rules.model.scorecard import RecordType

_MOST_TRIED = 20
"""To so many records of the other list a new one is let belong, in the order of their keys; each is a search."""


def added_records(
    proposed: ListRecord, kind: RecordType, key: str, facts: Mapping[str, Extent]
) -> Iterator[ListRecord]:
    """Visit a proposed record under its key, belonging to each record that is there of the list to which it belongs."""
    record = _renamed(proposed, kind, key)
    belongs = kind.belongs_to
    if belongs is None:
        yield record
        return
    for outer in islice(records_of(facts[belongs.list]), _MOST_TRIED):
        yield ListRecord(key, {**record.fields, belongs.field: ChoiceExtent(frozenset({outer.key}))})


def _renamed(record: ListRecord, kind: RecordType, key: str) -> ListRecord:
    """Give a proposed record its key, and the same text in the other fields that must not repeat."""
    named = {kind.key, *(field.id for field in kind.fields if field.id in kind.unique and field.type is FactType.TEXT)}
    applying = {name for name in named if name == kind.key or not isinstance(record.fields[name], NotApplicable)}
    return ListRecord(key, {**record.fields, **{name: ChoiceExtent(frozenset({key})) for name in applying}})
