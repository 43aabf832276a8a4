"""Salted SHA-256 commitments to the steps of a record, and their Merkle tree: root and inclusion proofs.

All salts of a record are one output of SHAKE-256 over its key, 32 bytes per step in order. The commitment to a step is
SHA-256(0x00 ‖ salt ‖ step). The commitments are the leaves of a Merkle tree as in RFC 9162, section 2.1. A node is
SHA-256(0x01 ‖ left ‖ right); an unpaired node moves up unchanged. The root is the digest of the trail.

If a compiler and the OpenSSL headers are present at installation, `_commitments.c` computes the digests three times as
fast.
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
_LEAF_PREFIX_HASH, _NODE_PREFIX_HASH = sha256(b"\0"), sha256(b"\1")


def salts(record_key: bytes, count: int) -> tuple[bytes, ...]:
    """Derive the salts of `count` steps.

    Raises:
        ValueError: If the key is not 32 bytes long.
    """
    return _split_salts(_joined_salts(record_key, count))


def _joined_salts(record_key: bytes, count: int) -> bytes:
    if len(record_key) != KEY_BYTES:
        raise ValueError(f"a record key has {KEY_BYTES} bytes, not {len(record_key)}")
    return shake_256(record_key).digest(_SALT_BYTES * count)


def _split_salts(joined: bytes) -> tuple[bytes, ...]:
    return unpack(f"{_SALT_BYTES}s" * (len(joined) // _SALT_BYTES), joined)


def commitment(salt: bytes, step: bytes) -> bytes:
    """Return the commitment to a step."""
    return sha256(b"\0" + salt + step).digest()


def commitments(record_key: bytes, steps: Sequence[bytes]) -> list[bytes]:
    """Return the commitments to the steps of a record, in order.

    Raises:
        ValueError: If the key is not 32 bytes long.
    """
    return _compute_commitments(_joined_salts(record_key, len(steps)), steps)


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """Return the root of the tree over all commitments in order; without any, the digest of no bytes."""
    return _compute_root(leaves) if leaves else sha256().digest()


def trail_digest_of(record: WrittenRecord | ErasedRecord) -> str:
    """Return the trail digest that follows from the commitments to the steps of a record."""
    return merkle_root(record.commitments).hex()


def commitments_in_python(joined_salts: bytes, steps: Sequence[bytes]) -> list[bytes]:
    """Return the commitments, like the compiled function; `joined_salts` are concatenated salts."""
    return _digests(_LEAF_PREFIX_HASH, zip(_split_salts(joined_salts), steps, strict=True))


def merkle_root_in_python(leaves: Sequence[bytes]) -> bytes:
    """Return the root over at least one commitment, like the compiled function."""
    level = list(leaves)
    while len(level) > 1:
        level = _next_level(level)
    return level[0]


def _next_level(level: list[bytes]) -> list[bytes]:
    return _digests(_NODE_PREFIX_HASH, zip(level[::2], level[1::2], strict=False)) + level[len(level) & ~1 :]


def _digests(prefix_hash: HASH, pairs: Iterable[tuple[bytes, bytes]]) -> list[bytes]:
    """Hash each pair from a copy of the prefix hash, because starting a hash takes longer than hashing."""
    copy, digests = prefix_hash.copy, []
    for left, right in pairs:
        pair_hash = copy()
        pair_hash.update(left + right)
        digests.append(pair_hash.digest())
    return digests


@dataclass(frozen=True, slots=True)
class MerkleInclusion:
    """Inclusion proof: position of a commitment, counted from 0, number of commitments, and sibling nodes."""

    position: int
    count: int
    siblings: tuple[bytes, ...]

    def root(self, leaf: bytes) -> bytes | None:
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
    """Merkle tree over all commitments in order, hashed once for any number of proofs."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self._count, level = len(leaves), list(leaves)
        self._levels: list[list[bytes]] = []
        while len(level) > 1:
            self._levels.append(level)
            level = _next_level(level)

    def prove_inclusion(self, position: int) -> MerkleInclusion:
        if not 0 <= position < self._count:
            raise IndexError(position)
        sibling_positions = ((level, (position >> height) ^ 1) for height, level in enumerate(self._levels))
        siblings = tuple(level[sibling] for level, sibling in sibling_positions if sibling < len(level))
        return MerkleInclusion(position, self._count, siblings)


def prove_inclusion(leaves: Sequence[bytes], position: int) -> MerkleInclusion:
    """Return the inclusion proof of one commitment; for several proofs, use `MerkleTree`.

    Raises:
        IndexError: If there is no such position.
    """
    return MerkleTree(leaves).prove_inclusion(position)


_compute_commitments: Callable[[bytes, Sequence[bytes]], list[bytes]]
_compute_root: Callable[[Sequence[bytes]], bytes]
try:
    from rules.trail import _commitments
except ImportError:
    _compute_commitments, _compute_root = commitments_in_python, merkle_root_in_python
else:
    _compute_commitments, _compute_root = _commitments.commitments, _commitments.root
