"""Faster pytest-bdd for runs with thousands of scenarios, with the same results.

By default, pytest-bdd searches for each step among the fixtures of all tests, and copies each table cell by cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from _pytest.fixtures import FixtureManager
from pytest_bdd import parser
from pytest_bdd.gherkin_parser import DataTable
from pytest_bdd.steps import StepNamePrefix

_scenario = import_module("pytest_bdd.scenario")  # the package exports a function of the same name
_every_name = _scenario.get_fixture_names
_copied = parser.Step.render_datatable


def _names_of_steps(fixturemanager: FixtureManager) -> list[str]:
    return [name for name in _every_name(fixturemanager) if name.startswith(StepNamePrefix.step_def.value)]


def _rendered(datatable: DataTable, context: Mapping[str, object]) -> DataTable:
    if any("<" in cell.value for row in datatable.rows for cell in row.cells):
        return _copied(datatable, context)
    return datatable


def quick_scenarios() -> None:
    """Patch pytest-bdd to search only steps, and to reuse tables without placeholders."""
    _scenario.get_fixture_names = _names_of_steps  # type: ignore[attr-defined]
    parser.Step.render_datatable = staticmethod(_rendered)  # type: ignore[method-assign]
