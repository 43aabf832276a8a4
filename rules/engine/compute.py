"""In which order are quantities computed, for the whole subject and for each record, and which records count?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.extents import Extent, NumberExtent, Record, RecordsExtent, records_of
from rules.contracts.intervals import exactly
from rules.contracts.outcomes import Outcome
from rules.engine.lookups import Consulted, Library
from rules.engine.quantities import Prepared, evaluate_quantity
from rules.engine.values import Values
from rules.model.expressions import AS_OF
from rules.model.scorecard import FactDefinition, FactType, Quantity, SumQuantity, TableQuantity, list_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.engine.inference import Inference, Question
    from rules.engine.plan import Plan

WHOLE = ""
"""Stands in place of the key of a record where a lookup is for the whole subject."""
Count = Callable[[str, Values], dict[str, Outcome]]
"""Concludes the conditions of the sums over a list for the values of one record."""


@dataclass(slots=True)
class Computation:
    """Computes the quantities of one question one after the other; what comes of them stands in `values`.

    Quantities of single records stand beside the fields of their records. What `beside`, an inference, knew exactly the
    same for is not computed or concluded again. `go_on` raises before a record if nobody waits any more.
    """

    plan: Plan
    question: Question
    values: Values
    count: Count
    go_on: Callable[[], None]
    beside: Inference | None = None
    counted: dict[str, dict[str, dict[str, Outcome]]] = field(default_factory=dict)
    lookups: dict[str, dict[str, Consulted]] = field(default_factory=dict)

    def run(self) -> None:
        """Compute everything in the order of the plan."""
        library = Library(self.question.tables, self.plan.giving_words)
        quantities = {quantity.id: quantity for quantity in self.plan.scorecard.quantities}
        for name, needs in self.plan.order.items():
            quantity, supposed = quantities[name], self.question.supposed.get(name)
            if supposed is not None:
                self.values.extents[name] = NumberExtent(exactly(supposed))
            elif (owner := list_of(quantity)) is not None:
                self._of_each_record(quantity, owner, library)
            elif self.beside is not None and not isinstance(quantity, TableQuantity) and self._is_known_beside(needs):
                self.values.extents[name] = self.beside.values.extents[name]
            else:
                self.values.extents[name] = self._value(quantity, self.values, WHOLE, library)
        for name in self.plan.records:
            self._counted(name)

    def _of_each_record(self, quantity: Quantity, owner: str, library: Library) -> None:
        computed = []
        for record in self._records(owner):
            self.go_on()
            value = self._value(quantity, self._inside(owner, record), record.key, library)
            computed.append(Record(record.key, {**record.fields, quantity.id: value}))
        if computed:
            self.values.extents[owner] = RecordsExtent(tuple(computed))

    def _value(self, quantity: Quantity, values: Values, key: str, library: Library) -> Extent:
        if isinstance(quantity, TableQuantity):
            consulted = library.consult(quantity, values)
            self.lookups.setdefault(quantity.id, {})[key] = consulted
            return consulted.extent
        prepared = Prepared(self.plan.names, when=self.plan.when.get(quantity.id, ()))
        if isinstance(quantity, SumQuantity):
            counted = self._counted(quantity.list)
            prepared = Prepared(self.plan.names, field=self._summed(quantity), counted=counted)
        return evaluate_quantity(quantity, values, prepared)

    def _summed(self, quantity: SumQuantity) -> FactDefinition:
        """Give the field that is summed; a quantity of single records has no domain of its own."""
        fields = {one.id: one for one in self.plan.records[quantity.list].record.fields}
        unit = self.plan.names.units.get(quantity.of, "")
        return fields.get(quantity.of) or FactDefinition(id=quantity.of, type=FactType.NUMBER, unit=unit)

    def _counted(self, owner: str) -> dict[str, dict[str, Outcome]]:
        """Conclude for each record of a list the conditions of all sums over it, once."""
        if owner not in self.counted:
            known = self._known_beside(owner)
            self.counted[owner] = known if known is not None else self._concluded(owner)
        return self.counted[owner]

    def _known_beside(self, owner: str) -> dict[str, dict[str, Outcome]] | None:
        """Give what the inference beside concluded of the records if it knew the same of them and of what they read."""
        if self.beside is not None and self._is_known_beside((owner, *self.plan.records[owner].reads)):
            return self.beside.counted[owner]
        return None

    def _is_known_beside(self, names: Iterable[str]) -> bool:
        """Say whether the inference beside knew the same under all the names and of the day."""
        before, now = self.beside.values.extents if self.beside else {}, self.values.extents
        return all(now.get(name) == before.get(name) for name in (AS_OF, *names))

    def _concluded(self, owner: str) -> dict[str, dict[str, Outcome]]:
        found: dict[str, dict[str, Outcome]] = {}
        for record in self._records(owner):
            self.go_on()
            found[record.key] = self.count(owner, self._inside(owner, record))
        return found

    def _records(self, owner: str) -> tuple[Record, ...]:
        return records_of(self.values.extents[owner])

    def _inside(self, owner: str, record: Record) -> Values:
        return self.plan.records[owner].inside(record, self.values)
