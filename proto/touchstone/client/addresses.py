"""Detection of local server addresses."""

from __future__ import annotations

import ipaddress


def is_local(address: str) -> bool:
    """Return whether `host:port` is localhost or a loopback address; other names count as remote."""
    return is_local_host(address.rpartition(":")[0].removeprefix("[").removesuffix("]"))


def is_local_host(host: str) -> bool:
    """Return whether a host without brackets is localhost or a loopback address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
