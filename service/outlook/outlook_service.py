"""OutlookService: expected changes of results, their counts by client, and runs on request."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

import orjson
from google.protobuf import json_format

from rules.contracts import DateError, InputError, Violation, attempt, error_message, message_factory, parse_date
from service.api.service_dependencies import answers_in_threads, language_of_call, require_store
from service.base import instants
from service.base.instants import to_timestamp
from service.base.metrics import OUTLOOK_CHECKED
from service.base.paging import read_page
from service.base.refusals import Reason, Refusal
from service.base.resource_names import (
    ORGANIZATION as CLIENT_ID,
    check_evaluation_name,
    expected_change_organization,
    malformed,
    parse_card,
    parse_organization,
)
from service.gazette.table_order import TableStores
from service.identity.principals import visibility_scope
from service.outlook.runs import OutlookRuns, ScheduledRuns, outlook_worker_spec, removed_messages
from service.store.cases import CLIENTS
from service.store.expected_changes import ChangeFilter
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, outlook_service_pb2 as pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import grpc

    from service.api.service_dependencies import Limiter, ServiceContext
    from service.base.worker_specs import Worker
    from service.store.store import Store
    from service.store.tables import ExpectedChangeRow

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_SERVICE = pb2.DESCRIPTOR.services_by_name["OutlookService"]
_DEFAULT_COUNT, _MAX_COUNT = 20, 100
_CHECKED_OUTCOMES = ("checked", "failed")


class OutlookQueries:
    """Methods that read the stored changes."""

    def __init__(self, store: Store, days: int) -> None:
        self._store, self._changes, self._days = store, store.expected_changes, days

    def list(self, request: pb2.ListExpectedChangesRequest) -> pb2.ListExpectedChangesResponse:
        chosen = _read_filter(request)
        filters = (chosen.client, chosen.scorecard, chosen.until, chosen.cause, chosen.evaluation, str(chosen.closed))
        page = read_page(request, "outlook", visibility_scope(), request.parent, *filters)
        rows = self._changes.list(chosen, after=page.position(2), limit=page.limit)
        shown = rows[: page.size]
        names = client_names(self._store, chosen.organization, (row.client for row in shown))
        return pb2.ListExpectedChangesResponse(
            expected_changes=[change_message(row, names.get(row.client, "")) for row in shown],
            next_page_token=page.next_token(rows, lambda row: (row.change_date, row.name)),
        )

    def summarize(self, request: pb2.SummarizeExpectedChangesRequest) -> pb2.SummarizeExpectedChangesResponse:
        organization = parse_organization(request.parent, field="parent")
        clients, run = self._changes.by_client(organization), self._changes.run(organization)
        names = client_names(self._store, organization, (each.client for each in clients))
        response = pb2.SummarizeExpectedChangesResponse(
            clients=[
                pb2.ClientExpectedChanges(
                    client=each.client,
                    change_count=each.changes,
                    result_count=each.results,
                    first_date=each.first_date,
                    client_display_name=names.get(each.client, ""),
                )
                for each in clients
            ],
            change_count=sum(each.changes for each in clients),
            failed_count=self._changes.failures(organization),
            days=self._days,
        )
        if run is not None:
            response.checked_count = run.checked
            response.run_begin_time.CopyFrom(to_timestamp(run.begin_time))
            if run.end_time:
                response.run_end_time.CopyFrom(to_timestamp(run.end_time))
        return response


def _read_filter(request: pb2.ListExpectedChangesRequest) -> ChangeFilter:
    violations: list[Violation] = []
    organization = attempt(violations, parse_organization, request.parent, field="parent") or ""
    if request.client_id and CLIENT_ID.match(request.client_id) is None:
        violations.append(malformed("client_id", request.client_id, _message("CLIENT")))
    if request.scorecard:
        card = attempt(violations, parse_card, request.scorecard, field="scorecard")
        if card is not None and card.version is not None:
            violations.append(malformed("scorecard", request.scorecard, _message("CARD")))
    if request.evaluation:
        attempt(violations, check_evaluation_name, request.evaluation, field="evaluation")
    if request.until_date:
        try:
            parse_date(request.until_date)
        except DateError as error:
            violations.append(Violation("until_date", error_message(error), "MALFORMED"))
    if request.cause not in pb2.ExpectedChangeCause.values():
        violations.append(malformed("cause", str(request.cause), _message("CAUSE", known=_cause_names())))
    if violations:
        raise InputError(tuple(violations))
    return ChangeFilter(
        organization,
        client=f"{request.parent}/clients/{request.client_id}" if request.client_id else "",
        scorecard=request.scorecard,
        until=request.until_date,
        cause=_cause_word(request.cause) if request.cause else "",
        evaluation=request.evaluation,
        closed=request.closed,
    )


_CAUSE_PREFIX = "EXPECTED_CHANGE_CAUSE_"


def _cause_names() -> list[str]:
    return [name for name, number in pb2.ExpectedChangeCause.items() if number]


def _cause_word(cause: int) -> str:
    name: str = pb2.ExpectedChangeCause.Name(cast("pb2.ExpectedChangeCause", cause))
    return name.removeprefix(_CAUSE_PREFIX).lower()


def client_names(store: Store, organization: str, clients: Iterable[str]) -> Mapping[str, str]:
    """Return the current names of clients by resource name."""
    ids = {client.rpartition("/")[2]: client for client in clients if client}
    with store.cases.read_transaction() as reading:
        names = reading.display_names(organization, CLIENTS, ids)
    return {client: names.get(id, "") for id, client in ids.items()}


def change_message(row: ExpectedChangeRow, client_name: str) -> pb2.ExpectedChange:
    """Return the message of a stored change, without its difference."""
    message = pb2.ExpectedChange(
        name=row.name,
        evaluation=row.evaluation,
        subject=row.subject,
        client=row.client,
        client_display_name=client_name,
        case_name=row.case_name,
        certificate=row.certificate,
        date=row.change_date,
        from_version=row.from_version,
        to_version=row.to_version,
        causes=[
            pb2.ChangeCause(kind=f"{_CAUSE_PREFIX}{kind.upper()}", name=name) for kind, name in orjson.loads(row.causes)
        ],
        criterion_ids=orjson.loads(row.criteria),
        create_time=to_timestamp(row.create_time),
        close_reason=f"CLOSE_REASON_{row.close_reason.upper()}" if row.close_reason else None,
    )
    for name in ("before", "after"):
        if text := getattr(row, name):
            getattr(message, name).CopyFrom(json_format.Parse(text, evaluation_pb2.Conclusion()))
    if row.close_time:
        message.close_time.CopyFrom(to_timestamp(row.close_time))
    return message


class OutlookApi:
    """Methods that evaluate in a worker."""

    def __init__(self, store: Store, runs: OutlookRuns, worker: Worker, reading: Limiter, trying: Limiter) -> None:
        self._store, self._runs, self._worker = store, runs, worker
        self._reading, self._trying = reading, trying

    async def GetExpectedChange(self, request: pb2.GetExpectedChangeRequest, context: Context) -> pb2.ExpectedChange:
        expected_change_organization(request.name)
        with self._trying.slot():
            message, job = await self._reading.in_thread(self._stored_change, request.name)
            if job is not None:
                kind = evaluation_service_pb2.EvaluationDifference
                difference = await self._worker.work(job, kind, language=language_of_call(request, context))
                message.difference.CopyFrom(difference)
                message.difference.evaluation = message.evaluation
            return message

    async def RunOutlook(self, request: pb2.RunOutlookRequest, context: Context) -> pb2.RunOutlookResponse:
        organization = parse_organization(request.parent, field="parent")
        if request.maximum_count < 0:
            raise InputError.of("maximum_count", _message("COUNT", most=_MAX_COUNT), "WRONG_VALUE")
        limit = min(request.maximum_count or _DEFAULT_COUNT, _MAX_COUNT)
        with self._trying.slot():
            progress = await self._runs.part(organization, self._worker, limit)
        if progress is None:
            raise Refusal(Reason.TOO_MANY_CALLS, _message("RUNNING"))
        return pb2.RunOutlookResponse(
            checked_count=progress.checked,
            new_count=progress.new,
            failed_count=progress.failed,
            pending_count=progress.pending,
        )

    def _stored_change(self, name: str) -> tuple[pb2.ExpectedChange, work_pb2.ExplainResultChange | None]:
        row = self._store.expected_changes.find(name)
        if row is None:
            raise Refusal(Reason.EXPECTED_CHANGE_NOT_FOUND, _message("NO_CHANGE", name=name))
        names = client_names(self._store, row.organization, (row.client,))
        return change_message(row, names.get(row.client, "")), self._explanation_job(row)

    def _explanation_job(self, row: ExpectedChangeRow) -> work_pb2.ExplainResultChange | None:
        stored = None if row.close_time else self._runs.stored_message(row.evaluation)
        if stored is None or not row.before or not row.after:
            return None
        return work_pb2.ExplainResultChange(
            stored=stored,
            removed=removed_messages(self._store.expected_changes.removed_inputs(row.evaluation)),
            known_time=instants.now(),
            from_date=row.from_date,
            date=row.change_date,
        )


def add(parts: ServiceContext) -> None:
    """Register the service and, in a server with TOUCHSTONE_OUTLOOK_DAYS above 0, start the scheduled runs."""
    store, settings, limiters = require_store(parts), parts.settings, parts.limiters
    for outcome in _CHECKED_OUTCOMES:
        OUTLOOK_CHECKED.labels(outcome)  # exports each counter as 0
    days, is_scheduled = settings.outlook_days, settings.outlook_days > 0 and parts.stopping is not None
    limiter = parts.own_limiter(1, "outlook")
    runs = OutlookRuns(store, parts.gazette, TableStores(parts.gazette), limiter, days)
    spec = outlook_worker_spec(parts.gazette.folder)
    worker = parts.processes(replace(spec, max_idle=1))
    queries = OutlookQueries(store, days if is_scheduled else 0)
    reading = answers_in_threads(
        limiters.reading, {"ListExpectedChanges": queries.list, "SummarizeExpectedChanges": queries.summarize}
    )
    parts.answer(_SERVICE, OutlookApi(store, runs, worker, limiters.reading, limiters.trying), reading)
    if is_scheduled and parts.stopping is not None:
        interval = timedelta(minutes=settings.outlook_interval_minutes)
        parts.keep_going(ScheduledRuns(runs, parts.gazette.folder, interval, parts.stopping).run)
