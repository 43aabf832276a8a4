"""Computation of quantities in dependency order, for the subject and for each record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.error_texts import error_message
from rules.contracts.errors import InputError, Violation
from rules.contracts.extents import Extent, ListRecord, NumberExtent, RecordsExtent, records_of
from rules.contracts.intervals import point_interval
from rules.contracts.numbers import NumberError
from rules.contracts.outcomes import Outcome
from rules.engine.aggregates import aggregate_extent
from rules.engine.read_records import RecordGroups, RecordsOfParent, counted_rows
from rules.model.expressions import AS_OF
from rules.model.scorecard import Quantity, SumQuantity, TableQuantity
from rules.program.value_environment import Values

if TYPE_CHECKING:
    from rules.engine.incremental_inference import ChangedNames
    from rules.engine.inference import InferenceQuestion
    from rules.engine.lookups import LookupResult, TableLibrary
    from rules.engine.plan import Plan

WHOLE = ""
"""The record key of a lookup for the subject itself."""
Count = Callable[[str, Sequence[Values]], list[dict[str, Outcome]]]


@dataclass(slots=True)
class Computation:
    """Computation of all quantities of one question, written to `values`.

    Quantities of records are added to their records. Unaffected results are reused.
    """

    plan: Plan
    library: TableLibrary
    question: InferenceQuestion
    values: Values
    changes: ChangedNames
    count: Count
    go_on: Callable[[], None]
    counted_records: dict[str, dict[str, dict[str, Outcome]]] = field(default_factory=dict)
    lookups: dict[str, dict[str, LookupResult]] = field(default_factory=dict)
    record_groups: RecordGroups = field(default_factory=RecordGroups)
    _cached_aggregates: dict[str, tuple[RecordsOfParent, Extent]] = field(default_factory=dict)

    def run(self) -> None:
        if (previous := self.changes.previous) is not None:
            self.lookups |= {name: dict(consulted) for name, consulted in previous.lookups.items()}
        tables_changed = self._tables_changed()
        for name, needs in self.plan.order.items():
            quantity, supposed = self.plan.quantities[name], self.question.supposed_numbers.get(name)
            if supposed is not None:
                self.changes.set_extent(self.values, name, NumberExtent(point_interval(supposed)))
            elif self.changes.reaches(needs) or (tables_changed and isinstance(quantity, TableQuantity)):
                self.lookups.pop(name, None)
                if (owner := quantity.owner) is not None:
                    self._compute_each_record(quantity, owner)
                else:
                    self.changes.set_extent(self.values, name, self._value(quantity, self.values, WHOLE))
        for name in self.plan.records:
            self._record_outcomes(name)

    def _tables_changed(self) -> bool:
        if self.changes.previous is None or self.changes.previous.tables is self.question.tables:
            return False
        before, now = self.changes.previous.tables, self.question.tables
        return before.keys() != now.keys() or any(table is not before[name] for name, table in now.items())

    def _compute_each_record(self, quantity: Quantity, owner: str) -> None:
        computed = []
        for record in self._records(owner):
            self.go_on()
            value = self._value(quantity, self._values_of_record(owner, record), record.key)
            computed.append(ListRecord(record.key, {**record.fields, quantity.id: value}, record.plain))
        if computed:
            self.changes.set_extent(self.values, owner, RecordsExtent(tuple(computed)))

    def _value(self, quantity: Quantity, values: Values, key: str) -> Extent:
        if isinstance(quantity, TableQuantity):
            consulted = self.library.consult(quantity, values)
            self.lookups.setdefault(quantity.id, {})[key] = consulted
            return consulted.extent
        if isinstance(quantity, SumQuantity):
            return self._aggregate_of_parent(quantity, values, key)
        return self.plan.prepared[quantity.id].value(quantity.id, values, values.known)

    def _aggregate_of_parent(self, quantity: SumQuantity, values: Values, key: str) -> Extent:
        extent, counted = values.extents[quantity.list], self._record_outcomes(quantity.list)
        if quantity.each is None or not records_of(extent):
            return self._aggregate(quantity, extent, counted)
        belonging = self.record_groups.of_sum(quantity, self.plan.records[quantity.list], extent, key)
        before = self._cached_aggregates.get(quantity.id)
        if before is not None and before[0] is belonging:
            return before[1]
        records, uncertain_keys = belonging
        aggregate = self._aggregate(quantity, RecordsExtent(records), counted_rows(counted, uncertain_keys))
        self._cached_aggregates[quantity.id] = belonging, aggregate
        return aggregate

    def _aggregate(self, quantity: SumQuantity, extent: Extent, counted: Mapping[str, Mapping[str, Outcome]]) -> Extent:
        try:
            return aggregate_extent(quantity, extent, self.plan.records[quantity.list].summed[quantity.of], counted)
        except NumberError as error:
            violation = Violation(f"facts[{quantity.list}].records", error_message(error), "NOT_A_NUMBER")
            raise InputError((violation,)) from None

    def _record_outcomes(self, owner: str) -> dict[str, dict[str, Outcome]]:
        if owner not in self.counted_records:
            self.counted_records[owner] = self._conclude_list(owner)
        return self.counted_records[owner]

    def _conclude_list(self, owner: str) -> dict[str, dict[str, Outcome]]:
        previous, reads = self.changes.previous, self.plan.records[owner].reads
        if previous is None:
            known: dict[str, ListRecord] = {}
        elif not self.changes.reaches((owner, AS_OF, *reads)):
            return previous.counted_records[owner]
        else:
            same = not self.changes.reaches((AS_OF, *reads))
            known = {record.key: record for record in records_of(previous.values.extents[owner]) if same}
        records = self._records(owner)
        changed = [record for record in records if record.key not in known or known[record.key] != record]
        outcomes = self._conclude_each(owner, changed)
        if previous is not None:
            outcomes |= {key: previous.counted_records[owner][key] for key in known if key not in outcomes}
        return {record.key: outcomes[record.key] for record in records}

    def _conclude_each(self, owner: str, records: Sequence[ListRecord]) -> dict[str, dict[str, Outcome]]:
        records_by_inputs: dict[tuple[object, ...], list[ListRecord]] = {}
        every_name = self.plan.records[owner].network.measures_by_name
        input_names = [name for name in every_name if name in records[0].fields] if records else []
        for record in records:
            self.go_on()
            fields, plain = record.fields, record.plain
            key = tuple([plain[name] if name in plain else fields[name] for name in input_names])
            records_by_inputs.setdefault(key, []).append(record)
        firsts = [self._values_of_record(owner, first) for first, *_ in records_by_inputs.values()]
        counted = self.count(owner, firsts) if firsts else []
        return {
            record.key: outcomes
            for sharing, outcomes in zip(records_by_inputs.values(), counted, strict=True)
            for record in sharing
        }

    def _records(self, owner: str) -> tuple[ListRecord, ...]:
        return records_of(self.values.extents[owner])

    def _values_of_record(self, owner: str, record: ListRecord) -> Values:
        return self.plan.records[owner].values_of_record(record, self.values)
