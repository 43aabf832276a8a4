"""Benchmark of the transparency log: cost of a leaf per evaluation, of a proof among 1,000,000 leaves, and of a bundle.

The leaves of the large log have random digests, because only the tree is measured. Every proof is checked before it is
counted.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import insert

from benchmarks.service import AS_OF, CARD
from benchmarks.timing import percentile
from rules.contracts.record_bytes import read_complete_record
from rules.rehearsal.example_runner import reference_subject
from service.api.proof_bundles import BundleMaker
from service.base.resource_names import new_evaluation_name
from service.configuration.folders import PUBLISHED
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.versions import Gazette
from service.identity.principals import LOCAL
from service.output.bundles import read_bundle
from service.output.evaluation_row import to_evaluation_row
from service.proofs.bundle_verification import check_recomputation
from service.proofs.log_service import append_publications
from service.store.log_sequencer import LogIdentity, integrate_leaves, log_evaluations
from service.store.store import Store
from service.store.tables import LogLeafRow
from service.store.write_access import with_write_access
from service.transparency.tree import leaf_hash

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.store.tables import EvaluationRow

_SUBJECT = "organizations/example/subjects/one"
_KNOWN = "2026-11-21T06:00:00Z"
_PROOFS = 300
_PART = 20_000


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leaves", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cost_of_a_leaf(Path(folder), options.rounds)
        proofs_among(Path(folder), options.leaves)


def cost_of_a_leaf(folder: Path, rounds: int) -> None:
    """Compare noting, hashing and signing with the evaluation itself; then make and check a bundle."""
    gazette, keeper = Gazette(PUBLISHED), LogIdentity("example.org/log", Ed25519PrivateKey.generate())
    version = gazette.newest(CARD.rpartition("/")[2])
    subject = reference_subject(version.scorecard, date.fromisoformat(AS_OF)).model_copy(
        update={"subject": _SUBJECT, "known": _KNOWN}
    )
    evaluators = Evaluators.for_gazette(gazette, lasting=True)
    with closing(Store(f"sqlite:///{folder}/small.sqlite3", log_identity=keeper)) as store, closing(evaluators):
        append_publications(store, gazette, keeper)

        def evaluate() -> EvaluationRow:
            key = new_record_key()
            name = new_evaluation_name("example")
            return to_evaluation_row(
                evaluators.evaluate(version, subject, key),
                name=name,
                organization="example",
                request_id=name,
                body_digest="ab" * 32,
                create_time=_KNOWN,
                record_key=key,
                software_versions={"touchstone": "0.1.0"},
                principal=LOCAL,
            )

        rows, evaluating = timed(evaluate, rounds)
        engine = with_write_access(store._engine)

        def note(row: EvaluationRow) -> float:
            with engine.begin() as connection:  # which the evaluation itself needs
                start = time.process_time()
                log_evaluations(connection, [row])
                return time.process_time() - start

        noting = [note(row) for row in rows]
        start = time.process_time()
        size = integrate_leaves(engine, keeper)
        hashing = (time.process_time() - start) / rounds
        share = (median(noting) + hashing) / median(evaluating)
        print(f"evaluation p50 {median(evaluating) * 1e3:.2f} ms; leaf noted in its transaction p50 ", end="")
        print(f"{median(noting) * 1e3:.3f} ms, into the tree {hashing * 1e3:.3f} ms: {share:.1%} (aim: at most 5 %)")
        stored = store.append(evaluate()).result()
        content = BundleMaker(store, gazette, keeper).bundle(stored.name).written()
        start = time.process_time()
        bundle = read_bundle(content)

        check_recomputation(bundle, read_complete_record((bundle.record or "").encode()), stored.record_key)
        seconds = time.process_time() - start
        shown = BundleMaker(store, gazette, keeper).bundle(stored.name, shown=[]).written()
        print(f"bundle of {size + 1} entries: {len(content) / 1e3:.0f} kB, ", end="")
        print(f"with the conclusion alone {len(shown) / 1e3:.0f} kB; read and recomputed in {seconds * 1e3:.0f} ms")


def proofs_among(folder: Path, leaves: int) -> None:
    """Prove single leaves of a large log from the store."""
    keeper = LogIdentity("example.org/log", Ed25519PrivateKey.generate())
    with closing(Store(f"sqlite:///{folder}/large.sqlite3")) as store:
        engine = with_write_access(store._engine)
        start = time.process_time()
        for first in range(0, leaves, _PART):
            with engine.begin() as connection:
                connection.execute(insert(LogLeafRow.__table__), [_leaf(first + at) for at in range(_PART)])  # type: ignore[attr-defined]
        wrote = time.process_time() - start
        start = time.process_time()
        size = integrate_leaves(engine, keeper)
        hashed = time.process_time() - start
        print(f"{size:,} leaves written in {wrote:.0f} s, into the tree in {hashed:.0f} s of processor time")
        note = store.log.note()
        chance, times, steps = random.Random(1), list[float](), list[float]()  # noqa: S311 -- which ones, no secret
        for _ in range(_PROOFS):
            place = chance.randrange(size)
            start = time.process_time()
            proof = store.log.inclusion(place, size)
            times.append(time.process_time() - start)
            (entry,) = store.log.entries(place, 1)
            if note is None or proof.root(leaf_hash(entry)) != note.checkpoint.root:
                raise AssertionError(place)
            start = time.process_time()
            store.log.consistency(max(place, 1), size)
            steps.append(time.process_time() - start)
        print(
            f"inclusion p50 {median(times) * 1e3:.2f} ms, p99 {percentile(times, 0.99) * 1e3:.2f} ms (aim: 5 ms); ",
            end="",
        )
        print(f"consistency p50 {median(steps) * 1e3:.2f} ms, p99 {percentile(steps, 0.99) * 1e3:.2f} ms")


def timed(act: Callable[[], EvaluationRow | None], rounds: int) -> tuple[list[EvaluationRow], list[float]]:
    """Call a function repeatedly and return its rows, and the processor seconds of each call."""
    rows: list[EvaluationRow] = []
    times: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        made = act()
        times.append(time.process_time() - start)
        if made is not None:
            rows.append(made)
    return rows, times


def _leaf(position: int) -> dict[str, object]:
    digest = os.urandom(32).hex()
    name = f"organizations/example/evaluations/{position}"
    return {
        "position": position, "kind": "evaluation", "name": name, "subject": "", "digest": digest, "document": b"",
    }  # fmt: skip


if __name__ == "__main__":
    main()
