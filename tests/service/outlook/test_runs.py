"""Runs of the outlook: unfinished runs, their figures, and organisations with errors."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from service.base.refusals import Reason, Refusal
from service.gazette.table_order import TableStores
from service.outlook import runs
from service.outlook.runs import OutlookRuns, ScheduledRuns
from tests.support.logged import Logged
from touchstone.internal.v1 import work_pb2


class Worker:
    """Worker that finds no change; it records the searched evaluations, and fails where `fails` returns an error."""

    def __init__(self, fails: Callable[[int], Exception | None] = lambda _: None) -> None:
        self.searched: list[str] = []
        self._fails = fails

    async def work(self, job: work_pb2.FindResultChanges, *_: object) -> work_pb2.FoundChanges:
        self.searched.append(job.stored.name)
        if error := self._fails(len(self.searched)):
            raise error
        return work_pb2.FoundChanges()

    async def close(self) -> None:
        pass


class Threads:
    """Limiter that runs work at once."""

    async def in_thread(self, work: Callable[..., Any], *args: object) -> Any:
        return work(*args)


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Logged]:
    with closing(Logged(tmp_path)) as environment:
        yield environment


def runs_of(logged: Logged) -> OutlookRuns:
    threads: Any = Threads()
    return OutlookRuns(logged.store, logged.gazette, TableStores(logged.gazette), threads, 400)


def part(own: OutlookRuns, worker: Any, limit: int, organization: str = "a") -> None:
    asyncio.run(own.part(organization, worker, limit))


def test_an_old_unfinished_run_reads_the_due_results_again(logged: Logged, monkeypatch: pytest.MonkeyPatch) -> None:
    for subject in ("one", "two"):
        logged.evaluate(subject=subject)
    own, worker = runs_of(logged), Worker()
    part(own, worker, 1)
    replaced = [logged.evaluate(subject=subject).name for subject in ("one", "two")]
    monkeypatch.setattr(runs, "_MAX_AGENDA_AGE", timedelta(seconds=-5), raising=False)
    part(own, worker, 9)
    assert sorted(worker.searched[1:]) == sorted(replaced)


def test_results_before_a_temporary_failure_are_counted(logged: Logged) -> None:
    for subject in ("one", "two"):
        logged.evaluate(subject=subject)
    worker = Worker(lambda count: Refusal(Reason.STORE_LOCKED, "busy") if count == 2 else None)
    own = runs_of(logged)
    with pytest.raises(Refusal):
        part(own, worker, 9)
    part(own, worker, 9)
    run = logged.store.expected_changes.run("a")
    assert run is not None
    assert (run.checked, bool(run.end_time)) == (2, True)


def test_an_organisation_with_an_error_does_not_stop_the_others(
    logged: Logged, monkeypatch: pytest.MonkeyPatch
) -> None:
    for organization in ("a", "b"):
        logged.evaluate(organization=organization)
    worker, changes = Worker(), logged.store.expected_changes
    counted = changes.counted

    def fail(organization: str) -> Any:
        if organization == "a":
            raise ValueError(organization)
        return counted(organization)

    monkeypatch.setattr(changes, "counted", fail)
    monkeypatch.setattr(runs, "WorkerPool", lambda _: worker)
    scheduled = ScheduledRuns(runs_of(logged), logged.folder, timedelta(0), asyncio.Event())
    asyncio.run(scheduled._round())
    assert [name.split("/")[1] for name in worker.searched] == ["b"]
