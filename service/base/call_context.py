"""Call context: organisation, request id, preferred language and caller address."""

from __future__ import annotations

import ipaddress
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING
from urllib.parse import unquote

from google.rpc import error_details_pb2, status_pb2

from rules.contracts import LANGUAGES
from touchstone.client.addresses import is_local_host

if TYPE_CHECKING:
    Metadata = Iterable[tuple[str, str | bytes]] | None


_CURRENT_ORGANIZATION: ContextVar[str] = ContextVar("whose", default="")


def current_organization() -> str:
    """Return the current organisation id, or an empty string."""
    return _CURRENT_ORGANIZATION.get()


def set_current_organization(organization: str) -> None:
    """Set the organisation for the rest of the call or task."""
    _CURRENT_ORGANIZATION.set(organization)


_PINNED_STATES: ContextVar[dict[str, int] | None] = ContextVar("pinned", default=None)


def pinned_states() -> dict[str, int] | None:
    """Return the state of each folder that the call sees, by its path; None outside a call.

    The first use in the call adds the current state of a folder.
    """
    return _PINNED_STATES.get()


def pin_states(states: Mapping[str, int]) -> None:
    """Set the states of folders for the rest of the call or task."""
    _PINNED_STATES.set(dict(states))


@contextmanager
def newest_states() -> Iterator[None]:
    """Ignore pinned states in a block, for code that changes the folders."""
    token = _PINNED_STATES.set(None)
    try:
        yield
    finally:
        _PINNED_STATES.reset(token)


REQUEST_ID_KEY = "x-request-id"
CALL_KEY = "touchstone-call"
"""Metadata key that returns the logged call id."""

_WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}\Z")
_CALL: ContextVar[str] = ContextVar("call", default="")


def begin_call(metadata: Metadata) -> str:
    """Start a call and return its id: a valid one from the metadata, or a new one."""
    call_ids = [value for key, value in metadata or () if key == REQUEST_ID_KEY]
    call = call_ids[0] if len(call_ids) == 1 else ""
    if not isinstance(call, str) or not _WELL_FORMED.match(call):
        call = secrets.token_hex(8)
    _CALL.set(call)
    pin_states({})
    return call


def with_request_info(status: status_pb2.Status) -> status_pb2.Status:
    """Add the call id to error details, changing `status`."""
    if call := _CALL.get():
        status.details.add().Pack(error_details_pb2.RequestInfo(request_id=call))
    return status


KEY = "accept-language"
"""Metadata key of the preferred languages, named like the HTTP header (RFC 9110)."""
_MAXIMUM_CHARACTERS = 500


def preferred_language(request: object, metadata: Metadata) -> str:
    """Return the language of the request, else of the metadata, else English."""
    draft = getattr(request, "scorecard_draft", None)
    for message in (request, draft):
        code = getattr(message, "language_code", "")
        if code in LANGUAGES:
            return str(code)
    values = [str(value) for key, value in metadata or () if key == KEY and isinstance(value, str)]
    return _best_match(",".join(values)[:_MAXIMUM_CHARACTERS].split(","))


def _best_match(ranges: Sequence[str]) -> str:
    best, weight = LANGUAGES[0], 0.0
    for language_range in ranges:
        tag, _, parameters = language_range.partition(";")
        language = tag.strip().lower().partition("-")[0]
        range_weight = _weight(parameters)
        if language in LANGUAGES and range_weight > weight:
            best, weight = language, range_weight
    return best


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    with suppress(ValueError):
        return float(value) if name.strip().lower() == "q" else 1.0
    return 0.0


DOOR_KEY = "touchstone-door"
"""Metadata key of the caller's address, set by the HTTP server."""
_SERVER_SECRET = secrets.token_hex(16)
_FORWARDED = "x-forwarded-for"
_NETWORK_BITS, _SITE_BITS = 64, 56
"""IPv6 prefix lengths; a household often has 256 networks (RFC 6177)."""


def client_address_metadata(host: str) -> tuple[str, str]:
    """Return metadata that passes the caller's address from HTTP to gRPC."""
    return DOOR_KEY, f"{_SERVER_SECRET} {host}"


def address_of(metadata: Iterable[tuple[str, str | bytes]] | None, peer: str) -> str:
    """Return the address or IPv6 network of a caller; empty within the process.

    `x-forwarded-for` is trusted only from a proxy on this machine.
    """
    text_pairs = [(key, str(value)) for key, value in metadata or ()]
    for key, value in text_pairs:
        secret, _, host = value.partition(" ")
        if key == DOOR_KEY and secrets.compare_digest(secret.encode(), _SERVER_SECRET.encode()):
            return network_of(host)
    host = unquote(peer.partition(":")[2].rpartition(":")[0]).strip("[]") if peer.startswith("ipv") else ""
    if is_local_host(host):
        forwarded = [value.rpartition(",")[2].strip() for key, value in text_pairs if key == _FORWARDED]
        host = next((last for last in reversed(forwarded) if last), host)
    return network_of(host)


def network_of(host: str) -> str:
    """Return an IPv4 address or IPv6 /64 network; other text is unchanged."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 6 and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False))


def site_of(host: str) -> str:
    """Return the /56 site for IPv6, else the result of `network_of`."""
    network = network_of(host)
    try:
        return str(ipaddress.IPv6Network(network).supernet(new_prefix=_SITE_BITS))
    except ValueError:
        return network
