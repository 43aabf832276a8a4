"""Rule network: planned rules, their atomic tests, and indexes of shared measures to rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rules.program.lowering import lower_clauses
from rules.program.nodes import names_of

if TYPE_CHECKING:
    from rules.model.expressions import Condition
    from rules.program.lowering import LoweringNames
    from rules.program.nodes import AtomicTest, Measure, Tests


@dataclass(frozen=True, slots=True)
class PlannedRule:
    """One thing to conclude: met if all atoms are, not met if one is not, not applicable if one does not apply."""

    id: str
    atoms: tuple[AtomicTest, ...]
    clauses: tuple[int, ...] = ()
    """How many of its last atoms each clause of its condition makes up; what has no condition has none."""

    @staticmethod
    def of(id: str, condition: Condition, names: LoweringNames, before: tuple[AtomicTest, ...] = ()) -> PlannedRule:
        """Plan a rule with a condition, and perhaps atoms before it.

        Raises:
            PlanError: a clause asks something that the engine cannot conclude soundly.
        """
        return PlannedRule.of_clauses(id, lower_clauses(condition, names), before)

    @staticmethod
    def of_clauses(id: str, clauses: tuple[Tests, ...], before: Tests = ()) -> PlannedRule:
        """Plan a rule with clauses that were lowered, and perhaps atoms before them."""
        return PlannedRule(id, (*before, *(atom for atoms in clauses for atom in atoms)), tuple(map(len, clauses)))

    @property
    def parts(self) -> tuple[Tests, ...]:
        """The atoms before the clauses, if there are any, then those of each clause."""
        begin = len(self.atoms) - sum(self.clauses)
        part_tests = [self.atoms[:begin]] if begin else []
        for count in self.clauses:
            part_tests.append(self.atoms[begin : begin + count])
            begin += count
        return tuple(part_tests)


@dataclass(frozen=True)
class Network:
    """The rules that are concluded together, and all the measures they ask about."""

    rules: tuple[PlannedRule, ...]
    measures: tuple[Measure, ...]

    @cached_property
    def atoms_by_rule(self) -> dict[str, tuple[AtomicTest, ...]]:
        """The atoms of each rule by its id."""
        return {rule.id: rule.atoms for rule in self.rules}

    @cached_property
    def parts(self) -> dict[str, tuple[Tests, ...]]:
        """The atoms of each rule by its id, apart for each of its clauses."""
        return {rule.id: rule.parts for rule in self.rules}

    @cached_property
    def rules_by_measure(self) -> dict[Measure, tuple[str, ...]]:
        """The rules that ask each measure."""
        rules_by_measure: dict[Measure, list[str]] = {measure: [] for measure in self.measures}
        for rule in self.rules:
            for measure in dict.fromkeys(atom.measure for atom in rule.atoms):
                rules_by_measure[measure].append(rule.id)
        return {measure: tuple(rules) for measure, rules in rules_by_measure.items()}

    @cached_property
    def measures_by_name(self) -> dict[str, tuple[Measure, ...]]:
        """The measures that read what is known under each name."""
        by_name: dict[str, list[Measure]] = {}
        for measure in self.measures:
            for name in names_of(measure):
                by_name.setdefault(name, []).append(measure)
        return {name: tuple(measures) for name, measures in by_name.items()}

    @staticmethod
    def of(rules: list[PlannedRule]) -> Network:
        """Make a network and list its measures once, in the order in which they first appear."""
        return Network(tuple(rules), tuple(dict.fromkeys(atom.measure for rule in rules for atom in rule.atoms)))
