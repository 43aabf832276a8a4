"""Parent-child lists: records grouped by the record of another list that they reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, records_of
from rules.contracts.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.extents import Extent, ListRecord
    from rules.engine.plan import RecordScope
    from rules.model.scorecard import SumQuantity


@dataclass(slots=True)
class RecordsByParent:
    """The records of a list by the key of the record that they belong to; some may belong to several."""

    surely: dict[str, list[ListRecord]] = field(default_factory=dict)
    perhaps: list[tuple[ListRecord, ChoiceExtent | None]] = field(default_factory=list)

    @classmethod
    def of(cls, scope: RecordScope, extent: Extent) -> RecordsByParent:
        """Group the records of a list by the field that says where they belong."""
        grouped, belongs = cls(), scope.record.belongs_to
        for record in records_of(extent) if belongs is not None else ():
            where = record.fields[belongs.field] if belongs is not None else None
            if isinstance(where, ChoiceExtent) and len(where.possible) == 1 and not where.others:
                grouped.surely.setdefault(next(iter(where.possible)), []).append(record)
            else:
                grouped.perhaps.append((record, where if isinstance(where, ChoiceExtent) else None))
        return grouped

    def belonging_to(self, key: str) -> tuple[tuple[ListRecord, ...], frozenset[str]]:
        """Give the records that belong to a record, or may, in the order of their keys; and which only may."""
        perhaps = [record for record, where in self.perhaps if where is None or where.others or key in where.possible]
        records = sorted((*self.surely.get(key, ()), *perhaps), key=lambda record: record.key)
        return tuple(records), frozenset(record.key for record in perhaps)


def counted_rows(
    counted: Mapping[str, Mapping[str, Outcome]], perhaps: frozenset[str]
) -> Mapping[str, Mapping[str, Outcome]]:
    """Say which rows of sums hold for each record; where it only may belong, what holds is left open."""
    if not perhaps:
        return counted
    left_open = {Outcome.MET: Outcome.UNDETERMINED}
    return {
        key: {rule: left_open.get(outcome, outcome) for rule, outcome in outcomes.items()}
        if key in perhaps
        else outcomes
        for key, outcomes in counted.items()
    }


def records_of_sum(
    quantity: SumQuantity, scope: RecordScope, extent: Extent, key: str
) -> tuple[tuple[ListRecord, ...], frozenset[str]]:
    """Give the records over which a sum goes, and which of them only may belong; of the whole subject all."""
    if quantity.each is None:
        return records_of(extent), frozenset()
    return RecordsByParent.of(scope, extent).belonging_to(key)
