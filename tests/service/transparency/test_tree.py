"""Merkle tree of the log: RFC 6962 and RFC 9162 vectors, all pairs of sizes, incremental tiles and tile paths."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given, settings, strategies as st

from service.transparency.tree import (
    EMPTY,
    HASH_BYTES,
    WIDTH,
    TiledNodes,
    consistency_proof,
    entries_tile,
    inclusion_proof,
    is_consistent,
    leaf_hash,
    root,
    tile_path,
    tiles_after_append,
)
from tests.support.tiers import tries

PUBLISHED = [bytes.fromhex(leaf) for leaf in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
"""The roots over the first leaves of the test tree of Certificate Transparency."""
INCLUSIONS = {
    (0, 8): (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    (5, 8): (
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 3): ("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",),
}
CONSISTENCIES = {
    (1, 8): (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    (6, 8): (
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 5): (
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ),
}
"""The proofs that the reference implementation of Certificate Transparency is tested with."""


class Tiles:
    """A tree with its tiles in a dictionary instead of a database table."""

    def __init__(self, leaves: Sequence[bytes] = ()) -> None:
        self.tiles: dict[tuple[int, int], bytes] = {}
        self.size = 0
        self.grow(leaves)

    def grow(self, leaves: Sequence[bytes]) -> None:
        self.tiles.update(tiles_after_append(self.size, leaves, self.read))
        self.size += len(leaves)

    def read(self, level: int, number: int) -> bytes:
        return self.tiles.get((level, number), b"")

    @property
    def nodes(self) -> TiledNodes:
        return TiledNodes(self.read)


def defined(leaves: Sequence[bytes]) -> bytes:
    """The root once more, from the definition alone."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256(b"").digest()
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + defined(leaves[:split]) + defined(leaves[split:])).digest()


def test_the_published_vectors_of_certificate_transparency_are_reproduced() -> None:
    tree = Tiles([leaf_hash(entry) for entry in PUBLISHED])
    assert root(tree.nodes, 0) == EMPTY
    assert [root(tree.nodes, size).hex() for size in range(1, 9)] == list(ROOTS)
    for (place, size), siblings in INCLUSIONS.items():
        proof = inclusion_proof(tree.nodes, place, size)
        assert tuple(node.hex() for node in proof.siblings) == siblings
        assert proof.root(leaf_hash(PUBLISHED[place])) == bytes.fromhex(ROOTS[size - 1])
    for (first, second), nodes in CONSISTENCIES.items():
        assert tuple(node.hex() for node in consistency_proof(tree.nodes, first, second)) == nodes


def test_every_pair_of_sizes_is_proved_and_every_other_root_is_refused() -> None:
    leaves = [leaf_hash(bytes([number])) for number in range(40)]
    tree = Tiles(leaves)
    roots = [defined(leaves[:size]) for size in range(41)]
    for second in range(41):
        for first in range(second + 1):
            proof = consistency_proof(tree.nodes, first, second)
            assert is_consistent(first, second, (roots[first], roots[second]), proof)
            if 0 < first < second:
                assert not is_consistent(first, second, (roots[first - 1], roots[second]), proof)
                assert not is_consistent(first, second, (roots[first], roots[second - 1]), proof)
                assert not is_consistent(first, second, (roots[first], roots[second]), (*proof, EMPTY))
                assert not is_consistent(first, second, (roots[first], roots[second]), proof[:-1])
        for place in range(second):
            proof_of_one = inclusion_proof(tree.nodes, place, second)
            assert proof_of_one.root(leaves[place]) == roots[second]
            assert proof_of_one.root(leaves[place - 1]) != roots[second] or second == 1


@settings(max_examples=tries(25), deadline=None)
@given(st.lists(st.integers(1, 300), min_size=1, max_size=6), st.data())
def test_tiles_grow_by_any_steps_to_the_same_tree(steps: list[int], data: st.DataObject) -> None:
    total = sum(steps)
    leaves = [leaf_hash(number.to_bytes(4)) for number in range(total)]
    tree = Tiles()
    for step in steps:
        tree.grow(leaves[tree.size : tree.size + step])
    assert root(tree.nodes, total) == defined(leaves)
    earlier = data.draw(st.integers(1, total))
    assert root(tree.nodes, earlier) == defined(leaves[:earlier])
    place = data.draw(st.integers(0, earlier - 1))
    assert inclusion_proof(tree.nodes, place, earlier).root(leaves[place]) == defined(leaves[:earlier])
    assert all(len(tile) <= WIDTH * HASH_BYTES for tile in tree.tiles.values())


def test_missing_leaves_and_sizes_are_not_proved() -> None:
    tree = Tiles([leaf_hash(b"")])
    for place, size in ((-1, 1), (1, 1), (0, 0)):
        with pytest.raises(IndexError):
            inclusion_proof(tree.nodes, place, size)
    with pytest.raises(IndexError):
        consistency_proof(tree.nodes, 2, 1)
    with pytest.raises(IndexError, match="tile 0/0 ends before 1"):
        root(tree.nodes, 2)
    assert not is_consistent(2, 1, (EMPTY, EMPTY), ())
    assert not is_consistent(0, 1, (leaf_hash(b""), EMPTY), ())


def test_tiles_have_the_paths_of_the_tlog_tiles_specification() -> None:
    assert tile_path(0, 1234067) == "tile/0/x001/x234/067"
    assert tile_path(1, 0, 17) == "tile/1/000.p/17"
    assert tile_path("entries", 999) == "tile/entries/999"
    assert entries_tile([b"", b"ab"]) == b"\0\0\0\2ab"
