"""Incremental re-evaluation: changed names and the rules they affect."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from rules.program.abstract_interpretation import measure_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.extents import Extent
    from rules.contracts.outcomes import Outcome
    from rules.engine.lookups import LookupResult
    from rules.engine.network import Network
    from rules.model.tables import Table
    from rules.program.abstract_interpretation import LazyMeasureValues
    from rules.program.value_environment import Values


class ComputedResults(Protocol):
    """Known values and results of another question, finished or in progress."""

    @property
    def tables(self) -> Mapping[str, Table]:
        """The reference tables used."""

    @property
    def values(self) -> Values:
        """The known values by name."""

    @property
    def counted_records(self) -> dict[str, dict[str, dict[str, Outcome]]]:
        """Outcomes by list, record key and rule."""

    @property
    def lookups(self) -> Mapping[str, Mapping[str, LookupResult]]:
        """Lookup results by quantity and record key."""


@dataclass(frozen=True, slots=True)
class ChangedNames:
    """The names that changed since a previous inference. Without one, every name counts as changed."""

    previous: ComputedResults | None
    names: set[str] = field(default_factory=set)

    def reaches(self, names: Iterable[str]) -> bool:
        return self.previous is None or not self.names.isdisjoint(names)

    def set_extent(self, values: Values, name: str, extent: Extent) -> None:
        values.extents[name] = extent
        if self.previous is not None and self.previous.values.extents.get(name) != extent:
            self.names.add(name)

    def set_outcome(self, values: Values, criterion: str, outcome: Outcome) -> None:
        values.answers[criterion] = outcome
        if self.previous is not None and self.previous.values.answers.get(criterion) is not outcome:
            self.names.add(criterion)

    def rules_reached(self, network: Network, known: LazyMeasureValues) -> list[str]:
        if self.previous is None:
            return list(network.atoms_by_rule)
        then = self.previous.values
        measures = dict.fromkeys(measure for name in self.names for measure in network.measures_by_name.get(name, ()))
        changed = [measure for measure in measures if known[measure] != measure_value(measure, then)]
        return list(dict.fromkeys(rule for measure in changed for rule in network.rules_by_measure[measure]))
