"""Do cases of the cards on claims that differ in values alone stand beside each other, as the rows of one table?"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.features.desk import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CARDS = [folder for folder in FOLDERS if folder.name.startswith("green-claim-")]
_SCENARIO = re.compile(r"^    Scenario: (.*)\n((?:      .*\n)+)", re.MULTILINE)
_VALUE = re.compile(r" (is (?!missing)|holds|does not hold).*")


def shapes(rules: str) -> Iterator[tuple[str, ...]]:
    """Give of each scenario what its steps say without values; one with a table or a comment is left out."""
    for scenario in _SCENARIO.finditer(rules):
        steps = scenario[2].splitlines()
        if not any(step.lstrip().startswith(("|", "#")) for step in steps):
            yield tuple(sorted(_VALUE.sub("", step.strip().partition(" ")[2]) for step in steps))


@pytest.mark.parametrize("folder", CARDS, ids=[folder.name for folder in CARDS])
def test_cases_of_one_rule_that_differ_in_values_alone_are_rows(folder: Path) -> None:
    for rule in (folder / "rules.en.feature").read_text(encoding="utf-8").split("\n  Rule: "):
        alike = [shape for shape, times in Counter(shapes(rule)).items() if times > 1]
        assert not alike, f"{folder.name}: make rows of one outline of {alike[0]}, under {rule.partition(chr(10))[0]!r}"
