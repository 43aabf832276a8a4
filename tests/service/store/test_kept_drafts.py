"""Draft repository: optimistic locking of revisions, comments, statements and tamper detection."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from sqlalchemy import text

from rules.contracts.errors import TrailError
from service.base.refusals import Reason, Refusal
from service.store.kept_drafts import files_digest
from service.store.store import Store
from service.store.tables import DraftCommentRow, DraftStatementRow, RevisionRow
from service.store.write_access import with_write_access
from tests.service.store.test_log_queries import changed

DRAFT = "organizations/a/drafts/b"
FILES = {"card.zh.feature": "功能：甲\n"}


def revision(number: int, files: Mapping[str, str] = FILES, *, draft: str = DRAFT, by: str = "li.wei") -> RevisionRow:
    return RevisionRow(
        draft=draft, number=number, organization=draft.split("/")[1], files_digest=files_digest(files),
        create_time="2026-03-01T00:00:00Z", principal=by, note="第 7 号通知", version="", content_digest="",
        rule_digest="", text_digest="", problems="[]",
    )  # fmt: skip


def comment(line: int) -> DraftCommentRow:
    return DraftCommentRow(
        draft=DRAFT, number=0, revision=1, path="card.zh.feature", line=line, line_text="功能：甲", text="为何？",
        principal="anna", create_time="2026-03-01T00:00:00Z",
    )  # fmt: skip


def reason(call: Callable[[], object]) -> Reason:
    with pytest.raises(Refusal) as raised:
        call()
    return raised.value.reason


@pytest.mark.full(sample=5)
def test_a_revision_is_saved_only_on_the_newest_and_no_revision_is_lost(store: Store) -> None:
    drafts, changed_files = store.drafts, {"card.zh.feature": "功能：乙\n"}
    drafts.add_revision(revision(1), FILES, base=0)
    drafts.add_revision(revision(2, changed_files, by="chen"), changed_files, base=1)
    assert reason(lambda: drafts.add_revision(revision(1), FILES, base=0)) is Reason.DRAFT_CHANGED
    assert reason(lambda: drafts.add_revision(revision(2), FILES, base=1)) is Reason.DRAFT_CHANGED
    drafts.add_revision(revision(3), FILES, base=2)
    draft = drafts.find(DRAFT)
    assert draft is not None
    assert draft.newest == 3
    assert [one.number for one in drafts.revisions(DRAFT, before=3, limit=5)] == [2, 1]
    assert [drafts.files(one) for one in drafts.revisions(DRAFT, before=4, limit=2)] == [FILES, changed_files]
    assert drafts.savers(DRAFT) == {"li.wei", "chen"}
    assert drafts.revision(DRAFT, 999_999_999) is None


@pytest.mark.full(sample=5)
def test_drafts_of_an_organisation_are_listed_in_the_byte_order_of_their_names(store: Store) -> None:
    names = [f"organizations/a/drafts/{id}" for id in ("b-1", "b1", "b", "b-a")]
    for name in (*names, "organizations/a-b/drafts/c"):
        store.drafts.add_revision(revision(1, draft=name), FILES, base=0)
    first = store.drafts.list("a", after="", limit=2)
    rest = store.drafts.list("a", after=first[-1].name, limit=5)
    assert [one.name for one in (*first, *rest)] == sorted(names)


@pytest.mark.full(sample=5)
def test_comments_are_numbered_resolved_and_counted(store: Store) -> None:
    drafts = store.drafts
    assert [drafts.add_comment(comment(line)).number for line in (7, 2, 2)] == [1, 2, 3]
    resolved = drafts.resolve_comment(DRAFT, 2, time="2026-03-02T00:00:00Z", principal="li.wei")
    assert resolved is not None
    assert resolved.resolve_principal == "li.wei"
    assert [one.number for one in drafts.comments(DRAFT, open_only=True, after=0, limit=9)] == [1, 3]
    assert [one.number for one in drafts.comments(DRAFT, open_only=False, after=1, limit=9)] == [2, 3]
    assert drafts.open_comments(DRAFT) == 2
    assert drafts.resolve_comment(DRAFT, 4, time=None, principal=None) is None


@pytest.mark.full(sample=5)
def test_only_the_first_of_two_statements_at_the_same_position_is_stored(store: Store) -> None:
    def statement(by: str) -> DraftStatementRow:
        return DraftStatementRow(
            draft=DRAFT, position=0, envelope="{}", principal=by, create_time="2026-03-01T00:00:00Z"
        )

    store.drafts.add_statement(statement("anna"))
    assert reason(lambda: store.drafts.add_statement(statement("bo"))) is Reason.DRAFT_CHANGED
    assert [one.principal for one in store.drafts.statements(DRAFT)] == ["anna"]


@pytest.mark.full(sample=5)
def test_changes_of_saved_and_signed_drafts_are_refused_or_detected(store: Store) -> None:
    store.drafts.add_revision(revision(1), FILES, base=0)
    for statement in ("UPDATE draft_content SET digest = ''", "DELETE FROM draft_revision"):
        with pytest.raises(Exception, match="never changes"), with_write_access(store._engine).begin() as connection:
            connection.execute(text(statement))
    changed(store, "draft_content", "UPDATE draft_content SET files = ''")
    with pytest.raises(TrailError, match=DRAFT):
        store.drafts.files(revision(1))


@pytest.mark.full(sample=5)
def test_the_log_returns_no_entries_far_beyond_its_end(store: Store) -> None:
    assert store.log.entries(2**62, 5) == []
    assert store.log.note(2**62) is None


def test_the_ancestors_of_a_revision_include_those_of_its_origins(store: Store) -> None:
    drafts, other, third = store.drafts, "organizations/a/drafts/c", "organizations/a/drafts/d"

    def add(draft: str, number: int, origin: str = "", time: str = "2026-03-01T00:00:00Z") -> None:
        row = revision(number, draft=draft).model_copy(update={"origin": origin, "create_time": time})
        drafts.add_revision(row, FILES, base=number - 1)

    add(DRAFT, 1)
    add(DRAFT, 2)
    add(other, 1, f"{DRAFT}/revisions/2")
    add(third, 1, f"{other}/revisions/1")
    add(DRAFT, 3, f"{third}/revisions/1")
    assert drafts.ancestors(DRAFT, 2) == {DRAFT: 2}
    assert drafts.ancestors(third, 1) == {third: 1, other: 1, DRAFT: 2}
    assert drafts.ancestors(DRAFT, 3) == {DRAFT: 3, third: 1, other: 1}
    stored = drafts.revision(third, 1)
    assert stored is not None
    assert stored.origin == f"{other}/revisions/1"
    add("organizations/a/drafts/early", 1, f"{DRAFT}/revisions/1", "2026-02-01T00:00:00Z")
    assert drafts.ancestors("organizations/a/drafts/early", 1) == {"organizations/a/drafts/early": 1}
