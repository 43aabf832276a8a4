"""Result status over campaigns: the last decision of each, the gravest of all."""

from itertools import count
from random import Random

from hypothesis import given, strategies as st
from sqlalchemy import text

from service.store.result_states import ResultDecision, ResultState, status_of
from service.store.store import Store
from tests.support.decided import decide
from tests.support.ranked import evaluation

DISPOSITIONS = ("stands", "to_be_asked", "changed", "withdrawn")


def decision(campaign: str, number: int, disposition: str, time: str = "") -> ResultDecision:
    return ResultDecision(campaign, number, disposition, "why", time or f"2026-01-{number:02}T00:00:00Z")


def test_a_result_without_decisions_has_no_status() -> None:
    assert status_of(()) is None


def test_a_later_decision_of_the_same_campaign_replaces_an_earlier_decision() -> None:
    decided = (decision("a", 2, "stands"), decision("a", 1, "withdrawn"))
    status = status_of(decided)
    assert status is not None
    assert (status.state, status.stands, status.time) == (ResultState.STANDS, True, "2026-01-02T00:00:00Z")
    before = status_of(decided, "2026-01-01T12:00:00Z")
    assert before is not None
    assert not before.stands


def test_another_campaign_does_not_restore_a_withdrawn_result() -> None:
    status = status_of((decision("a", 1, "withdrawn"), decision("b", 2, "stands"), decision("c", 3, "changed")))
    assert status is not None
    assert (status.state, status.campaign) == (ResultState.WITHDRAWN, "a")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(DISPOSITIONS)), max_size=8), st.randoms())
def test_the_order_in_which_decisions_are_read_does_not_matter(
    dispositions: list[tuple[str, str]], chance: Random
) -> None:
    decided = [decision(campaign, number, what) for number, (campaign, what) in enumerate(dispositions, start=1)]
    expected = status_of(decided)
    chance.shuffle(decided)
    assert status_of(decided) == expected
    last = dict(dispositions)
    gravest = max((DISPOSITIONS.index(what) for what in last.values()), default=None)
    assert (expected.state - 1 if expected else None) == gravest


def test_the_reporting_view_has_the_same_status_as_the_store(store: Store) -> None:
    numbers, expected = count(1), {}
    for disposition in ("", *DISPOSITIONS):
        for other in ("", *DISPOSITIONS):
            row = store.append(evaluation(number := next(numbers), f"s{number}", "90")).result(timeout=60)
            decided = [(name, what) for name, what in (("one", disposition), ("other", other)) if what]
            expected[row.name] = max((DISPOSITIONS.index(what) for _, what in decided), default=0)
            for name, what in decided:
                decide(store, f"organizations/a/campaigns/{name}{number}", row.name, what)
    names = ("stands", "in_question", "corrected", "withdrawn")
    with store._engine.connect() as connection:
        rows = connection.execute(text("SELECT evaluation, status FROM bi_evaluations")).all()
        shown = {row.evaluation: row.status for row in rows}
    assert shown == {name: names[gravity] for name, gravity in expected.items()}
    statuses = store.statuses(tuple(expected))
    assert {name: one.state - 1 for name, one in statuses.items()} == {
        name: gravity for name, gravity in expected.items() if name in statuses
    }
    assert {name for name, gravity in expected.items() if gravity} <= statuses.keys()
