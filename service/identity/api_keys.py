"""API key format: generation, parsing, digest and constant-time comparison.

A key is `touchstone_{id}_{secret}`. Listings and envelopes contain the id. Only the digest of the secret is stored; 256
random bits need neither salt nor stretching.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

_PREFIX = "touchstone_"
_KEY = re.compile(rf"{_PREFIX}([0-9a-f]{{16}})_([A-Za-z0-9_-]{{43}})\Z")
_SECRET_BYTES = 32


def is_api_key(credential: str) -> bool:
    """Return whether a credential looks like an API key, valid or not."""
    return credential.startswith(_PREFIX)


def new_key() -> tuple[str, str, str]:
    """Return a new key: its id, the key to show once, and the digest to store."""
    id, secret = secrets.token_hex(8), secrets.token_urlsafe(_SECRET_BYTES)
    return id, f"{_PREFIX}{id}_{secret}", secret_digest(secret)


def read_key(credential: str) -> tuple[str, str] | None:
    """Return the id and secret of a key; None if it is malformed."""
    match = _KEY.match(credential)
    return None if match is None else (match[1], match[2])


def secret_digest(secret: str) -> str:
    """Return the digest of a secret."""
    return hashlib.sha256(secret.encode("ascii")).hexdigest()


def matches_digest(secret: str, stored_digest: str) -> bool:
    """Return whether a secret matches a digest, in constant time."""
    return hmac.compare_digest(secret_digest(secret), stored_digest)
