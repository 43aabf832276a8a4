"""How does ScreeningService answer? By processes that screen and judge, and can be ended; it keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.base.of_call import asked_language
from touchstone.v1 import screening_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.api.parts import Places
    from service.base.programs import Working

    Context = grpc.aio.ServicerContext[Any, Any]


class ScreeningApi:
    """Finds candidate claims and judges them; keeps nothing."""

    def __init__(self, bulkhead: Places, processes: Working) -> None:
        """Bound the calls in flight; let these processes work."""
        self._bulkhead = bulkhead
        self._processes = processes

    async def ScreenClaims(
        self, request: screening_service_pb2.ScreenClaimsRequest, context: Context
    ) -> screening_service_pb2.ScreenClaimsResponse:
        """Find the candidate claims of a text or file, and propose facts about each."""
        answer = await self._answer("ScreenClaims", request, context)
        return screening_service_pb2.ScreenClaimsResponse.FromString(answer)

    async def CheckClaims(
        self, request: screening_service_pb2.CheckClaimsRequest, context: Context
    ) -> screening_service_pb2.CheckClaimsResponse:
        """Find the claims of a text or file, and judge each of them."""
        answer = await self._answer("CheckClaims", request, context)
        return screening_service_pb2.CheckClaimsResponse.FromString(answer)

    async def _answer(
        self,
        name: str,
        request: screening_service_pb2.ScreenClaimsRequest | screening_service_pb2.CheckClaimsRequest,
        context: Context,
    ) -> bytes:
        language = asked_language(request, context.invocation_metadata())
        with self._bulkhead.entered():
            return await self._processes.work(name, request.SerializeToString(), language=language)
