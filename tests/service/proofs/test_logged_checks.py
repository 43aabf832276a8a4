"""Verification of evaluations against the log: altered, swapped, deleted and cut rows, and exported files."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import text

from rules.contracts.errors import TrailError
from rules.contracts.inputs import DeclaredValue
from rules.contracts.record_bytes import read_complete_record
from rules.trail.verify import CheckResult
from service.base.refusals import Reason, Refusal
from service.evaluating.evaluators import RecordReader
from service.output.envelopes import stored_evaluation
from service.output.log_checks import LogChecker as LogChecks
from service.store.log_sequencer import integrate_leaves
from service.store.stored_records import restore_record, unpack
from service.store.tables import EvaluationRow
from service.store.write_access import with_write_access
from service.transparency.tree import TiledNodes, root
from tests.service.store.test_log_queries import changed
from tests.support.logged import Logged
from touchstone.v1 import evaluation_pb2

PASSED = [CheckResult.PASSED] * 2


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logged]:
    environment = Logged(tmp_path_factory.mktemp("logged"))
    yield environment
    environment.close()


@pytest.fixture(scope="module")
def row(logged: Logged) -> EvaluationRow:
    logged.evaluate()
    return logged.evaluate()


@pytest.fixture(scope="module")
def exported(logged: Logged, row: EvaluationRow) -> evaluation_pb2.Evaluation:
    reader = RecordReader(logged.gazette)
    try:
        return stored_evaluation(row, logged.gazette, reader, view=evaluation_pb2.EVALUATION_VIEW_FULL)
    finally:
        reader.close()


def of_stored(logged: Logged, row: EvaluationRow | None, name: str = "") -> tuple[list[CheckResult], str]:
    checks = LogChecks(logged.store).of_stored(name or (row.name if row else ""), row)
    return [check.result for check in checks], " / ".join(check.message for check in checks)


def of_exported(logged: Logged, message: evaluation_pb2.Evaluation) -> tuple[list[CheckResult], str]:
    head = read_complete_record(message.record_json.encode()).head
    checks = LogChecks(logged.store).of_exported(message, head)
    return [check.result for check in checks], " / ".join(check.message for check in checks)


def test_a_stored_evaluation_matches_its_log_entry(logged: Logged, row: EvaluationRow) -> None:
    results, message = of_stored(logged, row)
    assert results == PASSED
    assert "Its checkpoint is signed;" in message


@pytest.mark.parametrize(
    ("column", "value", "expected_message"),
    [
        ("create_time", "2020-01-01T00:00:00Z", "The field create_time is '2020"),
        ("request_id", "another", "The field request_id is 'another"),
        ("body_digest", "cd" * 32, "The field request_digest is 'cdcd"),
        ("principal", '{"id": "boss"}', "principal is"),
        ("software_versions", "{}", "The field software is '{}'"),
        ("archive_findings", '[{"id": "x", "severity": "major", "place": "y"}]', "archive_findings is"),
        ("record_digest", "ab" * 32, "The field record_digest is 'abab"),
        ("organization", "b", "The field organization is 'b"),
        ("subject", "organizations/a/subjects/c", "The field subject is 'organizations/a/subjects/c"),
        ("as_of_date", "2020-01-01", "column as_of_date"),
        ("grade", "silver", "column grade"),
        ("scorecard_version", "scorecards/x/versions/1.0.0", "column scorecard_version"),
        ("archive_findings", "[", "cannot be read"),
    ],
)
def test_each_column_that_was_altered_is_named(
    logged: Logged, row: EvaluationRow, column: str, value: str, expected_message: str
) -> None:
    results, message = of_stored(logged, row.model_copy(update={column: value}))
    assert results[0] is CheckResult.FAILED
    assert expected_message in message


def test_rows_swapped_between_organisations_are_reported(logged: Logged, row: EvaluationRow) -> None:
    other = logged.evaluate(organization="b")
    swapped = row.model_copy(update={**other.model_dump(), "name": row.name, "organization": "a"})
    results, message = of_stored(logged, swapped)
    assert results[0] is CheckResult.FAILED
    assert "but the log recorded '" in message


def test_an_entry_waiting_for_the_tree_on_a_full_disk_is_not_reported_as_cut_off(
    logged: Logged, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> int:
        raise Refusal(Reason.STORE_FULL, "no room")

    logged.store.integrate_log()
    before = logged.store.log.note()
    later = logged.evaluate()
    monkeypatch.setattr(logged.store, "integrate_log", full)
    monkeypatch.setattr(type(logged.store.log), "note", lambda _: before)
    results, message = of_stored(logged, later)
    assert results == [CheckResult.PASSED, CheckResult.NOT_CHECKED]
    assert "is not yet in the proof tree" in message


def test_a_deleted_evaluation_is_reported_from_the_log(logged: Logged) -> None:
    gone = logged.evaluate()
    changed(logged.store, "evaluation", f"DELETE FROM evaluation WHERE name = '{gone.name}'")  # noqa: S608 -- ours
    assert logged.store.find(gone.name) is None
    results, message = of_stored(logged, None, gone.name)
    assert results == [CheckResult.FAILED, CheckResult.PASSED]
    assert "it was deleted outside the service" in message


def test_a_clock_set_back_is_reported_and_does_not_change_the_order(logged: Logged) -> None:
    first = logged.evaluate(subject="timed", time="2036-06-01T12:00:00Z")
    second = logged.evaluate(subject="timed", time="2036-05-31T12:00:00Z")
    results, message = of_stored(logged, second)
    assert results == PASSED
    assert "The server clock was set back, so the order of entries decides" in message
    assert "The server clock was set back, so the order of entries decides" not in of_stored(logged, first)[1]
    before, after = (logged.store.log.leaf("evaluation", row.name) for row in (first, second))
    assert before is not None
    assert after is not None
    assert after.position == before.position + 1
    assert after.leaf.content["predecessor"] == before.digest


def test_an_exported_file_with_other_facts_or_without_its_warnings_is_reported(
    logged: Logged, exported: evaluation_pb2.Evaluation
) -> None:
    assert of_exported(logged, exported)[0] == PASSED
    other = logged.evaluate(renewable_share=DeclaredValue(number="10", unit="%", evidence=("meter",)))
    forged = evaluation_pb2.Evaluation()
    forged.CopyFrom(exported)
    forged.record_json = restore_record(other.record, other.record_key).content.decode()
    forged.record_key, forged.record_digest = other.record_key, other.record_digest
    results, message = of_exported(logged, forged)
    assert results[0] is CheckResult.FAILED
    assert "The field record_digest is '" in message
    altered = evaluation_pb2.Evaluation()
    for field, value in (("request_id", "another"), ("record_digest", "ab" * 32)):
        altered.CopyFrom(exported)
        setattr(altered, field, value)
        assert of_exported(logged, altered)[0][0] is CheckResult.FAILED
    altered.CopyFrom(exported)
    altered.create_time.seconds -= 86_400
    assert "The field create_time is '" in of_exported(logged, altered)[1]
    altered.CopyFrom(exported)
    del altered.archive_findings[:]
    altered.archive_findings.add(finding_id="ARCHIVE.OTHER_SUBJECT", severity=3, place="x")
    assert "archive_findings is" in of_exported(logged, altered)[1]
    altered.name = altered.name.replace("/a/", "/b/")
    assert of_exported(logged, altered)[0] == [CheckResult.NOT_CHECKED] * 2


@pytest.mark.full
def test_a_byte_changed_anywhere_in_store_and_log_is_detected(logged: Logged, row: EvaluationRow) -> None:
    chance = random.Random(6962)
    columns = {name: value for name, value in row.model_dump().items() if isinstance(value, (str, bytes)) and value}
    places = [(name, place) for name, value in columns.items() for place in range(len(value))]
    for name, place in chance.sample(places, 700):
        value = columns[name]
        content = bytearray(value.encode() if isinstance(value, str) else value)
        content[place] ^= 1 << chance.randrange(7)
        flipped: Any = bytes(content) if isinstance(value, bytes) else content.decode()
        if name == "record" and is_packed_otherwise(row.record, flipped):
            continue
        assert not holds(logged, row, row.model_copy(update={name: flipped})), (name, place)
    noted = logged.store.log.leaf("evaluation", row.name)
    assert noted is not None
    for place in chance.sample(range(len(noted.leaf.document)), 200):
        document = bytearray(noted.leaf.document)
        document[place] ^= 1 << chance.randrange(8)
        assert type(noted.leaf)("evaluation", "", "", bytes(document)).digest != noted.digest
    for _ in range(5):  # so that the tree has enough leaves
        logged.evaluate()
    logged.store.integrate_log()
    note = logged.store.log.note()
    assert note is not None
    with logged.store._engine.connect() as connection:
        tile = connection.execute(text("SELECT hashes FROM log_tile WHERE level = 0")).scalar_one()
    for place in chance.sample(range(32 * note.checkpoint.size), 200):
        hashes = bytearray(tile)
        hashes[place] ^= 1 << chance.randrange(8)
        nodes = TiledNodes(lambda *_, found=bytes(hashes): found)
        assert root(nodes, note.checkpoint.size) != note.checkpoint.root


def is_packed_otherwise(record: bytes, flipped: bytes) -> bool:
    """Return whether only the compression differs: the last bits of a compressed record carry no content."""
    try:
        return unpack(flipped) == unpack(record)
    except TrailError:
        return False


def holds(logged: Logged, row: EvaluationRow, flipped: EvaluationRow) -> bool:
    """Return whether the flipped row passes checks 1 to 3 and 8 under the name of the true row."""
    try:
        written = restore_record(flipped.record, flipped.record_key)
    except (TrailError, ValueError):
        return False
    if written.digest != flipped.record_digest or row.name != flipped.name:
        return False
    if written.head.trail_digest != restore_record(row.record, row.record_key).head.trail_digest:
        return False
    original = restore_record(row.record, row.record_key)
    return written.commitments == original.commitments and of_stored(logged, flipped)[0] == PASSED


def test_a_log_with_a_cut_tail_is_reported(tmp_path_factory: pytest.TempPathFactory) -> None:
    environment = Logged(tmp_path_factory.mktemp("cut"))
    try:
        rows = [environment.evaluate() for _ in range(3)]
        seen = environment.cosigned()
        for table in ("log_checkpoint", "log_tile", "log_leaf"):
            where = {"log_leaf": "position >= 3", "log_tile": "1 = 1", "log_checkpoint": "1 = 1"}[table]
            changed(environment.store, table, f"DELETE FROM {table} WHERE {where}")  # noqa: S608 -- ours
        integrate_leaves(with_write_access(environment.store._engine), environment.keeper)
        results, message = of_stored(environment, rows[2])
        assert results == [CheckResult.FAILED, CheckResult.NOT_CHECKED]
        assert "the log has no entry for it" in message
        note = environment.store.log.note()
        assert note is not None
        assert note.checkpoint.size < seen.checkpoint.size
        assert json.loads(rows[2].software_versions)  # the evaluation is there, unproved
    finally:
        environment.close()
