"""Dual evaluation of a rule network: durable-rules and a generated Python oracle that must agree."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeVar

from rules.contracts.errors import EngineDisagreement
from rules.contracts.outcomes import LETTERS, OUTCOMES, Outcome, all_of
from rules.engine.outcome_memo import MAX_MEMO_ENTRIES
from rules.engine.rete import ShardedNetwork
from rules.program.abstract_interpretation import LazyMeasureValues, evaluate_measured_tests
from rules.program.compiled_evaluation import CompiledMeasures, inside
from rules.program.nodes import CriterionOutcome, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rules.engine.incremental_inference import ChangedNames
    from rules.engine.network import Network, PlannedRule
    from rules.program.compiled_evaluation import MeasuredValues
    from rules.program.nodes import AtomicTest, Measure, Tests
    from rules.program.value_environment import MeasureValue, Plain, Values


_MAX_CONJUNCTIONS = 4_096
_MAX_COMPILED_ORACLES = 32
_MAX_SUM_TERMS = 20
AnyOutcomes = TypeVar("AnyOutcomes", bound="Mapping[str, Outcome]")


class Outcomes(dict[str, Outcome]):
    """Outcomes of rules by id.

    `letters` has one letter per part of a rule. `is_known` is whether every measure was known. `counting` caches
    whether a record counts, by sum.
    """

    def __init__(self, letters: Mapping[str, str], *, is_known: bool = True) -> None:
        super().__init__({rule: _CONJUNCTION_OUTCOMES[written] for rule, written in letters.items()})
        self.letters, self.is_known = letters, is_known
        self.counting: dict[str, Outcome] = {}


def letters_of(outcomes: Mapping[str, Outcome]) -> Mapping[str, str]:
    """Return the letters of each rule; empty for a plain mapping."""
    return outcomes.letters if isinstance(outcomes, Outcomes) else {}


class _ConjunctionTable(dict[str, Outcome]):
    def __missing__(self, letters: str) -> Outcome:
        outcome = all_of([OUTCOMES[letter] for letter in letters])
        if len(self) < _MAX_CONJUNCTIONS:
            self[letters] = outcome
        return outcome


_CONJUNCTION_OUTCOMES = _ConjunctionTable()


def oracle_source(network: Network) -> str:
    """Return the source of a function from measure values to the letters of each rule.

    The letters follow the order of `PlannedRule.parts`.
    """
    indexes = {measure: number for number, measure in enumerate(network.measures)}
    targets = [
        f"c{number}" if isinstance(measure, (Word, CriterionOutcome)) else f"(n{number}, d{number})"
        for measure, number in indexes.items()
    ]
    unpacked = [f"    [{', '.join(targets)}] = values"] if targets else []
    rules = [f"        {rule.id!r}: {_letters_expression(rule, indexes)}," for rule in network.rules]
    return "\n".join(["def conclude(values):", *unpacked, "    return {", *rules, "    }", ""])


@lru_cache(_MAX_COMPILED_ORACLES)
def compile_oracle(source: str) -> Callable[[Sequence[Plain]], dict[str, str]]:
    """Compile an oracle. A scorecard and its mutants often share the source."""
    names: dict[str, Callable[[Sequence[Plain]], dict[str, str]]] = {}
    exec(compile(source, "<generated>", "exec"), names)  # noqa: S102 -- source generated above from a validated scorecard
    return names["conclude"]


def _letters_expression(rule: PlannedRule, indexes: Mapping[Measure, int]) -> str:
    letters = [f"({_letter_expression(atoms, indexes)})" for atoms in rule.parts]
    if len(letters) > _MAX_SUM_TERMS:  # Python cannot compile a long, deeply nested sum
        return f"''.join(({', '.join(letters)}))"
    return " + ".join(letters) or "''"


def _letter_expression(atoms: tuple[AtomicTest, ...], indexes: Mapping[Measure, int]) -> str:
    tests = [
        (_absence_variable(atom, indexes[atom.measure]), _test_expression(atom, indexes[atom.measure]))
        for atom in atoms
    ]
    absent = " or ".join(dict.fromkeys(f"{name} is None" for name, _ in tests))
    if len(tests) == 1:
        return f"'a' if {absent} else 'm' if {tests[0][1]} else 'n'"
    fails = " or ".join(f"({name} is not None and not ({holds}))" for name, holds in tests)
    return f"'n' if {fails} else 'a' if {absent} else 'm'"


def _absence_variable(atom: AtomicTest, position: int) -> str:
    return f"c{position}" if isinstance(atom.measure, (Word, CriterionOutcome)) else f"n{position}"


def _test_expression(atom: AtomicTest, position: int) -> str:
    if isinstance(atom.allowed, frozenset):
        return f"c{position} in {{{', '.join(map(repr, sorted(atom.allowed)))}}}" if atom.allowed else "False"
    return inside(atom.edges, f"n{position}", f"d{position}")


class DualEvaluator:
    """The evaluators of one network, each compiled on first use. `explores_only` omits durable-rules."""

    def __init__(self, network: Network, *, explores_only: bool = False) -> None:
        self._network = network
        self._sharded_or_none = None if explores_only else ShardedNetwork(network)
        self._compiled_measures = CompiledMeasures(network.measures)
        self._interned: dict[tuple[object, ...], Outcomes] = {}

    @cached_property
    def source(self) -> str:
        return oracle_source(self._network)

    @cached_property
    def _oracle(self) -> Callable[[Sequence[Plain]], dict[str, str]]:
        return compile_oracle(self.source)

    @property
    def _sharded(self) -> ShardedNetwork:
        if self._sharded_or_none is None:
            raise TypeError("an engine that only explores was asked to infer")
        return self._sharded_or_none

    def compile(self) -> None:
        self._sharded.compile()

    def close(self) -> None:
        if self._sharded_or_none is not None:
            self._sharded_or_none.close()

    def conclude_both(self, values: Values, changes: ChangedNames, before: Mapping[str, Outcome]) -> dict[str, Outcome]:
        if changes.previous is None:
            return self._agreed([values])[0]
        known = LazyMeasureValues(values)
        rules = changes.rules_reached(self._network, known)
        if not rules:
            return dict(before)
        [concluded] = self._sharded.conclude_changes([(known, rules)])
        return {**before, **require_agreement(concluded, evaluate_rules(self._network, known, rules))}

    def conclude_changes(
        self, each: Sequence[tuple[Values, ChangedNames]], before: Mapping[str, Outcome]
    ) -> list[dict[str, Outcome]]:
        requests = []
        for values, changes in each:
            known = LazyMeasureValues(values)
            requests.append((known, changes.rules_reached(self._network, known)))
        return [{**before, **concluded} for concluded in self._sharded.conclude_changes(requests)]

    def confirm_each(self, each: Sequence[tuple[Values, Mapping[str, Outcome]]]) -> None:
        inferred = self._sharded.conclude_each([self._compiled_measures.read(values) for values, _ in each])
        for outcomes, (_, expected) in zip(inferred, each, strict=True):
            require_agreement(outcomes, expected)

    def conclude_both_each(self, each: Sequence[Values]) -> list[dict[str, Outcome]]:
        return [self._intern(outcomes) for outcomes in self._agreed(each)]

    def _agreed(self, each: Sequence[Values]) -> list[Outcomes]:
        measured = [self._compiled_measures.read(values) for values in each]
        inferred = self._sharded.conclude_each(measured)
        expected = map(self._expected, each, measured)
        return [require_agreement(*outcomes) for outcomes in zip(inferred, expected, strict=True)]

    def conclude_oracle(
        self, values: Values, changes: ChangedNames, before: Mapping[str, Outcome]
    ) -> dict[str, Outcome]:
        if changes.previous is None:
            return self._expected(values, self._compiled_measures.read(values))
        known = LazyMeasureValues(values)
        return {**before, **evaluate_rules(self._network, known, changes.rules_reached(self._network, known))}

    def conclude_oracle_each(self, each: Sequence[Values]) -> list[dict[str, Outcome]]:
        return [self._intern(self._expected(values, self._compiled_measures.read(values))) for values in each]

    def _intern(self, outcomes: Outcomes) -> Outcomes:
        key = outcomes.is_known, *outcomes.letters.values()
        shared = self._interned.get(key)
        if shared is None:
            shared = outcomes
            if len(self._interned) < MAX_MEMO_ENTRIES:
                self._interned[key] = outcomes
        return shared

    def _expected(self, values: Values, measured: MeasuredValues) -> Outcomes:
        letters, network = self._oracle(measured.plain), self._network
        if measured.open:
            known = LazyMeasureValues(values)
            for position in measured.open:
                for rule in network.rules_by_measure[network.measures[position]]:
                    letters[rule] = _rule_letters(network.parts[rule], known)
        return Outcomes(letters, is_known=not measured.open)


def _rule_letters(parts: tuple[Tests, ...], measured: Mapping[Measure, MeasureValue]) -> str:
    return "".join([LETTERS[evaluate_measured_tests(tests, measured)] for tests in parts])


def require_agreement(inferred: Mapping[str, Outcome], expected: AnyOutcomes) -> AnyOutcomes:
    """Return `expected` if both evaluators agree.

    Raises:
        EngineDisagreement: If they differ. The message names the rules.
    """
    if inferred != expected:
        differing = [name for name in expected if inferred.get(name) is not expected[name]]
        raise EngineDisagreement(f"The evaluators differ on {', '.join(differing[:10])}.")
    return expected


def evaluate_rules(
    network: Network, measured: Mapping[Measure, MeasureValue], rules: Iterable[str] | None = None
) -> dict[str, Outcome]:
    """Conclude all or some rules in plain Python, with exact values instead of codes."""
    atoms_by_rule = network.atoms_by_rule
    return {
        rule: evaluate_measured_tests(atoms_by_rule[rule], measured)
        for rule in (atoms_by_rule if rules is None else rules)
    }
