"""Reverse dependency search: evaluations that depend on a name, value or document, page by page.

Evaluations that depend on one thing are adjacent in the index, ordered by name, which is by time; those that depend
on a number or a day are ordered by that value. No more than a page is read from each range.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Engine, select

from rules.contracts import TouchstoneError, close_matches
from service.store.cases import cases_keeping
from service.store.database import translating_database_errors
from service.store.number_index import SUPPORTS, VALUES
from service.store.of_subject import double_uses_by_evaluation
from service.store.outcome_projection import OmittedEvaluations, omitted_evaluations, project_unwritten
from service.store.result_dependencies import Cards, EvaluationSupports, SupportKind, recorded_names, support_digest
from service.store.result_status import ResultStatus, based_on, result_statuses
from service.store.serial_use import normalize_identifier
from service.store.stored_records import unpack
from service.store.tables import (
    ConclusionRow,
    EvaluationRow,
    EvaluationUsesRow,
    ListedRow,
)
from service.store.use_index import evaluation_numbers

_NUMBERED = EvaluationUsesRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # likewise
_EVIDENCE = b'["evidence/'


class DocumentIndex:
    """The documents behind the evaluations of a store. Refuses (Refusal) where it cannot be read now."""

    def __init__(self, engine: Engine, settle: Callable[[], None]) -> None:
        """Use an open database, in which `settle` writes what waits to be written of what results rest on."""
        self._engine = engine
        self._settle = settle

    def resting_on(self, organization: str, digest: str, *, limit: int) -> list[str]:
        """Name the evaluations that rest on a document, in the order of time, at most so many."""
        self._settle()
        document = support_digest(organization, SupportKind.DOCUMENT, digest)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            entries = SUPPORTS.within(connection, SUPPORTS.table.c.support == document, limit=limit)
            names = set(_evaluations(connection, [number for _, number in islice(entries, limit)]).values())
            waiting = project_unwritten(connection, organization)
        names.update(
            projection.standing["evaluation"] for projection in waiting if document in projection.supports.digests
        )
        return sorted(names)[:limit]

    def is_needed(self, organization: str, digest: str) -> bool:
        """Say whether an evaluation rests on a document, or a case keeps it."""
        return bool(self.resting_on(organization, digest, limit=1) or self.kept_for(organization, digest, limit=1))

    def kept_for(self, organization: str, digest: str, *, limit: int) -> list[str]:
        """Name the cases that keep a document, at most so many."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return cases_keeping(connection, organization, digest, limit=limit)

    def stated(self, evaluation: str) -> dict[str, str] | None:
        """Give the digest that each item of an evaluation's evidence states, by its id; None without the evaluation.

        Raises:
            TrailError: its record is damaged.
        """
        chosen = select(_EVALUATIONS.c.record).where(_EVALUATIONS.c.name == evaluation)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            record = connection.execute(chosen).scalar()
        if record is None:
            return None
        evidence_steps = [orjson.loads(step) for step in unpack(record).steps if step.startswith(_EVIDENCE)]
        return {id.partition("/")[2]: item["digest"] for id, item, *_ in evidence_steps}


_LISTED_ROWS = ListedRow.__table__  # type: ignore[attr-defined] # likewise
_CONCLUSIONS = ConclusionRow.__table__  # type: ignore[attr-defined] # likewise
_AT_ONCE = 500
_LOOKED_THROUGH = 200
"""In so many of the newest results similar names are looked for: some 50 ms, whatever the archive."""
_NEAR_NAMES = 8


@dataclass(frozen=True, slots=True)
class UseQuery:
    """What is searched for: evaluations that rest on one of these, or on facts with values within these bounds."""

    organization: str
    digests: tuple[bytes, ...]
    bounds: tuple[bytes | None, bytes | None] | None = None
    roles: tuple[SupportKind, ...] = ()
    """Of a name the role that each digest is of."""


@dataclass(frozen=True, slots=True)
class UsePosition:
    """Where one use stands: the last part of the name of the evaluation, and the value if there are bounds."""

    evaluation: str
    value: bytes = b""


@dataclass(frozen=True, slots=True)
class Use:
    """An evaluation that rests on what was searched for; a grade, stage or verdict that it does not give is empty.

    `double_uses` is how many the archive found when it was stored.
    """

    place: UsePosition
    evaluation: str
    subject: str
    scorecard_version: str
    as_of_date: str
    create_time: str
    kind: str
    grade: str
    stage: str
    verdict: str
    double_uses: int
    status: ResultStatus | None
    """What was decided of it since; nothing of most."""
    roles: tuple[SupportKind, ...]


@dataclass(frozen=True, slots=True)
class NearName:
    """A name like the one that is searched for, its role, and in how many of the newest results it stands."""

    name: str
    role: SupportKind
    count: int


@dataclass(frozen=True, slots=True)
class NearNames:
    """Names like the one that is searched for, and how many of the newest results were looked through."""

    names: tuple[NearName, ...]
    looked_through: int


@dataclass(frozen=True, slots=True)
class UseTotals:
    """All results that rest on what is searched for, counted."""

    results: int
    subjects: int
    double_use_results: int
    invalid: int
    certificates: int
    """Valid or suspended certificates that are based on the results."""
    open_cases: int
    """Cases with an open procedure that are based on the results."""
    conclusions: Mapping[tuple[str, str, str, str, str], int]
    """By scorecard version, kind, grade, stage and verdict."""


class UseSearch:
    """What the results of a store rest on."""

    def __init__(self, engine: Engine, settle: Callable[[], None], cards: Cards) -> None:
        """Use an open database, in which `settle` writes what waits to be written of what results rest on.

        Of what still waits then `cards` tell which bases it read.
        """
        self._engine = engine
        self._settle = settle
        self._cards = cards

    def after(self, searched: UseQuery, place: UsePosition | None, limit: int) -> list[Use]:
        """Give the uses after a place, at most so many."""
        self._settle()
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return _page(connection, searched, place, limit, self._cards)

    def totals(self, searched: UseQuery) -> UseTotals:
        """Count all uses; an evaluation with several values within the bounds counts once."""
        by_name = {use.evaluation: use for page in self.pages(searched) for use in page}
        uses = by_name.values()
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            based = based_on(connection, searched.organization, by_name)
        return UseTotals(
            len(uses),
            len({use.subject for use in uses}),
            sum(bool(use.double_uses) for use in uses),
            sum(use.status is not None and not use.status.stands for use in uses),
            based.certificates,
            based.open_cases,
            Counter((use.scorecard_version, use.kind, use.grade, use.stage, use.verdict) for use in uses),
        )

    def names_near(self, organization: str, name: str) -> NearNames:
        """Look in the newest results for names of which this is a part, or that it resembles, and is not."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return _names_near(connection, organization, name)

    def left_out(self, organization: str) -> OmittedEvaluations:
        """Give what no search in an organisation finds, because its record cannot be read."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return omitted_evaluations(connection, organization)

    def pages(self, searched: UseQuery) -> Iterator[list[Use]]:
        """Give all evaluations that rest on it, page by page; one with several values stands in several places."""
        page = self.after(searched, None, _AT_ONCE)
        while page:
            yield page
            page = self.after(searched, page[-1].place, _AT_ONCE)


def _page(connection: Connection, searched: UseQuery, place: UsePosition | None, limit: int, cards: Cards) -> list[Use]:
    if not searched.digests:
        return []
    after = None if place is None else (place.value, _number(connection, searched, place))
    read = _newest if searched.bounds is None else _in_bounds
    numbered = read(connection, searched, after, limit)
    evaluations = _evaluations(connection, [number for _, number in numbered])
    places = [
        UsePosition(evaluations[number].rpartition("/")[2], value)
        for value, number in numbered
        if number in evaluations
    ]
    if waiting := list(_waiting(connection, searched, place, cards)):
        places = sorted({*places, *waiting}, key=_order(searched), reverse=searched.bounds is None)[:limit]
    prefix = _prefix(searched)
    listed = (
        select(_LISTED_ROWS, _CONCLUSIONS)
        .join(_CONCLUSIONS, _CONCLUSIONS.c.id == _LISTED_ROWS.c.conclusion)
        .where(_LISTED_ROWS.c.evaluation.in_({prefix + position.evaluation for position in places}))
    )
    rows_by_name = {row.evaluation: row for row in connection.execute(listed)}
    doubles, decided = (
        double_uses_by_evaluation(connection, tuple(rows_by_name)),
        result_statuses(connection, rows_by_name),
    )
    roles = _roles(connection, searched, {position.evaluation for position in places})
    return [
        _use(position, rows_by_name[name], doubles.get(name, 0), decided.get(name), roles.get(position.evaluation, ()))
        for position in places
        if (name := prefix + position.evaluation) in rows_by_name
    ]


def _waiting(
    connection: Connection, searched: UseQuery, place: UsePosition | None, cards: Cards
) -> Iterator[UsePosition]:
    """Give the places after one of what could not be written yet, such as on a full disk."""
    order = _order(searched)
    after = None if place is None else order(place)
    for projection in project_unwritten(connection, searched.organization, cards):
        id = projection.standing["evaluation"].rpartition("/")[2]
        for position in _matching_positions(projection.supports, id, searched):
            if after is None or (order(position) < after if searched.bounds is None else order(position) > after):
                yield position


def _matching_positions(supports: EvaluationSupports, id: str, searched: UseQuery) -> Iterator[UsePosition]:
    if searched.bounds is None:
        if not set(searched.digests).isdisjoint(supports.digests):
            yield UsePosition(id)
        return
    low, high = searched.bounds
    for support, value in supports.values:
        if support in searched.digests and (low is None or value >= low) and (high is None or value <= high):
            yield UsePosition(id, value)


def _order(searched: UseQuery) -> Callable[[UsePosition], tuple[bytes, str]]:
    """Say by what places are ordered: by time, the newest first, or by value."""
    return lambda place: (b"" if searched.bounds is None else place.value, place.evaluation)


def _roles(connection: Connection, searched: UseQuery, evaluations: set[str]) -> dict[str, tuple[SupportKind, ...]]:
    """Say of evaluations in which roles the name bears on them."""
    if not searched.roles:
        return {}
    role_of = dict(zip(searched.digests, searched.roles, strict=True))
    numbers = evaluation_numbers(connection, [_prefix(searched) + id for id in evaluations])
    ids = {number: name.rpartition("/")[2] for name, number in numbers.items()}
    entries = SUPPORTS.within(connection, SUPPORTS.table.c.support.in_(searched.digests), SUPPORTS.of(ids))
    by_evaluation: dict[str, set[SupportKind]] = {}
    for (support,), number in entries:
        if number in ids:
            by_evaluation.setdefault(ids[number], set()).add(role_of[bytes(support)])
    return {name: tuple(sorted(roles)) for name, roles in by_evaluation.items()}


def _prefix(searched: UseQuery) -> str:
    return f"organizations/{searched.organization}/evaluations/"


def _number(connection: Connection, searched: UseQuery, place: UsePosition) -> int:
    """Give the number of the evaluation at a place; numbers are in the order of storing, as names are."""
    chosen = select(_NUMBERED.c.number).where(_NUMBERED.c.evaluation == _prefix(searched) + place.evaluation)
    return connection.execute(chosen).scalar() or 0


def _names_near(connection: Connection, organization: str, name: str) -> NearNames:
    newest = (
        select(_EVALUATIONS.c.record)
        .join(_LISTED_ROWS, _LISTED_ROWS.c.evaluation == _EVALUATIONS.c.name)
        .where(_LISTED_ROWS.c.organization == organization)
        .order_by(_LISTED_ROWS.c.create_time.desc(), _LISTED_ROWS.c.evaluation.desc())
        .limit(_LOOKED_THROUGH)
    )
    wanted, looked = normalize_identifier(name), 0
    spelled: dict[tuple[SupportKind, str], str] = {}
    counts: Counter[tuple[SupportKind, str]] = Counter()
    for row in connection.execute(newest):
        looked += 1
        with suppress(TouchstoneError):
            for key in {
                (role, normalize_identifier(spelling)): spelling
                for role, spelling in recorded_names(unpack(row.record))
            }.items():
                spelled.setdefault(*key)
                counts[key[0]] += 1
    others = {other for _, other in counts if other != wanted}
    alike = {other for other in others if wanted in other or other in wanted} | set(
        close_matches(wanted, others, _NEAR_NAMES)
    )
    similar_names = [NearName(spelled[key], key[0], count) for key, count in counts.most_common() if key[1] in alike]
    return NearNames(tuple(similar_names[:_NEAR_NAMES]), looked)


def _use(
    place: UsePosition, row: Any, doubles: int, status: ResultStatus | None, roles: tuple[SupportKind, ...]
) -> Use:
    names = (
        "evaluation", "subject", "scorecard_version", "as_of_date", "create_time", "kind", "grade", "stage", "verdict",
    )  # fmt: skip
    return Use(place, **{name: getattr(row, name) for name in names}, double_uses=doubles, status=status, roles=roles)


_Numbered = list[tuple[bytes, int]]
"""The value, if there are bounds, and the number of each evaluation."""


def _evaluations(connection: Connection, numbers: Sequence[int]) -> Mapping[int, str]:
    """Name evaluations by their numbers."""
    chosen = select(_NUMBERED.c.number, _NUMBERED.c.evaluation).where(_NUMBERED.c.number.in_(numbers))
    return {row.number: row.evaluation for row in connection.execute(chosen)}


def _newest(connection: Connection, searched: UseQuery, after: tuple[bytes, int] | None, limit: int) -> _Numbered:
    """Read the newest of each stretch, then the newest of all."""
    numbers, number = set[int](), None if after is None else after[1]
    for digest in searched.digests:
        conditions = [SUPPORTS.table.c.support == digest]
        if number is not None:
            conditions.append(SUPPORTS.until(number))
        entries = SUPPORTS.within(connection, *conditions, limit=limit + 1, newest=True)
        numbers.update(islice((entered for _, entered in entries if number is None or entered < number), limit))
    return [(b"", number) for number in sorted(numbers, reverse=True)[:limit]]


def _in_bounds(connection: Connection, searched: UseQuery, after: tuple[bytes, int] | None, limit: int) -> _Numbered:
    """Read the least values of each stretch, then the least of all."""
    values: _Numbered = []
    within = _within(searched, VALUES.table.c.value, None if after is None else VALUES.since(*after))
    for digest in searched.digests:
        entries = VALUES.within(connection, VALUES.table.c.support == digest, *within, limit=limit + 1)
        in_order = ((bytes(key[1]), entered) for key, entered in entries)
        values += islice((entry for entry in in_order if after is None or entry > after), limit)
    return sorted(values)[:limit]


def _within(searched: UseQuery, value: Any, after: ColumnElement[bool] | None) -> list[ColumnElement[bool]]:
    """Give the conditions for what lies within the bounds and after a place, if there is one."""
    low, high = searched.bounds or (None, None)
    conditions: list[ColumnElement[bool]] = []
    if after is not None:
        conditions.append(after)
    elif low is not None:
        conditions.append(value >= low)
    if high is not None:
        conditions.append(value <= high)
    return conditions
