"""From which address does a caller who says nothing else of themselves call?

Over HTTP the door tells the port, by a word that this process alone knows; a caller who names another address so is
not believed.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Iterable

DOOR_KEY = "touchstone-door"
"""The metadata by which the door tells the port from where it was called."""
_WORD = secrets.token_hex(16)
_NETWORK_BITS = 64
"""What one household or company has of the addresses of IPv6."""


def told_by_door(host: str) -> tuple[str, str]:
    """Give the metadata that tell the port from where the door was called."""
    return DOOR_KEY, f"{_WORD} {host}"


def address_of(metadata: Iterable[tuple[str, str | bytes]] | None, peer: str) -> str:
    """Give the address of a caller, of IPv6 its network; empty if there is none, as within a process."""
    told = [str(value) for key, value in metadata or () if key == DOOR_KEY]
    for one in told:
        word, _, host = one.partition(" ")
        if secrets.compare_digest(word.encode(), _WORD.encode()):
            return _network(host)
    return _network(peer.partition(":")[2].rpartition(":")[0].strip("[]")) if peer.startswith("ipv") else ""


def _network(host: str) -> str:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False))
