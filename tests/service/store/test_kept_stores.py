"""Stores that released software wrote: append-only files, migration, verification, audit and search."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from rules.contracts.erased_records import ErasedRecord
from rules.trail.verify import CheckResult, verify
from service.evaluating.evaluators import RecordReader
from service.gazette.tables import FOLDER as TABLES, TableStore
from service.gazette.versions import CardResolver
from service.output.envelopes import stored_evaluation
from service.output.mapping.requests import FULL
from service.proofs.store_audit import audit
from service.store.backups import contents_of, is_intact
from service.store.database import newest_schema
from service.store.dependents import UseQuery
from service.store.listing_query import read_listing
from service.store.log_sequencer import LogIdentity
from service.store.reporting_views import open_archive
from service.store.result_dependencies import SupportKind, support_digest
from service.store.serial_use import normalize_identifier
from service.store.store import Store
from service.store.stored_records import restore_record_or_remains
from service.store.tables import EvaluationRow
from tests.service.store import kept_stores
from tests.service.store.kept_stores import (
    DIGESTS,
    FOLDER,
    ORGANIZATION,
    changed_files,
    copy_kept,
    entered_digests,
    kept_schemas,
)
from tests.support.running import ROOT
from tests.support.versions import GAZETTE

COUNT, ISSUER = 5, "Construction bureau of the example"
KEEPER = LogIdentity("example.org/log")


def test_every_archived_file_has_an_unchanged_digest() -> None:
    assert sorted(entered_digests()) == [path.name for path in kept_stores.kept_files()]
    assert changed_files(entered_digests()) == []


def test_a_released_file_still_begins_with_its_released_content() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no version control here")
    path = f"{FOLDER.relative_to(ROOT).as_posix()}/{DIGESTS}"
    for tag in _git("tag", "--list", "v*").stdout.split():
        released = _git("show", f"{tag}:{path}")
        if released.returncode == 0:
            assert changed_files(json.loads(released.stdout)) == []


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, check=False, text=True)  # noqa: S603, S607


def test_changed_and_removed_files_are_detected_and_appended_files_are_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FOLDER, tmp_path / "kept")
    monkeypatch.setattr(kept_stores, "FOLDER", tmp_path / "kept")
    entered, (first, *_) = entered_digests(), kept_stores.kept_files()
    content = first.read_bytes()
    first.write_bytes(content + b"more")
    assert changed_files(entered) == []
    first.write_bytes(b"x" + content[1:])
    assert changed_files(entered) == [first.name]
    with pytest.raises(SystemExit, match="kept for ever"):
        kept_stores.main()
    first.unlink()
    assert changed_files(entered) == [first.name]


def test_the_archived_stores_include_the_current_schema() -> None:
    assert newest_schema() in kept_schemas()


@pytest.fixture(scope="module", params=kept_schemas())
def kept(
    request: pytest.FixtureRequest, new_url: Callable[[], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Store]]:
    """Return the address of the store, and the store as this software opened it."""
    url = new_url()
    copy_kept(request.param, url, tmp_path_factory.mktemp("kept"))
    store = Store(url, log_identity=KEEPER, cards=CardResolver(GAZETTE))
    yield url, store
    store.close()


def rows_of(store: Store) -> Sequence[EvaluationRow]:
    return store.list(read_listing(ORGANIZATION, filter_text="", order_by=""), after=None, limit=100)


@pytest.mark.full
def test_every_evaluation_is_shown_and_verified(kept: tuple[str, Store]) -> None:
    rows = rows_of(kept[1])
    assert len(rows) == COUNT
    with closing(RecordReader(GAZETTE)) as reader:
        for row in rows:
            assert is_intact(row.record, row.record_key, row.record_digest)
            evaluation = stored_evaluation(row, GAZETTE, reader, view=FULL)
            assert evaluation.record.conclusion.grade == (row.grade or "")
            written = restore_record_or_remains(row.record, row.record_key)
            checks = verify(
                content=written.content,
                stated_digest=row.record_digest,
                record_key=row.record_key,
                versions=GAZETTE.versions(row.scorecard_version.split("/")[1]),
                tables=TableStore(GAZETTE.folder / TABLES),
            )
            not_passed = {check.number: check.result for check in checks if check.result is not CheckResult.PASSED}
            assert not_passed == ({7: CheckResult.NOT_CHECKED} if isinstance(written, ErasedRecord) else {})


@pytest.mark.full
def test_the_store_is_audited_without_a_fault_and_searched(kept: tuple[str, Store]) -> None:
    url, store = kept
    with open_archive(url) as archive:
        assert audit(archive.connection, GAZETTE).faults == []
        assert contents_of(archive.connection).evaluations == COUNT
    assert store.rebuild_outcomes().unreadable == ()
    issued = support_digest(ORGANIZATION, SupportKind.ISSUER, normalize_identifier(ISSUER))
    (use,) = store.uses.after(UseQuery(ORGANIZATION, (issued,)), None, 10)
    assert use.subject.endswith("worked-factory")


def test_the_store_accepts_more_evaluations(kept: tuple[str, Store]) -> None:
    _, store = kept
    before = rows_of(store)
    added = before[0].model_copy(update={"name": f"{before[0].name[:-1]}~", "request_id": "of this software"})
    store.append(added).result(timeout=60)
    assert len(rows_of(store)) == len(before) + 1
