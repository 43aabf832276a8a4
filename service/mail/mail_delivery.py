"""Mail delivery: one thread that plans messages from events and sends them; its start and metrics.

Of several servers with one store, only the one that locks the endpoint `(mail)` of the outbox works.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from rules.contracts import TouchstoneError
from service.base import instants, logs
from service.base.background_work import BackgroundThread, logging_failures
from service.base.grpc_status import reason_of
from service.base.metrics import MAIL_FAILED, MAIL_SENT
from service.base.metrics_registry import export_until_closed
from service.base.refusals import STORE_FAILURES
from service.mail.mail_settings import read_mail_server
from service.mail.messages import Composer
from service.mail.notice_kinds import notice_kinds
from service.mail.planning import Planner, retention_start
from service.mail.sending import MailSender
from service.mail.smtp_client import SmtpClient, UnreachableServerError
from service.store.outbox import StaleEndpointError

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AsyncExitStack

    from service.configuration.settings import Settings
    from service.gazette.versions import Gazette
    from service.store.store import Store

MAIL_ENDPOINT = "(mail)"
"""Name in the outbox; no webhook can have it."""
_FAILURES = ("recipient_refused", "message_refused", "later", "unreachable", "event", "documents")
_EVENTS_PER_ROUND = 512
_ROUND_SECONDS = 5.0
_POLL_SECONDS = 2.0
_FIRST_WAIT_SECONDS, _MAX_WAIT_SECONDS = 2.0, 300.0
_DAILY_WORK_SECONDS = 6 * 3_600.0


class MailRounds:
    """Rounds of planning and sending."""

    def __init__(
        self, store: Store, planner: Planner, sender: MailSender, *, reminder_days: int, retention_days: int
    ) -> None:
        self._store, self._planner, self._sender = store, planner, sender
        self._reminder_days, self._retention_days = reminder_days, retention_days
        self._daily_work_time = 0.0
        self.stopping = False

    def run(self) -> bool:
        """Plan and send for some seconds; return whether there is more to do now."""
        outbox, until = self._store.outbox, time.monotonic() + _ROUND_SECONDS
        with outbox.delivering(MAIL_ENDPOINT) as before:
            if before is None:
                return False
            events = outbox.after(before.position, None, _EVENTS_PER_ROUND)
            if events:
                with suppress(StaleEndpointError):  # another server planned them
                    self._planner.plan_events(before, events)
            self._do_daily_work()
            sent = self._sender.send_due(lambda: not self.stopping and time.monotonic() < until)
        return bool(events or sent) and not self.stopping

    def _do_daily_work(self) -> None:
        """Add notices of documents that expire, and delete old messages, some times a day."""
        if time.monotonic() < self._daily_work_time:
            return
        for organization in self._store.mail.organizations():
            if self.stopping:
                return
            try:
                self._planner.plan_documents(organization, self._reminder_days)
            except Exception as error:  # an unreadable result must not block the mail of others
                if reason_of(error) in STORE_FAILURES:
                    raise
                MAIL_FAILED.labels("documents").inc()
                logs.error("mail_documents_skipped", organization=organization, error=type(error).__name__)
        self._store.mail.delete_ended()
        deleted = self._store.mail.delete_old(retention_start(self._retention_days))
        if deleted:
            logs.info("mail_deleted", messages=deleted)
        self._daily_work_time = time.monotonic() + _DAILY_WORK_SECONDS


class MailThread(BackgroundThread):
    """Background thread of the rounds."""

    def __init__(self, rounds: MailRounds) -> None:
        self._rounds = rounds
        self._wait_seconds = _FIRST_WAIT_SECONDS
        super().__init__("mail")

    def request_stop(self) -> None:
        self._rounds.stopping = True
        super().request_stop()

    def _round(self) -> float:
        pause = _POLL_SECONDS
        with logging_failures("mail_waits", "mail_failed"):
            try:
                if self._rounds.run():
                    pause = 0.0
                self._wait_seconds = _FIRST_WAIT_SECONDS
            except UnreachableServerError as error:
                MAIL_FAILED.labels("unreachable").inc()
                pause, self._wait_seconds = self._wait_seconds, min(2 * self._wait_seconds, _MAX_WAIT_SECONDS)
                logs.warning("mail_server_unreachable", problem=str(error), wait_seconds=pause)
        return pause


class MailMetrics(Collector):
    """Metrics of waiting and failed messages; omitted if unreadable."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> Iterator[Metric]:
        with suppress(TouchstoneError):
            backlog = self._store.mail.backlog(instants.now())
            for name, help_text, value in (
                ("waiting", "Messages that were not sent yet, including those of later digests.", backlog.waiting),
                ("oldest_seconds", "Delay of the oldest message that is due.", instants.age_seconds(backlog.oldest)),
                ("undelivered", "Messages that failed or bounced.", backlog.failed),
                ("failing_addresses", "Addresses that refuse messages.", backlog.failing_addresses),
            ):
                yield GaugeMetricFamily(f"touchstone_mail_{name}", help_text, value=value)


def start_mail(settings: Settings, store: Store, gazette: Gazette, parts: AsyncExitStack) -> Callable[[], None] | None:
    """Start mail delivery until `parts` is closed; return a function that wakes it, or None without an SMTP server.

    Raises:
        InputError: If the settings of mail are invalid.
    """
    server = read_mail_server(settings)
    if server is None:
        return None
    store.outbox.enter(MAIL_ENDPOINT)
    composer = Composer(server, store.mail.link_key())
    sender = MailSender(store, composer, SmtpClient(server))
    retention_days = max(settings.retention_mail_days, settings.reminder_days + 1)  # else reminders would be repeated
    planner = Planner(store, gazette, retention_days=retention_days)
    rounds = MailRounds(store, planner, sender, reminder_days=settings.reminder_days, retention_days=retention_days)
    export_until_closed(MailMetrics(store), parts)
    for kind in notice_kinds():
        MAIL_SENT.labels(kind)  # exports each counter as 0
    for outcome in _FAILURES:
        MAIL_FAILED.labels(outcome)
    thread = MailThread(rounds)
    parts.callback(thread.stop)
    return thread.wake
