"""Start-up check of a store for truncation and alteration; `data audit` checks everything."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from rules.contracts import TouchstoneError, error_message, message_factory
from service.base import logs
from service.store.backups import is_intact
from service.store.log_sequencer import newest_checkpoint, tile_reader
from service.store.tables import DispositionRow, ErasedRequestRow, EvaluationRow, LogLeafRow
from service.transparency.leaves import DISPOSITION, EVALUATION, Leaf, entry_of
from service.transparency.tree import EMPTY, TiledNodes, leaf_hash, root

if TYPE_CHECKING:
    from service.store.store import Store

_say = message_factory(__name__)

_LEAVES = LogLeafRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # likewise
_ERASED = ErasedRequestRow.__table__  # type: ignore[attr-defined] # likewise
_DISPOSITIONS = DispositionRow.__table__  # type: ignore[attr-defined] # likewise
_NEWEST, _SAMPLED = 8, 24
_UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def log_alterations(store: Store) -> int:
    """Log what of a store is not as it was written, as far as a few looks show; say how many faults there are.

    Raises:
        Refusal: the database cannot be read now.
    """
    with store.read_connection() as connection:
        faults = list(_faults(connection))
    for place, problem in faults:
        logs.error(
            "store_altered", place=place, problem=problem, hint="keep it as it is, and run `touchstone data audit`"
        )
    return len(faults)


def _faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """Give the places that are not as they were written, each with what is wrong."""
    try:
        yield from _tree(connection)
        yield from _missing_evaluations(connection)
        yield from _decisions(connection)
        for position in _sample_positions(connection):
            yield from _leaf(connection, position)
    except TouchstoneError as error:
        yield "log", error_message(error)
    except _UNREADABLE as error:
        yield "log", _say("UNREADABLE", problem=str(error)[:200])


def _tree(connection: Connection) -> Iterator[tuple[str, str]]:
    """Compare the newest checkpoint with the tree, and its size with the leaves."""
    checkpoint = newest_checkpoint(connection)
    if checkpoint is None:
        return
    size, last = checkpoint.size, connection.execute(select(func.max(_LEAVES.c.position))).scalar()
    if last is None or last + 1 < size:
        yield f"log/{size - 1}", _say("TAIL_CUT_HERE", size=size, found=0 if last is None else last + 1)
    try:
        reached = root(TiledNodes(tile_reader(connection)), size) if size else EMPTY
    except IndexError:
        reached = b""
    if reached != checkpoint.root:
        yield f"checkpoint/{size}", _say("CHECKPOINT_DIFFERS")


def _missing_evaluations(connection: Connection) -> Iterator[tuple[str, str]]:
    """Count what was noted and neither stands there nor was erased."""
    noted = connection.execute(select(func.count()).where(_LEAVES.c.kind == EVALUATION)).scalar_one()
    stored = connection.execute(select(func.count()).select_from(_EVALUATIONS)).scalar_one()
    erased = connection.execute(select(func.count()).select_from(_ERASED)).scalar_one()
    if stored + erased < noted:
        yield "evaluations", _say("EVALUATIONS_MISSING", count=noted - stored - erased)


def _decisions(connection: Connection) -> Iterator[tuple[str, str]]:
    """Count the decisions that were noted and do not stand there: a result would come back by that."""
    noted = connection.execute(select(func.count()).where(_LEAVES.c.kind == DISPOSITION)).scalar_one()
    kept = connection.execute(select(func.count()).select_from(_DISPOSITIONS)).scalar_one()
    if kept != noted:
        yield "dispositions", _say("DECISIONS_MISSING", noted=noted, kept=kept)


def _sample_positions(connection: Connection) -> list[int]:
    """Choose the last leaves, and some others at random."""
    last = connection.execute(select(func.max(_LEAVES.c.position))).scalar()
    if last is None:
        return []
    newest = range(max(0, last + 1 - _NEWEST), last + 1)
    others = random.sample(range(last + 1), min(_SAMPLED, last + 1))
    return sorted({*newest, *others})


def _leaf(connection: Connection, position: int) -> Iterator[tuple[str, str]]:
    """Compare a leaf with its digest and its place in the tree, and the evaluation that it is of with its record."""
    place = f"log/{position}"
    row: Any = connection.execute(select(_LEAVES).where(_LEAVES.c.position == position)).first()
    if row is None:
        yield place, _say("LEAF_MISSING")
        return
    if Leaf(row.kind, row.name, row.subject, row.document).digest != row.digest:
        yield place, _say("LEAF_DIGEST")
    checkpoint = newest_checkpoint(connection)
    if checkpoint is not None and position < checkpoint.size:
        stands = TiledNodes(tile_reader(connection))(0, position)
        if stands != leaf_hash(entry_of(row.kind, row.digest)):
            yield place, _say("LEAF_NOT_IN_TREE")
    if row.kind == EVALUATION:
        yield from _evaluation(connection, row.name)


def _evaluation(connection: Connection, name: str) -> Iterator[tuple[str, str]]:
    columns = select(_EVALUATIONS.c.record, _EVALUATIONS.c.record_key, _EVALUATIONS.c.record_digest)
    stored = connection.execute(columns.where(_EVALUATIONS.c.name == name)).first()
    if stored is not None and not is_intact(*stored):
        yield name, _say("RECORD_DAMAGED")
