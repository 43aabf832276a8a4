"""Store of column mappings: revisions of each mapping, until it is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from service.store.database import StorePart
from service.store.tables import MappingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAPPINGS = SQLModel.metadata.tables[str(MappingRow.__tablename__)]
_COLUMNS = _MAPPINGS.c


class ColumnMappings(StorePart):
    """Column mappings of all organizations."""

    def find(self, name: str, revision: int = 0) -> MappingRow | None:
        """Return a revision, 0 for the newest."""
        chosen = select(_MAPPINGS).where(_COLUMNS.name == name)
        if revision:
            chosen = chosen.where(_COLUMNS.revision == revision)
        return self._row(MappingRow, chosen.order_by(_COLUMNS.revision.desc()).limit(1))

    def list(self, organization: str, *, scorecard: str, client: str, after: str, limit: int) -> Sequence[MappingRow]:
        """Return the newest revisions by name; with `client`, also those of the whole organization."""
        other = _MAPPINGS.alias("newest")
        newest = select(func.max(other.c.revision)).where(other.c.name == _COLUMNS.name).scalar_subquery()
        chosen = select(_MAPPINGS).where(
            _COLUMNS.organization == organization, _COLUMNS.name > after, _COLUMNS.revision == newest
        )
        if scorecard:
            chosen = chosen.where(_COLUMNS.scorecard == scorecard)
        if client:
            chosen = chosen.where(_COLUMNS.client.in_(("", client)))
        return self._rows(MappingRow, chosen.order_by(_COLUMNS.name).limit(limit))

    def count(self, organization: str, client: str) -> int:
        """Return the number of mappings of a client, or of the whole organization if `client` is empty."""
        chosen = select(func.count(func.distinct(_COLUMNS.name))).where(
            _COLUMNS.organization == organization, _COLUMNS.client == client
        )
        return int(self._values(chosen)[0])

    def add(self, row: MappingRow) -> bool:
        """Store a revision; return whether it is the next one of its mapping."""
        try:
            with self._writing() as connection:
                newest = select(func.max(_COLUMNS.revision)).where(_COLUMNS.name == row.name)
                if (connection.execute(newest).scalar() or 0) != row.revision - 1:
                    return False
                connection.execute(insert(_MAPPINGS), row.model_dump())
        except IntegrityError:
            return False
        return True

    def delete(self, name: str) -> bool:
        with self._writing() as connection:
            return connection.execute(delete(_MAPPINGS).where(_COLUMNS.name == name)).rowcount > 0
