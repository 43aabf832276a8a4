"""EvidenceService: RPC methods of evidence files, which are stored under the digests that evidence states."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO

from google.protobuf.timestamp_pb2 import Timestamp

from rules.contracts import InputError, Violation, message_factory
from service.api.service_dependencies import Limiter, ServiceContext, require_store
from service.base.paging import read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import check_evaluation_name, parse_evidence_file, parse_organization
from service.files.uploaded_files import (
    CHUNK_BYTES,
    FileStore,
    IncomingFile,
    StoredFile,
    file_digest,
    media_type_of,
    os_errors_as_refusals,
    receiving_file,
)
from service.identity.principals import visibility_scope
from touchstone.v1 import evidence_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.files.file_storage import FileStorage
    from service.store.dependents import DocumentIndex

    Context = grpc.aio.ServicerContext[Any, Any]
    Piece = evidence_service_pb2.AddEvidenceFileRequest


_say = message_factory(__name__)

_COUNTED_SECONDS = 60


class StorageQuota:
    """Holds organisations to a bound; several servers may go beyond it by what they take in within a minute."""

    def __init__(self, files: FileStore, most: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Let each organisation keep so many bytes; 0 bounds nothing, and then nothing is counted."""
        self._files = files
        self._most = most
        self._clock = clock
        self._lock = Lock()
        self._counted: dict[str, tuple[float, int]] = {}

    def take(self, organization: str, digest: str, size: int) -> None:
        """Count a file that comes in, unless it is kept already."""
        if not self._most or self._files.find(organization, digest) is not None:
            return
        with self._lock:
            at, count = self._counted.get(organization, (0.0, 0))
            if not at or self._clock() - at > _COUNTED_SECONDS:
                at, count = self._clock(), sum(stored_file.size for stored_file in self._files.list(organization))
            fits = count + size <= self._most
            self._counted[organization] = at, count + size * fits
        if not fits:
            message = _say("ORGANIZATION_FULL", most=f"{self._most:,}", kept=f"{count:,}", size=f"{size:,}")
            raise Refusal(Reason.QUOTA_EXHAUSTED, message)


Checked = evidence_service_pb2.CheckedEvidenceFile
_PAGE_BYTES = 256 * 1024 * 1024
"""A page of files to check ends after so many bytes."""
_MAX_LISTED = 5


@dataclass(frozen=True, slots=True)
class UploadTarget:
    """What a file that comes in is to be: of an organisation, and of a digest that is stated by evidence, by its id.

    Without `stated` any evidence of the organisation may state it.
    """

    organization: str
    evaluation: str
    stated: dict[str, str] | None


class EvidenceFiles:
    """The files behind the evidence of a store."""

    def __init__(self, keeping: FileStorage, documents: DocumentIndex) -> None:
        """Keep them so."""
        self.keeping = keeping
        self._documents = documents
        self._stock = StorageQuota(keeping.files, keeping.most_bytes_each)

    def asked(self, first: evidence_service_pb2.AddEvidenceFileRequest) -> UploadTarget:
        """Read what the first message says, before any of the file is taken in."""
        organization = parse_organization(first.parent, field="parent")
        if not first.evaluation:
            if first.evidence_id:
                raise InputError((Violation("evaluation", _say("EVALUATION_WANTED"), "REQUIRED"),))
            return UploadTarget(organization, "", None)
        stated = self._stated_digests(organization, first.evaluation)
        if first.evidence_id:
            if first.evidence_id not in stated:
                message = _say("NO_SUCH_EVIDENCE", found=first.evidence_id[:80], known=sorted(stated)[:_MAX_LISTED])
                raise InputError((Violation("evidence_id", message, "UNKNOWN"),))
            stated = {first.evidence_id: stated[first.evidence_id]}
        return UploadTarget(organization, first.evaluation, stated)

    def keep(self, asked: UploadTarget, incoming: IncomingFile) -> evidence_service_pb2.EvidenceFile:
        """Keep a file that has come in whole."""
        digest, keeping, organization = incoming.finish(), self.keeping, asked.organization
        self._check_stated(asked, digest)
        with os_errors_as_refusals():
            with incoming.path.open("rb") as file:
                media_type = media_type_of(file)
            if media_type not in keeping.media_types:
                message = _say("MEDIA_TYPE", found=media_type or "?", known=sorted(keeping.media_types))
                raise Refusal(Reason.UNSUPPORTED_MEDIA_TYPE, message)
            if keeping.scanner is not None:
                keeping.scanner.check(incoming.path)
            self._stock.take(organization, digest, incoming.size)
            keeping.files.put(organization, digest, incoming.path)
            try:
                self._check_stated(asked, digest)
            except Refusal:  # erased while it came in
                keeping.files.remove(organization, digest)
                raise
            kept = keeping.files.find(organization, digest)
        if kept is None:
            raise self._not_found(organization, digest)
        return message_of(organization, kept)

    def open(self, name: str) -> tuple[evidence_service_pb2.EvidenceFile, BinaryIO]:
        """Open a file that is whole."""
        organization, digest = parse_evidence_file(name, field="name")
        files = self.keeping.files
        if not self._documents.resting_on(organization, digest, limit=1):
            raise self._not_found(organization, digest)
        with os_errors_as_refusals():
            kept = files.find(organization, digest)
            if kept is None:
                raise self._not_found(organization, digest)
            file = files.open(organization, digest)
            try:
                actual = file_digest(file)
                if actual != digest:
                    raise Refusal(Reason.EVIDENCE_FILE_DIFFERS, _say("DIFFERS", stated=digest, found=actual))
            except BaseException:
                file.close()
                raise
        return message_of(organization, kept), file

    def listed(
        self, request: evidence_service_pb2.ListEvidenceFilesRequest
    ) -> evidence_service_pb2.ListEvidenceFilesResponse:
        """List one page of the files of an organisation."""
        organization = parse_organization(request.parent, field="parent")
        query = ("evidence_files", visibility_scope(), request.parent)
        page = self._page(organization, read_page_size(request.page_size), read_token(request.page_token, query))
        response = evidence_service_pb2.ListEvidenceFilesResponse(
            evidence_files=[message_of(organization, stored_file) for stored_file in page[0]]
        )
        if page[1]:
            response.next_page_token = write_token(query, page[0][-1].digest)
        return response

    def check(
        self, request: evidence_service_pb2.CheckEvidenceFilesRequest
    ) -> evidence_service_pb2.CheckEvidenceFilesResponse:
        """Compare files with their digests: one page of an organisation's, or all that an evaluation states."""
        organization = parse_organization(request.parent, field="parent")
        response = evidence_service_pb2.CheckEvidenceFilesResponse()
        if request.evaluation:
            ids: dict[str, list[str]] = {}
            for id, digest in self._stated_digests(organization, request.evaluation).items():
                ids.setdefault(digest, []).append(id)
            for digest, named in ids.items():
                checked = self._checked(organization, digest)
                checked.evidence_ids.extend(sorted(named))
                response.checked.append(checked)
            return response
        query = ("evidence_files_checked", visibility_scope(), request.parent)
        size, after = read_page_size(request.page_size), read_token(request.page_token, query)
        page, more = self._page(organization, size, after)
        read = 0
        for stored_file in page:
            checked = self._checked(organization, stored_file.digest)
            if checked.state == Checked.STATE_KEPT and not self._documents.resting_on(
                organization, stored_file.digest, limit=1
            ):
                checked.state = Checked.STATE_NEEDLESS
            response.checked.append(checked)
            read += stored_file.size
            if read > _PAGE_BYTES or stored_file is page[-1]:
                more = more or stored_file is not page[-1]
                break
        if more:
            response.next_page_token = write_token(query, response.checked[-1].content_digest)
        return response

    def _page(self, organization: str, size: int, after: str) -> tuple[list[StoredFile], bool]:
        """Give so many files after a digest, and whether there are more."""
        with os_errors_as_refusals():
            stored_files = [
                stored_file
                for _, stored_file in zip(range(size + 1), self.keeping.files.list(organization, after), strict=False)
            ]
        return stored_files[:size], len(stored_files) > size

    def _checked(self, organization: str, digest: str) -> Checked:
        checked = Checked(content_digest=digest, state=Checked.STATE_KEPT)
        with os_errors_as_refusals():
            try:
                with self.keeping.files.open(organization, digest) as file:
                    actual = file_digest(file)
            except FileNotFoundError:
                checked.state = Checked.STATE_LACKING
                return checked
        if actual != digest:
            checked.state, checked.found_digest = Checked.STATE_DIFFERS, actual
        return checked

    def _stated_digests(self, organization: str, evaluation: str) -> dict[str, str]:
        check_evaluation_name(evaluation, field="evaluation")
        if not evaluation.startswith(f"organizations/{organization}/"):
            message = _say("OTHER_PARENT", found=evaluation, organization=organization)
            raise InputError((Violation("evaluation", message, "WRONG_VALUE"),))
        stated = self._documents.stated(evaluation)
        if stated is None:
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _say("NO_SUCH_EVALUATION", name=evaluation))
        return stated

    def _check_stated(self, asked: UploadTarget, digest: str) -> None:
        """Compare a digest with what evidence states now."""
        if asked.stated is not None and digest not in asked.stated.values():
            stated = [f"{id}: {stated_digest}" for id, stated_digest in sorted(asked.stated.items())][:_MAX_LISTED]
            message = _say("OTHER_DIGEST", found=digest, stated=stated, evaluation=asked.evaluation)
            raise InputError((Violation("content", message, "WRONG_DIGEST"),))
        if not self._documents.resting_on(asked.organization, digest, limit=1):
            raise Refusal(
                Reason.EVIDENCE_FILE_NOT_FOUND, _say("NOT_STATED", organization=asked.organization, digest=digest)
            )

    @staticmethod
    def _not_found(organization: str, digest: str) -> Refusal:
        return Refusal(Reason.EVIDENCE_FILE_NOT_FOUND, _say("NOT_KEPT", organization=organization, digest=digest))


def message_of(organization: str, kept: StoredFile) -> evidence_service_pb2.EvidenceFile:
    """Write what is kept."""
    return evidence_service_pb2.EvidenceFile(
        name=f"organizations/{organization}/evidenceFiles/{kept.digest}",
        content_digest=kept.digest,
        size_bytes=kept.size,
        create_time=Timestamp(seconds=kept.time),
    )


_SERVICE = evidence_service_pb2.DESCRIPTOR.services_by_name["EvidenceService"]
_PIECE_SECONDS = 30
"""How long the next piece of a file may take to come."""


class EvidenceApi:
    """Takes files in, and gives them back."""

    def __init__(self, files: EvidenceFiles | None, bulkhead: Limiter) -> None:
        """Answer by these, so many calls at once; without any every call is refused."""
        self._files = files
        self._bulkhead = bulkhead

    async def AddEvidenceFile(
        self, pieces: AsyncIterator[Piece], context: Context
    ) -> evidence_service_pb2.EvidenceFile:
        """Keep a file."""
        first = await _next_piece(pieces)  # which says whether the caller may do this at all
        if first is None:
            raise InputError((Violation("parent", _say("NO_PIECES"), "REQUIRED"),))
        with self._entered() as files:
            asked = await self._bulkhead.in_thread(files.asked, first)
            with receiving_file(files.keeping.files.incoming, files.keeping.most_bytes) as incoming:
                piece: Piece | None = first
                while piece is not None:
                    await self._bulkhead.in_thread(incoming.write, piece.content)
                    piece = await _next_piece(pieces)
                return await self._bulkhead.in_thread(files.keep, asked, incoming)

    async def GetEvidenceFile(
        self, request: evidence_service_pb2.GetEvidenceFileRequest, context: Context
    ) -> AsyncIterator[evidence_service_pb2.GetEvidenceFileResponse]:
        """Give a file back."""
        with self._entered() as files:
            message, file = await self._bulkhead.in_thread(files.open, request.name)
            with file:
                yield evidence_service_pb2.GetEvidenceFileResponse(evidence_file=message)
                while piece := await self._bulkhead.in_thread(_read_chunk, file):
                    yield evidence_service_pb2.GetEvidenceFileResponse(content=piece)

    async def ListEvidenceFiles(
        self, request: evidence_service_pb2.ListEvidenceFilesRequest, context: Context
    ) -> evidence_service_pb2.ListEvidenceFilesResponse:
        """List what is kept."""
        with self._entered() as files:
            return await self._bulkhead.in_thread(files.listed, request)

    async def CheckEvidenceFiles(
        self, request: evidence_service_pb2.CheckEvidenceFilesRequest, context: Context
    ) -> evidence_service_pb2.CheckEvidenceFilesResponse:
        """Compare what is kept with its digests."""
        with self._entered() as files:
            return await self._bulkhead.in_thread(files.check, request)

    @contextmanager
    def _entered(self) -> Iterator[EvidenceFiles]:
        if self._files is None:
            raise Refusal(Reason.EVIDENCE_FILES_OFF, _say("OFF"))
        with self._bulkhead.slot():
            yield self._files


def add(parts: ServiceContext) -> None:
    """Keep files; where that is not set up every call is refused."""
    store, keeping = require_store(parts), parts.keeping
    files = None if keeping is None else EvidenceFiles(keeping, store.documents)
    parts.answer(_SERVICE, EvidenceApi(files, parts.limiters.files))


async def _next_piece(pieces: AsyncIterator[Piece]) -> Piece | None:
    try:
        async with asyncio.timeout(_PIECE_SECONDS):
            return await anext(pieces, None)
    except TimeoutError:
        raise Refusal(Reason.REQUEST_TOO_SLOW, _say("PIECE_TOO_SLOW", seconds=_PIECE_SECONDS)) from None


def _read_chunk(file: Any) -> bytes:
    with os_errors_as_refusals():
        piece: bytes = file.read(CHUNK_BYTES)
        return piece
