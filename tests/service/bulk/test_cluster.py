"""Screening on a Ray cluster: the same output as one process, despite killed workers and lost machines."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest

from rules.contracts.errors import InputError
from rules.engine.plan import make_plan
from rules.model.digest import canonical_order
from service.bulk.run_folder import software
from service.gazette.publication import write_version
from tests.service.bulk.subject_columns import random_columns
from tests.support.commands import touchstone
from tests.support.small_card import CARD, small_card
from tests.support.waiting import until

cluster_utils = pytest.importorskip("ray.cluster_utils", reason="Ray, an extra, is not installed")
FILES, ROWS = 12, 150
WORKING = "ray::touchstone_part"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Start two machines, as far as Ray sees, with a processor each."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("RAY_USAGE_STATS_ENABLED", "0")
        begun = _begun()
        try:
            yield begun
        finally:
            begun.shutdown()


def _begun() -> Any:
    """Start the first and the second."""
    begun = cluster_utils.Cluster(initialize_head=False)
    _joined(begun, include_dashboard=False)
    _joined(begun)
    return begun


def _joined(cluster: Any, tries: int = 6, **named: Any) -> Any:
    """Add a node; Ray stops waiting after 30 seconds, which is too short on a busy machine, so retry."""
    try:
        return cluster.add_node(num_cpus=1, **named)
    except Exception:
        if tries == 1:
            raise
        return _joined(cluster, tries - 1, **named)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write subjects with many undetermined results, which slow down the core, and screen them locally."""
    folder = tmp_path_factory.mktemp("shared")
    write_version(folder / "scorecards", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    (folder / "subjects").mkdir()
    plan, random = make_plan(canonical_order(small_card())), Random(5)
    for place in range(FILES):
        subjects = random_columns(plan, random, ROWS, unknown=0.3)
        named = pl.format("{}-{}", pl.lit(place), "subject")
        subjects.with_columns(subject=named).write_parquet(folder / "subjects" / f"{place:02}.parquet")
    result = touchstone(*screened(folder, "here"), "--processes", "1")
    assert result.exit_code == 0, result.output
    return folder


def screened(folder: Path, out: str) -> tuple[str, ...]:
    return (
        "batch", "screen", CARD, str(folder / "subjects"), "--as-of", "2026-03-01", "--known", "2026-03-01", "--set",
        "reading=cascade", "--out", str(folder / out), "--gazette", str(folder / "scorecards"),
    )  # fmt: skip


def manifest(folder: Path, out: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((folder / out / "manifest.json").read_text(encoding="utf-8"))
    return document


def noted(out: Path) -> int:
    """Count the parts that the journal of a run names."""
    journal = out / "journal.jsonl"
    return journal.read_bytes().count(b"\n") - 1 if journal.exists() else 0


def command(folder: Path, out: str, cluster: Any) -> subprocess.Popen[bytes]:
    arguments = (sys.executable, "-m", "service.cli.main", *screened(folder, out), "--ray", cluster.address)
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603


def at_work(cluster: Any) -> list[int]:
    """List the processes of this cluster that work on a part."""
    machines = {info.process.pid for node in cluster.list_all_nodes() for info in node.all_processes["raylet"]}
    pids = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            title = (process / "cmdline").read_bytes()
            parent = int((process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
        except OSError:
            continue  # it has ended
        if parent in machines and title.startswith(WORKING.encode()):
            pids.append(int(process.name))
    return pids


@pytest.mark.full
def test_a_cluster_writes_the_same_bytes_as_one_process(folder: Path, cluster: Any) -> None:
    result = touchstone(*screened(folder, "there"), "--ray", cluster.address)
    assert result.exit_code == 0, result.output
    here, there = manifest(folder, "here"), manifest(folder, "there")
    assert len(there["parts"]) == FILES
    assert there["byCore"] > 0
    assert here == there


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="finds the processes of the cluster in /proc")
def test_parts_of_a_process_that_is_killed_are_done_again(folder: Path, cluster: Any) -> None:
    run = command(folder, "killed", cluster)
    killed: set[int] = set()

    def kill() -> bool:
        for process in at_work(cluster):
            os.kill(process, signal.SIGKILL)
            killed.add(process)
        return len(killed) >= 2 or run.poll() is not None

    until(kill)
    output, refused = run.communicate(timeout=120)
    assert len(killed) >= 2, "the run ended before anything could be killed"
    assert run.returncode == 0, refused
    assert b"screened" in output
    assert manifest(folder, "killed") == manifest(folder, "here")
    assert not list((folder / "killed" / "parts").glob(".*"))


def _interrupted(folder: Path, out: str, cluster: Any) -> tuple[str, int, bytes]:
    """Interrupt a run after its first part and return its output folder, exit code and error output."""
    run = command(folder, out, cluster)
    until(lambda: noted(folder / out))
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=120)
    return out, run.returncode, errors


@pytest.mark.full
def test_an_interrupted_run_resumes_with_or_without_a_cluster(folder: Path, cluster: Any) -> None:
    # On a slow machine, a run may have written its manifest before it is interrupted.
    tried = (_interrupted(folder, f"stopped-{number}", cluster) for number in range(10))
    out, ended, errors = next(run for run in tried if not (folder / run[0] / "manifest.json").exists())
    assert ended == 130, errors
    assert b"--resume" in errors
    result = touchstone(*screened(folder, out), "--resume", "--format", "json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["resumed"] > 0
    assert manifest(folder, out) == manifest(folder, "here")


@pytest.mark.full
def test_a_run_survives_a_lost_machine_and_uses_an_added_machine(folder: Path, cluster: Any) -> None:
    more = _joined(cluster)
    run = command(folder, "lost", cluster)
    until(lambda: noted(folder / "lost"))
    cluster.remove_node(more, allow_graceful=False)
    _, errors = run.communicate(timeout=120)
    assert run.returncode == 0, errors
    assert manifest(folder, "lost") == manifest(folder, "here")


@pytest.mark.full
def test_invalid_cluster_options_are_refused(folder: Path, cluster: Any) -> None:
    both = touchstone(*screened(folder, "both"), "--ray", cluster.address, "--processes", "2")
    assert both.exit_code == 2
    assert "--processes" in both.stderr
    nowhere = touchstone(*screened(folder, "nowhere"), "--ray", "127.0.0.1:1")
    assert nowhere.exit_code == 3
    assert "--resume" in nowhere.stderr


def test_a_machine_with_other_software_or_without_the_files_is_reported(tmp_path: Path) -> None:
    cluster = pytest.importorskip("service.bulk.cluster")

    class Elsewhere:
        def begin(self) -> Any:
            return (tmp_path / "not-here").read_bytes()

    with pytest.raises(InputError) as refused:
        cluster.touchstone_part(Elsewhere(), "one", {"touchstone": "0.0.0"}, None)
    assert socket.gethostname() in str(refused.value)
    assert "touchstone 0.0.0" in str(refused.value)
    with pytest.raises(InputError, match="to a folder that all machines share"):
        cluster.touchstone_part(Elsewhere(), "two", software(), None)
