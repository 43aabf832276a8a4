"""Fuzz regression: valid seeds, random mutations and earlier findings, for every reader of untrusted files."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from tests.fuzz.targets import CORPUS, TARGETS
from tests.reliability.made_messages import Maker
from tests.support.tiers import tries

if TYPE_CHECKING:
    from pathlib import Path

CHANGED = tries(60)
LONGEST_SECONDS = 30
"""A hang is what is looked for; how fast readers are is shown elsewhere."""


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_right_and_what_was_changed_by_chance(name: str) -> None:
    target, drawn = TARGETS[name], random.Random(name)  # noqa: S311 -- not for secrets
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
def test_what_was_found_once_is_refused_or_read(path: Path) -> None:
    TARGETS[path.parent.name].try_(path.read_bytes())
