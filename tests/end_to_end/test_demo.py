"""Demonstration program: scoring over gRPC, and verification online and offline, as the README describes."""

import subprocess
import sys

import pytest

from tests.docs.test_readme import README, ROOT, blocks


@pytest.mark.full
def test_the_demonstration_passes() -> None:
    before = set((ROOT / "var").iterdir()) if (ROOT / "var").exists() else set()
    shown = subprocess.run(
        (sys.executable, "-m", "service.reference.demo"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "A server listens on 127.0.0.1:" in shown.stdout
    assert "Grade: three stars" in shown.stdout
    assert "stored as organizations/example/evaluations/" in shown.stdout
    assert shown.stdout.count("All checks passed") == 2
    assert set((ROOT / "var").iterdir()) == before
    (here,) = blocks("text", README)
    assert blocks("text", (ROOT / "README.zh.md").read_text(encoding="utf-8")) == [here]
    places = [shown.stdout.find(line) for line in here.splitlines()]
    assert -1 not in places, shown.stdout
    assert places == sorted(places)
