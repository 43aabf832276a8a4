"""Log checkpoints (C2SP tlog-checkpoint) as signed notes: parsing, rendering and key hashes."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from hashlib import sha256

from rules.contracts import TrailError, message_factory

_message = message_factory(__name__)

HASH_BYTES = 32
_KEY_HASH_BYTES = 4
_LINE_PREFIX = "— "
_MAX_DIGITS = 15


class Algorithm:
    """Signature algorithm in the first byte of a key."""

    ED25519 = b"\x01"
    COSIGNATURE = b"\x04"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Origin, number of entries and root of a log."""

    origin: str
    size: int
    root: bytes

    @property
    def body(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class Signature:
    """Unverified signature line with the name of its signer."""

    name: str
    key_hash: bytes
    content: bytes

    @property
    def line(self) -> str:
        return f"{_LINE_PREFIX}{self.name} {base64.b64encode(self.key_hash + self.content).decode()}"


@dataclass(frozen=True, slots=True)
class SignedNote:
    """Checkpoint with unverified signatures."""

    checkpoint: Checkpoint
    signatures: tuple[Signature, ...] = ()

    @property
    def text(self) -> str:
        return self.checkpoint.body + "\n" + "".join(f"{signature.line}\n" for signature in self.signatures)

    def with_signature(self, signature: Signature) -> SignedNote:
        return self if signature in self.signatures else SignedNote(self.checkpoint, (*self.signatures, signature))


def key_hash(name: str, algorithm: bytes, public: bytes) -> bytes:
    """Return the key hash of a signature line."""
    return sha256(name.encode() + b"\n" + algorithm + public).digest()[:_KEY_HASH_BYTES]


def verifier_key(name: str, algorithm: bytes, public: bytes) -> str:
    """Return a key in C2SP format."""
    return f"{name}+{key_hash(name, algorithm, public).hex()}+{base64.b64encode(algorithm + public).decode()}"


def is_name(text: str) -> bool:
    """Return whether a log or witness can have this name."""
    return (
        bool(text)
        and "+" not in text
        and not any(character.isspace() or not character.isprintable() for character in text)
    )


def read_note(text: str) -> SignedNote:
    """Parse a signed checkpoint, or raise TrailError."""
    body, separator, signature_lines = text.partition("\n\n")
    if not separator:
        raise TrailError(_message("NO_NOTE"))
    checkpoint = _checkpoint(body)
    if signature_lines and not signature_lines.endswith("\n"):
        raise TrailError(_message("NO_NOTE"))
    note = SignedNote(checkpoint, tuple(map(_signature, signature_lines.split("\n")[:-1])))
    if note.text != text:
        raise TrailError(_message("NO_NOTE"))
    return note


def _checkpoint(body: str) -> Checkpoint:
    try:
        origin, size, root = body.split("\n")
        if not is_name(origin) or len(size) > _MAX_DIGITS or str(int(size)) != size or int(size) < 0:
            raise ValueError(size)
        root_hash = _decode_base64(root)
        if len(root_hash) != HASH_BYTES:
            raise ValueError(root)
    except ValueError:
        raise TrailError(_message("NO_CHECKPOINT")) from None
    return Checkpoint(origin, int(size), root_hash)


def _signature(line: str) -> Signature:
    name, space, content = line.removeprefix(_LINE_PREFIX).partition(" ")
    try:
        decoded = _decode_base64(content)
    except ValueError:
        decoded = b""
    if not line.startswith(_LINE_PREFIX) or not space or not is_name(name) or len(decoded) <= _KEY_HASH_BYTES:
        raise TrailError(_message("NO_SIGNATURE_LINE"))
    return Signature(name, decoded[:_KEY_HASH_BYTES], decoded[_KEY_HASH_BYTES:])


def _decode_base64(text: str) -> bytes:
    try:
        decoded = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise ValueError(text) from None
    if base64.b64encode(decoded).decode() != text:
        raise ValueError(text)
    return decoded
