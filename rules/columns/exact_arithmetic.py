"""Exact column arithmetic: integers over a divisor, bounded so that nothing overflows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from rules.columns.expression_nodes import (
    FALSE,
    INT64_LIMIT,
    INT128_LIMIT,
    TRUE,
    Call,
    Literal,
    Node,
    NotVectorizableError,
    Operator,
    all_true,
    any_true,
    choose,
    negate,
    truth,
)
from rules.contracts.numbers import RoundingMode


@dataclass(frozen=True, slots=True)
class WholeColumn:
    """A column of integers with known lower and upper bounds."""

    node: Node
    low: int
    high: int

    @property
    def size(self) -> int:
        return max(abs(self.low), abs(self.high))

    @property
    def is_wide(self) -> bool:
        return self.size >= INT64_LIMIT

    def widened(self) -> Node:
        if isinstance(self.node, Literal) or (isinstance(self.node, Call) and self.node.operator is Operator.WIDEN):
            return self.node
        return Call(Operator.WIDEN, (self.node,))


@dataclass(frozen=True, slots=True)
class ExactColumn:
    """A column of exact numbers: `numerator` / `divisor` / `denominator`; the denominator is positive."""

    numerator: WholeColumn
    divisor: int = 1
    denominator: WholeColumn | None = None


def constant(value: Fraction | int) -> ExactColumn:
    """Return a column of one number for every subject."""
    numerator, denominator = Fraction(value).as_integer_ratio()
    return ExactColumn(whole(numerator), denominator)


def whole(value: int) -> WholeColumn:
    """Return an integer column of one value for every subject."""
    return WholeColumn(Literal(value), value, value)


def _build_call(operator: Operator, left: WholeColumn, right: WholeColumn, ends: tuple[int, ...]) -> WholeColumn:
    low, high = min(ends), max(ends)
    if max(abs(low), abs(high)) >= INT128_LIMIT:
        raise NotVectorizableError(f"{operator.value} needs more than 126 bits")
    if isinstance(left.node, Literal) and isinstance(right.node, Literal):
        return whole(low)
    wide = max(abs(low), abs(high), left.size, right.size) >= INT64_LIMIT
    operands = (left.widened(), right.widened()) if wide else (left.node, right.node)
    return WholeColumn(Call(operator, operands), low, high)


def _multiply_integers(left: WholeColumn, right: WholeColumn) -> WholeColumn:
    for factor, other in ((left, right), (right, left)):
        if factor.low == factor.high == 1:
            return other
    ends = tuple(end * other for end in (left.low, left.high) for other in (right.low, right.high))
    return _build_call(Operator.MULTIPLY, left, right, ends)


def _plus(left: WholeColumn, right: WholeColumn) -> WholeColumn:
    for addend, other in ((left, right), (right, left)):
        if addend.low == addend.high == 0:
            return other
    return _build_call(Operator.ADD, left, right, (left.low + right.low, left.high + right.high))


def _compare_integers(left: WholeColumn, right: WholeColumn, operator: Operator) -> Node:
    wide = left.is_wide or right.is_wide
    return Call(operator, (left.widened(), right.widened()) if wide else (left.node, right.node))


def _over_common_divisor(
    left: ExactColumn, right: ExactColumn
) -> tuple[WholeColumn, WholeColumn, int, WholeColumn | None]:
    divisor = lcm(left.divisor, right.divisor)
    numerator, other = (
        _multiply_integers(left.numerator, whole(divisor // left.divisor)),
        _multiply_integers(right.numerator, whole(divisor // right.divisor)),
    )
    if _is_same(left.denominator, right.denominator):
        return numerator, other, divisor, left.denominator
    below = left.denominator
    if right.denominator is not None:
        numerator = _multiply_integers(numerator, right.denominator)
        below = right.denominator if below is None else _multiply_integers(below, right.denominator)
    if left.denominator is not None:
        other = _multiply_integers(other, left.denominator)
    return numerator, other, divisor, below


def _is_same(left: WholeColumn | None, right: WholeColumn | None) -> bool:
    if left is None or right is None:
        return left is right
    return left.node is right.node


def add(left: ExactColumn, right: ExactColumn) -> ExactColumn:
    """Return the sum."""
    numerator, other, divisor, below = _over_common_divisor(left, right)
    return ExactColumn(_plus(numerator, other), divisor, below)


def subtract(left: ExactColumn, right: ExactColumn) -> ExactColumn:
    """Return the difference."""
    numerator, other, divisor, below = _over_common_divisor(left, right)
    ends = (numerator.low - other.high, numerator.high - other.low)
    return ExactColumn(_build_call(Operator.SUBTRACT, numerator, other, ends), divisor, below)


def total(numbers: list[ExactColumn]) -> ExactColumn:
    """Return the sum; terms with constant divisors are added in one operation."""
    result = _total_of_constant_divisors([number for number in numbers if number.denominator is None])
    for number in numbers:
        if number.denominator is not None:
            result = add(result, number)
    return result


def _total_of_constant_divisors(numbers: list[ExactColumn]) -> ExactColumn:
    divisor = lcm(*(number.divisor for number in numbers))
    parts = [_multiply_integers(number.numerator, whole(divisor // number.divisor)) for number in numbers]
    moving = [part for part in parts if not isinstance(part.node, Literal)]
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    fixed = low - sum(part.low for part in moving)
    if max(abs(low), abs(high)) >= INT128_LIMIT:
        raise NotVectorizableError("a sum needs more than 126 bits")
    if not moving:
        return ExactColumn(whole(fixed), divisor)
    wide = max(abs(low), abs(high), *(part.size for part in parts)) >= INT64_LIMIT
    nodes = [part.widened() if wide else part.node for part in moving] + ([Literal(fixed)] if fixed else [])
    node = nodes[0] if len(nodes) == 1 else Call(Operator.SUM, tuple(nodes))
    return ExactColumn(WholeColumn(node, low, high), divisor)


def scale(number: ExactColumn, factor: Fraction) -> ExactColumn:
    """Multiply a number by a constant."""
    if factor == 1:
        return number
    ratio = Fraction(factor.numerator, factor.denominator * number.divisor)
    return ExactColumn(
        _multiply_integers(number.numerator, whole(ratio.numerator)), ratio.denominator, number.denominator
    )


def multiply(left: ExactColumn, right: ExactColumn) -> ExactColumn:
    """Return the product."""
    for factor, other in ((left, right), (right, left)):
        if factor.denominator is None and isinstance(factor.numerator.node, Literal):
            return scale(other, Fraction(factor.numerator.low, factor.divisor))
    below = left.denominator if right.denominator is None else right.denominator
    if left.denominator is not None and right.denominator is not None:
        below = _multiply_integers(left.denominator, right.denominator)
    return ExactColumn(_multiply_integers(left.numerator, right.numerator), left.divisor * right.divisor, below)


def floor_with_remainder(number: ExactColumn) -> tuple[WholeColumn, WholeColumn, WholeColumn]:
    """Return the floor, the remainder and the divisor of a number."""
    above, bottom = number.numerator, whole(number.divisor)
    if number.denominator is not None:
        bottom = _multiply_integers(bottom, number.denominator)
    if isinstance(bottom.node, Literal) and (bottom.low == 1 or isinstance(above.node, Literal)):
        quotient, remainder = divmod(above.low, bottom.low)
        return (above, whole(0), bottom) if bottom.low == 1 else (whole(quotient), whole(remainder), bottom)
    ends = [end // by for end in (above.low, above.high) for by in (bottom.low, bottom.high)]
    wide = above.is_wide or bottom.is_wide
    operands = (above.widened(), bottom.widened()) if wide else (above.node, bottom.node)
    quotient_column = WholeColumn(Call(Operator.QUOTIENT, operands), min(ends), max(ends))
    return quotient_column, WholeColumn(Call(Operator.REMAINDER, operands), 0, bottom.high - 1), bottom


def round_up(number: ExactColumn) -> WholeColumn:
    """Return the ceiling of a number."""
    floor, remainder, _ = floor_with_remainder(number)
    if isinstance(remainder.node, Literal):
        return whole(floor.low + (remainder.low > 0)) if isinstance(floor.node, Literal) else floor
    nothing = Call(Operator.EQUAL, (remainder.node, Literal(0)))
    return _plus(floor, _choose_integer(nothing, whole(0), whole(1)))


def is_zero(number: ExactColumn) -> Node:
    """Return the condition that a number is zero."""
    if number.numerator.low > 0 or number.numerator.high < 0:
        return FALSE
    if isinstance(number.numerator.node, Literal):
        return TRUE
    return Call(Operator.EQUAL, (number.numerator.node, Literal(0)))


def divide(left: ExactColumn, right: ExactColumn) -> ExactColumn:
    """Return the quotient; it is arbitrary where the divisor is zero."""
    if right.denominator is None and isinstance(right.numerator.node, Literal) and right.numerator.low:
        return scale(left, Fraction(right.divisor, right.numerator.low))
    common = gcd(left.divisor, right.divisor)
    top = _multiply_integers(left.numerator, whole(right.divisor // common))
    if right.denominator is not None:
        top = _multiply_integers(top, right.denominator)
    bottom = _multiply_integers(right.numerator, whole(left.divisor // common))
    if left.denominator is not None:
        bottom = _multiply_integers(bottom, left.denominator)
    if bottom.low < 0:
        negative = _compare_integers(bottom, whole(0), Operator.LESS)
        minus = whole(-1)
        top = _choose_integer(negative, _multiply_integers(top, minus), top)
        bottom = _choose_integer(negative, _multiply_integers(bottom, minus), bottom)
    if bottom.low <= 0:
        at_zero = Call(Operator.EQUAL, (bottom.node, Literal(0)))
        bottom = _choose_integer(at_zero, whole(1), bottom)
        bottom = WholeColumn(bottom.node, 1, bottom.high)
    return ExactColumn(top, 1, bottom)


def _choose_integer(condition: Node, then: WholeColumn, otherwise: WholeColumn) -> WholeColumn:
    low, high = min(then.low, otherwise.low), max(then.high, otherwise.high)
    wide = then.is_wide or otherwise.is_wide
    nodes = (then.widened(), otherwise.widened()) if wide else (then.node, otherwise.node)
    return WholeColumn(choose(condition, *nodes), low, high)


def select_exact(condition: Node, then: ExactColumn, otherwise: ExactColumn) -> ExactColumn:
    """Return `then` where the condition is true, else `otherwise`."""
    if condition is TRUE or then is otherwise:
        return then
    if condition is FALSE:
        return otherwise
    divisor = lcm(then.divisor, otherwise.divisor)
    numerator = _multiply_integers(then.numerator, whole(divisor // then.divisor))
    other = _multiply_integers(otherwise.numerator, whole(divisor // otherwise.divisor))
    below = then.denominator
    if _is_same(then.denominator, otherwise.denominator):
        return ExactColumn(_choose_integer(condition, numerator, other), divisor, below)
    if then.denominator is None or otherwise.denominator is None:
        # Use a shared denominator if no number grows, because other columns may then share it too.
        below = then.denominator or otherwise.denominator or whole(1)
        multiplied = (
            (_multiply_integers(numerator, below), other)
            if then.denominator is None
            else (numerator, _multiply_integers(other, below))
        )
        if max(part.size for part in multiplied) <= max(numerator.size, other.size):
            return ExactColumn(_choose_integer(condition, *multiplied), divisor, below)
    below = _choose_integer(condition, then.denominator or whole(1), otherwise.denominator or whole(1))
    return ExactColumn(_choose_integer(condition, numerator, other), divisor, below)


def smaller(left: ExactColumn, right: ExactColumn) -> ExactColumn:
    """Return the smaller of two numbers."""
    return select_exact(compare(Operator.AT_MOST, left, right), left, right)


def greater(left: ExactColumn, right: ExactColumn) -> ExactColumn:
    """Return the greater of two numbers."""
    return select_exact(compare(Operator.AT_MOST, left, right), right, left)


def compare(operator: Operator, left: ExactColumn, right: ExactColumn) -> Node:
    """Compare two numbers by `LESS`, `AT_MOST` or `EQUAL`."""
    for operand, other in ((left, right), (right, left)):
        if operand.denominator is None and isinstance(operand.numerator.node, Literal) and other.denominator is None:
            return _compare_with_constant(
                operator, other, Fraction(operand.numerator.low, operand.divisor), mirrored=operand is left
            )
    ours, theirs, _, _ = _over_common_divisor(left, right)
    return _compare_integers(ours, theirs, operator)


def _compare_with_constant(operator: Operator, number: ExactColumn, bound: Fraction, *, mirrored: bool) -> Node:
    numerator, denominator = (bound * number.divisor).as_integer_ratio()
    floor, exact = numerator // denominator, denominator == 1
    ceiling = floor if exact else floor + 1
    low, high, node = number.numerator.low, number.numerator.high, number.numerator.node
    if isinstance(node, Literal):
        ours, theirs = Fraction(low), bound * number.divisor
        results = {Operator.LESS: ours < theirs, Operator.AT_MOST: ours <= theirs, Operator.EQUAL: ours == theirs}
        if mirrored:
            results |= {Operator.LESS: theirs < ours, Operator.AT_MOST: theirs <= ours}
        return TRUE if results[operator] else FALSE
    if operator is Operator.EQUAL:
        return Call(operator, (node, Literal(floor))) if exact and low <= floor <= high else FALSE
    if mirrored:
        least = floor + 1 if operator is Operator.LESS else ceiling
        return truth(low >= least) if not low < least <= high else Call(Operator.AT_MOST, (Literal(least), node))
    most = ceiling - 1 if operator is Operator.LESS else floor
    return truth(high <= most) if not low <= most < high else Call(Operator.AT_MOST, (node, Literal(most)))


def within(
    low: ExactColumn, high: ExactColumn, spans: list[tuple[Fraction | None, bool, Fraction | None, bool]]
) -> Node:
    """Return the condition that one span contains the interval from `low` to `high`.

    A span is (lower bound, whether exclusive, upper bound, whether exclusive); a bound of None is unlimited.
    """
    return any_true(
        *(
            all_true(_above(low, least, low_open), _below(high, most, high_open))
            for least, low_open, most, high_open in spans
        )
    )


def may_lie_within(
    low: ExactColumn, high: ExactColumn, spans: list[tuple[Fraction | None, bool, Fraction | None, bool]]
) -> Node:
    """Return the condition that one span overlaps the interval from `low` to `high`."""
    return any_true(
        *(
            all_true(_above(high, least, low_open), _below(low, most, high_open))
            for least, low_open, most, high_open in spans
        )
    )


def _above(number: ExactColumn, bound: Fraction | None, is_open: bool) -> Node:
    if bound is None:
        return TRUE
    return compare(Operator.LESS if is_open else Operator.AT_MOST, constant(bound), number)


def _below(number: ExactColumn, bound: Fraction | None, is_open: bool) -> Node:
    if bound is None:
        return TRUE
    return compare(Operator.LESS if is_open else Operator.AT_MOST, number, constant(bound))


_ZERO, _ONE = constant(0), constant(1)


def round_column(number: ExactColumn, places: int) -> WholeColumn:
    """Round half to even, in units of the last decimal place."""
    return _nearest(scale(number, Fraction(10**places)), RoundingMode.HALF_EVEN)


def round_column_to_step(number: ExactColumn, step: Fraction, mode: RoundingMode) -> ExactColumn:
    """Round a number to a multiple of a positive step."""
    return scale(ExactColumn(_nearest(scale(number, 1 / step), mode)), step)


def _nearest(number: ExactColumn, mode: RoundingMode) -> WholeColumn:
    floor, remainder, bottom = floor_with_remainder(number)
    if isinstance(remainder.node, Literal) and remainder.low == 0:
        return floor
    doubled, positive = scale(ExactColumn(remainder), Fraction(2)), compare(Operator.LESS, _ZERO, number)
    more = compare(Operator.LESS, ExactColumn(bottom), doubled)
    tie = compare(Operator.EQUAL, doubled, ExactColumn(bottom))
    is_odd = Call(Operator.EQUAL, (Call(Operator.REMAINDER, (floor.node, Literal(2))), Literal(1)))
    exact = compare(Operator.EQUAL, ExactColumn(remainder), _ZERO)
    up: dict[RoundingMode, Node] = {
        RoundingMode.HALF_EVEN: any_true(more, all_true(tie, is_odd)),
        RoundingMode.HALF_UP: any_true(more, all_true(tie, positive)),
        RoundingMode.UP: all_true(negate(exact), positive),
        RoundingMode.DOWN: all_true(negate(exact), negate(positive)),
    }
    return add(ExactColumn(floor), select_exact(up[mode], _ONE, _ZERO)).numerator
