"""ScorecardService: RPC methods for drafts, their revisions, comments, checks and signed steps."""

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
    """What keeps, compiles, checks and publishes drafts for a server."""

    def __init__(self, parts: ServiceContext) -> None:
        """Use these parts."""
        store, gazette, trying = require_store(parts), parts.gazette, parts.limiters.trying
        drafts, self.figures = store.drafts, store.proof_figures
        compiling = parts.processes(replace(PROGRAM, max_idle=1))
        compiler = DraftCompiler(TableStores(gazette), compiling, trying.in_thread)
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
            threads=trying,
            note_publication=parts.note_publication,
        )
        self.listing = DraftListing(drafts, gazette, parts.settings.trust)
        self.reading, self.trying = parts.limiters.reading, trying

    def listing_methods(self) -> object:
        """Give the method that lists drafts, in the language of whoever asks."""
        return answers_in_threads(self.reading, {"ListDrafts": self.listing.drafts}, read_call=language_of_call)

    def reading_methods(self) -> object:
        """Give the methods that take what is kept as it is."""
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
    """The methods of ScorecardService on drafts."""

    def __init__(self, desk: DraftServices) -> None:
        """Answer by these parts."""
        self._desk = desk

    async def SaveDraftRevision(
        self, request: draft_pb2.SaveDraftRevisionRequest, context: Context
    ) -> draft_pb2.DraftRevision:
        """Save all files of a draft."""
        files = read_files(request)
        return await self._save(request.name, files, base=request.base_revision, note=request.note)

    async def RestoreDraftRevision(
        self, request: draft_pb2.RestoreDraftRevisionRequest, context: Context
    ) -> draft_pb2.DraftRevision:
        """Save the files of an earlier revision again."""
        drafting = self._desk.drafting
        with self._desk.reading.slot():
            row = await self._desk.reading.in_thread(drafting.revision, request.name)
            files = await self._desk.reading.in_thread(drafting.files, row)
        return await self._save(row.draft, files, base=request.base_revision, note=f"= {row.number}")

    async def _save(self, name: str, files: dict[str, str], *, base: int, note: str) -> draft_pb2.DraftRevision:
        desk = self._desk
        with desk.trying.slot():
            if base:
                await desk.reviewing.check_changes(await desk.trying.in_thread(desk.drafting.draft, name))
            row = await desk.drafting.new_revision(name, files, base=base, note=note)
            return await desk.trying.in_thread(desk.drafting.keep, row, files)

    async def GetDraft(self, request: draft_pb2.GetDraftRequest, context: Context) -> draft_pb2.Draft:
        """Return a draft and where it stands."""
        desk, language = self._desk, preferred_language(request, context.invocation_metadata())
        with desk.trying.slot():
            draft = await desk.reviewing.draft(request.name, language)
            row = await desk.trying.in_thread(desk.figures.find, draft.revision.content_digest)
            if row is not None:
                version, digest = draft.revision.scorecard_version, draft.revision.content_digest
                draft.proof_figures.CopyFrom(write_figures(version, digest, row, language))
            return draft

    async def CompareDraftRevisions(
        self, request: draft_pb2.CompareDraftRevisionsRequest, context: Context
    ) -> draft_pb2.CompareDraftRevisionsResponse:
        """Return what differs between a revision and another, a published version or nothing."""
        with self._desk.trying.slot():
            return await self._desk.drafting.compare(request, self._desk.trying)

    async def CheckDraft(self, request: draft_pb2.CheckDraftRequest, context: Context) -> draft_pb2.DraftCheck:
        """Check the newest revision as for its publication."""
        desk = self._desk
        with desk.trying.slot():
            row = await desk.trying.in_thread(desk.drafting.draft, request.name)
            check = await desk.reviewing.check(row, preferred_language(request, context.invocation_metadata()))
            return draft_pb2.DraftCheck(
                revision=write_revision(await desk.trying.in_thread(desk.drafting.newest, row)),
                publishable=not check.problems,
                problems=check.problems,
                examples=check.examples,
                report_digest=check.report_digest,
            )

    async def PrepareDraftStatement(
        self, request: draft_pb2.PrepareDraftStatementRequest, context: Context
    ) -> draft_pb2.PreparedDraftStatement:
        """Write what somebody is about to state."""
        with self._desk.trying.slot():
            language = preferred_language(request, context.invocation_metadata())
            return await self._desk.reviewing.prepare(request, language)

    async def SubmitDraft(self, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        """Submit a draft for review."""
        return await self._signed(Act.SUBMISSION, request, context)

    async def ApproveDraft(self, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        """Approve what was submitted."""
        return await self._signed(Act.APPROVAL, request, context)

    async def RejectDraft(self, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        """Reject what was submitted."""
        return await self._signed(Act.REJECTION, request, context)

    async def PublishDraft(self, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        """Publish what was approved."""
        return await self._signed(Act.PUBLICATION, request, context)

    async def RepealDraft(self, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        """Repeal what was published."""
        return await self._signed(Act.REPEAL, request, context)

    async def _signed(self, act: Act, request: draft_pb2.SignDraftRequest, context: Context) -> draft_pb2.Draft:
        with self._desk.trying.slot():
            language = preferred_language(request, context.invocation_metadata())
            return await self._desk.reviewing.sign(act, request, language)
