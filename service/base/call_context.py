"""Call context: organisation, request id, preferred language, and the address of a caller."""

from __future__ import annotations

import ipaddress
import re
import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
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
    """Give the id of the organisation; empty where it is nobody's work in particular."""
    return _CURRENT_ORGANIZATION.get()


def set_current_organization(organization: str) -> None:
    """Let the rest of a call, or of a piece of work, be done for an organisation."""
    _CURRENT_ORGANIZATION.set(organization)


GIVEN_KEY = "x-request-id"
"""The metadata by which a caller, or a proxy before the server, names a call."""
CALL_KEY = "touchstone-call"
"""The metadata that name a call to its caller as the log names it."""

_WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}\Z")
_CALL: ContextVar[str] = ContextVar("call", default="")


def begin_call(metadata: Metadata) -> str:
    """Give the id of the call that begins here: the one it brings if that is one and well formed, else a new one."""
    call_ids = [value for key, value in metadata or () if key == GIVEN_KEY]
    call = call_ids[0] if len(call_ids) == 1 else ""
    if not isinstance(call, str) or not _WELL_FORMED.match(call):
        call = secrets.token_hex(8)
    _CALL.set(call)
    return call


def with_request_info(status: status_pb2.Status) -> status_pb2.Status:
    """Write the id of the call that this is the answer to into the details of an error, as google.rpc.RequestInfo."""
    if call := _CALL.get():
        status.details.add().Pack(error_details_pb2.RequestInfo(request_id=call))
    return status


KEY = "accept-language"
"""The metadata that names languages, as the header of this name does for HTTP (RFC 9110)."""
_MAXIMUM_CHARACTERS = 500


def preferred_language(request: object, metadata: Metadata) -> str:
    """Give the language that the request names, else the one that the metadata like best, else English."""
    draft = getattr(request, "scorecard_draft", None)
    for message in (request, draft):
        named = getattr(message, "language_code", "")
        if named in LANGUAGES:
            return str(named)
    values = [str(value) for key, value in metadata or () if key == KEY and isinstance(value, str)]
    return _liked_best(",".join(values)[:_MAXIMUM_CHARACTERS].split(","))


def _liked_best(ranges: Sequence[str]) -> str:
    """Give the first of our languages among those with the greatest weight; one that is weighed 0 is not wanted."""
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
"""The metadata by which the door tells the port from where it was called."""
_WORD = secrets.token_hex(16)
_FORWARDED = "x-forwarded-for"
_NETWORK_BITS, _SITE_BITS = 64, 56
"""The prefix lengths of one network and of one site in IPv6: a household often has 256 networks (RFC 6177)."""


def client_address_metadata(host: str) -> tuple[str, str]:
    """Give the metadata that tell the port from where the door was called."""
    return DOOR_KEY, f"{_WORD} {host}"


def address_of(metadata: Iterable[tuple[str, str | bytes]] | None, peer: str) -> str:
    """Give the address of a caller, of IPv6 its network; empty if there is none, as within a process.

    A proxy on this machine says for whom it calls, as the last of `x-forwarded-for`; nobody else is believed.
    """
    text_pairs = [(key, str(value)) for key, value in metadata or ()]
    for key, value in text_pairs:
        word, _, host = value.partition(" ")
        if key == DOOR_KEY and secrets.compare_digest(word.encode(), _WORD.encode()):
            return network_of(host)
    host = unquote(peer.partition(":")[2].rpartition(":")[0]).strip("[]") if peer.startswith("ipv") else ""
    if is_local_host(host):
        forwarded = [value.rpartition(",")[2].strip() for key, value in text_pairs if key == _FORWARDED]
        host = next((last for last in reversed(forwarded) if last), host)
    return network_of(host)


def network_of(host: str) -> str:
    """Give an address, of IPv6 the network of one household or company; what is no address stays as it is."""
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
    """Return the site of an address or of its network: of IPv6 the /56, else the same as `network_of`."""
    network = network_of(host)
    try:
        return str(ipaddress.IPv6Network(network).supernet(new_prefix=_SITE_BITS))
    except ValueError:
        return network
