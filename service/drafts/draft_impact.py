"""Impact of a draft or version on stored results."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts import (
    InputError,
    TrailError,
    VersionError,
    error_message,
    in_language,
    message_factory,
)
from rules.model import migrate_facts
from rules.trail import inputs_of
from service.api.baselines import declared_settings
from service.api.evaluation_worker_specs import build_simulate_request, simulation_worker_spec
from service.api.service_dependencies import language_of_call, require_store
from service.base.paging import read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_draft_child, parse_organization, parse_version
from service.identity.principals import visibility_scope
from service.output.result_changes import OVERALL_PARTS, changed_parts
from service.store.stored_records import restore_record
from touchstone.v1 import draft_editing_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    import grpc

    from rules.model import PublishedVersion
    from service.api.service_dependencies import Limiter, ServiceContext
    from service.drafts.revisions import DraftRevisions
    from touchstone.internal.v1 import work_pb2

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_DEFAULT_RESULTS, _MAX_RESULTS = 20, 100
_PAGE_SECONDS = 8
_TEMPORARY_REASONS = frozenset({Reason.PROCESS_LOST, Reason.SHUTTING_DOWN, Reason.TOO_MANY_CALLS})
"""Temporary failures end the call; others are reported per result."""


@dataclass(frozen=True, slots=True)
class _ImpactPage:
    organization: str
    base: PublishedVersion
    changed: PublishedVersion
    query: tuple[str, ...]
    after: str
    size: int


class DraftImpacts:
    """The MeasureDraftImpact method."""

    def __init__(self, parts: ServiceContext, drafting: DraftRevisions) -> None:
        self._store, self._gazette, self._revisions = require_store(parts), parts.gazette, drafting
        self._simulator = parts.processes(simulation_worker_spec(parts.gazette.folder))
        self._limiter: Limiter = parts.limiters.trying

    async def MeasureDraftImpact(
        self, request: draft_editing_pb2.MeasureDraftImpactRequest, context: Context
    ) -> draft_editing_pb2.MeasureDraftImpactResponse:
        language = language_of_call(request, context)
        with self._limiter.slot():
            files = await self._limiter.in_thread(self._draft_files, request)
            draft = await self._compile(request, files) if files is not None else None
            page = await self._limiter.in_thread(self._parse_request, request, draft)
            return await self._measure(page, language)

    async def first_page(
        self, organization: str, base: str, changed: PublishedVersion, language: str
    ) -> draft_editing_pb2.MeasureDraftImpactResponse:
        before = self._gazette.version_named(base)
        page = _ImpactPage(organization, before, changed, ("impact", base, changed.content_digest), "", _MAX_RESULTS)
        return await self._measure(page, language)

    async def _compile(
        self, request: draft_editing_pb2.MeasureDraftImpactRequest, files: Mapping[str, str]
    ) -> PublishedVersion:
        try:
            return await self._revisions.published_form(files)
        except InputError:
            name = parse_draft_child(request.draft_revision, "revisions")[0]
            raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("DRAFT_HAS_ERRORS", name=name)) from None

    def _draft_files(self, request: draft_editing_pb2.MeasureDraftImpactRequest) -> Mapping[str, str] | None:
        organization = parse_organization(request.parent, field="parent")
        match request.WhichOneof("changed"):
            case "draft_revision":
                name = request.draft_revision
                return self._revisions.files(self._revisions.revision_of(organization, name, field="draft_revision"))
            case "scorecard_version":
                return None
            case _:
                raise InputError.of("changed", _message("CHANGED_REQUIRED"), "REQUIRED")

    def _parse_request(
        self, request: draft_editing_pb2.MeasureDraftImpactRequest, draft: PublishedVersion | None
    ) -> _ImpactPage:
        base = self._gazette.version(*parse_version(request.base_version, field="base_version"))
        card = base.scorecard.card.id
        if draft is None:
            number = parse_version(request.scorecard_version, field="scorecard_version", card=card)
            changed = self._gazette.version(*number)
        elif draft.scorecard.card.id == card:
            changed = draft
        else:
            message = _message("DRAFT_OF_OTHER_CARD", found=draft.scorecard.card.id, card=card)
            raise InputError.of("base_version", message, "WRONG_VALUE")
        query = ("impact", visibility_scope(), request.parent, base.name, changed.name, changed.content_digest)
        size = min(read_page_size(request.page_size), _MAX_RESULTS) if request.page_size else _DEFAULT_RESULTS
        return _ImpactPage(
            parse_organization(request.parent, field="parent"),
            base,
            changed,
            query,
            read_token(request.page_token, query),
            size,
        )

    async def _measure(self, page: _ImpactPage, language: str) -> draft_editing_pb2.MeasureDraftImpactResponse:
        answer = draft_editing_pb2.MeasureDraftImpactResponse()
        newest = await self._limiter.in_thread(
            self._store.newest_by_subject, page.organization, page.base.name, after=page.after, limit=page.size + 1
        )
        if not page.after:
            answer.subject_count = await self._limiter.in_thread(
                self._store.count_subjects, page.organization, page.base.name
            )
        rows = newest[: page.size]
        statuses = await self._limiter.in_thread(self._store.statuses, [evaluation for _, evaluation in rows])
        end = time.monotonic() + _PAGE_SECONDS
        for number, (subject, evaluation) in enumerate(rows, start=1):
            status = statuses.get(evaluation)
            if status is not None and not status.stands:
                answer.left_out_count += 1
            else:
                answer.results.append(await self._result_impact(page, subject, evaluation, language))
            if time.monotonic() > end or number == len(rows):
                if number < len(newest):
                    answer.next_page_token = write_token(page.query, subject)
                break
        answer.moved_count = sum(result.moved for result in answer.results)
        return answer

    async def _result_impact(
        self, page: _ImpactPage, subject: str, evaluation: str, language: str
    ) -> draft_editing_pb2.ResultImpact:
        result = draft_editing_pb2.ResultImpact(evaluation=evaluation, subject=subject)
        try:
            simulation = await self._limiter.in_thread(self._simulate_request, page, evaluation)
            result.as_of_date = simulation.subject.as_of_date
            answer = await self._simulator.work(
                simulation, evaluation_service_pb2.SimulateEvaluationResponse, language=language
            )
        except (InputError, TrailError, VersionError) as error:
            result.problem = in_language(error_message(error), language)
            return result
        except Refusal as refusal:
            if refusal.reason in _TEMPORARY_REASONS:
                raise
            result.problem = in_language(error_message(refusal), language)
            return result
        difference = answer.difference
        result.before.CopyFrom(difference.before)
        result.after.CopyFrom(difference.after)
        result.criterion_ids.extend(criterion.criterion_id for criterion in difference.criterion_differences)
        result.moved = not OVERALL_PARTS.isdisjoint(changed_parts(difference))
        return result

    def _simulate_request(self, page: _ImpactPage, evaluation: str) -> work_pb2.Simulate:
        row = self._store.find(evaluation)
        if row is None:
            raise TrailError(_message("RESULT_GONE", name=evaluation))
        record = restore_record(row.record, row.record_key)
        head, subject = record.head, inputs_of(record)
        made_by = self._gazette.made_by(head.scorecard_version, head.rule_digest)
        versions = self._gazette.versions(page.base.scorecard.card.id)
        changed = subject.model_copy(
            update={
                "settings": declared_settings(subject.settings, page.changed),
                "facts": migrate_facts(subject.facts, made_by, page.changed, versions),
            }
        )
        return build_simulate_request(
            evaluation=evaluation,
            record=record.content,
            subject=subject,
            version=made_by,
            changed=changed,
            changed_version=page.changed,
        )
