"""Authentication and authorization of calls, before anything of them is done."""

from __future__ import annotations

import json
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import grpc
from grpc_status import rpc_status

from rules.contracts import TouchstoneError, message_factory
from service.base import logs
from service.base.call_context import KEY, client_address_metadata, preferred_language
from service.base.grpc_status import status_of
from service.base.instants import now
from service.base.refusals import Reason, Refusal
from service.identity.api_keys import matches_digest, read_key
from service.identity.permissions import check_role, permission
from service.identity.principals import LOCAL, NOBODY, Principal, PrincipalKind, Role, set_principal

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable

    from service.api.bulkheads import Bulkhead
    from service.identity.authentication import Authentication
    from service.store.accounts import ApiKeys
    from service.store.tables import ApiKeyRow

    Context = grpc.aio.ServicerContext[Any, Any]


_say = message_factory(__name__)

_KNOWN_SECONDS = 5.0
_KNOWN_KEYS = 10_000
_HOUR = len("2026-01-01T00")
"""So much of two instants is the same within one hour."""


class ApiKeyCache:
    """Recognises API keys by those of the store; each is looked up anew after five seconds, so a revoked one ends."""

    def __init__(self, keys: ApiKeys, bulkhead: Bulkhead) -> None:
        """Look keys up in threads of this bulkhead, no more of them at once than it allows."""
        self._keys = keys
        self._bulkhead = bulkhead
        self._known: OrderedDict[str, tuple[float, ApiKeyRow | None]] = OrderedDict()

    async def principal(self, credential: str) -> Principal:
        """Give whom a key stands for.

        Raises:
            Refusal: there is no such key, it has expired or was revoked, or keys cannot be looked up now.
        """
        read = read_key(credential)
        if read is None:
            raise _invalid("KEY_MALFORMED")
        id, secret = read
        row = await self._row(id)
        if row is None or not matches_digest(secret, row.secret_digest):
            raise _invalid("KEY_UNKNOWN")
        if row.revoke_time is not None:
            raise _invalid("KEY_REVOKED")
        if row.expire_time <= now():
            raise _invalid("KEY_EXPIRED")
        await self._note_use(row)
        return Principal(row.id, PrincipalKind.API_KEY, row.organization, frozenset(map(Role, json.loads(row.roles))))

    async def _row(self, id: str) -> ApiKeyRow | None:
        cached = self._known.get(id)
        if cached is not None and time.monotonic() - cached[0] < _KNOWN_SECONDS:
            return cached[1]
        with self._bulkhead.slot():
            row = await self._bulkhead.in_thread(self._keys.find, id)
        self._keep(id, row)
        return row

    def _keep(self, id: str, row: ApiKeyRow | None) -> None:
        self._known[id] = time.monotonic(), row
        self._known.move_to_end(id)
        while len(self._known) > _KNOWN_KEYS:
            self._known.popitem(last=False)

    async def _note_use(self, row: ApiKeyRow) -> None:
        """Note once an hour that a key is in use."""
        instant = now()
        if (row.last_use_time or "")[:_HOUR] == instant[:_HOUR]:
            return
        self._keep(row.id, row.model_copy(update={"last_use_time": instant}))
        try:
            await self._bulkhead.in_thread(self._keys.note_use, row.id, instant)
        except Refusal as refusal:  # the call is no worse for it
            logs.warning("use_not_noted", reason=refusal.reason.value)


def _invalid(code: str) -> Refusal:
    return Refusal(Reason.CREDENTIAL_INVALID, _say(code))


_AUTHORIZATION = "authorization"
_PEM = "x509_pem_cert"


@dataclass(frozen=True, slots=True)
class InternalCall:
    """Stands for the context of a call that this process makes for somebody who has signed in."""

    principal: Principal
    language: str
    address: str
    """Whence the request came that the call is made for."""

    def invocation_metadata(self) -> tuple[tuple[str, str], ...]:
        """Give what a caller would send."""
        return (KEY, self.language), client_address_metadata(self.address)

    @staticmethod
    def peer() -> str:
        """Name nobody: the call comes from this process."""
        return ""

    def set_trailing_metadata(self, metadata: object) -> None:
        """Send nothing."""


class Guard:
    """Stands before every method. Without a way to recognise callers all are local, and may do everything."""

    def __init__(self, authentication: Authentication | None = None, *, opens_rules: bool = False) -> None:
        """Recognise callers in these ways; `opens_rules` lets strangers read what is published for all."""
        self._authentication, self._opens_rules = authentication, opens_rules

    async def admit(self, method: str, context: Context | InternalCall) -> None:
        """Recognise the caller for the rest of the call, before the request is looked at.

        Raises:
            Refusal: it cannot be recognised, or none of its roles may call this method.
        """
        if isinstance(context, InternalCall):
            logs.bind(principal=context.principal.id)
            if context.principal is not NOBODY or not self._is_open(method):
                check_role(method, context.principal)
            set_principal(context.principal)
            return
        if self._authentication is None:
            set_principal(LOCAL)
            return
        if permission(method).anybody:
            set_principal(NOBODY)
            return
        metadata = context.invocation_metadata() or ()
        shown = [str(value) for key, value in metadata if key == _AUTHORIZATION]
        pem = next(iter(context.auth_context().get(_PEM, ())), None)
        if not shown and pem is None and self._is_open(method):
            set_principal(NOBODY)
            return
        principal = await self._authentication.principal(shown, pem)
        logs.bind(principal=principal.id)
        check_role(method, principal)
        set_principal(principal)

    def _is_open(self, method: str) -> bool:
        return self._opens_rules and permission(method).opened

    def guarded(self, method: str, handler: grpc.RpcMethodHandler[Any, Any]) -> grpc.RpcMethodHandler[Any, Any]:
        """Stand before a method that answers errors for itself, such as the reflection."""
        if self._authentication is None or permission(method).anybody:
            return handler

        behavior = cast("Callable[[Any, Any], AsyncIterator[Any]]", handler.stream_stream)

        async def answer(requests: AsyncIterator[Any], context: Context) -> AsyncGenerator[Any, None]:
            try:
                await self.admit(method, context)
            except TouchstoneError as error:
                language = preferred_language(None, context.invocation_metadata())
                status = rpc_status.to_status(status_of(error, language))
                await context.abort(status.code, status.details, status.trailing_metadata)
            async for response in behavior(requests, context):
                yield response

        return grpc.stream_stream_rpc_method_handler(
            answer,
            request_deserializer=handler.request_deserializer,
            response_serializer=handler.response_serializer,
        )
