"""Which evaluation of each subject under each card was stored last, and what does its record say?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from rules.contracts.errors import TrailError
from service.base.names import parse_card
from service.store.outcomes import unprojected
from service.store.records import unpack
from service.store.result_status import statuses
from service.store.tables import ConclusionRow, EvaluationRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from rules.contracts.written import WrittenSteps

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_CONCLUSIONS = ConclusionRow.__table__  # type: ignore[attr-defined] # likewise
_LAST = text(
    """
    WITH RECURSIVE known(subject) AS (
      SELECT MIN(subject) FROM standing WHERE organization = :organization AND scorecard_version = :version
      UNION ALL
      SELECT (SELECT MIN(later.subject) FROM standing later WHERE later.organization = :organization
              AND later.scorecard_version = :version AND later.subject > known.subject)
      FROM known WHERE known.subject IS NOT NULL
    )
    SELECT known.subject, (SELECT MAX(its.evaluation) FROM standing its WHERE its.organization = :organization
                           AND its.scorecard_version = :version AND its.subject = known.subject) AS last
    FROM known WHERE known.subject IS NOT NULL
    """
)
"""Goes in the index of standings from each subject to the next, so that its other evaluations are never looked at."""
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class LastEvaluation:
    """An evaluation after which no other was stored of its subject under its card."""

    name: str
    create_time: str
    written: WrittenSteps


def last_evaluations(
    connection: Connection, organization: str, card: str | None = None, *, unread: list[str]
) -> Iterator[LastEvaluation]:
    """Give them by name, all or those under one card; evaluations are named by time, so the last name is the last.

    One whose record could not be read when it was projected is none of them, nor is one that was withdrawn or
    corrected since; `unread` gets the names of those that cannot be read now.
    """
    last = _last_names(connection, organization, card)
    names = sorted(last - {name for name, status in statuses(connection, last).items() if not status.stands})
    for start in range(0, len(names), _AT_ONCE):
        rows = select(_EVALUATIONS.c.name, _EVALUATIONS.c.create_time, _EVALUATIONS.c.record).where(
            _EVALUATIONS.c.name.in_(names[start : start + _AT_ONCE])
        )
        for name, create_time, record in connection.execute(rows.order_by(_EVALUATIONS.c.name)):
            try:
                written = unpack(record)
            except TrailError:
                unread.append(name)
            else:
                yield LastEvaluation(name, create_time, written)


def _last_names(connection: Connection, organization: str, card: str | None) -> set[str]:
    asked = select(_CONCLUSIONS.c.scorecard_version).where(_CONCLUSIONS.c.organization == organization).distinct()
    last: dict[tuple[str, str], str] = {}
    for version in connection.execute(asked).scalars().all():
        for row in connection.execute(_LAST, {"organization": organization, "version": version}):
            key = row.subject, parse_card(version).card
            last[key] = max(row.last, last.get(key, ""))
    for one in unprojected(connection, organization):
        key = one.standing["subject"], parse_card(one.standing["scorecard_version"]).card
        last[key] = max(one.standing["evaluation"], last.get(key, ""))
    return {name for (_, its), name in last.items() if card in {None, its}}
