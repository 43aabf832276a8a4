"""Late logging of evaluations stored before the log: leaves that say so.

In slices, each a transaction of its own, so that a server goes on beside it, and whoever stops halfway begins with what
is left. What such a leaf proves begins with the time of noting: what became of the evaluation before, nobody noted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Select, and_, func, select

from service.base.instants import now
from service.store.backups import is_intact
from service.store.database import open_database, parse_database_url, translating_database_errors
from service.store.log_sequencer import log_evaluations
from service.store.tables import EvaluationRow, LogLeafRow
from service.store.write_access import with_write_access
from service.store.writer import to_evaluation_row
from service.transparency.leaves import EVALUATION

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_LEAVES = LogLeafRow.__table__  # type: ignore[attr-defined] # likewise
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class AdoptionResult:
    """How many evaluations were noted, and which were not because their record is damaged."""

    noted: int
    damaged: tuple[str, ...]


@contextmanager
def open_for_adopting(url: str) -> Iterator[Engine]:
    """Open a store, also while a server has it open.

    Raises:
        StoreError: it cannot be opened, or has an older schema and is in use.
    """
    with ExitStack() as held:
        yield open_database(parse_database_url(url), 5_000, held, beside=True)


def count_unlogged(engine: Engine) -> int:
    """Count the evaluations that have no leaf.

    Raises:
        Refusal: the database cannot be read now.
    """
    with translating_database_errors(to="read"), engine.connect() as connection:
        return int(connection.execute(_unnoted(select(func.count()))).scalar_one())


def adopt(engine: Engine, progress: Callable[[int], None] = lambda _: None) -> AdoptionResult:
    """Note every evaluation that has no leaf, as noted now; `progress` is told how many have been looked at.

    Raises:
        Refusal: the database cannot be written now; what was noted stays noted.
    """
    noted, looked_at, after = 0, 0, ""
    damaged: list[str] = []
    while True:
        chosen = _unnoted(select(_EVALUATIONS)).where(_EVALUATIONS.c.name > after)
        with translating_database_errors(to="write"), with_write_access(engine).begin() as connection:
            stored_rows = connection.execute(chosen.order_by(_EVALUATIONS.c.name).limit(_AT_ONCE)).all()
            rows = [to_evaluation_row(row) for row in stored_rows]
            whole = [row for row in rows if is_intact(row.record, row.record_key, row.record_digest)]
            log_evaluations(connection, whole, noted_later=now())
        if not rows:
            return AdoptionResult(noted, tuple(damaged))
        noted, looked_at, after = noted + len(whole), looked_at + len(rows), rows[-1].name
        damaged += [row.name for row in rows if row not in whole]
        progress(looked_at)


def _unnoted(chosen: Select[Any]) -> Select[Any]:
    """Choose of evaluations without a leaf."""
    its = and_(_LEAVES.c.kind == EVALUATION, _LEAVES.c.name == _EVALUATIONS.c.name)
    return chosen.select_from(_EVALUATIONS.outerjoin(_LEAVES, its)).where(_LEAVES.c.position.is_(None))
