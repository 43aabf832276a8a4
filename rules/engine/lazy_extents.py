"""Lazily created extents of single known values."""

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
    """Extents of one subject. Listing or comparing them creates all of them."""

    __slots__ = ("_earned", "_is_complete", "plain")

    def __init__(
        self,
        extents: Iterable[tuple[str, Extent]],
        plain: Mapping[str, PlainFact],
        earned: Mapping[str, EarnedPoints] | None = None,
    ) -> None:
        super().__init__(extents)
        self.plain = plain
        self._earned: Mapping[str, EarnedPoints] = {} if earned is None else earned
        self._is_complete = False

    def __missing__(self, name: str) -> Extent:
        earned = self._earned.get(name)
        made = self[name] = plain_extent(self.plain[name]) if earned is None else points_extent(earned)
        return made

    def add_points(self, earned: Mapping[str, EarnedPoints]) -> None:
        self._earned, self._is_complete = earned, False

    def complete(self) -> LazyExtents:
        if not self._is_complete:
            for name in (*self.plain, *self._earned):
                self[name]
            self._is_complete = True
        return self

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in self.plain or name in self._earned

    @overload
    def get(self, name: str, default: None = None, /) -> Extent | None: ...

    @overload
    def get(self, name: str, default: Extent | _Other, /) -> Extent | _Other: ...

    def get(self, name: str, default: Extent | _Other | None = None, /) -> Extent | _Other | None:
        return self[name] if name in self else default  # noqa: SIM401 -- this is `get`

    def __len__(self) -> int:
        return super(LazyExtents, self.complete()).__len__()

    def __iter__(self) -> Iterator[str]:
        return super(LazyExtents, self.complete()).__iter__()

    def keys(self) -> dict_keys[str, Extent]:
        return super(LazyExtents, self.complete()).keys()

    def values(self) -> dict_values[str, Extent]:
        return super(LazyExtents, self.complete()).values()

    def items(self) -> dict_items[str, Extent]:
        return super(LazyExtents, self.complete()).items()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, LazyExtents):
            other.complete()
        return super(LazyExtents, self.complete()).__eq__(other)

    __hash__ = None  # unhashable, like every dictionary


def copy_of(extents: Mapping[str, Extent]) -> dict[str, Extent]:
    """Return an independent copy without creating extents."""
    if isinstance(extents, LazyExtents):
        return LazyExtents(dict.items(extents), extents.plain, extents._earned)
    return dict(extents)


def with_extents(extents: Mapping[str, Extent], others: Mapping[str, Extent]) -> dict[str, Extent]:
    """Return a copy with some extents replaced; lazy unless a plain value was replaced."""
    if isinstance(extents, LazyExtents) and not extents.plain.keys().isdisjoint(others):
        return {**extents, **others}
    changed = copy_of(extents)
    changed.update(others)
    return changed


def names_unlike(extents: Mapping[str, Extent], others: Mapping[str, Extent]) -> list[str]:
    """Return the names of extents that differ from `others`.

    With the same plain values, only extents that were already created can differ.
    """
    lazy = isinstance(extents, LazyExtents) and isinstance(others, LazyExtents) and others.plain is extents.plain
    items = dict.items(extents) if lazy else extents.items()  # type: ignore[arg-type]
    return [name for name, extent in items if others[name] is not extent and others[name] != extent]
