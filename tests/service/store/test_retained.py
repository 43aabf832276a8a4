"""Retention deadlines of evaluations: due by age or successor, legal holds and calendar years."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from rules.trail.erasure import ErasureExtent
from service.erasure.erasures import years_before
from service.store.evaluation_eraser import RetentionStart
from service.transparency.leaves import LegalHold
from tests.service.store.test_evaluation_eraser import WHO, order
from tests.support.logged import Logged


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory, new_url: Callable[[], str]) -> Iterator[Logged]:
    environment = Logged(tmp_path_factory.mktemp("retained"), new_url())
    yield environment
    environment.close()


@pytest.mark.full(sample=5)
def test_an_older_evaluation_is_due_for_erasure_until_erased(logged: Logged) -> None:
    old, older = (logged.evaluate(organization="old", time=f"20{year}-05-01T00:00:00Z").name for year in (18, 15))
    logged.evaluate(organization="old")

    def due(extent: ErasureExtent) -> tuple[str, ...]:
        return logged.store.erasing.due("old", extent, "2020-01-01T00:00:00Z", RetentionStart.CREATION).names

    assert set(due(ErasureExtent.EVIDENCE)) == {old, older}
    logged.store.erasing.erase([old], order(ErasureExtent.INPUTS), lambda _: None)
    assert due(ErasureExtent.EVIDENCE) == due(ErasureExtent.INPUTS) == (older,)
    assert set(due(ErasureExtent.EVALUATION)) == {old, older}
    logged.store.erasing.erase([old], order(ErasureExtent.EVALUATION), lambda _: None)
    assert due(ErasureExtent.EVALUATION) == (older,)


def test_the_last_evaluation_of_a_subject_is_retained_at_any_age(logged: Logged) -> None:
    names = [
        logged.evaluate(organization="c", subject=subject, time=f"201{year}-05-01T00:00:00Z").name
        for subject, year in (("x", 1), ("x", 5), ("y", 1), ("x", 8), ("z", 1), ("z", 9))
    ]
    due_evaluations = logged.store.erasing.due(
        "c", ErasureExtent.INPUTS, "2019-01-01T00:00:00Z", RetentionStart.FOLLOWED
    )
    assert set(due_evaluations.names) == {names[0], names[1]}  # that of z was followed too late, that of y never


def test_held_evaluations_are_skipped_and_counted(logged: Logged) -> None:
    held, free = (logged.evaluate(organization="d", subject=one, time="2011-05-01T00:00:00Z") for one in ("h", "f"))
    logged.store.holds.set(LegalHold("organizations/d/holds/1", held.subject, "2012-01-01T00:00:00Z", WHO, "a lawsuit"))
    due_evaluations = logged.store.erasing.due(
        "d", ErasureExtent.INPUTS, "2020-01-01T00:00:00Z", RetentionStart.CREATION
    )
    assert (due_evaluations.names, due_evaluations.held) == ((free.name,), 1)


def test_years_are_those_of_the_calendar() -> None:
    assert years_before("2026-11-21T17:00:00Z", 6) == "2020-11-21T17:00:00Z"
    assert years_before("2028-02-29T17:00:00Z", 1) == "2027-02-28T17:00:00Z"
