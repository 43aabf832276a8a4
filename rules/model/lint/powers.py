"""Is every exponent surely within bounds, and whole where nothing is rounded?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.powers import MAXIMUM_BITS, MAXIMUM_EXPONENT
from rules.model.expressions import EulerPower
from rules.model.formula_parts import names_in_formula, not_rounded
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
            alone = set(map(id, not_rounded(row.formula)))
            for formula, base, exponents in power_ranges(row, names, quantity.list):
                read = ", ".join(names_in_formula(formula.exponent)) or _shown(exponents.low)
                words = {"id": quantity.id, "exponent": read}
                broken = isinstance(formula, EulerPower) or not whole_in(
                    formula.exponent, formula.counted_in, names, quantity.list
                )
                if broken and id(formula) in alone:
                    yield issue("RL095", path, "euler" if isinstance(formula, EulerPower) else "whole", **words)
                elif broken and (base.low is None or base.low <= 0):
                    yield issue("RL095", path, "base", **words, low=_shown(base.low))
                elif not _within_bounds(exponents):
                    ends = {"low": _shown(exponents.low), "high": _shown(exponents.high)}
                    yield issue("RL095", path, "bounds", **words, **ends, most=str(MAXIMUM_EXPONENT))
                elif _is_too_long(base.value, exponents):
                    yield issue("RL095", path, "digits", **words)


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
