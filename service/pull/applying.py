"""Application of a fetched file: declaration in a case, or a batch of evaluations.

Every change is a call of the API with the role integrator, so nothing is verified or decided. A batch is validated as a
whole before the first evaluation is stored.
"""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts import LANGUAGES, InputError, Label, Message, Violation, message_factory
from rules.model import published_bytes
from service.api.evaluation_worker_specs import DOSSIER_FILES
from service.base.file_kinds import file_kind
from service.mappings.declared_data import declared_with, step_reason
from service.mappings.mapping_service import version_in_force
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    evaluation_pb2,
    evaluation_service_pb2 as evaluations,
    mapping_service_pb2 as mappings,
)

if TYPE_CHECKING:
    from service.api.service_dependencies import Limiter, ServiceContext
    from service.pull.pull_settings import PullSource
    from service.store.tables import PullRunRow

_message = message_factory(__name__)

Ask = Callable[[str, Any, str], Awaitable[Any]]
"""Call of a method in this process: its name, the request, and the language of the answer."""
_DOSSIER, _STEP = "DossierService/GetCaseDossier", "CaseService/TakeCaseStep"
_GET_MAPPING, _APPLY = "MappingService/GetMapping", "MappingService/ApplyMapping"
_EVALUATE = "EvaluationService/EvaluateSubject"
_FILE = "file"


@dataclass(frozen=True, slots=True)
class Applied:
    """Result of a file: the dossier revision of a case, or the number of evaluations."""

    result: str = ""
    evaluations: int = 0


class Applier:
    """Application of files by calls of this server."""

    def __init__(self, parts: ServiceContext, limiter: Limiter) -> None:
        self._gazette, self._limiter = parts.gazette, limiter
        self._reader = parts.processes(DOSSIER_FILES)

    @staticmethod
    async def mapping_revision(source: PullSource, ask: Ask) -> int:
        """Return the newest revision of the mapping; 0 without a mapping."""
        if not source.mapping:
            return 0
        mapping = await ask(_GET_MAPPING, mappings.GetMappingRequest(name=source.mapping_name), LANGUAGES[0])
        return int(mapping.revision)

    async def apply(self, source: PullSource, run: PullRunRow, ask: Ask) -> Applied:
        """Apply the stored content of a run; a repetition after a crash changes nothing more.

        Raises:
            InputError: If the file does not fit, with all its problems in both languages.
            TouchstoneError: If a call is refused.
        """
        kind = file_kind(run.content)
        if kind is not None and not (kind.table or kind.text):
            raise InputError.of(_FILE, _message("OTHER_KIND", kind=kind.name), "MALFORMED")
        if source.case:
            return await self._declare(source, run, ask)
        return await self._evaluate(source, run, ask)

    async def _declare(self, source: PullSource, run: PullRunRow, ask: Ask) -> Applied:
        name = f"{source.parent}/cases/{source.case}"
        known: dossiers.CaseDossier = await ask(
            _DOSSIER, dossiers.GetCaseDossierRequest(name=name, item=source.item), LANGUAGES[0]
        )
        if source.mapping:
            data = await self._mapped(source, run, known.subject, ask)
            if data.scorecard != known.scorecard:
                message = _message("OTHER_SCORECARD", found=data.scorecard, meant=known.scorecard)
                raise InputError.of("mapping", message, "WRONG_VALUE")
            content, origin = declared_with(known, data), step_reason(data, "")
        else:
            content, origin = await self._read_dossier(run, known, known.scorecard), f"SHA-256 {run.digest}"
        if _is_declared(known.content, content):
            return Applied(known.name)
        request = cases.TakeCaseStepRequest(
            name=name, item=source.item, step="declare", revision=known.case_revision,
            reason=str(_message("STEP_REASON", pull=source.name, origin=origin)),
            content=cases.CaseContent(dossier=content),
        )  # fmt: skip
        await ask(_STEP, request, LANGUAGES[0])
        made = await ask(_DOSSIER, dossiers.GetCaseDossierRequest(name=name, item=source.item), LANGUAGES[0])
        return Applied(made.name)

    async def _evaluate(self, source: PullSource, run: PullRunRow, ask: Ask) -> Applied:
        subject = f"{source.parent}/subjects/{source.subject}" if source.subject else ""
        scorecard = f"scorecards/{source.batch}"
        if source.mapping:
            data = await self._mapped(source, run, subject, ask)
            if data.scorecard != scorecard:
                message = _message("OTHER_SCORECARD", found=data.scorecard, meant=scorecard)
                raise InputError.of("mapping", message, "WRONG_VALUE")
            rows = [(each.subject or subject, each.content) for each in data.subjects]
        else:
            known = dossiers.CaseDossier(subject=subject, scorecard=scorecard)
            rows = [(subject, await self._read_dossier(run, known, scorecard))]
        requests = [
            _evaluation_request(run, number, name, scorecard, content)
            for number, (name, content) in enumerate(rows, start=1)
        ]
        await self._validate(requests, ask)
        for request in requests:
            await ask(_EVALUATE, request, LANGUAGES[0])
        return Applied(evaluations=len(requests))

    @staticmethod
    async def _validate(requests: Iterable[evaluations.EvaluateSubjectRequest], ask: Ask) -> None:
        violations: list[Violation] = []
        for request in requests:
            if not request.subject:
                raise InputError.of("subject", _message("NO_SUBJECT"), "REQUIRED")
            tried = evaluations.EvaluateSubjectRequest()
            tried.CopyFrom(request)
            tried.ClearField("request_id")
            tried.validate_only, tried.view = True, evaluation_pb2.EVALUATION_VIEW_BASIC
            try:
                await ask(_EVALUATE, tried, LANGUAGES[0])
            except InputError as error:
                id = request.subject.rpartition("/")[2]
                violations += [
                    Violation(f"{id}.{each.field}", each.description, each.reason) for each in error.violations
                ]
        if violations:
            raise InputError(tuple(violations))

    async def _mapped(self, source: PullSource, run: PullRunRow, subject: str, ask: Ask) -> mappings.MappedData:
        request = mappings.ApplyMappingRequest(
            name=source.mapping_name, revision=run.mapping_revision, subject=subject,
            file=mappings.MappedFile(name=source.file_name, content=run.content),
        )  # fmt: skip
        try:
            data: mappings.MappedData = await ask(_APPLY, request, LANGUAGES[0])
        except InputError as error:
            raise await _in_all_languages(error, ask, request) from None
        return data

    async def _read_dossier(
        self, run: PullRunRow, known: dossiers.CaseDossier, scorecard: str
    ) -> dossiers.DossierContent:
        version = await self._limiter.in_thread(version_in_force, self._gazette, scorecard)
        job = work_pb2.ReadDossierFile(
            content=run.content, published=published_bytes(version.scorecard, {}).decode(), step="declare",
            dossier=known, as_of_date=run.as_of_date, language_code=LANGUAGES[0],
        )  # fmt: skip
        read = await self._reader.work(job, work_pb2.DossierFileRead)
        if not read.problems and not read.notes:
            return read.content
        job.language_code = LANGUAGES[1]
        other = await self._reader.work(job, work_pb2.DossierFileRead)
        if read.problems:
            raise _labelled(read.problems, other.problems)
        raise _labelled(read.notes, other.notes, Violation(_FILE, _message("READ_NOTES"), "REQUIRED"))


async def _in_all_languages(error: InputError, ask: Ask, request: mappings.ApplyMappingRequest) -> InputError:
    try:
        await ask(_APPLY, request, LANGUAGES[1])
    except InputError as other:
        return _labelled(error.violations, other.violations)
    return error


def _labelled(english: Iterable[Any], chinese: Iterable[Any], *more: Violation) -> InputError:
    """Return the error with problems; another process translated their texts."""
    pairs = zip(english, chinese, strict=False)
    return InputError(
        (
            *(Violation(en.field, _label(en.description, zh.description), en.reason) for en, zh in pairs),
            *more,
        )
    )


def _label(english: str, chinese: str) -> Message:
    return english if isinstance(english, Message) else Label({"en": english, "zh": chinese})


def _is_declared(known: dossiers.DossierContent, content: dossiers.DossierContent) -> bool:
    """Return whether a dossier has the declared facts and evidence already."""
    declared = {
        fact.fact_id: (fact.value, tuple(map(str, fact.places)))
        for fact in known.facts
        if fact.HasField("value") and not fact.ratings
    }
    new = {fact.fact_id: (fact.value, tuple(map(str, fact.places))) for fact in content.facts}
    before, after = ({item.evidence_id: item for item in each.evidence} for each in (known, content))
    return declared == new and before == after and known.settings == content.settings


def _evaluation_request(
    run: PullRunRow, number: int, subject: str, scorecard: str, content: dossiers.DossierContent
) -> evaluations.EvaluateSubjectRequest:
    """Return the request of a row; its id depends on the run, the digest of the file and the row."""
    id = uuid.uuid5(uuid.NAMESPACE_URL, f"{run.name}/runs/{run.number} {run.digest} {number}")
    return evaluations.EvaluateSubjectRequest(
        subject=subject, scorecard=scorecard, as_of_date=run.as_of_date, request_id=str(id),
        facts=content.facts, evidence=content.evidence, settings=content.settings,
        view=evaluation_pb2.EVALUATION_VIEW_BASIC,
    )  # fmt: skip
