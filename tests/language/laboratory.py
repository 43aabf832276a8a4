"""The laboratory's card, compiled from all its files, and the examples in it."""

from __future__ import annotations

from rules.language.compiler import Compilation, compile_folder
from rules.model.examples import Change, Example, Expectation
from tests.language.folders import LABORATORY, read_folder

FILES = read_folder(LABORATORY)
COMPILED = compile_folder(FILES)
KNOWN_WARNINGS = frozenset({"RL120", "RL127"})
"""Warnings of the laboratory and of the whole card, which also show forms that published versions still have."""


def unexpected(compilation: Compilation) -> list[str]:
    """Return the diagnostics of a compilation but for the known warnings."""
    return [each.render() for each in compilation.diagnostics if each.code not in KNOWN_WARNINGS]


def examples(compilation: Compilation, language: str) -> list[Example]:
    return [example for example in compilation.examples if example.language == language]


def items(example: Example) -> tuple[list[Change], list[Expectation]]:
    return [placed.item for placed in example.changes], [placed.item for placed in example.expectations]
