"""Log checkpoints (C2SP tlog-checkpoint) as signed notes: writing, reading, signers.

Three lines say the origin, the number of entries and their root; behind an empty line stand the signatures, each in a
line of its own: that of the log, and those of witnesses (C2SP tlog-cosignature).
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from hashlib import sha256

from rules.contracts import TrailError, message_factory

_say = message_factory(__name__)

HASH_BYTES = 32
_ID_BYTES = 4
_MARK = "— "
_MOST_DIGITS = 15


class Algorithm:
    """What the first byte of a key says of its signatures."""

    ED25519 = b"\x01"
    COSIGNATURE = b"\x04"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A state of the log: whose it is, how many entries it has, and the root over them."""

    origin: str
    size: int
    root: bytes

    @property
    def body(self) -> str:
        """The text that is signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class Signature:
    """One line of signature: who is said to have signed, the first bytes of the key's digest, and what they signed."""

    name: str
    key_hash: bytes
    content: bytes

    @property
    def line(self) -> str:
        """The line, without its end."""
        return f"{_MARK}{self.name} {base64.b64encode(self.key_hash + self.content).decode()}"


@dataclass(frozen=True, slots=True)
class SignedNote:
    """A checkpoint with what signs it; whether a signature is right is another question."""

    checkpoint: Checkpoint
    signatures: tuple[Signature, ...] = ()

    @property
    def text(self) -> str:
        """The signed note."""
        return self.checkpoint.body + "\n" + "".join(f"{signature.line}\n" for signature in self.signatures)

    def with_signature(self, signature: Signature) -> SignedNote:
        """Add a signature, unless it is there."""
        return self if signature in self.signatures else SignedNote(self.checkpoint, (*self.signatures, signature))


def key_hash(name: str, algorithm: bytes, public: bytes) -> bytes:
    """Give the first bytes of the digest by which a line of signature names its key."""
    return sha256(name.encode() + b"\n" + algorithm + public).digest()[:_ID_BYTES]


def verifier_key(name: str, algorithm: bytes, public: bytes) -> str:
    """Write a key as tools of C2SP take it: name, first bytes of the digest, and the key."""
    return f"{name}+{key_hash(name, algorithm, public).hex()}+{base64.b64encode(algorithm + public).decode()}"


def is_name(text: str) -> bool:
    """Say whether a log or a witness may be called so: without spaces and plus signs."""
    return (
        bool(text)
        and "+" not in text
        and not any(character.isspace() or not character.isprintable() for character in text)
    )


def read_note(text: str) -> SignedNote:
    """Read a checkpoint with its signatures.

    Raises:
        TrailError: it is none; says what is wrong first.
    """
    body, empty, signed = text.partition("\n\n")
    if not empty:
        raise TrailError(_say("NO_NOTE"))
    checkpoint = _checkpoint(body)
    if signed and not signed.endswith("\n"):
        raise TrailError(_say("NO_NOTE"))
    note = SignedNote(checkpoint, tuple(map(_signature, signed.split("\n")[:-1])))
    if note.text != text:
        raise TrailError(_say("NO_NOTE"))
    return note


def _checkpoint(body: str) -> Checkpoint:
    try:
        origin, size, root = body.split("\n")
        if not is_name(origin) or len(size) > _MOST_DIGITS or str(int(size)) != size or int(size) < 0:
            raise ValueError(size)
        root_hash = _decoded(root)
        if len(root_hash) != HASH_BYTES:
            raise ValueError(root)
    except ValueError:
        raise TrailError(_say("NO_CHECKPOINT")) from None
    return Checkpoint(origin, int(size), root_hash)


def _signature(line: str) -> Signature:
    name, space, content = line.removeprefix(_MARK).partition(" ")
    try:
        decoded = _decoded(content)
    except ValueError:
        decoded = b""
    if not line.startswith(_MARK) or not space or not is_name(name) or len(decoded) <= _ID_BYTES:
        raise TrailError(_say("NO_SIGNATURE_LINE"))
    return Signature(name, decoded[:_ID_BYTES], decoded[_ID_BYTES:])


def _decoded(text: str) -> bytes:
    try:
        decoded = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise ValueError(text) from None
    if base64.b64encode(decoded).decode() != text:
        raise ValueError(text)
    return decoded
