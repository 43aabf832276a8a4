"""Commands in the documentation: syntax of every example, and the two of the README."""

import re
import shlex
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from textwrap import dedent

import pytest

from service.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


_SHELL = {">", ">>", "2>", "2>>", "|", "||", "&&", "&"}
"""Shell operators that end a command."""


def blocks(language: str, text: str) -> list[str]:
    """List the fenced blocks of a language, also those of steps, which are indented."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```", text, flags=re.MULTILINE | re.DOTALL)
    return [dedent(block) for _, block in found]


def commands(text: str) -> list[list[str]]:
    """List the `touchstone` commands of a page's shell blocks, as arguments."""
    lines = "\n".join(blocks("sh", text)).replace("\\\n", " ").splitlines()
    words = [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("touchstone ")]
    return [list(takewhile(lambda word: word not in _SHELL, one)) for one in words]


def test_the_readme_shows_the_two_make_commands() -> None:
    (_, two) = blocks("sh", README)
    names = re.findall(r"^make (\w+)", two, flags=re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert names == ["demo", "test"]
    assert all(re.search(rf"^{name}:", makefile, flags=re.MULTILINE) for name in names)


@pytest.mark.parametrize(("page", "language"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_the_rule_on_the_page_is_a_rule_of_a_scorecard(page: str, language: str) -> None:
    """Steps occur in the feature as they are; of a table some columns may be left out."""
    feature = ROOT / f"features/zero-carbon-factory/indicators-f-offset.{language}.feature"
    lines = [line.strip() for line in feature.read_text(encoding="utf-8").splitlines()]
    rows = [cells(line) for line in lines if line.startswith("|")]
    (shown,) = blocks("gherkin", (ROOT / page).read_text(encoding="utf-8"))
    for line in map(str.strip, shown.splitlines()):
        assert any(cells(line) <= row for row in rows) if line.startswith("|") else line in lines


def cells(row: str) -> set[str]:
    return {cell.strip() for cell in row.strip("|").split("|")}


@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "CONTRIBUTING.md"])
def test_a_first_page_is_short(page: str) -> None:
    assert len((ROOT / page).read_text(encoding="utf-8").splitlines()) <= 120


def test_every_command_of_the_tutorial_has_valid_syntax(subtests: pytest.Subtests) -> None:
    check_commands([ROOT / "docs" / "fifteen-minutes.md"], subtests)


@pytest.mark.full
def test_every_documented_command_has_valid_syntax(subtests: pytest.Subtests) -> None:
    check_commands(PAGES, subtests)


def check_commands(pages: Sequence[Path], subtests: pytest.Subtests) -> None:
    shown = [(page, line) for page in pages for line in commands(page.read_text(encoding="utf-8"))]
    assert shown
    for page, line in shown:
        with subtests.test(f"{page.relative_to(ROOT)}: {shlex.join(line)}"):
            app.check(line)
