"""Do cosignatures of witnesses and time stamps of authorities stand under checkpoints, and hold, and are all there?"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import select

from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker, words_of
from service.base.instants import milliseconds_of
from service.log.leaves import EVALUATION, NOTED_LATER
from service.log.notes import read_note
from service.log.time_stamps import imprint_doubt
from service.store.tables import LogCheckpointRow, LogCosignatureRow, LogLeafRow, LogTimeStampRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row

    from service.log.notes import Note
    from service.log.trusted import LogTrust
    from service.proofs.auditing_beside import Look, Told

_say = speaker(__name__)

_CHECKPOINTS = LogCheckpointRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_COSIGNATURES = LogCosignatureRow.__table__  # type: ignore[attr-defined] # likewise
_LEAVES = LogLeafRow.__table__  # type: ignore[attr-defined] # likewise
_STAMPS = LogTimeStampRow.__table__  # type: ignore[attr-defined] # likewise

_LATE_SECONDS = 3_600
"""So long after an evaluation was made it is in the tree, however much a server has to do."""


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


def audit_times(connection: Connection, outside: Note | None, trust: LogTrust, told: Told) -> None:
    """Compare what bears a time with what trusted witnesses saw then, and miss what they signed of a kept checkpoint.

    What was noted after a witness saw the log without it can hardly bear a time before that.
    """
    if outside is not None:
        _miss_cosignatures(connection, outside, trust, told)
    seen = sorted({*_seen(connection, trust), *(() if outside is None else _times(outside, trust))})
    if not seen:
        return
    sizes, latest = [size for size, _ in seen], list(accumulate((second for _, second in seen), max))
    chosen = select(_LEAVES.c.position, _LEAVES.c.name, _LEAVES.c.document).where(
        _LEAVES.c.kind == EVALUATION, _LEAVES.c.position >= sizes[0]
    )
    for row in connection.execute(chosen.order_by(_LEAVES.c.position), execution_options={"yield_per": 256}):
        said = orjson.loads(row.document)
        time = said.get(NOTED_LATER) or said["create_time"]
        second = latest[bisect_right(sizes, row.position) - 1]
        if milliseconds_of(time) // 1_000 < second - _LATE_SECONDS:
            witnessed = datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            told(f"log/{row.position}", _say("NOTED_AFTER_SEEN", name=row.name, time=time, seen=witnessed))


def _miss_cosignatures(connection: Connection, outside: Note, trust: LogTrust, told: Told) -> None:
    size = outside.checkpoint.size
    held = set(connection.execute(select(_COSIGNATURES.c.witness).where(_COSIGNATURES.c.size == size)).scalars())
    for witness in sorted({one.name for one, _ in trust.cosignatures(outside)} - held):
        told(f"log_cosignature/{size}/{witness}", _say("COSIGNATURE_GONE", witness=witness, size=size))


def _seen(connection: Connection, trust: LogTrust) -> Iterator[tuple[int, int]]:
    """Give the size of each checkpoint that a trusted witness cosigned, with the second at which it did."""
    chosen = select(_COSIGNATURES.c.line, _CHECKPOINTS.c.note).join_from(
        _COSIGNATURES, _CHECKPOINTS, _CHECKPOINTS.c.size == _COSIGNATURES.c.size
    )
    for row in connection.execute(chosen).all():
        with suppress(TrailError):
            yield from _times(read_note(f"{row.note}{row.line}\n"), trust)


def _times(note: Note, trust: LogTrust) -> Iterator[tuple[int, int]]:
    return ((note.checkpoint.size, second) for _, second in trust.cosignatures(note))


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
