"""Which evaluation of each subject under each card was stored last, and what does its record say?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from service.base.names import parse_card
from service.store.records import unpack
from service.store.tables import ConclusionRow, EvaluationRow, ListedRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from rules.contracts.written import WrittenSteps

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_CONCLUSIONS = ConclusionRow.__table__  # type: ignore[attr-defined] # likewise
_LISTED = ListedRow.__table__  # type: ignore[attr-defined] # likewise
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class LastEvaluation:
    """An evaluation after which no other was stored of its subject under its card."""

    name: str
    create_time: str
    written: WrittenSteps


def last_evaluations(connection: Connection, organization: str, card: str | None = None) -> Iterator[LastEvaluation]:
    """Give them by name, all or those under one card; evaluations are named by time, so the last name is the last.

    Raises:
        TrailError: a record is damaged.
    """
    asked = (
        select(_LISTED.c.subject, _CONCLUSIONS.c.scorecard_version, func.max(_LISTED.c.evaluation).label("last"))
        .join(_CONCLUSIONS, _CONCLUSIONS.c.id == _LISTED.c.conclusion)
        .where(_LISTED.c.organization == organization)
        .group_by(_LISTED.c.subject, _CONCLUSIONS.c.scorecard_version)
    )
    last: dict[tuple[str, str], str] = {}
    for row in connection.execute(asked):
        key = row.subject, parse_card(row.scorecard_version).card
        if card in (None, key[1]):
            last[key] = max(row.last, last.get(key, ""))
    names = sorted(last.values())
    for start in range(0, len(names), _AT_ONCE):
        rows = select(_EVALUATIONS.c.name, _EVALUATIONS.c.create_time, _EVALUATIONS.c.record).where(
            _EVALUATIONS.c.name.in_(names[start : start + _AT_ONCE])
        )
        for name, create_time, record in connection.execute(rows.order_by(_EVALUATIONS.c.name)):
            yield LastEvaluation(name, create_time, unpack(record))
