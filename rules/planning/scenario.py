"""One scenario of a subject, encoded in an integer program: outcomes, points and totals as functions of the options.

In a scenario every fact and setting is known. A part of the rules that reads few options is tabulated: the evaluator
computes it for every combination. Sums, thresholds and lines over many options become linear constraints. Any other
part is left free, which only makes plans look better than they are; the search then corrects each proposal.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from itertools import groupby, pairwise
from math import lcm, prod
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from rules.contracts.extents import NotApplicable, NumberExtent
from rules.contracts.intervals import Interval
from rules.contracts.numbers import round_to
from rules.contracts.outcomes import Outcome
from rules.engine.grades import rule_ids_behind_row, sections_of
from rules.engine.lazy_extents import with_extents
from rules.model.expressions import STAGE, TOTAL_SCORE
from rules.model.scorecard import NotApplicablePolicy
from rules.model.symbol_table import decode_section_total
from rules.planning.linear import Encoder, Linear, sum_of_linear
from rules.program import nodes
from rules.program.abstract_interpretation import ask, evaluate_tests, measure_value
from rules.program.nodes import Piecewise, PointsByCount, names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from rules.contracts.extents import Extent
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.scorecard import Indicator
    from rules.planning.fact_states import FactState, FactStates
    from rules.planning.integer_program import Literal
    from rules.planning.options import Choice
    from rules.program.nodes import AtomicTest, Measure

MAXIMUM_COMBINATIONS = 256
"""Limit of the combinations of a table; each of them costs an evaluation."""
_ZERO = Fraction(0)
_ONE = Fraction(1)
_Value = TypeVar("_Value")


class UnlimitedFigureError(Exception):
    """A figure has no limits, so that no search can find its best value."""


class OptionLevels(NamedTuple):
    """Decision variables: the level number of each option, 0 if it is not chosen, and which options exclude others."""

    variables: tuple[int, ...]
    levels: tuple[int, ...]
    first: tuple[Fraction, ...]
    step: tuple[Fraction, ...]
    conflicts: Mapping[int, frozenset[int]]
    requires: Mapping[int, frozenset[int]]

    def allows(self, choice: Mapping[int, int]) -> bool:
        """Return whether no option of a partial choice excludes another."""
        return all(self.conflicts.get(option, frozenset()).isdisjoint(choice) for option in choice)


class Ratio(NamedTuple):
    """A quotient of two expressions; the divisor is always positive."""

    numerator: Linear
    divisor: Linear


class _Table(NamedTuple, Generic[_Value]):
    options: tuple[int, ...]
    values: dict[Choice, _Value]


class Weights(NamedTuple):
    """One pattern of what counts: the indicators that apply, and the factors of their points.

    The factors are 0 where a section does not count.
    """

    applying: frozenset[str]
    total: Mapping[str, Fraction]
    section: Mapping[str, Fraction]


class Scenario:
    """The rules of one subject with all facts known, as functions of the options."""

    def __init__(
        self, engine: InferenceEngine, states: FactStates, question: InferenceQuestion, decisions: OptionLevels
    ) -> None:
        self._engine = engine
        self._plan = engine.plan
        self._states = states
        self.question = question
        self._decisions = decisions
        self._inferences: dict[Choice, Inference] = {}
        self._base: Inference | None = None
        self._supports: dict[tuple[str, ...], tuple[int, ...]] = {}
        self.evaluations = 0

    @property
    def base(self) -> Inference:
        """The conclusions without any option."""
        if self._base is None:
            self.evaluations += 1
            self._base = self._engine.explore(self.question)
        return self._base

    def question_after(self, choice: Choice) -> InferenceQuestion:
        """Return the question after a choice."""
        facts: dict[str, Extent] = {}
        chosen = {option for option, _ in choice}
        for name, state in self._states.by_name.items():
            if not state.options.isdisjoint(chosen):
                extent = self._states.extent(state, choice)
                if extent is not None:
                    facts[name] = extent
        return replace(self.question, facts=with_extents(self.question.facts, facts)) if facts else self.question

    def inference(self, choice: Choice) -> Inference:
        """Return the conclusions after a choice."""
        if not choice:
            return self.base
        if choice not in self._inferences:
            self.evaluations += 1
            self._inferences[choice] = self._engine.explore(self.question_after(choice), self.base)
        return self._inferences[choice]

    def explore_freed(self, choice: Choice, freed: frozenset[int]) -> Inference:
        """Return the conclusions possible after a choice, if the freed options can have any level."""
        chosen = freed.union(option for option, _ in choice)
        facts = {
            state.name: self._states.hull(state, choice, freed, self.question.facts[state.name])
            for state in self._states.by_name.values()
            if not state.options.isdisjoint(chosen)
        }
        self.evaluations += 1
        question = replace(self.question, facts=with_extents(self.question.facts, facts))
        return self._engine.explore(question, self.base)

    def support(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the options that change a fact behind any of the names."""
        key = tuple(names)
        if key not in self._supports:
            options: set[int] = set()
            for name in self._engine.dependencies.of(key):
                if name in self._states.by_name:
                    options |= self._states.by_name[name].options
            self._supports[key] = tuple(sorted(options))
        return self._supports[key]

    def table(self, options: tuple[int, ...], read: Callable[[Inference], _Value]) -> _Table[_Value] | None:
        """Return a value of the conclusions for every combination of some options; None if there are too many."""
        levels = self._decisions.levels
        if prod(levels[option] + 1 for option in options) > MAXIMUM_COMBINATIONS and (
            sum(1 for _ in zip(self._combinations(options), range(MAXIMUM_COMBINATIONS + 1), strict=False))
            > MAXIMUM_COMBINATIONS
        ):
            return None
        return _Table(options, {choice: read(self.inference(choice)) for choice in self._combinations(options)})

    def _combinations(self, options: tuple[int, ...]) -> Iterator[Choice]:
        """Yield the combinations that no exclusion forbids."""

        def extended(position: int, chosen: dict[int, int]) -> Iterator[Choice]:
            if position == len(options):
                yield tuple(chosen.items())
                return
            option = options[position]
            yield from extended(position + 1, chosen)
            if self._decisions.conflicts.get(option, frozenset()).isdisjoint(chosen):
                for number in range(1, self._decisions.levels[option] + 1):
                    yield from extended(position + 1, {**chosen, option: number})

        return extended(0, {})


class ScenarioEncoder:
    """The literals and expressions of one scenario in one integer program."""

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
        self._facts: dict[str, Linear] = {}
        self._points: dict[str, Linear] = {}
        self._totals: dict[str, Linear] = {}
        self._rules = {
            rule.id: rule.atoms for rule in (*self._plan.first_network.rules, *self._plan.second_network.rules)
        }
        self.is_exact = True
        """Whether no part of the rules is left free."""
        self._staged = self._scorecard.stages is not None

    # Requirements.

    def applies(self) -> Literal:
        """Return a literal that is true exactly if the scorecard applies and no indicator that must apply is absent."""
        literals = [self.rule("card:applies")] if "card:applies" in self._rules else []
        if self._scorecard.card.not_applicable is NotApplicablePolicy.REFUSE:
            literals.append(self._tabulated(self._all_indicator_names(), self._is_not_refused))
        return self._encoder.all_of(literals)

    def passes(self, gate: str) -> Literal:
        """Return a literal that is true exactly if the subject passes a gate."""
        options = self._scenario.support((gate,))
        table = self._scenario.table(options, lambda inference: inference.passes[gate] is Outcome.MET)
        if table is not None:
            return self._truth(table)
        requires = self.rule(f"{gate}:requires")
        if f"{gate}:applies" not in self._rules:
            return requires
        return self._encoder.any_of([requires, self._encoder.negated(self.rule(f"{gate}:applies"))])

    def row(self, position: int) -> Literal:
        """Return a literal that is true exactly if a row of the ladder is."""
        ladder = self._scorecard.ladder
        assert ladder is not None  # noqa: S101 -- only graded scorecards have rows
        condition, *exceptions = rule_ids_behind_row(ladder, position)
        excluded = [self._encoder.negated(self.rule(exception)) for exception in exceptions]
        return self._encoder.all_of([self.rule(condition), *excluded])

    def row_without_points(self, position: int) -> Literal:
        """Return the literal of a row, apart from its range of the total."""
        ladder = self._scorecard.ladder
        assert ladder is not None  # noqa: S101 -- only graded scorecards have rows
        condition, *exceptions = rule_ids_behind_row(ladder, position)
        atoms = [atom for atom in self._rules[condition] if not _is_total(atom)]
        excluded = [self._encoder.negated(self.rule(exception)) for exception in exceptions]
        return self._encoder.all_of([*map(self.atom, atoms), *excluded])

    def rule(self, rule: str) -> Literal:
        """Return a literal that is true exactly if the outcome of a rule is met."""
        return self._encoder.all_of([self.atom(atom) for atom in self._rules[rule]])

    def figure(self, name: str) -> Linear:
        """Return the total points, or the value of a quantity; free between its bounds if it is not linear."""
        if not name:
            return self.total()
        number = self._number(nodes.NamedNumber(name))
        if isinstance(number, Linear):
            return number
        options = self._scenario.support((name,))
        table = self._scenario.table(options, lambda inference: _known(inference.values.extents[name]))
        if table is not None and all(value is not None for value in table.values.values()):
            return self._from_table(_Table(table.options, {key: value or _ZERO for key, value in table.values.items()}))
        return self._free_number(self._hull(name))

    # Tests.

    def atom(self, atom: AtomicTest) -> Literal:
        """Return a literal that is true exactly if a test is met."""
        if atom not in self._atoms:
            self._atoms[atom] = self._new_atom(atom)
        return self._atoms[atom]

    def _new_atom(self, atom: AtomicTest) -> Literal:
        if _is_total(atom):
            return self._total_test(atom)
        names = names_of(atom.measure)
        if not any(decode_section_total(name) for name in names):
            options = self._scenario.support((*names, STAGE) if self._staged else names)
            table = self._scenario.table(
                options, lambda inference: ask(atom, measure_value(atom.measure, inference.values)) is Outcome.MET
            )
            if table is not None:
                return self._truth(table)
        number = self._number(atom.measure) if not isinstance(atom.measure, _WORDS) else None
        if number is not None and not isinstance(atom.allowed, frozenset):
            return self._encoder.any_of([self._inside(number, span) for span in atom.allowed])
        return self._free_literal()

    def _inside(self, number: Linear | Ratio, span: Interval) -> Literal:
        literals = []
        if span.low is not None:
            literals.append(self._encoder.at_least(*_compared(number, span.low), is_open=span.low_open))
        if span.high is not None:
            above = self._encoder.at_least(*_compared(number, span.high), is_open=not span.high_open)
            literals.append(self._encoder.negated(above))
        return self._encoder.all_of(literals)

    def _total_test(self, atom: AtomicTest) -> Literal:
        total = self.total()
        return self._encoder.any_of(
            [self._inside_rounded(total, span) for span in atom.allowed if isinstance(span, Interval)]
        )

    def _inside_rounded(self, total: Linear, span: Interval) -> Literal:
        card = self._scorecard.card
        if not card.compare_rounded:
            return self._inside(total, span)
        scale = total.scale
        low, high = self._encoder.bounds(total)
        ends = int(low * scale) - 1, int(high * scale) + 1

        def first(reaches: Callable[[Fraction], bool]) -> Fraction:
            least, most = ends
            while least < most:
                middle = (least + most) // 2
                rounded = round_to(Fraction(middle, scale), card.rounding.places, card.rounding.mode)
                least, most = (least, middle) if reaches(rounded) else (middle + 1, most)
            return Fraction(least, scale)

        literals = []
        if (begin := span.low) is not None:
            least = first(lambda number: number > begin if span.low_open else number >= begin)
            literals.append(self._encoder.at_least(total, least))
        if (end := span.high) is not None:
            beyond = first(lambda number: number >= end if span.high_open else number > end)
            literals.append(self._encoder.negated(self._encoder.at_least(total, beyond)))
        return self._encoder.all_of(literals)

    # Numbers.

    def _number(self, node: Measure) -> Linear | Ratio | None:
        """Return a number as an expression; None if it is neither linear nor a quotient."""
        names = names_of(node)
        if not self._scenario.support(names) and not any(map(self._is_points, names)):
            value = measure_value(node, self._scenario.base.values)
            known = value.value if isinstance(value, Interval) else None
            return None if known is None else Linear.of(known)
        match node:
            case nodes.NamedNumber(name=name):
                return self._named(name)
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
                return self._number(operand)  # `_quotient` accepts no divisor that can be zero
            case _:
                return None

    def _is_points(self, name: str) -> bool:
        return name in self._plan.scales or bool(decode_section_total(name)) or name == TOTAL_SCORE

    def _named(self, name: str) -> Linear | Ratio | None:
        if name in self._states.by_name:
            return self._fact(self._states.by_name[name])
        if name in self._plan.scales:
            return self._indicator_number(name)
        if decode_section_total(name):
            return self.section_total(name)
        if name == TOTAL_SCORE:
            return self.total()
        quantity = self._plan.prepared.get(name)
        if quantity is not None and isinstance(quantity.node, nodes.FirstMatchingRow):
            return self._first_row(quantity.node)
        return None

    def _first_row(self, node: nodes.FirstMatchingRow) -> Linear | Ratio | None:
        for tests, number in node.rows:
            if self._scenario.support(tuple(name for test in tests for name in names_of(test.measure))):
                return None
            outcome = evaluate_tests(tests, self._scenario.base.values)
            if outcome is Outcome.MET:
                return self._number(number)
            if outcome is Outcome.UNDETERMINED:
                return None
        return None

    def _indicator_number(self, name: str) -> Linear | None:
        if self._patterns is None or len(self._patterns) != 1 or not self._patterns[0][1].section[name]:
            return None
        return self.points(name)

    def _fact(self, state: FactState) -> Linear | None:
        if state.name not in self._facts:
            number = self._fact_number(state)
            if number is None:
                return None
            self._facts[state.name] = number
        return self._facts[state.name]

    def _fact_number(self, state: FactState) -> Linear | None:
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
        low, high = encoder.bounds(number)
        # Only a changed value is limited; the value without options may be outside the limits of the fact.
        if effects.low is not None and low < effects.low <= without:
            number = encoder.greatest(number, Linear.of(effects.low))
        elif effects.low is not None and low < effects.low:
            return None
        if effects.high is not None and high > effects.high >= without:
            number = encoder.least(number, Linear.of(effects.high))
        elif effects.high is not None and high > effects.high:
            return None
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
        if low <= 0 <= high:
            return None
        if not right.weights:
            return _times(left, 1 / right.constant)
        if not isinstance(left, Linear):
            return None
        return Ratio(left, right) if low > 0 else Ratio(left.times(-_ONE), right.times(-_ONE))

    # Points.

    def points(self, indicator: str) -> Linear:
        """Return the points of an indicator where it applies, before its section is scaled."""
        if indicator not in self._points:
            self._points[indicator] = self._new_points(
                next(item for item in self._scorecard.indicators if item.id == indicator)
            )
        return self._points[indicator]

    def _new_points(self, indicator: Indicator) -> Linear:
        options = self._scenario.support((indicator.id,))
        table = self._scenario.table(
            options, lambda inference: inference.score.indicator_points[indicator.id].points.value
        )
        if table is not None and all(value is not None for value in table.values.values()):
            return self._from_table(_Table(table.options, {key: value or _ZERO for key, value in table.values.items()}))
        number = self._scaled_points(indicator) if self._always_applies(indicator) else None
        return self._free_number((_ZERO, indicator.maximum)) if number is None else number

    def _always_applies(self, indicator: Indicator) -> bool:
        return self._patterns is not None and all(indicator.id in weights.applying for _, weights in self._patterns)

    def _scaled_points(self, indicator: Indicator) -> Linear | None:
        scale = self._plan.scales[indicator.id]
        number = (
            self._points_by_count(indicator, scale)
            if isinstance(scale, PointsByCount)
            else self._piecewise_points(scale)
        )
        if number is None or f"{indicator.id}:must" not in self._rules:
            return number
        must = self.rule(f"{indicator.id}:must")
        return self._encoder.selected([(must, number), (self._encoder.negated(must), Linear.of(_ZERO))])

    def _points_by_count(self, indicator: Indicator, scale: PointsByCount) -> Linear:
        parts = (self.rule(f"{indicator.id}:part:{position}") for position in range(len(scale.parts)))
        return sum_of_linear(self._encoder.number(part).times(scale.each) for part in parts)

    def _piecewise_points(self, scale: Piecewise) -> Linear | None:
        if not scale.pieces:
            return None
        cases = []
        for piece in scale.pieces:
            points = self._number(piece.points)
            if not isinstance(points, Linear):
                return None
            cases.append((self._encoder.all_of([self.atom(test) for test in piece.tests]), points))
        self._encoder.require(sum_of_linear(self._encoder.number(literal) for literal, _ in cases), _ONE, _ONE)
        return self._encoder.selected(cases)

    # Totals.

    def total(self) -> Linear:
        """Return the total points before rounding."""
        return self._summed(TOTAL_SCORE, frozenset(section.id for section in self._scorecard.sections), in_total=True)

    def section_total(self, name: str) -> Linear:
        """Return the sum of the points of sections."""
        return self._summed(name, frozenset(decode_section_total(name)), in_total=False)

    def _summed(self, name: str, sections: frozenset[str], *, in_total: bool) -> Linear:
        if name not in self._totals:
            self._totals[name] = self._new_sum(sections, in_total=in_total)
        return self._totals[name]

    def _new_sum(self, sections: frozenset[str], *, in_total: bool) -> Linear:
        patterns = self._patterns
        full = sum((item.maximum for item in self._scorecard.sections if item.id in sections), _ZERO)
        if patterns is None:
            return self._free_number((_ZERO, full))
        members = [item.id for item in self._scorecard.indicators if item.section in sections]
        cases = [
            (
                literal,
                sum_of_linear(
                    self.points(name).times((weights.total if in_total else weights.section)[name])
                    for name in members
                    if weights.section[name]
                ),
            )
            for literal, weights in patterns
        ]
        return cases[0][1] if len(cases) == 1 else self._encoder.selected(cases)

    @cached_property
    def _patterns(self) -> Sequence[tuple[Literal, Weights]] | None:
        """Patterns of the stage and of the indicators that apply; None if they are not tabulated."""
        table = self._scenario.table(self._pattern_support(), self._pattern)
        if table is None or any(weights is None for weights in table.values.values()):
            return None
        keys = {choice: _key(weights) for choice, weights in table.values.items() if weights is not None}
        by_key = {_key(weights): weights for weights in table.values.values() if weights is not None}
        if len(by_key) == 1:
            return [(self._encoder.true, next(iter(by_key.values())))]
        return [
            (self._truth(_Table(table.options, {choice: found == key for choice, found in keys.items()})), weights)
            for key, weights in by_key.items()
        ]

    def _pattern_support(self) -> tuple[int, ...]:
        names: list[str] = [STAGE] if self._staged else []
        for indicator in self._scorecard.indicators:
            names += [
                name for atom in self._rules.get(f"{indicator.id}:applies", ()) for name in names_of(atom.measure)
            ]
            names += [name for name in indicator.scale.reads if self._may_not_apply(name)]
        return self._scenario.support(tuple(dict.fromkeys(names)))

    def _may_not_apply(self, name: str) -> bool:
        behind = (self._states.by_name.get(fact) for fact in self._engine.dependencies.of((name,)))
        return any(
            state.may_be_absent or isinstance(self._scenario.question.facts[state.name], NotApplicable)
            for state in behind
            if state is not None
        )

    def _pattern(self, inference: Inference) -> Weights | None:
        score = inference.score
        stages = inference.stages
        if len(stages) > 1 or any(earned.applies is Outcome.UNDETERMINED for earned in score.indicator_points.values()):
            return None
        rescales = self._scorecard.card.not_applicable is NotApplicablePolicy.DROP_AND_RESCALE
        counting = sections_of(self._scorecard, stages[0]) if self._staged and stages else None
        section_weights: dict[str, Fraction] = {}
        counted_maximum = full = _ZERO
        for section in self._scorecard.sections:
            members = self._plan.members[section.id]
            applying = [item for item in members if score.indicator_points[item.id].applies is Outcome.MET]
            counts = counting is None or section.id in counting
            weight = sum((item.maximum for item in applying), _ZERO)
            factor = (section.maximum / weight if weight else _ZERO) if rescales else _ONE
            section_weights |= {item.id: factor if counts and item in applying else _ZERO for item in members}
            if counts:
                full += section.maximum
                counted_maximum += section.maximum if applying or not rescales else _ZERO
        scaled = full / counted_maximum if rescales and 0 < counted_maximum < full else _ONE
        applying_all = (name for name, earned in score.indicator_points.items() if earned.applies is Outcome.MET)
        return Weights(
            frozenset(applying_all),
            {name: weight * scaled for name, weight in section_weights.items()},
            section_weights,
        )

    def _all_indicator_names(self) -> tuple[str, ...]:
        return tuple(indicator.id for indicator in self._scorecard.indicators)

    def _is_not_refused(self, inference: Inference) -> bool:
        return self._engine.refused(inference.score) is Outcome.NOT_MET

    # Tables and free parts.

    def _tabulated(self, names: tuple[str, ...], read: Callable[[Inference], bool]) -> Literal:
        table = self._scenario.table(self._scenario.support(names), read)
        return self._free_literal() if table is None else self._truth(table)

    def _truth(self, table: _Table[bool]) -> Literal:
        """Return a literal that is true exactly in the true rows of a table."""
        values = set(table.values.values())
        if len(values) == 1:
            return self._encoder.constant(holds=values.pop())
        return self._decided(table.options, table.values)

    def _decided(self, options: tuple[int, ...], values: Mapping[Choice, bool]) -> Literal:
        """Encode a table by deciding one option after the other, with equal parts only once."""
        if len(set(values.values())) == 1:
            return self._encoder.constant(holds=next(iter(values.values())))
        parts = _split(options[0], values)
        runs = [
            (list(run), dict(content)) for content, run in groupby(parts, key=lambda number: _frozen(parts[number]))
        ]
        literals = []
        for run, content in runs:
            inside = self._decided(options[1:], content)
            literals.append(self._encoder.all_of([self._between(options[0], run[0], run[-1]), inside]))
        return self._encoder.any_of(literals)

    def _between(self, option: int, first: int, last: int) -> Literal:
        level = Linear.variable(self._decisions.variables[option])
        below = self._encoder.at_least(level, Fraction(last + 1))
        return self._encoder.all_of([self._encoder.at_least(level, Fraction(first)), self._encoder.negated(below)])

    def _from_table(self, table: _Table[Fraction]) -> Linear:
        """Return the number of a table: the sum of its different values, each where it is reached."""
        values = sorted(set(table.values.values()))
        number = Linear.of(values[0])
        for before, value in pairwise(values):
            reached = self._decided(table.options, {key: found >= value for key, found in table.values.items()})
            number += self._encoder.number(reached).times(value - before)
        return number

    def _free_literal(self) -> Literal:
        self.is_exact = False
        return self._encoder.program.literal(), True

    def _free_number(self, bounds: tuple[Fraction, Fraction]) -> Linear:
        """Return a number that only its bounds limit, in steps fine enough for any decision about it."""
        self.is_exact = False
        low, high = bounds
        scale = lcm(low.denominator, high.denominator) * _FREE_STEPS
        return Linear.variable(self._encoder.program.variable(int(low * scale), int(high * scale)), Fraction(1, scale))

    def _hull(self, name: str) -> tuple[Fraction, Fraction]:
        extent = self._scenario.explore_freed((), frozenset(range(len(self._decisions.levels)))).values.extents[name]
        interval = extent.interval if isinstance(extent, NumberExtent) else Interval(None, None)
        if interval.low is None or interval.high is None:
            raise UnlimitedFigureError(name)
        return interval.low, interval.high


_FREE_STEPS = 1_000
_WORDS = (nodes.Word, nodes.CriterionOutcome)


def _is_total(atom: AtomicTest) -> bool:
    return atom.measure == nodes.NamedNumber(TOTAL_SCORE)


def _known(extent: Extent) -> Fraction | None:
    return extent.interval.value if isinstance(extent, NumberExtent) else None


def _key(weights: Weights) -> tuple[tuple[str, Fraction], ...]:
    return (
        *sorted((name, _ONE) for name in weights.applying),
        *sorted(weights.total.items()),
        *sorted(weights.section.items()),
    )


def _split(option: int, values: Mapping[Choice, _Value]) -> dict[int, dict[Choice, _Value]]:
    parts: dict[int, dict[Choice, _Value]] = {}
    for choice, value in values.items():
        number = choice[0][1] if choice and choice[0][0] == option else 0
        parts.setdefault(number, {})[choice[1:] if number else choice] = value
    return dict(sorted(parts.items()))


def _frozen(part: Mapping[Choice, _Value]) -> tuple[tuple[Choice, _Value], ...]:
    return tuple(sorted(part.items(), key=lambda item: item[0]))


def _compared(number: Linear | Ratio, bound: Fraction) -> tuple[Linear, Fraction]:
    if isinstance(number, Linear):
        return number, bound
    return number.numerator - number.divisor.times(bound), _ZERO


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
