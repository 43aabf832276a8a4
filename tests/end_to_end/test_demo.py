"""The demonstration does what it shows: it scores over gRPC and verifies, online and offline."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.full
def test_the_demonstration_passes() -> None:
    before = set((ROOT / "var").iterdir()) if (ROOT / "var").exists() else set()
    shown = subprocess.run(
        (sys.executable, "-m", "service.demo"), cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "A server listens on 127.0.0.1:" in shown.stdout
    assert "Grade: three stars" in shown.stdout
    assert "stored as organizations/example/evaluations/" in shown.stdout
    assert shown.stdout.count("All checks passed") == 2
    assert set((ROOT / "var").iterdir()) == before
