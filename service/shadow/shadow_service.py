"""ShadowService: figures and results of shadow evaluation, and requests that other servers forward."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import orjson
from google.protobuf import json_format

from rules.contracts import InputError, attempt, format_exact, message_factory
from service.api.service_dependencies import answers_in_threads, require_store
from service.base import instants, logs
from service.base.instants import to_timestamp
from service.base.metrics import SHADOW_DROPPED, SHADOW_FORWARDED
from service.base.paging import read_page
from service.base.resource_names import (
    DIGEST,
    malformed,
    organization_of,
    parse_organization,
    parse_version,
)
from service.identity.principals import visibility_scope
from service.output.mapping.requests import read_request
from service.output.result_changes import ResultPart
from service.shadow.comparisons import (
    DIFFERENT,
    DROP_REASONS,
    FAILED,
    OUTCOMES,
    SAME,
    Comparisons,
    PreparedCandidate,
    SampledRequest,
)
from service.shadow.forwarding import FORWARDING_OUTCOMES, ForwardedRequest, Forwarder
from service.shadow.sampling import sample_digest
from service.shadow.shadow_settings import ShadowSettings, read_shadow_settings
from service.store.stored_records import StoredRecord
from touchstone.v1 import evaluation_pb2, shadow_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable

    import grpc

    from rules.contracts import Violation
    from service.api.service_dependencies import ServiceContext
    from service.store.shadow_results import ShadowCount
    from service.store.store import Store
    from service.store.tables import EvaluationRow, ShadowResultRow
    from touchstone.v1 import evaluation_service_pb2

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_SERVICE = shadow_service_pb2.DESCRIPTOR.services_by_name["ShadowService"]
_CONCLUSIONS = ("before", "after")


class ShadowQueries:
    """Methods that read the stored comparisons."""

    def __init__(self, store: Store, comparisons: Comparisons | None) -> None:
        self._results, self._comparisons = store.shadow_results, comparisons

    def summarize(
        self, request: shadow_service_pb2.SummarizeShadowResultsRequest
    ) -> shadow_service_pb2.SummarizeShadowResultsResponse:
        organization = parse_organization(request.parent, field="parent")
        candidate = _read_candidate(request.candidate_version)
        response = shadow_service_pb2.SummarizeShadowResultsResponse(
            summaries=_summaries(self._results.counts(organization, candidate))
        )
        if self._comparisons is not None:
            response.waiting_count, response.dropped_count = self._comparisons.waiting, self._comparisons.dropped
            response.candidates.extend(
                _candidate_message(prepared)
                for prepared in self._comparisons.candidates
                if prepared.settings.organization in ("", organization) and candidate in ("", prepared.name)
            )
        return response

    def list(
        self, request: shadow_service_pb2.ListShadowResultsRequest
    ) -> shadow_service_pb2.ListShadowResultsResponse:
        organization = parse_organization(request.parent, field="parent")
        candidate = _read_candidate(request.candidate_version)
        outcome = OUTCOMES[request.outcome - 1] if request.outcome else ""
        page = read_page(request, "shadow", visibility_scope(), request.parent, candidate, outcome)
        rows = self._results.list(
            organization, candidate=candidate, outcome=outcome, after=page.position(2), limit=page.limit
        )
        return shadow_service_pb2.ListShadowResultsResponse(
            shadow_results=map(_result_message, rows[: page.size]),
            next_page_token=page.next_token(rows, lambda row: (row.create_time, row.name)),
        )


def _read_candidate(name: str) -> str:
    if name:
        parse_version(name, field="candidate_version")
    return name


def _summaries(counts: Iterable[ShadowCount]) -> list[shadow_service_pb2.ShadowSummary]:
    summaries: dict[tuple[str, str, str], shadow_service_pb2.ShadowSummary] = {}
    parts: dict[tuple[str, str, str], Counter[str]] = {}
    times: dict[tuple[str, str, str], list[str]] = {}
    for count in counts:
        key = count.candidate, count.candidate_digest, count.scorecard_version
        summary = summaries.setdefault(
            key,
            shadow_service_pb2.ShadowSummary(
                candidate_version=count.candidate,
                candidate_digest=count.candidate_digest,
                scorecard_version=count.scorecard_version,
            ),
        )
        summary.compared_count += count.count
        summary.same_count += count.count * (count.outcome == SAME)
        summary.different_count += count.count * (count.outcome == DIFFERENT)
        summary.failed_count += count.count * (count.outcome == FAILED)
        parts.setdefault(key, Counter()).update(dict.fromkeys(count.parts, count.count))
        times.setdefault(key, []).extend((count.first_time, count.last_time))
    for key, summary in summaries.items():
        summary.first_time.CopyFrom(to_timestamp(min(times[key])))
        summary.last_time.CopyFrom(to_timestamp(max(times[key])))
        summary.part_counts.extend(
            shadow_service_pb2.ResultPartCount(part=_part(part), result_count=parts[key][part])
            for part in ResultPart
            if parts[key][part]
        )
    return list(summaries.values())


def _part(part: str) -> str:
    return f"RESULT_PART_{part.upper()}"


def _candidate_message(prepared: PreparedCandidate) -> shadow_service_pb2.ShadowCandidate:
    return shadow_service_pb2.ShadowCandidate(
        candidate_version=prepared.name,
        candidate_digest=prepared.content_digest,
        share=format_exact(prepared.settings.share),
        draft_revision=prepared.settings.draft,
        problem=prepared.problem,
    )


def _result_message(row: ShadowResultRow) -> shadow_service_pb2.ShadowResult:
    message = shadow_service_pb2.ShadowResult(
        name=row.name,
        evaluation=row.evaluation,
        subject=row.subject,
        sample_digest=row.sample_digest,
        scorecard_version=row.scorecard_version,
        candidate_version=row.candidate,
        candidate_digest=row.candidate_digest,
        as_of_date=row.as_of_date,
        create_time=to_timestamp(row.create_time),
        outcome=f"OUTCOME_{row.outcome.upper()}",
        changed_parts=map(_part, row.parts.split()),
        criterion_ids=orjson.loads(row.criteria),
        result_ids=orjson.loads(row.results),
        problem=row.problem,
    )
    for name in _CONCLUSIONS:
        if text := getattr(row, name):
            getattr(message, name).CopyFrom(json_format.Parse(text, evaluation_pb2.Conclusion()))
    return message


class ShadowSampler:
    """Observer of stored evaluations: offers sampled requests to the comparisons and forwarders."""

    def __init__(self, comparisons: Comparisons, forwarders: Iterable[Forwarder]) -> None:
        self._comparisons, self._forwarders = comparisons, tuple(forwarders)

    def observe(
        self, request: evaluation_service_pb2.EvaluateSubjectRequest, row: EvaluationRow, reads_earlier: bool
    ) -> None:
        """Offer an evaluation; failures are only logged, because the real call must not fail."""
        try:
            digest = sample_digest(row.organization, row.request_id)
            self._comparisons.offer(
                SampledRequest(
                    organization=row.organization,
                    digest=digest,
                    evaluation=row.name,
                    subject=row.subject,
                    scorecard_version=row.scorecard_version,
                    as_of_date=row.as_of_date,
                    stored=StoredRecord(row.name, row.record, row.record_key),
                )
            )
            forwarded = ForwardedRequest(
                request, row.organization, row.scorecard_version, row.create_time, digest, reads_earlier
            )
            for forwarder in self._forwarders:
                forwarder.offer(forwarded)
        except Exception as error:
            logs.error("shadow_request_not_sampled", error=type(error).__name__)


class ShadowApi:
    """Method for requests that other servers forward."""

    def __init__(self, comparisons: Comparisons | None) -> None:
        self._comparisons = comparisons

    async def SubmitShadowRequest(
        self, request: shadow_service_pb2.SubmitShadowRequestRequest, context: Context
    ) -> shadow_service_pb2.SubmitShadowRequestResponse:
        violations: list[Violation] = []
        parent = attempt(violations, parse_organization, request.parent, field="parent")
        version = attempt(violations, parse_version, request.scorecard_version, field="scorecard_version")
        organization = attempt(violations, organization_of, request.request.subject, field="request.subject")
        if parent is not None and organization not in (None, parent):
            expected = _message("SUBJECT_OF", parent=request.parent)
            violations.append(malformed("request.subject", request.request.subject, expected))
        if not DIGEST.match(request.sample_digest):
            violations.append(malformed("sample_digest", request.sample_digest, _message("SAMPLE_DIGEST")))
        if not violations and not request.request.HasField("known_time"):
            violations.append(malformed("request.known_time", "", _message("KNOWN_TIME")))
        if violations or version is None or organization is None:
            raise InputError(tuple(violations))
        _limit_to_now(request.request)
        read_request(request.request, is_stored=False)
        response = shadow_service_pb2.SubmitShadowRequestResponse()
        if self._comparisons is not None:
            response.waiting_count = self._comparisons.offer(
                SampledRequest(
                    organization=organization,
                    digest=request.sample_digest,
                    evaluation="",
                    subject=request.request.subject,
                    scorecard_version=request.scorecard_version,
                    as_of_date=request.request.as_of_date,
                    request=request.request,
                )
            )
        return response


def _limit_to_now(request: evaluation_service_pb2.EvaluateSubjectRequest) -> None:
    """Replace a known time in the future, because the clock of the other server may be ahead."""
    now = to_timestamp(instants.now())
    if request.known_time.seconds > now.seconds:
        request.known_time.CopyFrom(now)


def add(parts: ServiceContext) -> None:
    """Register the service and, in a server with TOUCHSTONE_SHADOW, start comparing and forwarding."""
    store, is_server = require_store(parts), parts.stopping is not None
    for metric, values in ((SHADOW_DROPPED, DROP_REASONS), (SHADOW_FORWARDED, FORWARDING_OUTCOMES)):
        for value in values:
            metric.labels(value)  # exports each counter as 0
    settings = read_shadow_settings(parts.settings.shadow) if is_server else ShadowSettings()
    comparisons: Comparisons | None = None
    if settings.candidates or settings.forwards:
        comparisons = _start(parts, store, settings)
    queries = ShadowQueries(store, comparisons)
    reading = answers_in_threads(
        parts.limiters.reading, {"SummarizeShadowResults": queries.summarize, "ListShadowResults": queries.list}
    )
    parts.answer(_SERVICE, ShadowApi(comparisons), reading)


def _start(parts: ServiceContext, store: Store, settings: ShadowSettings) -> Comparisons:
    limiter = parts.own_limiter(1, "shadow")
    comparisons = Comparisons(settings, parts, store.shadow_results, limiter)
    forwarders = [
        Forwarder(forward, settings.queue, parts.own_limiter(1, "forwarding")) for forward in settings.forwards
    ]
    parts.evaluation_observers.append(ShadowSampler(comparisons, forwarders).observe)
    if settings.candidates:
        parts.keep_going(comparisons.prepare_drafts)
        for _ in range(settings.processes):
            parts.keep_going(comparisons.run)
    for forwarder in forwarders:
        parts.keep_going(forwarder.run)
    days = parts.settings.retention_shadow_days
    parts.keep_going(lambda: comparisons.sweep(days))
    return comparisons
