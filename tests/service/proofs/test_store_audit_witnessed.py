"""Store audit against a witness's checkpoint: deleted cosignatures and backdated log entries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from service.proofs.store_audit import audit
from service.store.reporting_views import open_archive
from service.transparency.checkpoints import SignedNote
from service.transparency.log_trust import read_log_trust
from tests.support.commands import touchstone
from tests.support.logged import WITNESS, Logged, alter


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Logged]:
    logged_store = Logged(tmp_path)
    logged_store.evaluate()
    yield logged_store
    logged_store.close()


def faults(logged: Logged, outside: SignedNote | None = None) -> dict[str, str]:
    with open_archive(logged.url) as archive:
        report = audit(archive.connection, logged.gazette, outside=outside, trust=read_log_trust(logged.trust))
    return {one.place: one.problem for one in report.faults}


@pytest.mark.full
def test_a_deleted_cosignature_is_detected_with_the_checkpoint_of_the_witness(logged: Logged, tmp_path: Path) -> None:
    kept = logged.cosigned()
    assert faults(logged, kept) == {}
    with closing(sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)) as connection:
        alter(connection, "DELETE FROM log_cosignature")
    assert faults(logged) == {}
    place = f"log_cosignature/{kept.checkpoint.size}/{WITNESS}"
    assert "it was deleted, or never came" in faults(logged, kept)[place]
    file = tmp_path / "kept.checkpoint"
    file.write_text(kept.text, encoding="utf-8")
    options = ("--database-url", logged.url, "--gazette", tmp_path / "gazette", "--trust", logged.trust)
    result = touchstone("data", "audit", *map(str, options), "--checkpoint", str(file), "--language", "zh")
    assert (result.exit_code, "其共签不在此处" in result.stdout) == (1, True)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("time", ["2025-11-01T00:00:00Z", "2025-11-24T14:00:00Z"])
def test_a_leaf_backdated_before_a_witnessed_checkpoint_is_detected(logged: Logged, time: str) -> None:
    kept = logged.cosigned()
    late = logged.evaluate(time=time)
    logged.store.integrate_log()
    (problem,) = faults(logged).values()
    assert f"{late.name} bears the time {time}, and a witness saw the log without it at 2025-11-24T16:00:00Z" in problem
    with closing(sqlite3.connect(logged.folder / "store.sqlite3", isolation_level=None)) as connection:
        alter(connection, "DELETE FROM log_cosignature")
    assert len(faults(logged, kept)) == len(("the leaf", "the cosignature"))


def test_an_evaluation_in_progress_during_the_witness_check_is_no_fault(logged: Logged) -> None:
    logged.cosigned()
    logged.evaluate(time="2025-11-24T15:30:00Z")
    logged.store.integrate_log()
    assert faults(logged) == {}
