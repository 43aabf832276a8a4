"""EvidenceService RPCs: evidence files, stored under the digests that evidence states."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from google.protobuf.timestamp_pb2 import Timestamp

from rules.contracts import InputError, message_factory
from service.api.service_dependencies import Limiter, ServiceContext, require_store
from service.base.paging import Page, read_page, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import (
    check_evaluation_name,
    claim_organization,
    parse_evidence_file,
    parse_organization,
)
from service.files.file_intake import files_off, next_piece, read_chunk
from service.files.uploaded_files import IncomingFile, StoredFile, file_digest, os_errors_as_refusals, receiving_file
from service.identity.principals import visibility_scope
from touchstone.v1 import evidence_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.files.file_intake import FileStorage
    from service.store.dependents import DocumentIndex

    Context = grpc.aio.ServicerContext[Any, Any]
    Piece = evidence_service_pb2.AddEvidenceFileRequest


_message = message_factory(__name__)

Checked = evidence_service_pb2.CheckedEvidenceFile
_MAX_CHECKED_PAGE_BYTES = 256 * 1024 * 1024
_MAX_LISTED = 5


@dataclass(frozen=True, slots=True)
class UploadTarget:
    """Upload destination.

    `stated` maps evidence ids to digests; None accepts any evidence of the organization. A claim in use need not state
    the digest yet.
    """

    organization: str
    evaluation: str = ""
    stated: dict[str, str] | None = None
    claim: str = ""


class EvidenceFiles:
    """Evidence files, accepted only if evidence states their digests or a claim in use needs them."""

    def __init__(self, keeping: FileStorage, documents: DocumentIndex) -> None:
        self.keeping = keeping
        self._documents = documents

    def read_upload_target(self, first: evidence_service_pb2.AddEvidenceFileRequest) -> UploadTarget:
        organization = parse_organization(first.parent, field="parent")
        if first.claim:
            return self._claim_target(organization, first)
        if not first.evaluation:
            if first.evidence_id:
                raise InputError.of("evaluation", _message("EVALUATION_WANTED"), "REQUIRED")
            return UploadTarget(organization)
        stated = self._stated_digests(organization, first.evaluation)
        if first.evidence_id:
            if first.evidence_id not in stated:
                message = _message("NO_SUCH_EVIDENCE", found=first.evidence_id[:80], known=sorted(stated)[:_MAX_LISTED])
                raise InputError.of("evidence_id", message, "UNKNOWN")
            stated = {first.evidence_id: stated[first.evidence_id]}
        return UploadTarget(organization, first.evaluation, stated)

    def _claim_target(self, organization: str, first: evidence_service_pb2.AddEvidenceFileRequest) -> UploadTarget:
        if first.evaluation or first.evidence_id:
            raise InputError.of("claim", _message("EITHER_ONE"), "WRONG_VALUE")
        if claim_organization(first.claim, field="claim") != organization:
            message = _message("CLAIM_OF_OTHER", found=first.claim, organization=organization)
            raise InputError.of("claim", message, "WRONG_VALUE")
        if not self._documents.takes_files(first.claim):
            raise Refusal(Reason.CLAIM_NOT_FOUND, _message("NO_SUCH_CLAIM", name=first.claim))
        return UploadTarget(organization, claim=first.claim)

    def keep(self, target: UploadTarget, incoming: IncomingFile) -> evidence_service_pb2.EvidenceFile:
        digest, files, organization = incoming.finish(), self.keeping.files, target.organization
        self._require_stated(target, digest)
        self.keeping.keep(organization, digest, incoming)
        with os_errors_as_refusals():
            try:
                self._require_stated(target, digest)
            except Refusal:  # the evaluation was erased during the upload
                if not self._documents.is_needed(organization, digest):
                    files.remove(organization, digest)
                raise
            stored_file = files.find(organization, digest)
        if stored_file is None:
            raise self._missing_file(organization, digest)
        return _message_of(organization, stored_file)

    def open(self, name: str) -> tuple[evidence_service_pb2.EvidenceFile, BinaryIO]:
        organization, digest = parse_evidence_file(name, field="name")
        if not self._documents.is_stated(organization, digest):
            raise self._missing_file(organization, digest)
        opened = self.keeping.open(organization, digest)
        if opened is None:
            raise self._missing_file(organization, digest)
        stored_file, file = opened
        return _message_of(organization, stored_file), file

    def list_files(
        self, request: evidence_service_pb2.ListEvidenceFilesRequest
    ) -> evidence_service_pb2.ListEvidenceFilesResponse:
        organization = parse_organization(request.parent, field="parent")
        page = read_page(request, "evidence_files", visibility_scope(), request.parent)
        files = self._files(organization, page)
        return evidence_service_pb2.ListEvidenceFilesResponse(
            evidence_files=[_message_of(organization, stored_file) for stored_file in files[: page.size]],
            next_page_token=page.next_token(files, lambda stored_file: stored_file.digest),
        )

    def check(
        self, request: evidence_service_pb2.CheckEvidenceFilesRequest
    ) -> evidence_service_pb2.CheckEvidenceFilesResponse:
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
        page = read_page(request, "evidence_files_checked", visibility_scope(), request.parent)
        files, read = self._files(organization, page), 0
        for stored_file in files[: page.size]:
            checked = self._checked(organization, stored_file.digest)
            if checked.state == Checked.STATE_KEPT and not self._documents.is_needed(organization, stored_file.digest):
                checked.state = Checked.STATE_NEEDLESS
            response.checked.append(checked)
            read += stored_file.size
            if read > _MAX_CHECKED_PAGE_BYTES:
                break
        if len(response.checked) < len(files):
            response.next_page_token = write_token(page.query, response.checked[-1].content_digest)
        return response

    def _files(self, organization: str, page: Page) -> list[StoredFile]:
        with os_errors_as_refusals():
            return list(islice(self.keeping.files.list(organization, page.after), page.limit))

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
            message = _message("OTHER_PARENT", found=evaluation, organization=organization)
            raise InputError.of("evaluation", message, "WRONG_VALUE")
        stated = self._documents.stated(evaluation)
        if stated is None:
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _message("NO_SUCH_EVALUATION", name=evaluation))
        return stated

    def _require_stated(self, target: UploadTarget, digest: str) -> None:
        if target.stated is not None and digest not in target.stated.values():
            stated = [f"{id}: {stated_digest}" for id, stated_digest in sorted(target.stated.items())][:_MAX_LISTED]
            message = _message("OTHER_DIGEST", found=digest, stated=stated, evaluation=target.evaluation)
            raise InputError.of("content", message, "WRONG_DIGEST")
        if not target.claim and not self._documents.is_stated(target.organization, digest):
            raise Refusal(
                Reason.EVIDENCE_FILE_NOT_FOUND, _message("NOT_STATED", organization=target.organization, digest=digest)
            )

    @staticmethod
    def _missing_file(organization: str, digest: str) -> Refusal:
        return Refusal(Reason.EVIDENCE_FILE_NOT_FOUND, _message("NOT_KEPT", organization=organization, digest=digest))


def _message_of(organization: str, stored: StoredFile) -> evidence_service_pb2.EvidenceFile:
    return evidence_service_pb2.EvidenceFile(
        name=f"organizations/{organization}/evidenceFiles/{stored.digest}",
        content_digest=stored.digest,
        size_bytes=stored.size,
        create_time=Timestamp(seconds=stored.time),
    )


_SERVICE = evidence_service_pb2.DESCRIPTOR.services_by_name["EvidenceService"]


class EvidenceApi:
    """RPC methods of EvidenceService; without file storage every call is refused."""

    def __init__(self, files: EvidenceFiles | None, bulkhead: Limiter) -> None:
        self._files = files
        self._bulkhead = bulkhead

    async def AddEvidenceFile(
        self, pieces: AsyncIterator[Piece], context: Context
    ) -> evidence_service_pb2.EvidenceFile:
        first = await next_piece(pieces)  # authorization depends on it
        if first is None:
            raise InputError.of("parent", _message("NO_PIECES"), "REQUIRED")
        with self._acquire_files() as files:
            target = await self._bulkhead.in_thread(files.read_upload_target, first)
            with receiving_file(files.keeping.files.incoming, files.keeping.most_bytes) as incoming:
                piece: Piece | None = first
                while piece is not None:
                    await self._bulkhead.in_thread(incoming.write, piece.content)
                    piece = await next_piece(pieces)
                return await self._bulkhead.in_thread(files.keep, target, incoming)

    async def GetEvidenceFile(
        self, request: evidence_service_pb2.GetEvidenceFileRequest, context: Context
    ) -> AsyncIterator[evidence_service_pb2.GetEvidenceFileResponse]:
        with self._acquire_files() as files:
            message, file = await self._bulkhead.in_thread(files.open, request.name)
            with file:
                yield evidence_service_pb2.GetEvidenceFileResponse(evidence_file=message)
                while piece := await self._bulkhead.in_thread(read_chunk, file):
                    yield evidence_service_pb2.GetEvidenceFileResponse(content=piece)

    async def ListEvidenceFiles(
        self, request: evidence_service_pb2.ListEvidenceFilesRequest, context: Context
    ) -> evidence_service_pb2.ListEvidenceFilesResponse:
        with self._acquire_files() as files:
            return await self._bulkhead.in_thread(files.list_files, request)

    async def CheckEvidenceFiles(
        self, request: evidence_service_pb2.CheckEvidenceFilesRequest, context: Context
    ) -> evidence_service_pb2.CheckEvidenceFilesResponse:
        with self._acquire_files() as files:
            return await self._bulkhead.in_thread(files.check, request)

    @contextmanager
    def _acquire_files(self) -> Iterator[EvidenceFiles]:
        if self._files is None:
            raise files_off()
        with self._bulkhead.slot():
            yield self._files


def add(parts: ServiceContext) -> None:
    """Register EvidenceService."""
    store, keeping = require_store(parts), parts.keeping
    files = None if keeping is None else EvidenceFiles(keeping, store.documents)
    parts.answer(_SERVICE, EvidenceApi(files, parts.limiters.files))
