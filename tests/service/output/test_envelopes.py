"""Verification of exported evaluations: always a result, even for forged content."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import assume, given, settings, strategies as st

from rules.contracts.errors import TrailError
from rules.trail.commitments import MerkleInclusion
from rules.trail.evaluation import Evaluator
from rules.trail.verify import CheckResult, verify
from service.evaluating.evaluators import RecordReader
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.output.envelopes import unstored_evaluation, versions_for, with_steps
from service.output.mapping.answers import write_checks, write_record
from service.output.verified_evaluations import check_shown_record
from tests.support.small_card import small_card, small_subject
from tests.support.tiers import tries
from tests.support.verifying import committed, digest_of, step_of
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

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


PASSED, FAILED = (evaluation_service_pb2.TrailCheck.RESULT_PASSED, evaluation_service_pb2.TrailCheck.RESULT_FAILED)


def verified(evaluation: evaluation_pb2.Evaluation, gazette: Gazette) -> int:
    content = evaluation.record_json.encode()
    versions = versions_for(content, gazette)
    checks = verify(
        content=content, stated_digest=evaluation.record_digest, record_key=evaluation.record_key, versions=versions
    )
    assert [check.number for check in checks] == [1, 2, 3, 4, 5, 6, 7]
    with closing(RecordReader(gazette)) as reader:
        return write_checks(check_shown_record(checks, evaluation, reader)).result


def test_an_untouched_evaluation_passes(exported: evaluation_pb2.Evaluation, gazette: Gazette) -> None:
    assert verified(exported, gazette) == PASSED


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


@settings(max_examples=tries(150))
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
    copy.record_digest = digest_of(copy.record_json.encode())
    assert verified(copy, gazette) == FAILED


@pytest.mark.parametrize("key", [b"", b"short", bytes(32)])
def test_a_wrong_key_does_not_pass(exported: evaluation_pb2.Evaluation, gazette: Gazette, key: bytes) -> None:
    copy = evaluation_pb2.Evaluation()
    copy.CopyFrom(exported)
    copy.record_key = key
    assert verified(copy, gazette) != PASSED


def test_a_shown_record_is_also_compared_without_its_scorecard(
    exported: evaluation_pb2.Evaluation, tmp_path: Path
) -> None:
    checks = verify(
        content=exported.record_json.encode(), stated_digest=exported.record_digest, record_key=KEY, versions=()
    )
    with closing(RecordReader(Gazette(tmp_path))) as nowhere:
        assert check_shown_record(checks, exported, nowhere) == checks
        for change in ({"rule_digest": "0" * 64}, {"conclusion": evaluation_pb2.Conclusion(grade="gold")}):
            copy = evaluation_pb2.Evaluation()
            copy.CopyFrom(exported)
            copy.record.MergeFrom(evaluation_pb2.EvaluationRecord(**change))
            (field,) = change
            assert f"`{field}`" in check_shown_record(checks, copy, nowhere)[0].message


def test_the_shown_record_is_derived_completely_from_the_bytes(
    exported: evaluation_pb2.Evaluation, gazette: Gazette
) -> None:
    with closing(RecordReader(gazette)) as reader:
        record = reader.read(exported.record_json.encode()).record
    assert write_record(record, small_card()) == exported.record


def test_a_record_with_a_step_that_does_not_follow_is_refused(
    exported: evaluation_pb2.Evaluation, gazette: Gazette
) -> None:
    """A record is shown only if its steps support the shown content."""
    document = json.loads(exported.record_json)
    step_of(document, "gates/G1")[1] = "not_met"
    with (
        closing(RecordReader(gazette)) as reader,
        pytest.raises(TrailError, match=r"but the inputs of the record result in .*gates/G1"),
    ):
        reader.read(committed(document))


@pytest.fixture(scope="module")
def worded(exported: evaluation_pb2.Evaluation, gazette: Gazette) -> evaluation_pb2.Evaluation:
    copy = evaluation_pb2.Evaluation()
    copy.CopyFrom(exported)
    with closing(RecordReader(gazette)) as reader:
        return with_steps(copy, reader.read(exported.record_json.encode()))


def checked_first(evaluation: evaluation_pb2.Evaluation, gazette: Gazette) -> str:
    """Return the finding of the first check of an evaluation with intact bytes."""
    checks = verify(
        content=evaluation.record_json.encode(),
        stated_digest=evaluation.record_digest,
        record_key=evaluation.record_key,
        versions=gazette.versions("small-factory"),
    )
    with closing(RecordReader(gazette)) as reader:
        first = check_shown_record(checks, evaluation, reader)[0]
    return "" if first.result is CheckResult.PASSED else first.message


def test_the_worded_steps_match_the_steps_of_the_record(worded: evaluation_pb2.Evaluation, gazette: Gazette) -> None:
    assert checked_first(worded, gazette) == ""
    assert len(worded.trail_steps) == worded.trail_steps[0].proof.step_count
    for step in worded.trail_steps:
        leaf = hashlib.sha256(b"\0" + step.salt + step.found_json.encode()).digest()
        assert leaf.hex() == step.commitment
        proof = MerkleInclusion(step.proof.place, step.proof.step_count, tuple(step.proof.path))
        root = proof.root(leaf)
        assert root is not None
        assert root.hex() == worded.record.trail_digest


@pytest.mark.parametrize("name", ["payload_json", "found_json", "commitment", "kind", "step_id", "salt"])
def test_a_step_shown_with_other_content_is_detected(
    worded: evaluation_pb2.Evaluation, gazette: Gazette, name: str
) -> None:
    copy = evaluation_pb2.Evaluation()
    copy.CopyFrom(worded)
    step = next(step for step in copy.trail_steps if step.step_id == "gates/G1")
    setattr(step, name, getattr(step, name)[:-1])
    assert f"in `trail_steps[gates/G1].{name}`" in checked_first(copy, gazette)
    del copy.trail_steps[3]
    assert "in `trail_steps`" in checked_first(copy, gazette)


def test_a_changed_wording_is_not_a_contradiction(worded: evaluation_pb2.Evaluation, gazette: Gazette) -> None:
    """A version may word its sentences differently today, but its findings must be the same."""
    copy = evaluation_pb2.Evaluation()
    copy.CopyFrom(worded)
    copy.software_versions["wording"] = "0" * 64
    step = next(step for step in copy.trail_steps if step.step_id == "gates/G1")
    step.payload_json = "{}"
    assert checked_first(copy, gazette) == ""
    step.found_json = '["gates/G1","not_met","n"]'
    assert "in `trail_steps[gates/G1].found_json`" in checked_first(copy, gazette)
