"""Store of expected changes of results: which results count, the changes found, and the progress of runs."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select, update

from service.base import instants
from service.base.resource_names import expected_change_name
from service.store.advisory_lock import try_lock
from service.store.of_subject import last_names
from service.store.outbox import RESULT_CHANGE_EXPECTED
from service.store.prepared_statements import store_row
from service.store.result_states import ResultState
from service.store.result_status import RESULTS, result_statuses
from service.store.tables import (
    CAMPAIGN_ITEMS,
    CAMPAIGNS,
    CASE_ITEMS,
    CASE_LABELS,
    CASES,
    EVALUATIONS,
    EXPECTED_CHANGES as _CHANGES,
    LISTED_ROWS,
    OUTLOOK_CHECKS as _CHECKS,
    OUTLOOK_RUNS as _RUNS,
    ExpectedChangeRow,
    OutlookCheckRow,
    OutlookRunRow,
)

if TYPE_CHECKING:
    from service.store.outbox import Transactions

NO_LONGER_EXPECTED, RESULT_REPLACED = "no_longer_expected", "result_replaced"
NO_VERSION = "no_version_in_force"
_LOCK_SPACE = 0x6F75746C
_BATCH_SIZE = 500
_NOT_ERASED = "[]"
_COUNTED_STATES = (ResultState.STANDS, ResultState.IN_QUESTION, ResultState.UNDER_APPEAL)
_UNDECIDED = ("", "to_be_asked")
"""Dispositions of a correction that leave a result without a decision."""


@dataclass(frozen=True, slots=True)
class RemovedInput:
    """Input that a correction removes, as in a campaign."""

    kind: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class CountedResult:
    """Result that is watched for changes. `last_date` ends a certificate of an older evaluation."""

    evaluation: str
    subject: str
    scorecard_version: str
    client: str = ""
    case: str = ""
    certificate: str = ""
    last_date: str = ""
    removed: tuple[RemovedInput, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundChange:
    """Change found by a search, before it is stored; the texts are those of `ExpectedChangeRow`."""

    from_version: str
    to_version: str
    from_date: str
    change_date: str
    before: str
    after: str
    causes: tuple[tuple[str, str], ...]
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """Filter of a list; empty texts mean all."""

    organization: str
    client: str = ""
    scorecard: str = ""
    until: str = ""
    cause: str = ""
    evaluation: str = ""
    closed: bool = False

    def clauses(self) -> Iterator[ColumnElement[bool]]:
        yield _CHANGES.c.organization == self.organization
        yield _CHANGES.c.close_time != "" if self.closed else _CHANGES.c.close_time == ""
        for name in ("client", "scorecard", "cause", "evaluation"):
            if value := getattr(self, name):
                yield _CHANGES.c[name] == value
        if self.until:
            yield _CHANGES.c.change_date <= self.until


@dataclass(frozen=True, slots=True)
class ClientCount:
    """Open changes of one client; without a case the client is empty."""

    client: str
    changes: int
    results: int
    first_date: str


@dataclass(frozen=True, slots=True)
class OutlookFigures:
    """Open changes, results that could not be evaluated again, and the last runs."""

    changes: int
    failed: int
    runs: tuple[OutlookRunRow, ...]


class ExpectedChanges:
    """Expected changes of all organizations."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    @contextmanager
    def running(self, organization: str) -> Iterator[bool]:
        """Lock the runs of an organization; yield False while another server runs."""
        with self._transactions.reading() as connection:
            yield try_lock(connection, _LOCK_SPACE, organization)

    def organizations(self) -> list[str]:
        """Return the organizations with evaluations or expected changes."""
        with self._transactions.reading() as connection:
            evaluated = connection.execute(select(LISTED_ROWS.c.organization).distinct()).scalars()
            return sorted({*evaluated, *connection.execute(select(_RUNS.c.organization)).scalars()})

    def counted(self, organization: str) -> list[CountedResult]:
        """Return the results of valid certificates, and the newest result of each subject under each scorecard."""
        with self._transactions.reading() as connection:
            certified = _certified(connection, organization)
            newest = last_names(connection, organization)
            names = sorted({*certified, *newest})
            statuses = result_statuses(connection, names)
            counted_names = [
                name
                for name in names
                if name not in statuses or statuses[name].state in _COUNTED_STATES
            ]  # fmt: skip
            cases, removed = (
                _cases_of(connection, organization, counted_names),
                _removed_inputs(connection, counted_names),
            )
            rows = _evaluation_rows(connection, counted_names)
        counted = []
        for name in counted_names:
            if name not in rows:
                continue  # erased in whole or in part
            case, client = cases.get(name, ("", ""))
            case, certificate, last_date = certified.get(name, (case, "", ""))
            subject, version = rows[name]
            counted.append(
                CountedResult(
                    name,
                    subject,
                    version,
                    client,
                    case,
                    certificate,
                    "" if name in newest else last_date,
                    removed.get(name, ()),
                )
            )
        return counted

    def removed_inputs(self, evaluation: str) -> tuple[RemovedInput, ...]:
        with self._transactions.reading() as connection:
            return _removed_inputs(connection, [evaluation]).get(evaluation, ())

    def checks(self, organization: str) -> dict[str, OutlookCheckRow]:
        chosen = select(_CHECKS).where(_CHECKS.c.organization == organization)
        return {row.evaluation: row for row in self._transactions.rows(OutlookCheckRow, chosen)}

    def record(self, result: CountedResult, check: OutlookCheckRow, found: Sequence[FoundChange] | None) -> int:
        """Store the changes of a result, and close others; return how many are new.

        Each new change is announced by an event. `found` is None if the search failed. A result that was erased in the
        meantime stores nothing.
        """
        organization, now = check.organization, instants.now()
        events: list[Mapping[str, Any]] = []
        with self._transactions.writing(events) as connection:
            erasures = select(EVALUATIONS.c.erasures).where(EVALUATIONS.c.name == result.evaluation)
            if connection.execute(erasures).scalar() != _NOT_ERASED:
                return 0
            store_row(connection, _CHECKS, check.model_dump())
            if found is None:
                return 0
            rows = [_row(organization, result, change, now) for change in found]
            known = _known(connection, [row.name for row in rows])
            for row in rows:
                self._save(connection, row, known.get(row.name))
            new = [row for row in rows if row.name not in known]
            events.extend(map(_event, new))
            is_open = (_CHANGES.c.evaluation == result.evaluation, _CHANGES.c.close_time == "")
            _close(connection, NO_LONGER_EXPECTED, now, *is_open, _CHANGES.c.name.not_in([row.name for row in rows]))
        return len(new)

    @staticmethod
    def _save(connection: Connection, row: ExpectedChangeRow, before: ExpectedChangeRow | None) -> None:
        if before is None:
            connection.execute(insert(_CHANGES), row.model_dump())
            return
        changed = row.model_dump(exclude={"name", "create_time", "from_date"})
        connection.execute(update(_CHANGES).where(_CHANGES.c.name == row.name).values(changed))

    def close_others(self, organization: str, counted: Collection[str]) -> int:
        """Close the changes of results that no longer count."""
        chosen = select(_CHANGES.c.evaluation).where(
            _CHANGES.c.organization == organization, _CHANGES.c.close_time == ""
        )
        replaced = sorted({*self._transactions.values(chosen.distinct())} - {*counted})
        if replaced:
            with self._transactions.writing() as connection:
                for some in _batches(replaced):
                    is_open = (_CHANGES.c.evaluation.in_(some), _CHANGES.c.close_time == "")
                    _close(connection, RESULT_REPLACED, instants.now(), *is_open)
                    connection.execute(delete(_CHECKS).where(_CHECKS.c.evaluation.in_(some)))
        return len(replaced)

    def run(self, organization: str) -> OutlookRunRow | None:
        return self._transactions.row(OutlookRunRow, select(_RUNS).where(_RUNS.c.organization == organization))

    def save_run(self, run: OutlookRunRow) -> None:
        with self._transactions.writing() as connection:
            store_row(connection, _RUNS, run.model_dump())

    def find(self, name: str) -> ExpectedChangeRow | None:
        return self._transactions.row(ExpectedChangeRow, select(_CHANGES).where(_CHANGES.c.name == name))

    def list(self, chosen: ChangeFilter, *, after: Sequence[str], limit: int) -> Sequence[ExpectedChangeRow]:
        """Return changes by date; `after` is the date and name of the last change of the previous page."""
        query = select(_CHANGES).where(*chosen.clauses())
        if after:
            day, name = after
            same_day = and_(_CHANGES.c.change_date == day, _CHANGES.c.name > name)
            query = query.where(or_(_CHANGES.c.change_date > day, same_day))
        query = query.order_by(_CHANGES.c.change_date, _CHANGES.c.name).limit(limit)
        return self._transactions.rows(ExpectedChangeRow, query)

    def by_client(self, organization: str) -> Sequence[ClientCount]:
        """Return the open changes of each client, the earliest first."""
        figures = func.count(), func.count(_CHANGES.c.evaluation.distinct()), func.min(_CHANGES.c.change_date)
        query = select(_CHANGES.c.client, *figures).where(*ChangeFilter(organization).clauses())
        with self._transactions.reading() as connection:
            rows = connection.execute(query.group_by(_CHANGES.c.client))
            return sorted((ClientCount(*row) for row in rows), key=lambda each: (each.first_date, each.client))

    def failures(self, organization: str) -> int:
        query = select(func.count()).where(_CHECKS.c.organization == organization, _CHECKS.c.problem != "")
        return int(self._transactions.values(query)[0])

    def figures(self) -> OutlookFigures:
        """Return the figures of all organizations."""
        (count,) = self._transactions.values(select(func.count()).where(_CHANGES.c.close_time == ""))
        (failed,) = self._transactions.values(select(func.count()).where(_CHECKS.c.problem != ""))
        return OutlookFigures(count, failed, tuple(self._transactions.rows(OutlookRunRow, select(_RUNS))))


def delete_expected_changes(connection: Connection, evaluations: Collection[str]) -> None:
    """Delete the expected changes of evaluations, within the transaction of their erasure."""
    connection.execute(delete(_CHANGES).where(_CHANGES.c.evaluation.in_(evaluations)))
    connection.execute(delete(_CHECKS).where(_CHECKS.c.evaluation.in_(evaluations)))


def conclusion_word(conclusion: str) -> str:
    """Return the grade, stage or verdict of a conclusion as JSON, or its kind."""
    if not conclusion:
        return NO_VERSION
    read = orjson.loads(conclusion)
    for name in ("grade", "stage", "verdict", "kind"):
        if word := read.get(name):
            return str(word).removeprefix("VERDICT_").removeprefix("KIND_").lower()
    return ""


def _certified(connection: Connection, organization: str) -> dict[str, tuple[str, str, str]]:
    prefix = f"organizations/{organization}/cases/"
    chosen = select(CASE_ITEMS).where(
        CASE_ITEMS.c.kind == "certificates",
        CASE_ITEMS.c.state == "valid",
        CASE_ITEMS.c.case_name > prefix,
        CASE_ITEMS.c.case_name < f"{prefix[:-1]}0",
    )
    certified = {}
    for row in connection.execute(chosen):
        content = orjson.loads(row.content)
        expires, evaluation = content.get("expire_time", ""), content.get("evaluation", "")
        if evaluation and not (expires and expires <= instants.now()):
            name = f"{row.case_name}/certificates/{row.number}"
            certified[evaluation] = row.case_name, name, content.get("last_date", "")
    return certified


def _batches(names: Sequence[str]) -> Iterator[Sequence[str]]:
    return (names[start : start + _BATCH_SIZE] for start in range(0, len(names), _BATCH_SIZE))


def _cases_of(connection: Connection, organization: str, names: Sequence[str]) -> dict[str, tuple[str, str]]:
    cases: dict[str, tuple[str, str]] = {}
    for some in _batches(names):
        query = (
            select(CASE_LABELS.c.label, CASES.c.name, CASES.c.client)
            .join(CASES, CASES.c.name == CASE_LABELS.c.id)
            .where(
                CASE_LABELS.c.organization == organization,
                CASE_LABELS.c.kind == RESULTS,
                CASE_LABELS.c.label.in_(some),
            )
            .order_by(CASES.c.name)
        )
        cases |= {evaluation: (case, client) for evaluation, case, client in connection.execute(query)}
    return cases


def _removed_inputs(connection: Connection, names: Sequence[str]) -> dict[str, tuple[RemovedInput, ...]]:
    """Return the inputs that corrections without a decision remove, by evaluation."""
    removed: dict[str, tuple[RemovedInput, ...]] = {}
    for some in _batches(names):
        query = (
            select(CAMPAIGN_ITEMS.c.evaluation, CAMPAIGNS.c.kind, CAMPAIGNS.c.value, CAMPAIGNS.c.name)
            .join(CAMPAIGNS, CAMPAIGNS.c.name == CAMPAIGN_ITEMS.c.campaign)
            .where(CAMPAIGN_ITEMS.c.evaluation.in_(some), CAMPAIGN_ITEMS.c.disposition.in_(_UNDECIDED))
            .order_by(CAMPAIGNS.c.name)
        )
        for evaluation, *support in connection.execute(query):
            removed[evaluation] = (*removed.get(evaluation, ()), RemovedInput(*support))
    return removed


def _evaluation_rows(connection: Connection, names: Sequence[str]) -> dict[str, tuple[str, str]]:
    rows: dict[str, tuple[str, str]] = {}
    columns = EVALUATIONS.c.name, EVALUATIONS.c.subject, EVALUATIONS.c.scorecard_version
    for some in _batches(names):
        query = select(*columns).where(EVALUATIONS.c.name.in_(some), EVALUATIONS.c.erasures == _NOT_ERASED)
        rows |= {name: (subject, version) for name, subject, version in connection.execute(query)}
    return rows


def _row(organization: str, result: CountedResult, change: FoundChange, now: str) -> ExpectedChangeRow:
    identity = (result.evaluation, change.change_date, change.before, change.after)
    return ExpectedChangeRow(
        name=expected_change_name(organization, hashlib.sha256("\0".join(identity).encode()).hexdigest()),
        organization=organization,
        evaluation=result.evaluation,
        subject=result.subject,
        client=result.client,
        case_name=result.case,
        certificate=result.certificate,
        scorecard=result.scorecard_version.rpartition("/versions/")[0],
        from_version=change.from_version,
        to_version=change.to_version,
        from_date=change.from_date,
        change_date=change.change_date,
        before=change.before,
        after=change.after,
        cause=change.causes[0][0],
        causes=orjson.dumps(change.causes).decode(),
        criteria=orjson.dumps(change.criteria).decode(),
        create_time=now,
    )


def _known(connection: Connection, names: Sequence[str]) -> dict[str, ExpectedChangeRow]:
    rows = connection.execute(select(_CHANGES).where(_CHANGES.c.name.in_(names)))
    return {row.name: ExpectedChangeRow.model_validate(dict(row._mapping)) for row in rows}


def _close(connection: Connection, reason: str, now: str, *conditions: Any) -> None:
    connection.execute(update(_CHANGES).where(*conditions).values(close_time=now, close_reason=reason))


def _event(row: ExpectedChangeRow) -> dict[str, Any]:
    kind, name = orjson.loads(row.causes)[0]
    data = {
        "evaluation": row.evaluation,
        "subject": row.subject,
        "case": row.case_name,
        "certificate": row.certificate,
        "scorecardVersion": row.to_version or row.from_version,
        "fromConclusion": conclusion_word(row.before),
        "toConclusion": conclusion_word(row.after),
        "date": row.change_date,
        "cause": kind,
        "causeName": name,
    }
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{RESULT_CHANGE_EXPECTED} {row.name}")),
        "type": RESULT_CHANGE_EXPECTED,
        "organization": row.organization,
        "time": row.create_time,
        "subject": row.name,
        "data": orjson.dumps(data).decode(),
    }
