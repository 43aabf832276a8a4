"""Keys of a feed for TUF: public keys from base64, and signers from Ed25519 private keys."""

from __future__ import annotations

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from securesystemslib.signer import CryptoSigner, Key, SSlibKey


def tuf_key(public: str) -> Key:
    """Return the TUF key of a public key in base64; its id is derived from its content."""
    return SSlibKey.from_crypto(Ed25519PublicKey.from_public_bytes(base64.b64decode(public)))


def signer_of(key: Ed25519PrivateKey) -> CryptoSigner:
    """Return the signer with a private key."""
    return CryptoSigner(key, SSlibKey.from_crypto(key.public_key()))
