"""Reference table lookup order: tables of the organization first, then public tables.

Tables that may not be redistributed are in an organization's gazette. Public versions never use them, so their results
are the same for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rules.model import PublishedVersion, Table, TableSource
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette


class ChainedTableStores(NamedTuple):
    """Table stores searched in order.

    The edition in force is from the first store with the table, a named edition from any.
    """

    table_stores: tuple[TableStore, ...]

    def edition_of(self, name: str, edition: str) -> Table | None:
        tables = (table_store.edition_of(name, edition) for table_store in self.table_stores)
        return next((table for table in tables if table is not None), None)

    def in_force(self, name: str, *, as_of: date, known: date) -> Table | None:
        return self._holding(name).in_force(name, as_of=as_of, known=known)

    def latest(self, name: str) -> Table | None:
        return self._holding(name).latest(name)

    def _holding(self, name: str) -> TableStore:
        return next(
            (table_store for table_store in self.table_stores if table_store.holds(name)), self.table_stores[-1]
        )


def chain_table_stores(shelves: Sequence[TableStore]) -> TableSource:
    """Combine table stores, searched in order."""
    return shelves[0] if len(shelves) == 1 else ChainedTableStores(tuple(shelves))


class TableStores:
    """Table stores of the public gazette and of organizations, each created once."""

    def __init__(self, gazette: Gazette) -> None:
        self._gazette = gazette
        self.for_all = TableStore(gazette.folder / FOLDER)
        self._stores_by_organization: dict[str, TableStore] = {}

    def here(self) -> tuple[TableStore, ...]:
        return self._chain(self._gazette.of_current_organization())

    def of(self, organization: str) -> tuple[TableStore, ...]:
        return self._chain(self._gazette.of(organization))

    def owner(self, version: PublishedVersion) -> str:
        own = self._gazette.of_current_organization()
        if not own.organization:
            return ""
        return own.organization if not version.publish_time or own.holds(version) else ""

    def source(self, version: PublishedVersion) -> TableSource:
        return chain_table_stores(
            self._chain(self._gazette.of_current_organization()) if self.owner(version) else (self.for_all,)
        )

    def owner_of_table(self, name: str, edition: str, manifest_digest: str) -> str:
        own = self._gazette.of_current_organization()
        (table_store, *others) = self._chain(own)
        return f"organizations/{own.organization}" if others and table_store.has(name, edition, manifest_digest) else ""

    def check_digests(self) -> int:
        for own in self._gazette.own_gazettes():
            self._chain(own)[0].check_digests()
        return self.for_all.check_digests()

    def _chain(self, gazette: Gazette) -> tuple[TableStore, ...]:
        if not gazette.organization:
            return (self.for_all,)
        own = self._stores_by_organization.setdefault(gazette.organization, TableStore(gazette.folder / FOLDER))
        return own, self.for_all
