"""Ed25519 signing keys: key files, public halves, key ids and signature checks.

A signing key is an Ed25519 key in the common form, PKCS #8 in PEM, so that other tools make and keep it as well. Its
public half is written as base64 of its 32 bytes, and named by the first half of their SHA-256.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import stat
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from rules.contracts import InputError, Violation, error_message, message_factory
from service.input.given_files import FileRefusedError, read_file

_say = message_factory(__name__)

_BYTES = 32
_LARGEST = 16 * 1024
_FIELD = "key"
_GROUP_OTHER_BITS = stat.S_IRWXG | stat.S_IRWXO


def write_new_key(path: Path) -> str:
    """Make a key in a new file that its owner alone may read; the answer is its public half.

    Raises:
        InputError: there is such a file, or it cannot be written.
    """
    key = Ed25519PrivateKey.generate()
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    except FileExistsError:
        raise _wrong("KEY_THERE", "EXISTS", path=path) from None
    except OSError as error:
        raise _wrong("KEY_UNREADABLE", "MALFORMED", path=path, problem=error_message(error)) from None
    return public_half(key)


def read_signing_key(path: Path) -> Ed25519PrivateKey:
    """Read a key from its file.

    Raises:
        InputError: it cannot be read, is no Ed25519 key without a password, or others may read it.
    """
    key = read_private_key(path)
    if not isinstance(key, Ed25519PrivateKey):
        raise _wrong("KEY_FORM", "MALFORMED", path=path)
    return key


def read_private_key(path: Path) -> object:
    """Read a key of any kind from its file; None if it holds none without a password.

    Raises:
        InputError: it cannot be read, or others may read it.
    """
    try:
        mode, content = path.stat().st_mode, read_file(path, most=_LARGEST)
    except (OSError, FileRefusedError) as error:
        raise _wrong("KEY_UNREADABLE", "MALFORMED", path=path, problem=error_message(error)) from None
    if mode & _GROUP_OTHER_BITS:
        raise _wrong("KEY_OPEN", "UNSAFE", path=path, mode=f"{stat.S_IMODE(mode):04o}")
    try:
        return load_pem_private_key(content, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None


def public_half(key: Ed25519PrivateKey) -> str:
    """Write the public half of a key."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def key_id(public: str) -> str:
    """Name a key by its public half.

    Raises:
        ValueError: it is not the base64 of 32 bytes.
    """
    return hashlib.sha256(_raw(public)).hexdigest()[:32]


def is_signed(content: bytes, signature: bytes, public: str) -> bool:
    """Say whether the owner of a public half signed these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(_raw(public)).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _raw(public: str) -> bytes:
    try:
        raw = base64.b64decode(public, validate=True)
    except binascii.Error:
        raw = b""
    if len(raw) != _BYTES:
        raise ValueError(public)
    return raw


def _wrong(code: str, reason: str, **slots: object) -> InputError:
    return InputError((Violation(_FIELD, _say(code, **slots), reason),))
