"""Retention of evaluations and abandoned drafts: due by age or successor, holds, calendar years, logged erasure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from rules.trail.erasure import ErasureExtent
from service.erasure.erasures import years_before
from service.store.evaluation_eraser import RetentionStart
from service.store.store import Store
from service.store.tables import RevisionRow
from service.store.write_access import with_write_access
from service.transparency.leaves import DRAFT_ERASURE, PUBLICATION, LegalHold, leaf_without_subject
from tests.service.store.test_evaluation_eraser import WHO, order
from tests.service.store.test_kept_drafts import FILES, comment, revision
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


UNTIL = "2026-06-01T00:00:00Z"
ORDER: dict[str, Any] = {"most": 500, "time": "2026-09-01T00:00:00Z", "principal": WHO, "reason": "retention"}
OTHER = {"card.zh.feature": "功能：乙\n"}


def saved(store: Store, name: str, *, files: dict[str, str] = FILES, **changes: str) -> RevisionRow:
    row = revision(1, files, draft=f"organizations/a/drafts/{name}").model_copy(update=changes)
    store.drafts.add_revision(row, files, base=0)
    return row


@pytest.mark.full
def test_an_abandoned_draft_is_erased_and_logged(store: Store) -> None:
    old, other = saved(store, "old"), saved(store, "other", files=OTHER)
    saved(store, "new", create_time="2026-07-01T00:00:00Z")
    saved(store, "foreign").model_copy()
    store.drafts.add_comment(comment(1).model_copy(update={"draft": "organizations/a/drafts/foreign"}))
    store.drafts.resolve_comment("organizations/a/drafts/foreign", 1, time="2026-08-01T00:00:00Z", principal="anna")
    store.drafts.add_comment(comment(1).model_copy(update={"draft": old.draft}))
    assert store.draft_retention.due("a", UNTIL).names == (old.draft, other.draft)
    assert store.draft_retention.erase("a", UNTIL, **ORDER) == (old.draft, other.draft)
    assert store.drafts.find(old.draft) is None
    assert store.drafts.revisions(old.draft, before=9, limit=9) == []
    assert store.drafts.files(revision(1)) == FILES  # another draft has the same
    noted = store.log.leaf(DRAFT_ERASURE, f"{other.draft}/erasures/1")
    assert noted is not None
    assert (noted.leaf.content["files"], noted.leaf.content["principal"]) == ([other.files_digest], dict(WHO))
    with store._engine.connect() as connection:  # Only a query of the table shows that the files were deleted.
        remaining = connection.execute(text("SELECT count(*) FROM draft_content")).scalar_one()
    assert remaining == 1
    saved(store, "other", files=OTHER)
    assert store.draft_retention.erase("a", UNTIL, **ORDER) == (other.draft,)
    assert store.log.leaf(DRAFT_ERASURE, f"{other.draft}/erasures/2") is not None


@pytest.mark.full
def test_published_and_held_drafts_are_retained(store: Store) -> None:
    published, held = saved(store, "published", content_digest="ab" * 32), saved(store, "held")
    publication = {"content_digest": "ab" * 32, "publish_time": "2026-03-02T00:00:00Z"}
    store.log.add_new([leaf_without_subject(PUBLICATION, "scorecards/c/versions/1.0.0", publication)])
    store.holds.set(LegalHold("organizations/a/holds/1", held.draft, "2026-05-01T00:00:00Z", WHO, "a lawsuit"))
    due_drafts = store.draft_retention.due("a", UNTIL)
    assert (due_drafts.names, due_drafts.held) == ((), 1)
    assert store.draft_retention.erase("a", UNTIL, **ORDER) == ()
    assert store.drafts.find(published.draft) is not None


@pytest.mark.full(sample=5)
def test_the_database_refuses_unlogged_changes_to_drafts(store: Store) -> None:
    saved(store, "kept")
    for statement in (
        "DELETE FROM draft_revision",
        "DELETE FROM draft_content",
        "UPDATE draft_revision SET note = ''",
        "UPDATE draft_content SET files = files",
    ):
        with pytest.raises(DBAPIError, match="never changes"), with_write_access(store._engine).begin() as connection:
            connection.execute(text(statement))
