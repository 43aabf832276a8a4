"""Attempts of a pull: unexpected errors, files that always fail, and requests during an attempt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from service.base import instants
from service.pull import runner
from service.pull.applying import Applied
from service.pull.fetching import Fetched
from service.pull.pull_settings import PullSource
from service.pull.runner import Attempt
from service.pull.schedule import Schedule
from service.store.pulls import REFUSED, TAKEN
from service.store.store import Store
from service.store.tables import PullStateRow

SOURCE = PullSource("meter", "https://a.example/a.csv", "example", Schedule(86_400), batch="small", subject="one")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    yield opened
    opened.close()


def attempt(store: Store, applied: Callable[[], Applied]) -> str:
    class Applier:
        async def mapping_revision(self, *_: object) -> int:
            return 0

        async def apply(self, *_: object) -> Applied:
            return applied()

    async def in_thread(work: Callable[..., Any], *args: object, **named: object) -> Any:
        return work(*args, **named)

    own: Any = SimpleNamespace(store=store.pulls, in_thread=in_thread, applier=Applier())
    return asyncio.run(Attempt(SOURCE, own).run())


def serve(monkeypatch: pytest.MonkeyPatch, fetched: Callable[[], Fetched]) -> None:
    async def fetch(*_: object) -> Fetched:
        return fetched()

    monkeypatch.setattr(runner, "fetch", fetch)


def state(store: Store) -> PullStateRow:
    found = store.pulls.state(SOURCE.resource)
    assert found is not None
    return found


def fail() -> Any:
    raise ZeroDivisionError


def test_an_unexpected_error_of_a_source_is_shown_and_tried_again_later(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(monkeypatch, fail)
    assert attempt(store, Applied) == runner.FAILED
    assert "ZeroDivisionError" in state(store).problem
    assert state(store).next_time > instants.now()


def test_a_file_that_always_fails_does_not_block_its_correction(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, lambda: Fetched(b"poison", ""))
    outcomes = [attempt(store, fail) for _ in range(11)]
    assert outcomes == [runner.FAILED] * 10 + [REFUSED]
    serve(monkeypatch, lambda: Fetched(b"corrected", ""))
    assert attempt(store, Applied) == TAKEN
    assert [run.state for run in store.pulls.runs(SOURCE.resource, before=0, limit=9)] == [TAKEN, REFUSED]


def test_a_request_during_an_attempt_starts_another(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, lambda: Fetched(b"1", ""))
    requested = "2026-03-01T00:00:00Z"

    def request() -> Applied:
        row = PullStateRow(name=SOURCE.resource, organization="example", selection=SOURCE.selection)
        store.pulls.request(row.model_copy(update={"next_time": requested}))
        return Applied(evaluations=1)

    assert attempt(store, request) == TAKEN
    assert state(store).next_time == requested
    assert attempt(store, Applied) == runner.UNCHANGED
    assert state(store).next_time > instants.now()
