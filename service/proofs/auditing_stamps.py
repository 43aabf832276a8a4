"""Are the time stamps that a store keeps those of its checkpoints, by the authorities that made them?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from rules.contracts.errors import TouchstoneError
from rules.contracts.messages import speaker, words_of
from service.log.notes import read_note
from service.log.time_stamps import imprint_doubt
from service.store.log_tables import LogCheckpointRow, LogTimeStampRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row

    from service.log.trusted import LogTrust

_say = speaker(__name__)

_CHECKPOINTS = LogCheckpointRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_STAMPS = LogTimeStampRow.__table__  # type: ignore[attr-defined] # likewise


def stamps_audited(connection: Connection, trust: LogTrust | None) -> Iterator[tuple[str, bool, str | None]]:
    """Give of each time stamp its place, whether its authority is known and was asked for, and what is wrong with it.

    Of an authority that nobody named only the checkpoint is compared.
    """
    for row in connection.execute(select(_STAMPS).order_by(_STAMPS.c.size, _STAMPS.c.authority)):
        known = trust if trust is not None and row.authority in trust.authorities else None
        try:
            doubt = _doubt(connection, row, known)
        except TouchstoneError as error:
            doubt = words_of(error)
        yield f"time-stamp/{row.size}/{row.authority}", known is not None, doubt


def _doubt(connection: Connection, row: Row[Any], trust: LogTrust | None) -> str | None:
    note = connection.execute(select(_CHECKPOINTS.c.note).where(_CHECKPOINTS.c.size == row.size)).scalar()
    if note is None:
        return _say("STAMP_OF_NOTHING", size=row.size)
    checkpoint = read_note(note).checkpoint
    if trust is None:
        return imprint_doubt(row.token, checkpoint)
    time = trust.stamped_time(row.authority, row.token, checkpoint)
    return None if time == row.time else _say("STAMP_TIME", stored=row.time, found=time)
