"""Linear expressions over the variables of an integer program, with exact fractions, and their encodings.

Fractions are multiplied by a common scale. Where the whole numbers would be too large for a solver, weights are rounded
so that every constraint admits all values that the exact one admits; the search evaluates each proposal exactly anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import TYPE_CHECKING, NamedTuple

from rules.planning.integer_program import MAXIMUM, IntegerProgram, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_ZERO = Fraction(0)
_ONE = Fraction(1)
_MOST = MAXIMUM >> 6
"""Limit of the sums of constraints. CP-SAT 9.15 returned wrong results for some sums near its own limit."""
_MOST_EXACT = Fraction(_MOST, 2**6)
"""Limit of the values of a selected expression, so that sums of some of them fit."""
_APPROXIMATE_STEPS = 2**26
"""Steps from zero to the greatest value of a selected expression with too many exact values."""
_SMALL_UNIT, _MOST_SMALL_UNITS = Fraction(1, 1000), 2**40
_LEAST_STEPS, _MOST_STEPS = 100, 10**5
"""Limits of the steps of one unit of an approximated quotient."""


class _Scaled(NamedTuple):
    terms: dict[int, int]
    constant: Fraction
    scale: Fraction


class Objective(NamedTuple):
    """A weighted sum to minimize, with the scale of its values; the exact value is at most `slack` above."""

    terms: Mapping[int, int]
    constant: Fraction
    scale: Fraction
    slack: Fraction = _ZERO

    def value(self, minimized: int) -> Fraction:
        """Return the value of a minimized sum."""
        return self.constant + minimized / self.scale

    def sum_of(self, values: Sequence[int]) -> int:
        """Return the sum for the values of all variables."""
        return sum(weight * values[variable] for variable, weight in self.terms.items())


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

    def at(self, values: Sequence[int]) -> Fraction:
        """Return the value for the values of all variables."""
        return self.constant + sum((weight * values[variable] for variable, weight in self.weights.items()), _ZERO)

    @property
    def scale(self) -> int:
        """The least integer that makes the constant and all weights whole."""
        return lcm(self.constant.denominator, *(weight.denominator for weight in self.weights.values()))


def common_unit(numbers: Iterable[Fraction]) -> Fraction:
    """Return the greatest number that divides all numbers into whole numbers; 1 if all are zero."""
    listed = list(numbers)
    return (
        Fraction(gcd(*(number.numerator for number in listed)), lcm(*(number.denominator for number in listed))) or _ONE
    )


def sum_of_linear(parts: Iterable[Linear]) -> Linear:
    """Return the sum of expressions."""
    constant, weights = _ZERO, dict[int, Fraction]()
    for part in parts:
        constant += part.constant
        for variable, weight in part.weights.items():
            weights[variable] = weights.get(variable, _ZERO) + weight
    return Linear(constant, {variable: weight for variable, weight in weights.items() if weight})


class Encoder:
    """Encodings in one integer program. Equal questions receive the same literal."""

    def __init__(self, program: IntegerProgram) -> None:
        self.program = program
        self._literals: dict[tuple[object, ...], Literal] = {}
        self._errors: dict[int, Fraction] = {}
        """The most that the values of approximated variables differ from the exact ones."""
        always = program.variable(1, 1)
        self.true: Literal = (always, True)
        self.false: Literal = (always, False)

    def copy(self) -> Encoder:
        """Return an encoder of a copy of the program."""
        copied = object.__new__(Encoder)
        copied.program = self.program.copy()
        copied._literals, copied._errors = dict(self._literals), dict(self._errors)
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
        """Require that an expression is between two bounds."""
        upper, lower = self._scaled(linear)
        if low is not None:
            self.program.require(upper.terms, ceil(low * upper.scale - upper.constant), None, when)
        if high is not None:
            self.program.require(lower.terms, None, floor(high * lower.scale - lower.constant), when)

    def at_least(self, linear: Linear, bound: Fraction, *, is_open: bool = False) -> Literal:
        """Return a literal that is true exactly if the expression is at least the bound, or more if `is_open`.

        It can be true or false if approximated variables leave that open.
        """
        low, high = self.bounds(linear)
        if low > bound or (low == bound and not is_open):
            return self.true
        if high < bound or (high == bound and is_open):
            return self.false
        upper, lower = self._scaled(linear)
        first, error = _above if is_open else ceil, self._error(linear)
        least = first((bound - error) * upper.scale - upper.constant)
        limit = first((bound + error) * lower.scale - lower.constant)
        is_exact = upper is lower and not error
        if len(upper.terms) == 1 and is_exact:
            ((variable, weight),) = upper.terms.items()
            if weight > 0:
                return self._variable_at_least(variable, -(-least // weight))
            return _negated(self._variable_at_least(variable, least // weight + 1))
        key: tuple[object, ...] = (bound, is_open, linear.constant, *sorted(linear.weights.items()))
        if is_exact:
            key = (least, *sorted(upper.terms.items()))
        if key not in self._literals:
            chosen = self.program.literal()
            self.program.require(upper.terms, least, None, [(chosen, True)])
            self.program.require(lower.terms, None, limit - 1, [(chosen, False)])
            self._literals[key] = (chosen, True)
        return self._literals[key]

    def objective(self, linear: Linear) -> Objective:
        """Return the objective that minimizes an expression."""
        upper, lower = self._scaled(linear)
        slack = _ZERO
        if upper is not lower:
            slack = sum(self._width(variable) for variable in linear.weights) / lower.scale
        return Objective(lower.terms, lower.constant / lower.scale, lower.scale, slack)

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

    def selected(self, cases: Sequence[tuple[Literal, Linear]], low: Fraction | None = None) -> Linear:
        """Return the expression of the only true literal; it is never below `low`."""
        if all(not value.weights for _, value in cases):
            return sum_of_linear(self.number(literal).times(value.constant) for literal, value in cases)
        spans = [self.bounds(value) for _, value in cases]
        error = max(self._error(value) for _, value in cases)
        low = min(span[0] for span in spans) if low is None else low - error
        high = max(span[1] for span in spans)
        result, tolerance = self._number_between(low, high, [value for _, value in cases])
        for literal, value in cases:
            self.require(result - value, -tolerance, tolerance, [literal])
        if error or tolerance:
            ((variable, unit),) = result.weights.items()
            self._errors[variable] = (error + tolerance) / unit
        return result

    def at_most(self, value: Linear, low: Fraction) -> Linear:
        """Return any number from `low` to the value of an expression; its unit is small, even for a constant."""
        high = self.bounds(value)[1]
        unit = common_unit((value.constant, *value.weights.values()))
        small = max(_SMALL_UNIT, max(abs(low), abs(high)) / _MOST_SMALL_UNITS)
        result, tolerance = self._number_between(low, high, [value, Linear.of(unit / ceil(unit / small))])
        self.require(result - value, None, tolerance)
        return result

    def _number_between(self, low: Fraction, high: Fraction, values: Sequence[Linear]) -> tuple[Linear, Fraction]:
        """Return a variable that can equal the expressions between two bounds, and the tolerance of their equality."""
        unit = common_unit(number for value in values for number in (value.constant, *value.weights.values()))
        most = max(abs(low), abs(high))
        size = most + max(map(self._size, values))
        tolerance = _ZERO
        if most > _MOST_EXACT * unit or size > _MOST * unit:
            unit = tolerance = most / _APPROXIMATE_STEPS
        return Linear.variable(self.program.variable(floor(low / unit), ceil(high / unit)), unit), tolerance

    def greatest(self, left: Linear, right: Linear) -> Linear:
        """Return the greater of two expressions."""
        difference = left - right
        low, high = self.bounds(difference)
        if low >= 0:
            return left
        if high <= 0:
            return right
        is_left = self.at_least(difference, _ZERO)
        least = max(self.bounds(left)[0], self.bounds(right)[0])
        return self.selected([(is_left, left), (_negated(is_left), right)], least)

    def quotient(
        self, numerator: Linear, divisor: Linear, limits: tuple[Fraction, Fraction], when: Sequence[Literal]
    ) -> Linear | None:
        """Return a number within `limits` that approximates a quotient while all literals are true.

        The exact quotient is always admitted, and any number closer to it than one step. None if the numbers are too
        large, or approximated themselves.
        """
        if self._error(numerator) or self._error(divisor):
            return None
        low, high = limits
        common = common_unit((divisor.constant, *divisor.weights.values()))
        numerator, divisor = numerator.times(1 / common), divisor.times(1 / common)
        size, width = self.bounds(divisor)[1], max(abs(low), abs(high), _ONE)
        steps = int(min(Fraction(_MOST_STEPS), _MOST_EXACT / (width * size + 1)))
        if steps < _LEAST_STEPS:
            return None
        whole = self.program.variable(0, int(size))
        self.require(divisor - Linear.variable(whole), _ZERO, _ZERO)
        quotient = self.program.variable(floor(low * steps), ceil(high * steps))
        self._errors[quotient] = _ONE
        product = Linear.variable(self.program.product(quotient, whole), Fraction(1, steps))
        step = divisor.times(Fraction(1, steps))
        self.require(product - numerator + step, _ZERO, None, when)
        self.require(product - numerator - step, None, _ZERO, when)
        return Linear.variable(quotient, Fraction(1, steps))

    def least(self, left: Linear, right: Linear) -> Linear:
        """Return the smaller of two expressions."""
        return self.greatest(left.times(-_ONE), right.times(-_ONE)).times(-_ONE)

    def _error(self, linear: Linear) -> Fraction:
        weights = linear.weights.items()
        return sum((abs(weight) * self._errors.get(variable, _ZERO) for variable, weight in weights), _ZERO)

    def _size(self, linear: Linear) -> Fraction:
        """Return a limit of every partial sum of the weighted variables."""
        return sum(
            (abs(weight) * max(1, *map(abs, self.program.bounds[name])) for name, weight in linear.weights.items()),
            _ZERO,
        )

    def _width(self, variable: int) -> int:
        low, high = self.program.bounds[variable]
        return high - low

    def _scaled(self, linear: Linear) -> tuple[_Scaled, _Scaled]:
        """Return whole sums at least and at most as great as the scaled expression: both exact, if its numbers fit."""
        scale = 1 / common_unit(linear.weights.values())
        size = self._size(linear)
        if size * scale <= _MOST:
            terms = {variable: int(weight * scale) for variable, weight in linear.weights.items()}
            exact = _Scaled(terms, linear.constant * scale, scale)
            return exact, exact
        widths = sum(max(1, *map(abs, self.program.bounds[name])) for name in linear.weights)
        scale = (_MOST - 2 * widths) / size
        return self._rounded(linear, scale, ceil), self._rounded(linear, scale, floor)

    def _rounded(self, linear: Linear, scale: Fraction, rounding: Callable[[Fraction], int]) -> _Scaled:
        terms, constant = {}, linear.constant * scale
        for variable, weight in linear.weights.items():
            terms[variable] = rounded = rounding(weight * scale)
            # The weight is rounded for the part above the least value of the variable, which is not negative.
            constant += (weight * scale - rounded) * self.program.bounds[variable][0]
        return _Scaled(terms, constant, scale)


def _above(number: Fraction) -> int:
    return floor(number) + 1


def _negated(literal: Literal) -> Literal:
    return literal[0], not literal[1]
