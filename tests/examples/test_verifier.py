"""Single-file bundle verifier without our packages: the same failed checks, malformed and oversized bundles."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from sysconfig import get_path

import pytest

from service.output.bundles import Bundle
from tests.examples.wrong_types import written, wrong_bundles
from tests.support.logged import Logged

ROOT = Path(__file__).resolve().parents[2]
VERIFIER = ROOT / "examples" / "verifier" / "verify_bundle.py"
NEEDED = ("cryptography", "cffi", "_cffi_backend", "pycparser")
"""Libraries that the verifier uses, with their dependencies."""
MOST_LINES = 387


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logged]:
    logged_store = Logged(tmp_path_factory.mktemp("logged"))
    yield logged_store
    logged_store.close()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the one library and nothing else."""
    folder = tmp_path_factory.mktemp("library")
    for entry in Path(get_path("platlib")).iterdir():
        if entry.name.split(".")[0] in NEEDED:
            (folder / entry.name).symlink_to(entry)
    return folder


def checked(bundle: bytes, trust: Path, library: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Run it in an empty folder, without our path and without site packages."""
    folder = tmp_path / "elsewhere"
    folder.mkdir(exist_ok=True)
    (folder / "bundle.json").write_bytes(bundle)
    (folder / "trust.json").write_bytes(trust.read_bytes())
    (folder / "verify_bundle.py").write_bytes(VERIFIER.read_bytes())
    begin = f"import sys, runpy; sys.path.insert(0, {str(library)!r}); sys.argv[1:] = ['bundle.json', 'trust.json']; "
    return subprocess.run(  # noqa: S603 -- the command is our own
        (sys.executable, "-I", "-S", "-c", f"{begin}runpy.run_path('verify_bundle.py', run_name='__main__')"),
        cwd=folder,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_bundle_is_verified_with_a_single_file(logged: Logged, library: Path, tmp_path: Path) -> None:
    row = logged.evaluate()
    whole, shown = logged.bundle(row), logged.bundle(row, shown=["facts/certified"])
    for bundle, passed in ((whole, 10), (shown, 9)):
        answer = checked(bundle.written(), logged.trust, library, tmp_path)
        assert answer.returncode == 0, answer.stdout + answer.stderr
        assert answer.stdout.count("passed") == passed
        assert ("9. tables      -       not checked: the bundle shows no tables" in answer.stdout) is (bundle is shown)
        assert "10. approvals   -       not checked: the trust file names no persons" in answer.stdout
        assert "Not checked here: that the record follows from the rules (examples/recomputation), and" in answer.stdout
        assert "These checks do not prove who entered the facts" in answer.stdout
    assert len(VERIFIER.read_text("utf-8").splitlines()) <= MOST_LINES


def test_the_verifier_fails_at_the_same_checks_as_the_service(logged: Logged, library: Path, tmp_path: Path) -> None:
    bundle, other = logged.bundle(logged.evaluate()), logged.bundle(logged.evaluate(serious_violations=None))
    forged = bundle.model_copy(update={"record": other.record, "record_key": other.record_key})
    assert "1. leaf        FAILED  the leaf belongs to another record" in failing(forged, logged, library, tmp_path)
    record = json.loads(bundle.record or "")
    record["steps"][-1][1]["grade"] = "gold+"
    changed = written(record)
    output = failing(bundle.model_copy(update={"record": changed}), logged, library, tmp_path)
    name = record["steps"][-1][0]
    assert f"1 of {len(record['steps'])} steps do not match their commitments, first ['{name}']" in output
    checkpoint = f"{bundle.checkpoint.partition(chr(10) * 2)[0]}\n\n"
    unsigned = bundle.model_copy(update={"signature": None, "checkpoint": checkpoint})
    logged.write_trust(needed=0)
    output = failing(unsigned, logged, library, tmp_path)
    assert "4. checkpoint  FAILED  the log example.org/log did not sign the checkpoint" in output
    assert "5. witnesses   -       not checked: no witness cosigned" in output
    assert "6. signature   FAILED  the bundle has no signature of the log" in output
    logged.write_trust()
    leaf = json.loads(bundle.evaluation.leaf)
    evaluation = bundle.evaluation.model_copy(update={"leaf": written({**leaf, "create_time": "2020-01-01T00:00:00Z"})})
    output = failing(bundle.model_copy(update={"evaluation": evaluation}), logged, library, tmp_path)
    assert "3. inclusion   FAILED" in output
    assert "6. signature   FAILED" in output
    assert "2. findings    FAILED" in failing(
        bundle.model_copy(update={"archive_findings": [{"id": "x", "severity": "major", "place": "y"}]}),
        logged,
        library,
        tmp_path,
    )
    try:
        logged.write_trust(needed=2)
        assert "5. witnesses   FAILED  1 trusted witnesses" in failing(bundle, logged, library, tmp_path)
    finally:
        logged.write_trust()


def failing(bundle: Bundle, logged: Logged, library: Path, tmp_path: Path) -> str:
    answer = checked(bundle.written(), logged.trust, library, tmp_path)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    return answer.stdout


def test_a_file_that_is_not_a_bundle_is_reported_without_a_traceback(
    logged: Logged, library: Path, tmp_path: Path
) -> None:
    for content in (b"[]", b"5", b"null", b'{"checkpoint":5,"form":"touchstone-bundle-1"}', b"[" * 100_000):
        answer = checked(content, logged.trust, library, tmp_path)
        assert (answer.returncode, answer.stderr) == (2, ""), content[:40]
        assert answer.stdout.startswith("cannot be read")


def test_an_oversized_file_is_refused_before_reading(logged: Logged, tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(105_000_000)
    answer = subprocess.run(  # noqa: S603 -- the command is our own
        (sys.executable, "-I", VERIFIER, tmp_path / "large.json", logged.trust),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stderr) == (2, "")
    assert "large.json is larger than the limit of 33,554,432 bytes" in answer.stdout


@pytest.mark.full
def test_a_bundle_with_a_value_of_another_type_is_never_valid(logged: Logged, tmp_path: Path) -> None:
    row = logged.evaluate()
    for shown in (None, ["facts/certified"]):
        assert list(wrong_bundles(logged.bundle(row, shown=shown), logged.trust, tmp_path, 150)) == []


def test_a_repeated_step_does_not_count_twice(logged: Logged, library: Path, tmp_path: Path) -> None:
    document = json.loads(logged.bundle(logged.evaluate(), shown=["facts/certified"]).written())
    document["shown"]["steps"] *= 2
    answer = checked(written(document).encode(), logged.trust, library, tmp_path)
    assert "7. steps       FAILED  a step is shown twice" in answer.stdout


def test_a_value_of_another_type_instead_of_a_list_is_refused(logged: Logged, library: Path, tmp_path: Path) -> None:
    document = json.loads(logged.bundle(logged.evaluate(), shown=[]).written())
    for change, code in (({"tables": 0}, 2), ({"shown": {**document["shown"], "steps": {}}}, 1)):
        assert checked(written({**document, **change}).encode(), logged.trust, library, tmp_path).returncode == code


def test_the_verifier_prints_its_usage_without_arguments() -> None:
    command = (sys.executable, "-I", VERIFIER)
    answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- the command is our own
    assert answer.returncode == 2
    assert "python verify_bundle.py BUNDLE TRUST" in answer.stderr


@pytest.mark.parametrize(
    ("count", "code", "expected_line"),
    [
        (float("inf"), 2, "cannot be read: Out of range float values"),
        (1e30, 1, "7. steps       FAILED  the position is outside the tree of the log"),
        (10**30, 1, "7. steps       FAILED  the inclusion proof is too short"),
    ],
)
def test_a_record_with_a_huge_step_count_is_rejected_without_long_computation(
    logged: Logged, library: Path, tmp_path: Path, count: float, code: int, expected_line: str
) -> None:
    bundle = logged.bundle(logged.evaluate(), shown=[])
    assert bundle.shown is not None
    head = json.dumps({**json.loads(bundle.shown.head), "step_count": count}, sort_keys=True, separators=(",", ":"))
    forged = bundle.model_copy(update={"shown": bundle.shown.model_copy(update={"head": head})})
    answer = checked(forged.written(), logged.trust, library, tmp_path)
    assert (answer.returncode, answer.stderr) == (code, "")
    assert expected_line in answer.stdout
