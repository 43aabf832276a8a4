"""Command names and options in the documentation: comparison with the command-line interface."""

import re
from pathlib import Path

import pytest

from service.cli.api_commands import CALL
from service.cli.main import app
from service.cli.typer_front_end import DeclaredCommand
from service.output.terminal.command_declarations import SHARED

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md"]
PAGES += sorted((ROOT / "docs").rglob("*.md"))
LEAVES = dict(app.leaves())
NAMES = set(LEAVES)
NOUNS = {CALL, *(name.split()[0] for name in NAMES if " " in name)}
ADDED = {"instrument"}
"""Noun that `examples/plugin/` adds; the pages mention it."""
VERBS = {name.split()[-1] for name in NAMES}
_BLOCK = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)", re.MULTILINE | re.DOTALL)


def called(line: str) -> str:
    words = re.findall(r"[^\s`|)(]+", line)
    own = [word for word in words[:2] if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", word)]
    return " ".join(own if own[:1] and (own[0] in NOUNS) else own[:1])


def named(text: str) -> set[str]:
    """Return the commands that a page names: after `touchstone`, or as noun and verb between backticks."""
    commands = {
        called(line) for line in re.findall(r"(?<![\w/.-])touchstone ((?!(?:is|and)\b)[a-z][^\n`]*)", text) if line
    }
    spans = re.findall(r"`([a-z]+ [a-z-]+)(?: [^`]*)?`", _BLOCK.sub("", text))
    return (commands - {""}) | {span for span in spans if span.split()[0] in NOUNS and span.split()[1] in VERBS}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_names_only_existing_commands(page: Path) -> None:
    assert named(page.read_text(encoding="utf-8")) - NAMES - NOUNS - ADDED == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_uses_only_existing_options_of_a_command(page: Path) -> None:
    text = "\n".join(_BLOCK.findall(page.read_text(encoding="utf-8"))).replace("\\\n", " ")
    wrong = []
    for line in re.findall(r"^(?:\$ )?touchstone ([a-z][^\n#|]*)", text, re.MULTILINE):
        made = LEAVES.get(called(line))
        if isinstance(made, DeclaredCommand):
            known = {opt for one in (*made.declared.fields, *SHARED) for word in one.opts for opt in word.split("/")}
            options = re.findall(r"(?<=\s)--?[a-z][a-z-]*", re.sub(r"'[^']*'|\"[^\"]*\"", "", line))
            wrong += [f"{line}: {one}" for one in options if one not in known | {"--help"}]
    assert not wrong


def test_a_command_is_found_in_the_text_of_a_page() -> None:
    page = "Then `card show` tells.\n```sh\ntouchstone fmt x\n```\n`touchstone export` and `draft show`"
    assert named(page) == {"card show", "fmt", "export", "draft show"}
