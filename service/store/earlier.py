"""Which evaluations of one subject under some cards were stored up to an as-of date?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from service.store.result_status import statuses
from service.store.tables import EvaluationRow, ListedRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_LISTED = ListedRow.__table__  # type: ignore[attr-defined] # likewise
MOST = 128
"""So many evaluations are looked at, the latest; a year has few."""


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """The name of an evaluation, and its record as it rests in the store, with its key."""

    name: str
    record: bytes
    record_key: bytes


def earlier_ones(
    connection: Connection, *, organization: str, subject: str, cards: Iterable[str], until: str
) -> Sequence[StoredRecord]:
    """Give those that were neither withdrawn nor corrected since, in the order in which they were stored."""
    there = select(_LISTED.c.evaluation).where(
        _LISTED.c.organization == organization, _LISTED.c.subject == subject, _LISTED.c.as_of_date <= until
    )
    under = or_(
        *(_EVALUATIONS.c.scorecard_version.startswith(f"scorecards/{card}/", autoescape=True) for card in cards)
    )
    asked = (
        select(_EVALUATIONS.c.name, _EVALUATIONS.c.record, _EVALUATIONS.c.record_key)
        .where(_EVALUATIONS.c.name.in_(there), under)
        .order_by(_EVALUATIONS.c.name.desc())
        .limit(MOST)
    )
    found = [StoredRecord(*row) for row in connection.execute(asked)][::-1]
    decided = statuses(connection, [one.name for one in found])
    return [one for one in found if one.name not in decided or decided[one.name].stands]
