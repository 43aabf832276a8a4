"""ScorecardService methods for drafts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from service.api.service_dependencies import answers_in_threads, language_of_call, require_store
from service.approval.statements import Act
from service.base.call_context import preferred_language
from service.drafts.draft_impact import DraftImpacts
from service.drafts.draft_listing import DraftListing
from service.drafts.proof_measurement import write_figures
from service.drafts.review_workflow import ReviewWorkflow, draft_check_worker_spec
from service.drafts.revisions import DraftComments, DraftRevisions, read_files
from service.gazette.drafts import PROGRAM, DraftCompiler
from service.gazette.table_order import TableStores
from service.output.mapping.scorecards import write_revision
from touchstone.v1 import draft_pb2

if TYPE_CHECKING:
    import grpc

    from service.api.service_dependencies import ServiceContext

    Context = grpc.aio.ServicerContext[Any, Any]


class DraftServices:
    """Components that store, compile and review drafts."""

    def __init__(self, parts: ServiceContext) -> None:
        store, gazette, limiter = require_store(parts), parts.gazette, parts.limiters.trying
        drafts, self.figures = store.drafts, store.proof_figures
        compile_worker = parts.processes(replace(PROGRAM, max_idle=1))
        compiler = DraftCompiler(TableStores(gazette), compile_worker, limiter.in_thread)
        self.drafting = DraftRevisions(drafts, compiler, gazette)
        self.comments = DraftComments(drafts, self.drafting)
        self.impacts = DraftImpacts(parts, self.drafting)
        self.reviewing = ReviewWorkflow(
            store=store,
            drafting=self.drafting,
            impacts=self.impacts,
            gazette=gazette,
            trust=parts.settings.trust,
            checking=parts.processes(draft_check_worker_spec(gazette.folder)),
            threads=limiter,
            note_publication=parts.note_publication,
        )
        self.listing = DraftListing(drafts, gazette, parts.settings.trust)
        self.reading, self.trying = parts.limiters.reading, limiter

    def listing_methods(self) -> object:
        return answers_in_threads(self.reading, {"ListDrafts": self.listing.drafts}, read_call=language_of_call)

    def reading_methods(self) -> object:
        return answers_in_threads(
            self.reading,
            {
                "GetDraftRevision": self.drafting.with_files,
                "ListDraftRevisions": self.drafting.revisions,
                "CreateDraftComment": self.comments.create,
                "ListDraftComments": self.comments.list,
                "ResolveDraftComment": self.comments.resolve,
            },
        )


class DraftMethods:
    """Asynchronous ScorecardService methods for drafts."""

    def __init__(self, desk: DraftServices) -> None:
        self._services = desk

    async def SaveDraftRevision(
        self, request: draft_pb2.SaveDraftRevisionRequest, context: Context
    ) -> draft_pb2.DraftRevision:
        files = read_files(request)
        return await self._save(request.name, files, base=request.base_revision, note=request.note)

    async def RestoreDraftRevision(
        self, request: draft_pb2.RestoreDraftRevisionRequest, context: Context
    ) -> draft_pb2.DraftRevision:
        drafting = self._services.drafting
        with self._services.reading.slot():
            row = await self._services.reading.in_thread(drafting.revision, request.name)
            files = await self._services.reading.in_thread(drafting.files, row)
        return await self._save(row.draft, files, base=request.base_revision, note=f"= {row.number}")

    async def _save(self, name: str, files: dict[str, str], *, base: int, note: str) -> draft_pb2.DraftRevision:
        services = self._services
        with services.trying.slot():
            if base:
                await services.reviewing.check_changes(await services.trying.in_thread(services.drafting.draft, name))
            row = await services.drafting.new_revision(name, files, base=base, note=note)
            return await services.trying.in_thread(services.drafting.keep, row, files)

    async def GetDraft(self, request: draft_pb2.GetDraftRequest, context: Context) -> draft_pb2.Draft:
        services, language = self._services, preferred_language(request, context.invocation_metadata())
        with services.trying.slot():
            draft = await services.reviewing.draft(request.name, language)
            row = await services.trying.in_thread(services.figures.find, draft.revision.content_digest)
            if row is not None:
                version, digest = draft.revision.scorecard_version, draft.revision.content_digest
                draft.proof_figures.CopyFrom(write_figures(version, digest, row, language))
            return draft

    async def CompareDraftRevisions(
        self, request: draft_pb2.CompareDraftRevisionsRequest, context: Context
    ) -> draft_pb2.CompareDraftRevisionsResponse:
        with self._services.trying.slot():
            return await self._services.drafting.compare(request, self._services.trying)

    async def CheckDraft(self, request: draft_pb2.CheckDraftRequest, context: Context) -> draft_pb2.DraftCheck:
        services = self._services
        with services.trying.slot():
            row = await services.trying.in_thread(services.drafting.draft, request.name)
            check = await services.reviewing.check(row, preferred_language(request, context.invocation_metadata()))
            return draft_pb2.DraftCheck(
                revision=write_revision(await services.trying.in_thread(services.drafting.newest, row)),
                publishable=not check.problems,
                problems=check.problems,
                examples=check.examples,
                report_digest=check.report_digest,
            )

    async def PrepareDraftStatement(
        self, request: draft_pb2.PrepareDraftStatementRequest, context: Context
    ) -> draft_pb2.PreparedDraftStatement:
        with self._services.trying.slot():
            language = preferred_language(request, context.invocation_metadata())
            return await self._services.reviewing.prepare(request, language)

    async def SubmitDraft(self, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        return await self._sign(Act.SUBMISSION, request, context)

    async def ApproveDraft(self, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        return await self._sign(Act.APPROVAL, request, context)

    async def RejectDraft(self, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        return await self._sign(Act.REJECTION, request, context)

    async def PublishDraft(self, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        return await self._sign(Act.PUBLICATION, request, context)

    async def RepealDraft(self, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        return await self._sign(Act.REPEAL, request, context)

    async def _sign(self, act: Act, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        with self._services.trying.slot():
            language = preferred_language(request, context.invocation_metadata())
            return await self._services.reviewing.sign(act, request, language)
