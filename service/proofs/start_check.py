"""Start-up check of a sample of the store."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import InvalidRequestError

from rules.contracts import TouchstoneError, error_message, message_factory
from service.base import logs
from service.store.backups import is_intact
from service.store.log_sequencer import newest_checkpoint, tile_reader
from service.store.months import archived_months
from service.store.tables import (
    DISPOSITIONS,
    ERASED_REQUESTS as _ERASED,
    EVALUATIONS,
    LOG_LEAVES as _LEAVES,
)
from service.transparency.leaves import DISPOSITION, EVALUATION, Leaf, entry_of
from service.transparency.tree import EMPTY, TiledNodes, leaf_hash, root

if TYPE_CHECKING:
    from service.store.store import Store

_message = message_factory(__name__)

_NEWEST_COUNT, _SAMPLE_COUNT = 8, 24
READ_ERRORS = (ArithmeticError, AttributeError, InvalidRequestError, LookupError, TypeError, ValueError)
"""Errors of reading altered content, including a row that an index has and its table lacks."""


def log_alterations(store: Store) -> int:
    """Log alterations found by sampling, and return their number.

    Raises:
        Refusal: If the database is unavailable.
    """
    with store.read_connection() as connection:
        faults = list(_faults(connection))
    for location, problem in faults:
        logs.error(
            "store_altered", place=location, problem=problem, hint="keep it as it is, and run `touchstone data audit`"
        )
    return len(faults)


def _faults(connection: Connection) -> Iterator[tuple[str, str]]:
    try:
        yield from _tree_faults(connection)
        yield from _missing_evaluations(connection)
        yield from _missing_decisions(connection)
        for position in _sample_positions(connection):
            yield from _leaf_faults(connection, position)
    except TouchstoneError as error:
        yield "log", error_message(error)
    except READ_ERRORS as error:
        yield "log", _message("UNREADABLE", problem=error_message(error))


def _tree_faults(connection: Connection) -> Iterator[tuple[str, str]]:
    checkpoint = newest_checkpoint(connection)
    if checkpoint is None:
        return
    size, last = checkpoint.size, connection.execute(select(func.max(_LEAVES.c.position))).scalar()
    if last is None or last + 1 < size:
        yield f"log/{size - 1}", _message("TAIL_CUT_HERE", size=size, found=0 if last is None else last + 1)
    try:
        reached = root(TiledNodes(tile_reader(connection)), size) if size else EMPTY
    except IndexError:
        reached = b""
    if reached != checkpoint.root:
        yield f"checkpoint/{size}", _message("CHECKPOINT_DIFFERS")


def _missing_evaluations(connection: Connection) -> Iterator[tuple[str, str]]:
    noted = connection.execute(select(func.count()).where(_LEAVES.c.kind == EVALUATION)).scalar_one()
    stored = connection.execute(select(func.count()).select_from(EVALUATIONS)).scalar_one()
    erased = connection.execute(select(func.count()).select_from(_ERASED)).scalar_one()
    archived = sum(month.evaluations for month in archived_months(connection))
    if stored + erased + archived < noted:
        yield "evaluations", _message("EVALUATIONS_MISSING", count=noted - stored - erased - archived)


def _missing_decisions(connection: Connection) -> Iterator[tuple[str, str]]:
    """Compare decision counts: a lost decision would make a result valid again."""
    noted = connection.execute(select(func.count()).where(_LEAVES.c.kind == DISPOSITION)).scalar_one()
    stored = connection.execute(select(func.count()).select_from(DISPOSITIONS)).scalar_one()
    if stored != noted:
        yield "dispositions", _message("DECISIONS_MISSING", noted=noted, kept=stored)


def _sample_positions(connection: Connection) -> list[int]:
    last = connection.execute(select(func.max(_LEAVES.c.position))).scalar()
    if last is None:
        return []
    newest = range(max(0, last + 1 - _NEWEST_COUNT), last + 1)
    others = random.sample(range(last + 1), min(_SAMPLE_COUNT, last + 1))
    return sorted({*newest, *others})


def _leaf_faults(connection: Connection, position: int) -> Iterator[tuple[str, str]]:
    location = f"log/{position}"
    row: Any = connection.execute(select(_LEAVES).where(_LEAVES.c.position == position)).first()
    if row is None:
        yield location, _message("LEAF_MISSING")
        return
    if Leaf(row.kind, row.name, row.subject, row.document).digest != row.digest:
        yield location, _message("LEAF_DIGEST")
    checkpoint = newest_checkpoint(connection)
    if checkpoint is not None and position < checkpoint.size:
        stored_hash = TiledNodes(tile_reader(connection))(0, position)
        if stored_hash != leaf_hash(entry_of(row.kind, row.digest)):
            yield location, _message("LEAF_NOT_IN_TREE")
    if row.kind == EVALUATION:
        yield from _record_faults(connection, row.name)


def _record_faults(connection: Connection, name: str) -> Iterator[tuple[str, str]]:
    columns = select(EVALUATIONS.c.record, EVALUATIONS.c.record_key, EVALUATIONS.c.record_digest)
    stored = connection.execute(columns.where(EVALUATIONS.c.name == name)).first()
    if stored is not None and not is_intact(*stored):
        yield name, _message("RECORD_DAMAGED")
