"""Three steps that run every scenario of the drafting desk under pytest-bdd.

pytest-bdd reads the file and fills in the outlines; the sentences are read by the grammar that publishes, so that no
second one can grow beside it. A step whose sentence the compiler did not read in just the same way fails.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_bdd import given, parsers, then, when

from tests.features.desk import FEATURES, desk_language, read_example

if TYPE_CHECKING:
    from pytest_bdd.parser import Scenario

    from tests.features.desk import DeskExample

SENTENCE = parsers.re(r"(?P<sentence>.+)")


class Rehearsal:
    """What the steps of one scenario share."""

    example: DeskExample


@pytest.fixture
def rehearsal() -> Rehearsal:
    return Rehearsal()


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, scenario: Scenario) -> None:
    path = Path(scenario.feature.filename)
    if FEATURES not in path.parents:
        return  # pytest-bdd asks this of the scenarios of every folder
    values: dict[str, str] = request.getfixturevalue("_pytest_bdd_example")
    shared: Rehearsal = request.getfixturevalue("rehearsal")
    shared.example = read_example(desk_language(path), path.name, scenario.line_number, values)


@given(SENTENCE)
def _(rehearsal: Rehearsal, sentence: str) -> None:
    rehearsal.example.check_given(sentence)


@when(SENTENCE)
def _(rehearsal: Rehearsal) -> None:
    rehearsal.example.evaluate()


@then(SENTENCE)
def _(rehearsal: Rehearsal, sentence: str) -> None:
    rehearsal.example.check(sentence)
