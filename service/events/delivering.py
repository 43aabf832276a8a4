"""Who brings the events to the endpoints, in their order, signed, and at least once? A thread for each endpoint.

An event is written as CloudEvents 1.0 asks (structured JSON), and signed as Standard Webhooks does.

What was taken is noted after a few events, so that after a crash these come again, under the same id.
"""

from __future__ import annotations

import secrets
import threading
import time
from datetime import UTC, datetime
from http.client import HTTPException
from typing import TYPE_CHECKING

import orjson
from standardwebhooks import Webhook

from rules.contracts.errors import TouchstoneError
from service.base import logs
from service.base.measures import EVENTS_DELIVERED, EVENTS_FAILED
from service.base.posting import Poster
from service.store.outbox import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.events.endpoints import Endpoint
    from service.store.outbox import Event, Outbox

_AT_ONCE = 32
"""How many events are sent before it is noted that they were taken."""
_NOTED_SECONDS = 5.0
"""After how long it is noted in any case."""
_POLL_SECONDS = 1.0
"""How often one looks for what other servers wrote."""
_LONGEST_MILLISECONDS = 3_600_000
_STOP_SECONDS = 20.0
_SECONDS = 10.0
"""How long connecting, and then the whole answer, may take."""
_READ_BYTES = 65_536
"""How much of an answer is read, so that the connection can be used again."""
CONTENT_TYPE = "application/cloudevents+json; charset=utf-8"
_SOURCE = "/touchstone"
_SEQUENCE_DIGITS = 19
"""Of the largest position, so that the texts have the order of the numbers."""


class Delivery:
    """The events of one endpoint on their way."""

    def __init__(self, outbox: Outbox, endpoint: Endpoint) -> None:
        """Begin to deliver."""
        self._outbox = outbox
        self._endpoint = endpoint
        self._sender = Sender(endpoint)
        self._woken = threading.Event()
        self._stopping = False
        for counter in (EVENTS_DELIVERED, EVENTS_FAILED):
            counter.labels(endpoint.name)
        self._thread = threading.Thread(target=self._run, name=f"events-{endpoint.name}", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Say that there are new events."""
        self._woken.set()

    def stop(self) -> None:
        """Begin to stop: what is being sent is cut off, and comes again after the next start."""
        self._stopping = True
        self._woken.set()
        self._sender.cut_off()

    def join(self) -> None:
        """Wait until it has stopped."""
        self._thread.join(_STOP_SECONDS)

    def _run(self) -> None:
        while not self._stopping:
            self._woken.clear()
            try:
                more = self._round()
            except TouchstoneError as error:  # the store is told of elsewhere; events wait for it
                logs.warning("events_wait", endpoint=self._endpoint.name, error=type(error).__name__)
                more = False
            except Exception as error:
                logs.error("events_failed", endpoint=self._endpoint.name, error=type(error).__name__)
                more = False
            if not more:
                self._woken.wait(_POLL_SECONDS)

    def _round(self) -> bool:
        """Deliver some events; say whether there may be more that can be delivered now."""
        endpoint = self._endpoint
        with self._outbox.delivering(endpoint.name) as before:
            if before is None or not _is_due(before):
                return False
            events = self._outbox.after(before.position, endpoint.organization, _AT_ONCE)
            if not events:
                return False
            taken, problem = self._send(events)
            if self._stopping and problem:
                problem = ""  # cut off here, which is no fault of the endpoint
            self._sender.close()  # before the endpoint does, which would look like a fault
            self._note(before, events, taken, problem)
        return not problem and not self._stopping

    def _send(self, events: list[Event]) -> tuple[int, str]:
        """Send events until one is not taken; give how many were, and what was the matter."""
        until = time.monotonic() + _NOTED_SECONDS
        for count, event in enumerate(events):
            if self._stopping or time.monotonic() > until:
                return count, ""
            problem = self._sender.send(event)
            if problem:
                return count, problem
            EVENTS_DELIVERED.labels(self._endpoint.name).inc()
        return len(events), ""

    def _note(self, before: Progress, events: list[Event], taken: int, problem: str) -> None:
        name, dead = self._endpoint.name, ""
        position = events[taken - 1].position if taken else before.position
        after = Progress(position, attempts=0, retry_time=0, problem="")
        if problem:
            EVENTS_FAILED.labels(name).inc()
            attempts = (0 if taken else before.attempts) + 1
            failed = events[taken]
            logs.warning("event_not_taken", endpoint=name, event_id=failed.id, attempts=attempts, problem=problem)
            if attempts < self._endpoint.attempts:
                after = Progress(position, attempts, _now() + self._delay(attempts), problem)
            else:
                logs.error("event_given_up", endpoint=name, event_id=failed.id, position=failed.position)
                dead = problem
                after = Progress(failed.position, attempts=0, retry_time=0, problem=problem)
        elif not taken:
            return
        self._outbox.advance(name, before, after, dead=dead)

    def _delay(self, attempts: int) -> int:
        """Give the milliseconds until the next attempt: doubled each time, and between half of that and the whole."""
        most = min(self._endpoint.first_delay_milliseconds << (attempts - 1), _LONGEST_MILLISECONDS)
        return most - secrets.randbelow(most // 2 + 1)


def _is_due(progress: Progress) -> bool:
    """Say whether the next attempt may be made; a time ahead of any delay comes from a clock that was moved."""
    return not 0 < progress.retry_time - _now() <= _LONGEST_MILLISECONDS


def _now() -> int:
    return time.time_ns() // 1_000_000


class Sender:
    """One connection to an endpoint, made anew when it is lost."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Know where to send; nothing is sent yet."""
        self._endpoint = endpoint
        self._poster = Poster(endpoint.url, seconds=_SECONDS, most=_READ_BYTES, ca_file=endpoint.ca_file)

    def send(self, event: Event) -> str:
        """Send an event, and give what was the matter; nothing if it was taken, which only a status of 2xx says."""
        body = written(event)
        signed = headers_of(event.id, body, seconds=int(time.time()), secrets=self._endpoint.secrets)
        try:
            status, _ = self._poster.post(body, signed)
        except (OSError, HTTPException) as error:
            return type(error).__name__
        return "" if 200 <= status < 300 else f"HTTP {status}"

    def cut_off(self) -> None:
        """Let whatever waits for the endpoint fail at once; for another thread."""
        self._poster.cut_off()

    def close(self) -> None:
        """Give the connection back."""
        self._poster.close()


def written(event: Event) -> bytes:
    """Write an event; `sequence` is its position."""
    return orjson.dumps(
        {
            "specversion": "1.0",
            "id": event.id,
            "source": _SOURCE,
            "type": event.type,
            "subject": event.subject,
            "time": event.time,
            "sequence": str(event.position).zfill(_SEQUENCE_DIGITS),
            "datacontenttype": "application/json",
            "data": orjson.Fragment(event.data),
        }
    )


def headers_of(id: str, body: bytes, *, seconds: int, secrets: Iterable[bytes]) -> dict[str, str]:
    """Give the headers of a message that is sent at these seconds since 1970, with a signature by each secret."""
    sent = datetime.fromtimestamp(seconds, UTC)
    return {
        "content-type": CONTENT_TYPE,
        "webhook-id": id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": " ".join(Webhook(secret).sign(id, sent, body.decode()) for secret in secrets),
    }
