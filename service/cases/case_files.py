"""Documents of a case: files stored by digest, their uploaders and removal.

A document has no effect until the dossier cites it.
"""

from __future__ import annotations

import hashlib
import secrets
import time
import unicodedata
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

import orjson

from rules.contracts import InputError, message_factory
from service.api.fair_turns import FairTurns
from service.base import instants
from service.base.bounded_cache import BoundedCache
from service.base.call_context import preferred_language
from service.base.refusals import Reason, Refusal
from service.base.resource_names import DIGEST
from service.cases import workflow_steps
from service.cases.case_names import calling_actor, check_name, checked_text, document_row, parse_case_file
from service.cases.client_side import check_own, client_member_test, is_applicant
from service.cases.dossiers import find_dossier
from service.cases.step_context import step_refused
from service.files.document_pages import DRAWING, DRAWN_TYPES, MOST_BYTES
from service.files.file_intake import files_off, next_piece, read_chunk
from service.files.uploaded_files import IncomingFile, os_errors_as_refusals, receiving_file
from service.identity.principals import Role, caller
from service.store.cases import CASE_FILES, CaseReader, case_files_label, cases_keeping
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import case_dossier_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.api.service_dependencies import Limiter
    from service.base.worker_specs import Worker
    from service.files.file_intake import FileStorage
    from service.store.cases import CaseWriter
    from service.store.store import Store
    from service.store.tables import CaseDocumentRow, CaseRow

    Context = grpc.aio.ServicerContext[Any, Any]
    Piece = case_dossier_service_pb2.AddCaseFileRequest

_message = message_factory(__name__)

CaseFile = case_dossier_service_pb2.CaseFile
_LONGEST_NAME, _MOST_DOCUMENTS = 200, 1_000
_COSTLY_PAGE_REASONS = frozenset({Reason.TOOK_TOO_LONG, Reason.NEEDS_TOO_MUCH, Reason.PROCESS_LOST})
"""A page that exceeds the memory limit usually ends its process."""
_RETRY_PAUSE_SECONDS, _MAX_PAUSED_PAGES = 600.0, 1_000
_PAGE_CACHE_BYTES, _PAGE_CACHE_SECONDS = 64 * 1024 * 1024, 600.0
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
"""Removed from file names, because some disguise a file extension."""
_WIDTHS, _USUAL_WIDTH = range(100, 2_481), 1_240


def files_of_case(reading: CaseReader, row: CaseRow) -> dict[str, CaseFile]:
    """Return visible case documents by digest, also if removed; applicants see only their client's uploads."""
    case = row.name.rpartition("/")[2]
    rows = reading.documents(row.organization, CASE_FILES, label=case_files_label(case))
    is_visible = _uploader_test(reading, row)
    files = (_file_message(row, document, is_visible) for document in rows)
    return {file.content_digest: file for file in files if file is not None}


def _document_id(row: CaseRow, content_digest: str) -> str:
    return f"{row.name.rpartition('/')[2]}/{content_digest}"


def _uploader_test(reading: CaseReader, row: CaseRow) -> Callable[[str], bool] | None:
    return client_member_test(reading, row.organization, row.client) if is_applicant() else None


def _file_message(row: CaseRow, document: CaseDocumentRow, is_visible: Callable[[str], bool] | None) -> CaseFile | None:
    known = orjson.loads(document.document)
    upload = next((entry for entry in known["given"] if is_visible is None or is_visible(entry["person"])), None)
    if upload is None:
        return None
    file = CaseFile(
        name=f"{row.name}/files/{known['content_digest']}", content_digest=known["content_digest"],
        title=upload["title"], file_name=upload["file_name"], media_type=known["media_type"],
        size_bytes=known["size_bytes"], person=upload["person"],
    )  # fmt: skip
    file.create_time.CopyFrom(instants.to_timestamp(upload["time"]))
    if "discard_time" in known:
        file.discard_time.CopyFrom(instants.to_timestamp(known["discard_time"]))
        file.discard_reason = known["discard_reason"]
    return file


def copy_files(writing: CaseWriter, source: CaseRow, target: CaseRow, digests: Iterable[str], person: str) -> None:
    """Add files of a case to another case of the same client, as far as the caller may see them.

    The content is stored once. Files that the other case has or cannot take any more are omitted.
    """
    visible, known = files_of_case(writing, source), files_of_case(writing, target)
    for content_digest in digests:
        file = visible.get(content_digest)
        stored = writing.document(target.organization, CASE_FILES, _document_id(target, content_digest))
        if file is None or is_discarded(file) or stored is not None or len(known) >= _MOST_DOCUMENTS:
            continue
        entry = {"person": person, "title": file.title, "file_name": file.file_name, "time": instants.now()}
        document = {
            "case": target.name.rpartition("/")[2], "content_digest": content_digest, "media_type": file.media_type,
            "size_bytes": file.size_bytes, "given": [entry], "display_name": file.title,
            "salt": secrets.token_hex(16),
        }  # fmt: skip
        id = _document_id(target, content_digest)
        writing.save(document_row(target.organization, CASE_FILES, id, 0, document))
        known[content_digest] = file


def is_discarded(file: CaseFile) -> bool:
    """Return whether a document was removed."""
    return file.HasField("discard_time")


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """Store of case documents."""

    store: Store
    storage: FileStorage

    def checked(self, first: Piece) -> Piece:
        check_name(first.parent, "parent")
        checked = case_dossier_service_pb2.AddCaseFileRequest(
            parent=first.parent, person=first.person, content_digest=first.content_digest,
            file_name=_base_name(first.file_name),
        )  # fmt: skip
        if first.content_digest and not DIGEST.match(first.content_digest):
            raise InputError.of("content_digest", _message("NO_DIGEST", found=first.content_digest[:80]), "MALFORMED")
        checked.title = _visible_line(first.title) or checked.file_name.rpartition(".")[0] or checked.file_name
        if len(checked.title) > _LONGEST_NAME:
            raise InputError.of("title", _message("TITLE", count=len(checked.title), most=_LONGEST_NAME), "TOO_LONG")
        with self.store.cases.read_transaction() as reading:
            self._case_and_uploader(reading, checked)
        return checked

    @staticmethod
    def _case_and_uploader(reading: CaseReader, upload: Piece) -> tuple[CaseRow, str]:
        row = check_own(reading, reading.case(upload.parent), upload.parent)
        if row.state not in workflow_steps.states_with_steps(workflow_steps.CASE):
            raise step_refused(_message("CASE_ENDED", name=upload.parent, state=row.state))
        return row, calling_actor(reading, row.organization, upload.person).person

    def keep(self, request: Piece, incoming: IncomingFile) -> CaseFile:
        content_digest, organization = incoming.finish(), request.parent.split("/")[1]
        if request.content_digest not in ("", content_digest):
            message = _message("OTHER_DIGEST", stated=request.content_digest, found=content_digest)
            raise InputError.of("content", message, "WRONG_DIGEST")
        media_type = self.storage.keep(organization, content_digest, incoming)
        try:
            return self._record_upload(request, content_digest, media_type, incoming.size)
        except BaseException:
            self._remove_unused(organization, content_digest)
            raise

    def _record_upload(self, upload: Piece, content_digest: str, media_type: str, size: int) -> CaseFile:
        with self.store.cases.write_transaction() as writing:
            row, person = self._case_and_uploader(writing, upload)
            case, visible_files = row.name.rpartition("/")[2], files_of_case(writing, row)
            with os_errors_as_refusals():
                if self.storage.files.find(row.organization, content_digest) is None:  # removed during the upload
                    raise Refusal(Reason.STORE_UNAVAILABLE, _message("REMOVED_MEANWHILE"))
            if content_digest in visible_files and not is_discarded(visible_files[content_digest]):
                return visible_files[content_digest]
            if len(visible_files) >= _MOST_DOCUMENTS:
                raise step_refused(_message("TOO_MANY_DOCUMENTS", most=_MOST_DOCUMENTS))
            id = _document_id(row, content_digest)
            before = writing.document(row.organization, CASE_FILES, id)
            entry = {"person": person, "title": upload.title, "file_name": upload.file_name, "time": instants.now()}
            known = {} if before is None else orjson.loads(before.document)
            earlier = [] if "discard_time" in known else known.get("given", [])
            document = {
                "case": case, "content_digest": content_digest, "media_type": media_type, "size_bytes": size,
                "given": [*earlier, entry], "display_name": (earlier or [entry])[0]["title"],
                "salt": secrets.token_hex(16),  # prevents guessing a name from its digest in the log
            }  # fmt: skip
            revision = 0 if before is None else before.revision
            writing.save(document_row(row.organization, CASE_FILES, id, revision, document))
            return files_of_case(writing, row)[content_digest]

    def _remove_unused(self, organization: str, content_digest: str) -> None:
        """Remove an unused file; the write transaction excludes a concurrent upload."""
        if self.store.documents.is_stated(organization, content_digest):
            return
        with self.store.cases.write_transaction() as writing, os_errors_as_refusals():
            if not cases_keeping(writing.connection, organization, content_digest, limit=1):
                self.storage.files.remove(organization, content_digest)

    def find(self, name: str) -> CaseFile:
        case, content_digest = parse_case_file(name)
        with self.store.cases.read_transaction() as reading:
            row = check_own(reading, reading.case(case), case)
            document = reading.document(row.organization, CASE_FILES, _document_id(row, content_digest))
            file = None if document is None else _file_message(row, document, _uploader_test(reading, row))
        if file is None or is_discarded(file):
            raise self._missing_file(name)
        return file

    def open(self, name: str) -> tuple[CaseFile, BinaryIO]:
        file = self.find(name)
        opened = self.storage.open(name.split("/")[1], file.content_digest)
        if opened is None:
            raise self._missing_file(name)
        return file, opened[1]

    def drawing(
        self, request: case_dossier_service_pb2.GetCaseFilePageRequest
    ) -> tuple[CaseFile, work_pb2.DrawDocumentPage]:
        width = request.width_pixels or _USUAL_WIDTH
        if width not in _WIDTHS:
            message = _message("WIDTH", found=width, least=_WIDTHS[0], most=_WIDTHS[-1])
            raise InputError.of("width_pixels", message, "OUT_OF_RANGE")
        file, opened = self.open(request.name)
        with opened:
            if file.media_type not in DRAWN_TYPES or file.size_bytes > MOST_BYTES:
                message = _message(
                    "NOT_DRAWN", found=file.media_type, size=f"{file.size_bytes:,}", most=f"{MOST_BYTES:,}"
                )
                raise Refusal(Reason.EVIDENCE_FILE_NOT_DRAWN, message)
            with os_errors_as_refusals():
                content = opened.read()
        page_request = work_pb2.DrawDocumentPage(
            content=content, media_type=file.media_type, page_number=request.page_number or 1, quote=request.quote,
            width_pixels=width,
        )  # fmt: skip
        return file, page_request

    def discard(self, request: case_dossier_service_pb2.DiscardCaseFileRequest) -> CaseFile:
        reason = checked_text(request.reason, "reason")
        case, content_digest = parse_case_file(request.name)
        with self.store.cases.write_transaction() as writing:
            row = check_own(writing, writing.case(case), case)
            person = calling_actor(writing, row.organization, request.person).person
            file = files_of_case(writing, row).get(content_digest)
            before = writing.document(row.organization, CASE_FILES, _document_id(row, content_digest))
            if file is None or is_discarded(file) or before is None:
                raise self._missing_file(request.name)
            if _is_cited(writing, row, content_digest) and not _may_discard_cited():
                raise step_refused(_message("STATED", title=file.title))
            document, now = orjson.loads(before.document), instants.now()
            is_member = client_member_test(writing, row.organization, row.client) if is_applicant() else None
            others = [entry for entry in document["given"] if is_member is not None and not is_member(entry["person"])]
            if others:  # the certification body uploaded it too
                document |= {"given": others, "display_name": others[0]["title"]}
            else:
                document |= {"discard_time": now, "discarded_by": person, "discard_reason": reason}
            writing.save(document_row(row.organization, CASE_FILES, before.id, before.revision, document))
            file.discard_time.CopyFrom(instants.to_timestamp(now))
            file.discard_reason = reason
        self._remove_unused(row.organization, content_digest)
        return file

    @staticmethod
    def _missing_file(name: str) -> Refusal:
        return Refusal(Reason.EVIDENCE_FILE_NOT_FOUND, _message("NOT_KEPT", name=name))


def _may_discard_cited() -> bool:
    return caller().may_everything or Role.DECIDER in caller().roles


def _is_cited(reading: CaseReader, row: CaseRow, content_digest: str) -> bool:
    dossier = find_dossier(reading, row)
    if dossier is not None and any(item.content_digest == content_digest for item in dossier.content.evidence):
        return True
    return any(content_digest in orjson.loads(item.content).get("evidence", ()) for item in reading.items(row.name))


def _base_name(sent: str) -> str:
    name = _visible_line(sent.replace("\\", "/").rpartition("/")[2])
    if not name.strip(". ") or len(name) > _LONGEST_NAME:
        raise InputError.of("file_name", _message("FILE_NAME", found=name[:80], most=_LONGEST_NAME), "WRONG_VALUE")
    return name


def _visible_line(text: str) -> str:
    normal = unicodedata.normalize("NFC", text)
    kinds = ((character, unicodedata.category(character)) for character in normal)
    return " ".join("".join(letter for letter, kind in kinds if kind not in _INVISIBLE or letter.isspace()).split())


class CaseFileApi:
    """RPC methods for case documents."""

    def __init__(self, files: CaseFiles | None, bulkhead: Limiter, drawing: Worker) -> None:
        self._files, self._bulkhead, self._drawing = files, bulkhead, drawing
        self._paused_until: dict[tuple[str, int], float] = {}
        self._page_cache = BoundedCache(most_bytes=_PAGE_CACHE_BYTES, seconds=_PAGE_CACHE_SECONDS)
        self._turns = FairTurns(DRAWING.max_processes)

    async def AddCaseFile(self, pieces: AsyncIterator[Piece], context: Context) -> CaseFile:
        first = await next_piece(pieces)  # names the case, which permission depends on
        if first is None:
            raise InputError.of("parent", _message("NO_PIECES"), "REQUIRED")
        with self._admitted() as files:
            upload = await self._bulkhead.in_thread(files.checked, first)
            with receiving_file(files.storage.files.incoming, files.storage.most_bytes) as incoming:
                piece: Piece | None = first
                while piece is not None:
                    await self._bulkhead.in_thread(incoming.write, piece.content)
                    piece = await next_piece(pieces)
                return await self._bulkhead.in_thread(files.keep, upload, incoming)

    async def GetCaseFile(
        self, request: case_dossier_service_pb2.GetCaseFileRequest, context: Context
    ) -> AsyncIterator[case_dossier_service_pb2.GetCaseFileResponse]:
        with self._admitted() as files:
            message, file = await self._bulkhead.in_thread(files.open, request.name)
            with file:
                yield case_dossier_service_pb2.GetCaseFileResponse(file=message)
                while piece := await self._bulkhead.in_thread(read_chunk, file):
                    yield case_dossier_service_pb2.GetCaseFileResponse(content=piece)

    async def GetCaseFilePage(
        self, request: case_dossier_service_pb2.GetCaseFilePageRequest, context: Context
    ) -> case_dossier_service_pb2.CaseFilePage:
        with self._admitted() as files:
            file, page_request = await self._bulkhead.in_thread(files.drawing, request)
            page = await self._draw(
                file.content_digest, page_request, preferred_language(request, context.invocation_metadata())
            )
        page.file.CopyFrom(file)
        return page

    async def _draw(
        self, content_digest: str, page_request: work_pb2.DrawDocumentPage, language: str
    ) -> case_dossier_service_pb2.CaseFilePage:
        """Draw a page, or return it from the cache.

        A page that exceeded its limits is not retried for ten minutes. One page per caller is drawn at a time, because
        pages may be costly.
        """
        parts = (content_digest, str(page_request.page_number), str(page_request.width_pixels), page_request.quote)
        key = hashlib.sha256("\0".join(parts).encode()).digest()
        if (drawn := self._page_cache.get(key)) is not None:
            return case_dossier_service_pb2.CaseFilePage.FromString(drawn)
        async with self._turns.turn(caller().account):
            if (drawn := self._page_cache.get(key)) is None:  # a concurrent request of the caller may have drawn it
                page = await self._draw_now(content_digest, page_request, language)
                self._page_cache.add(key, drawn := page.SerializeToString())
        return case_dossier_service_pb2.CaseFilePage.FromString(drawn)

    async def _draw_now(
        self, content_digest: str, page_request: work_pb2.DrawDocumentPage, language: str
    ) -> case_dossier_service_pb2.CaseFilePage:
        key, now = (content_digest, page_request.page_number), time.monotonic()
        if now < self._paused_until.get(key, now):
            raise Refusal(Reason.EVIDENCE_FILE_NOT_DRAWN, _message("TAKES_TOO_MUCH"))
        try:
            return await self._drawing.work(page_request, case_dossier_service_pb2.CaseFilePage, language=language)
        except Refusal as refusal:
            if refusal.reason not in _COSTLY_PAGE_REASONS:
                raise
            if len(self._paused_until) >= _MAX_PAUSED_PAGES:
                self._paused_until.clear()
            self._paused_until[key] = now + _RETRY_PAUSE_SECONDS
            raise Refusal(Reason.EVIDENCE_FILE_NOT_DRAWN, _message("TAKES_TOO_MUCH")) from None

    async def DiscardCaseFile(
        self, request: case_dossier_service_pb2.DiscardCaseFileRequest, context: Context
    ) -> CaseFile:
        with self._admitted() as files:
            return await self._bulkhead.in_thread(files.discard, request)

    @contextmanager
    def _admitted(self) -> Iterator[CaseFiles]:
        if self._files is None:
            raise files_off()
        with self._bulkhead.slot():
            yield self._files
