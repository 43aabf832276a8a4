"""Does what the README shows come out as it says?"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from service.cli.main import app
from tests.support.running import RunningServer

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
GAZETTE = ROOT / "scorecards"


def blocks(language: str, text: str) -> list[str]:
    """List the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[list[str]]:
    """List the `touchstone` commands of a page's shell blocks, as arguments."""
    lines = "\n".join(blocks("sh", text)).replace("\\\n", " ").splitlines()
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("touchstone ")]


@pytest.mark.full
def test_the_python_client_prints_what_the_readme_says(tmp_path: Path) -> None:
    (snippet,) = blocks("python", README)
    assert snippet.count("127.0.0.1:50051") == 1
    with RunningServer(tmp_path, GAZETTE) as server:
        ran = subprocess.run(  # noqa: S603 -- the snippet is our own
            (sys.executable, "-c", snippet.replace("127.0.0.1:50051", server.address)),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert ran.returncode == 0, ran.stderr
    printed = re.findall(r"`([^`]+)`", README.split("It prints ", maxsplit=1)[1].split(":", maxsplit=1)[0])
    assert ran.stdout.splitlines() == printed


@pytest.mark.full
def test_the_five_minutes_go_as_told(tmp_path: Path) -> None:
    tour = README.split("## Five minutes", maxsplit=1)[1].split("\n## ", maxsplit=1)[0]
    slow = ("source ", "touchstone check ", "touchstone publish ")  # these two are tested with the desk
    script = "\n".join(line for line in "".join(blocks("sh", tour)).splitlines() if not line.startswith(slow))
    # A declaration in which something is open ends with 1; the prices of quarters to come are.
    script = re.sub(r"^touchstone cbam declare .*", r"\g<0> || test $? -eq 1", script, flags=re.MULTILINE)
    for folder in ("features", "examples", "scorecards"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    ran = subprocess.run(  # noqa: S603 -- the commands are our own
        ("/bin/bash", "-euc", script),
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "TOUCHSTONE_GAZETTE": str(GAZETTE),
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr + ran.stdout[-2000:]
    told = [
        "Grade: three stars",
        "可能的等级",
        "7. recomputation passed",
        "klimaneutrale",
        "Certificates due",
        "未评级",
    ]
    places = [ran.stdout.find(words) for words in told]
    assert places == sorted(places)
    assert -1 not in places


def test_every_command_shown_can_be_called(subtests: pytest.Subtests) -> None:
    known = typer.main.get_command(app)
    shown = [(page, line) for page in PAGES for line in commands(page.read_text(encoding="utf-8"))]
    assert shown
    for page, (name, *arguments) in shown:
        with (
            subtests.test(f"{page.relative_to(ROOT)}: {shlex.join((name, *arguments))}"),
            known.make_context("touchstone", [name, *arguments], resilient_parsing=False) as context,
        ):
            found = context.command.commands[name]  # type: ignore[attr-defined]  # the root is a group
            found.make_context(name, list(arguments), parent=context)
