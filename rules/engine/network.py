"""Rule network: planned rules, their atomic tests, and indexes by measure and name."""

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
    """A conjunction of atoms.

    A failed atom decides first, then an undetermined atom, then an atom that does not apply.
    """

    id: str
    atoms: tuple[AtomicTest, ...]
    clauses: tuple[int, ...] = ()
    """The number of atoms in each clause of the condition. The clauses are the last atoms."""

    @staticmethod
    def of(id: str, condition: Condition, names: LoweringNames, before: tuple[AtomicTest, ...] = ()) -> PlannedRule:
        return PlannedRule.of_clauses(id, lower_clauses(condition, names), before)

    @staticmethod
    def of_clauses(id: str, clauses: tuple[Tests, ...], before: Tests = ()) -> PlannedRule:
        return PlannedRule(id, (*before, *(atom for atoms in clauses for atom in atoms)), tuple(map(len, clauses)))

    @property
    def parts(self) -> tuple[Tests, ...]:
        begin = len(self.atoms) - sum(self.clauses)
        part_tests = [self.atoms[:begin]] if begin else []
        for count in self.clauses:
            part_tests.append(self.atoms[begin : begin + count])
            begin += count
        return tuple(part_tests)


@dataclass(frozen=True)
class Network:
    """Rules that are concluded together, and the measures they read."""

    rules: tuple[PlannedRule, ...]
    measures: tuple[Measure, ...]

    @cached_property
    def atoms_by_rule(self) -> dict[str, tuple[AtomicTest, ...]]:
        return {rule.id: rule.atoms for rule in self.rules}

    @cached_property
    def parts(self) -> dict[str, tuple[Tests, ...]]:
        return {rule.id: rule.parts for rule in self.rules}

    @cached_property
    def rules_by_measure(self) -> dict[Measure, tuple[str, ...]]:
        rules_by_measure: dict[Measure, list[str]] = {measure: [] for measure in self.measures}
        for rule in self.rules:
            for measure in dict.fromkeys(atom.measure for atom in rule.atoms):
                rules_by_measure[measure].append(rule.id)
        return {measure: tuple(rules) for measure, rules in rules_by_measure.items()}

    @cached_property
    def measures_by_name(self) -> dict[str, tuple[Measure, ...]]:
        by_name: dict[str, list[Measure]] = {}
        for measure in self.measures:
            for name in names_of(measure):
                by_name.setdefault(name, []).append(measure)
        return {name: tuple(measures) for name, measures in by_name.items()}

    @staticmethod
    def of(rules: list[PlannedRule]) -> Network:
        return Network(tuple(rules), tuple(dict.fromkeys(atom.measure for rule in rules for atom in rule.atoms)))
