"""Branches of drafts and merges of two drafts, with the merge executed in a worker process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, attempt, message_factory
from service.api.service_dependencies import language_of_call
from service.api.version_exports import check_language
from service.base.refusals import Reason, Refusal
from service.base.resource_names import draft_organization, malformed, parse_draft_child, parse_version
from service.drafts.draft_editing import REHEARSING
from service.drafts.merge_work import SIDES, open_conflicts
from service.drafts.revisions import file_differences, note_violations
from service.gazette.drafts import shelves_here
from service.gazette.table_order import TableStores
from service.output.mapping.scorecards import revision_name
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_merge_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import grpc

    from service.api.service_dependencies import ServiceContext
    from service.drafts.draft_methods import DraftServices
    from service.store.tables import RevisionRow
    from touchstone.v1 import draft_pb2

    Context = grpc.aio.ServicerContext[Any, Any]
    MergeRequest = draft_merge_pb2.PreviewDraftMergeRequest | draft_merge_pb2.MergeDraftRequest

_message = message_factory(__name__)

_VERSIONS = "scorecards/"
_SIDE_NAMES = {number: name for name, number in draft_merge_pb2.DraftMergeSide.items() if number in SIDES}


@dataclass(frozen=True, slots=True)
class _MergeInputs:
    """Revisions to merge and their common origin, with all files."""

    base: str
    ours: RevisionRow
    theirs: RevisionRow
    job: work_pb2.MergeDrafts


class DraftMerging:
    """RPC methods that branch, compare and merge drafts."""

    def __init__(self, parts: ServiceContext, services: DraftServices) -> None:
        self._services, self._revisions = services, services.drafting
        self._table_stores, self._worker = TableStores(parts.gazette), parts.processes(REHEARSING)

    async def BranchDraft(
        self, request: draft_merge_pb2.BranchDraftRequest, context: Context
    ) -> draft_pb2.DraftRevision:
        violations: list[Violation] = []
        own = attempt(violations, draft_organization, request.name)
        other = attempt(violations, lambda: draft_organization(request.branch, field="branch"))
        if own is not None and other is not None and own != other:
            violations.append(_other_organization("branch", own))
        violations += note_violations(request.note)
        if violations:
            raise InputError(tuple(violations))
        with self._services.trying.slot():
            threads = self._services.trying.in_thread
            origin = await threads(lambda: self._revisions.newest(self._revisions.draft(request.name)))
            files = await threads(self._revisions.files, origin)
            name = revision_name(origin.draft, origin.number)
            row = await self._revisions.new_revision(request.branch, files, base=0, note=request.note, origin=name)
            return await threads(self._revisions.keep, row, files)

    async def PreviewDraftMerge(
        self, request: draft_merge_pb2.PreviewDraftMergeRequest, context: Context
    ) -> draft_merge_pb2.PreviewDraftMergeResponse:
        violations: list[Violation] = []
        attempt(violations, check_language, request.language_code)
        other = attempt(violations, lambda: draft_organization(request.other, field="other"))
        self._check(request, "other", request.other, other, violations)
        with self._services.trying.slot():
            inputs = await self._services.trying.in_thread(self._inputs, request, request.other, 0)
            inputs.job.language_code = request.language_code
            merged = await self._merge(inputs, request, context)
            return draft_merge_pb2.PreviewDraftMergeResponse(
                base=inputs.base,
                revision=revision_name(inputs.ours.draft, inputs.ours.number),
                other_revision=revision_name(inputs.theirs.draft, inputs.theirs.number),
                parts=merged.parts,
                open_conflict_count=len(open_conflicts(merged.parts)),
                problems=merged.problems,
                files=file_differences(inputs.job.ours.files, merged.files),
            )

    async def MergeDraft(self, request: draft_merge_pb2.MergeDraftRequest, context: Context) -> draft_pb2.DraftRevision:
        violations = note_violations(request.note)
        if request.base_revision < 1:
            expected = _message("NEWEST_REVISION_NUMBER")
            violations.append(malformed("base_revision", str(request.base_revision), expected))
        other = attempt(
            violations, lambda: parse_draft_child(request.other_revision, "revisions", field="other_revision")
        )
        organization = None if other is None else draft_organization(other[0], field="other_revision")
        self._check(request, "other_revision", "" if other is None else other[0], organization, violations)
        services = self._services
        with services.trying.slot():
            threads = services.trying.in_thread
            await services.reviewing.check_changes(await threads(self._revisions.draft, request.name))
            draft, number = parse_draft_child(request.other_revision, "revisions", field="other_revision")
            inputs = await threads(self._inputs, request, draft, number)
            if inputs.ours.number != request.base_revision:
                message = _message(
                    "MERGE_BASE_CHANGED", draft=request.name, newest=inputs.ours.number, base=request.base_revision
                )
                raise Refusal(Reason.DRAFT_CHANGED, message)
            inputs.job.language_code = language_of_call(request, context)
            merged = await self._merge(inputs, request, context)
            if undecided := open_conflicts(merged.parts):
                message = _message("UNDECIDED", count=len(undecided), paths=undecided)
                raise InputError.of("resolutions", message, "REQUIRED")
            files = dict(merged.files)
            row = await self._revisions.new_revision(
                request.name,
                files,
                base=request.base_revision,
                note=request.note or f"+ {request.other_revision}",
                origin=request.other_revision,
            )
            return await threads(self._revisions.keep, row, files)

    def _check(
        self, request: MergeRequest, field: str, other: str, organization: str | None, violations: list[Violation]
    ) -> None:
        """Check the names and decisions of a merge."""
        own = attempt(violations, draft_organization, request.name)
        if own is not None and organization is not None and own != organization:
            violations.append(_other_organization(field, own))
        elif own is not None and other == request.name:
            violations.append(Violation(field, _message("SAME_DRAFT"), "WRONG_VALUE"))
        base_name = request.base_name
        if base_name.startswith(_VERSIONS):
            attempt(violations, lambda: parse_version(base_name, field="base_name"))
        elif base_name:
            base = attempt(violations, lambda: parse_draft_child(base_name, "revisions", field="base_name"))
            if base is not None and own is not None and draft_organization(base[0], field="base_name") != own:
                violations.append(_other_organization("base_name", own))
        violations += _resolution_violations(request.resolutions)
        if violations:
            raise InputError(tuple(violations))

    def _inputs(self, request: MergeRequest, other: str, other_number: int) -> _MergeInputs:
        field = "other_revision" if other_number else "other"
        ours = self._revisions.newest(self._revisions.draft(request.name))
        if other_number:
            theirs = self._revisions.revision(revision_name(other, other_number), field=field)
        else:
            theirs = self._revisions.newest(self._revisions.draft(other, field=field))
        base = request.base_name or self._common_origin(ours, theirs)
        if not base:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_COMMON_ORIGIN", name=request.name, other=other))
        job = work_pb2.MergeDrafts(
            base=work_pb2.DraftFiles(files=self._base_files(base)),
            ours=work_pb2.DraftFiles(files=self._revisions.files(ours), shelves=shelves_here(self._table_stores)),
            theirs=work_pb2.DraftFiles(files=self._revisions.files(theirs)),
            resolutions=request.resolutions,
        )
        return _MergeInputs(base, ours, theirs, job)

    def _base_files(self, base: str) -> Mapping[str, str]:
        if not base.startswith(_VERSIONS):
            return self._revisions.files(self._revisions.revision(base, field="base_name"))
        version = self._revisions.published(base)
        if not version.sources:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("BASE_WITHOUT_FILES", version=base))
        return version.sources

    def _common_origin(self, ours: RevisionRow, theirs: RevisionRow) -> str:
        """Return the newest common revision, else the version that both drafts were copied from, or empty."""
        mine, other = self._revisions.ancestors(ours), self._revisions.ancestors(theirs)
        common = {draft: min(mine[draft], other[draft]) for draft in mine if draft in other}
        for draft, number in common.items():
            rows = [self._revisions.revision(revision_name(*each)) for each in common.items() if each[0] != draft]
            if not any(self._revisions.ancestors(row).get(draft, 0) >= number for row in rows):
                return revision_name(draft, number)
        notes = [self._first_notes(ancestors) for ancestors in (mine, other)]
        return next((note for note in notes[0] if note.startswith(_VERSIONS) and note in notes[1]), "")

    def _first_notes(self, drafts: Iterable[str]) -> list[str]:
        return [self._revisions.revision(revision_name(draft, 1)).note for draft in drafts]

    async def _merge(self, inputs: _MergeInputs, request: MergeRequest, context: Context) -> work_pb2.MergedDrafts:
        merged = await self._worker.work(inputs.job, work_pb2.MergedDrafts, language=language_of_call(request, context))
        if merged.failed_side:
            names = {
                draft_merge_pb2.DRAFT_MERGE_SIDE_BASE: inputs.base,
                draft_merge_pb2.DRAFT_MERGE_SIDE_OURS: revision_name(inputs.ours.draft, inputs.ours.number),
                draft_merge_pb2.DRAFT_MERGE_SIDE_THEIRS: revision_name(inputs.theirs.draft, inputs.theirs.number),
            }
            message = _message("MERGE_OF_ERRORS", name=names[merged.failed_side], problem=merged.problems[0])
            raise Refusal(Reason.SOURCE_HAS_ERRORS, message)
        if merged.other_scorecard:
            raise InputError.of("name", _message("MERGE_OF_OTHER_CARD"), "WRONG_VALUE")
        conflicts = {part.path for part in merged.parts if part.conflict}
        unknown = [
            Violation(f"resolutions[{index}].path", _message("NO_CONFLICT", path=each.path), "WRONG_VALUE")
            for index, each in enumerate(request.resolutions)
            if each.path not in conflicts
        ]
        if unknown:
            raise InputError(tuple(unknown))
        return merged


def _other_organization(field: str, organization: str) -> Violation:
    message = _message("DRAFT_OF_OTHER_ORGANIZATION", organization=f"organizations/{organization}")
    return Violation(field, message, "WRONG_VALUE")


def _resolution_violations(resolutions: Iterable[draft_merge_pb2.DraftMergeResolution]) -> list[Violation]:
    violations, paths = list[Violation](), set[str]()
    for index, each in enumerate(resolutions):
        field = f"resolutions[{index}]"
        if each.side not in SIDES:
            message = _message("RESOLUTION_SIDE", known=list(_SIDE_NAMES.values()))
            violations.append(malformed(f"{field}.side", str(each.side), message))
        if each.path in paths:
            violations.append(Violation(f"{field}.path", _message("RESOLVED_TWICE", path=each.path), "DUPLICATE"))
        paths.add(each.path)
    return violations
