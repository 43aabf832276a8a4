"""Ownership of reference tables in an answer: the organisation gazette that each belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.gazette.table_order import TableStores
    from touchstone.v1 import evaluation_pb2


def tell_owners(uses: Iterable[evaluation_pb2.TableUse], shelves: TableStores) -> None:
    """Say of each table that was looked in whose own it is, if it is one's own.

    Raises:
        TrailError: a manifest is damaged.
    """
    for use in uses:
        use.gazette = shelves.owner_of_table(use.name, use.edition, use.digest)
