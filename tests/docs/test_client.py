"""Client documentation pages: their programs run and print the documented output."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.running import ROOT, RunningServer

ADDRESS = "127.0.0.1:50051"
PROGRAM = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), ROOT / "scorecards") as running:
        yield running


@pytest.mark.full
@pytest.mark.parametrize("page", ["client.md", "client.zh.md"])
def test_each_program_of_the_page_prints_the_output_shown_below_it(
    server: RunningServer, tmp_path: Path, page: str
) -> None:
    programs = PROGRAM.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    assert len(programs) == 2
    for program, says in programs:
        assert ADDRESS in program
        ran = subprocess.run(  # noqa: S603 -- the programs are our own
            (sys.executable, "-c", program.replace(ADDRESS, server.address)),
            cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert (ran.stdout, ran.stderr) == (says, "")
