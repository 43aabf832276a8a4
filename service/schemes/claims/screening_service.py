"""How does ScreeningService answer? It screens and judges, and keeps nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rules.engine.stopping import Waiting
from rules.screening.screen import screen
from service.reading.documents.document import Document
from service.reading.documents.reading import read_bytes
from service.schemes.claims.answer_message import write_page, write_screened
from service.schemes.claims.judging import judged
from service.schemes.claims.request_messages import language_of, read_asked, read_document, refusals_of
from service.schemes.claims.screening_messages import check_request, check_text, read_hearing
from touchstone.v1 import screening_service_pb2, screening_service_pb2_grpc

if TYPE_CHECKING:
    import grpc

    from rules.contracts.inputs import Subject
    from rules.engine.stopping import ShouldStop
    from rules.model.published import Published
    from rules.trail.concluded import Concluded
    from service.api.calls import Bulkhead
    from service.evaluating.worker import Worker
    from service.gazette.versions import Gazette
    from service.schemes.claims.cards import Ask

    Context = grpc.aio.ServicerContext[Any, Any]


class ScreeningApi(screening_service_pb2_grpc.ScreeningServiceServicer):
    """Finds candidate claims and judges them; keeps nothing."""

    def __init__(self, bulkhead: Bulkhead, gazette: Gazette, worker: Worker) -> None:
        """Bound the calls in flight; judge by this gazette, in the one thread of this worker."""
        self._bulkhead = bulkhead
        self._gazette, self._worker = gazette, worker

    async def ScreenClaims(
        self, request: screening_service_pb2.ScreenClaimsRequest, context: Context
    ) -> screening_service_pb2.ScreenClaimsResponse:
        """Find the candidate claims of a text or file, and propose facts about each."""
        return await self._bulkhead.in_thread(lambda _: _screened(request))

    async def CheckClaims(
        self, request: screening_service_pb2.CheckClaimsRequest, context: Context
    ) -> screening_service_pb2.CheckClaimsResponse:
        """Find the claims of a text or file, and judge each of them."""
        loop = asyncio.get_running_loop()

        def checked(has_left: ShouldStop) -> screening_service_pb2.CheckClaimsResponse:
            waiting = Waiting()

            def ask(published: Published, subject: Subject) -> Concluded:
                waiting.go_on()
                return asyncio.run_coroutine_threadsafe(self._worker.conclude(published, subject), loop).result()

            with waiting.until(has_left):
                return _checked(request, self._gazette, ask, waiting)

        return await self._bulkhead.in_thread(checked)


def _checked(
    request: screening_service_pb2.CheckClaimsRequest, gazette: Gazette, ask: Ask, waiting: Waiting
) -> screening_service_pb2.CheckClaimsResponse:
    refusals = refusals_of(request)
    document = read_document(request, refusals)
    asked = replace(read_asked(request, refusals), waiting=waiting)
    found = judged(document, asked, gazette, ask, refusals)
    return write_page(found, language_of(request), waiting)


def _screened(request: screening_service_pb2.ScreenClaimsRequest) -> screening_service_pb2.ScreenClaimsResponse:
    check_request(request)
    field = request.WhichOneof("source") or "source"
    document = Document("text", request.text) if field == "text" else read_bytes(request.file)
    check_text(document.text, field)
    result = screen(
        document.text,
        languages=tuple(request.language_codes),
        names=tuple(request.trader_names),
        weighed=not request.unweighed,
        hearing=read_hearing(request.hearing),
    )
    return write_screened(document, result)
