"""Base64url without padding (RFC 4648, section 5), as JOSE and WebAuthn write bytes."""

from __future__ import annotations

import base64
import binascii


def to_base64url(content: bytes) -> str:
    """Write bytes without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes | None:
    """Read what was written without padding; None if it is not written in the one way."""
    try:
        content = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return content if to_base64url(content) == text else None
