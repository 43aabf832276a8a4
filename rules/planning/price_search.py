"""Prices of money to search at, until the plans at their corners describe the best figure at each cost closely.

The best plan at a price is a corner of the least concave curve above all plans. Two known corners suggest the price at
which both are worth the same: the best plan at that price lies above the line between them, or the line is the curve.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.planning.member_curves import CostedWorth, concave_corners, short_price

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_PRICES, _MOST_AROUND = 7, 3
"""Limit of the prices, and the limit with a likely price."""
_NEGLIGIBLE = Fraction(1, 100)
"""Part of the whole gain that two corners may differ by without another search between them."""


class PriceSearch:
    """The corners found so far, from a plan without a cost to the best plan within the budget.

    A `likely` price is searched first, and fewer others after it.
    """

    def __init__(self, known: Sequence[CostedWorth], likely: Fraction | None = None) -> None:
        self._points = list(known)
        self._likely = likely
        self._searched: set[Fraction] = set()

    def next_price(self) -> Fraction | None:
        """Return the price between the two corners that leave most open; None if the curve is close enough."""
        if self._likely is not None and self._likely not in self._searched:
            return self._likely
        if len(self._searched) >= (_MOST_PRICES if self._likely is None else _MOST_AROUND):
            return None
        corners = concave_corners(self._points)
        negligible = _NEGLIGIBLE * (corners[-1].worth - corners[0].worth)
        best, most = None, Fraction(0)
        for before, after in pairwise(corners):
            gain, cost = after.worth - before.worth, after.cost - before.cost
            price = short_price(gain / cost)
            if gain > negligible and gain * cost > most and price not in self._searched:
                best, most = price, gain * cost
        return best

    def add(self, price: Fraction, found: CostedWorth) -> None:
        """Add the best plan at a price."""
        self._searched.add(price)
        self._points.append(found)
