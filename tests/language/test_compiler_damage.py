"""Compiler robustness: one diagnostic for one wrong column, and no crash on randomly corrupted files."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.diagnostics import Severity
from rules.contracts.messages import LANGUAGES
from rules.language.compiler import compile_folder
from rules.language.lexicon import load_lexicon
from tests.language.laboratory import FILES
from tests.support.tiers import tries


def headers(language: str) -> list[tuple[str, int]]:
    """Return the header row of every table in the laboratory, except example tables, which have free columns."""
    places = []
    for path, text in FILES.items():
        lines = text.split("\n") if f".{language}." in path else []
        for number, line in enumerate(lines):
            above = lines[number - 1].strip() if number else ""
            free = above.startswith(("|", load_lexicon(language).keywords["examples"]))
            if line.strip().startswith("|") and not free:
                places.append((path, number))
    return places


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("path", "number"), [place for language in LANGUAGES for place in headers(language)])
def test_one_wrong_column_causes_one_diagnostic(path: str, number: int) -> None:
    lines = FILES[path].split("\n")
    lines[number] = re.sub(r"\| [^|]+ \|", "| zzzz |", lines[number], count=1)
    language = "zh" if ".zh." in path else "en"
    compilation = compile_folder(FILES | {path: "\n".join(lines)}, languages=frozenset({language}))
    assert [each.code for each in compilation.diagnostics] == ["RL021"], [
        one.render() for one in compilation.diagnostics
    ]
    assert compilation.diagnostics[0].location.line == number + 1


DAMAGE = (
    "",
    "|",
    "；",
    "５",
    " or ",
    "<x>",
    "为",
    "is",
    ";",
    "%",
    "-1",
    "\\|",
    "(",
    "/ 0",
    "1e5",
    "{x}",
    '"""',
    "#",
    "@t",
    "*",
)


@pytest.mark.full
@settings(max_examples=tries(60))
@given(st.integers(min_value=0), st.integers(min_value=1, max_value=3))
def test_no_damage_breaks_the_compiler(seed: int, times: int) -> None:
    """The compiler must return a result for any corruption, with diagnostics if there is no scorecard."""
    chance = random.Random(seed)
    path = chance.choice(list(FILES))
    lines = FILES[path].split("\n")
    for _ in range(times):
        number = chance.randrange(len(lines))
        position = chance.randrange(len(lines[number]) + 1)
        kept = lines[number][position + chance.randrange(4) :]
        lines[number] = lines[number][:position] + chance.choice(DAMAGE) + kept
    damaged = FILES | {path: "\n".join(lines)}
    compilation = compile_folder(damaged)
    errors = [each for each in compilation.diagnostics if each.severity is Severity.ERROR]
    assert (compilation.scorecard is None) == bool(errors)
    for each in compilation.diagnostics:
        assert each.location.line <= len(damaged[each.location.path].splitlines()) + 1
        assert each.render()
