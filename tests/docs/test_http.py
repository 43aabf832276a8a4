"""HTTP documentation: its curl examples, run against a server, and the same in both languages."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.outside import program
from tests.support.running import ROOT, RunningServer

PAGES = ("http.md", "http.zh.md")
ADDRESS = "http://127.0.0.1:8080"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("server")
    with RunningServer(folder, ROOT / "scorecards", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as running:
        yield running


def calls(page: str) -> list[str]:
    """List the blocks of a page that call the server."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [block for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL) if ADDRESS in block]


@pytest.mark.full
def test_each_call_of_the_page_is_answered(server: RunningServer, tmp_path: Path) -> None:
    program("curl", "the calls of the page are not made")
    evaluated, listed, streamed, refused = (
        subprocess.run(  # noqa: S603 -- the commands are our own
            ("/bin/bash", "-euc", block.replace(ADDRESS, server.http)),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        ).stdout
        for block in calls("http.md")
    )
    assert json.loads(evaluated)["record"]["conclusion"]["kind"] == "KIND_GATE_FAILED"
    name = json.loads(evaluated)["name"]
    stored, versions = (json.loads(line) for line in listed.splitlines())
    assert [one["name"] for one in stored["evaluations"]] == [name]
    assert len(versions["scorecardVersions"]) == 1
    assert ["evaluation" in json.loads(line) for line in streamed.splitlines()] == [True, True]
    assert "EvaluateSubjectRequest 没有此字段" in refused


def test_both_languages_show_the_same_calls() -> None:
    first, second = (calls(page) for page in PAGES)
    assert first == second
