"""Addresses of servers: which lead to this machine alone."""

from __future__ import annotations

import ipaddress


def is_local(address: str) -> bool:
    """Say whether `host:port` leads to this machine alone; a name other than localhost may lead anywhere."""
    return is_local_host(address.rpartition(":")[0].removeprefix("[").removesuffix("]"))


def is_local_host(host: str) -> bool:
    """Say so of a host, an address or a name, without brackets."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
