"""Forwarding of sampled requests to a staging server, in the background and without retries."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from rules.contracts import InputError, error_message, message_factory
from service.base import logs
from service.base.metrics import SHADOW_FORWARDED
from service.shadow.pseudonyms import Pseudonyms
from service.shadow.sampling import is_sampled
from touchstone.client.addresses import is_local
from touchstone.client.blocking import Client
from touchstone.client.errors import ServerError
from touchstone.client.problems import FieldsError
from touchstone.v1 import shadow_service_pb2

if TYPE_CHECKING:
    from service.api.service_dependencies import Limiter
    from service.shadow.shadow_settings import Forward
    from touchstone.v1 import evaluation_service_pb2

_message = message_factory(__name__)

_METHOD = "ShadowService.SubmitShadowRequest"
_TIMEOUT_SECONDS = 5
SENT, IGNORED, FAILED, DROPPED, NOT_FORWARDABLE = "sent", "ignored", "failed", "dropped", "not_forwardable"
OUTCOMES = (SENT, IGNORED, FAILED, DROPPED, NOT_FORWARDABLE)


class Forwarder:
    """Bounded queue of requests for one server."""

    def __init__(self, settings: Forward, limit: int, limiter: Limiter) -> None:
        self._settings, self._limiter = settings, limiter
        self._pseudonyms = Pseudonyms(settings.pseudonym_key)
        self._waiting: asyncio.Queue[shadow_service_pb2.SubmitShadowRequestRequest] = asyncio.Queue(limit)
        self._client = _connect(settings)
        for outcome in OUTCOMES:
            SHADOW_FORWARDED.labels(outcome)

    def offer(  # noqa: PLR0913 -- the parts of a forwarded request
        self,
        request: evaluation_service_pb2.EvaluateSubjectRequest,
        *,
        organization: str,
        card: str,
        scorecard_version: str,
        known_time: str,
        digest: str,
        reads_earlier: bool,
    ) -> None:
        settings = self._settings
        if organization != settings.organization or (settings.cards and card not in settings.cards):
            return
        if not is_sampled(digest, settings.share):
            return
        if reads_earlier:  # the other server does not have the earlier evaluations
            SHADOW_FORWARDED.labels(NOT_FORWARDABLE).inc()
            return
        if self._waiting.full():
            SHADOW_FORWARDED.labels(DROPPED).inc()
            return
        self._waiting.put_nowait(
            shadow_service_pb2.SubmitShadowRequestRequest(
                parent=f"organizations/{organization}",
                request=self._pseudonyms.request(request, known_time),
                scorecard_version=scorecard_version,
                sample_digest=digest,
            )
        )

    async def run(self) -> None:
        try:
            while True:
                request = await self._waiting.get()
                SHADOW_FORWARDED.labels(await self._limiter.in_thread(self._send, request)).inc()
        finally:
            self._client.close()

    def _send(self, request: shadow_service_pb2.SubmitShadowRequestRequest) -> str:
        kind = shadow_service_pb2.SubmitShadowRequestResponse
        try:
            response = self._client.send(_METHOD, request, kind, timeout=_TIMEOUT_SECONDS)
        except ServerError as error:
            logs.warning("shadow_request_not_forwarded", server=self._settings.server, reason=error.reason)
            return FAILED
        except Exception as error:  # an unexpected failure must not end forwarding
            logs.error("shadow_request_not_forwarded", server=self._settings.server, error=type(error).__name__)
            return FAILED
        return SENT if response.waiting_count else IGNORED


def _connect(settings: Forward) -> Client:
    tls = settings.ca_file is None and not is_local(settings.server)
    try:
        return Client(settings.server, token=settings.token, tls=tls, ca=settings.ca_file, waits=False)
    except (FieldsError, OSError) as error:
        message = _message("NO_CONNECTION", server=settings.server, problem=error_message(error))
        raise InputError.of(settings.place, message, "WRONG_VALUE") from None
