"""Whatever stands in an exported evaluation, verifying it gives an answer."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rules.contracts.canonical import digest
from rules.trail.evaluation import Evaluator
from rules.trail.verify import CheckResult, verify
from service.answering.envelopes import FULL, read_record, unstored_evaluation, versions_for, with_shown_record
from service.answering.mapping.checks import overall
from service.answering.mapping.records import write_record
from service.gazette.versions import Gazette, write_version
from tests.support.small_card import small_card, small_subject
from touchstone.v1 import evaluation_pb2

KEY = bytes(range(32))
MADE = "2026-03-02T00:00:00Z"
ODD: list[object] = ["", "x", "-1", "1/0", "9" * 50, "2026-02-30", "scorecards/a", 0, -1, 2**70, True, None, [], {}]


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Gazette:
    folder: Path = tmp_path_factory.mktemp("gazette")
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    return Gazette(folder)


@pytest.fixture(scope="module")
def exported(gazette: Gazette) -> evaluation_pb2.Evaluation:
    version = gazette.versions("small-factory")[0]
    evaluator = Evaluator(version.scorecard, version.rule_digest, version.name)
    subject = small_subject(status=None).model_copy(update={"known": "2026-03-02T00:00:00Z", "settings": {}})
    recorded = evaluator.evaluate(subject, KEY)
    evaluator.close()
    return unstored_evaluation(recorded, version.scorecard, made=MADE, record_key=KEY, software_versions={})


def verified(evaluation: evaluation_pb2.Evaluation, gazette: Gazette) -> CheckResult:
    content = evaluation.record_json.encode()
    versions = versions_for(content, gazette)
    checks = verify(
        content=content,
        stated_digest=evaluation.record_digest,
        record_key=evaluation.record_key,
        versions=versions,
    )
    assert [check.number for check in checks] == [1, 2, 3, 4, 5, 6, 7]
    return overall(with_shown_record(checks, evaluation, versions))


def test_an_untouched_evaluation_passes(exported: evaluation_pb2.Evaluation, gazette: Gazette) -> None:
    assert verified(exported, gazette) is CheckResult.PASSED


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from leaves(part, (*path, index))


def replaced(value: object, path: tuple[str | int, ...], new: object) -> object:
    if not path:
        return new
    step, *rest = path
    if isinstance(value, dict):
        return {**value, step: replaced(value[step], tuple(rest), new)}
    assert isinstance(value, list)
    return [replaced(part, tuple(rest), new) if index == step else part for index, part in enumerate(value)]


@settings(max_examples=150)
@given(st.data())
def test_a_forged_record_fails_and_never_breaks_the_verification(
    exported: evaluation_pb2.Evaluation, gazette: Gazette, data: st.DataObject
) -> None:
    plain = json.loads(exported.record_json)
    path = data.draw(st.sampled_from(list(leaves(plain))))
    forged = replaced(plain, path, data.draw(st.sampled_from(ODD)))
    assume(forged != plain)
    copy = evaluation_pb2.Evaluation()
    copy.CopyFrom(exported)
    copy.record_json = json.dumps(forged, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    copy.record_digest = digest(copy.record_json.encode())
    assert verified(copy, gazette) is CheckResult.FAILED


@pytest.mark.parametrize("key", [b"", b"short", bytes(32)])
def test_a_wrong_key_does_not_pass(exported: evaluation_pb2.Evaluation, gazette: Gazette, key: bytes) -> None:
    copy = evaluation_pb2.Evaluation()
    copy.CopyFrom(exported)
    copy.record_key = key
    assert verified(copy, gazette) is not CheckResult.PASSED


def test_a_shown_record_is_compared_without_its_scorecard_too(
    exported: evaluation_pb2.Evaluation, gazette: Gazette, tmp_path: Path
) -> None:
    nowhere = Gazette(tmp_path)
    checks = verify(
        content=exported.record_json.encode(), stated_digest=exported.record_digest, record_key=KEY, versions=()
    )
    assert with_shown_record(checks, exported, versions_for(exported.record_json.encode(), nowhere)) == checks
    copy = evaluation_pb2.Evaluation()
    copy.CopyFrom(exported)
    copy.record.rule_digest = "0" * 64
    assert "`rule_digest`" in with_shown_record(checks, copy, ())[0].message


def test_the_bytes_say_everything_that_is_shown(exported: evaluation_pb2.Evaluation) -> None:
    record = read_record(exported.record_json.encode())
    assert write_record(record, small_card(), view=FULL) == exported.record
