"""Stored shadow results: counts, pages, retention, and erasure with their evaluations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rules.trail import ErasureExtent
from service.store.store import Store
from service.store.tables import ShadowResultRow
from tests.service.store.test_evaluation_eraser import order
from tests.support.logged import Logged
from tests.support.small_card import small_card

CANDIDATE = "scorecards/a/versions/2.0.0"


def row(number: int, **changes: str) -> ShadowResultRow:
    fields = {
        "name": f"organizations/o/shadowResults/{number:064x}",
        "organization": "o",
        "evaluation": "",
        "subject": "organizations/o/subjects/s",
        "sample_digest": f"{number:064x}",
        "scorecard_version": "scorecards/a/versions/1.0.0",
        "candidate": CANDIDATE,
        "candidate_digest": "d",
        "as_of_date": "2026-01-01",
        "create_time": f"2026-01-{number + 1:02}T00:00:00Z",
        "outcome": "same",
    }
    return ShadowResultRow(**(fields | changes))


def test_results_are_counted_by_version_outcome_and_changed_parts(store: Store) -> None:
    results = store.shadow_results
    assert [results.add(row(number)) for number in range(2)] == [True, True]
    results.add(row(2, outcome="different", parts="grade score"))
    results.add(row(3, organization="p"))
    results.add(row(4, candidate="scorecards/a/versions/3.0.0"))
    counts = results.counts("o", CANDIDATE)
    assert [(count.outcome, count.parts, count.count) for count in counts] == [
        ("different", ("grade", "score"), 1),
        ("same", (), 2),
    ]
    assert (counts[1].first_time, counts[1].last_time) == ("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")
    assert sum(count.count for count in results.counts("o")) == 4


def test_a_comparison_is_stored_once(store: Store) -> None:
    assert store.shadow_results.add(row(0))
    assert not store.shadow_results.add(row(0, outcome="failed"))
    assert [count.outcome for count in store.shadow_results.counts("o")] == ["same"]


def test_the_newest_results_come_first_and_pages_continue(store: Store) -> None:
    results = store.shadow_results
    for number in range(3):
        results.add(row(number, create_time="2026-01-01T00:00:00Z"))
    results.add(row(3, outcome="failed"))

    def numbers(after: tuple[str, ...], limit: int, outcome: str = "") -> list[int]:
        page = results.list("o", candidate="", outcome=outcome, after=after, limit=limit)
        return [int(found.name[-4:], 16) for found in page]

    assert numbers((), 2) == [3, 2]
    assert numbers(("2026-01-01T00:00:00Z", row(2).name), 9) == [1, 0]
    assert numbers((), 9, "failed") == [3]


def test_old_results_are_removed(store: Store) -> None:
    for number in range(3):
        store.shadow_results.add(row(number))
    assert store.shadow_results.remove_before("2026-01-03T00:00:00Z") == 2
    assert [count.count for count in store.shadow_results.counts("o")] == [1]


def test_a_comparison_of_an_erased_evaluation_is_not_stored(store: Store) -> None:
    assert not store.shadow_results.add(row(0, evaluation="organizations/o/evaluations/gone"))


@pytest.mark.parametrize("extent", [ErasureExtent.FACTS, ErasureExtent.EVALUATION])
def test_an_erasure_deletes_the_comparisons_of_its_evaluation_and_prevents_later_ones(
    tmp_path: Path, new_url: Callable[[], str], extent: ErasureExtent
) -> None:
    logged = Logged(tmp_path, new_url())
    try:
        erased, other = (logged.evaluate(subject=subject).name for subject in ("erased", "other"))
        results = logged.store.shadow_results
        assert [results.add(row(number, evaluation=name)) for number, name in enumerate((erased, other))] == [
            True,
            True,
        ]
        logged.store.erasing.erase([erased], order(extent, "energy_used"), lambda _: small_card())
        listed = results.list("o", candidate="", outcome="", after=(), limit=9)
        assert [found.evaluation for found in listed] == [other]
        assert not results.add(row(2, evaluation=erased))
    finally:
        logged.close()
