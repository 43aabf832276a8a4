"""Storage, compilation and comparison of draft revisions, and line comments."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import orjson

from rules.contracts import InputError, Violation, attempt, message_factory
from rules.model import PublishedVersion
from service.api.version_differences import compare_versions
from service.api.version_exports import check_language
from service.base.instants import now
from service.base.paging import read_number, read_page_size, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import draft_organization, malformed, parse_draft_child, parse_version
from service.gazette.drafts import check_draft
from service.identity.principals import caller
from service.output.mapping.scorecards import (
    revision_name,
    write_comment,
    write_differences,
    write_revision,
)
from service.store.kept_drafts import files_digest
from service.store.tables import DraftCommentRow, RevisionRow
from touchstone.v1 import draft_pb2, evaluation_service_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from service.api.service_dependencies import Limiter
    from service.gazette.drafts import DraftCompiler
    from service.gazette.versions import Gazette
    from service.store.kept_drafts import DraftStore
    from service.store.tables import DraftRow


_message = message_factory(__name__)

_MAX_COMMENT_CHARS = 4_000


class DraftComments:
    """Comments on lines of revisions."""

    def __init__(self, draft_store: DraftStore, drafting: DraftRevisions) -> None:
        self._draft_store = draft_store
        self._revisions = drafting

    def create(self, request: draft_pb2.CreateDraftCommentRequest) -> draft_pb2.DraftComment:
        revision = self._revisions.revision(request.parent, field="parent")
        files, violations = self._revisions.files(revision), list[Violation]()
        lines = _split_lines(files.get(request.path, ""))
        if request.path not in files:
            violations.append(malformed("path", request.path, _message("FILE_OF", known=sorted(files))))
        elif not 0 < request.line <= len(lines):
            violations.append(malformed("line", str(request.line), _message("LINE_OF", most=len(lines))))
        if not request.text.strip():
            violations.append(Violation("text", _message("COMMENT_REQUIRED"), "REQUIRED"))
        elif "\0" in request.text:
            violations.append(malformed("text", request.text, _message("WITHOUT_NUL")))
        elif len(request.text) > _MAX_COMMENT_CHARS:
            message = _message("TOO_LONG", size=len(request.text), most=_MAX_COMMENT_CHARS)
            violations.append(Violation("text", message, "TOO_LARGE"))
        if violations:
            raise InputError(tuple(violations))
        row = DraftCommentRow(
            draft=revision.draft,
            number=0,
            revision=revision.number,
            path=request.path,
            line=request.line,
            line_text=lines[request.line - 1],
            text=request.text,
            principal=caller().id,
            create_time=now(),
        )
        return write_comment(self._draft_store.add_comment(row))

    def list(self, request: draft_pb2.ListDraftCommentsRequest) -> draft_pb2.ListDraftCommentsResponse:
        row, size = self._revisions.draft(request.parent, field="parent"), read_page_size(request.page_size)
        query = ("comments", request.parent, str(request.open_only))
        after = read_number(request.page_token, query)
        rows = self._draft_store.comments(row.name, open_only=request.open_only, after=after, limit=size + 1)
        return draft_pb2.ListDraftCommentsResponse(
            draft_comments=map(write_comment, rows[:size]),
            next_page_token=write_token(query, str(rows[size - 1].number)) if len(rows) > size else "",
        )

    def resolve(self, request: draft_pb2.ResolveDraftCommentRequest) -> draft_pb2.DraftComment:
        draft, number = parse_draft_child(request.name, "comments")
        time, principal = (None, None) if request.reopen else (now(), caller().id)
        resolved = self._draft_store.resolve_comment(
            self._revisions.draft(draft).name, number, time=time, principal=principal
        )
        if resolved is None:
            raise Refusal(Reason.DRAFT_NOT_FOUND, _message("NO_COMMENT", name=draft, number=number))
        return write_comment(resolved)


def _split_lines(text: str) -> list[str]:
    """Split at LF only, as editors and the compiler do."""
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]


_MAX_NOTE_CHARS = 1_000
_MAX_PROBLEMS = 20


class DraftRevisions:
    """Revisions of drafts, compiled in a worker process."""

    def __init__(self, draft_store: DraftStore, drafts: DraftCompiler, gazette: Gazette) -> None:
        self._draft_store = draft_store
        self._compiler = drafts
        self._gazette = gazette

    def draft(self, name: str, *, field: str = "name") -> DraftRow:
        draft_organization(name, field=field)
        row = self._draft_store.find(name)
        if row is None:
            raise Refusal(Reason.DRAFT_NOT_FOUND, _message("NO_DRAFT", name=name))
        return row

    def revision(self, name: str, *, field: str = "name") -> RevisionRow:
        draft, number = parse_draft_child(name, "revisions", field=field)
        row, newest = self._draft_store.revision(draft, number), self.draft(draft).newest
        if row is None:
            raise Refusal(Reason.DRAFT_NOT_FOUND, _message("NO_REVISION", name=draft, number=number, newest=newest))
        return row

    def revision_of(self, organization: str, name: str, *, field: str) -> RevisionRow:
        draft, _ = parse_draft_child(name, "revisions", field=field)
        if draft_organization(draft, field=field) != organization:
            message = _message("REVISION_OF_OTHER", organization=f"organizations/{organization}")
            raise InputError.of(field, message, "WRONG_VALUE")
        return self.revision(name, field=field)

    def newest(self, row: DraftRow) -> RevisionRow:
        return self.revision(revision_name(row.name, row.newest))

    def files(self, row: RevisionRow) -> dict[str, str]:
        return self._draft_store.files(row)

    def with_files(self, request: draft_pb2.GetDraftRevisionRequest) -> draft_pb2.DraftRevision:
        row = self.revision(request.name)
        return write_revision(row, self.files(row))

    def revisions(self, request: draft_pb2.ListDraftRevisionsRequest) -> draft_pb2.ListDraftRevisionsResponse:
        row, size = self.draft(request.parent, field="parent"), read_page_size(request.page_size)
        query = ("revisions", request.parent)
        before = read_number(request.page_token, query) or row.newest + 1
        rows = self._draft_store.revisions(row.name, before=before, limit=size + 1)
        return draft_pb2.ListDraftRevisionsResponse(
            draft_revisions=map(write_revision, rows[:size]),
            next_page_token=write_token(query, str(rows[size - 1].number)) if len(rows) > size else "",
        )

    async def published_form(self, files: Mapping[str, str]) -> PublishedVersion:
        sources = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in files.items()]
        return await self._compiler.compile(evaluation_service_pb2.ScorecardDraft(source_files=sources))

    def ancestors(self, row: RevisionRow) -> Mapping[str, int]:
        return self._draft_store.ancestors(row.draft, row.number)

    def published(self, name: str) -> PublishedVersion:
        return self._gazette.version_named(name)

    async def new_revision(
        self, name: str, files: Mapping[str, str], *, base: int, note: str, origin: str = ""
    ) -> RevisionRow:
        version, problems = await self._compile(files)
        return RevisionRow(
            draft=name,
            number=base + 1,
            organization=draft_organization(name),
            files_digest=files_digest(files),
            create_time=now(),
            principal=caller().id,
            note=note,
            version=version.name if version else "",
            content_digest=version.content_digest if version else "",
            rule_digest=version.rule_digest if version else "",
            text_digest=version.text_digest if version else "",
            problems=orjson.dumps(problems).decode(),
            origin=origin,
        )

    def keep(self, row: RevisionRow, files: Mapping[str, str]) -> draft_pb2.DraftRevision:
        self._draft_store.add_revision(row, files, base=row.number - 1)
        return write_revision(row)

    async def compare(
        self, request: draft_pb2.CompareDraftRevisionsRequest, threads: Limiter
    ) -> draft_pb2.CompareDraftRevisionsResponse:
        base, after = await threads.in_thread(self._compared_sources, request)
        version, _ = await self._compile(after)
        earlier_version: PublishedVersion | None
        if isinstance(base, PublishedVersion):
            before, earlier_version = base.sources, base
            if version is not None and version.card.id != base.card.id:
                message = _message("DRAFT_OF_OTHER_CARD", found=version.card.id, card=base.card.id)
                raise InputError.of("base_name", message, "WRONG_VALUE")
        else:
            before, earlier_version = base, (await self._compile(base))[0] if base else None
        versions = earlier_version, version
        return await threads.in_thread(_comparison, before, after, versions, request.language_code)

    def _compared_sources(
        self, request: draft_pb2.CompareDraftRevisionsRequest
    ) -> tuple[Mapping[str, str] | PublishedVersion, Mapping[str, str]]:
        violations: list[Violation] = []
        base_name = request.base_name
        name = attempt(violations, lambda: parse_draft_child(request.name, "revisions"))
        attempt(violations, check_language, request.language_code)
        if base_name.startswith("scorecards/"):
            attempt(violations, lambda: parse_version(base_name, field="base_name"))
        elif base_name:
            base = attempt(violations, lambda: parse_draft_child(base_name, "revisions", field="base_name"))
            if name is not None and base is not None and name[0] != base[0]:
                violations.append(Violation("base_name", _message("OTHER_DRAFT", draft=name[0]), "WRONG_VALUE"))
        if violations:
            raise InputError(tuple(violations))
        after = self.files(self.revision(request.name))
        if base_name.startswith("scorecards/"):
            return self._gazette.version_named(base_name), after
        return self.files(self.revision(base_name)) if base_name else {}, after

    async def _compile(self, files: Mapping[str, str]) -> tuple[PublishedVersion | None, list[str]]:
        try:
            return await self.published_form(files), []
        except InputError as error:
            return None, [str(violation.description) for violation in error.violations[:_MAX_PROBLEMS]]


def _comparison(
    before: Mapping[str, str],
    after: Mapping[str, str],
    versions: tuple[PublishedVersion | None, PublishedVersion | None],
    language: str,
) -> draft_pb2.CompareDraftRevisionsResponse:
    answer = draft_pb2.CompareDraftRevisionsResponse(files=file_differences(before, after))
    earlier_version, other = versions
    if earlier_version is not None and other is not None:
        difference = write_differences(compare_versions(earlier_version, other, language), language)
        answer.meaning_known, answer.required_step = True, difference.required_step
        answer.changes.extend(difference.changes)
        answer.rule_changes.extend(difference.rule_changes)
        answer.movable_outcomes.CopyFrom(difference.movable_outcomes)
    return answer


def read_files(request: draft_pb2.SaveDraftRevisionRequest) -> dict[str, str]:
    """Return the files of a valid request, otherwise raise InputError."""
    violations: list[Violation] = []
    attempt(violations, draft_organization, request.name)
    if request.base_revision < 0:
        violations.append(malformed("base_revision", str(request.base_revision), _message("REVISION_NUMBER")))
    violations += note_violations(request.note)
    draft = evaluation_service_pb2.ScorecardDraft(source_files=request.source_files)
    violations += check_draft(draft, field="source_files")
    if violations:
        raise InputError(tuple(violations))
    return {file.path: file.content for file in request.source_files}


def note_violations(note: str) -> list[Violation]:
    """Return the violations of the note of a revision."""
    violations: list[Violation] = []
    if len(note) > _MAX_NOTE_CHARS:
        violations.append(Violation("note", _message("TOO_LONG", size=len(note), most=_MAX_NOTE_CHARS), "TOO_LARGE"))
    if "\0" in note:
        violations.append(malformed("note", note, _message("WITHOUT_NUL")))
    return violations


def file_differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[draft_pb2.FileDifference]:
    """Yield the changed files with their differences in the unified format."""
    for path in sorted({*before, *after}):
        old, new = before.get(path), after.get(path)
        if old == new:
            continue
        kind = "KIND_ADDED" if old is None else "KIND_REMOVED" if new is None else "KIND_CHANGED"
        lines = difflib.unified_diff((old or "").splitlines(), (new or "").splitlines(), path, path, n=2, lineterm="")
        yield draft_pb2.FileDifference(path=path, kind=kind, unified="\n".join(lines))
