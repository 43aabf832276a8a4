"""Base64url without padding (RFC 4648, section 5), as in JOSE and WebAuthn."""

from __future__ import annotations

import base64
import binascii


def to_base64url(content: bytes) -> str:
    """Return bytes as base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes | None:
    """Decode base64url; None if the text is not canonical."""
    try:
        content = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return content if to_base64url(content) == text else None
