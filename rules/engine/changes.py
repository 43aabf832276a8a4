"""Incremental re-evaluation: names that differ from a previous inference, and the rules they reach."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from rules.contracts.extents import ChoiceExtent, NumberExtent
from rules.contracts.intervals import point_interval
from rules.engine.lane.extents import LazyExtents
from rules.model.expressions import AS_OF
from rules.program.possible import measure_value
from rules.program.values import Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.extents import Extent
    from rules.contracts.outcomes import Outcome
    from rules.engine.inference import InferenceQuestion
    from rules.engine.lookups import LookupResult
    from rules.engine.network import Network
    from rules.engine.plan import Plan
    from rules.program.possible import LazyMeasureValues


class ComputedResults(Protocol):
    """All that was known and computed for another question: an inference, or one that is on its way."""

    @property
    def question(self) -> InferenceQuestion:
        """What was asked."""

    @property
    def values(self) -> Values:
        """What was known under each name."""

    @property
    def counted(self) -> dict[str, dict[str, dict[str, Outcome]]]:
        """Which records of each list counted."""

    @property
    def lookups(self) -> Mapping[str, Mapping[str, LookupResult]]:
        """What tables answered."""


@dataclass(frozen=True, slots=True)
class ChangedNames:
    """The names under which something else is known than beside; with nothing beside, all is new.

    What is not reached by them is what it is beside, so it is neither computed nor concluded again.
    """

    beside: ComputedResults | None
    names: set[str] = field(default_factory=set)

    def reach(self, names: Iterable[str]) -> bool:
        """Say whether something else is known under any of these names."""
        return self.beside is None or not self.names.isdisjoint(names)

    def put(self, values: Values, name: str, extent: Extent) -> None:
        """Put an extent among the values; it is a change unless the same was known beside."""
        values.extents[name] = extent
        if self.beside is not None and self.beside.values.extents.get(name) != extent:
            self.names.add(name)

    def answer(self, values: Values, criterion: str, outcome: Outcome) -> None:
        """Put the outcome of a criterion among the values likewise."""
        values.answers[criterion] = outcome
        if self.beside is not None and self.beside.values.answers.get(criterion) is not outcome:
            self.names.add(criterion)

    def rules_reached(self, network: Network, known: LazyMeasureValues) -> list[str] | None:
        """Give the rules of a network that ask a measure whose value is another than beside; None for all of them."""
        if self.beside is None:
            return None
        then = self.beside.values
        measures = dict.fromkeys(measure for name in self.names for measure in network.reading.get(name, ()))
        changed = [measure for measure in measures if known[measure] != measure_value(measure, then)]
        return list(dict.fromkeys(rule for measure in changed for rule in network.asking[measure]))


def begin_incremental(
    plan: Plan, question: InferenceQuestion, previous: ComputedResults | None
) -> tuple[Values, ChangedNames]:
    """Give what a question says of facts, settings and the day, over all that was known beside, and what is new."""
    changes = ChangedNames(previous)
    before = None
    if previous is None and isinstance(question.facts, LazyExtents):
        if plan.records:
            question.facts.complete()
        values = Values(question.facts, plan.names.units)
        values.known.update(question.facts.plain)
    elif previous is None:
        values = Values(dict(question.facts), plan.names.units)
    else:
        values = Values(dict(previous.values.extents), plan.names.units, dict(previous.values.answers))
        before = previous.question
        known = before.facts
        for name in [name for name, extent in question.facts.items() if known[name] is not extent]:
            if known[name] != question.facts[name]:
                values.extents[name] = question.facts[name]
                changes.names.add(name)
    for setting in plan.scorecard.settings:
        choice = question.settings.get(setting.id)
        if before is None or before.settings.get(setting.id) != choice:
            possible = {choice} if choice is not None else {item.id for item in setting.choices}
            changes.put(values, setting.id, ChoiceExtent(frozenset(possible)))
    if before is None or before.as_of != question.as_of:
        changes.put(values, AS_OF, NumberExtent(point_interval(Fraction(question.as_of.toordinal()))))
    return values, changes
