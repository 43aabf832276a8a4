"""Scorecard examples by file: steps as pytest-bdd reads them, expectations by the check of the folder.

The sentences are checked in the same way as in the pytest-bdd steps. The check of the folder runs the expectations once
and reports each failed expectation by line and column. With `--full`, a seventh of the English examples also run
separately, as the steps run them. The Chinese examples make the same changes to the same card.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pytest_bdd.feature import get_feature
from pytest_bdd.parser import ScenarioTemplate, render_string
from pytest_bdd.types import GIVEN, THEN

from rules.rehearsal.publication_check import CheckReport
from tests.features.desk import FEATURES, FOLDERS, DeskExample, checked, desk_language, read_example
from tests.support.tiers import is_full

FAILED = "RL072"
ALONE = "en"
"""Language of the examples that also run separately."""
ONE_OF = 7
"""One in this many examples runs separately, chosen by its line."""
FILES = [path for folder in FOLDERS for path in sorted(folder.glob("*.feature"))]


@pytest.fixture
def report(file: Path) -> CheckReport:
    return checked(file.parent)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("file", FILES, ids=[str(path.relative_to(FEATURES)) for path in FILES])
def test_every_example_passes(file: Path, report: CheckReport) -> None:
    desk, read = desk_language(file), set()
    for scenario in get_feature(str(file.parent), file.name).scenarios.values():
        rows = [values for table in scenario.examples for values in table.as_contexts()]
        for values in rows or [{}]:
            example = read_example(desk, file.name, scenario.line_number, values)
            read.add((file.name, example.example.location.line))
            check_steps(example, scenario, values)
    # If two scenarios share a title, pytest-bdd silently drops the first.
    assert read == {place for place in desk.examples if place[0] == file.name}
    failed = [each.render() for each in report.diagnostics if (each.code, each.location.path) == (FAILED, file.name)]
    if failed:
        pytest.fail("\n".join(failed), pytrace=False)


def check_steps(example: DeskExample, scenario: ScenarioTemplate, values: Mapping[str, str]) -> None:
    """Check that the compiler read each step as pytest-bdd does; background steps contain no placeholders."""
    shared = scenario.all_background_steps
    is_alone = is_full() and example.example.language == ALONE and example.example.location.line % ONE_OF == 0
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
