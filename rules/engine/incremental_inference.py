"""Incremental re-evaluation: names that differ from a previous inference, and the rules they reach."""

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
    """All that was known and computed for another question: an inference, or one that is on its way."""

    @property
    def tables(self) -> Mapping[str, Table]:
        """The reference tables that were looked in."""

    @property
    def values(self) -> Values:
        """What was known under each name."""

    @property
    def counted_records(self) -> dict[str, dict[str, dict[str, Outcome]]]:
        """Which records of each list counted."""

    @property
    def lookups(self) -> Mapping[str, Mapping[str, LookupResult]]:
        """What tables answered."""


@dataclass(frozen=True, slots=True)
class ChangedNames:
    """The names under which something else is known than beside; with nothing beside, all is new.

    What is not reached by them is what it is beside, so it is neither computed nor concluded again.
    """

    previous: ComputedResults | None
    names: set[str] = field(default_factory=set)

    def reaches(self, names: Iterable[str]) -> bool:
        """Say whether something else is known under any of these names."""
        return self.previous is None or not self.names.isdisjoint(names)

    def set_extent(self, values: Values, name: str, extent: Extent) -> None:
        """Put an extent among the values; it is a change unless the same was known beside."""
        values.extents[name] = extent
        if self.previous is not None and self.previous.values.extents.get(name) != extent:
            self.names.add(name)

    def set_outcome(self, values: Values, criterion: str, outcome: Outcome) -> None:
        """Put the outcome of a criterion among the values likewise."""
        values.answers[criterion] = outcome
        if self.previous is not None and self.previous.values.answers.get(criterion) is not outcome:
            self.names.add(criterion)

    def rules_reached(self, network: Network, known: LazyMeasureValues) -> list[str]:
        """Give the rules of a network that ask a measure whose value is another than beside; all if nothing is."""
        if self.previous is None:
            return list(network.atoms_by_rule)
        then = self.previous.values
        measures = dict.fromkeys(measure for name in self.names for measure in network.measures_by_name.get(name, ()))
        changed = [measure for measure in measures if known[measure] != measure_value(measure, then)]
        return list(dict.fromkeys(rule for measure in changed for rule in network.rules_by_measure[measure]))
