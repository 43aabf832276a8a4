"""Which evaluations of an organisation have been kept for longer than they are to be?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from rules.trail.erasing import Extent
from service.base.names import parse_card
from service.store.database import refusing
from service.store.erased import holds_on
from service.store.records import BEGINNING_BYTES, begins_form_1
from service.store.tables import ConclusionRow, EvaluationRow, ListedRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_CONCLUSIONS = ConclusionRow.__table__  # type: ignore[attr-defined] # likewise
_LISTED = ListedRow.__table__  # type: ignore[attr-defined] # likewise
_AT_ONCE = 1_000
_WITHIN = {Extent.EVIDENCE: {Extent.EVIDENCE, Extent.INPUTS}, Extent.INPUTS: {Extent.INPUTS}, Extent.EVALUATION: set()}
"""After which erasures nothing is left of an extent."""


class Since(StrEnum):
    """From when on the years are counted: from its making, or from when it was followed by a later one.

    Followed is an evaluation by the next that was stored of its subject under its card; the last one stands.
    """

    CREATION = "creation"
    FOLLOWED = "followed"


@dataclass(frozen=True, slots=True)
class Due:
    """The evaluations of which an extent is due to be erased, by name; `held` says how many are under a legal hold.

    `whole_only` says how many keep it because their record, of form 1, can be erased whole only.
    """

    names: tuple[str, ...]
    held: int
    whole_only: int = 0


def due(engine: Engine, organization: str, extent: Extent, until: str, since: Since) -> Due:
    """Give what was made, or followed, before an instant and still has something of an extent.

    Raises:
        Refusal: the database cannot be read now.
    """
    with refusing(to="read"), engine.connect() as connection:
        held = {one.target for one in holds_on(connection, organization)}
        candidates = _made_before if since is Since.CREATION else _followed_before
        names, kept, whole_only = [], 0, 0
        for name, subject, beginning in _with_extent(connection, candidates(connection, organization, until), extent):
            if held & {name, subject}:
                kept += 1
            elif extent is not Extent.EVALUATION and begins_form_1(beginning):
                whole_only += 1
            else:
                names.append(name)
    return Due(tuple(names), kept, whole_only)


def _made_before(connection: Connection, organization: str, until: str) -> Iterator[str]:
    chosen = select(_LISTED.c.evaluation).where(_LISTED.c.organization == organization, _LISTED.c.create_time < until)
    yield from connection.execute(chosen.order_by(_LISTED.c.create_time, _LISTED.c.evaluation)).scalars()


def _followed_before(connection: Connection, organization: str, until: str) -> Iterator[str]:
    chosen = (
        select(_LISTED.c.evaluation, _LISTED.c.subject, _LISTED.c.create_time, _CONCLUSIONS.c.scorecard_version)
        .join(_CONCLUSIONS, _CONCLUSIONS.c.id == _LISTED.c.conclusion)
        .where(_LISTED.c.organization == organization, _LISTED.c.create_time < until)
        .order_by(_LISTED.c.subject, _LISTED.c.create_time, _LISTED.c.evaluation)
    )
    last: dict[tuple[str, str], str] = {}
    for row in connection.execute(chosen):
        key = row.subject, parse_card(row.scorecard_version).card
        if key in last:
            yield last[key]
        last[key] = row.evaluation


def _with_extent(connection: Connection, names: Iterator[str], extent: Extent) -> Iterator[tuple[str, str, bytes]]:
    """Give those of which something of the extent is left, each with its subject and the beginning of its record."""
    found = list(names)
    for start in range(0, len(found), _AT_ONCE):
        beginning = func.substr(_EVALUATIONS.c.record, 1, BEGINNING_BYTES)
        chosen = select(_EVALUATIONS.c.name, _EVALUATIONS.c.subject, _EVALUATIONS.c.erasures, beginning).where(
            _EVALUATIONS.c.name.in_(found[start : start + _AT_ONCE])
        )
        for name, subject, erasures, begun in connection.execute(chosen.order_by(_EVALUATIONS.c.name)):
            if not {one["extent"] for one in json.loads(erasures)} & _WITHIN[extent]:
                yield name, subject, begun
