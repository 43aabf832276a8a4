"""Organization gazettes of reference tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.gazette.table_order import TableStores
    from touchstone.v1 import evaluation_pb2


def set_table_gazettes(uses: Iterable[evaluation_pb2.TableUse], shelves: TableStores) -> None:
    """Set the gazette of each table use.

    Raises:
        TrailError: If a manifest is invalid.
    """
    for use in uses:
        use.gazette = shelves.owner_of_table(use.name, use.edition, use.digest)
