"""URLs that nobody between can read or answer."""

from __future__ import annotations

from urllib.parse import urlsplit

from touchstone.client.addresses import is_local_host


def is_safe(url: str) -> bool:
    """Say whether nobody between can read or answer what goes to a URL: by HTTPS, or on this machine."""
    parts = urlsplit(url)
    return (parts.scheme == "https" and bool(parts.hostname)) or (
        parts.scheme == "http" and is_local_host(parts.hostname or "")
    )
