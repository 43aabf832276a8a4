"""Who is let in? Recognises whoever makes a call, and refuses what they may not do before any of it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import grpc
from grpc_status import rpc_status

from rules.contracts.errors import TouchstoneError
from service.base import logs
from service.base.of_call import asked_language
from service.base.status import status_of
from service.identity.permissions import check_role, permission
from service.identity.principals import LOCAL, recognise

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable

    from service.identity.authentication import Authentication

    Context = grpc.aio.ServicerContext[Any, Any]

_AUTHORIZATION = "authorization"
_PEM = "x509_pem_cert"


class Guard:
    """Stands before every method. Without a way to recognise callers all are local, and may do everything."""

    def __init__(self, authentication: Authentication | None = None) -> None:
        """Recognise callers in these ways."""
        self._authentication = authentication

    async def admit(self, method: str, context: Context) -> None:
        """Recognise the caller for the rest of the call, before the request is looked at.

        Raises:
            Refusal: it cannot be recognised, or none of its roles may call this method.
        """
        if self._authentication is None:
            recognise(LOCAL)
            return
        metadata = context.invocation_metadata() or ()
        shown = [str(value) for key, value in metadata if key == _AUTHORIZATION]
        pem = next(iter(context.auth_context().get(_PEM, ())), None)
        principal = await self._authentication.principal(shown, pem)
        logs.bind(principal=principal.id)
        check_role(method, principal)
        recognise(principal)

    def guarded(self, method: str, handler: grpc.RpcMethodHandler[Any, Any]) -> grpc.RpcMethodHandler[Any, Any]:
        """Stand before a method that answers errors for itself, such as the reflection."""
        if self._authentication is None or permission(method).anybody:
            return handler

        behavior = cast("Callable[[Any, Any], AsyncIterator[Any]]", handler.stream_stream)

        async def answer(requests: AsyncIterator[Any], context: Context) -> AsyncGenerator[Any, None]:
            try:
                await self.admit(method, context)
            except TouchstoneError as error:
                language = asked_language(None, context.invocation_metadata())
                status = rpc_status.to_status(status_of(error, language))
                await context.abort(status.code, status.details, status.trailing_metadata)
            async for response in behavior(requests, context):
                yield response

        return grpc.stream_stream_rpc_method_handler(
            answer,
            request_deserializer=handler.request_deserializer,
            response_serializer=handler.response_serializer,
        )
