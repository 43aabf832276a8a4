"""Lazily built extents of fully known subjects, for the fast path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import Extent
from rules.engine.earned_points import points_extent
from rules.program.value_environment import plain_extent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.engine.earned_points import EarnedPoints
    from rules.program.value_environment import Plain, Values


class LazyExtents(dict[str, Extent]):
    """The extents of one subject; of what stands ready as plain values they are made when they are first asked for.

    A copy has only those that were made, so whoever copies it calls `complete_extents` before.
    """

    __slots__ = ("_earned", "plain")

    def __init__(self, extents: Mapping[str, Extent], plain: Mapping[str, Plain]) -> None:
        """Begin with the extents that were given, and all names in `plain`."""
        super().__init__(extents)
        self.plain = plain
        self._earned: Mapping[str, EarnedPoints] = {}

    def __missing__(self, name: str) -> Extent:
        """Make the extent of a name once."""
        earned = self._earned.get(name)
        made = self[name] = plain_extent(self.plain[name]) if earned is None else points_extent(earned)
        return made

    def add_points(self, earned: Mapping[str, EarnedPoints]) -> None:
        """Let each indicator have the points that it earned."""
        self._earned = earned

    def complete(self) -> LazyExtents:
        """Make all that was not asked for yet."""
        for name in (*self.plain, *self._earned):
            self[name]
        return self


def complete_extents(values: Values) -> None:
    """Make all extents of what came over the fast path, before somebody copies or lists them."""
    if isinstance(values.extents, LazyExtents):
        values.extents.complete()
