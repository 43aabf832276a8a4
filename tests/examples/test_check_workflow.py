"""Workflow that checks the drafts of a pull request: its script in a repository with changed drafts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support.running import ROOT

WORKFLOW = yaml.safe_load((ROOT / "examples" / "workflows" / "check-rules.yaml").read_text(encoding="utf-8"))
STEPS = WORKFLOW["jobs"]["check"]["steps"]


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(("git", *identity, *arguments), cwd=folder, check=True, capture_output=True)  # noqa: S603, S607 -- ours


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "rules repository"
    for name in ("carbon-handprint", "carbon-label"):
        shutil.copytree(ROOT / "features" / name, folder / "features" / name)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "first")
    git(folder, "branch", "base")
    return folder


def checked(repository: Path) -> subprocess.CompletedProcess[str]:
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "change")
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "BASE": "base"}
    return subprocess.run(  # noqa: S603 -- our own script
        ("bash", "-e", "-c", STEPS[-1]["run"]),  # noqa: S607
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.full
def test_a_problem_is_shown_at_its_line(repository: Path) -> None:
    file = repository / "features" / "carbon-label" / "card.en.feature"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines, "  Nonsense: 100 %"]), encoding="utf-8")
    ran = checked(repository)
    assert ran.returncode == 1, ran.stderr
    assert f"::error file=features/carbon-label/card.en.feature,line={len(lines) + 1},col=" in ran.stdout
    assert "carbon-handprint" not in ran.stdout


@pytest.mark.full
def test_drafts_without_a_problem_pass(repository: Path) -> None:
    assert checked(repository).returncode == 0
    file = repository / "features" / "carbon-handprint" / "card.en.feature"
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    ran = checked(repository)
    assert (ran.returncode, "::error" in ran.stdout) == (0, False), ran.stdout + ran.stderr
    assert ran.stdout.startswith("features/carbon-handprint\n")
