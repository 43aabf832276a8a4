"""SMTP client: one connection for several messages, and the outcome of each attempt."""

from __future__ import annotations

import smtplib
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from rules.contracts import error_message

if TYPE_CHECKING:
    from email.message import EmailMessage

    from service.mail.mail_settings import MailServer

_TIMEOUT_SECONDS = 20.0
_MAX_RESPONSE_LENGTH = 300
_PERMANENT = 500
_NO_SUCH_MAILBOX = frozenset({550, 551, 553})
_POLICY = b"5.7."
"""Refusal by a rule of the mail server, such as relay access denied; the address can be right (RFC 3463, 3.8)."""
_OK = 250


class Outcome(Enum):
    """Outcome of an attempt."""

    ACCEPTED = "accepted"
    RECIPIENT_REFUSED = "recipient_refused"
    MESSAGE_REFUSED = "message_refused"
    LATER = "later"
    """Temporary failure, or an interruption after which the server may or may not have accepted the message."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Outcome of an attempt, with the response of the server on one line."""

    outcome: Outcome
    response: str


class UnreachableServerError(Exception):
    """No connection to the SMTP server: unreachable, not trusted, or the credentials are refused."""


class SmtpClient:
    """Client of one SMTP server."""

    def __init__(self, server: MailServer, *, seconds: float = _TIMEOUT_SECONDS) -> None:
        self._server, self._seconds = server, seconds
        self._connection: smtplib.SMTP | None = None

    def connect(self) -> None:
        """Open the connection unless it is open; raise UnreachableServerError on failure."""
        if self._connection is not None:
            return
        try:
            self._connection = self._connected()
        except (OSError, ValueError) as error:  # includes SMTP and TLS errors
            raise UnreachableServerError(_problem(error)) from error

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        if server.security == "tls":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=self._seconds, context=server.ssl_context
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=self._seconds)
        try:
            connection.ehlo_or_helo_if_needed()
            if server.security == "starttls":
                connection.starttls(context=server.ssl_context)
                connection.ehlo()
            if server.user:
                connection.login(server.user, server.password)
        except BaseException:
            connection.close()
            raise
        return connection

    def send(self, message: EmailMessage, recipient: str) -> Attempt:
        """Send a message on the open connection, and return the outcome."""
        if self._connection is None:
            return Attempt(Outcome.LATER, "")
        try:
            self._connection.send_message(message, self._server.sender_address, [recipient])
        except smtplib.SMTPRecipientsRefused as error:
            code, text = next(iter(error.recipients.values()))
            is_policy = _octets(text).startswith(_POLICY)
            return self._refused(code, text, Outcome.LATER if is_policy else Outcome.RECIPIENT_REFUSED)
        except smtplib.SMTPSenderRefused as error:
            return self._refused(error.smtp_code, error.smtp_error, Outcome.LATER)
        except smtplib.SMTPDataError as error:
            is_mailbox = error.smtp_code in _NO_SUCH_MAILBOX and _octets(error.smtp_error).startswith(b"5.1.")
            permanent = Outcome.RECIPIENT_REFUSED if is_mailbox else Outcome.MESSAGE_REFUSED
            return self._refused(error.smtp_code, error.smtp_error, permanent)
        except smtplib.SMTPNotSupportedError as error:
            return Attempt(Outcome.RECIPIENT_REFUSED, _problem(error))
        except (OSError, ValueError) as error:
            self.close()
            return Attempt(Outcome.LATER, _problem(error))
        return Attempt(Outcome.ACCEPTED, str(_OK))

    def _refused(self, code: int, text: bytes | str, permanent: Outcome) -> Attempt:
        if self._connection is not None and self._connection.sock is None:
            self.close()
        response = _one_line(f"{code} {_octets(text).decode(errors='replace')}")
        return Attempt(permanent if code >= _PERMANENT else Outcome.LATER, response)

    def close(self) -> None:
        """Close the connection, politely if possible."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(OSError):
                connection.quit()
            connection.close()


def _octets(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _problem(error: Exception) -> str:
    return _one_line(f"{type(error).__name__}: {error_message(error)}")


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_MAX_RESPONSE_LENGTH]
