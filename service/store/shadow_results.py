"""Store of shadow results, the comparisons of real results with those of candidate versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select

from service.store.database import StorePart
from service.store.prepared_statements import insert_or_update
from service.store.tables import EVALUATIONS, SHADOW_RESULTS as _RESULTS, ShadowResultRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Select

_NOT_ERASED = "[]"


@dataclass(frozen=True, slots=True)
class ShadowCount:
    """Number of shadow results with the same versions, outcome and changed parts."""

    candidate: str
    candidate_digest: str
    scorecard_version: str
    outcome: str
    parts: tuple[str, ...]
    count: int
    first_time: str
    last_time: str


class ShadowResults(StorePart):
    """Shadow results of all organisations."""

    def add(self, row: ShadowResultRow) -> bool:
        """Store a comparison unless it exists or its evaluation was erased; return whether it was stored."""
        with self._writing() as connection:
            if row.evaluation:
                erasures = select(EVALUATIONS.c.erasures).where(EVALUATIONS.c.name == row.evaluation)
                if connection.execute(erasures).scalar() != _NOT_ERASED:
                    return False
            adding = insert_or_update(connection.dialect.name, _RESULTS).values(row.model_dump())
            added = connection.execute(adding.on_conflict_do_nothing().returning(_RESULTS.c.name))
            return added.scalar() is not None

    def counts(self, organization: str, candidate: str = "") -> list[ShadowCount]:
        columns = (
            _RESULTS.c.candidate,
            _RESULTS.c.candidate_digest,
            _RESULTS.c.scorecard_version,
            _RESULTS.c.outcome,
            _RESULTS.c.parts,
        )
        times = func.min(_RESULTS.c.create_time), func.max(_RESULTS.c.create_time)
        chosen = select(*columns, func.count(), *times).where(_RESULTS.c.organization == organization)
        if candidate:
            chosen = chosen.where(_RESULTS.c.candidate == candidate)
        with self._reading() as connection:
            return [
                ShadowCount(candidate, candidate_digest, scorecard_version, outcome, tuple(parts.split()), *counted)
                for candidate, candidate_digest, scorecard_version, outcome, parts, *counted in connection.execute(
                    chosen.group_by(*columns).order_by(*columns)
                )
            ]

    def list(
        self, organization: str, *, candidate: str, outcome: str, after: Sequence[str], limit: int
    ) -> Sequence[ShadowResultRow]:
        """Return results, newest first; `after` is the time and name of the last result of the previous page."""
        chosen: Select[tuple[object, ...]] = select(_RESULTS).where(_RESULTS.c.organization == organization)
        if candidate:
            chosen = chosen.where(_RESULTS.c.candidate == candidate)
        if outcome:
            chosen = chosen.where(_RESULTS.c.outcome == outcome)
        if after:
            chosen = chosen.where(_is_before(*after))
        order = _RESULTS.c.create_time.desc(), _RESULTS.c.name.desc()
        return self._rows(ShadowResultRow, chosen.order_by(*order).limit(limit))

    def remove_before(self, time: str) -> int:
        with self._writing() as connection:
            return connection.execute(delete(_RESULTS).where(_RESULTS.c.create_time < time)).rowcount


def _is_before(time: str, name: str) -> ColumnElement[bool]:
    same_time = and_(_RESULTS.c.create_time == time, _RESULTS.c.name < name)
    return or_(_RESULTS.c.create_time < time, same_time)


def delete_shadow_results(connection: Connection, evaluations: Collection[str]) -> None:
    """Delete the comparisons of evaluations, within the transaction of their erasure."""
    connection.execute(delete(_RESULTS).where(_RESULTS.c.evaluation.in_(evaluations)))
