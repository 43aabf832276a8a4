"""Test files distributed among processes: each test runs once, and each failure is reported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

pytestmark = pytest.mark.full
ROOT = Path(__file__).resolve().parents[2]
CONFTEST = """
    from pathlib import Path
    import pytest
    from tests.support.shards import Shards

    def pytest_configure(config):
        config.pluginmanager.register(Shards(2))

    @pytest.fixture(scope="session")
    def prepared(tmp_path_factory):
        with Path("prepared").open("a") as file:
            file.write("x")
"""
PREPARING = """
    import pytest

    @pytest.fixture(scope="session")
    def of_folder(prepared):
        return 1
"""
OF_FOLDER = "def test_of_folder(of_folder, prepared): assert of_folder"
GOOD = """
    import pytest

    @pytest.mark.parametrize("number", range(5))
    def test_good(number, prepared):
        print("nobody sees this")
"""


def shared_out(folder: Path, *options: str, **files: str) -> subprocess.CompletedProcess[str]:
    """Run files of tests in two processes."""
    for name, text in {"conftest": CONFTEST, **files}.items():
        (folder / f"{name}.py").write_text(dedent(text), encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'proto'}", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_each_test_runs_once_with_one_preparation_per_process(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    # Every process needs the fixtures of the folder, even if it ran another file first.
    (folder / "conftest.py").write_text(dedent(PREPARING), encoding="utf-8")
    files = {"folder/test_one": OF_FOLDER, "folder/test_two": OF_FOLDER, "folder/test_three": OF_FOLDER}
    run = shared_out(tmp_path, "folder", ".", **files, **{f"test_{number}": GOOD for number in range(9)})
    assert run.returncode == 0, run.stdout + run.stderr
    assert " 48 passed" in run.stdout
    assert "nobody sees this" not in run.stdout
    assert len((tmp_path / "prepared").read_text("utf-8")) <= 2


WRONG = {
    "def test_wrong(): assert 1 == 2": "assert 1 == 2",
    "import nothing_such": "No module named 'nothing_such'",
    "def test_wrong(nothing_such): pass": "fixture 'nothing_such' not found",
    "import os\ndef test_killed(): os.kill(os.getpid(), 9)": "test_3.py::test_killed",
    "import pytest\n@pytest.fixture\ndef left():\n    yield\n    raise OSError('not closed')\n"
    "def test_wrong(left): pass": "not closed",
}


def test_each_failure_is_reported_and_the_other_tests_run(tmp_path: Path) -> None:
    files = {f"test_{number}": text for number, text in enumerate(WRONG)} | {f"test_good_{n}": GOOD for n in range(3)}
    run = shared_out(tmp_path, **files)
    assert run.returncode == 1, run.stdout + run.stderr
    assert [told for told in WRONG.values() if told not in run.stdout] == []
    assert "2 failed, 16 passed, 3 errors" in run.stdout


def test_tests_are_chosen_and_not_files(tmp_path: Path) -> None:
    options = ("-p", "_hypothesis_pytestplugin", "-k", "good and 3")  # which looks at each that is deselected
    run = shared_out(tmp_path, *options, **{f"test_{name}": GOOD for name in "abc"})
    assert run.returncode == 0, run.stdout + run.stderr
    assert "3 passed, 12 deselected" in run.stdout


def test_the_first_failure_with_fail_fast_stops_running_tests_and_starts_no_others(tmp_path: Path) -> None:
    slow = """
        import atexit, time
        from pathlib import Path

        def test_slow():
            atexit.register(Path("ended").touch)
            Path("begun").touch()
            time.sleep(60)
    """
    wrong = """
        import time
        from pathlib import Path

        def test_wrong():
            while not Path("begun").exists():
                time.sleep(0.01)
            assert 1 == 2
    """
    later = {f"test_{number}": GOOD for number in range(2, 9)}
    run = shared_out(tmp_path, "-x", test_0=slow, test_1=wrong, **later)
    assert run.returncode != 0
    assert "stopping after 1 failures" in run.stdout
    assert (tmp_path / "ended").exists()
