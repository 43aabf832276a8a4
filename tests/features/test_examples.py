"""Scorecard examples by file: steps as pytest-bdd reads them, expectations by the check of the folder.

The sentences are checked as the steps of pytest-bdd check them; what is expected is run once, by the check of the
folder, which names each expectation that does not hold by its line and column. With `--full` a seventh of the English
ones is run by itself besides, as the steps run it; the Chinese ones change the same of the same card.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pytest_bdd.feature import get_feature
from pytest_bdd.parser import render_string
from pytest_bdd.types import GIVEN, THEN

from tests.features.desk import FEATURES, FOLDERS, checked, desk_language, read_example
from tests.support.tiers import is_full
from tests.support.turns import has_turn

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pytest_bdd.parser import ScenarioTemplate

    from rules.rehearsal.publication_check import CheckReport
    from tests.features.desk import DeskExample

FAILED = "RL072"
ALONE = "en"
"""The language whose examples are run by themselves, too."""
ONE_OF = 7
"""Of so many examples one is, besides those of a card that was changed; which, changes with the last commit."""
FILES = [path for folder in FOLDERS for path in sorted(folder.glob("*.feature"))]


@pytest.fixture
def report(file: Path) -> CheckReport:
    """What the check of the folder finds, which the tests of its files share."""
    return checked(file.parent)


@pytest.mark.in_turn
@pytest.mark.parametrize("file", FILES, ids=[str(path.relative_to(FEATURES)) for path in FILES])
def test_every_example_comes_out(file: Path, report: CheckReport) -> None:
    desk, read = desk_language(file), set()
    for scenario in get_feature(str(file.parent), file.name).scenarios.values():
        rows = [values for table in scenario.examples for values in table.as_contexts()]
        for values in rows or [{}]:
            example = read_example(desk, file.name, scenario.line_number, values)
            read.add((file.name, example.example.location.line))
            check_steps(example, scenario, values, file.parent.name)
    # Of two scenarios with one title pytest-bdd would keep the last, and say nothing.
    assert read == {place for place in desk.examples if place[0] == file.name}
    failed = [each.render() for each in report.diagnostics if (each.code, each.location.path) == (FAILED, file.name)]
    if failed:
        pytest.fail("\n".join(failed), pytrace=False)


def check_steps(example: DeskExample, scenario: ScenarioTemplate, values: Mapping[str, str], folder: str) -> None:
    """Check that the compiler read each step as pytest-bdd does; those that all scenarios share stand as they are."""
    shared = scenario.all_background_steps
    place = f"{folder} {example.example.location.path} {example.example.location.line}"
    is_alone = is_full() and example.example.language == ALONE and has_turn(place, ONE_OF)
    if is_alone:
        example.evaluate()
    for step in shared:
        example.check_given(step.name)
    for step in scenario.steps[len(shared) :]:
        sentence = render_string(step.name, values)
        if step.type == GIVEN:
            example.check_given(sentence)
        elif step.type == THEN:
            check = example.check_outcome if is_alone else example.check_then
            check(sentence)
