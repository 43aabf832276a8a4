"""Draft editing calls, executed in worker processes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, attempt, digest, message_factory
from rules.language import split_lines
from service.api.service_dependencies import language_of_call
from service.api.version_exports import check_language
from service.base.paging import read_number, read_page_size, write_token
from service.base.resource_names import CARD, draft_organization, malformed, parse_organization
from service.base.worker_specs import WorkerSpec
from service.gazette.drafts import check_draft, shelves_here
from service.gazette.table_order import TableStores
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_editing_pb2, evaluation_service_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    import grpc
    from google.protobuf.message import Message

    from service.api.service_dependencies import Limiter, ServiceContext
    from service.base.worker_specs import Answer, Worker
    from service.drafts.revisions import DraftRevisions

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_EDITING = WorkerSpec("service.drafts.editing_process", max_processes=2, seconds=20, max_idle=2)
"""Idle processes remain, so that typing is answered immediately."""
REHEARSING = WorkerSpec("service.drafts.rehearsal_process", max_processes=2, seconds=120, max_idle=1)
_MAX_CALLS = 32
_MAX_PAGE_SIZE = 200
_MAX_WORKBOOK_BYTES = 4 << 20


class DraftEditing:
    """RPC methods for drafts being edited; nothing is stored."""

    def __init__(self, parts: ServiceContext, drafting: DraftRevisions) -> None:
        self._revisions, self._table_stores = drafting, TableStores(parts.gazette)
        self._editor, self._rehearsal = parts.processes(_EDITING), parts.processes(REHEARSING)
        self._limiter: Limiter = parts.own_limiter(_MAX_CALLS, "editing")

    async def AnalyzeDraftFile(
        self, request: draft_editing_pb2.AnalyzeDraftFileRequest, context: Context
    ) -> draft_editing_pb2.AnalyzeDraftFileResponse:
        with self._limiter.slot():
            draft = await self._draft(
                request.name, request.source_file, language=request.language_code, file_required=True
            )
            job = work_pb2.AnalyzeDraftFile(draft=draft, request=request)
            return await _run_job(self._editor, job, draft_editing_pb2.AnalyzeDraftFileResponse, request, context)

    async def CompleteDraftFile(
        self, request: draft_editing_pb2.CompleteDraftFileRequest, context: Context
    ) -> draft_editing_pb2.CompleteDraftFileResponse:
        with self._limiter.slot():
            draft = await self._draft(request.name, request.source_file, file_required=True)
            _check_cursor(request)
            job = work_pb2.CompleteDraftFile(draft=draft, request=request)
            return await _run_job(self._editor, job, draft_editing_pb2.CompleteDraftFileResponse, request, context)

    async def FormatDraftFile(
        self, request: draft_editing_pb2.FormatDraftFileRequest, context: Context
    ) -> draft_editing_pb2.FormatDraftFileResponse:
        draft_organization(request.name)
        _check_files({}, request.source_file, [])
        with self._limiter.slot():
            return await _run_job(self._editor, request, draft_editing_pb2.FormatDraftFileResponse, request, context)

    async def ExportDraftTables(
        self, request: draft_editing_pb2.ExportDraftTablesRequest, context: Context
    ) -> draft_editing_pb2.ExportDraftTablesResponse:
        with self._limiter.slot():
            draft = await self._draft(request.name, scorecard_pb2.SourceFile(), language=request.language_code)
            job = work_pb2.ExportDraftTables(draft=draft, language_code=request.language_code)
            return await _run_job(self._rehearsal, job, draft_editing_pb2.ExportDraftTablesResponse, request, context)

    async def ReadDraftTables(
        self, request: draft_editing_pb2.ReadDraftTablesRequest, context: Context
    ) -> draft_editing_pb2.ReadDraftTablesResponse:
        with self._limiter.slot():
            draft = await self._draft(request.name, scorecard_pb2.SourceFile(), language=request.language_code)
            if not 0 < len(request.content) <= _MAX_WORKBOOK_BYTES:
                message = _message("WORKBOOK_SIZE", size=len(request.content), most=_MAX_WORKBOOK_BYTES)
                raise InputError.of("content", message, "TOO_LARGE" if request.content else "REQUIRED")
            job = work_pb2.ReadDraftTables(draft=draft, request=request)
            return await _run_job(self._rehearsal, job, draft_editing_pb2.ReadDraftTablesResponse, request, context)

    async def PreviewDraftTables(
        self, request: draft_editing_pb2.PreviewDraftTablesRequest, context: Context
    ) -> draft_editing_pb2.PreviewDraftTablesResponse:
        with self._limiter.slot():
            violations: list[Violation] = []
            attempt(violations, check_language, request.language_code)
            number, draft = await self._limiter.in_thread(self._numbered_draft, request.name, request.revision)
            if violations:
                raise InputError(tuple(violations))
            job = work_pb2.PreviewDraftTables(draft=draft, request=request)
            response = draft_editing_pb2.PreviewDraftTablesResponse
            answer = await _run_job(self._editor, job, response, request, context)
            answer.revision = number
            return answer

    async def ConvertDmnFile(
        self, request: draft_editing_pb2.ConvertDmnFileRequest, context: Context
    ) -> draft_editing_pb2.ConvertDmnFileResponse:
        violations: list[Violation] = []
        attempt(violations, parse_organization, request.parent, field="parent")
        attempt(violations, check_language, request.language_code)
        if not CARD.match(request.card):
            violations.append(Violation("card", _message("DMN_CARD", found=request.card[:80]), "MALFORMED"))
        if not request.content:
            violations.append(Violation("content", _message("DMN_CONTENT"), "REQUIRED"))
        if violations:
            raise InputError(tuple(violations))
        with self._limiter.slot():
            return await _run_job(self._rehearsal, request, draft_editing_pb2.ConvertDmnFileResponse, request, context)

    async def ExportDraftDmn(
        self, request: draft_editing_pb2.ExportDraftDmnRequest, context: Context
    ) -> draft_editing_pb2.ExportDraftDmnResponse:
        with self._limiter.slot():
            draft = await self._draft(request.name, scorecard_pb2.SourceFile(), language=request.language_code)
            job = work_pb2.ExportDraftDmn(draft=draft, request=request)
            return await _run_job(self._rehearsal, job, draft_editing_pb2.ExportDraftDmnResponse, request, context)

    async def RunDraftExamples(
        self, request: draft_editing_pb2.RunDraftExamplesRequest, context: Context
    ) -> draft_editing_pb2.RunDraftExamplesResponse:
        with self._limiter.slot():
            draft = await self._draft(
                request.name, request.source_file, language=request.language_code, with_typed_file=True
            )
            query = ("examples", request.name, request.language_code, request.path, _digest(draft))
            start = read_number(request.page_token, query)
            job = work_pb2.RunDraftExamples(
                draft=draft,
                language_code=request.language_code,
                path=request.path,
                start=start,
                size=min(read_page_size(request.page_size), _MAX_PAGE_SIZE),
            )
            response = draft_editing_pb2.RunDraftExamplesResponse
            answer = await _run_job(self._rehearsal, job, response, request, context)
            next_start = start + len(answer.examples)
            if next_start < answer.example_count:
                answer.next_page_token = write_token(query, str(next_start))
            return answer

    async def ProposeDraftExamples(
        self, request: draft_editing_pb2.ProposeDraftExamplesRequest, context: Context
    ) -> draft_editing_pb2.ProposeDraftExamplesResponse:
        with self._limiter.slot():
            draft = await self._draft(
                request.name, request.source_file, language=request.language_code, with_typed_file=True
            )
            job = work_pb2.ProposeDraftExamples(draft=draft, language_code=request.language_code)
            response = draft_editing_pb2.ProposeDraftExamplesResponse
            return await _run_job(self._rehearsal, job, response, request, context)

    async def TryDraftSlips(
        self, request: draft_editing_pb2.TryDraftSlipsRequest, context: Context
    ) -> draft_editing_pb2.TryDraftSlipsResponse:
        with self._limiter.slot():
            draft = await self._draft(request.name, scorecard_pb2.SourceFile(), language=request.language_code)
            query = ("slips", request.name, request.language_code, str(request.without_examples), _digest(draft))
            start = read_number(request.page_token, query)
            job = work_pb2.TryDraftSlips(
                draft=draft,
                language_code=request.language_code,
                without_examples=request.without_examples,
                start=start,
                size=min(read_page_size(request.page_size), _MAX_PAGE_SIZE),
            )
            answer = await _run_job(self._rehearsal, job, draft_editing_pb2.TryDraftSlipsResponse, request, context)
            next_start = start + answer.tried_count
            if next_start < answer.slip_count:
                answer.next_page_token = write_token(query, str(next_start))
            return answer

    async def _draft(
        self,
        name: str,
        file: scorecard_pb2.SourceFile,
        *,
        language: str | None = None,
        file_required: bool = False,
        with_typed_file: bool = False,
    ) -> work_pb2.DraftFiles:
        violations: list[Violation] = []
        if language is not None:
            attempt(violations, check_language, language)
        draft = await self._limiter.in_thread(self._saved_draft, name)
        if file_required or file.path or file.content:
            _check_files(draft.files, file, violations)
        if violations:
            raise InputError(tuple(violations))
        if with_typed_file and file.path:
            draft.files[file.path] = file.content.replace("\r\n", "\n").replace("\r", "\n")
        return draft

    def _saved_draft(self, name: str) -> work_pb2.DraftFiles:
        return self._numbered_draft(name, 0)[1]

    def _numbered_draft(self, name: str, number: int) -> tuple[int, work_pb2.DraftFiles]:
        newest = self._revisions.newest(self._revisions.draft(name))
        revision = self._revisions.revision(f"{name}/revisions/{number}") if number else newest
        files = work_pb2.DraftFiles(files=self._revisions.files(revision), shelves=shelves_here(self._table_stores))
        return revision.number, files


async def _run_job(
    worker: Worker, job: Message, answer_type: type[Answer], request: Message, context: Context
) -> Answer:
    return await worker.work(job, answer_type, language=language_of_call(request, context))


def _check_files(saved: Mapping[str, str], file: scorecard_pb2.SourceFile, violations: list[Violation]) -> None:
    others = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in saved.items() if path != file.path]
    draft = evaluation_service_pb2.ScorecardDraft(source_files=[file, *others])
    for violation in check_draft(draft, field="source_file"):
        field = violation.field.replace("source_file[0]", "source_file").replace(
            f"source_file[{file.path}]", "source_file"
        )
        violations.append(replace(violation, field=field))
    if violations:
        raise InputError(tuple(violations))


def _check_cursor(request: draft_editing_pb2.CompleteDraftFileRequest) -> None:
    lines = split_lines(request.source_file.content)
    if not 0 < request.line <= len(lines):
        raise InputError((malformed("line", str(request.line), _message("LINE_OF", most=len(lines))),))
    last_column = len(lines[request.line - 1]) + 1
    if not 0 < request.column <= last_column:
        raise InputError((malformed("column", str(request.column), _message("COLUMN_OF", most=last_column)),))


def _digest(draft: work_pb2.DraftFiles) -> str:
    return digest(draft.SerializeToString(deterministic=True))
