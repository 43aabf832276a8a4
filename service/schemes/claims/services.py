"""Which gRPC service does a server gain by the scheme of claims?

`ScreeningApi` lets processes screen and judge, which can be ended; it keeps nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from service.base.of_call import asked_language
from service.base.programs import Answer, Program, Working
from touchstone.v1 import screening_service_pb2 as pb2

if TYPE_CHECKING:
    import grpc

    from service.api.parts import Parts, Places
    from service.schemes.claims.settings import Settings

    Context = grpc.aio.ServicerContext[Any, Any]


class ScreeningApi:
    """Finds candidate claims and judges them; keeps nothing."""

    def __init__(self, bulkhead: Places, processes: Working) -> None:
        """Bound the calls in flight; let these processes work."""
        self._bulkhead = bulkhead
        self._processes = processes

    async def ScreenClaims(self, request: pb2.ScreenClaimsRequest, context: Context) -> pb2.ScreenClaimsResponse:
        """Find the candidate claims of a text or file, and propose facts about each."""
        return await self._answer(request, pb2.ScreenClaimsResponse, context)

    async def CheckClaims(self, request: pb2.CheckClaimsRequest, context: Context) -> pb2.CheckClaimsResponse:
        """Find the claims of a text or file, and judge each of them."""
        return await self._answer(request, pb2.CheckClaimsResponse, context)

    async def _answer(
        self, request: pb2.ScreenClaimsRequest | pb2.CheckClaimsRequest, answer: type[Answer], context: Context
    ) -> Answer:
        language = asked_language(request, context.invocation_metadata())
        with self._bulkhead.entered():
            return await self._processes.work(request, answer, language=language)


NAMES = ("touchstone.v1.ScreeningService",)


def add(parts: Parts) -> None:
    """Screen and judge texts."""
    settings = cast("Settings", parts.settings)  # which hold those of every product
    program = Program(
        "service.schemes.claims.screening_process",
        (str(parts.gazette.folder),),
        most=settings.maximum_screenings,
        seconds=settings.screening_seconds,
        kept=settings.maximum_screenings,
    )
    places = parts.own_places(settings.maximum_screenings, "screening")
    service = pb2.DESCRIPTOR.services_by_name["ScreeningService"]
    parts.answer(service, ScreeningApi(places, parts.processes(program)))
