"""Is every exponent surely a whole number, and within bounds?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.powers import MAXIMUM_BITS, MAXIMUM_EXPONENT
from rules.model.expressions import names_in_formula
from rules.model.lint.issue import issue
from rules.model.multiples import whole_in
from rules.model.ranges import power_ranges
from rules.model.scorecard import FormulaQuantity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from rules.contracts.intervals import Interval
    from rules.model.lint.issue import Issue
    from rules.model.names import Names


def check_powers(names: Names) -> Iterator[Issue]:
    """Check the powers of every formula."""
    computed = (one for one in names.scorecard.quantities if isinstance(one, FormulaQuantity))
    for quantity in computed:
        for position, row in enumerate(quantity.rows):
            path = f"quantities[{quantity.id}].rows[{position}].formula"
            for formula, base, exponents in power_ranges(row, names, quantity.list):
                read = ", ".join(names_in_formula(formula.exponent)) or _shown(exponents.low)
                if not whole_in(formula.exponent, formula.counted_in, names, quantity.list):
                    yield issue("RL095", path, "whole", id=quantity.id, exponent=read)
                elif not _within_bounds(exponents):
                    low, high = _shown(exponents.low), _shown(exponents.high)
                    most = str(MAXIMUM_EXPONENT)
                    yield issue("RL095", path, "bounds", id=quantity.id, exponent=read, low=low, high=high, most=most)
                elif _is_too_long(base.value, exponents):
                    yield issue("RL095", path, "digits", id=quantity.id, exponent=read)


def _within_bounds(exponents: Interval) -> bool:
    ends = (exponents.low, exponents.high)
    return all(end is not None and abs(end) <= MAXIMUM_EXPONENT for end in ends)


def _is_too_long(base: Fraction | None, exponents: Interval) -> bool:
    if base is None or exponents.low is None or exponents.high is None:
        return False
    bits = max(abs(base.numerator).bit_length(), base.denominator.bit_length())
    return bits * max(abs(exponents.low), abs(exponents.high)) > MAXIMUM_BITS


def _shown(end: Fraction | None) -> str:
    return "…" if end is None else format_exact(end)
