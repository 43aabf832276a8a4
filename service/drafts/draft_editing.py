"""Draft editing calls: what is asked of a draft while it is written, each answered by a process of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, attempt, digest, message_factory
from rules.language import split_lines
from service.api.service_dependencies import language_of_call
from service.api.version_exports import check_language
from service.base.paging import read_number, read_page_size, write_token
from service.base.resource_names import draft_organization, malformed
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

_say = message_factory(__name__)

_EDITING = WorkerSpec("service.drafts.editing_process", max_processes=2, seconds=20, max_idle=2)
"""It stays warm, so that whoever types is answered at once."""
REHEARSING = WorkerSpec("service.drafts.rehearsal_process", max_processes=2, seconds=120, max_idle=1)
_CALLS = 32
"""How many such calls are in flight at most."""
_MOST_ON_PAGE = 200
_LARGEST_WORKBOOK = 4 << 20


class DraftEditing:
    """Answers what is asked of drafts while they are written; nothing of it is stored."""

    def __init__(self, parts: ServiceContext, drafting: DraftRevisions) -> None:
        """Take what is saved from there."""
        self._drafting, self._table_stores = drafting, TableStores(parts.gazette)
        self._editor, self._rehearsal = parts.processes(_EDITING), parts.processes(REHEARSING)
        self._places: Limiter = parts.own_limiter(_CALLS, "editing")

    async def AnalyzeDraftFile(
        self, request: draft_editing_pb2.AnalyzeDraftFileRequest, context: Context
    ) -> draft_editing_pb2.AnalyzeDraftFileResponse:
        """Say what is wrong with a draft in which a file is typed."""
        with self._places.slot():
            draft = await self._draft(request.name, request.source_file, language=request.language_code, needed=True)
            asked = work_pb2.AnalyzeDraftFile(draft=draft, request=request)
            return await _work(self._editor, asked, draft_editing_pb2.AnalyzeDraftFileResponse, request, context)

    async def CompleteDraftFile(
        self, request: draft_editing_pb2.CompleteDraftFileRequest, context: Context
    ) -> draft_editing_pb2.CompleteDraftFileResponse:
        """Propose what may be written at a place."""
        with self._places.slot():
            draft = await self._draft(request.name, request.source_file, needed=True)
            _check_place(request)
            asked = work_pb2.CompleteDraftFile(draft=draft, request=request)
            return await _work(self._editor, asked, draft_editing_pb2.CompleteDraftFileResponse, request, context)

    async def FormatDraftFile(
        self, request: draft_editing_pb2.FormatDraftFileRequest, context: Context
    ) -> draft_editing_pb2.FormatDraftFileResponse:
        """Write a file in canonical form."""
        draft_organization(request.name)
        _check_files({}, request.source_file, [])
        with self._places.slot():
            return await _work(self._editor, request, draft_editing_pb2.FormatDraftFileResponse, request, context)

    async def ExportDraftTables(
        self, request: draft_editing_pb2.ExportDraftTablesRequest, context: Context
    ) -> draft_editing_pb2.ExportDraftTablesResponse:
        """Write the tables of a draft into a workbook."""
        with self._places.slot():
            draft = await self._draft(request.name, scorecard_pb2.SourceFile(), language=request.language_code)
            asked = work_pb2.ExportDraftTables(draft=draft, language_code=request.language_code)
            return await _work(self._rehearsal, asked, draft_editing_pb2.ExportDraftTablesResponse, request, context)

    async def ReadDraftTables(
        self, request: draft_editing_pb2.ReadDraftTablesRequest, context: Context
    ) -> draft_editing_pb2.ReadDraftTablesResponse:
        """Say what an edited workbook changes."""
        with self._places.slot():
            draft = await self._draft(request.name, scorecard_pb2.SourceFile(), language=request.language_code)
            if not 0 < len(request.content) <= _LARGEST_WORKBOOK:
                message = _say("WORKBOOK_SIZE", size=len(request.content), most=_LARGEST_WORKBOOK)
                raise InputError((Violation("content", message, "TOO_LARGE" if request.content else "REQUIRED"),))
            asked = work_pb2.ReadDraftTables(draft=draft, request=request)
            return await _work(self._rehearsal, asked, draft_editing_pb2.ReadDraftTablesResponse, request, context)

    async def RunDraftExamples(
        self, request: draft_editing_pb2.RunDraftExamplesRequest, context: Context
    ) -> draft_editing_pb2.RunDraftExamplesResponse:
        """Run a page of examples."""
        with self._places.slot():
            draft = await self._draft(request.name, request.source_file, language=request.language_code, whole=True)
            query = ("examples", request.name, request.language_code, request.path, _digest(draft))
            start = read_number(request.page_token, query)
            asked = work_pb2.RunDraftExamples(
                draft=draft,
                language_code=request.language_code,
                path=request.path,
                start=start,
                size=min(read_page_size(request.page_size), _MOST_ON_PAGE),
            )
            response = draft_editing_pb2.RunDraftExamplesResponse
            answer = await _work(self._rehearsal, asked, response, request, context)
            following = start + len(answer.examples)
            if following < answer.example_count:
                answer.next_page_token = write_token(query, str(following))
            return answer

    async def ProposeDraftExamples(
        self, request: draft_editing_pb2.ProposeDraftExamplesRequest, context: Context
    ) -> draft_editing_pb2.ProposeDraftExamplesResponse:
        """Propose an example for each edge that has none."""
        with self._places.slot():
            draft = await self._draft(request.name, request.source_file, language=request.language_code, whole=True)
            asked = work_pb2.ProposeDraftExamples(draft=draft, language_code=request.language_code)
            response = draft_editing_pb2.ProposeDraftExamplesResponse
            return await _work(self._rehearsal, asked, response, request, context)

    async def TryDraftSlips(
        self, request: draft_editing_pb2.TryDraftSlipsRequest, context: Context
    ) -> draft_editing_pb2.TryDraftSlipsResponse:
        """Try a page of slips."""
        with self._places.slot():
            draft = await self._draft(request.name, scorecard_pb2.SourceFile(), language=request.language_code)
            query = ("slips", request.name, request.language_code, str(request.without_examples), _digest(draft))
            start = read_number(request.page_token, query)
            asked = work_pb2.TryDraftSlips(
                draft=draft,
                language_code=request.language_code,
                without_examples=request.without_examples,
                start=start,
                size=min(read_page_size(request.page_size), _MOST_ON_PAGE),
            )
            answer = await _work(self._rehearsal, asked, draft_editing_pb2.TryDraftSlipsResponse, request, context)
            following = start + answer.tried_count
            if following < answer.slip_count:
                answer.next_page_token = write_token(query, str(following))
            return answer

    async def _draft(
        self,
        name: str,
        file: scorecard_pb2.SourceFile,
        *,
        language: str | None = None,
        needed: bool = False,
        whole: bool = False,
    ) -> work_pb2.DraftFiles:
        """Give the newest revision of a draft, if it is `whole` with the file that is typed, which may be `needed`."""
        violations: list[Violation] = []
        if language is not None:
            attempt(violations, check_language, language)
        draft = await self._places.in_thread(self._saved, name)
        if needed or file.path or file.content:
            _check_files(draft.files, file, violations)
        if violations:
            raise InputError(tuple(violations))
        if whole and file.path:
            draft.files[file.path] = file.content.replace("\r\n", "\n").replace("\r", "\n")
        return draft

    def _saved(self, name: str) -> work_pb2.DraftFiles:
        revision = self._drafting.newest(self._drafting.draft(name))
        return work_pb2.DraftFiles(files=self._drafting.files(revision), shelves=shelves_here(self._table_stores))


async def _work(worker: Worker, asked: Message, answer: type[Answer], request: Message, context: Context) -> Answer:
    return await worker.work(asked, answer, language=language_of_call(request, context))


def _check_files(saved: Mapping[str, str], file: scorecard_pb2.SourceFile, violations: list[Violation]) -> None:
    """Refuse a file that a revision could not be saved with."""
    others = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in saved.items() if path != file.path]
    whole = evaluation_service_pb2.ScorecardDraft(source_files=[file, *others])
    for violation in check_draft(whole, field="source_file"):
        field = violation.field.replace("source_file[0]", "source_file").replace(
            f"source_file[{file.path}]", "source_file"
        )
        violations.append(replace(violation, field=field))
    if violations:
        raise InputError(tuple(violations))


def _check_place(request: draft_editing_pb2.CompleteDraftFileRequest) -> None:
    """Refuse a place that is not in the file."""
    lines = split_lines(request.source_file.content)
    if not 0 < request.line <= len(lines):
        raise InputError((malformed("line", str(request.line), _say("LINE_OF", most=len(lines))),))
    most = len(lines[request.line - 1]) + 1
    if not 0 < request.column <= most:
        raise InputError((malformed("column", str(request.column), _say("COLUMN_OF", most=most)),))


def _digest(draft: work_pb2.DraftFiles) -> str:
    return digest(draft.SerializeToString(deterministic=True))
