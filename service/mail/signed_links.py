"""Signed tokens of the links in messages, which need no sign-in."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

import orjson

from rules.contracts import InputError, message_factory
from service.base import instants
from service.base.base64url import from_base64url, to_base64url

_message = message_factory(__name__)

CONFIRM, UNSUBSCRIBE = "confirm", "unsubscribe"
_MAX_TOKEN_CHARACTERS = 2_000
_SIGNATURE_BYTES = 32


@dataclass(frozen=True, slots=True)
class Link:
    """Content of a token: purpose, account and subject, which is an address digest or a kind of notice.

    `expire_time` is empty if it never expires.
    """

    purpose: str
    organization: str
    account: str
    subject: str
    expire_time: str = ""


def write_link_token(key: bytes, link: Link) -> str:
    """Return the signed token of a link."""
    fields = [link.purpose, link.organization, link.account, link.subject, link.expire_time]
    content = orjson.dumps(fields)
    return to_base64url(_signature(key, content) + content)


def read_link_token(key: bytes, token: str, purpose: str) -> Link:
    """Return the content of a token; raise InputError if it is forged, expired or of another purpose."""
    try:
        if len(token) > _MAX_TOKEN_CHARACTERS:
            raise ValueError
        decoded = from_base64url(token)
        if decoded is None:
            raise ValueError
        signature, content = decoded[:_SIGNATURE_BYTES], decoded[_SIGNATURE_BYTES:]
        if not hmac.compare_digest(signature, _signature(key, content)):
            raise ValueError
        link = Link(*orjson.loads(content))
    except (ValueError, TypeError):
        raise _invalid() from None
    if link.purpose != purpose:
        raise _invalid()
    if link.expire_time and link.expire_time < instants.now():
        raise InputError.of("token", _message("LINK_TOO_OLD", time=link.expire_time), "WRONG_VALUE")
    return link


def address_digest(address: str) -> str:
    """Return the digest of an address for a confirmation token."""
    return hashlib.sha256(address.encode()).hexdigest()[:32]


def _invalid() -> InputError:
    return InputError.of("token", _message("LINK_INVALID"), "MALFORMED")


def _signature(key: bytes, content: bytes) -> bytes:
    return hmac.new(key, content, hashlib.sha256).digest()
