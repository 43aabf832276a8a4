"""VerifyEvaluationTrail: verification in a worker and against the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.api import CheckResult, read_record
from rules.contracts import InputError, TrailError, message_factory
from service.api.evaluation_worker_specs import simulation_worker_spec
from service.base.refusals import Reason, Refusal
from service.base.resource_names import check_evaluation_name
from service.identity.permissions import organization_of_name
from service.identity.principals import caller
from service.output.envelopes import archive_findings, erased_record_checks, unreadable_record_checks
from service.output.exported_evaluations import refuse_unreadable
from service.output.mapping.answers import append_checks, erasures_of, set_status, write_checks, write_erasure
from service.store.stored_records import restore_record_or_remains
from service.transparency.leaves import Erasure
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.api import VerificationCheck
    from rules.trail import KnownVersionNames
    from service.api.service_dependencies import ServiceContext
    from service.api.stored_evaluations import StoredEvaluations
    from service.store.tables import EvaluationRow

    Request = evaluation_service_pb2.VerifyEvaluationTrailRequest


_message = message_factory(__name__)


class Verifications:
    """Verification of evaluations; failed checks are part of the response."""

    def __init__(self, parts: ServiceContext, stored: StoredEvaluations | None) -> None:
        self._stored = stored
        self._refuse_without_store = parts.refuse_unkept
        self._worker_pool = parts.processes(simulation_worker_spec(parts.gazette.folder))
        self._in_thread = parts.limiters.trying.in_thread

    async def verify(self, request: Request, language: str) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        await self._in_thread(refuse_unreadable, request.previous_evaluations, request.previous_bundles)
        match request.WhichOneof("target"):
            case "name":
                stored = self._refuse_without_store() if self._stored is None else self._stored
                return await self._verify_stored(stored, request, language)
            case "evaluation":
                if self._stored is not None:
                    return await self._verify_exported(self._stored, request, language)
                response = await self._verify_in_worker(request.evaluation, request, language)
                if request.evaluation.HasField("status"):
                    response.status.CopyFrom(request.evaluation.status)
                return append_checks(response, (), language, not_proved=not_proved(by_log=False))
            case _:
                raise InputError.of("target", _message("TARGET_REQUIRED"), "REQUIRED")

    async def _verify_exported(
        self, stored: StoredEvaluations, request: Request, language: str
    ) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        exported = request.evaluation
        response = await self._verify_in_worker(
            await self._in_thread(stored.archive.known, exported), request, language
        )
        checks = await self._log_checks_of_export(stored, exported)
        checked_response = append_checks(response, checks, language, not_proved=not_proved(by_log=bool(checks)))
        return await self._with_status(stored, checked_response, exported.name)

    async def _verify_stored(
        self, stored: StoredEvaluations, request: Request, language: str
    ) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        name = request.name
        check_evaluation_name(name, field="name")
        row = await self._in_thread(stored.store.find, name)
        checks = await self._in_thread(stored.logged.of_stored, name, row)
        if row is not None:
            response = await self._verify_row(row, request, language)
        elif checks[0].result is CheckResult.PASSED:
            response = await self._in_thread(_erased_response, stored, name, language)
        elif checks[0].result is CheckResult.FAILED:
            response = write_checks(unreadable_record_checks(TrailError(_message("GONE"))), language)
        else:
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _message("NO_EVALUATION", name=name))
        checked_response = append_checks(response, checks, language, not_proved=not_proved(by_log=True))
        return await self._with_status(stored, checked_response, name)

    async def _with_status(
        self, stored: StoredEvaluations, response: evaluation_service_pb2.VerifyEvaluationTrailResponse, name: str
    ) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        if name and caller().reaches(organization_of_name(name)):
            decided = await self._in_thread(stored.store.statuses, (name,))
            set_status(response, decided.get(name))
        return response

    async def _log_checks_of_export(
        self, stored: StoredEvaluations, evaluation: evaluation_pb2.Evaluation
    ) -> Sequence[VerificationCheck]:
        if not evaluation.name or not caller().reaches(organization_of_name(evaluation.name)):
            return ()
        try:
            head = read_record(evaluation.record_json.encode("utf-8")).head
        except TrailError:
            return ()  # the first check reports the error
        return await self._in_thread(stored.logged.of_exported, evaluation, head)

    async def _verify_row(
        self, row: EvaluationRow, request: Request, language: str
    ) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        findings = archive_findings(row)
        try:
            content = restore_record_or_remains(row.record, row.record_key).content
        except TrailError as error:
            return write_checks(unreadable_record_checks(error), language, findings)
        evaluation = evaluation_pb2.Evaluation(
            name=row.name,
            record_json=content.decode("utf-8"),
            record_digest=row.record_digest,
            record_key=row.record_key,
            archive_findings=findings,
            erasures=erasures_of(row),
        )
        return await self._verify_in_worker(evaluation, request, language)

    async def _verify_in_worker(
        self, evaluation: evaluation_pb2.Evaluation, request: Request, language: str
    ) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        previous = tuple(request.previous_evaluations)
        if self._stored is not None:
            previous = (*await self._in_thread(self._stored.earlier.taken_by, evaluation), *previous)
        message = work_pb2.VerifyTrail(language_code=language)
        message.request.evaluation.CopyFrom(evaluation)
        message.request.previous_evaluations.extend(previous)
        message.request.previous_bundles.extend(request.previous_bundles)
        known_here = await self._in_thread(self._known_here, evaluation)
        if known_here is not None:
            message.known_here.versions.extend(sorted(known_here.versions))
            message.known_here.repeals.extend(sorted(known_here.repeals))
        kind = evaluation_service_pb2.VerifyEvaluationTrailResponse
        response = await self._worker_pool.work(message, kind, language=language)
        response.erasures.extend(evaluation.erasures)
        return response

    def _known_here(self, evaluation: evaluation_pb2.Evaluation) -> KnownVersionNames | None:
        name = evaluation.name
        if self._stored is None or not name or not caller().reaches(organization_of_name(name)):
            return None
        try:
            head = read_record(evaluation.record_json.encode("utf-8")).head
        except TrailError:
            return None  # the first check reports the error
        return self._stored.known_versions.known_to(name, head)


def _erased_response(
    stored: StoredEvaluations, name: str, language: str
) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
    response = write_checks(erased_record_checks(), language)
    erasures = (Erasure.read(logged.leaf.content) for logged in stored.store.erasing.of(name))
    response.erasures.extend(map(write_erasure, erasures))
    return response


def not_proved(*, by_log: bool) -> str:
    """Return the limits of the checks, with or without a log check."""
    return _message("NOT_PROVED") if by_log else _message("NOT_PROVED_OFFLINE")
