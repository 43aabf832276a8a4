"""Reference table lookup order: tables of the organisation first, then those for all.

Tables that may not be passed on, such as licensed ones, stand in the own gazette of an organisation. A version that
stands in the gazette for all never looks in them, so that it says the same for everybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rules.model import PublishedVersion, Table, TableSource
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette


class ChainedTableStores(NamedTuple):
    """Table stores as one: a table is that of the first that holds it; an edition lacking there is sought on."""

    table_stores: tuple[TableStore, ...]

    def edition_of(self, name: str, edition: str) -> Table | None:
        """Give one edition; None if there is none."""
        tables = (table_store.edition_of(name, edition) for table_store in self.table_stores)
        return next((table for table in tables if table is not None), None)

    def in_force(self, name: str, *, as_of: date, known: date) -> Table | None:
        """Give the edition valid on a civil date, as known on a day; None if there is none."""
        return self._holding(name).in_force(name, as_of=as_of, known=known)

    def latest(self, name: str) -> Table | None:
        """Give the edition that no other supersedes; None if there is none."""
        return self._holding(name).latest(name)

    def _holding(self, name: str) -> TableStore:
        return next(
            (table_store for table_store in self.table_stores if table_store.holds(name)), self.table_stores[-1]
        )


def chain_table_stores(shelves: Sequence[TableStore]) -> TableSource:
    """Give the source that looks in these stores, one after the other."""
    return shelves[0] if len(shelves) == 1 else ChainedTableStores(tuple(shelves))


class TableStores:
    """The reference tables of a gazette, and those of organisations; each store is made once."""

    def __init__(self, gazette: Gazette) -> None:
        """Look beside this gazette, and beside those that organisations have before it."""
        self._gazette = gazette
        self.for_all = TableStore(gazette.folder / FOLDER)
        self._stores_by_organization: dict[str, TableStore] = {}

    def here(self) -> tuple[TableStore, ...]:
        """Give the stores of the organisation for which is worked, its own first."""
        return self._chain(self._gazette.of_current_organization())

    def of(self, organization: str) -> tuple[TableStore, ...]:
        """Give the stores of an organisation, its own first."""
        return self._chain(self._gazette.of(organization))

    def owner(self, version: PublishedVersion) -> str:
        """Give the id of the organisation in whose tables a version looks first; empty if it looks in those for all.

        A draft is of the organisation for which is worked.
        """
        own = self._gazette.of_current_organization()
        if not own.organization:
            return ""
        return own.organization if not version.publish_time or own.holds(version) else ""

    def source(self, version: PublishedVersion) -> TableSource:
        """Give where a version looks."""
        return chain_table_stores(
            self._chain(self._gazette.of_current_organization()) if self.owner(version) else (self.for_all,)
        )

    def owner_of_table(self, name: str, edition: str, manifest_digest: str) -> str:
        """Name the organisation in whose own gazette an edition with this manifest stands; empty if it is for all.

        Raises:
            TrailError: a manifest is damaged.
        """
        own = self._gazette.of_current_organization()
        (table_store, *others) = self._chain(own)
        return f"organizations/{own.organization}" if others and table_store.has(name, edition, manifest_digest) else ""

    def check_digests(self) -> int:
        """Compare the files of all tables with their digests, those of organisations too; say how many are for all.

        Raises:
            TrailError: files are damaged or missing; every table and edition is named.
        """
        for own in self._gazette.own_gazettes():
            self._chain(own)[0].check_digests()
        return self.for_all.check_digests()

    def _chain(self, gazette: Gazette) -> tuple[TableStore, ...]:
        if not gazette.organization:
            return (self.for_all,)
        own = self._stores_by_organization.setdefault(gazette.organization, TableStore(gazette.folder / FOLDER))
        return own, self.for_all
