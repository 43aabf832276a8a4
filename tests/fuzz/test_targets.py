"""Fuzz regression: valid seeds, random mutations and earlier findings, for every reader of untrusted files."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.fuzz.targets import CORPUS, TARGETS
from tests.reliability.made_messages import Maker
from tests.support.tiers import tries

CHANGED = tries(60)
LONGEST_SECONDS = 30
"""Time limit that detects hangs; the speed of the readers is measured elsewhere."""


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("name", TARGETS)
def test_valid_seeds_and_random_mutations_are_read_or_refused(name: str) -> None:
    target, drawn = TARGETS[name], random.Random(name)
    seeds = list(target.seeds())
    assert seeds
    for content in drawn.sample(seeds, min(len(seeds), 10)):
        target.try_(content)
    for _ in range(CHANGED):
        begun = time.monotonic()
        content = Maker(drawn).spoilt(drawn.choice(seeds), seeds)
        target.try_(content)
        assert time.monotonic() - begun < LONGEST_SECONDS, content


@pytest.mark.parametrize(
    "path", sorted((CORPUS / "fuzzed").glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_earlier_findings_are_read_or_refused(path: Path) -> None:
    TARGETS[path.parent.name].try_(path.read_bytes())
