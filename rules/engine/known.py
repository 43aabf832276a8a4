"""What are the values of all measures of a network, as plain Python, where every one of them is known?

How a number, a day, a choice or an overlap is read that is known is prepared once for each measure. Whatever is not
known, or does not apply, is left to `rules.engine.values`, which gives the same where both can answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, ChoicesExtent, NumberExtent, PeriodExtent, day_of
from rules.contracts.intervals import Interval
from rules.engine.atoms import Answer, Day, DayDifference, Number, Overlap, Selection
from rules.engine.days import shift_day
from rules.engine.values import measure_value
from rules.model.expressions import DateExpression, PeriodEdge

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.contracts.extents import Extent
    from rules.engine.atoms import Measure
    from rules.engine.network import Network
    from rules.engine.values import MeasureValue, Values

    Extents = Mapping[str, Extent]
    _Known = tuple[int, int]
    _Reader = Callable[[Extents], _Known | None]

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


def known_reader(measure: Measure) -> Callable[[Extents], _Known | str | None]:
    """Prepare how a measure is read; what is prepared gives nothing where the general way has to look."""
    match measure:
        case Number(name=name) | Day(name=name, edge=None):
            return lambda extents: _number(extents[name])
        case Selection(name=name, domain=domain):
            return _selection(name, domain)
        case Overlap(name=name, values=values):
            return _overlap(name, values)
        case Day(name=name, edge=edge):
            return known_day(DateExpression(name=name, edge=edge))
        case DayDifference(name=name, edge=None, other=other):
            return _days_after(lambda extents: _number(extents[name]), known_day(other))
        case DayDifference(name=name, edge=edge, other=other):
            return _days_after(known_day(DateExpression(name=name, edge=edge)), known_day(other))
        case _:
            return lambda _: None


def _number(extent: Extent) -> _Known | None:
    if type(extent) is not NumberExtent:
        return None
    low = extent.interval.low
    return None if low is None or low is not extent.interval.high else low.as_integer_ratio()


def _selection(name: str, domain: tuple[str, ...]) -> Callable[[Extents], str | None]:
    words = frozenset(domain)

    def read(extents: Extents) -> str | None:
        extent = extents[name]
        if type(extent) is not ChoiceExtent or extent.others or len(extent.possible) != 1:
            return None
        (value,) = extent.possible
        return value if value in words else domain[-1]

    return read


def _overlap(name: str, wanted: frozenset[str]) -> _Reader:
    def read(extents: Extents) -> _Known | None:
        extent = extents[name]
        if type(extent) is not ChoicesExtent or extent.surely != extent.possibly:
            return None
        return len(extent.surely & wanted), 1

    return read


def known_day(expression: DateExpression) -> Callable[[Extents], _Known | None]:
    """Prepare the number of the day that an expression names; nothing where that is not known."""
    name = expression.name
    if name is None:
        literal = shift_day(expression, expression.literal.toordinal() if expression.literal else 1), 1
        return lambda _: literal

    def read(extents: Extents) -> _Known | None:
        extent = extents[name]
        if type(extent) is PeriodExtent:
            interval = extent.first if expression.edge is PeriodEdge.FIRST else extent.last
        elif type(extent) is NumberExtent:
            interval = extent.interval
        else:
            return None
        low = interval.low
        return None if low is None or low is not interval.high else (shift_day(expression, day_of(low)), 1)

    return read


def _days_after(day: _Reader, other: _Reader) -> _Reader:
    def read(extents: Extents) -> _Known | None:
        last, first = day(extents), other(extents)
        return None if last is None or first is None else (last[0] - first[0] * last[1], last[1])

    return read


class KnownMeasures:
    """Reads the measures of one network, one after the other."""

    def __init__(self, network: Network) -> None:
        """Take the measures in their order."""
        self._asked = [(measure, known_reader(measure)) for measure in network.measures]

    def read(self, values: Values) -> list[Plain] | None:
        """Give the value of each measure; nothing if one of them is open."""
        extents = values.extents
        found: list[Plain] = []
        for measure, read in self._asked:
            plain: Plain = read(extents)
            if plain is None:
                only = plain_value(measure, measure_value(measure, values))
                if not only:
                    return None
                plain = only[0]
            found.append(plain)
        return found
