"""Impact of a draft or version on stored results: the last of each subject, concluded anew page by page."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts import (
    InputError,
    TrailError,
    VersionError,
    Violation,
    error_message,
    in_language,
    message_factory,
)
from rules.model import migrate_facts
from rules.trail import inputs_of
from service.api.evaluation_worker_specs import build_simulate_request, simulation_worker_spec
from service.api.service_dependencies import language_of_call, require_store
from service.api.simulation import declared_settings
from service.base.paging import read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_draft_child, parse_organization, parse_version
from service.identity.principals import visibility_scope
from service.store.stored_records import restore_record
from touchstone.v1 import draft_editing_pb2, evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    import grpc

    from rules.model import PublishedVersion
    from service.api.service_dependencies import Limiter, ServiceContext
    from service.drafts.revisions import DraftRevisions
    from touchstone.internal.v1 import work_pb2

    Context = grpc.aio.ServicerContext[Any, Any]

_say = message_factory(__name__)

_DEFAULT_RESULTS, _MOST_RESULTS = 20, 100
_PAGE_SECONDS = 8
"""After how long a page ends; the result that is in work then is still finished."""
_PASSING = frozenset({Reason.PROCESS_LOST, Reason.SHUTTING_DOWN, Reason.TOO_MANY_CALLS})
"""What fails for these reasons may succeed when the page is asked for again; all else is told of the one result."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is compared, of whom, and after which subject."""

    organization: str
    base: PublishedVersion
    changed: PublishedVersion
    query: tuple[str, ...]
    after: str
    size: int


class DraftImpacts:
    """Answers MeasureDraftImpact; nothing of it is stored."""

    def __init__(self, parts: ServiceContext, drafting: DraftRevisions) -> None:
        """Take results from the store, and drafts from where they are kept."""
        self._store, self._gazette, self._drafting = require_store(parts), parts.gazette, drafting
        self._trying = parts.processes(simulation_worker_spec(parts.gazette.folder))
        self._places: Limiter = parts.limiters.trying

    async def MeasureDraftImpact(
        self, request: draft_editing_pb2.MeasureDraftImpactRequest, context: Context
    ) -> draft_editing_pb2.MeasureDraftImpactResponse:
        """Conclude a page of results anew."""
        language = language_of_call(request, context)
        with self._places.slot():
            files = await self._places.in_thread(self._files, request)
            draft = await self._compiled(request, files) if files is not None else None
            asked = await self._places.in_thread(self._read, request, draft)
            return await self._measured(asked, language)

    async def first_page(
        self, organization: str, base: str, changed: PublishedVersion, language: str
    ) -> draft_editing_pb2.MeasureDraftImpactResponse:
        """Evaluate the results stored under a version again under a draft, as many as a page takes."""
        before = self._gazette.version_named(base)
        asked = _Asked(organization, before, changed, ("impact", base, changed.content_digest), "", _MOST_RESULTS)
        return await self._measured(asked, language)

    async def _compiled(
        self, request: draft_editing_pb2.MeasureDraftImpactRequest, files: Mapping[str, str]
    ) -> PublishedVersion:
        try:
            return await self._drafting.published_form(files)
        except InputError:
            name = parse_draft_child(request.draft_revision, "revisions")[0]
            raise Refusal(Reason.SOURCE_HAS_ERRORS, _say("DRAFT_HAS_ERRORS", name=name)) from None

    def _files(self, request: draft_editing_pb2.MeasureDraftImpactRequest) -> Mapping[str, str] | None:
        """Give the files of the draft that is asked about; None if it is a version."""
        organization = parse_organization(request.parent, field="parent")
        match request.WhichOneof("changed"):
            case "draft_revision":
                name = request.draft_revision
                return self._drafting.files(self._drafting.revision_of(organization, name, field="draft_revision"))
            case "scorecard_version":
                return None
            case _:
                raise InputError((Violation("changed", _say("CHANGED_REQUIRED"), "REQUIRED"),))

    def _read(self, request: draft_editing_pb2.MeasureDraftImpactRequest, draft: PublishedVersion | None) -> _Asked:
        base = self._gazette.version(*parse_version(request.base_version, field="base_version"))
        card = base.scorecard.card.id
        if draft is None:
            number = parse_version(request.scorecard_version, field="scorecard_version", card=card)
            changed = self._gazette.version(*number)
        elif draft.scorecard.card.id == card:
            changed = draft
        else:
            message = _say("DRAFT_OF_OTHER_CARD", found=draft.scorecard.card.id, card=card)
            raise InputError((Violation("base_version", message, "WRONG_VALUE"),))
        query = ("impact", visibility_scope(), request.parent, base.name, changed.name, changed.content_digest)
        size = min(read_page_size(request.page_size), _MOST_RESULTS) if request.page_size else _DEFAULT_RESULTS
        return _Asked(
            parse_organization(request.parent, field="parent"),
            base,
            changed,
            query,
            read_token(request.page_token, query),
            size,
        )

    async def _measured(self, asked: _Asked, language: str) -> draft_editing_pb2.MeasureDraftImpactResponse:
        answer = draft_editing_pb2.MeasureDraftImpactResponse()
        newest = await self._places.in_thread(
            self._store.newest_by_subject, asked.organization, asked.base.name, after=asked.after, limit=asked.size + 1
        )
        if not asked.after:
            answer.subject_count = await self._places.in_thread(
                self._store.count_subjects, asked.organization, asked.base.name
            )
        page = newest[: asked.size]
        statuses = await self._places.in_thread(self._store.statuses, [evaluation for _, evaluation in page])
        end = time.monotonic() + _PAGE_SECONDS
        for number, (subject, evaluation) in enumerate(page, start=1):
            status = statuses.get(evaluation)
            if status is not None and not status.stands:
                answer.left_out_count += 1
            else:
                answer.results.append(await self._result(asked, subject, evaluation, language))
            if time.monotonic() > end or number == len(page):
                if number < len(newest):
                    answer.next_page_token = write_token(asked.query, subject)
                break
        answer.moved_count = sum(result.moved for result in answer.results)
        return answer

    async def _result(
        self, asked: _Asked, subject: str, evaluation: str, language: str
    ) -> draft_editing_pb2.ResultImpact:
        """Conclude one result anew; one of which that cannot be done says why."""
        result = draft_editing_pb2.ResultImpact(evaluation=evaluation, subject=subject)
        try:
            simulation = await self._places.in_thread(self._simulation, asked, evaluation)
            result.as_of_date = simulation.subject.as_of_date
            answer = await self._trying.work(
                simulation, evaluation_service_pb2.SimulateEvaluationResponse, language=language
            )
        except (InputError, TrailError, VersionError) as error:
            result.problem = in_language(error_message(error), language)
            return result
        except Refusal as refusal:
            if refusal.reason in _PASSING:
                raise
            result.problem = in_language(error_message(refusal), language)
            return result
        difference = answer.difference
        result.before.CopyFrom(difference.before)
        result.after.CopyFrom(difference.after)
        result.criterion_ids.extend(criterion.criterion_id for criterion in difference.criterion_differences)
        concluded = _concluded(difference.before) != _concluded(difference.after)
        result.moved = concluded or bool(difference.figure_differences)
        return result

    def _simulation(self, asked: _Asked, evaluation: str) -> work_pb2.Simulate:
        row = self._store.find(evaluation)
        if row is None:
            raise TrailError(_say("RESULT_GONE", name=evaluation))
        written = restore_record(row.record, row.record_key)
        head, subject = written.head, inputs_of(written)
        made_by = self._gazette.made_by(head.scorecard_version, head.rule_digest)
        versions = self._gazette.versions(asked.base.scorecard.card.id)
        changed = subject.model_copy(
            update={
                "settings": declared_settings(subject.settings, asked.changed),
                "facts": migrate_facts(subject.facts, made_by, asked.changed, versions),
            }
        )
        return build_simulate_request(
            evaluation=evaluation,
            record=written.content,
            subject=subject,
            version=made_by,
            changed=changed,
            changed_version=asked.changed,
        )


def _concluded(conclusion: evaluation_pb2.Conclusion) -> tuple[object, ...]:
    """Give what a conclusion says, without the values by which a grade can be reached."""
    score = conclusion.score.exact
    return (
        conclusion.kind, conclusion.verdict, tuple(conclusion.verdicts),
        [(grade.grade, grade.possibility) for grade in conclusion.grades],
        [(stage.stage, stage.possibility) for stage in conclusion.stages],
        (score.low, score.low_open, score.high, score.high_open),
    )  # fmt: skip
