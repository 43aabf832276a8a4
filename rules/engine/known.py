"""What are the values of all measures of a network, as plain Python, where every one of them is known?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import NumberExtent
from rules.contracts.intervals import Interval
from rules.engine.atoms import Answer, Number, Selection
from rules.engine.values import measure_value

if TYPE_CHECKING:
    from rules.engine.atoms import Measure
    from rules.engine.network import Network
    from rules.engine.values import MeasureValue, Values

Ratio = tuple[int, int] | tuple[None, None]
Plain = Ratio | str | None
"""A number as whole numbers above and below the stroke, or a choice; nothing in their place if it does not apply."""

_NO_NUMBER: Ratio = (None, None)


def plain_value(measure: Measure, value: MeasureValue) -> tuple[Plain, ...]:
    """Give the only value that a measure can have; nothing if it is open."""
    if value is None:
        return (None if isinstance(measure, (Selection, Answer)) else _NO_NUMBER,)
    if isinstance(value, Interval) and value.low is not None and value.low is value.high:
        return (value.low.as_integer_ratio(),)
    return tuple(value) if isinstance(value, frozenset) and len(value) == 1 else ()


class KnownMeasures:
    """Reads the measures of one network, one after the other."""

    def __init__(self, network: Network) -> None:
        """Take the measures in their order."""
        self._asked = [
            (
                measure,
                measure.name if isinstance(measure, Number) else None,
                None if isinstance(measure, (Selection, Answer)) else _NO_NUMBER,
            )
            for measure in network.measures
        ]

    def read(self, values: Values) -> list[Plain] | None:
        """Give the value of each measure; nothing if one of them is open."""
        extents = values.extents
        found: list[Plain] = []
        for measure, number, absent in self._asked:
            if number is not None and type(extent := extents[number]) is NumberExtent:
                value: object = extent.interval
            else:
                value = measure_value(measure, values)
            if type(value) is Interval:
                low = value.low
                if low is None or low is not value.high:
                    return None
                found.append(low.as_integer_ratio())
            elif value is None:
                found.append(absent)
            elif type(value) is frozenset and len(value) == 1:
                found += value
            else:
                return None
        return found
