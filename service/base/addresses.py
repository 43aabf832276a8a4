"""Does an address lead to this machine alone, or by HTTPS, so that nobody else can listen or answer?"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_local(address: str) -> bool:
    """Say so of `host:port`; a name other than localhost may lead anywhere."""
    return is_local_host(address.rpartition(":")[0].removeprefix("[").removesuffix("]"))


def is_local_host(host: str) -> bool:
    """Say so of a host, an address or a name, without brackets."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_safe(url: str) -> bool:
    """Say whether nobody between can read or answer what goes to a URL: by HTTPS, or on this machine."""
    parts = urlsplit(url)
    return (parts.scheme == "https" and bool(parts.hostname)) or (
        parts.scheme == "http" and is_local_host(parts.hostname or "")
    )
