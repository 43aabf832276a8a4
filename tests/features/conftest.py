"""Three pytest-bdd steps that run every scenario of the scorecard drafts.

pytest-bdd reads the file and expands the outlines. The grammar used for publishing parses the sentences, so no second
grammar is needed. A step fails if the compiler did not read its sentence in exactly the same way.

Each scenario is a separate item if one of the two modules is named on the command line. Otherwise `test_examples.py`
checks a whole file at a time, because ten thousand separate items take three times as long.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when
from pytest_bdd.parser import Scenario

from tests.features.desk import FEATURES, DeskExample, desk_language, read_example

HERE = Path(__file__).parent
SENTENCE = parsers.re(r"(?P<sentence>.+)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort the tests of one folder next to each other, so that its examples are run once."""
    items.sort(key=_card)


def _card(item: pytest.Item) -> str:
    """Return the scorecard folder that a test checks, or an empty string for other tests, which stay in order."""
    callspec = getattr(item, "callspec", None)
    if HERE not in item.path.parents or callspec is None:
        return ""
    return next((str(value) for name, value in callspec.params.items() if name == "folder"), None) or str(
        callspec.params["file"].parent if "file" in callspec.params else ""
    )


class Rehearsal:
    """State shared by the steps of one scenario."""

    example: DeskExample


@pytest.fixture
def rehearsal() -> Rehearsal:
    return Rehearsal()


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, scenario: Scenario) -> None:
    path = Path(scenario.feature.filename)
    if FEATURES not in path.parents:
        return  # pytest-bdd calls this for the scenarios of every folder
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
