"""Step commitments of a record: recomputation from the specification, RFC 9162 roots and inclusion proofs."""

import hashlib
import json
from base64 import b64decode

import pytest
from hypothesis import given, strategies as st

from rules.contracts.canonical import canonical_bytes
from rules.trail.commitments import MerkleInclusion, MerkleTree, commitments, merkle_root, prove_inclusion, salts
from rules.trail.evaluation import Evaluator
from tests.support.random_subjects import KEY, KNOWN
from tests.support.small_card import small_card, small_subject
from tests.support.work import calls_made

STEPS = st.lists(st.binary(max_size=20), max_size=40)
VECTORS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
"""The roots over the first leaves of the test tree of Certificate Transparency."""
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]


def tree(nodes: list[bytes]) -> bytes:
    """The tree of RFC 9162 once more, from its definition alone."""
    if len(nodes) < 2:
        return nodes[0] if nodes else hashlib.sha256(b"").digest()
    split = 1 << (len(nodes) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree(nodes[:split]) + tree(nodes[split:])).digest()


def test_commitments_and_root_are_reproducible_from_the_specification() -> None:
    evaluator = Evaluator(small_card(), "ab" * 32, "scorecards/small-factory/versions/1.0.0")
    recorded = evaluator.evaluate(small_subject().model_copy(update={"known": KNOWN}), KEY)
    evaluator.close()
    document = json.loads(recorded.content)
    steps = [json.dumps(step, ensure_ascii=False, separators=(",", ":")).encode() for step in document["steps"]]
    stream = hashlib.shake_256(KEY).digest(32 * len(steps))
    leaves = [
        hashlib.sha256(b"\0" + stream[32 * place : 32 * place + 32] + step).digest() for place, step in enumerate(steps)
    ]
    assert b"".join(leaves) == b64decode(document["commitments"])
    assert tree(leaves).hex() == document["head"]["trail_digest"]
    assert document["head"]["step_count"] == len(steps) > 20
    assert hashlib.sha256(canonical_bytes(document["head"])).hexdigest() == recorded.digest


def test_another_key_produces_different_commitments_to_the_same_steps() -> None:
    subject = small_subject().model_copy(update={"known": KNOWN})
    evaluator = Evaluator(small_card(), "ab" * 32, "scorecards/small-factory/versions/1.0.0")
    first, other = (evaluator.evaluate(subject, key).written_record for key in (KEY, bytes(32)))
    evaluator.close()
    assert first.steps == other.steps
    assert not set(first.commitments) & set(other.commitments)
    assert first.head.trail_digest != other.head.trail_digest
    assert first.digest != other.digest


@pytest.mark.parametrize("count", VECTORS)
def test_the_tree_has_the_roots_of_the_published_vectors(count: int) -> None:
    leaves = [hashlib.sha256(b"\0" + bytes.fromhex(leaf)).digest() for leaf in LEAVES[:count]]
    assert merkle_root(leaves).hex() == VECTORS[count]


@given(STEPS, st.binary(min_size=32, max_size=32))
def test_the_root_is_that_of_the_definition(steps: list[bytes], key: bytes) -> None:
    leaves = commitments(key, steps)
    assert merkle_root(leaves) == tree(leaves)


@given(STEPS.filter(bool), st.data())
def test_every_change_changes_the_root(steps: list[bytes], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(steps) - 1))
    root = merkle_root(commitments(KEY, steps))
    assert merkle_root(commitments(KEY, [*steps[:place], steps[place] + b"x", *steps[place + 1 :]])) != root
    assert merkle_root(commitments(KEY, steps[:place] + steps[place + 1 :])) != root
    assert merkle_root(commitments(KEY, [*steps, steps[place]])) != root
    if steps != steps[::-1]:
        assert merkle_root(commitments(KEY, steps[::-1])) != root


@given(STEPS.filter(bool), st.data())
def test_an_inclusion_proof_is_valid_only_for_its_own_step_and_index(steps: list[bytes], data: st.DataObject) -> None:
    leaves = commitments(KEY, steps)
    place = data.draw(st.integers(0, len(steps) - 1))
    proof, wanted = prove_inclusion(leaves, place), merkle_root(leaves)
    assert proof.root(leaves[place]) == wanted
    assert proof.root(hashlib.sha256(b"\0other").digest()) != wanted
    elsewhere = data.draw(st.integers(-2, len(steps) + 2).filter(lambda other: other != place))
    assert MerkleInclusion(elsewhere, proof.count, proof.siblings).root(leaves[place]) != wanted
    for siblings in (proof.siblings[1:], (*proof.siblings, bytes(32)), proof.siblings[::-1]):
        if siblings != proof.siblings:
            assert MerkleInclusion(place, proof.count, siblings).root(leaves[place]) != wanted


def test_the_cost_of_proving_all_steps_grows_linearly() -> None:
    def proved(count: int) -> int:
        leaves = commitments(KEY, [b"step"] * count)

        def prove_all() -> None:
            tree = MerkleTree(leaves)
            assert {tree.prove_inclusion(place).root(leaf) for place, leaf in enumerate(leaves)} == {
                merkle_root(leaves)
            }

        return calls_made(prove_all)

    assert proved(400) < 3 * proved(200)


@pytest.mark.parametrize("place", [-1, 3])
def test_a_proof_of_a_nonexistent_step_is_refused(place: int) -> None:
    with pytest.raises(IndexError):
        prove_inclusion(commitments(KEY, [b"a", b"b", b"c"]), place)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_record_key_has_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match=f"a record key has 32 bytes, not {length}"):
        salts(bytes(length), 1)
