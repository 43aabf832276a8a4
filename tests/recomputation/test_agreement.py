"""Independent evaluator: byte-identical records of published and random cards, and forgeries detected.

Few subjects here, of every version with --full; thousands on demand (`python -m tests.recomputation.agreement`).
"""

import json
from contextlib import closing
from random import Random
from typing import Any

import pytest

from rules.model.published_version import PublishedVersion, published_bytes, read_published
from rules.trail.commitments import commitments, merkle_root
from rules.trail.evaluation import Evaluator
from tests.recomputation.agreement import GAZETTE, KEY, compare, random_subjects
from tests.support.kept import Kept, kept_tried
from tests.support.random_cards import with_matrices
from tests.support.random_subjects import random_subject, richer_card
from tests.support.recomputing import Report, canonical, recompute, record_bytes
from tests.support.tiers import tries
from tests.support.versions import NEWEST, versions_tried

VERSIONS = versions_tried()
MANY, FEW = tries(8), 1
"""Numbers of random subjects: for the newest version of a card, and for an earlier version."""


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("version", VERSIONS, ids=[version.name for version in VERSIONS])
def test_random_subjects_of_every_published_version_have_the_same_bytes(version: PublishedVersion) -> None:
    count = MANY if version.name in NEWEST else FEW
    comparison = compare(version, random_subjects(version, count))
    assert (comparison.differing, comparison.records + comparison.refused) == ((), count)
    assert comparison.records


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("one", kept_tried(), ids=lambda one: one.version)
def test_stored_evaluations_are_recomputed_without_faults(one: Kept) -> None:
    _, card, _, number = one.version.split("/")
    published = (GAZETTE.folder / card / f"{number}.json").read_bytes()
    report = recompute(one.content, published, GAZETTE.folder / "tables", one.record_key)
    assert (report.faults, report.unproved, report.opened) == ([], [], True)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("matrices", [False, True])
@pytest.mark.parametrize("unknown", [0.0, 0.1])
def test_random_cards_with_rich_features_are_recomputed_without_faults(unknown: float, *, matrices: bool) -> None:
    for seed in range(4):
        richer = richer_card(seed)
        published = published_bytes(with_matrices(richer, seed) if matrices else richer, {})
        version = read_published(published, "2020-01-01T00:00:00Z")
        random = Random(seed)
        with closing(Evaluator(version.scorecard, version.rule_digest, version.name)) as evaluator:
            content = evaluator.evaluate(random_subject(version.scorecard, random, unknown=unknown), KEY).content
        assert recompute(content, published, None, KEY, boxes=20).faults == [], seed


CARDS = ("zero-carbon-factory", "csr-three-stage", "green-claim-eu", "cbam-goods")
FORGED = [one for one in kept_tried() if one.version.split("/")[1] in CARDS]
INPUTS = ("evidence/", "facts/")


def changed(part: Any) -> Any:
    """Return a copy with the last string or number changed."""
    if isinstance(part, dict) and part:
        *rest, (name, last) = sorted(part.items())
        return {**dict(rest), name: changed(last)}
    if isinstance(part, list) and part:
        return [*part[:-1], changed(part[-1])]
    return part + 1 if isinstance(part, int) else "not_met" if part == "met" else "met"


def forged(evaluation: Kept, step: str) -> bytes:
    """Return a record with one step changed, and with new commitments and a new root."""
    record = json.loads(evaluation.content)
    steps = [[found[0], *changed(found[1:])] if found[0] == step else found for found in record["steps"]]
    written = [canonical(found) for found in steps]
    leaves = commitments(evaluation.record_key, written)
    return record_bytes({**record["head"], "trail_digest": merkle_root(leaves).hex()}, written, leaves)


def again(evaluation: Kept, content: bytes) -> Report:
    _, card, _, number = evaluation.version.split("/")
    published = (GAZETTE.folder / card / f"{number}.json").read_bytes()
    return recompute(content, published, GAZETTE.folder / "tables", evaluation.record_key)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("one", FORGED, ids=[one.version for one in FORGED])
def test_a_forged_outcome_with_a_valid_key_is_detected(one: Kept) -> None:
    steps = [step[0] for step in json.loads(one.content)["steps"] if not step[0].startswith(INPUTS)]
    kinds = {step.partition("/")[0]: step for step in steps}
    assert len(kinds) > 4
    for step in kinds.values():
        content = forged(one, step)
        assert content != one.content, step
        assert again(one, content).faults, step


def test_missing_tables_and_changed_settings_in_the_head_are_detected() -> None:
    goods = next(one for one in FORGED if "cbam-goods" in one.version)
    record = json.loads(goods.content)
    for name in ("tables", "settings"):
        head = {**record["head"], name: type(record["head"][name])()}
        content = goods.content.replace(canonical(record["head"]), canonical(head))
        assert [fault[0] for fault in again(goods, content).faults][:1] == ["HEAD"], name
