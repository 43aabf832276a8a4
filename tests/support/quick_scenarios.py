"""pytest-bdd, spared what thousands of scenarios in one run make dear.

It looks for each step among the fixtures of all tests, and copies each table cell by cell. What it finds and renders
stays the same.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from pytest_bdd import parser
from pytest_bdd.steps import StepNamePrefix

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _pytest.fixtures import FixtureManager
    from pytest_bdd.gherkin_parser import DataTable

_scenario = import_module("pytest_bdd.scenario")  # the package names a function likewise
_every_name = _scenario.get_fixture_names
_copied = parser.Step.render_datatable


def _names_of_steps(fixturemanager: FixtureManager) -> list[str]:
    return [name for name in _every_name(fixturemanager) if name.startswith(StepNamePrefix.step_def.value)]


def _rendered(datatable: DataTable, context: Mapping[str, object]) -> DataTable:
    if any("<" in cell.value for row in datatable.rows for cell in row.cells):
        return _copied(datatable, context)
    return datatable


def quick_scenarios() -> None:
    """Let pytest-bdd look for steps among steps, and give a table without placeholders as it stands."""
    _scenario.get_fixture_names = _names_of_steps  # type: ignore[attr-defined]
    parser.Step.render_datatable = staticmethod(_rendered)  # type: ignore[method-assign]
