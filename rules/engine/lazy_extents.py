"""Lazily built extents: what is known of a subject as single values, each made an extent when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, overload

from rules.contracts.extents import Extent
from rules.engine.earned_points import points_extent
from rules.program.value_environment import plain_extent

if TYPE_CHECKING:
    from _collections_abc import dict_items, dict_keys, dict_values
    from collections.abc import Iterable, Iterator, Mapping

    from rules.engine.earned_points import EarnedPoints
    from rules.program.value_environment import PlainFact

_Other = TypeVar("_Other")


class LazyExtents(dict[str, Extent]):
    """The extents of one subject by their names; whoever lists or compares them gets all that can be made."""

    __slots__ = ("_earned", "_is_complete", "plain")

    def __init__(
        self,
        extents: Iterable[tuple[str, Extent]],
        plain: Mapping[str, PlainFact],
        earned: Mapping[str, EarnedPoints] | None = None,
    ) -> None:
        """Begin with the extents that were made, all names in `plain`, and the points of indicators."""
        super().__init__(extents)
        self.plain = plain
        self._earned: Mapping[str, EarnedPoints] = {} if earned is None else earned
        self._is_complete = False

    def __missing__(self, name: str) -> Extent:
        """Make the extent of a name once."""
        earned = self._earned.get(name)
        made = self[name] = plain_extent(self.plain[name]) if earned is None else points_extent(earned)
        return made

    def add_points(self, earned: Mapping[str, EarnedPoints]) -> None:
        """Let each indicator have the points that it earned."""
        self._earned, self._is_complete = earned, False

    def complete(self) -> LazyExtents:
        """Make all that was not asked for yet."""
        if not self._is_complete:
            for name in (*self.plain, *self._earned):
                self[name]
            self._is_complete = True
        return self

    def __contains__(self, name: object) -> bool:
        """Say whether there is such a name, made or not."""
        return super().__contains__(name) or name in self.plain or name in self._earned

    @overload
    def get(self, name: str, default: None = None, /) -> Extent | None: ...

    @overload
    def get(self, name: str, default: Extent | _Other, /) -> Extent | _Other: ...

    def get(self, name: str, default: Extent | _Other | None = None, /) -> Extent | _Other | None:
        """Give the extent of a name, made if it was not yet."""
        return self[name] if name in self else default  # noqa: SIM401 -- this is `get`

    def __len__(self) -> int:
        """Count all names."""
        return super(LazyExtents, self.complete()).__len__()

    def __iter__(self) -> Iterator[str]:
        """List all names."""
        return super(LazyExtents, self.complete()).__iter__()

    def keys(self) -> dict_keys[str, Extent]:
        """List all names."""
        return super(LazyExtents, self.complete()).keys()

    def values(self) -> dict_values[str, Extent]:
        """List all extents."""
        return super(LazyExtents, self.complete()).values()

    def items(self) -> dict_items[str, Extent]:
        """List all names with their extents."""
        return super(LazyExtents, self.complete()).items()

    def __eq__(self, other: object) -> bool:
        """Compare all of them."""
        if isinstance(other, LazyExtents):
            other.complete()
        return super(LazyExtents, self.complete()).__eq__(other)

    __hash__ = None  # as of any dictionary


def copy_of(extents: Mapping[str, Extent]) -> dict[str, Extent]:
    """Give the same extents again, made or not, to be changed apart."""
    if isinstance(extents, LazyExtents):
        return LazyExtents(dict.items(extents), extents.plain, extents._earned)
    return dict(extents)


def with_extents(extents: Mapping[str, Extent], others: Mapping[str, Extent]) -> dict[str, Extent]:
    """Give the same extents with others for some names; made or not, unless one of these was a single value."""
    if isinstance(extents, LazyExtents) and not extents.plain.keys().isdisjoint(others):
        return {**extents, **others}
    changed = copy_of(extents)
    changed.update(others)
    return changed


def names_unlike(extents: Mapping[str, Extent], others: Mapping[str, Extent]) -> list[str]:
    """Name the extents that are not the same among others, which have all these names.

    Of those that were read of the same plain values only what was made can differ.
    """
    lazy = isinstance(extents, LazyExtents) and isinstance(others, LazyExtents) and others.plain is extents.plain
    items = dict.items(extents) if lazy else extents.items()  # type: ignore[arg-type]
    return [name for name, extent in items if others[name] is not extent and others[name] != extent]
