"""Which checkpoints of the log were stamped by an authority, and when?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from service.log.time_stamps import TimeStamp
from service.store.database import refusing
from service.store.log_tables import LogTimeStampRow
from service.store.writing import writing

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_STAMPS = LogTimeStampRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it


class TimeStamps:
    """The time stamps of a store. Every method refuses (Refusal) where the database cannot be read or written now."""

    def __init__(self, engine: Engine) -> None:
        """Use an open database."""
        self._engine = engine

    def add(self, stamp: TimeStamp) -> None:
        """Keep a stamp that was checked; a second one of an authority changes nothing."""
        its = (_STAMPS.c.size == stamp.size, _STAMPS.c.authority == stamp.authority)
        with refusing(to="write"), writing(self._engine).begin() as connection:
            if connection.execute(select(_STAMPS.c.size).where(*its)).first() is None:
                row = {"size": stamp.size, "authority": stamp.authority, "time": stamp.time, "token": stamp.token}
                connection.execute(insert(_STAMPS), row)

    def of(self, size: int) -> list[TimeStamp]:
        """Give the stamps of the checkpoint of a size, by authority."""
        chosen = select(_STAMPS).where(_STAMPS.c.size == size).order_by(_STAMPS.c.authority)
        with refusing(to="read"), self._engine.connect() as connection:
            return [TimeStamp(*row) for row in connection.execute(chosen)]

    def newest(self) -> TimeStamp | None:
        """Give the stamp of the largest checkpoint that has one, if there is any."""
        with refusing(to="read"), self._engine.connect() as connection:
            return newest_stamp(connection)

    def first_reaching(self, size: int) -> list[TimeStamp]:
        """Give of each authority its first stamp of a checkpoint that has so many entries at least, by authority."""
        first = select(_STAMPS.c.authority, func.min(_STAMPS.c.size).label("size")).where(_STAMPS.c.size >= size)
        of = first.group_by(_STAMPS.c.authority).subquery()
        chosen = select(_STAMPS).join(of, (of.c.authority == _STAMPS.c.authority) & (of.c.size == _STAMPS.c.size))
        with refusing(to="read"), self._engine.connect() as connection:
            return [TimeStamp(*row) for row in connection.execute(chosen.order_by(_STAMPS.c.authority))]


def newest_stamp(connection: Connection) -> TimeStamp | None:
    """Give the stamp of the largest checkpoint that has one, if there is any."""
    chosen = select(_STAMPS).order_by(_STAMPS.c.size.desc(), _STAMPS.c.authority).limit(1)
    row = connection.execute(chosen).first()
    return None if row is None else TimeStamp(*row)
