"""Repeatable test runs: the same examples on every run and machine; `make explore` draws others."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.explore import TimeBudget, command, files_of_properties

TESTS = Path(__file__).resolve().parents[1]
BY_CHANCE = {"Random", "SystemRandom", "default_rng"}
SUSPECT = re.compile(r"(?:Random|default_rng)\(\)|deadline=(?!None)|derandomize=(?!None)")
"""Text of every such call; only files with it are parsed."""
ALLOWED = {"support/explore.py", "support/tiers.py"}
"""The files that decide how examples are drawn."""


def test_properties_try_the_same_examples_in_every_run() -> None:
    assert settings.default is not None
    assert settings.default.derandomize
    assert settings.default.database is None
    assert settings.default.deadline is None


def faults_of(tree: ast.AST) -> Iterator[str]:
    """Yield the calls that make a test depend on chance or on the speed of the machine."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in BY_CHANCE and not node.args:
            yield f"line {node.lineno}: {name}() without a seed"
        if name == "settings":
            limits = [keyword for keyword in node.keywords if keyword.arg in {"deadline", "derandomize"}]
            yield from (f"line {node.lineno}: {keyword.arg}" for keyword in limits if not is_none(keyword.value))


def is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


@pytest.mark.parametrize("source", ["Random()", "random.SystemRandom()", "settings(deadline=5_000)"])
def test_a_call_that_depends_on_chance_or_speed_is_found(source: str) -> None:
    assert len(list(faults_of(ast.parse(source)))) == 1


def test_no_test_depends_on_chance_or_speed() -> None:
    texts = {
        file: file.read_text("utf-8") for file in TESTS.rglob("*.py") if str(file.relative_to(TESTS)) not in ALLOWED
    }
    faults = [
        f"{file}: {fault}"
        for file, text in texts.items()
        if SUSPECT.search(text)
        for fault in faults_of(ast.parse(text))
    ]
    assert faults == []


def test_an_exploration_round_is_determined_by_its_seed() -> None:
    files = files_of_properties()
    assert "tests/contracts/test_numbers.py" in files
    assert "tests/meta/test_shards.py" not in files
    first, again, other = (command(seed, 60, 1, files) for seed in (7, 7, 8))
    assert first == again
    assert sorted(other) != other != first
    assert sorted(first[-len(files) :]) == files


def test_exploration_starts_no_test_after_its_time_limit() -> None:
    assert TimeBudget(time.monotonic() - 1).pytest_runtest_protocol()
    assert TimeBudget(time.monotonic() + 3600).pytest_runtest_protocol() is None
