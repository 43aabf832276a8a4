"""How is an event written (CloudEvents 1.0, structured JSON) and signed (Standard Webhooks)?"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.store.outbox import Event

CONTENT_TYPE = "application/cloudevents+json; charset=utf-8"
_SOURCE = "/touchstone"
_SEQUENCE_DIGITS = 19
"""Of the largest position, so that the texts have the order of the numbers."""


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
    signed = b".".join((id.encode(), str(seconds).encode(), body))
    signatures = (hmac.new(secret, signed, hashlib.sha256).digest() for secret in secrets)
    return {
        "content-type": CONTENT_TYPE,
        "webhook-id": id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": " ".join(f"v1,{base64.b64encode(one).decode()}" for one in signatures),
    }
