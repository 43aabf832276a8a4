"""Suspension and revocation: bits in signed lists (W3C Bitstring Status List 1.0).

Lists are rebuilt completely, so concurrent changes are not lost. Only suspensions can be lifted.
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

from rules.contracts import InputError, Json, TrailError, message_factory
from service.base.base64url import from_base64url, to_base64url
from service.base.whole_numbers import parse_whole_number
from service.cases.credentials.jose import parse_instant

_message = message_factory(__name__)

ENTRIES = 131_072
"""Minimum list length of the standard, which conceals the queried certificate."""
_MAX_BITS = 64 * ENTRIES
TIME_TO_LIVE = timedelta(minutes=5)
"""Maximum age of a list; a suspension is visible everywhere after it."""


class StatusPurpose(StrEnum):
    """Meaning of a list bit."""

    SUSPENSION = "suspension"
    REVOCATION = "revocation"


def draw_place(used_places: Container[int], size: int = ENTRIES) -> int:
    """Return a random unused index, which reveals nothing."""
    while (index := secrets.randbelow(size)) in used_places:
        pass
    return index


def status_list(  # noqa: PLR0913
    *, address: str, did: str, purpose: StatusPurpose, places: Iterable[int], instant: datetime, size: int = ENTRIES,
    time_to_live: timedelta = TIME_TO_LIVE,
) -> dict[str, Json]:  # fmt: skip
    """Return an unsigned status list with bits at `places`."""
    bits = bytearray(size // 8)
    for index in places:
        if not 0 <= index < size:
            raise InputError.of("place", _message("PLACE_OUTSIDE", place=index, size=size), "INVALID")
        bits[index // 8] |= 0x80 >> index % 8
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
    """Return the status entry of a credential."""
    return {
        "id": f"{address}#{place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose.value,
        "statusListIndex": str(place),
        "statusListCredential": address,
    }


def is_set(content: Mapping[str, Any], entry: Mapping[str, Any], instant: datetime) -> bool:
    """Return whether the bit of an entry is set in a verified list.

    Its age counts from its creation, so an old copy cannot pass as fresh.
    """
    subject, purpose, address = content.get("credentialSubject"), entry["statusPurpose"], content.get("id")
    if (
        not isinstance(subject, dict)
        or address != entry["statusListCredential"]
        or "BitstringStatusListCredential" not in content.get("type", ())
        or (subject.get("type"), subject.get("statusPurpose")) != ("BitstringStatusList", purpose)
    ):
        raise TrailError(_message("OTHER_LIST", list=entry["statusListCredential"]))
    time_to_live, made = subject.get("ttl", 0), parse_instant(content.get("validFrom"))
    if not isinstance(time_to_live, int) or instant - made > timedelta(milliseconds=time_to_live):
        raise TrailError(_message("LIST_OLD", list=address, made=_format_instant(made)))
    bits, stated = _bits(subject.get("encodedList")), str(entry["statusListIndex"])
    index = parse_whole_number(stated, most=8 * len(bits) - 1)
    if index is None:
        raise TrailError(_message("PLACE_OUTSIDE", place=stated[:20], size=8 * len(bits)))
    return bool(bits[index // 8] & 0x80 >> index % 8)


def _bits(encoded: object) -> bytes:
    raw = from_base64url(encoded[1:]) if isinstance(encoded, str) and encoded.startswith("u") else None
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw or b"")) as file:
            bits = file.read(_MAX_BITS // 8 + 1)
    except (OSError, EOFError, zlib.error):
        bits = b""
    if not ENTRIES <= 8 * len(bits) <= _MAX_BITS:
        raise TrailError(_message("LIST_UNREADABLE"))
    return bits


def _format_instant(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
