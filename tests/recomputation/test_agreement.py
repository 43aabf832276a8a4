"""Does the second evaluator, written from the specification alone, give the records of the house to the last byte?

Few subjects of every version here; thousands on demand (`python -m tests.recomputation.agreement`).
"""

import pytest

from rules.model.published import Published
from tests.recomputation.agreement import GAZETTE, compare, every_version, random_subjects
from tests.support.kept import Kept, kept
from tests.support.recomputing import recompute

VERSIONS = list(every_version())
NEWEST = {GAZETTE.newest(card).name for card in GAZETTE.card_ids()}
MANY, FEW = 6, 1
"""How many random subjects of a version that is the newest of its card, and of a former one."""


@pytest.mark.parametrize("version", VERSIONS, ids=[version.name for version in VERSIONS])
def test_random_subjects_of_every_published_version_have_the_same_bytes(version: Published) -> None:
    count = MANY if version.name in NEWEST else FEW
    found = compare(version, random_subjects(version, count))
    assert (found.differing, found.records + found.refused) == ((), count)
    assert found.records


@pytest.mark.parametrize("one", kept(), ids=[one.version for one in kept()])
def test_kept_evaluations_follow(one: Kept) -> None:
    _, card, _, number = one.version.split("/")
    published = (GAZETTE.folder / card / f"{number}.json").read_bytes()
    report = recompute(one.content, published, GAZETTE.folder / "tables", one.record_key)
    assert (report.faults, report.unproved, report.opened) == ([], [], True)
