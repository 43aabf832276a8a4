"""Reverse dependency search: evaluations that depend on a name, value or document.

The index is ordered by name, thus by time, or by value. At most one page is read per range.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, select

from rules.contracts import TouchstoneError, close_matches
from service.configuration.products import product_modules
from service.store.cases import cases_keeping
from service.store.database import StorePart
from service.store.months import archived_refusal
from service.store.of_subject import double_uses_by_evaluation
from service.store.outcome_projection import OmittedEvaluations, omitted_evaluations, project_unwritten
from service.store.result_dependencies import Cards, EvaluationSupports, SupportKind, recorded_names, support_digest
from service.store.result_states import ResultStatus
from service.store.result_status import based_on, result_statuses
from service.store.serial_use import normalize_identifier
from service.store.stored_records import unpack
from service.store.support_index import SUPPORTS
from service.store.tables import (
    CONCLUSIONS,
    EVALUATION_USES,
    EVALUATIONS,
    LISTED_ROWS,
)
from service.store.use_index import evaluation_numbers
from service.store.value_index import values_between

_EVIDENCE = b'["evidence/'


class DocumentIndex(StorePart):
    """Evaluations and cases that use documents."""

    def __init__(self, engine: Engine, settle: Callable[[], None]) -> None:
        super().__init__(engine)
        self._settle = settle

    def resting_on(self, organization: str, digest: str, *, limit: int) -> list[str]:
        self._settle()
        document = support_digest(organization, SupportKind.DOCUMENT, digest)
        with self._reading() as connection:
            found = _evaluations(connection, SUPPORTS.numbers(connection, document, limit)).values()
            names = {name for name in found if name.startswith(_prefix(organization))}  # keys of the index are short
            waiting = project_unwritten(connection, organization)
        names.update(
            projection.standing["evaluation"] for projection in waiting if document in projection.supports.digests
        )
        return sorted(names)[:limit]

    def is_needed(self, organization: str, digest: str) -> bool:
        return bool(self.resting_on(organization, digest, limit=1) or self.using(organization, digest, limit=1))

    def is_stated(self, organization: str, digest: str) -> bool:
        """Return whether an evaluation, or a resource of a product, states the digest of a document."""
        if self.resting_on(organization, digest, limit=1):
            return True
        with self._reading() as connection:
            return any(uses.names_using(connection, organization, digest, limit=1) for uses in _uses_of_products())

    def using(self, organization: str, digest: str, *, limit: int) -> list[str]:
        """Return the cases, and the resources of products, that use a document."""
        with self._reading() as connection:
            names = cases_keeping(connection, organization, digest, limit=limit)
            for uses in _uses_of_products():
                names += uses.names_using(connection, organization, digest, limit=limit)
        return names[:limit]

    def takes_files(self, name: str) -> bool:
        """Return whether a resource of a product exists that documents can be added to."""
        with self._reading() as connection:
            return any(uses.takes_files(connection, name) for uses in _uses_of_products())

    def stated(self, evaluation: str) -> dict[str, str] | None:
        """Return the stated digest per evidence id; None if the evaluation does not exist.

        Raises:
            Refusal: If it is archived.
            TrailError: If its record is corrupt.
        """
        chosen = select(EVALUATIONS.c.record).where(EVALUATIONS.c.name == evaluation)
        records = self._values(chosen)
        if not records:
            with self._reading() as connection:
                if (archived := archived_refusal(connection, evaluation)) is not None:
                    raise archived
            return None
        evidence_steps = [orjson.loads(step) for step in unpack(records[0]).steps if step.startswith(_EVIDENCE)]
        return {id.partition("/")[2]: item["digest"] for id, item, *_ in evidence_steps}


@cache
def _uses_of_products() -> tuple[Any, ...]:
    return tuple(product_modules("file_uses"))


_PAGE_SIZE = 500
_MAX_RESULTS_SEARCHED = 200
"""Newest results searched for similar names; takes about 50 ms for any store size."""
_NEAR_NAMES = 8


@dataclass(frozen=True, slots=True)
class UseQuery:
    """Query for evaluations based on any of `digests`, or on values within `bounds`."""

    organization: str
    digests: tuple[bytes, ...]
    bounds: tuple[bytes | None, bytes | None] | None = None
    roles: tuple[SupportKind, ...] = ()
    """Role of each digest in a name search."""


@dataclass(frozen=True, slots=True)
class UsePosition:
    """Position of a use: end of the evaluation name, and value in a search by bounds."""

    evaluation: str
    value: bytes = b""


@dataclass(frozen=True, slots=True)
class Use:
    """Evaluation found by a search; missing grade, stage or verdict is empty.

    `double_uses` was counted when the evaluation was stored.
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
    roles: tuple[SupportKind, ...]


@dataclass(frozen=True, slots=True)
class NearName:
    """Similar name with its role and number of recent results."""

    name: str
    role: SupportKind
    count: int


@dataclass(frozen=True, slots=True)
class NearNames:
    """Similar names, and the number of searched results."""

    names: tuple[NearName, ...]
    looked_through: int


@dataclass(frozen=True, slots=True)
class UseTotals:
    """Totals of all search results."""

    results: int
    subjects: int
    double_use_results: int
    invalid: int
    certificates: int
    """Valid or suspended certificates based on the results."""
    open_cases: int
    conclusions: Mapping[tuple[str, str, str, str, str], int]
    """Counts by scorecard version, kind, grade, stage and verdict."""


class UseSearch(StorePart):
    """Search of results by dependencies."""

    def __init__(self, engine: Engine, settle: Callable[[], None], cards: Cards) -> None:
        super().__init__(engine)
        self._settle = settle
        self._cards = cards

    def after(self, searched: UseQuery, place: UsePosition | None, limit: int) -> list[Use]:
        self._settle()
        with self._reading() as connection:
            return _page(connection, searched, place, limit, self._cards)

    def totals(self, searched: UseQuery) -> UseTotals:
        by_name = {use.evaluation: use for page in self.pages(searched) for use in page}
        uses = by_name.values()
        with self._reading() as connection:
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
        with self._reading() as connection:
            return _names_near(connection, organization, name)

    def left_out(self, organization: str) -> OmittedEvaluations:
        with self._reading() as connection:
            return omitted_evaluations(connection, organization)

    def pages(self, searched: UseQuery) -> Iterator[list[Use]]:
        """Yield pages; an evaluation appears once per matching value."""
        page = self.after(searched, None, _PAGE_SIZE)
        while page:
            yield page
            page = self.after(searched, page[-1].place, _PAGE_SIZE)


def _page(connection: Connection, searched: UseQuery, start: UsePosition | None, limit: int, cards: Cards) -> list[Use]:
    if not searched.digests:
        return []
    after = None if start is None else (start.value, _evaluation_number(connection, searched, start))
    read_numbers = _newest_numbers if searched.bounds is None else _lowest_values
    numbered = read_numbers(connection, searched, after, limit)
    evaluations = _evaluations(connection, [number for _, number in numbered])
    positions = [
        UsePosition(evaluations[number].rpartition("/")[2], value)
        for value, number in numbered
        if number in evaluations
    ]
    if waiting := list(_unwritten_positions(connection, searched, start, cards)):
        positions = sorted({*positions, *waiting}, key=_order(searched), reverse=searched.bounds is None)[:limit]
    prefix = _prefix(searched.organization)
    listed = (
        select(LISTED_ROWS, CONCLUSIONS)
        .join(CONCLUSIONS, CONCLUSIONS.c.id == LISTED_ROWS.c.conclusion)
        .where(LISTED_ROWS.c.evaluation.in_({prefix + position.evaluation for position in positions}))
    )
    rows_by_name = {row.evaluation: row for row in connection.execute(listed)}
    doubles, statuses = (
        double_uses_by_evaluation(connection, tuple(rows_by_name)),
        result_statuses(connection, rows_by_name),
    )
    roles = _roles(connection, searched, {position.evaluation for position in positions})
    return [
        _use(position, rows_by_name[name], doubles.get(name, 0), statuses.get(name), roles.get(position.evaluation, ()))
        for position in positions
        if (name := prefix + position.evaluation) in rows_by_name
    ]


def _unwritten_positions(
    connection: Connection, searched: UseQuery, start: UsePosition | None, cards: Cards
) -> Iterator[UsePosition]:
    """Yield positions in evaluations not projected yet, for example after a full disk."""
    order = _order(searched)
    after = None if start is None else order(start)
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
    return lambda position: (b"" if searched.bounds is None else position.value, position.evaluation)


def _roles(connection: Connection, searched: UseQuery, evaluations: set[str]) -> dict[str, tuple[SupportKind, ...]]:
    if not searched.roles:
        return {}
    role_of = dict(zip(searched.digests, searched.roles, strict=True))
    numbers = evaluation_numbers(connection, [_prefix(searched.organization) + id for id in evaluations])
    ids = {number: name.rpartition("/")[2] for name, number in numbers.items()}
    by_evaluation: dict[str, set[SupportKind]] = {}
    for support, number in SUPPORTS.of(connection, ids.keys(), searched.digests):
        by_evaluation.setdefault(ids[number], set()).add(role_of[support])
    return {name: tuple(sorted(roles)) for name, roles in by_evaluation.items()}


def _prefix(organization: str) -> str:
    return f"organizations/{organization}/evaluations/"


def _evaluation_number(connection: Connection, searched: UseQuery, position: UsePosition) -> int:
    """Return the evaluation number of a position, or 0; numbers sort like names."""
    chosen = select(EVALUATION_USES.c.number).where(
        EVALUATION_USES.c.evaluation == _prefix(searched.organization) + position.evaluation
    )
    return connection.execute(chosen).scalar() or 0


def _names_near(connection: Connection, organization: str, name: str) -> NearNames:
    newest = (
        select(EVALUATIONS.c.record)
        .join(LISTED_ROWS, LISTED_ROWS.c.evaluation == EVALUATIONS.c.name)
        .where(LISTED_ROWS.c.organization == organization)
        .order_by(LISTED_ROWS.c.create_time.desc(), LISTED_ROWS.c.evaluation.desc())
        .limit(_MAX_RESULTS_SEARCHED)
    )
    normalized_name, searched_count = normalize_identifier(name), 0
    spelled: dict[tuple[SupportKind, str], str] = {}
    counts: Counter[tuple[SupportKind, str]] = Counter()
    for row in connection.execute(newest):
        searched_count += 1
        with suppress(TouchstoneError):
            for key in {
                (role, normalize_identifier(spelling)): spelling
                for role, spelling in recorded_names(unpack(row.record))
            }.items():
                spelled.setdefault(*key)
                counts[key[0]] += 1
    others = {other for _, other in counts if other != normalized_name}
    similar = {other for other in others if normalized_name in other or other in normalized_name} | set(
        close_matches(normalized_name, others, _NEAR_NAMES)
    )
    similar_names = [NearName(spelled[key], key[0], count) for key, count in counts.most_common() if key[1] in similar]
    return NearNames(tuple(similar_names[:_NEAR_NAMES]), searched_count)


def _use(
    position: UsePosition, row: Any, doubles: int, status: ResultStatus | None, roles: tuple[SupportKind, ...]
) -> Use:
    names = (
        "evaluation", "subject", "scorecard_version", "as_of_date", "create_time", "kind", "grade", "stage", "verdict",
    )  # fmt: skip
    return Use(
        position, **{name: getattr(row, name) for name in names}, double_uses=doubles, status=status, roles=roles
    )


_NumberedValues = list[tuple[bytes, int]]
"""Value (empty without bounds) and evaluation number."""


def _evaluations(connection: Connection, numbers: Sequence[int]) -> Mapping[int, str]:
    chosen = select(EVALUATION_USES.c.number, EVALUATION_USES.c.evaluation).where(EVALUATION_USES.c.number.in_(numbers))
    return {row.number: row.evaluation for row in connection.execute(chosen)}


def _newest_numbers(
    connection: Connection, searched: UseQuery, after: tuple[bytes, int] | None, limit: int
) -> _NumberedValues:
    number = None if after is None else after[1]
    numbers = {
        found
        for digest in searched.digests
        for found in SUPPORTS.numbers(connection, digest, limit, newest=True, before=number)
    }
    return [(b"", number) for number in sorted(numbers, reverse=True)[:limit]]


def _lowest_values(
    connection: Connection, searched: UseQuery, after: tuple[bytes, int] | None, limit: int
) -> _NumberedValues:
    bounds = searched.bounds or (None, None)
    found = (values_between(connection, digest, bounds, after) for digest in searched.digests)
    return sorted(chain.from_iterable(islice(values, limit) for values in found))[:limit]
