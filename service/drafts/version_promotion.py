"""Published versions in several environments: import, approvals by environment, and approval after publication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, TouchstoneError, TrailError, error_message, in_language, message_factory
from service.api.service_dependencies import language_of_call
from service.approval.approval_rules import (
    approval_in_environment,
    missing_approvals,
    require_submission,
    review_status_of,
    with_later_approval,
)
from service.approval.approval_trust import read_rule_trust
from service.approval.statements import Act, read_statement
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_organization, parse_version
from service.drafts.legal_effect import legal_effect, today_for
from service.drafts.review_workflow import (
    add_standing,
    check_effect,
    check_statement_time,
    draft_check_worker_spec,
    next_statement_time,
    prepared_statement,
    read_signed,
    refuse_saver,
    require_person,
    require_trust,
    write_to_gazette,
)
from service.gazette.publication import find_same_version, publish_time_problem
from service.gazette.sidecars import REPEAL
from service.gazette.version_files import CHANGES, FIELD, check_canonical, sort_files
from service.gazette.version_imports import check_repeal, later_approvals, write_approval, write_imported
from service.output.mapping.scorecards import write_version
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_pb2, promotion_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model import PublishedVersion
    from service.api.service_dependencies import ServiceContext
    from service.approval.approval_rules import EnvironmentApproval
    from service.approval.approval_trust import Trust
    from service.approval.statements import Statement
    from service.gazette.sidecars import Sidecar
    from service.gazette.version_files import VersionFiles
    from service.gazette.versions import Gazette

_message = message_factory(__name__)


class VersionPromotion:
    """ScorecardService methods for published versions in several environments."""

    def __init__(self, parts: ServiceContext) -> None:
        self._gazette, self._trust = parts.gazette, parts.settings.trust
        self._checker = parts.processes(draft_check_worker_spec(parts.gazette.folder))
        self._store = parts.store
        self._feed_channel = parts.settings.feed_channel if parts.settings.feed is not None else ""
        self._threads, self._note_publication = parts.limiters.trying, parts.note_publication

    async def ImportScorecardVersion(
        self, request: promotion_pb2.ImportScorecardVersionRequest, context: Any
    ) -> scorecard_pb2.ScorecardVersion:
        _check_gazette(request)
        language, threads = language_of_call(request, context), self._threads
        with threads.slot():
            files = sort_files((file.path, file.content.encode()) for file in request.source_files)
            version, sidecar = await threads.in_thread(files.read)
            added = [read_signed(statement) for statement in request.statements]
            approvals = await threads.in_thread(self._check_import, files, version, sidecar, added)
            entry = files.get(CHANGES).decode()
            if await threads.in_thread(self._find_same, version) is None:
                if (problem := publish_time_problem(version)) is not None:
                    raise Refusal(Reason.STEP_NOT_ALLOWED, problem)
                checked = await self._check_content(files, version, approvals, language)
                entry = entry or checked.entry
            if request.validate_only:
                return write_version(version, approvals)
            return await threads.in_thread(self._import, files, approvals, entry)

    async def GetVersionApprovals(
        self, request: promotion_pb2.GetVersionApprovalsRequest, context: Any
    ) -> promotion_pb2.VersionApprovals:
        _check_gazette(request)
        language = language_of_call(request, context)
        with self._threads.slot():
            return await self._threads.in_thread(self._approvals, request.name, language)

    async def PrepareVersionApproval(
        self, request: promotion_pb2.PrepareVersionApprovalRequest, context: Any
    ) -> draft_pb2.PreparedDraftStatement:
        _check_gazette(request)
        with self._threads.slot():
            return await self._threads.in_thread(self._prepare, request)

    async def ApproveScorecardVersion(
        self, request: promotion_pb2.ApproveScorecardVersionRequest, context: Any
    ) -> promotion_pb2.VersionApprovals:
        _check_gazette(request)
        language = language_of_call(request, context)
        with self._threads.slot():
            await self._threads.in_thread(self._approve, request)
            return await self._threads.in_thread(self._approvals, request.name, language)

    def _own(self) -> Gazette:
        return self._gazette.of_current_organization()

    def _find_same(self, version: PublishedVersion) -> PublishedVersion | None:
        return find_same_version(self._own(), version)

    def _check_import(
        self, files: VersionFiles, version: PublishedVersion, sidecar: Sidecar, added: Sequence[Statement]
    ) -> tuple[Statement, ...]:
        """Return the statements on the version, without later approvals that count in no environment here."""
        check_canonical(files, version, sidecar)
        gazette, same = self._own(), self._find_same(version)
        try:
            later = later_approvals(files, sidecar)
            trust = read_rule_trust(self._trust)
            published = tuple(map(read_statement, sidecar.statements))
        except TrailError as error:
            raise InputError.of(FIELD, error_message(error), "MALFORMED") from None
        for statement in added:
            _require_approval(version, statement)
        if same is not None:
            later = (*(each for each in published if each.act is Act.APPROVAL), *later)
            published = tuple(each for each in gazette.statements(same) if each.act is not Act.REPEAL)
        known = {each.digest for each in published}
        later = tuple({each.digest: each for each in later if each.digest not in known}.values())
        if trust is None:
            statements = (
                *published,
                *(each for each in later if each.content_digest == version.content_digest),
                *added,
            )
        else:
            statements = _counted(version, published, later, added, trust, gazette.organization)
            if version.content_digest not in trust.unsigned:
                approval = approval_in_environment(version, statements, trust, gazette.organization)
                if approval.problem:
                    raise Refusal(Reason.STEP_NOT_ALLOWED, missing_approvals(version, approval, trust))
        check_repeal(gazette, version, files.get(REPEAL))
        return statements

    async def _check_content(
        self, files: VersionFiles, version: PublishedVersion, statements: Sequence[Statement], language: str
    ) -> work_pb2.CheckedDraft:
        """Compile the sources of a version and run its examples in a worker, as for a publication."""
        submission = next((each for each in statements if each.act is Act.SUBMISSION), None)
        reason = "" if submission is None else submission.predicate.reason
        signed = {} if submission is None else submission.predicate.reports or {}
        job = work_pb2.CheckDraft(files=version.sources, signed=signed, reason=reason)
        checked = await self._checker.work(job, work_pb2.CheckedDraft, language=language)
        if checked.problems:
            problems = " ".join(checked.problems[:3])
            raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("NOT_IMPORTABLE", version=version.name, problems=problems))
        if checked.content != files.content:
            raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("COMPILES_OTHERWISE", version=version.name))
        return checked

    def _import(
        self, files: VersionFiles, statements: Sequence[Statement], entry: str
    ) -> scorecard_pb2.ScorecardVersion:
        gazette, approvals = self._own(), [each for each in statements if each.act is Act.APPROVAL]
        try:
            version = write_to_gazette(lambda: write_imported(gazette, files, approvals, entry))
        except TrailError as error:
            raise Refusal(Reason.STEP_NOT_ALLOWED, error_message(error)) from None
        self._note_publication()
        return write_version(version, gazette.statements(version))

    def _version(self, name: str) -> PublishedVersion:
        return self._gazette.version(*parse_version(name, field="name"))

    def _holder(self, version: PublishedVersion) -> Gazette:
        own = self._own()
        return own if own.folder == self._gazette.folder_of(version.card.id) else self._gazette

    def _approvals(self, name: str, language: str) -> promotion_pb2.VersionApprovals:
        version, trust = self._version(name), read_rule_trust(self._trust)
        statements = self._gazette.statements(version)
        organization = self._holder(version).organization
        answer = promotion_pb2.VersionApprovals(
            scorecard_version=version.name,
            content_digest=version.content_digest,
            feed_channel="" if organization else self._feed_channel,
        )
        if trust is None:
            return answer
        standing = draft_pb2.Draft()
        status = review_status_of(version, statements, trust, organization)
        add_standing(standing, status, version.content_digest, statements, language, repeal=version.repeal)
        answer.authors.extend(status.authors)
        answer.statements.extend(standing.statements)
        answer.submission_digest = "" if status.submission is None else status.submission.digest
        for environment in dict.fromkeys((trust.environment, *trust.environments)):
            here = trust.in_environment(environment)
            approval = approval_in_environment(version, statements, here, organization)
            answer.environments.append(_environment_message(version, approval, here, language))
        return answer

    def _prepare(self, request: promotion_pb2.PrepareVersionApprovalRequest) -> draft_pb2.PreparedDraftStatement:
        version, trust = self._version(request.name), require_trust(self._trust)
        require_person(request.person, trust)
        holder = self._holder(version)
        before = self._gazette.statements(version)
        status = review_status_of(version, before, trust, holder.organization)
        stated: dict[str, object] = {
            "person": request.person,
            "time": next_statement_time(version, before),
            "rule_digest": version.rule_digest,
            "text_digest": version.text_digest,
            "reason": request.reason,
            "submission": require_submission(version, status).digest,
            "effect": legal_effect(version, holder, today_for(version)),
        }
        return prepared_statement(Act.APPROVAL, version, stated, trust)

    def _approve(self, request: promotion_pb2.ApproveScorecardVersionRequest) -> None:
        version, trust = self._version(request.name), require_trust(self._trust)
        holder, statement = self._holder(version), read_signed(request.statement)
        before = self._gazette.statements(version)
        _require_approval(version, statement)
        check_statement_time(version, before, statement)
        with_later_approval(version, before, statement, trust, holder.organization)
        check_effect(version, statement, holder)
        if self._store is not None:
            refuse_saver(self._store.drafts.savers_of_content(version.content_digest))

        def write() -> PublishedVersion:
            write_approval(holder, version, statement)
            return version

        write_to_gazette(write)
        self._note_publication()


def _check_gazette(request: Any) -> None:
    if request.gazette:
        parse_organization(request.gazette, field="gazette")


def _require_approval(version: PublishedVersion, statement: Statement) -> None:
    """Raise Refusal if a statement does not approve exactly this version."""
    predicate = statement.predicate
    if statement.act is not Act.APPROVAL:
        message = _message("OTHER_ACT", found=statement.act.value, wanted=Act.APPROVAL.value)
        raise InputError.of("statement.payload", message, "WRONG_VALUE")
    if (statement.version, statement.content_digest, predicate.rule_digest, predicate.text_digest) != (
        version.name, version.content_digest, version.rule_digest, version.text_digest,
    ):  # fmt: skip
        message = _message("APPROVES_OTHER", person=predicate.person, version=version.name)
        raise Refusal(Reason.STEP_NOT_ALLOWED, message)


def _counted(  # noqa: PLR0913, PLR0917 -- independent sources of statements
    version: PublishedVersion,
    published: Sequence[Statement],
    later: Sequence[Statement],
    added: Sequence[Statement],
    trust: Trust,
    organization: str,
) -> tuple[Statement, ...]:
    """Return the published statements, and the later approvals that count in an environment of this trust file."""
    statements = tuple(published)
    for approval in sorted((*later, *added), key=lambda each: each.predicate.time):
        try:
            with_later_approval(version, statements, approval, trust, organization)
        except TouchstoneError:
            if approval in added:
                raise
            continue
        statements = (*statements, approval)
    return statements


def _environment_message(
    version: PublishedVersion, approval: EnvironmentApproval, trust: Trust, language: str
) -> promotion_pb2.EnvironmentApprovals:
    def people(ids: Sequence[str]) -> list[promotion_pb2.EnvironmentApprovals.Approver]:
        return [
            promotion_pb2.EnvironmentApprovals.Approver(person=id, display_name=trust.people[id].name) for id in ids
        ]

    problem = missing_approvals(version, approval, trust) if approval.problem else ""
    return promotion_pb2.EnvironmentApprovals(
        environment=approval.environment,
        approved=not approval.problem,
        approvals_needed=approval.status.needed.count,
        approvals_lacking=approval.status.lacking if approval.problem else 0,
        approvals_asked_by=approval.status.needed.organization_name,
        approvers=people(approval.approvers),
        possible_approvers=people(approval.possible_approvers),
        problem=in_language(problem, language),
    )
