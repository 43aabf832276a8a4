"""Stored expected changes: counted results, identity, announcement, closing, erasure, and one run at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from rules.trail import ErasureExtent
from service.store.expected_changes import (
    NO_LONGER_EXPECTED,
    RESULT_REPLACED,
    ChangeFilter,
    CountedResult,
    FoundChange,
    conclusion_word,
)
from service.store.store import Store
from service.store.tables import EVENTS, EvaluationRow, OutlookCheckRow
from tests.service.store.test_evaluation_eraser import order
from tests.support.logged import Logged
from tests.support.small_card import small_card

GOLD, SILVER = '{"kind":"KIND_GRADED","grade":"gold"}', '{"kind":"KIND_GRADED","grade":"silver"}'


@pytest.fixture
def logged(tmp_path: Path, new_url: Callable[[], str]) -> Iterator[Logged]:
    with closing(Logged(tmp_path, new_url())) as environment:
        environment.store.write_events(lambda: None)
        yield environment


def change(day: str = "2027-01-01", *, after: str = SILVER, cause: str = "evidence_expires") -> FoundChange:
    version = "scorecards/small-factory/versions/1.0.0"
    return FoundChange(version, version, "", day, GOLD, after, ((cause, "meter"),), ("I1",))


def counted(row: EvaluationRow, client: str = "") -> CountedResult:
    return CountedResult(row.name, row.subject, row.scorecard_version, client=client)


def record(logged: Logged, row: EvaluationRow, *changes: FoundChange, client: str = "") -> int:
    check = OutlookCheckRow(
        evaluation=row.name, organization="a", state="s", check_time="2026-04-01T00:00:00Z", next_date=""
    )
    return logged.store.expected_changes.record(counted(row, client), check, changes)


def open_days(logged: Logged, **filters: str) -> list[str]:
    listed = logged.store.expected_changes.list(ChangeFilter("a", **filters), after=(), limit=99)  # type: ignore[arg-type]
    return [row.change_date for row in listed]


def closed(logged: Logged) -> list[tuple[str, str]]:
    listed = logged.store.expected_changes.list(ChangeFilter("a", closed=True), after=(), limit=99)
    return [(row.change_date, row.close_reason) for row in listed]


def announced(logged: Logged) -> list[str]:
    with logged.store.transactions.reading() as connection:
        return list(
            connection.execute(select(EVENTS.c.subject).where(EVENTS.c.type.contains("change_expected"))).scalars()
        )


def test_a_change_is_stored_and_announced_once(logged: Logged) -> None:
    row = logged.evaluate()
    assert [record(logged, row, change(), change("2027-05-01")) for _ in range(3)] == [2, 0, 0]
    assert open_days(logged) == ["2027-01-01", "2027-05-01"]
    assert len(announced(logged)) == len(set(announced(logged))) == 2


def test_a_change_that_is_not_found_again_is_closed_and_may_return_without_an_event(logged: Logged) -> None:
    row = logged.evaluate()
    record(logged, row, change())
    record(logged, row)
    assert (open_days(logged), closed(logged)) == ([], [("2027-01-01", NO_LONGER_EXPECTED)])
    assert record(logged, row, change(cause="version_begins")) == 0
    assert (open_days(logged, cause="version_begins"), closed(logged)) == (["2027-01-01"], [])
    assert len(announced(logged)) == 1


def test_a_failed_search_keeps_the_known_changes(logged: Logged) -> None:
    row = logged.evaluate()
    record(logged, row, change())
    check = OutlookCheckRow(
        evaluation=row.name, organization="a", state="s", check_time="2026-04-01T00:00:00Z", next_date="", problem="no"
    )
    changes = logged.store.expected_changes
    assert changes.record(counted(row), check, None) == 0
    assert open_days(logged) == ["2027-01-01"]
    assert (changes.failures("a"), changes.figures().failed, changes.figures().changes) == (1, 1, 1)


def test_changes_of_results_that_no_longer_count_are_closed(logged: Logged) -> None:
    old = logged.evaluate()
    record(logged, old, change())
    new = logged.evaluate()
    changes = logged.store.expected_changes
    names = [result.evaluation for result in changes.counted("a")]
    assert names == [new.name]
    assert changes.close_others("a", names) == 1
    assert closed(logged) == [("2027-01-01", RESULT_REPLACED)]
    assert changes.checks("a") == {}


def test_clients_are_counted_and_filtered(logged: Logged) -> None:
    first, second = (logged.evaluate(subject=subject) for subject in ("one", "two"))
    client = "organizations/a/clients/works"
    record(logged, first, change(), change("2027-05-01"), client=client)
    record(logged, second, change("2026-12-01"))
    by_client = logged.store.expected_changes.by_client("a")
    assert [(each.client, each.changes, each.results, each.first_date) for each in by_client] == [
        ("", 1, 1, "2026-12-01"),
        (client, 2, 1, "2027-01-01"),
    ]
    assert open_days(logged, client=client, until="2027-01-01") == ["2027-01-01"]
    assert open_days(logged, scorecard="scorecards/other") == []
    assert logged.store.expected_changes.by_client("b") == []


@pytest.mark.parametrize("extent", [ErasureExtent.FACTS, ErasureExtent.EVALUATION])
def test_an_erasure_deletes_the_changes_and_prevents_later_ones(logged: Logged, extent: ErasureExtent) -> None:
    erased, other = (logged.evaluate(subject=subject) for subject in ("erased", "other"))
    for row in (erased, other):
        record(logged, row, change())
    logged.store.erasing.erase([erased.name], order(extent, "energy_used"), lambda _: small_card())
    listed = logged.store.expected_changes.list(ChangeFilter("a"), after=(), limit=9)
    assert [row.evaluation for row in listed] == [other.name]
    assert record(logged, erased, change()) == 0
    assert [result.evaluation for result in logged.store.expected_changes.counted("a")] == [other.name]


def test_one_server_at_a_time_runs_for_an_organization(logged: Logged) -> None:
    if logged.store.backend != "postgresql":
        pytest.skip("only PostgreSQL has several servers on one database")
    with closing(Store(logged.url)) as other, logged.store.expected_changes.running("a") as has_lock:
        assert has_lock
        with other.expected_changes.running("a") as same, other.expected_changes.running("b") as another:
            assert (same, another) == (False, True)


@pytest.mark.parametrize(
    ("conclusion", "word"),
    [
        (GOLD, "gold"),
        ('{"kind":"VERDICT","verdict":"VERDICT_PROHIBITED"}', "prohibited"),
        ('{"kind":"KIND_INCOMPLETE"}', "incomplete"),
        ("", "no_version_in_force"),
    ],
)
def test_a_conclusion_is_named_by_one_word(conclusion: str, word: str) -> None:
    assert conclusion_word(conclusion) == word
