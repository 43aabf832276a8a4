"""What are the values of all measures of a network where everything is known?"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, cast

from rules.engine.atoms import OTHER_TEXT, Number, Selection
from rules.engine.known import plain_value
from rules.engine.lane.extents import OpenError
from rules.engine.values import measure_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rules.engine.atoms import Measure
    from rules.engine.known import Plain
    from rules.engine.lane.extents import PlainValues
    from rules.engine.network import Network
    from rules.engine.values import Values


class MeasureReader:
    """Reads the measures of one network: those that are plain values as they stand, the others by the general way."""

    def __init__(self, network: Network) -> None:
        """Say under which name or measure the value of each stands."""
        self._asked: dict[str, Measure] = {_key(measure): measure for measure in network.measures}
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
            found = plain_value(self._asked[key], measure_value(self._asked[key], values))
            if not found:
                raise OpenError
            [plain[key]] = found
        return self._taken(plain)


def _key(measure: Measure) -> str:
    """Give the name of a number, flag or choice, which stand there as they are; else the measure in words."""
    if isinstance(measure, Number) or (isinstance(measure, Selection) and measure.domain[-1] != OTHER_TEXT):
        return measure.name
    return repr(measure)
