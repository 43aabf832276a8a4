"""Bounces: delivery status notifications (RFC 3464) that report a permanent failure of our messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.policy import default
from typing import Any

from rules.contracts import InputError, message_factory

_message = message_factory(__name__)

MAX_BOUNCE_BYTES = 1024 * 1024
_MAX_PARTS = 100
_MESSAGE_ID = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\s]{1,253}>")
_PERMANENT = re.compile(r"5\.[0-9]{1,3}\.[0-9]{1,3}\b")
_MAX_PROBLEM_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Bounce:
    """Permanent failure for one recipient of a message, which is named by the first part of its Message-ID."""

    message: str
    address: str
    problem: str


def read_bounces(content: bytes) -> list[Bounce]:
    """Return the permanent failures of a notification; delays and successes are omitted.

    Raises:
        InputError: If the content is too large, no delivery status notification, or names no message of this server.
    """
    if not 0 < len(content) <= MAX_BOUNCE_BYTES:
        raise InputError.of("content", _message("BOUNCE_SIZE", most=MAX_BOUNCE_BYTES), "WRONG_VALUE")
    try:
        mail = message_from_bytes(content, _class=EmailMessage, policy=default)
        parts = _parts(mail)
        if mail.get_content_type() != "multipart/report":
            raise _no_notification()
        id = _original_id(parts)
        failures = [
            Bounce(id, address, problem)
            for part in parts if part.get_content_type() == "message/delivery-status"
            for address, problem in _failures(part)
        ]  # fmt: skip
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise _no_notification() from None
    return failures


def _parts(mail: Message) -> list[Message]:
    parts: list[Message] = []
    for part in mail.walk():
        parts.append(part)
        if len(parts) > _MAX_PARTS:
            raise _no_notification()
    return parts


def _original_id(parts: list[Message]) -> str:
    """Return the id of the returned message, from its headers, which the notification contains."""
    for part in parts:
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            returned: Any = part.get_payload(0)
        elif part.get_content_type() == "text/rfc822-headers":
            payload = part.get_payload(decode=True)
            returned = message_from_bytes(payload if isinstance(payload, bytes) else b"", policy=default)
        else:
            continue
        if matched := _MESSAGE_ID.search(str(returned.get("Message-ID", ""))):
            return matched[1]
    raise InputError.of("content", _message("BOUNCE_OF_OTHERS"), "NOT_FOUND")


def _failures(part: Message) -> Iterator[tuple[str, str]]:
    """Yield address and problem of each recipient with a permanent failure."""
    blocks = part.get_payload()
    for block in blocks if isinstance(blocks, list) else ():
        if not isinstance(block, Message):
            continue
        status, action = str(block.get("Status", "")), str(block.get("Action", "")).strip().lower()
        recipient = str(block.get("Original-Recipient") or block.get("Final-Recipient") or "")
        if action == "failed" and _PERMANENT.match(status.strip()) and ";" in recipient:
            diagnostic = " ".join(str(block.get("Diagnostic-Code", "")).split())
            yield recipient.partition(";")[2].strip(), f"{status.strip()} {diagnostic}"[:_MAX_PROBLEM_LENGTH].strip()


def _no_notification() -> InputError:
    return InputError.of("content", _message("NO_NOTIFICATION"), "MALFORMED")
