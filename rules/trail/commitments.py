"""Salted SHA-256 commitments to the steps of a record, and their Merkle tree: root and inclusion proofs.

All salts of a record are one output of SHAKE-256 over its key, 32 bytes for each step in order. A step is committed to
by SHA-256(0x00 ‖ salt ‖ step), and the commitments are the leaves of a Merkle tree as in RFC 9162, section 2.1: a node
is SHA-256(0x01 ‖ left ‖ right), an odd one goes up as it is. The root is the digest of the trail.

Who installs with a compiler and the headers of OpenSSL has the digests made by `_commitments.c`, three times as fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256, shake_256
from struct import unpack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from hashlib import _Hash as HASH

    from rules.contracts.erased_records import ErasedRecord
    from rules.contracts.record_bytes import WrittenRecord

KEY_BYTES = 32
_SALT_BYTES = 32
_OF_LEAF, _OF_NODE = sha256(b"\0"), sha256(b"\1")


def salts(record_key: bytes, count: int) -> tuple[bytes, ...]:
    """Derive the salts of so many steps.

    Raises:
        ValueError: the key has another length than 32 bytes.
    """
    return _split_salts(_joined_salts(record_key, count))


def _joined_salts(record_key: bytes, count: int) -> bytes:
    if len(record_key) != KEY_BYTES:
        raise ValueError(f"a record key has {KEY_BYTES} bytes, not {len(record_key)}")
    return shake_256(record_key).digest(_SALT_BYTES * count)


def _split_salts(joined: bytes) -> tuple[bytes, ...]:
    return unpack(f"{_SALT_BYTES}s" * (len(joined) // _SALT_BYTES), joined)


def commitment(salt: bytes, step: bytes) -> bytes:
    """Commit to a step."""
    return sha256(b"\0" + salt + step).digest()


def commitments(record_key: bytes, steps: Sequence[bytes]) -> list[bytes]:
    """Commit to every step of a record, in their order.

    Raises:
        ValueError: the key has another length than 32 bytes.
    """
    return _committed(_joined_salts(record_key, len(steps)), steps)


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """Give the root of the tree over all commitments in their order; of none the digest of nothing."""
    return _rooted(leaves) if leaves else sha256().digest()


def trail_digest_of(record: WrittenRecord | ErasedRecord) -> str:
    """Return the trail digest that follows from the commitments to the steps of a record."""
    return merkle_root(record.commitments).hex()


def commitments_in_python(joined_salts: bytes, steps: Sequence[bytes]) -> list[bytes]:
    """Commit to every step, as the compiled function does, the salts standing one behind the other."""
    return _digests(_OF_LEAF, zip(_split_salts(joined_salts), steps, strict=True))


def merkle_root_in_python(leaves: Sequence[bytes]) -> bytes:
    """Give the root over at least one commitment, as the compiled function does."""
    level = list(leaves)
    while len(level) > 1:
        level = _above(level)
    return level[0]


def _above(level: list[bytes]) -> list[bytes]:
    return _digests(_OF_NODE, zip(level[::2], level[1::2], strict=False)) + level[len(level) & ~1 :]


def _digests(begun: HASH, pairs: Iterable[tuple[bytes, bytes]]) -> list[bytes]:
    """Go on from what was begun with each pair; beginning anew takes longer than hashing."""
    copy, digests = begun.copy, []
    for left, right in pairs:
        made = copy()
        made.update(left + right)
        digests.append(made.digest())
    return digests


@dataclass(frozen=True, slots=True)
class MerkleInclusion:
    """Proof that a commitment stands at a place, counted from 0, among so many: the nodes beside its way up."""

    position: int
    count: int
    siblings: tuple[bytes, ...]

    def root(self, leaf: bytes) -> bytes | None:
        """Give the root that follows if this is the commitment; None if the proof has not the form of one."""
        if not 0 <= self.position < self.count:
            return None
        node, position, last, siblings = leaf, self.position, self.count - 1, iter(self.siblings)
        while last:
            if position % 2 or position < last:
                other = next(siblings, None)
                if other is None:
                    return None
                node = sha256(b"\1" + (other + node if position % 2 else node + other)).digest()
            position, last = position // 2, last // 2
        return node if next(siblings, None) is None else None


class MerkleTree:
    """Tree over all commitments in their order, hashed once for any number of proofs."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        """Hash all of it."""
        self._count, level = len(leaves), list(leaves)
        self._levels: list[list[bytes]] = []
        while len(level) > 1:
            self._levels.append(level)
            level = _above(level)

    def prove_inclusion(self, position: int) -> MerkleInclusion:
        """Prove that one commitment stands at its place.

        Raises:
            IndexError: there is no such place.
        """
        if not 0 <= position < self._count:
            raise IndexError(position)
        ways = ((level, (position >> height) ^ 1) for height, level in enumerate(self._levels))
        siblings = tuple(level[beside] for level, beside in ways if beside < len(level))
        return MerkleInclusion(position, self._count, siblings)


def prove_inclusion(leaves: Sequence[bytes], position: int) -> MerkleInclusion:
    """Prove that one commitment stands at its place; who proves several keeps a `MerkleTree`.

    Raises:
        IndexError: there is no such place.
    """
    return MerkleTree(leaves).prove_inclusion(position)


_committed: Callable[[bytes, Sequence[bytes]], list[bytes]]
_rooted: Callable[[Sequence[bytes]], bytes]
try:
    from rules.trail import _commitments
except ImportError:
    _committed, _rooted = commitments_in_python, merkle_root_in_python
else:
    _committed, _rooted = _commitments.commitments, _commitments.root
