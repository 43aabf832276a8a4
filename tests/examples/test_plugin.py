"""The example of a plug-in: installed as a distribution of its own, its command answers in both languages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "examples" / "plugin"
MOST_LINES = 60
RULES = ("instrument", "rules", "2025/2620")


def ran(*command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    places = os.pathsep.join(map(str, (ROOT, ROOT / "proto", *([folder] if folder else []))))
    return subprocess.run(  # noqa: S603 -- our own interpreter and words
        (sys.executable, "-m", *command),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": places},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--no-index")
    installed = ran("pip", "install", *options, "--target", str(folder), str(PLUGIN))
    assert installed.returncode == 0, installed.stderr
    return folder


def touchstone(site: Path | None, *arguments: str) -> subprocess.CompletedProcess[str]:
    return ran("service.cli.main", *arguments, folder=site)


def test_the_example_plugin_is_short() -> None:
    assert sum(len(path.read_text("utf-8").splitlines()) for path in PLUGIN.rglob("*.py")) <= MOST_LINES


@pytest.mark.full
def test_the_plugin_command_exists_only_where_the_plugin_is_installed(site: Path) -> None:
    assert touchstone(None, *RULES).returncode == 2
    assert "Laws and standards that rules rest on." in touchstone(site, "--help").stdout
    assert "规则所依据的法规和标准。" in touchstone(site, "--help", "--language", "zh").stdout


@pytest.mark.full
def test_the_plugin_lists_the_rules_based_on_an_instrument(site: Path) -> None:
    for language, certainty, heading in (("en", "secondary", "version"), ("zh", "转引", "版本")):
        answer = touchstone(site, *RULES, "--language", language)
        assert answer.returncode == 0, answer.stderr
        head, *rows = answer.stdout.splitlines()
        assert head.startswith(heading)
        (goods,) = (row for row in rows if row.startswith("cbam-goods@"))
        assert "IR (EU) 2025/2620" in goods
        assert certainty in goods
    (row,) = json.loads(touchstone(site, *RULES, "--format", "json").stdout)
    assert row["certainty"] == "secondary"
    assert "allocated" in row["rules"].split(", ")


@pytest.mark.full
def test_an_instrument_without_rules_exits_with_status_1(site: Path) -> None:
    assert touchstone(site, "instrument", "rules", "no such law").returncode == 1


@pytest.mark.full
@pytest.mark.parametrize(("language", "allowed"), [("en", "or a part of it"), ("zh", "或其一部分")])
def test_an_empty_name_is_a_usage_error_that_states_the_allowed_values(site: Path, language: str, allowed: str) -> None:
    for empty in ("", "  "):
        answer = touchstone(site, "instrument", "rules", empty, "--language", language)
        assert (answer.returncode, answer.stdout) == (2, "")
        assert allowed in answer.stderr
