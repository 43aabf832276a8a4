"""Supported Python versions: equal in every file that lists them, and the message for an unusable inference library."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_supported_pythons_are_the_same_everywhere() -> None:
    lowest, beyond = re.findall(r"3\.(\d+)", tomllib.loads(text("pyproject.toml"))["project"]["requires-python"])
    ranges = set(re.findall(r"\(3, (\d+)\) <= sys\.version_info\[:2\] < \(3, (\d+)\)", text("Makefile")))
    assert ranges == {(lowest, beyond)}
    latest = int(beyond) - 1
    for path in ("README.md", "CONTRIBUTING.md", "docs/adr/0009-building-the-inference-library.md"):
        assert f"3.{lowest} to 3.{latest}" in text(path), path
    tried = re.search(r"for version in ([\d. ]+); do", text(".ci/run"))
    assert tried is not None
    assert tried[1].split() == [f"3.{minor}" for minor in range(int(lowest), latest + 1)]


@pytest.mark.parametrize(
    ("built", "chosen"),
    [(("without", "with", "with"), 1), (("without", "", "without"), 0), (("", "with"), 1), (("",), None)],
)
def test_the_first_optimised_python_of_the_suitable_versions_is_selected(
    tmp_path: Path, built: tuple[str, ...], chosen: int | None
) -> None:
    pythons = [tmp_path / f"python{number}" for number in range(len(built))]
    for path, how in zip(pythons, built, strict=True):
        path.write_text(f"#!/bin/sh\necho {how} optimisations\n" if how else "#!/bin/sh\nexit 1\n", encoding="utf-8")
        path.chmod(0o700)
    choose = ("make", "--silent", "python", f"PYTHONS={' '.join(map(str, pythons))}")
    done = subprocess.run(choose, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 -- our own
    assert done.stdout.strip() == ("" if chosen is None else str(pythons[chosen]))
    assert (done.returncode == 0) == (chosen is not None)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("failure", "expected_message"),
    [
        ("engine.so: undefined symbol: PyEval_CallObject", "pip install --upgrade --find-links FOLDER durable-rules"),
        ("engine.so: no such file", "cannot be imported: engine.so: no such file"),
    ],
)
def test_a_library_that_cannot_be_imported_is_reported_with_a_remedy(
    tmp_path: Path, failure: str, expected_message: str
) -> None:
    (tmp_path / "durable_rules_engine.py").write_text(f"raise ImportError({failure!r})\n", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT), str(ROOT / "proto"), *sys.path])
    run = subprocess.run(
        [sys.executable, "-c", "import rules.engine.rete"],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert expected_message in run.stderr.splitlines()[-1]
