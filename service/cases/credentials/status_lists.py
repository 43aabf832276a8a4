"""Suspension and revocation of credentials: bits in signed lists (W3C Bitstring Status List 1.0).

A list is made anew of all that stands suspended or revoked, never by setting a bit in the list before: two acts at once
lose nothing. A suspension can be taken back, a revocation cannot.
"""

from __future__ import annotations

import gzip
import io
import secrets
import zlib
from collections.abc import Container, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from rules.contracts import InputError, Json, TrailError, Violation, message_factory
from service.base.base64url import from_base64url, to_base64url
from service.base.whole_numbers import parse_whole_number
from service.cases.credentials.jose import parse_instant

_say = message_factory(__name__)

ENTRIES = 131_072
"""The least that the standard allows, so that a certificate hides among many."""
_MAX_BITS = 64 * ENTRIES
TIME_TO_LIVE = timedelta(minutes=5)
"""How long a list may be used after it was made: after so long a suspension shows everywhere."""


class StatusPurpose(StrEnum):
    """What a bit of a list means."""

    SUSPENSION = "suspension"
    REVOCATION = "revocation"


def draw_place(used_places: Container[int], size: int = ENTRIES) -> int:
    """Draw a place that no certificate had before, so that it tells nothing of its number or day."""
    while (place := secrets.randbelow(size)) in used_places:
        pass
    return place


def status_list(  # noqa: PLR0913 -- what a list says
    *, address: str, did: str, purpose: StatusPurpose, places: Iterable[int], instant: datetime, size: int = ENTRIES,
    time_to_live: timedelta = TIME_TO_LIVE,
) -> dict[str, Json]:  # fmt: skip
    """Write a list as a credential to be signed; `places` are all that are suspended, or revoked, at this instant."""
    bits = bytearray(size // 8)
    for place in places:
        if not 0 <= place < size:
            raise InputError((Violation("place", _say("PLACE_OUTSIDE", place=place, size=size), "INVALID"),))
        bits[place // 8] |= 0x80 >> place % 8
    return {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": did,
        "validFrom": _format_instant(instant),
        "validUntil": _format_instant(instant + time_to_live),
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose.value,
            "encodedList": f"u{to_base64url(gzip.compress(bytes(bits), mtime=0))}",
            "ttl": time_to_live // timedelta(milliseconds=1),
        },
    }


def status_list_entry(address: str, purpose: StatusPurpose, place: int) -> dict[str, Json]:
    """Write where a credential stands in a list."""
    return {
        "id": f"{address}#{place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose.value,
        "statusListIndex": str(place),
        "statusListCredential": address,
    }


def is_set(content: Mapping[str, Any], entry_said: Mapping[str, Any], instant: datetime) -> bool:
    """Say whether the bit of an entry is set, in a list whose signature holds.

    A list is made anew whenever it is asked for, so its age is counted from when it says it was made: whoever kept one
    from before a suspension cannot show it as fetched just now.
    """
    subject, purpose, address = content.get("credentialSubject"), entry_said["statusPurpose"], content.get("id")
    if (
        not isinstance(subject, dict)
        or address != entry_said["statusListCredential"]
        or "BitstringStatusListCredential" not in content.get("type", ())
        or (subject.get("type"), subject.get("statusPurpose")) != ("BitstringStatusList", purpose)
    ):
        raise TrailError(_say("OTHER_LIST", list=entry_said["statusListCredential"]))
    time_to_live, made = subject.get("ttl", 0), parse_instant(content.get("validFrom"))
    if not isinstance(time_to_live, int) or instant - made > timedelta(milliseconds=time_to_live):
        raise TrailError(_say("LIST_OLD", list=address, made=_format_instant(made)))
    bits, stated = _bits(subject.get("encodedList")), str(entry_said["statusListIndex"])
    place = parse_whole_number(stated, most=8 * len(bits) - 1)
    if place is None:
        raise TrailError(_say("PLACE_OUTSIDE", place=stated[:20], size=8 * len(bits)))
    return bool(bits[place // 8] & 0x80 >> place % 8)


def _bits(encoded: object) -> bytes:
    raw = from_base64url(encoded[1:]) if isinstance(encoded, str) and encoded.startswith("u") else None
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw or b"")) as file:
            bits = file.read(_MAX_BITS // 8 + 1)
    except (OSError, EOFError, zlib.error):
        bits = b""
    if not ENTRIES <= 8 * len(bits) <= _MAX_BITS:
        raise TrailError(_say("LIST_UNREADABLE"))
    return bits


def _format_instant(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
