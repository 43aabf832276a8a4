"""Forwarding of sampled requests to a staging server, in the background and without retries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import InputError, error_message, message_factory
from service.base import logs
from service.base.metrics import SHADOW_FORWARDED
from service.base.resource_names import parse_card
from service.shadow.bounded_queue import BoundedQueue
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
FORWARDING_OUTCOMES = (SENT, IGNORED, FAILED, DROPPED, NOT_FORWARDABLE)


@dataclass(frozen=True, slots=True)
class ForwardedRequest:
    """Real request with the version and the time of its evaluation; `reads_earlier` if it used earlier evaluations."""

    request: evaluation_service_pb2.EvaluateSubjectRequest
    organization: str
    scorecard_version: str
    known_time: str
    digest: str
    reads_earlier: bool


class Forwarder:
    """Bounded queue of requests for one server."""

    def __init__(self, settings: Forward, limit: int, limiter: Limiter) -> None:
        self._settings, self._limiter = settings, limiter
        self._pseudonyms = Pseudonyms(settings.pseudonym_key)
        self._waiting: BoundedQueue[ForwardedRequest] = BoundedQueue(limit)
        self._client = _connect(settings)

    def offer(self, forwarded: ForwardedRequest) -> None:
        """Add a request of the sample without waiting."""
        settings, card = self._settings, parse_card(forwarded.scorecard_version).card
        if forwarded.organization != settings.organization or (settings.cards and card not in settings.cards):
            return
        if not is_sampled(forwarded.digest, settings.share):
            return
        if forwarded.reads_earlier:  # the other server does not have the earlier evaluations
            SHADOW_FORWARDED.labels(NOT_FORWARDABLE).inc()
        elif not self._waiting.offer(forwarded, forwarded.request.ByteSize()):
            SHADOW_FORWARDED.labels(DROPPED).inc()

    async def run(self) -> None:
        """Send requests until cancelled."""
        try:
            while True:
                forwarded = await self._waiting.take()
                SHADOW_FORWARDED.labels(await self._limiter.in_thread(self._send, forwarded)).inc()
        finally:
            self._client.close()

    def _send(self, forwarded: ForwardedRequest) -> str:
        kind = shadow_service_pb2.SubmitShadowRequestResponse
        try:
            request = shadow_service_pb2.SubmitShadowRequestRequest(
                parent=f"organizations/{forwarded.organization}",
                request=self._pseudonyms.request(forwarded.request, forwarded.known_time),
                scorecard_version=forwarded.scorecard_version,
                sample_digest=forwarded.digest,
            )
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
