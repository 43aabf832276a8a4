"""Event delivery to webhooks: in order, signed, at least once, a thread for each endpoint.

An event is written as CloudEvents 1.0 asks (structured JSON), and signed as Standard Webhooks does.

What was taken is noted after a few events, so that after a crash these come again, under the same id.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
import ssl
import threading
import time
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
from standardwebhooks import Webhook

from rules.contracts import InputError, TouchstoneError, Violation, error_message, message_factory
from service.base import logs
from service.base.bounded_http_client import BoundedHttpClient
from service.base.metrics import EVENTS_DELIVERED, EVENTS_FAILED
from service.base.resource_names import parse_organization
from service.base.secure_urls import is_safe
from service.input.given_files import FileRefusedError, read_file
from service.store.outbox import DeliveryProgress, Event, Outbox

_say = message_factory(__name__)

_FIELD = "TOUCHSTONE_EVENTS"
_LARGEST = 1024 * 1024
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}\Z")
_ENDPOINT_KEYS = frozenset({"url", "secret_file", "organization", "attempts", "first_delay_milliseconds", "ca_file"})
_PREFIX = "whsec_"
_SECRET_BYTES = range(24, 65)
"""What Standard Webhooks allows."""
_MOST_ENDPOINTS = 32
_ATTEMPTS = range(1, 101)
_DELAYS = range(1, 3_600_001)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where events are sent: those of one organisation, named by its id, or all.

    An event is tried so many times, with a delay that begins with so many milliseconds and doubles. Each of the secrets
    signs, so that one can be replaced. Its certificate must come from an authority of `ca_file`, if that is given, or
    else from one that this machine trusts.
    """

    name: str
    url: str
    secrets: tuple[bytes, ...] = field(repr=False)
    organization: str | None = None
    attempts: int = 16
    first_delay_milliseconds: int = 1_000
    ca_file: Path | None = None


def read_endpoints(path: Path) -> tuple[Endpoint, ...]:
    """Read the file: a table for each endpoint, with `url`, `secret_file` and what else an Endpoint has."""
    try:
        tables = tomllib.loads(read_file(path, most=_LARGEST).decode())
    except (OSError, ValueError, FileRefusedError) as error:
        message = _say("FILE_UNREADABLE", path=path, problem=error_message(error))
        raise InputError((Violation(_FIELD, message, "MALFORMED"),)) from None
    violations: list[Violation] = []
    if not 1 <= len(tables) <= _MOST_ENDPOINTS:
        violations.append(Violation(_FIELD, _say("NO_ENDPOINTS", path=path, most=_MOST_ENDPOINTS), "REQUIRED"))
    endpoints = [_endpoint(name, table, path.parent, violations) for name, table in tables.items()]
    if violations:
        raise InputError(tuple(violations))
    return tuple(endpoint for endpoint in endpoints if endpoint is not None)


def _endpoint(name: str, table: Any, folder: Path, violations: list[Violation]) -> Endpoint | None:
    place = f"{_FIELD}[{name[:80]}]"
    if not isinstance(table, dict) or not table.keys() <= _ENDPOINT_KEYS or not _NAME.match(name):
        violations.append(Violation(place, _say("ENDPOINT_TABLE", known=sorted(_ENDPOINT_KEYS)), "MALFORMED"))
        return None
    before = len(violations)
    url = table.get("url")
    if not isinstance(url, str) or not _is_endpoint(url):
        violations.append(Violation(f"{place}.url", _say("URL_FORM"), "UNSAFE"))
    organization = None
    if "organization" in table:
        try:
            organization = parse_organization(str(table["organization"]), field=f"{place}.organization")
        except InputError as error:
            violations.extend(error.violations)
    numbers = {}
    for key, allowed in (("attempts", _ATTEMPTS), ("first_delay_milliseconds", _DELAYS)):
        if key in table and (type(table[key]) is not int or table[key] not in allowed):
            message = _say("NUMBER_FORM", least=allowed[0], most=allowed[-1])
            violations.append(Violation(f"{place}.{key}", message, "WRONG_VALUE"))
        elif key in table:
            numbers[key] = table[key]
    secrets = _secrets(table.get("secret_file"), folder, f"{place}.secret_file", violations)
    ca_file = _authorities(table["ca_file"], folder, f"{place}.ca_file", violations) if "ca_file" in table else None
    if len(violations) > before:
        return None
    return Endpoint(name, str(url), tuple(secrets), organization, **numbers, ca_file=ca_file)


def _is_endpoint(url: str) -> bool:
    """Say whether what is sent there reaches nobody else; a password would stand in lists of endpoints."""
    try:
        parts = urlsplit(url)
        return is_safe(url) and parts.port != 0 and parts.username is None and not parts.fragment and url.isascii()
    except ValueError:
        return False


def _authorities(value: Any, folder: Path, place: str, violations: list[Violation]) -> Path | None:
    """Give the file of authorities, if it can be used."""
    try:
        path: Path = folder / value
        ssl.create_default_context(cafile=path)
    except (OSError, TypeError) as error:  # of TLS, too
        message = _say("AUTHORITIES_UNUSABLE", path=str(value)[:200], problem=error_message(error))
        violations.append(Violation(place, message, "MALFORMED"))
        return None
    return path


def _secrets(value: Any, folder: Path, place: str, violations: list[Violation]) -> Sequence[bytes]:
    """Read the secrets, one on each line; what stands in the file is never repeated."""
    if not isinstance(value, str) or not value:
        violations.append(Violation(place, _say("SECRET_NEEDED"), "REQUIRED"))
        return ()
    path = folder / value
    try:
        lines = path.read_text(encoding="ascii").split()
    except OSError as error:
        violations.append(
            Violation(place, _say("FILE_UNREADABLE", path=path, problem=error_message(error)), "MALFORMED")
        )
        return ()
    except ValueError:
        lines = []
    secrets = [_secret(line) for line in lines]
    if not secrets or not all(len(secret) in _SECRET_BYTES for secret in secrets):
        violations.append(Violation(place, _say("SECRET_FORM", path=path), "MALFORMED"))
    return secrets


def _secret(line: str) -> bytes:
    try:
        return base64.b64decode(line.removeprefix(_PREFIX), validate=True) if line.startswith(_PREFIX) else b""
    except binascii.Error:
        return b""


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
            delivered, problem = self._send(events)
            if self._stopping and problem:
                problem = ""  # cut off here, which is no fault of the endpoint
            self._sender.close()  # before the endpoint does, which would look like a fault
            self._note(before, events, delivered, problem)
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

    def _note(self, before: DeliveryProgress, events: list[Event], delivered: int, problem: str) -> None:
        name, dead = self._endpoint.name, ""
        position = events[delivered - 1].position if delivered else before.position
        after = DeliveryProgress(position, attempts=0, retry_time=0, problem="")
        if problem:
            EVENTS_FAILED.labels(name).inc()
            attempts = (0 if delivered else before.attempts) + 1
            failed = events[delivered]
            logs.warning("event_not_taken", endpoint=name, event_id=failed.id, attempts=attempts, problem=problem)
            if attempts < self._endpoint.attempts:
                after = DeliveryProgress(position, attempts, _now_milliseconds() + self._delay(attempts), problem)
            else:
                logs.error("event_given_up", endpoint=name, event_id=failed.id, position=failed.position)
                dead = problem
                after = DeliveryProgress(failed.position, attempts=0, retry_time=0, problem=problem)
        elif not delivered:
            return
        self._outbox.advance(name, before, after, dead=dead)

    def _delay(self, attempts: int) -> int:
        """Give the milliseconds until the next attempt: doubled each time, and between half of that and the whole."""
        most = min(self._endpoint.first_delay_milliseconds << (attempts - 1), _LONGEST_MILLISECONDS)
        return most - secrets.randbelow(most // 2 + 1)


def _is_due(progress: DeliveryProgress) -> bool:
    """Say whether the next attempt may be made; a time ahead of any delay comes from a clock that was moved."""
    return not 0 < progress.retry_time - _now_milliseconds() <= _LONGEST_MILLISECONDS


def _now_milliseconds() -> int:
    return time.time_ns() // 1_000_000


class Sender:
    """One connection to an endpoint, made anew when it is lost."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Know where to send; nothing is sent yet."""
        self._endpoint = endpoint
        self._poster = BoundedHttpClient(endpoint.url, seconds=_SECONDS, most=_READ_BYTES, ca_file=endpoint.ca_file)

    def send(self, event: Event) -> str:
        """Send an event, and give what was the matter; nothing if it was taken, which only a status of 2xx says."""
        try:
            body = event_body(event)
            signed = signed_headers(event.id, body, seconds=int(time.time()), secrets=self._endpoint.secrets)
        except Exception as error:  # an event that cannot be written must not stop the events after it
            return type(error).__name__
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


def event_body(event: Event) -> bytes:
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


def signed_headers(id: str, body: bytes, *, seconds: int, secrets: Iterable[bytes]) -> dict[str, str]:
    """Give the headers of a message that is sent at these seconds since 1970, with a signature by each secret."""
    sent = datetime.fromtimestamp(seconds, UTC)
    return {
        "content-type": CONTENT_TYPE,
        "webhook-id": id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": " ".join(Webhook(secret).sign(id, sent, body.decode()) for secret in secrets),
    }
