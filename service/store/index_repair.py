"""Repair of evaluations without index rows, which a software version with another schema may have stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import inspect, select

from rules.contracts import TouchstoneError, error_message, message_factory
from service.base import logs
from service.store.serial_use import recorded_usages
from service.store.stored_records import unpack
from service.store.tables import EvaluationRow, EvaluationUsesRow
from service.store.use_index import EvaluationUses, RecentUses, add_to_index, index_uses, pack_uses, stored_uses

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from service.store.result_dependencies import Cards

_say = message_factory(__name__)

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_USES = EvaluationUsesRow.__table__  # type: ignore[attr-defined] # likewise
_AT_ONCE = 256


def unindexed_evaluations(connection: Connection) -> list[str]:
    """List the evaluations without index rows, by name."""
    if not inspect(connection).has_table(_USES.name):
        return []  # a backup may have an earlier schema
    return _next_unindexed(connection, after="", limit=None)


def add_missing_index_rows(engine: Engine, cards: Cards) -> int:
    """Add the index rows that evaluations lack, and return their number.

    The uses are read from the record by the rules of its version. An evaluation whose record or version cannot be read
    stays as it is, and its name and the reason are logged.
    """
    repaired, after = 0, ""
    while True:
        with engine.begin() as connection:
            names = _next_unindexed(connection, after=after, limit=_AT_ONCE)
            recent = RecentUses()
            recent.bring_up_to_date(connection)
            for name in names:
                row = connection.execute(select(_EVALUATIONS).where(_EVALUATIONS.c.name == name)).one()
                stored = EvaluationRow.trusted(dict(row._mapping))
                try:
                    uses = _uses_of(connection, stored, cards)
                except Exception as error:
                    problem = error_message(error) if isinstance(error, TouchstoneError) else type(error).__name__
                    logs.error("evaluation_not_indexed", evaluation=name, problem=problem[:400])
                    continue
                add_to_index(connection, recent, stored, uses)
                repaired += 1
        if len(names) < _AT_ONCE:
            break
        after = names[-1]
    if repaired:
        index_uses(engine)
    return repaired


def _next_unindexed(connection: Connection, *, after: str, limit: int | None) -> list[str]:
    its = select(_USES.c.number).where(_USES.c.evaluation == _EVALUATIONS.c.name)
    chosen = select(_EVALUATIONS.c.name).where(_EVALUATIONS.c.name > after, ~its.exists())
    return [*connection.execute(chosen.order_by(_EVALUATIONS.c.name).limit(limit)).scalars()]


def _uses_of(connection: Connection, row: EvaluationRow, cards: Cards) -> EvaluationUses | Sequence[dict[str, str]]:
    """Return the uses that an evaluation is stored with in the earlier form, or those of its record."""
    earlier = stored_uses(connection, [row.name])[row.name]
    if earlier:
        return earlier
    written = unpack(row.record)
    card = cards(row.organization, written.head)
    if card is None:
        raise ValueError(_say("VERSION_NOT_HERE", version=written.head.scorecard_version))
    return pack_uses(recorded_usages(written, card))
