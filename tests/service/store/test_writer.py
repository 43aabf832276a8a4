"""Group commits: the writer waits for evaluations in work, but for no longer than its time limit."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from service.store import writer
from tests.service.store.test_store import answers, row

if TYPE_CHECKING:
    from service.store.store import Store

_NEVER = 60.0


@pytest.fixture
def sizes(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of rows in each commit."""
    sizes: list[int] = []
    commit = writer.EvaluationWriter._commit

    def counted(self: writer.EvaluationWriter, group: list[writer._PendingRow]) -> None:
        sizes.append(len(group))
        commit(self, group)

    monkeypatch.setattr(writer.EvaluationWriter, "_commit", counted)
    return sizes


def test_a_commit_waits_for_a_quarter_of_the_evaluations_in_work(
    store: Store, sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_GATHER_SECONDS", _NEVER)
    first = store.append(row(1), following=4)
    time.sleep(0.2)
    assert not first.done()
    assert answers([first, store.append(row(2))]) == ["1", "2"]
    assert sizes == [2]


def test_a_commit_does_not_wait_while_few_evaluations_are_in_work(
    store: Store, sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_GATHER_SECONDS", _NEVER)
    assert answers([store.append(row(1), following=3)]) == ["1"]
    assert sizes == [1]


def test_a_commit_does_not_wait_longer_than_its_limit(store: Store, sizes: list[int]) -> None:
    assert answers([store.append(row(1), following=1_000)]) == ["1"]
    assert sizes == [1]


def test_other_work_and_the_end_of_the_store_end_the_wait(
    store: Store, sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_GATHER_SECONDS", _NEVER)
    first = store.append(row(1), following=1_000)
    store.rebuild_outcomes()
    second = store.append(row(2), following=1_000)
    store.close()
    assert answers([first, second]) == ["1", "2"]
    assert sizes == [1, 1]
