"""Event delivery to webhooks: in order, signed, at least once, one thread per endpoint.

Formats are CloudEvents 1.0 (structured JSON) and Standard Webhooks. After a crash, events since the last stored
progress are repeated under the same ids. The module also starts delivery, and adds the events of new publications and
the reminders of due items.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import orjson
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from standardwebhooks import Webhook

from rules.contracts import InputError, TouchstoneError, Violation, add_days, error_message, message_factory
from service.base import instants, logs
from service.base.background_work import BackgroundThread, logging_failures
from service.base.bounded_http_client import BoundedHttpClient
from service.base.instants import now
from service.base.metrics import EVENTS_DELIVERED, EVENTS_FAILED
from service.base.metrics_registry import export_until_closed
from service.base.resource_names import parse_organization
from service.base.secure_urls import is_safe
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.given_files import read_settings_file
from service.store.outbox import (
    TABLE_IMPORTED,
    VERSION_PUBLISHED,
    VERSION_REPEALED,
    Event,
    Outbox,
    publication_event,
)
from service.store.tables import EndpointRow

if TYPE_CHECKING:
    from service.store.cases import CaseStore
    from service.store.store import Store


_message = message_factory(__name__)

_FIELD = "TOUCHSTONE_EVENTS"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}\Z")
_ENDPOINT_KEYS = frozenset({"url", "secret_file", "organization", "attempts", "first_delay_milliseconds", "ca_file"})
_KEY_PREFIX = "whsec_"
_WEBHOOK_SECRET_LENGTHS = range(24, 65)
_MAX_ENDPOINTS = 32
_ATTEMPTS = range(1, 101)
_DELAYS = range(1, 3_600_001)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Webhook for the events of one organization (an id), or of all if None.

    The retry delay starts at `first_delay_milliseconds` and doubles. Every secret signs, which allows rotation.
    `ca_file` replaces the system's certificate authorities.
    """

    name: str
    url: str
    secrets: tuple[bytes, ...] = field(repr=False)
    organization: str | None = None
    attempts: int = 16
    first_delay_milliseconds: int = 1_000
    ca_file: Path | None = None


def read_endpoints(path: Path) -> tuple[Endpoint, ...]:
    """Read the endpoint file, one TOML table per endpoint; errors never contain secrets."""
    tables = read_settings_file(path, field=_FIELD)
    violations: list[Violation] = []
    if not 1 <= len(tables) <= _MAX_ENDPOINTS:
        violations.append(Violation(_FIELD, _message("NO_ENDPOINTS", path=path, most=_MAX_ENDPOINTS), "REQUIRED"))
    endpoints = [_endpoint(name, table, path.parent, violations) for name, table in tables.items()]
    if violations:
        raise InputError(tuple(violations))
    return tuple(endpoint for endpoint in endpoints if endpoint is not None)


def _endpoint(name: str, table: Any, folder: Path, violations: list[Violation]) -> Endpoint | None:
    location = f"{_FIELD}[{name[:80]}]"
    if not isinstance(table, dict) or not table.keys() <= _ENDPOINT_KEYS or not _NAME.match(name):
        violations.append(Violation(location, _message("ENDPOINT_TABLE", known=sorted(_ENDPOINT_KEYS)), "MALFORMED"))
        return None
    before = len(violations)
    url = table.get("url")
    if not isinstance(url, str) or not _is_safe_endpoint(url):
        violations.append(Violation(f"{location}.url", _message("URL_FORM"), "UNSAFE"))
    organization = None
    if "organization" in table:
        try:
            organization = parse_organization(str(table["organization"]), field=f"{location}.organization")
        except InputError as error:
            violations.extend(error.violations)
    numbers = {}
    for key, allowed in (("attempts", _ATTEMPTS), ("first_delay_milliseconds", _DELAYS)):
        if key in table and (type(table[key]) is not int or table[key] not in allowed):
            message = _message("NUMBER_FORM", least=allowed[0], most=allowed[-1])
            violations.append(Violation(f"{location}.{key}", message, "WRONG_VALUE"))
        elif key in table:
            numbers[key] = table[key]
    secrets = _secrets(table.get("secret_file"), folder, f"{location}.secret_file", violations)
    ca_file = _authorities(table["ca_file"], folder, f"{location}.ca_file", violations) if "ca_file" in table else None
    if len(violations) > before:
        return None
    return Endpoint(name, str(url), tuple(secrets), organization, **numbers, ca_file=ca_file)


def _is_safe_endpoint(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return is_safe(url) and parts.port != 0 and parts.username is None and not parts.fragment and url.isascii()
    except ValueError:
        return False


def _authorities(value: Any, folder: Path, location: str, violations: list[Violation]) -> Path | None:
    try:
        path: Path = folder / value
        ssl.create_default_context(cafile=path)
    except (OSError, TypeError) as error:  # includes TLS errors
        message = _message("AUTHORITIES_UNUSABLE", path=str(value)[:200], problem=error_message(error))
        violations.append(Violation(location, message, "MALFORMED"))
        return None
    return path


def _secrets(value: Any, folder: Path, location: str, violations: list[Violation]) -> Sequence[bytes]:
    if not isinstance(value, str) or not value:
        violations.append(Violation(location, _message("SECRET_NEEDED"), "REQUIRED"))
        return ()
    path = folder / value
    try:
        lines = path.read_text(encoding="ascii").split()
    except OSError as error:
        violations.append(
            Violation(location, _message("FILE_UNREADABLE", path=path, problem=error_message(error)), "MALFORMED")
        )
        return ()
    except ValueError:
        lines = []
    secrets = [_secret(line) for line in lines]
    if not secrets or not all(len(secret) in _WEBHOOK_SECRET_LENGTHS for secret in secrets):
        violations.append(Violation(location, _message("SECRET_FORM", path=path), "MALFORMED"))
    return secrets


def _secret(line: str) -> bytes:
    try:
        return base64.b64decode(line.removeprefix(_KEY_PREFIX), validate=True) if line.startswith(_KEY_PREFIX) else b""
    except binascii.Error:
        return b""


_EVENTS_PER_ROUND = 32
_ROUND_SECONDS = 5.0
_POLL_SECONDS = 1.0
_MAX_DELAY_MILLISECONDS = 3_600_000
_TIMEOUT_SECONDS = 10.0
_MAX_RESPONSE_BYTES = 65_536
CONTENT_TYPE = "application/cloudevents+json; charset=utf-8"
_SOURCE = "/touchstone"
_SEQUENCE_DIGITS = 19


class Delivery(BackgroundThread):
    """Background delivery of events to one endpoint."""

    def __init__(self, outbox: Outbox, endpoint: Endpoint) -> None:
        self._outbox = outbox
        self._endpoint = endpoint
        self._sender = Sender(endpoint)
        for counter in (EVENTS_DELIVERED, EVENTS_FAILED):
            counter.labels(endpoint.name)
        super().__init__(f"events-{endpoint.name}")

    def request_stop(self) -> None:
        super().request_stop()
        self._sender.cut_off()

    def _round(self) -> float:
        more = False
        with logging_failures("events_wait", "events_failed", endpoint=self._endpoint.name):
            more = self._deliver_batch()
        return 0 if more else _POLL_SECONDS

    def _deliver_batch(self) -> bool:
        endpoint = self._endpoint
        with self._outbox.delivering(endpoint.name) as before:
            if before is None or not _is_due(before):
                return False
            events = self._outbox.after(before.position, endpoint.organization, _EVENTS_PER_ROUND)
            if not events:
                return False
            delivered, problem = self._send(events)
            if self.is_stopping and problem:
                problem = ""  # interrupted by this server, not by the endpoint
            self._sender.close()  # else the endpoint closes it, which would look like a failure
            self._store_progress(before, events, delivered, problem)
        return not problem and not self.is_stopping

    def _send(self, events: list[Event]) -> tuple[int, str]:
        until = time.monotonic() + _ROUND_SECONDS
        for count, event in enumerate(events):
            if self.is_stopping or time.monotonic() > until:
                return count, ""
            problem = self._sender.send(event)
            if problem:
                return count, problem
            EVENTS_DELIVERED.labels(self._endpoint.name).inc()
        return len(events), ""

    def _store_progress(self, before: EndpointRow, events: list[Event], delivered: int, problem: str) -> None:
        name, dead = self._endpoint.name, ""
        position = events[delivered - 1].position if delivered else before.position
        after = EndpointRow(name=name, position=position)
        if problem:
            EVENTS_FAILED.labels(name).inc()
            attempts = (0 if delivered else before.attempts) + 1
            failed = events[delivered]
            logs.warning("event_not_taken", endpoint=name, event_id=failed.id, attempts=attempts, problem=problem)
            if attempts < self._endpoint.attempts:
                retry_time = _now_milliseconds() + self._delay(attempts)
                after = EndpointRow(
                    name=name, position=position, attempts=attempts, retry_time=retry_time, problem=problem
                )
            else:
                logs.error("event_given_up", endpoint=name, event_id=failed.id, position=failed.position)
                dead = problem
                after = EndpointRow(name=name, position=failed.position, problem=problem)
        elif not delivered:
            return
        self._outbox.advance(before, after, dead=dead)

    def _delay(self, attempts: int) -> int:
        most = min(self._endpoint.first_delay_milliseconds << (attempts - 1), _MAX_DELAY_MILLISECONDS)
        return most - secrets.randbelow(most // 2 + 1)


def _is_due(progress: EndpointRow) -> bool:
    """Return whether to try now, also if a clock change moved the retry time too far."""
    return not 0 < progress.retry_time - _now_milliseconds() <= _MAX_DELAY_MILLISECONDS


def _now_milliseconds() -> int:
    return time.time_ns() // 1_000_000


class Sender:
    """Connection to an endpoint, reopened when lost."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._poster = BoundedHttpClient(
            endpoint.url, seconds=_TIMEOUT_SECONDS, most=_MAX_RESPONSE_BYTES, ca_file=endpoint.ca_file
        )

    def send(self, event: Event) -> str:
        try:
            body = event_body(event)
            signed = signed_headers(event.id, body, seconds=int(time.time()), secrets=self._endpoint.secrets)
        except Exception as error:  # an event that cannot be serialized must not block later events
            return type(error).__name__
        try:
            status, _ = self._poster.post(body, signed)
        except (OSError, HTTPException) as error:
            return type(error).__name__
        return "" if 200 <= status < 300 else f"HTTP {status}"

    def cut_off(self) -> None:
        self._poster.cut_off()

    def close(self) -> None:
        self._poster.close()


def event_body(event: Event) -> bytes:
    """Serialize an event as CloudEvents JSON."""
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
    """Return the headers of a message, with a signature by each secret."""
    sent = datetime.fromtimestamp(seconds, UTC)
    return {
        "content-type": CONTENT_TYPE,
        "webhook-id": id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": " ".join(Webhook(secret).sign(id, sent, body.decode()) for secret in secrets),
    }


_INTERVAL_SECONDS = 3_600
_REMINDERS_PER_TRANSACTION = 500


def remind(cases: CaseStore, days: int) -> int:
    """Write reminder events of items due within `days` or overdue; return their number."""
    today, count = instants.today("Etc/UTC"), 0
    while True:
        with cases.write_transaction() as writing:
            written = writing.remind(
                today.isoformat(), add_days(today, days + 1).isoformat(), _REMINDERS_PER_TRANSACTION
            )
        count += written
        if not written:
            return count


class ReminderThread(BackgroundThread):
    """Thread that writes hourly reminders until it is stopped."""

    def __init__(self, cases: CaseStore, days: int) -> None:
        self._cases, self._days = cases, days
        super().__init__("reminders")

    def _round(self) -> float:
        with logging_failures("reminders_wait", "reminders_failed"):
            remind(self._cases, self._days)
        return _INTERVAL_SECONDS


def start_event_delivery(  # noqa: PLR0913 -- all sources of events
    path: Path | None,
    store: Store,
    gazette: Gazette,
    parts: AsyncExitStack,
    *,
    reminder_days: int,
    feed_events: Callable[[], Sequence[dict[str, Any]]],
    wake_mail: Callable[[], None] | None,
) -> Callable[[], None]:
    """Start event delivery to the endpoints of a file, until `parts` is closed.

    One reminder is written `reminder_days` before a due date, another after it. The returned function writes events of
    later publications and feed checks; `feed_events` returns all events of feeds. `wake_mail` is called after events
    were stored; it is None if no mail is sent. Without it and a file, nothing is stored or sent.

    Raises:
        InputError: If the file is invalid.
    """
    if path is None and wake_mail is None:
        return _nothing
    endpoints, outbox = [] if path is None else read_endpoints(path), store.outbox
    _add_published(outbox, gazette, feed_events)
    for endpoint in endpoints:
        outbox.enter(endpoint.name)
    export_until_closed(Backlogs(outbox, endpoints), parts)
    deliveries = [Delivery(outbox, endpoint) for endpoint in endpoints]
    parts.callback(_act_on_all(deliveries, Delivery.join))
    parts.callback(_act_on_all(deliveries, Delivery.request_stop))
    wake_endpoints = _act_on_all(deliveries, Delivery.wake)

    def wake() -> None:
        wake_endpoints()
        if wake_mail is not None:
            wake_mail()

    store.write_events(wake)
    parts.callback(ReminderThread(store.cases, reminder_days).stop)

    def published() -> None:
        _add_published(outbox, gazette, feed_events)
        wake()

    return published


def _nothing() -> None:
    """Do nothing, because there is no endpoint file."""


def _add_published(outbox: Outbox, gazette: Gazette, feed_events: Callable[[], Sequence[dict[str, Any]]]) -> None:
    outbox.add_new([*_versions(gazette), *_editions(gazette), *feed_events()])


class Backlogs(Collector):
    """Metrics of waiting and dead events; unreadable backlogs are omitted."""

    def __init__(self, outbox: Outbox, endpoints: Sequence[Endpoint]) -> None:
        self._outbox = outbox
        self._endpoints = endpoints

    def collect(self) -> Iterator[Metric]:
        labels = ("endpoint",)
        waiting = GaugeMetricFamily(
            "touchstone_events_waiting", "Events an endpoint has not received yet.", labels=labels
        )
        oldest = GaugeMetricFamily(
            "touchstone_events_oldest_seconds", "Age of the oldest of these events.", labels=labels
        )
        dead = GaugeMetricFamily("touchstone_events_dead", "Events an endpoint never accepted.", labels=labels)
        for endpoint in self._endpoints:
            with suppress(TouchstoneError):
                backlog = self._outbox.backlog(endpoint.name, endpoint.organization)
                waiting.add_metric((endpoint.name,), backlog.waiting)
                oldest.add_metric((endpoint.name,), instants.age_seconds(backlog.oldest))
                dead.add_metric((endpoint.name,), backlog.dead)
        yield from (waiting, oldest, dead)


def _act_on_all(deliveries: Sequence[Delivery], act: Callable[[Delivery], None]) -> Callable[[], None]:
    def all_of_them() -> None:
        for delivery in deliveries:
            act(delivery)

    return all_of_them


def _versions(gazette: Gazette) -> Iterator[dict[str, Any]]:
    for card in gazette.card_ids():
        for version in gazette.outlines(card):
            digests = {"contentDigest": version.content_digest, "ruleDigest": version.rule_digest}
            data = {"scorecardVersion": version.name, **digests}
            yield publication_event(VERSION_PUBLISHED, version.name, version.publish_time, data)
            if (ended := version.repeal) is not None:
                end = {"firstDate": ended.first_day.isoformat(), "reason": ended.reason}
                yield publication_event(
                    VERSION_REPEALED, version.name, ended.time, {"scorecardVersion": version.name, **end}
                )


def _editions(gazette: Gazette) -> Iterator[dict[str, Any]]:
    for table, edition, digest in TableStore(gazette.folder / FOLDER).digests():
        data = {"table": table, "edition": edition, "manifestDigest": digest}
        yield publication_event(TABLE_IMPORTED, f"tables/{table}/editions/{edition}", now(), data)
