"""Authentication and authorization of calls before they are processed."""

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


_message = message_factory(__name__)

_CACHE_SECONDS = 5.0
_MAX_CACHED_KEYS = 10_000
_HOUR_PREFIX_LENGTH = len("2026-01-01T00")


class ApiKeyCache:
    """API key verification; cached rows expire after five seconds, so that a revocation takes effect."""

    def __init__(self, keys: ApiKeys, bulkhead: Bulkhead) -> None:
        self._keys = keys
        self._bulkhead = bulkhead
        self._cached_rows: OrderedDict[str, tuple[float, ApiKeyRow | None]] = OrderedDict()

    async def principal(self, credential: str) -> Principal:
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
        cached = self._cached_rows.get(id)
        if cached is not None and time.monotonic() - cached[0] < _CACHE_SECONDS:
            return cached[1]
        with self._bulkhead.slot():
            row = await self._bulkhead.in_thread(self._keys.find, id)
        self._cache_row(id, row)
        return row

    def _cache_row(self, id: str, row: ApiKeyRow | None) -> None:
        self._cached_rows[id] = time.monotonic(), row
        self._cached_rows.move_to_end(id)
        while len(self._cached_rows) > _MAX_CACHED_KEYS:
            self._cached_rows.popitem(last=False)

    async def _note_use(self, row: ApiKeyRow) -> None:
        instant = now()
        if (row.last_use_time or "")[:_HOUR_PREFIX_LENGTH] == instant[:_HOUR_PREFIX_LENGTH]:
            return
        self._cache_row(row.id, row.model_copy(update={"last_use_time": instant}))
        try:
            await self._bulkhead.in_thread(self._keys.note_use, row.id, instant)
        except Refusal as refusal:  # a failed note must not fail the call
            logs.warning("use_not_noted", reason=refusal.reason.value)


def _invalid(code: str) -> Refusal:
    return Refusal(Reason.CREDENTIAL_INVALID, _message(code))


_AUTHORIZATION = "authorization"
_CERTIFICATE_PROPERTY = "x509_pem_cert"


@dataclass(frozen=True, slots=True)
class InternalCall:
    """Context of a call made by this process on behalf of a signed-in user."""

    principal: Principal
    language: str
    address: str
    """The address of the original request."""

    def invocation_metadata(self) -> tuple[tuple[str, str], ...]:
        return (KEY, self.language), client_address_metadata(self.address)

    @staticmethod
    def peer() -> str:
        return ""

    def set_trailing_metadata(self, metadata: object) -> None:
        """Do nothing."""


class Guard:
    """Authentication before every method; without `authentication` each caller is local and unrestricted."""

    def __init__(self, authentication: Authentication | None = None, *, opens_rules: bool = False) -> None:
        self._authentication, self._opens_rules = authentication, opens_rules

    async def admit(self, method: str, context: Context | InternalCall) -> None:
        if isinstance(context, InternalCall):
            logs.bind(principal=context.principal.id)
            if context.principal is not NOBODY or not self._is_anonymous_allowed(method):
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
        credentials = [str(value) for key, value in metadata if key == _AUTHORIZATION]
        pem = next(iter(context.auth_context().get(_CERTIFICATE_PROPERTY, ())), None)
        if not credentials and pem is None and self._is_anonymous_allowed(method):
            set_principal(NOBODY)
            return
        principal = await self._authentication.principal(credentials, pem)
        logs.bind(principal=principal.id)
        check_role(method, principal)
        set_principal(principal)

    def _is_anonymous_allowed(self, method: str) -> bool:
        return self._opens_rules and permission(method).opened

    def guarded(self, method: str, handler: grpc.RpcMethodHandler[Any, Any]) -> grpc.RpcMethodHandler[Any, Any]:
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
