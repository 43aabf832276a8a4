"""Available processor cores: limits of the system and of Linux control groups."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from service.configuration import available_cores


@pytest.fixture
def groups(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Simulated machine with 64 cores; its control groups are read from a temporary folder."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    monkeypatch.setattr(available_cores, "_CGROUP_ROOT", tmp_path)
    monkeypatch.setattr(available_cores, "_CGROUP_FILE", tmp_path / "own")
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{text}\n", encoding="ascii")


def test_all_cores_of_the_system_are_available_without_a_limit(groups: Path) -> None:
    assert available_cores.cores() == 64


@pytest.mark.parametrize(
    ("quota", "cores"),
    [
        ("200000 100000", 2),
        ("250000 100000", 3),
        ("10000 100000", 1),
        ("max 100000", 64),
        ("9900000 100000", 64),
        ("100000", 64),
    ],
)
def test_a_processor_quota_limits_the_cores_of_a_container(groups: Path, quota: str, cores: int) -> None:
    put(groups / "cpu.max", quota)
    assert available_cores.cores() == cores


def test_the_narrowest_of_the_groups_that_a_process_is_in_counts(groups: Path) -> None:
    put(groups / "own", "1:cpu:/else\n0::/system.slice/touchstone.service")
    put(groups / "system.slice" / "cpu.max", "800000 100000")
    put(groups / "system.slice" / "touchstone.service" / "cpu.max", "max 100000")
    assert available_cores.cores() == 8
    put(groups / "system.slice" / "touchstone.service" / "cpu.max", "300000 100000")
    assert available_cores.cores() == 3


@pytest.mark.parametrize(("quota", "cores"), [("400000", 4), ("-1", 64)])
def test_control_groups_of_the_first_version_are_heeded(groups: Path, quota: str, cores: int) -> None:
    put(groups / "cpu" / "cpu.cfs_quota_us", quota)
    put(groups / "cpu" / "cpu.cfs_period_us", "100000")
    assert available_cores.cores() == cores


@pytest.mark.parametrize(
    "module",
    [
        "service.configuration.settings",
        "service.bulk.run_folder",
        "service.schemes.cbam.border_comparison",
        "service.schemes.claims.check_command",
    ],
)
def test_modules_with_parallel_work_respect_the_core_limit(groups: Path, module: str) -> None:
    put(groups / "cpu.max", "500000 100000")
    assert pytest.importorskip(module).cores() == 5  # products may be taken out
