"""Is what is counted given as a whole number?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.units import convert

if TYPE_CHECKING:
    from rules.language.cells import Measure
    from rules.language.names import Named
    from rules.language.report import Report

COUNTED = frozenset({"time", "item"})
"""Units of things that come whole."""


def warn_of_fractions(named: Named, measure: Measure, report: Report) -> None:
    """Warn of a part of a counted thing, unless the fact itself says of what it is a multiple."""
    fact = named.fact
    if fact is None or fact.unit not in COUNTED or fact.multiple_of is not None:
        return
    if convert(measure.value, measure.unit, fact.unit).denominator != 1:
        report.add("RL098", measure.text, name=named.id, number=measure.number)
