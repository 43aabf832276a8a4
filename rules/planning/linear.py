"""Linear expressions over the variables of an integer program, with exact fractions, and their encodings."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, lcm
from typing import TYPE_CHECKING

from rules.planning.integer_program import MAXIMUM, IntegerProgram, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_ZERO = Fraction(0)
_ONE = Fraction(1)


class TooLargeError(Exception):
    """Coefficients with a common scale exceed the numbers of a solver."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A constant plus a weighted sum of variables."""

    constant: Fraction
    weights: Mapping[int, Fraction]

    @staticmethod
    def of(constant: Fraction) -> Linear:
        return Linear(constant, {})

    @staticmethod
    def variable(variable: int, weight: Fraction = _ONE) -> Linear:
        return Linear(_ZERO, {variable: weight})

    def __add__(self, other: Linear) -> Linear:
        weights = dict(self.weights)
        for variable, weight in other.weights.items():
            weights[variable] = weights.get(variable, _ZERO) + weight
        return Linear(self.constant + other.constant, {name: weight for name, weight in weights.items() if weight})

    def __sub__(self, other: Linear) -> Linear:
        return self + other.times(-_ONE)

    def times(self, factor: Fraction) -> Linear:
        if not factor:
            return Linear.of(_ZERO)
        return Linear(self.constant * factor, {name: weight * factor for name, weight in self.weights.items()})

    @property
    def scale(self) -> int:
        """The least integer that makes the constant and all weights whole."""
        return lcm(self.constant.denominator, *(weight.denominator for weight in self.weights.values()))


def sum_of_linear(parts: Iterable[Linear]) -> Linear:
    """Return the sum of expressions."""
    total = Linear.of(_ZERO)
    for part in parts:
        total += part
    return total


class Encoder:
    """Encodings in one integer program. Equal questions receive the same literal."""

    def __init__(self, program: IntegerProgram) -> None:
        self.program = program
        self._literals: dict[tuple[object, ...], Literal] = {}
        always = program.variable(1, 1)
        self.true: Literal = (always, True)
        self.false: Literal = (always, False)

    def copy(self) -> Encoder:
        """Return an encoder of a copy of the program."""
        copied = object.__new__(Encoder)
        copied.program = IntegerProgram(list(self.program.bounds), list(self.program.constraints))
        copied._literals = dict(self._literals)
        copied.true, copied.false = self.true, self.false
        return copied

    def constant(self, *, holds: bool) -> Literal:
        return self.true if holds else self.false

    def bounds(self, linear: Linear) -> tuple[Fraction, Fraction]:
        """Return the least and the highest value under the bounds of the variables."""
        low = high = linear.constant
        for variable, weight in linear.weights.items():
            ends = [weight * end for end in self.program.bounds[variable]]
            low, high = low + min(ends), high + max(ends)
        return low, high

    def require(
        self, linear: Linear, low: Fraction | None, high: Fraction | None, when: Sequence[Literal] = ()
    ) -> None:
        """Require that an expression is between two bounds.

        Raises:
            TooLargeError: If the scaled numbers are too large.
        """
        scale, terms = self._scaled(linear)
        base = linear.constant
        self.program.require(
            terms,
            None if low is None else ceil((low - base) * scale),
            None if high is None else floor((high - base) * scale),
            when,
        )

    def at_least(self, linear: Linear, bound: Fraction, *, is_open: bool = False) -> Literal:
        """Return a literal that is true exactly if the expression is at least the bound, or more if `is_open`.

        Raises:
            TooLargeError: If the scaled numbers are too large.
        """
        scale, terms = self._scaled(linear)
        limit = (bound - linear.constant) * scale
        least = floor(limit) + 1 if is_open else ceil(limit)
        low, high = self.bounds(Linear(_ZERO, {variable: Fraction(weight) for variable, weight in terms.items()}))
        if low >= least:
            return self.true
        if high < least:
            return self.false
        if len(terms) == 1:
            ((variable, weight),) = terms.items()
            if weight > 0:
                return self._variable_at_least(variable, -(-least // weight))
            return _negated(self._variable_at_least(variable, least // weight + 1))
        key = (least, *sorted(terms.items()))
        if key not in self._literals:
            chosen = self.program.literal()
            self.program.require(terms, least, None, [(chosen, True)])
            self.program.require(terms, None, least - 1, [(chosen, False)])
            self._literals[key] = (chosen, True)
        return self._literals[key]

    def _variable_at_least(self, variable: int, least: int) -> Literal:
        low, high = self.program.bounds[variable]
        if least <= low:
            return self.true
        if least > high:
            return self.false
        if (low, high) == (0, 1):
            return variable, True
        key = (variable, least)
        if key not in self._literals:
            chosen = self.program.literal()
            self.program.require({variable: 1}, least, None, [(chosen, True)])
            self.program.require({variable: 1}, None, least - 1, [(chosen, False)])
            self._literals[key] = (chosen, True)
        return self._literals[key]

    def all_of(self, literals: Sequence[Literal]) -> Literal:
        """Return a literal that is true exactly if all literals are."""
        parts = tuple(dict.fromkeys(literal for literal in literals if literal != self.true))
        if self.false in parts or any(_negated(part) in parts for part in parts):
            return self.false
        if len(parts) < 2:
            return parts[0] if parts else self.true
        key = ("all", *sorted(parts))
        if key not in self._literals:
            chosen = self.program.literal()
            for variable, value in parts:
                self.program.require({variable: 1}, int(value), int(value), [(chosen, True)])
            self.program.require_any([(chosen, True), *map(_negated, parts)])
            self._literals[key] = (chosen, True)
        return self._literals[key]

    def any_of(self, literals: Sequence[Literal]) -> Literal:
        """Return a literal that is true exactly if one of the literals is."""
        return _negated(self.all_of([_negated(literal) for literal in literals]))

    def negated(self, literal: Literal) -> Literal:
        return _negated(literal)

    def require_all(self, literals: Iterable[Literal], when: Sequence[Literal] = ()) -> None:
        for variable, value in literals:
            self.program.require({variable: 1}, int(value), int(value), when)

    def number(self, literal: Literal) -> Linear:
        """Return 1 if the literal is true, else 0."""
        variable, value = literal
        return Linear.variable(variable) if value else Linear(_ONE, {variable: -_ONE})

    def selected(self, cases: Sequence[tuple[Literal, Linear]]) -> Linear:
        """Return the expression of the only true literal.

        Raises:
            TooLargeError: If the scaled numbers are too large.
        """
        if all(not value.weights for _, value in cases):
            return sum_of_linear(self.number(literal).times(value.constant) for literal, value in cases)
        scale = lcm(*(value.scale for _, value in cases))
        spans = [self.bounds(value) for _, value in cases]
        low, high = min(span[0] for span in spans), max(span[1] for span in spans)
        if max(abs(low), abs(high)) * scale > MAXIMUM:
            raise TooLargeError
        chosen = self.program.variable(floor(low * scale), ceil(high * scale))
        result = Linear.variable(chosen, Fraction(1, scale))
        for literal, value in cases:
            self.require(result - value, _ZERO, _ZERO, [literal])
        return result

    def greatest(self, left: Linear, right: Linear) -> Linear:
        """Return the greater of two expressions.

        Raises:
            TooLargeError: If the scaled numbers are too large.
        """
        difference = left - right
        low, high = self.bounds(difference)
        if low >= 0:
            return left
        if high <= 0:
            return right
        is_left = self.at_least(difference, _ZERO)
        return self.selected([(is_left, left), (_negated(is_left), right)])

    def least(self, left: Linear, right: Linear) -> Linear:
        """Return the smaller of two expressions.

        Raises:
            TooLargeError: If the scaled numbers are too large.
        """
        return self.greatest(left.times(-_ONE), right.times(-_ONE)).times(-_ONE)

    def _scaled(self, linear: Linear) -> tuple[int, dict[int, int]]:
        scale = lcm(*(weight.denominator for weight in linear.weights.values()))
        low, high = self.bounds(linear)
        if (abs(low) + abs(high) + abs(linear.constant)) * scale > MAXIMUM:
            raise TooLargeError
        return scale, {variable: int(weight * scale) for variable, weight in linear.weights.items()}


def _negated(literal: Literal) -> Literal:
    return literal[0], not literal[1]
