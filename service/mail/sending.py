"""Sending of waiting messages in order.

An attempt is stored before it begins, its outcome after it ended. If the process is killed in between, the message is
sent again with the same Message-ID: only then can a recipient receive a message twice.
"""

from __future__ import annotations

import secrets
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import orjson

from rules.contracts import TouchstoneError, message_factory
from service.base import instants, logs
from service.base.grpc_status import reason_of
from service.base.metrics import MAIL_FAILED, MAIL_SENT
from service.base.refusals import STORE_FAILURES
from service.mail.notice_kinds import CONFIRMATION, OFF, notice_kinds
from service.mail.recipients import Directory
from service.mail.smtp_client import Outcome
from service.store.mail import BOUNCED, CONFIRMED, FAILED, FAILING, SENT, STOPPED, UNCONFIRMED

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import EmailMessage

    from service.mail.messages import Composer
    from service.mail.smtp_client import Attempt, SmtpClient
    from service.store.cases import CaseReader
    from service.store.store import Store
    from service.store.tables import CaseRow, MailAddressRow, MailMessageRow, MailNoticeRow

_message = message_factory(__name__)

MAX_ATTEMPTS = 24
_FIRST_DELAY_SECONDS, _MAX_DELAY_SECONDS = 60, 3_600
_MESSAGES_PER_ROUND = 512
_STORE_ATTEMPTS, _STORE_WAIT_SECONDS = 5, 1.0


class MailSender:
    """Sender of the waiting messages of all organisations."""

    def __init__(self, store: Store, composer: Composer, client: SmtpClient) -> None:
        self._store, self._composer, self._client = store, composer, client

    def send_due(self, proceeds: Callable[[], bool]) -> int:
        """Send due messages while `proceeds`, and return the number of messages that ended or will be retried.

        Raises:
            UnreachableServerError: If there is no connection to the SMTP server; the messages are unchanged.
        """
        rows = self._store.mail.due(instants.now(), _MESSAGES_PER_ROUND)
        handled, delayed = 0, set[tuple[str, str]]()
        with self._store.cases.read_transaction() as reading:
            directories: dict[str, Directory] = {}
            for row in rows:
                if not proceeds():
                    break
                if (row.organization, row.account) in delayed:  # behind an earlier message of this round
                    continue
                if row.organization not in directories:
                    directories[row.organization] = Directory(reading, self._store.mail, row.organization)
                if not self._handle(row, directories[row.organization], reading):
                    delayed.add((row.organization, row.account))
                handled += 1
        self._client.close()
        return handled

    def _handle(self, row: MailMessageRow, directory: Directory, reading: CaseReader) -> bool:
        """Send or stop a message; return whether later messages to the account may follow."""
        address = self._store.mail.address(row.organization, row.account)
        try:
            mail = None if address is None else self._composed(row, address, directory, reading)
        except Exception as error:  # a message that cannot be composed must not block later ones
            if reason_of(error) in STORE_FAILURES:
                raise
            logs.error("mail_not_composed", message=row.id, error=type(error).__name__)
            self._finish(row, state=FAILED, problem=type(error).__name__)
            return True
        if address is None or mail is None:
            self._finish(row, state=STOPPED, problem=_message("NOT_SENT"))
            return True
        self._client.connect()
        began = row.model_copy(update={"attempts": row.attempts + 1, "address": address.address})
        if not self._store.mail.change_message(row, attempts=began.attempts, address=began.address):
            return True  # stopped in the meantime
        return self._record(began, address, self._client.send(mail, address.address))

    def _composed(
        self, row: MailMessageRow, address: MailAddressRow, directory: Directory, reading: CaseReader
    ) -> EmailMessage | None:
        """Return the message; None if the person has no confirmed address, unsubscribed, or may not see the items."""
        if row.kind == CONFIRMATION:
            return self._composer.confirmation(address, row) if address.state != CONFIRMED else None
        recipient = directory.of_account(row.account) if address.state == CONFIRMED else None
        if recipient is None:
            return None
        notices = [
            notice for notice in self._store.mail.notices(row.id)
            if _is_wanted(notice, address)
            and recipient.may_see(notice_kinds()[notice.kind], _case_of(notice, reading))
        ]  # fmt: skip
        return self._composer.notices(address, row, notices, recipient.principal.roles) if notices else None

    def _record(self, row: MailMessageRow, address: MailAddressRow, attempt: Attempt) -> bool:
        if attempt.outcome is Outcome.ACCEPTED:
            MAIL_SENT.labels(row.kind).inc()
            self._finish(row, state=SENT, send_time=instants.now(), problem="")
            return True
        MAIL_FAILED.labels(attempt.outcome.value).inc()
        logs.warning("mail_not_taken", message=row.id, outcome=attempt.outcome.value, attempts=row.attempts)
        if attempt.outcome is Outcome.RECIPIENT_REFUSED:
            self._finish(row, state=BOUNCED, problem=attempt.response)
            state = FAILING if address.state != UNCONFIRMED else UNCONFIRMED
            self._store.mail.change_address(address, state=state, problem=attempt.response)
            return True
        if attempt.outcome is Outcome.MESSAGE_REFUSED or row.attempts >= MAX_ATTEMPTS:
            self._finish(row, state=FAILED, problem=attempt.response)
            return True
        retry_time = instants.now_plus(timedelta(seconds=_delay(row.attempts)))
        self._finish(row, retry_time=retry_time, problem=attempt.response)
        return False

    def _finish(self, row: MailMessageRow, **values: str) -> None:
        """Store an outcome; try again if the store is busy, since a lost outcome sends the message again."""
        for attempt in range(_STORE_ATTEMPTS):
            try:
                self._store.mail.change_message(row, **values)
            except TouchstoneError:
                if attempt == _STORE_ATTEMPTS - 1:
                    raise
                time.sleep(_STORE_WAIT_SECONDS)
            else:
                return


def _is_wanted(notice: MailNoticeRow, address: MailAddressRow) -> bool:
    kind = notice_kinds().get(notice.kind)
    return kind is not None and kind.mode_of(address.modes) != OFF


def _case_of(notice: MailNoticeRow, reading: CaseReader) -> CaseRow | None:
    """Return the case of a notice, None if it concerns no case."""
    name = orjson.loads(notice.content).get("case")
    return reading.case(name) if name else None


def _delay(attempts: int) -> int:
    most = min(_FIRST_DELAY_SECONDS << (attempts - 1), _MAX_DELAY_SECONDS)
    return most - secrets.randbelow(most // 2 + 1)
