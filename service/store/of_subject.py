"""Which evaluations of one subject are stored, and what do they conclude?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from rules.trail.reading_back import conclusion_in
from service.store.records import unpack
from service.store.tables import EvaluationRow, ListedRow
from service.store.usages import double_use_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from rules.contracts.record import Conclusion, Standing
    from rules.contracts.written import WrittenSteps

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_LISTED = ListedRow.__table__  # type: ignore[attr-defined] # likewise
_READ = (
    _EVALUATIONS.c.name,
    _EVALUATIONS.c.create_time,
    _EVALUATIONS.c.as_of_date,
    _EVALUATIONS.c.scorecard_version,
    _EVALUATIONS.c.record,
    _EVALUATIONS.c.archive_findings,
)


@dataclass(frozen=True, slots=True)
class StoredConclusion:
    """What one stored evaluation concludes, how sure that is, and how many double uses the archive found."""

    name: str
    create_time: str
    as_of_date: str
    scorecard_version: str
    rule_digest: str
    conclusion: Conclusion
    standing: Standing
    double_uses: int = 0
    written: WrittenSteps | None = field(default=None, compare=False, repr=False)
    """What its record says, or what is left of it."""


def conclusions_of(connection: Connection, organization: str, subject: str) -> Iterator[StoredConclusion]:
    """Give all of a subject by their as-of dates; of one date those that were stored last come last.

    Raises:
        TrailError: a record is damaged.
    """
    listed = select(_LISTED.c.evaluation).where(_LISTED.c.organization == organization, _LISTED.c.subject == subject)
    rows = select(*_READ).where(_EVALUATIONS.c.name.in_(listed))
    for row in connection.execute(rows.order_by(_EVALUATIONS.c.as_of_date, _EVALUATIONS.c.name)):
        written = unpack(row.record)
        conclusion, standing, _ = conclusion_in(written)
        about = row.name, row.create_time, row.as_of_date, row.scorecard_version
        doubles = double_use_count(row.archive_findings)
        yield StoredConclusion(*about, written.head.rule_digest, conclusion, standing, doubles, written)
