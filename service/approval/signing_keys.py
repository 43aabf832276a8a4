"""Ed25519 signing keys: PKCS #8 files in PEM, public keys and signature checks.

The key id is the first half of the SHA-256 of the public key.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import InputError, error_message, message_factory
from service.input.given_files import FileRefusedError, read_text_file

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_message = message_factory(__name__)

_KEY_BYTES = 32
_MAX_BYTES = 16 * 1024
_FIELD = "key"
_GROUP_OTHER_BITS = stat.S_IRWXG | stat.S_IRWXO


def write_new_key(path: Path) -> str:
    """Write a new key file for the owner only and return the public key, or raise InputError."""
    # The library is in the extra `signatures`, so it is imported only where keys and signatures are used.
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    key = Ed25519PrivateKey.generate()
    pkcs8, unencrypted = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(key.private_bytes(serialization.Encoding.PEM, pkcs8, unencrypted))
    except FileExistsError:
        raise _key_error("KEY_THERE", "EXISTS", path=path) from None
    except OSError as error:
        raise _key_error("KEY_UNREADABLE", "MALFORMED", path=path, problem=error_message(error)) from None
    return public_half(key)


def read_signing_key(path: Path) -> Ed25519PrivateKey:
    """Read an Ed25519 key, or raise InputError if unreadable, unsuitable or accessible to others."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 -- optional

    key = read_private_key(path)
    if not isinstance(key, Ed25519PrivateKey):
        raise _key_error("KEY_FORM", "MALFORMED", path=path)
    return key


def read_private_key(path: Path) -> object:
    """Read a private key of any kind; None if the content is invalid or encrypted.

    Raises InputError if the file is unreadable or accessible to others.
    """
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 -- optional
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415 -- optional

    try:
        mode, content = path.stat().st_mode, read_text_file(path, most=_MAX_BYTES, allowed="PEM")
    except (OSError, FileRefusedError) as error:
        raise _key_error("KEY_UNREADABLE", "MALFORMED", path=path, problem=error_message(error)) from None
    if mode & _GROUP_OTHER_BITS:
        raise _key_error("KEY_OPEN", "UNSAFE", path=path, mode=f"{stat.S_IMODE(mode):04o}")
    try:
        return load_pem_private_key(content, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None


def public_half(key: Ed25519PrivateKey) -> str:
    """Return the public key as base64."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def key_id(public: str) -> str:
    """Return the id of a public key, or raise ValueError unless it is base64 of 32 bytes."""
    return hashlib.sha256(_raw_public_key(public)).hexdigest()[:32]


def is_signed(content: bytes, signature: bytes, public: str) -> bool:
    """Return whether the owner of a public key signed the content."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 -- optional
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 -- optional

    try:
        Ed25519PublicKey.from_public_bytes(_raw_public_key(public)).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _raw_public_key(public: str) -> bytes:
    try:
        raw = base64.b64decode(public, validate=True)
    except binascii.Error:
        raw = b""
    if len(raw) != _KEY_BYTES:
        raise ValueError(public)
    return raw


def _key_error(code: str, reason: str, **slots: object) -> InputError:
    return InputError.of(_FIELD, _message(code, **slots), reason)
