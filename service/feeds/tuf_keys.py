"""Keys of a feed for TUF: public keys from base64, and signers from Ed25519 private keys."""

from __future__ import annotations

import base64
from collections.abc import Iterable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from securesystemslib.signer import CryptoSigner, Key, SSlibKey

from service.approval.signing_keys import public_half


def tuf_key(public: str) -> Key:
    """Return the TUF key of a public key in base64; its id is derived from its content."""
    return SSlibKey.from_crypto(Ed25519PublicKey.from_public_bytes(base64.b64decode(public)))


def signer_of(key: Ed25519PrivateKey) -> CryptoSigner:
    """Return the signer with a private key."""
    return CryptoSigner(key, SSlibKey.from_crypto(key.public_key()))


def keys_among(keys: Iterable[Ed25519PrivateKey], allowed: Iterable[str]) -> list[Ed25519PrivateKey]:
    """Return the private keys with a public key among `allowed`."""
    public = set(allowed)
    return [key for key in keys if public_half(key) in public]
