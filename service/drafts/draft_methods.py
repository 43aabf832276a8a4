"""ScorecardService methods for drafts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import orjson

from service.api.service_dependencies import answers_in_threads, language_of_call, require_store
from service.approval.approval_trust import read_rule_trust
from service.approval.review_status import review_status
from service.approval.statements import Act, read_statement
from service.base.call_context import preferred_language
from service.base.paging import read_page
from service.base.resource_names import parse_card, parse_organization
from service.drafts.draft_impact import DraftImpacts
from service.drafts.proof_measurement import write_figures
from service.drafts.review_workflow import ReviewWorkflow, add_standing, draft_check_worker_spec
from service.drafts.revisions import DraftComments, DraftRevisions, read_files
from service.gazette.drafts import PROGRAM, DraftCompiler
from service.gazette.table_order import TableStores
from service.output.mapping.scorecards import write_draft, write_revision
from touchstone.v1 import draft_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import grpc

    from service.api.service_dependencies import ServiceContext
    from service.approval.approval_trust import Trust
    from service.approval.statements import Statement
    from service.gazette.versions import Gazette
    from service.store.kept_drafts import DraftStore
    from service.store.tables import RevisionRow

    Context = grpc.aio.ServicerContext[Any, Any]


class DraftListing:
    """The ListDrafts method; review status requires a trust file."""

    def __init__(self, draft_store: DraftStore, gazette: Gazette, trust: Path | None) -> None:
        self._draft_store, self._gazette, self._trust = draft_store, gazette, trust

    def drafts(self, request: draft_pb2.ListDraftsRequest, language: str) -> draft_pb2.ListDraftsResponse:
        organization = parse_organization(request.parent, field="parent")
        page = read_page(request, "drafts", request.parent)
        rows = self._draft_store.list(organization, after=page.after, limit=page.limit)
        shown = rows[: page.size]
        newest = self._draft_store.newest_revisions(shown)
        names = [row.name for row in shown]
        comments, envelopes = self._draft_store.count_open_comments(names), self._draft_store.statements_by_draft(names)
        trust, answer = read_rule_trust(self._trust), draft_pb2.ListDraftsResponse()
        for row in shown:
            revision = newest.get(row.name)
            if revision is None:  # deleted meanwhile
                continue
            draft = write_draft(row, revision, open_comments=comments.get(row.name, 0))
            if trust is not None and revision.content_digest:
                statements = [
                    read_statement(orjson.loads(statement.envelope)) for statement in envelopes.get(row.name, ())
                ]
                self._add_review_status(draft, revision, statements, trust, language)
            answer.drafts.append(draft)
        answer.next_page_token = page.next_token(rows, lambda row: row.name)
        return answer

    def _add_review_status(
        self,
        draft: draft_pb2.Draft,
        revision: RevisionRow,
        statements: Sequence[Statement],
        trust: Trust,
        language: str,
    ) -> None:
        gazette = self._gazette.of_current_organization()
        published = gazette.statements_on(revision.version, revision.content_digest)
        is_repealed = published is not None and gazette.has_repeal(revision.version)
        repeal = gazette.version_named(revision.version).repeal if is_repealed else None
        known_digests = {statement.digest for statement in statements}
        all_statements = [
            *statements,
            *(statement for statement in published or () if statement.digest not in known_digests),
        ]
        needed = trust.approvals_needed(parse_card(revision.version).card, gazette.organization)
        status = review_status(all_statements, revision.version, revision.content_digest, needed, trust)
        add_standing(
            draft, status.with_repeal(repeal), revision.content_digest, all_statements, language, repeal=repeal
        )
        for statement in draft.statements:
            statement.ClearField("signed_statement")


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
