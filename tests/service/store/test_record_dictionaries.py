"""Dictionaries of records: round trips, storage with the first record, and hostile or corrupt data."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from rules.contracts.errors import TrailError
from rules.rehearsal.example_runner import reference_subject
from service.configuration.folders import PUBLISHED
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.store.backups import contents_of
from service.store.record_dictionaries import (
    MAXIMUM_DICTIONARY_BYTES,
    RecordDictionary,
    dictionary_of,
    dictionary_source,
    find_dictionary,
)
from service.store.reporting_views import open_archive
from service.store.store import Store
from service.store.stored_leaves import compress_document, expand_document
from service.store.stored_records import MAXIMUM_RECORD_BYTES, StoredRecord, pack, restore_record, unpack
from service.store.write_access import with_write_access
from tests.service.store.test_store import row
from tests.support.logged import Logged, alter
from tests.support.stored import written_steps

GAZETTE = Gazette(PUBLISHED)
RECORD = written_steps(*[[f"facts/{number}", {"value": {"number": str(number)}}] for number in range(40)])
DICTIONARY = RecordDictionary(RECORD.uncommitted)
OTHER = RecordDictionary(b"other")


@pytest.fixture(autouse=True)
def uncached() -> Iterator[None]:
    """Forget dictionaries that another test stored."""
    find_dictionary.cache_clear()
    yield
    find_dictionary.cache_clear()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", GAZETTE.card_ids())
def test_the_records_of_each_published_version_are_read_back_and_contain_no_client(card: str) -> None:
    version = GAZETTE.newest(card)
    with closing(Evaluators.for_gazette(GAZETTE)) as evaluators:
        assert evaluators.reference_content(version) == b""  # a version that is used once costs no evaluation more
        content = evaluators.reference_content(version)
        day = version.card.first_date
        subject = reference_subject(version.scorecard, day).model_copy(
            update={"subject": "organizations/client/subjects/works", "known": "2026-03-01T12:00:00Z"}
        )
        written = evaluators.evaluate(version, subject, bytes(range(32))).written_record
    dictionary = dictionary_of(content)
    assert dictionary is not None
    assert b'"subject":"organizations/rehearsal/subjects/reference-case"' in content
    assert b"organizations/client" not in content
    packed = pack(written, dictionary)
    assert len(packed) < len(pack(written)) * 0.9
    with dictionary_source({dictionary.name: dictionary.stored}.get):
        assert unpack(packed).uncommitted == written.uncommitted
        assert restore_record(packed, bytes(range(32))).content == written.content
        expanded = StoredRecord("name", packed, bytes(32)).expanded()
    find_dictionary.cache_clear()
    assert unpack(expanded.record).uncommitted == written.uncommitted


def test_a_reference_record_is_the_same_in_each_process() -> None:
    version = GAZETTE.newest("zero-carbon-factory")
    contents = []
    for _ in range(2):
        with closing(Evaluators.for_gazette(GAZETTE)) as evaluators:
            evaluators.reference_content(version)
            contents.append(evaluators.reference_content(version))
    assert contents[0] == contents[1] != b""


def test_a_dictionary_is_stored_with_the_first_record_and_once(store: Store) -> None:
    written = pack(RECORD, DICTIONARY)
    for number in range(3):
        store.append(row(number, record=written), dictionary=DICTIONARY.stored).result(timeout=60)
    store.append(row(4, record=pack(RECORD, OTHER)), dictionary=OTHER.stored).result(timeout=60)
    with store.read_connection() as connection:
        rows = connection.execute(text("SELECT name, content FROM record_dictionary")).all()
    assert sorted((bytes(name), bytes(content)) for name, content in rows) == sorted(
        (dictionary.name, dictionary.stored) for dictionary in (DICTIONARY, OTHER)
    )
    found = store.find("organizations/a/evaluations/2")
    assert found is not None
    assert unpack(found.record) == RECORD


def test_a_record_is_not_stored_without_its_dictionary(store: Store) -> None:
    for stored in (b"", OTHER.stored, b"\0"):
        with pytest.raises(TrailError, match="does not match its digest"):
            store.append(row(1, record=pack(RECORD, DICTIONARY)), dictionary=stored).result(timeout=60)
    assert store.find("organizations/a/evaluations/1") is None
    store.append(row(1, record=pack(RECORD, DICTIONARY)), dictionary=DICTIONARY.stored).result(timeout=60)
    store.append(row(2, record=pack(RECORD, DICTIONARY))).result(timeout=60)  # stored already


def test_a_failed_commit_leaves_the_dictionary_to_the_next(store: Store) -> None:
    record = pack(RECORD, DICTIONARY)
    store.append(row(1)).result(timeout=60)
    with pytest.raises(Exception, match=r"(?i)unique"):
        store.append(row(1, 2, record=record), dictionary=DICTIONARY.stored).result(timeout=60)
    store.append(row(3, record=record), dictionary=DICTIONARY.stored).result(timeout=60)
    found = store.find("organizations/a/evaluations/3")
    assert found is not None
    assert unpack(found.record) == RECORD


def test_dictionaries_never_change(store: Store) -> None:
    store.append(row(1, record=pack(RECORD, DICTIONARY)), dictionary=DICTIONARY.stored).result(timeout=60)
    for statement in ("DELETE FROM record_dictionary", "UPDATE record_dictionary SET content = name"):
        with (
            pytest.raises(Exception, match="stored records need their dictionaries"),
            with_write_access(store._engine).begin() as connection,
        ):
            connection.execute(text(statement))


@pytest.mark.parametrize(
    "stored",
    [
        pack(RECORD, OTHER),
        b"\xd1",
        b"\xd1short",
        pack(RECORD, DICTIONARY)[:-1],
        pack(RECORD, DICTIONARY)[:17],
        b"\xd1" + DICTIONARY.name + pack(RECORD, OTHER)[17:],
        b"\xd1" + DICTIONARY.name + pack(RECORD),
        b"\xd1" + DICTIONARY.name + b"\0" * 40,
    ],
)
def test_missing_wrong_and_truncated_data_are_detected(stored: bytes) -> None:
    with dictionary_source({DICTIONARY.name: DICTIONARY.stored}.get):
        if stored[17:] == pack(RECORD):  # without need of a dictionary, so the name is of no matter
            assert unpack(stored) == RECORD
        else:
            with pytest.raises(TrailError):
                unpack(stored)


@pytest.mark.parametrize("content", [b"", b"\0", zlib.compress(b"another"), zlib.compress(bytes(1 << 28))])
def test_an_altered_dictionary_is_detected_without_expanding_it(content: bytes) -> None:
    with (
        dictionary_source({DICTIONARY.name: content}.get),
        pytest.raises(TrailError, match="does not match its digest"),
    ):
        unpack(pack(RECORD, DICTIONARY))


@pytest.mark.full
def test_a_record_that_expands_too_far_is_refused() -> None:
    bomb = DICTIONARY.compress(bytes(MAXIMUM_RECORD_BYTES + 1))
    with dictionary_source({DICTIONARY.name: DICTIONARY.stored}.get), pytest.raises(TrailError, match="too large"):
        unpack(bomb)


def test_of_long_content_the_end_is_the_dictionary() -> None:
    long = hashlib.shake_256(b"long").digest(2 * MAXIMUM_DICTIONARY_BYTES)
    assert RecordDictionary(long).name == RecordDictionary(long[MAXIMUM_DICTIONARY_BYTES:]).name
    assert zlib.decompress(RecordDictionary(long).stored) == long[MAXIMUM_DICTIONARY_BYTES:]


@pytest.mark.parametrize("statement", ["DELETE FROM record_dictionary", "UPDATE record_dictionary SET content = name"])
def test_a_backup_without_its_dictionaries_is_damaged(tmp_path: Path, statement: str) -> None:
    with closing(Logged(tmp_path)) as logged:
        rows = [logged.evaluate() for _ in range(3)]
        assert unpack(rows[2].record).head.subject == "organizations/a/subjects/b"  # and is cached from now on
    with closing(sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)) as connection:
        alter(connection, statement)
    with open_archive(logged.url) as archive:
        assert contents_of(archive.connection).damaged == (rows[1].name, rows[2].name)


def test_documents_of_leaves_are_compressed_and_older_and_corrupt_ones_returned_as_stored() -> None:
    document = b'{"archive_findings":{"count":0},"kind":"evaluation","name":"' + b"a" * 500 + b'"}'
    stored = compress_document(document)
    assert len(stored) < 80
    assert expand_document(stored) == document
    assert expand_document(document) == document
    for corrupt in (b"", stored[:-1], stored[:9] + b"\xff" + stored[10:], zlib.compress(document)[:-4], b"x"):
        assert expand_document(corrupt) == corrupt


def test_documents_in_the_log_are_compressed(tmp_path: Path) -> None:
    with closing(Logged(tmp_path)) as logged:
        name = logged.evaluate().name
        noted = logged.store.log.leaf("evaluation", name)
        assert noted is not None
        with logged.store.read_connection() as connection:
            query = text("SELECT document FROM log_leaf WHERE name = :name")
            stored = bytes(connection.execute(query, {"name": name}).scalar_one())
        assert len(stored) < len(noted.leaf.document) / 2
        assert expand_document(stored) == noted.leaf.document
        assert noted.leaf.digest == noted.digest
