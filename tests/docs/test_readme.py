"""Commands in the documentation: syntax of every example, and the two of the README."""

import re
import shlex
from itertools import takewhile
from pathlib import Path

import pytest

from service.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


_SHELL = {">", ">>", "2>", "2>>", "|", "||", "&&", "&"}
"""Where a command ends and the shell goes on."""


def blocks(language: str, text: str) -> list[str]:
    """List the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[list[str]]:
    """List the `touchstone` commands of a page's shell blocks, as arguments."""
    lines = "\n".join(blocks("sh", text)).replace("\\\n", " ").splitlines()
    words = [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("touchstone ")]
    return [list(takewhile(lambda word: word not in _SHELL, one)) for one in words]


def test_the_two_commands_are_there() -> None:
    (_, two, _) = blocks("sh", README)
    names = re.findall(r"^make (\w+)", two, flags=re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert names == ["demo", "test"]
    assert all(re.search(rf"^{name}:", makefile, flags=re.MULTILINE) for name in names)


def test_every_command_shown_can_be_called(subtests: pytest.Subtests) -> None:
    shown = [(page, line) for page in PAGES for line in commands(page.read_text(encoding="utf-8"))]
    assert shown
    for page, line in shown:
        with subtests.test(f"{page.relative_to(ROOT)}: {shlex.join(line)}"):
            app.check(line)
