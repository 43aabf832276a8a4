"""URL check against interception: HTTPS or this machine."""

from __future__ import annotations

from urllib.parse import urlsplit

from touchstone.client.addresses import is_local_host


def is_safe(url: str) -> bool:
    """Return whether a URL uses HTTPS or is on this machine."""
    parts = urlsplit(url)
    return (parts.scheme == "https" and bool(parts.hostname)) or (
        parts.scheme == "http" and is_local_host(parts.hostname or "")
    )
