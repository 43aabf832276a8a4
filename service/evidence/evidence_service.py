"""EvidenceService: RPC methods of evidence files, with streaming upload and download."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, message_factory
from service.api.parts import Limiter, ServiceContext, require_store
from service.base.refusals import Reason, Refusal
from service.evidence.evidence_files import EvidenceFiles
from service.files.uploaded_files import CHUNK_BYTES, os_errors_as_refusals, receiving_file
from touchstone.v1 import evidence_service_pb2

if TYPE_CHECKING:
    import grpc

    Context = grpc.aio.ServicerContext[Any, Any]
    Piece = evidence_service_pb2.AddEvidenceFileRequest

_say = message_factory(__name__)

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
        first = await _next(pieces)  # which says whether the caller may do this at all
        if first is None:
            raise InputError((Violation("parent", _say("NO_PIECES"), "REQUIRED"),))
        with self._entered() as files:
            asked = await self._bulkhead.in_thread(files.asked, first)
            with receiving_file(files.keeping.files.incoming, files.keeping.most_bytes) as incoming:
                piece: Piece | None = first
                while piece is not None:
                    await self._bulkhead.in_thread(incoming.write, piece.content)
                    piece = await _next(pieces)
                return await self._bulkhead.in_thread(files.keep, asked, incoming)

    async def GetEvidenceFile(
        self, request: evidence_service_pb2.GetEvidenceFileRequest, context: Context
    ) -> AsyncIterator[evidence_service_pb2.GetEvidenceFileResponse]:
        """Give a file back."""
        with self._entered() as files:
            message, file = await self._bulkhead.in_thread(files.open, request.name)
            with file:
                yield evidence_service_pb2.GetEvidenceFileResponse(evidence_file=message)
                while piece := await self._bulkhead.in_thread(_read, file):
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


async def _next(pieces: AsyncIterator[Piece]) -> Piece | None:
    try:
        async with asyncio.timeout(_PIECE_SECONDS):
            return await anext(pieces, None)
    except TimeoutError:
        raise Refusal(Reason.REQUEST_TOO_SLOW, _say("PIECE_TOO_SLOW", seconds=_PIECE_SECONDS)) from None


def _read(file: Any) -> bytes:
    with os_errors_as_refusals():
        piece: bytes = file.read(CHUNK_BYTES)
        return piece
