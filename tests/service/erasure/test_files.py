"""Retention of files: due by age, unless a younger evaluation or a hold needs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.trail import ErasureExtent
from service.erasure.erasures import Erasures, FileEraser, Retention, RetentionPolicy
from service.files.file_storage import FolderStore
from service.files.uploaded_files import receiving_file
from service.identity.principals import LOCAL, set_principal
from service.store import evaluation_eraser
from service.store.evaluation_eraser import RetentionStart
from service.store.stored_records import restore_record_or_remains
from service.transparency.leaves import FILE_REMOVAL, DraftErasure, LegalHold
from tests.service.store.test_evaluation_eraser import WHO
from tests.support.logged import Logged
from tests.support.small_card import DIGEST
from touchstone.v1 import erasure_service_pb2


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logged]:
    logged_store = Logged(tmp_path_factory.mktemp("files"))
    yield logged_store
    logged_store.close()


def keep(folder: FolderStore, organization: str) -> None:
    with receiving_file(folder.incoming, 100) as incoming:
        incoming.finish()
        folder.put(organization, DIGEST, incoming.path)


def due(logged: Logged, folder: FolderStore, organization: str, *, erase: bool = False) -> erasure_service_pb2.DueFiles:
    set_principal(LOCAL)
    files = FileEraser(folder, logged.store.documents)
    retention = Retention(logged.store, RetentionPolicy({}, RetentionStart.CREATION, 10), files)
    request = erasure_service_pb2.ApplyRetentionRequest(parent=f"organizations/{organization}", erase=erase)
    return retention.apply(request).files


def test_a_file_is_due_when_all_evaluations_that_depend_on_it_are_due(logged: Logged, tmp_path: Path) -> None:
    folder = FolderStore(tmp_path)
    for organization in ("all-old", "one-new", "one-held"):
        for subject in ("x", "y"):
            logged.evaluate(organization=organization, subject=subject, time="2011-05-01T00:00:00Z")
        keep(folder, organization)
    logged.evaluate(organization="one-new", subject="z")
    of, set_on = "organizations/one-held", "2012-01-01T00:00:00Z"
    logged.store.holds.set(LegalHold(f"{of}/holds/1", f"{of}/subjects/x", set_on, WHO, "a lawsuit"))

    due_files = due(logged, folder, "all-old")
    assert (due_files.years, due_files.file_count, due_files.removed_count) == (10, 1, 0)
    for organization, count in (("all-old", 1), ("one-new", 0), ("one-held", 0)):
        due_files = due(logged, folder, organization, erase=True)
        assert (due_files.file_count, due_files.removed_count, due_files.needless_count) == (count, count, 0)
        assert (folder.find(organization, DIGEST) is None) == bool(count)
    assert logged.store.documents.resting_on("all-old", DIGEST, limit=9)  # statements about it stay

    asked = erasure_service_pb2.ListErasuresRequest(parent="organizations/all-old")
    (removal,) = Erasures(logged.store, logged.gazette).list(asked).file_removals
    assert (list(removal.content_digests), removal.reason) == ([DIGEST], "retention: files 10 years after creation")
    assert logged.store.log.leaf(FILE_REMOVAL, removal.name) is not None
    asked.parent = "organizations/one-new"
    assert not Erasures(logged.store, logged.gazette).list(asked).file_removals


def test_drafts_that_went_are_listed_in_the_same_pages(logged: Logged) -> None:
    set_principal(LOCAL)
    for number in (1, 2):
        name = f"organizations/drafting/drafts/card/erasures/{number}"
        gone = DraftErasure(name, "2026-05-01T00:00:00Z", {**WHO}, "retention: drafts", (DIGEST,))
        logged.store.log.add_new([gone.leaf()])
    asked = erasure_service_pb2.ListErasuresRequest(parent="organizations/drafting", page_size=1)
    first = Erasures(logged.store, logged.gazette).list(asked)
    asked.page_token = first.next_page_token
    second = Erasures(logged.store, logged.gazette).list(asked)
    assert [one.name[-1] for page in (first, second) for one in page.draft_erasures] == ["1", "2"]
    assert not second.next_page_token


def test_an_evaluation_that_cannot_be_erased_does_not_stop_the_others(
    logged: Logged, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_principal(LOCAL)
    names = [
        logged.evaluate(organization="part", subject=subject, time="2011-05-01T00:00:00Z").name
        for subject in ("one", "unreadable", "other")
    ]
    restore = restore_record_or_remains

    def unless_second(record: bytes, key: bytes) -> object:
        written = restore(record, key)
        if written.head.subject.endswith("/unreadable"):
            raise KeyError(written.head.subject)
        return written

    monkeypatch.setattr(evaluation_eraser, "restore_record_or_remains", unless_second)
    policy = RetentionPolicy({ErasureExtent.EVALUATION: 10}, RetentionStart.CREATION)
    request = erasure_service_pb2.ApplyRetentionRequest(parent="organizations/part", erase=True)
    (due_evaluations,) = Retention(logged.store, policy).apply(request).due
    assert (due_evaluations.evaluation_count, due_evaluations.erased_count) == (3, 2)
    assert [logged.store.find(name) is None for name in names] == [True, False, True]
