"""Two tiers of tests: marked tests, and most instances of sampled tests, run with `--full` only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = """
    import pytest
    from tests.support.tiers import all_or_few, tries

    def test_unmarked():
        assert (tries(100), tries(2), all_or_few("all", "few")) in [(20, 1, "few"), (100, 2, "all")]

    @pytest.mark.full
    def test_marked(): pass

    @pytest.mark.full(sample=5)
    @pytest.mark.parametrize("number", range(11))
    def test_sampled(number):
        assert number in (3, 8)  # the name of the test selects 3
"""


@pytest.mark.full
@pytest.mark.parametrize(
    ("options", "result"), [((), "3 passed, 10 deselected"), (("--full",), "9 failed, 4 passed")], ids=["quick", "full"]
)
def test_marked_tests_and_most_sampled_instances_need_the_option(
    tmp_path: Path, options: tuple[str, ...], result: str
) -> None:
    (tmp_path / "test_tried.py").write_text(dedent(TESTS), encoding="utf-8")
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    run = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:schemathesis", *options],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'proto'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result in run.stdout, run.stdout + run.stderr
