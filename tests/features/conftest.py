"""Three steps that run every scenario of the drafting desk under pytest-bdd.

pytest-bdd reads the file and fills in the outlines; the sentences are read by the grammar that publishes, so that no
second one can grow beside it. A step whose sentence the compiler did not read in just the same way fails.

Each scenario is an item of its own where one of the two modules is named; else `test_examples.py` asks the same of a
file at a time, since ten thousand items of their own take three times as long.
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

HERE = Path(__file__).parent
SENTENCE = parsers.re(r"(?P<sentence>.+)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what asks of one folder side by side, so that its examples are run once."""
    items.sort(key=_card)


def _card(item: pytest.Item) -> str:
    """The folder that a test of this folder asks of; none for other tests, which stay where they are."""
    callspec = getattr(item, "callspec", None)
    if HERE not in item.path.parents or callspec is None:
        return ""
    return next((str(value) for name, value in callspec.params.items() if name == "folder"), None) or str(
        callspec.params["file"].parent if "file" in callspec.params else ""
    )


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
    rehearsal.example.check_outcome(sentence)
