"""Tests and numbers of one scenario in an integer program, as functions of the options.

A test or number that reads few options is tabulated. Others follow their primitives: sums and multiples become linear
expressions, and a comparison of a quotient, maximum, rounded number or row is reduced to comparisons of its parts.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import groupby, pairwise
from math import lcm
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rules.contracts.extents import NotApplicable, NumberExtent
from rules.contracts.intervals import Interval
from rules.contracts.numbers import round_to_step
from rules.contracts.outcomes import Outcome
from rules.model.scorecard import SumQuantity
from rules.planning.linear import Linear
from rules.planning.scenario import Table
from rules.program import nodes
from rules.program.abstract_interpretation import ask, evaluate_tests, measure_value
from rules.program.nodes import AtomicTest, names_of, operand_nodes
from rules.program.value_environment import NO, YES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.contracts.extents import Extent
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.planning.fact_states import FactState, FactStates
    from rules.planning.integer_program import Literal
    from rules.planning.linear import Encoder
    from rules.planning.options import Choice
    from rules.planning.scenario import OptionLevels, Scenario
    from rules.program.nodes import Measure, Tests

_Value = TypeVar("_Value")
_ZERO = Fraction(0)
_ONE = Fraction(1)
_FREE_STEPS = 1_000


class Ratio(NamedTuple):
    """A quotient of two expressions; the divisor is never negative."""

    numerator: Linear
    divisor: Linear


class UnlimitedFigureError(Exception):
    """A figure has no limits, so that no search can find its best value."""


class FactEncoder:
    """The literals and expressions of facts, quantities and tests of one scenario."""

    def __init__(
        self, engine: InferenceEngine, scenario: Scenario, states: FactStates, decisions: OptionLevels, encoder: Encoder
    ) -> None:
        self._engine = engine
        self._plan = engine.plan
        self._scorecard = engine.plan.scorecard
        self._scenario = scenario
        self._states = states
        self._decisions = decisions
        self._encoder = encoder
        self._atoms: dict[AtomicTest, Literal] = {}
        self._numbers: dict[str, Linear | Ratio | None] = {}
        planned = (*self._plan.first_network.rules, *self._plan.second_network.rules)
        self._rules = {rule.id: rule.atoms for rule in planned}
        self.is_exact = True
        """Whether no part of the rules is left free so far."""

    def rule(self, rule: str) -> Literal:
        """Return a literal that is true exactly if the outcome of a rule is met."""
        return self._all_met(self._rules[rule])

    def _all_met(self, tests: Tests) -> Literal:
        return self._encoder.all_of([self.atom(atom) for atom in tests])

    # Tests.

    def atom(self, atom: AtomicTest) -> Literal:
        """Return a literal that is true exactly if a test is met."""
        if atom not in self._atoms:
            self._atoms[atom] = self._new_atom(atom)
        return self._atoms[atom]

    def _new_atom(self, atom: AtomicTest) -> Literal:
        table = self._scenario.table(
            self._support(names_of(atom.measure)),
            lambda inference: ask(atom, measure_value(atom.measure, inference.values)) is Outcome.MET,
        )
        if table is not None:
            return self._truth(table)
        literals: list[Literal | None]
        if isinstance(atom.allowed, frozenset):
            literals = [self._word(atom.measure, atom.allowed)]
        else:
            literals = [self._inside(atom.measure, span) for span in atom.allowed]
        known = [literal for literal in literals if literal is not None]
        return self._encoder.any_of(known) if len(known) == len(literals) else self._free_literal()

    def _support(self, names: Sequence[str]) -> tuple[int, ...]:
        return self._scenario.support(names)

    def _word(self, measure: Measure, allowed: frozenset[str]) -> Literal | None:
        quantity = self._plan.prepared.get(measure.name) if isinstance(measure, nodes.Word) else None
        if quantity is None or not isinstance(quantity.node, nodes.CasesWithExceptions):
            return None
        cases = [self._all_met(tests) for excepts, tests in quantity.node.rows if not excepts]
        exceptions = [self._all_met(tests) for excepts, tests in quantity.node.rows if excepts]
        encoder = self._encoder
        holds = encoder.all_of([encoder.any_of(cases), encoder.negated(encoder.any_of(exceptions))])
        parts = [*([holds] if YES in allowed else []), *([encoder.negated(holds)] if NO in allowed else [])]
        return encoder.any_of(parts)

    def _inside(self, node: Measure, span: Interval) -> Literal | None:
        literals: list[Literal] = []
        if span.low is not None:
            least = self._at_least(node, span.low, is_open=span.low_open)
            if least is None:
                return None
            literals.append(least)
        if span.high is not None:
            above = self._at_least(node, span.high, is_open=not span.high_open)
            if above is None:
                return None
            literals.append(self._encoder.negated(above))
        return self._encoder.all_of(literals)

    def _at_least(self, node: Measure, bound: Fraction, *, is_open: bool) -> Literal | None:
        """Return a literal that is true exactly if a number reaches a bound; None if it has no encoding."""
        number = self._number(node)
        if number is not None:
            return self._compared(number, bound, is_open=is_open)
        match node:
            case nodes.NamedNumber(name=name):
                quantity = self._plan.prepared.get(name)
                if quantity is not None and isinstance(quantity.node, nodes.FirstMatchingRow):
                    return self._row_at_least(quantity.node, bound, is_open=is_open)
            case nodes.ConstantMultiple(value=operand, factor=factor) if factor > 0:
                return self._at_least(operand, bound / factor, is_open=is_open)
            case nodes.ConstantMultiple(value=operand, factor=factor) if factor < 0:
                above = self._at_least(operand, bound / factor, is_open=not is_open)
                return None if above is None else self._encoder.negated(above)
            case nodes.Maximum(left=left, right=right):
                sides = [self._at_least(side, bound, is_open=is_open) for side in (left, right)]
                known = [side for side in sides if side is not None]
                return self._encoder.any_of(known) if len(known) == len(sides) else None
            case nodes.Sum(left=left, right=right):
                for one, other in ((left, right), (right, left)):
                    added = self._number(other)
                    if isinstance(added, Linear) and not added.weights:
                        return self._at_least(one, bound - added.constant, is_open=is_open)
            case nodes.RoundedValue(value=operand):
                limit, excludes = self._before_rounding(node, bound, is_open=is_open)
                return self._at_least(operand, limit, is_open=excludes)
            case nodes.ZeroDivisorGuard(value=operand, instead=instead):
                reaches, divides = self._at_least(operand, bound, is_open=is_open), self._divides(operand)
                if reaches is None or divides is None:
                    return None
                fixed = instead.value
                is_reached = fixed is not None and (fixed > bound or (fixed == bound and not is_open))
                divided = self._encoder.all_of([reaches, self._encoder.negated(divides)])
                return self._encoder.any_of([divided, *([divides] if is_reached else [])])
        return None

    def _divides(self, node: Measure) -> Literal | None:
        """Return a literal that is true exactly if a divisor in a number is zero; None if it has no encoding."""
        if isinstance(node, nodes.Exponentiation):
            return None
        literals = [self._divides(part) for part in operand_nodes(node)]
        if isinstance(node, nodes.Quotient):
            divisor = self._number(node.right)
            literals.append(self._is_zero(divisor) if isinstance(divisor, Linear) else None)
        known = [literal for literal in literals if literal is not None]
        return self._encoder.any_of(known) if len(known) == len(literals) else None

    def _is_zero(self, number: Linear) -> Literal:
        reaches, exceeds = (self._encoder.at_least(number, _ZERO, is_open=is_open) for is_open in (False, True))
        return self._encoder.all_of([reaches, self._encoder.negated(exceeds)])

    def _compared(self, number: Linear | Ratio, bound: Fraction, *, is_open: bool) -> Literal:
        if isinstance(number, Linear):
            return self._encoder.at_least(number, bound, is_open=is_open)
        reaches = self._encoder.at_least(number.numerator - number.divisor.times(bound), _ZERO, is_open=is_open)
        return self._encoder.all_of([reaches, self._encoder.at_least(number.divisor, _ZERO, is_open=True)])

    def _cases(self, node: Measure) -> list[tuple[Literal, Linear | Ratio]] | None:
        """Return the expressions that a number can be, each with its literal; None if it has no encoding."""
        number = self._number(node)
        if number is not None:
            return [(self._encoder.true, number)]
        match node:
            case nodes.NamedNumber(name=name):
                quantity = self._plan.prepared.get(name)
                if quantity is not None and isinstance(quantity.node, nodes.FirstMatchingRow):
                    rows = [(literal, self._cases(value)) for literal, value in self._selected_rows(quantity.node)]
                    known = [(literal, cases) for literal, cases in rows if cases is not None]
                    return _joined(self._encoder, known) if len(known) == len(rows) else None
            case nodes.ConstantMultiple(value=operand, factor=factor):
                return _mapped(self._cases(operand), lambda value: _times(value, factor))
            case nodes.Sum(left=left, right=right):
                for one, other in ((left, right), (right, left)):
                    added = self._number(other)
                    if isinstance(added, Linear) and not added.weights:
                        return _mapped(self._cases(one), lambda value, added=added: _sum(value, added))  # type: ignore[misc]
            case nodes.Maximum(left=left, right=right):
                for one, other in ((left, right), (right, left)):
                    limit = self._number(other)
                    if isinstance(limit, Linear) and not limit.weights:
                        return self._limited_cases(self._cases(one), limit)
            case nodes.ZeroDivisorGuard(value=operand, instead=instead):
                cases, divides = self._cases(operand), self._divides(operand)
                if cases is None or divides is None:
                    return None
                divided = _joined(self._encoder, [(self._encoder.negated(divides), cases)])
                return divided if instead.value is None else [*divided, (divides, Linear.of(instead.value))]
        return None

    def _limited_cases(
        self, cases: list[tuple[Literal, Linear | Ratio]] | None, limit: Linear
    ) -> list[tuple[Literal, Linear | Ratio]] | None:
        if cases is None:
            return None
        encoder = self._encoder
        limited: list[tuple[Literal, Linear | Ratio]] = []
        for literal, number in cases:
            above = self._compared(number, limit.constant, is_open=False)
            limited.append((encoder.all_of([literal, above]), number))
            limited.append((encoder.all_of([literal, encoder.negated(above)]), limit))
        return limited

    def _row_at_least(self, node: nodes.FirstMatchingRow, bound: Fraction, *, is_open: bool) -> Literal | None:
        cases: list[Literal] = []
        for literal, number in self._selected_rows(node):
            reaches = self._at_least(number, bound, is_open=is_open)
            if reaches is None:
                return None
            cases.append(self._encoder.all_of([literal, reaches]))
        return self._encoder.any_of(cases)

    def _selected_rows(self, node: nodes.FirstMatchingRow) -> list[tuple[Literal, nodes.Numeric]]:
        """Return each row that can be the first true one, with its literal."""
        rows: list[tuple[Literal, nodes.Numeric]] = []
        earlier: list[Literal] = []
        for tests, number in node.rows:
            holds = self._all_met(tests)
            literal = self._encoder.all_of([holds, *earlier])
            if literal != self._encoder.false:
                rows.append((literal, number))
            earlier.append(self._encoder.negated(holds))
        return rows

    @staticmethod
    def _before_rounding(node: nodes.RoundedValue, bound: Fraction, *, is_open: bool) -> tuple[Fraction, bool]:
        """Return the bound that a number must reach to be rounded to a bound or more, and whether it is excluded."""
        steps = bound / node.step
        least = steps.numerator // steps.denominator + (is_open or steps.denominator != 1)
        rounded = least * node.step
        for quarters in range(-4, 1):
            limit = rounded + quarters * node.step / 4
            if round_to_step(limit, node.step, node.mode) >= rounded:
                return limit, False
            if round_to_step(limit + node.step / 8, node.step, node.mode) >= rounded:
                return limit, True
        return rounded, False

    # Numbers.

    def _number(self, node: Measure) -> Linear | Ratio | None:
        """Return a number as an expression; None if it is neither linear nor a quotient."""
        names = names_of(node)
        if not self._support(names) and not any(map(self._is_score, names)):
            value = measure_value(node, self._scenario.base.values)
            known = value.value if isinstance(value, Interval) else None
            return None if known is None else Linear.of(known)
        match node:
            case nodes.NamedNumber(name=name):
                if name not in self._numbers:
                    self._numbers[name] = self._named(name)
                return self._numbers[name]
            case nodes.ConstantMultiple(value=operand, factor=factor):
                return _times(self._number(operand), factor)
            case nodes.Sum(left=left, right=right):
                return _sum(self._number(left), self._number(right))
            case nodes.Product(left=left, right=right):
                return _product(self._number(left), self._number(right))
            case nodes.Quotient(left=left, right=right):
                return self._quotient(self._number(left), self._number(right))
            case nodes.Maximum(left=left, right=right):
                one, other = self._number(left), self._number(right)
                if isinstance(one, Linear) and isinstance(other, Linear):
                    return self._encoder.greatest(one, other)
                return None
            case nodes.ZeroDivisorGuard(value=operand):
                number = self._number(operand)
                return number if isinstance(number, Linear) else None
            case _:
                return None

    def _is_score(self, name: str) -> bool:
        """Return whether a name is a number of points."""
        del name
        return False

    def _score(self, name: str) -> Linear | None:
        """Return a number of points as an expression."""
        del name
        return None

    def _named(self, name: str) -> Linear | Ratio | None:
        if self._is_score(name):
            return self._score(name)
        if name in self._states.by_name:
            return self._fact(self._states.by_name[name])
        quantity = self._plan.quantities.get(name)
        if isinstance(quantity, SumQuantity):
            return self._sum_of_records(quantity)
        prepared = self._plan.prepared.get(name)
        if prepared is not None and isinstance(prepared.node, nodes.FirstMatchingRow):
            return self._first_row(prepared.node)
        return None

    def _first_row(self, node: nodes.FirstMatchingRow) -> Linear | Ratio | None:
        for tests, _ in node.rows:
            read = tuple(name for test in tests for name in names_of(test.measure))
            if not self._support(read) and evaluate_tests(tests, self._scenario.base.values) is Outcome.UNDETERMINED:
                return None
        rows = self._selected_rows(node)
        numbers = [(literal, self._number(number)) for literal, number in rows]
        if len(numbers) == 1 and numbers[0][0] == self._encoder.true:
            return numbers[0][1]
        cases = [(literal, number) for literal, number in numbers if isinstance(number, Linear)]
        always = not node.rows[-1][0] or self._encoder.any_of([literal for literal, _ in rows]) == self._encoder.true
        return self._encoder.selected(cases) if always and len(cases) == len(numbers) else None

    def _sum_of_records(self, quantity: SumQuantity) -> Linear | None:
        """Return a sum of records: that without options, and the part of each option that adds records."""
        changed = [name for name in self._engine.dependencies.of((quantity.id,)) if name in self._states.by_name]
        behind = self._engine.dependencies.names_behind((quantity.id,)) - {quantity.id}
        others = (self._plan.quantities.get(name) for name in behind)
        shared = any(isinstance(other, SumQuantity) and other.list == quantity.list for other in others)
        if quantity.figure is not None or quantity.each is not None or changed != [quantity.list] or shared:
            return None
        without = _known(self._scenario.base.values.extents[quantity.id])
        if without is None or quantity.when_none:
            return None
        number = Linear.of(without)
        for option in sorted(self._states.by_name[quantity.list].options):
            table = self._scenario.table((option,), lambda inference: _known(inference.values.extents[quantity.id]))
            value = table.values[(option, 1),] if table is not None else None
            if value is None:
                return None
            number += self._encoder.number(self._chosen(option)).times(value - without)
        return number

    def _fact(self, state: FactState) -> Linear | None:
        effects = state.numbers
        without = _known(self._scenario.question.facts[state.name])
        if effects is None or without is None:
            return None
        encoder, present = self._encoder, effects.present
        present = without if present is None else present
        number = Linear.of(without)
        if present != without:
            touched = encoder.any_of([self._chosen(option) for option in state.options])
            number += encoder.number(touched).times(present - without)
        for option, replaced in effects.replaced.items():
            number += encoder.number(self._chosen(option)).times(replaced - present)
        for option, amount in effects.added.items():
            number += self._level(option).times(amount)
        return self._limited(number, effects.low, effects.high, without)

    def _limited(
        self, number: Linear, least: Fraction | None, most: Fraction | None, without: Fraction
    ) -> Linear | None:
        """Limit a changed value; None if the value without options is outside the limits."""
        low, high = self._encoder.bounds(number)
        if least is not None and low < least:
            if without < least:
                return None
            number = self._encoder.greatest(number, Linear.of(least))
        if most is not None and high > most:
            if without > most:
                return None
            number = self._encoder.least(number, Linear.of(most))
        return number

    def _chosen(self, option: int) -> Literal:
        return self._encoder.at_least(Linear.variable(self._decisions.variables[option]), _ONE)

    def _level(self, option: int) -> Linear:
        first, step = self._decisions.first[option], self._decisions.step[option]
        variable = self._decisions.variables[option]
        if self._decisions.levels[option] == 1:
            return Linear.variable(variable, first)
        return self._encoder.number(self._chosen(option)).times(first - step) + Linear.variable(variable, step)

    def _quotient(self, left: Linear | Ratio | None, right: Linear | Ratio | None) -> Linear | Ratio | None:
        if left is None or not isinstance(right, Linear):
            return None
        low, high = self._encoder.bounds(right)
        if not right.weights and right.constant:
            return _times(left, 1 / right.constant)
        if not isinstance(left, Linear) or low < 0 < high or low == high:
            return None
        return Ratio(left, right) if low >= 0 else Ratio(left.times(-_ONE), right.times(-_ONE))

    # Tables and free parts.

    def _tabulated(self, names: tuple[str, ...], read: Callable[[Inference], Extent]) -> Linear | None:
        """Return a number of the conclusions that reads few options; None if it reads many or is not always known."""
        table = self._scenario.table(self._scenario.support(names), lambda inference: _known(read(inference)))
        if table is None:
            return None
        known = {choice: value for choice, value in table.values.items() if value is not None}
        return self._from_table(Table(table.options, known)) if len(known) == len(table.values) else None

    def _truth(self, table: Table[bool]) -> Literal:
        """Return a literal that is true exactly in the true rows of a table."""
        if len(set(table.values.values())) == 1:
            return self._encoder.constant(holds=next(iter(table.values.values())))
        return self._decided(table.options, table.values)

    def _decided(self, options: tuple[int, ...], values: Mapping[Choice, bool]) -> Literal:
        """Encode a table by deciding one option after the other, with equal parts only once."""
        if len(set(values.values())) == 1:
            return self._encoder.constant(holds=next(iter(values.values())))
        parts = _split(options[0], values)
        grouped = groupby(parts, key=lambda number: _frozen(parts[number]))
        runs = [(list(run), dict(content)) for content, run in grouped]
        literals = []
        for run, content in runs:
            inside = self._decided(options[1:], content)
            literals.append(self._encoder.all_of([self._between(options[0], run[0], run[-1]), inside]))
        return self._encoder.any_of(literals)

    def _between(self, option: int, first: int, last: int) -> Literal:
        key = option, first, last
        if key not in self._betweens:
            level = Linear.variable(self._decisions.variables[option])
            reached, passed = (self._encoder.at_least(level, Fraction(number)) for number in (first, last + 1))
            self._betweens[key] = self._encoder.all_of([reached, self._encoder.negated(passed)])
        return self._betweens[key]

    @cached_property
    def _betweens(self) -> dict[tuple[int, int, int], Literal]:
        """Literals of ranges of levels; tables need the same ones many times."""
        return {}

    def _from_table(self, table: Table[Fraction]) -> Linear:
        """Return the number of a table: its least value, and the steps to each greater one where that is reached."""
        values = sorted(set(table.values.values()))
        number = Linear.of(values[0])
        for before, value in pairwise(values):
            reached = self._truth(Table(table.options, {key: found >= value for key, found in table.values.items()}))
            number += self._encoder.number(reached).times(value - before)
        return number

    def _free_literal(self) -> Literal:
        self.is_exact = False
        return self._encoder.program.literal(), True

    def _free_number(self, bounds: tuple[Fraction, Fraction]) -> Linear:
        """Return a number that only its bounds limit."""
        self.is_exact = False
        low, high = bounds
        scale = lcm(low.denominator, high.denominator) * _FREE_STEPS
        return Linear.variable(self._encoder.program.variable(int(low * scale), int(high * scale)), Fraction(1, scale))

    def _may_be_absent(self, name: str) -> bool:
        """Return whether an option can make a number or word inapplicable, or applicable."""
        behind = self._engine.dependencies.of((name,))
        changed = [self._states.by_name[fact] for fact in behind if fact in self._states.by_name]
        if not changed:
            return False
        return any(state.may_be_absent for state in changed) or not self._absent_facts.isdisjoint(behind)

    @cached_property
    def _absent_facts(self) -> frozenset[str]:
        extents = self._scenario.question.facts
        return frozenset(fact.id for fact in self._scorecard.facts if isinstance(extents[fact.id], NotApplicable))


def _known(extent: Extent) -> Fraction | None:
    return extent.interval.value if isinstance(extent, NumberExtent) else None


def _split(option: int, values: Mapping[Choice, _Value]) -> dict[int, dict[Choice, _Value]]:
    parts: dict[int, dict[Choice, _Value]] = {}
    for choice, value in values.items():
        number = choice[0][1] if choice and choice[0][0] == option else 0
        parts.setdefault(number, {})[choice[1:] if number else choice] = value
    return dict(sorted(parts.items()))


def _frozen(part: Mapping[Choice, _Value]) -> tuple[tuple[Choice, _Value], ...]:
    return tuple(sorted(part.items(), key=lambda item: item[0]))


def _joined(
    encoder: Encoder, rows: Sequence[tuple[Literal, list[tuple[Literal, Linear | Ratio]]]]
) -> list[tuple[Literal, Linear | Ratio]]:
    return [(encoder.all_of([row, literal]), number) for row, cases in rows for literal, number in cases]


def _mapped(
    cases: list[tuple[Literal, Linear | Ratio]] | None,
    change: Callable[[Linear | Ratio], Linear | Ratio | None],
) -> list[tuple[Literal, Linear | Ratio]] | None:
    if cases is None:
        return None
    changed = [(literal, change(number)) for literal, number in cases]
    known = [(literal, number) for literal, number in changed if number is not None]
    return known if len(known) == len(changed) else None


def _times(number: Linear | Ratio | None, factor: Fraction) -> Linear | Ratio | None:
    if isinstance(number, Ratio):
        return Ratio(number.numerator.times(factor), number.divisor)
    return None if number is None else number.times(factor)


def _sum(left: Linear | Ratio | None, right: Linear | Ratio | None) -> Linear | Ratio | None:
    if isinstance(left, Linear) and isinstance(right, Linear):
        return left + right
    if isinstance(right, Ratio):
        left, right = right, left
    if isinstance(left, Ratio) and isinstance(right, Linear) and not right.weights:
        return Ratio(left.numerator + left.divisor.times(right.constant), left.divisor)
    return None


def _product(left: Linear | Ratio | None, right: Linear | Ratio | None) -> Linear | Ratio | None:
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Linear) and not one.weights:
            return _times(other, one.constant)
    return None
