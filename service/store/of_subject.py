"""Which evaluations of one subject stand for a day, and what do they conclude?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from rules.contracts.errors import TrailError
from rules.trail.reading_back import conclusion_in
from service.base.names import parse_card
from service.store.records import unpack
from service.store.result_status import decisions_on
from service.store.tables import EvaluationRow, ListedRow
from service.store.usages import double_use_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from rules.contracts.record import Conclusion, Standing
    from rules.contracts.written import WrittenSteps
    from service.store.result_status import Decision

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_LISTED = ListedRow.__table__  # type: ignore[attr-defined] # likewise
_ABOUT = (
    _EVALUATIONS.c.name,
    _EVALUATIONS.c.create_time,
    _EVALUATIONS.c.as_of_date,
    _EVALUATIONS.c.scorecard_version,
)
_READ = (*_ABOUT, _EVALUATIONS.c.record, _EVALUATIONS.c.archive_findings)
_ORDER = (_EVALUATIONS.c.as_of_date, _EVALUATIONS.c.name)


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
    decisions: tuple[Decision, ...] = ()
    """What was decided of it since, of which `status_of` makes its status at any instant."""
    written: WrittenSteps | None = field(default=None, compare=False, repr=False)
    """What its record says, or what is left of it."""


def conclusions_of(  # noqa: PLR0913 -- what is asked for, and what is told besides
    connection: Connection,
    organization: str,
    subject: str,
    *,
    day: str,
    known: Iterable[str],
    unread: list[str],
) -> Iterator[StoredConclusion]:
    """Give what stands of a subject for a day under each card, as known by each instant, and the last under each card.

    They come by their as-of dates; of one date those that were stored last come last. Only the records of these are
    read, since of one subject there may be thousands; `unread` gets the names of those that
    cannot be.
    """
    listed = select(_LISTED.c.evaluation).where(_LISTED.c.organization == organization, _LISTED.c.subject == subject)
    about = select(*_ABOUT).where(_EVALUATIONS.c.name.in_(listed)).order_by(*_ORDER)
    instants = sorted(known)
    last: dict[tuple[str, str], str] = {}
    for name, create_time, as_of_date, version in connection.execute(about):
        card = parse_card(version).card
        last[card, ""] = name
        if as_of_date <= day:
            last |= {(card, instant): name for instant in instants if create_time <= instant}
    rows = select(*_READ).where(_EVALUATIONS.c.name.in_(set(last.values()))).order_by(*_ORDER)
    decisions = decisions_on(connection, set(last.values()))
    for row in connection.execute(rows):
        try:
            written = unpack(row.record)
            conclusion, standing, _ = conclusion_in(written)
        except TrailError:
            unread.append(row.name)
            continue
        told = row.name, row.create_time, row.as_of_date, row.scorecard_version
        doubles = double_use_count(row.archive_findings)
        yield StoredConclusion(
            *told, written.head.rule_digest, conclusion, standing, doubles, decisions.get(row.name, ()), written
        )
