"""Addresses of callers who say nothing else of themselves.

Over HTTP the door tells the port, by a word that this process alone knows; a caller who names another address so is
not believed.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Iterable
from urllib.parse import unquote

from touchstone.client.addresses import is_local_host

DOOR_KEY = "touchstone-door"
"""The metadata by which the door tells the port from where it was called."""
_WORD = secrets.token_hex(16)
_FORWARDED = "x-forwarded-for"
_NETWORK_BITS = 64
"""What one household or company has of the addresses of IPv6."""


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
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False))
