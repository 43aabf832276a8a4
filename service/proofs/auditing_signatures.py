"""Do cosignatures of witnesses and time stamps of authorities stand under checkpoints that are there, and hold?"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker, words_of
from service.log.notes import read_note
from service.log.time_stamps import imprint_doubt
from service.store.log_tables import LogCheckpointRow, LogCosignatureRow, LogTimeStampRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from service.log.trusted import LogTrust
    from service.proofs.auditing_beside import Look, Told

_say = speaker(__name__)

_CHECKPOINTS = LogCheckpointRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_COSIGNATURES = LogCosignatureRow.__table__  # type: ignore[attr-defined] # likewise
_STAMPS = LogTimeStampRow.__table__  # type: ignore[attr-defined] # likewise


def audit_cosignatures(connection: Connection, trust: LogTrust | None, told: Told) -> int:
    """Compare cosignatures with their checkpoints by the keys that are trusted; say how many none of them made."""
    unknown = 0
    chosen = select(_COSIGNATURES, _CHECKPOINTS.c.note).join_from(
        _COSIGNATURES, _CHECKPOINTS, _CHECKPOINTS.c.size == _COSIGNATURES.c.size, isouter=True
    )
    for row in connection.execute(chosen.order_by(_COSIGNATURES.c.size, _COSIGNATURES.c.witness)):
        place = f"log_cosignature/{row.size}/{row.witness}"
        if row.note is None:
            told(place, _say("NOTHING_COSIGNED", size=row.size))
            continue
        try:
            unsigned = read_note(row.note)
            note = read_note(f"{row.note}{row.line}\n")
        except TrailError as error:
            told(place, words_of(error))
            continue
        added = [one for one in note.signatures if one not in unsigned.signatures]
        if [one.name for one in added] != [row.witness]:
            told(place, _say("COSIGNED_OTHERWISE"))
        elif trust is None or row.witness not in trust.witnesses:
            unknown += 1
        elif not any(one == added[0] for one, _ in trust.cosignatures(note)):
            told(place, _say("COSIGNED_WRONGLY", witness=row.witness))
    return unknown


def audit_time_stamps(connection: Connection, trust: LogTrust | None, look: Look, told: Told) -> tuple[int, int]:
    """Compare time stamps with their checkpoints, and with the authorities that are trusted.

    Say how many there are, and how many none of these made.
    """
    count = unknown = 0
    chosen = select(_STAMPS, _CHECKPOINTS.c.note).join_from(
        _STAMPS, _CHECKPOINTS, _CHECKPOINTS.c.size == _STAMPS.c.size, isouter=True
    )
    for row in connection.execute(chosen.order_by(_STAMPS.c.size, _STAMPS.c.authority)):
        trusts = trust if trust is not None and row.authority in _made_by(row, trust) else None
        count, unknown = count + 1, unknown + (row.note is not None and trusts is None)
        place = f"time-stamp/{row.size}/{row.authority}"
        look(place, partial(_time_stamp, row, trusts, place, told))
    return count, unknown


def _made_by(row: Row[Any], trust: LogTrust) -> set[str]:
    """Give by whom a stamp may be: as whose it is kept, and whose it is if one that is trusted made it."""
    if row.note is None or row.authority in trust.authorities:
        return set(trust.authorities)
    with suppress(TrailError):
        return {row.authority, trust.stamped(row.token, read_note(row.note).checkpoint)[0]}
    return set()


def _time_stamp(row: Row[Any], trust: LogTrust | None, place: str, told: Told) -> None:
    if row.note is None:
        told(place, _say("STAMP_OF_NOTHING", size=row.size))
        return
    checkpoint = read_note(row.note).checkpoint
    if trust is None:
        doubt = imprint_doubt(row.token, checkpoint)
    elif row.authority not in trust.authorities:
        doubt = _say("STAMP_OF_ANOTHER", stored=row.authority, found=trust.stamped(row.token, checkpoint)[0])
    else:
        time = trust.stamped_time(row.authority, row.token, checkpoint)
        doubt = None if time == row.time else _say("STAMP_TIME", stored=row.time, found=time)
    if doubt is not None:
        told(place, doubt)
