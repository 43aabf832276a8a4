"""Inversion of measures: the values of one name at which a test can change, with all else unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, point_interval, scale_interval, subtract
from rules.program.abstract_interpretation import possible_numbers
from rules.program.nodes import ConstantMultiple, NamedNumber, PeriodBoundary, Sum, names_of

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.program.nodes import AtomicTest, Measure
    from rules.program.value_environment import Values


def candidates(test: AtomicTest, name: str, values: Values) -> list[Fraction]:
    """Return the numbers or days of a name at which a test can change, in the order of its allowed spans.

    The list is empty for words, and if the other operand is unknown.
    """
    solved = (solve(test.measure, name, point_interval(end), values) for end in test.ends)
    return [span.low for span in solved if span is not None and span.low is not None]


def solve(measure: Measure, name: str, wanted: Interval, values: Values) -> Interval | None:
    """Return the values of a name that bring a measure into an interval; None if unsolvable.

    The measure must be linear in the name, and all other summands known exactly.
    """
    match measure:
        case NamedNumber(name=read) | PeriodBoundary(name=read):
            return wanted if read == name else None
        case ConstantMultiple(value=value, factor=factor):
            return solve(value, name, scale_interval(wanted, 1 / factor), values)
        case Sum(left=left, right=right):
            part, other = (left, right) if name in names_of(left) else (right, left)
            rest = possible_numbers(other, values.extents)
            if not isinstance(rest, Interval) or rest.value is None:
                return None
            return solve(part, name, subtract(wanted, rest), values)
        case _:
            return None
