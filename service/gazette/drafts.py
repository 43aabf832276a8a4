"""Compilation of callers' drafts in a worker, with size and time limits."""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import TYPE_CHECKING

from rules.contracts import LANGUAGES, InputError, TrailError, Violation, digest, join_sentences, message_factory
from rules.language import language_of
from rules.model import PublishedVersion, read_published
from service.base.refusals import Reason, Refusal
from service.base.resource_names import malformed
from service.base.worker_specs import Worker, WorkerSpec
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from service.base.thread_pool import ThreadRunner
    from service.gazette.table_order import TableStores
    from touchstone.v1 import evaluation_service_pb2

_message = message_factory(__name__)

FIELD = "scorecard_draft"
MAXIMUM_FILES = 64
MAXIMUM_BYTES = 1_000_000
SECONDS = 20
PROGRAM = WorkerSpec("service.gazette.draft_process", seconds=SECONDS)
_MAX_CACHED_DRAFTS = 4
_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.feature\Z")


class DraftCompiler:
    """Draft compiler that compiles one draft at a time and caches the last results."""

    def __init__(self, table_stores: TableStores, processes: Worker, in_thread: ThreadRunner) -> None:
        from asyncio import Semaphore  # noqa: PLC0415 -- commands that compile no draft need no event loop

        self._in_thread = in_thread
        self._table_stores = table_stores
        self._semaphore = Semaphore(1)
        self._processes = processes
        self._compiled_versions: OrderedDict[str, PublishedVersion] = OrderedDict()

    async def compile(self, draft: evaluation_service_pb2.ScorecardDraft) -> PublishedVersion:
        request = work_pb2.CompileDraft(files=_files(draft), language_code=draft.language_code)
        request.shelves.extend(await self._in_thread(shelves_here, self._table_stores))
        key = digest(request.SerializeToString(deterministic=True))
        async with self._semaphore:
            published = self._compiled_versions.pop(key, None) or await self._compile_in_worker(request)
        self._compiled_versions[key] = published
        while len(self._compiled_versions) > _MAX_CACHED_DRAFTS:
            self._compiled_versions.popitem(last=False)
        return published

    async def _compile_in_worker(self, request: work_pb2.CompileDraft) -> PublishedVersion:
        try:
            compiled = await self._processes.work(request, work_pb2.CompiledDraft)
        except Refusal as refusal:
            if refusal.reason is Reason.TOOK_TOO_LONG:
                raise _too_much(_message("DRAFT_TAKES_TOO_LONG", seconds=SECONDS)) from None
            if refusal.reason is Reason.NEEDS_TOO_MUCH:
                raise _too_much(_message("DRAFT_NEEDS_TOO_MUCH")) from None
            raise
        if compiled.published:
            return await self._in_thread(read_published, compiled.published, "")
        if compiled.damaged:
            raise TrailError(compiled.damaged)
        raise InputError(tuple(map(_violation, compiled.diagnostics)))


def shelves_here(table_stores: TableStores) -> list[work_pb2.Shelf]:
    """Return the current table stores with manifest names; these contain digests, so they serve as a cache key."""
    return [
        work_pb2.Shelf(folder=str(table_store.folder), manifests=table_store.manifest_files())
        for table_store in table_stores.here()
    ]


def check_draft(
    draft: evaluation_service_pb2.ScorecardDraft, *, field: str = f"{FIELD}.source_files"
) -> list[Violation]:
    """Return the formal violations of a draft, located in `field`, without compiling it."""
    violations: list[Violation] = []
    if draft.language_code and draft.language_code not in LANGUAGES:
        expected = _message("ONE_OF", known=LANGUAGES)
        violations.append(malformed(f"{FIELD}.language_code", draft.language_code, expected))
    if not draft.source_files:
        violations.append(Violation(field, _message("DRAFT_FILES_REQUIRED"), "REQUIRED"))
    if len(draft.source_files) > MAXIMUM_FILES:
        message = _message("DRAFT_FILES", count=len(draft.source_files), most=MAXIMUM_FILES)
        return [*violations, Violation(field, message, "TOO_MANY_FILES")]
    size = sum(len(file.content.encode()) for file in draft.source_files)
    if size > MAXIMUM_BYTES:
        violations.append(Violation(field, _message("DRAFT_BYTES", size=size, most=MAXIMUM_BYTES), "TOO_LARGE"))
    seen: set[str] = set()
    for index, file in enumerate(draft.source_files):
        if not _PATH.match(file.path) or language_of(file.path) is None:
            violations.append(malformed(f"{field}[{index}].path", file.path, _message("DRAFT_FILE_NAME")))
        elif file.path in seen:
            violations.append(Violation(f"{field}[{file.path}]", _message("GIVEN_TWICE"), "DUPLICATE"))
        elif "\0" in file.content:
            violations.append(malformed(f"{field}[{file.path}].content", file.content, _message("DRAFT_FILE_NUL")))
        seen.add(file.path)
    return violations


def _files(draft: evaluation_service_pb2.ScorecardDraft) -> dict[str, str]:
    violations = check_draft(draft)
    if violations:
        raise InputError(tuple(violations))
    return {file.path: file.content for file in draft.source_files}


def _too_much(problem: str) -> InputError:
    return InputError.of(FIELD, _message("DRAFT_TOO_MUCH", found=problem), "TOO_LARGE")


def _violation(diagnostic: work_pb2.Diagnostic) -> Violation:
    location = f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}"
    message = join_sentences(filter(None, (diagnostic.message, diagnostic.hint)))
    field = f"{FIELD}.source_files[{diagnostic.path}]:{diagnostic.line}:{diagnostic.column}"
    return Violation(field, f"{location}: {diagnostic.code}: {message}", diagnostic.code)
