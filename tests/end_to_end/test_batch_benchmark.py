"""The benchmark of batches runs, and everything that it measures was evaluated."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.full
def test_a_small_run_measures() -> None:
    ran = subprocess.run(
        (sys.executable, "-m", "benchmarks.batch", "--subjects", "30", "--criteria", "4", "--forms", "xlsx"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    measured = re.findall(r"^(jsonl|csv|xlsx): .* (\d+) a second, .* at most \d+ MB after that$", ran.stdout, re.M)
    assert [form for form, _ in measured] == ["xlsx"]
    assert all(int(rate) > 0 for _, rate in measured)
