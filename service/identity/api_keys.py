"""API key format: generation, parsing, digest and constant-time comparison.

A key is `touchstone_{id}_{secret}`. The id names it in listings and envelopes; of the secret, 256 random bits, only the
digest is kept. A digest without salt or stretching is enough for what nobody can guess.
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
    """Say whether a credential is meant as an API key, well formed or not."""
    return credential.startswith(_PREFIX)


def new_key() -> tuple[str, str, str]:
    """Make a key; the answer is its id, the key to be shown once, and the digest to be kept."""
    id, secret = secrets.token_hex(8), secrets.token_urlsafe(_SECRET_BYTES)
    return id, f"{_PREFIX}{id}_{secret}", secret_digest(secret)


def read_key(credential: str) -> tuple[str, str] | None:
    """Give the id and the secret of a key; None if it is not well formed."""
    match = _KEY.match(credential)
    return None if match is None else (match[1], match[2])


def secret_digest(secret: str) -> str:
    """Give the digest by which a secret is recognised."""
    return hashlib.sha256(secret.encode("ascii")).hexdigest()


def matches_digest(secret: str, kept_digest: str) -> bool:
    """Say whether this is the secret of a digest, in a time that tells nothing of it."""
    return hmac.compare_digest(secret_digest(secret), kept_digest)
