"""Audit of the use index against the uses of evaluations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, or_, select

from rules.contracts import message_factory
from service.store.tables import (
    ERASED_REQUESTS as _ERASED,
    EVALUATION_USES as _USES,
    EVALUATIONS,
    INDEXED_USES as _INDEXED,
    USE_ENTRIES as _ENTRIES,
    USE_HOLDERS as _HOLDERS,
    EvaluationRow,
)
from service.store.use_index import DIGEST_BYTES, evaluation_numbers, index_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_message = message_factory(__name__)

_MAXIMUM_ORPHANS = 10


class UsesAudit:
    """Comparison of the use index with the uses of evaluations."""

    def __init__(self, connection: Connection, report_fault: Callable[[str, str], None]) -> None:
        self._connection, self._report_fault = connection, report_fault
        self._indexed: int = connection.execute(select(func.sum(_INDEXED.c.number))).scalar() or 0

    def add(self, evaluation: EvaluationRow, values: Collection[str]) -> None:
        holder = select(_USES.c.number, _HOLDERS).join(_HOLDERS, _HOLDERS.c.id == _USES.c.holder)
        row = self._connection.execute(holder.where(_USES.c.evaluation == evaluation.name)).first()
        if row is None and not evaluation_numbers(self._connection, [evaluation.name]):
            self._report_fault(f"evaluation_uses/{evaluation.name}", _message("NO_INDEX_ROWS"))
            return
        if row is None or (row.organization, row.subject) != (evaluation.organization, evaluation.subject):
            self._report_fault(f"evaluation_uses/{evaluation.name}", _message("ROW_NOT_AS_RECORD"))
            return
        if not values and row.period:
            self._report_fault(f"use_holder/{row.id}", _message("ROW_NOT_AS_RECORD"))
        keys = {index_key(value) for value in values}
        entered = select(func.count()).where(
            _ENTRIES.c.value.in_(keys), _ENTRIES.c.holder == row.id, _ENTRIES.c.number == row.number
        )
        entry_count, expected_count = (
            self._connection.execute(entered).scalar_one(),
            len(keys) * (row.number <= self._indexed),
        )
        if entry_count > expected_count:
            self._report_fault("indexed_uses", _message("ROWS_TOO_MANY", found=entry_count, wanted=expected_count))
        elif entry_count < expected_count:
            self._report_fault(
                f"use_index/{evaluation.name}", _message("USES_NOT_FOUND", count=expected_count - entry_count)
            )

    def close(self) -> None:
        """Report numbering gaps, orphaned rows and surplus entries."""
        first, last, count = self._connection.execute(
            select(func.min(_USES.c.number), func.max(_USES.c.number), func.count())
        ).one()
        if count and (first, last) != (1, count):
            self._report_fault("evaluation_uses", _message("NUMBERS_NOT_IN_ORDER", first=first, last=last, count=count))
        if not 0 <= self._indexed <= (last or 0):
            self._report_fault("indexed_uses", _message("NUMBER_BEYOND_LAST", number=self._indexed, last=last or 0))
        is_erased = _USES.c.evaluation.in_(select(_ERASED.c.evaluation))
        is_empty = (_USES.c.holder == 0) & (func.length(_USES.c.digests) == 0) & (func.length(_USES.c.places) == 0)
        orphaned = select(_USES.c.evaluation).where(
            _USES.c.evaluation.not_in(select(EVALUATIONS.c.name)), or_(~is_erased, ~is_empty)
        )
        for name in self._connection.execute(orphaned.limit(_MAXIMUM_ORPHANS)).scalars():
            self._report_fault(f"evaluation_uses/{name}", _message("ROW_OF_NOTHING"))
        unused = select(_HOLDERS.c.id).where(_HOLDERS.c.id.not_in(select(_USES.c.holder)))
        for id in self._connection.execute(unused.limit(_MAXIMUM_ORPHANS)).scalars():
            self._report_fault(f"use_holder/{id}", _message("ROW_OF_NOTHING"))
        entry_count = self._connection.execute(select(func.count()).select_from(_ENTRIES)).scalar_one()
        is_entered = _USES.c.number <= self._indexed
        values = select(func.coalesce(func.sum(func.length(_USES.c.digests)), 0)).where(is_entered)
        expected_count = self._connection.execute(values).scalar_one() // DIGEST_BYTES
        if entry_count > expected_count:
            self._report_fault("use_index", _message("ROWS_TOO_MANY", found=entry_count, wanted=expected_count))
