"""What are the values of all measures of a network where everything is known?

What needs no rule to be read stands there as it is, or is the difference of two numbers; the rest is read in general.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, cast

from rules.contracts.units import unit
from rules.engine.atoms import OTHER_TEXT, Number, NumberDifference, Selection
from rules.engine.known import known_reader, plain_value
from rules.engine.lane.extents import OpenError
from rules.engine.values import measure_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rules.engine.atoms import Measure
    from rules.engine.known import Plain, Ratio
    from rules.engine.lane.extents import PlainValues
    from rules.engine.network import Network
    from rules.engine.values import Values


class MeasureReader:
    """Reads the measures of one network."""

    def __init__(self, network: Network, units: Mapping[str, str]) -> None:
        """Say under which name or measure the value of each stands, with the units of what is compared."""
        self._asked = {_key(measure): (measure, known_reader(measure)) for measure in network.measures}
        self._factors = {
            key: (_factor(units[measure.name]), _factor(units[measure.other]))
            for key, (measure, _) in self._asked.items()
            if isinstance(measure, NumberDifference)
        }
        self._reading = {name: [_key(one) for one in measures] for name, measures in network.reading.items()}
        keys = tuple(self._asked)
        self._taken: Callable[[PlainValues], Sequence[Plain]] = (
            cast("Callable[[PlainValues], Sequence[Plain]]", itemgetter(*keys))
            if len(keys) > 1
            else lambda plain: [plain[key] for key in keys]
        )

    def read(self, values: Values, plain: PlainValues) -> Sequence[Plain]:
        """Give the value of each measure in their order; what is read for the first time stands in `plain` then.

        Raises:
            OpenError: one of them is open.
        """
        for key in self._asked.keys() - plain.keys():
            measure, read = self._asked[key]
            found = (
                self._difference(key, measure, plain) if isinstance(measure, NumberDifference) else read(values.extents)
            )
            plain[key] = _read(measure, values) if found is None else found
        return self._taken(plain)

    def reading(self, names: Iterable[str]) -> set[str]:
        """Give what stands in `plain` that reads what is known under some names, these among it."""
        return {key for name in names for key in (name, *self._reading.get(name, ()))}

    def _difference(self, key: str, measure: NumberDifference, plain: PlainValues) -> Ratio | None:
        """Give one number less another, in base units; nothing if they are not both at hand."""
        one, other = plain.get(measure.name), plain.get(measure.other)
        if not isinstance(one, tuple) or one[0] is None or not isinstance(other, tuple) or other[0] is None:
            return None
        (factor, unit), (other_factor, other_unit) = self._factors[key]
        above, below = one[0] * factor, one[1] * unit
        taken, taken_unit = other[0] * other_factor, other[1] * other_unit
        return above * taken_unit - taken * below, below * taken_unit


def _read(measure: Measure, values: Values) -> Plain:
    found = plain_value(measure, measure_value(measure, values))
    if not found:
        raise OpenError
    return found[0]


def _factor(symbol: str) -> tuple[int, int]:
    return unit(symbol).factor.as_integer_ratio()


def _key(measure: Measure) -> str:
    """Give the name of a number, flag or choice, which stand there as they are; else the measure in words."""
    if isinstance(measure, Number) or (isinstance(measure, Selection) and measure.domain[-1] != OTHER_TEXT):
        return measure.name
    return repr(measure)
