"""How does ScreeningService answer?"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from rules.screening.screen import screen
from service.mapping.screening import check_request, check_text, write_screening
from service.readers.document import Document
from service.readers.reading import read_bytes
from touchstone.v1 import screening_service_pb2, screening_service_pb2_grpc

if TYPE_CHECKING:
    import grpc

    from service.calls import Bulkhead

    Context = grpc.aio.ServicerContext[Any, Any]


class ScreeningApi(screening_service_pb2_grpc.ScreeningServiceServicer):
    """Finds candidate claims; keeps nothing."""

    def __init__(self, bulkhead: Bulkhead) -> None:
        """Bound the calls in flight."""
        self._bulkhead = bulkhead

    async def ScreenClaims(
        self, request: screening_service_pb2.ScreenClaimsRequest, context: Context
    ) -> screening_service_pb2.ScreenClaimsResponse:
        """Find the candidate claims of a text or file, and propose facts about each."""
        with self._bulkhead.entered():
            check_request(request)
            return await asyncio.to_thread(_screened, request)


def _screened(request: screening_service_pb2.ScreenClaimsRequest) -> screening_service_pb2.ScreenClaimsResponse:
    field = request.WhichOneof("source") or "source"
    document = Document("text", request.text) if field == "text" else read_bytes(request.file)
    check_text(document.text, field)
    result = screen(document.text, languages=tuple(request.language_codes), names=tuple(request.trader_names))
    answer = write_screening(document.text, result)
    answer.document_kind = document.kind
    for block in document.blocks:
        answer.text_blocks.add(start=block.start, end=block.end, place=block.place)
    answer.left_out_counts.update(document.left_out)
    return answer
