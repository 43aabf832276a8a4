"""Does each of the seven checks find its own fault, and does none of them stumble over anything?"""

from random import Random

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.contracts.canonical import canonical_bytes
from rules.contracts.inputs import DeclaredValue
from rules.contracts.record import Record, Step
from rules.trail.commitments import chain, commitment
from tests.support.random_subjects import KEY, KNOWN
from tests.support.small_card import small_subject
from tests.support.verifying import (
    FAILED,
    NOT_CHECKED,
    PASSED,
    Document,
    changed,
    checked,
    failed,
    published,
    record_of,
    recorded,
)


def test_an_honest_record_passes_every_check() -> None:
    checks = checked(recorded().content)
    assert {check.result for check in checks} == {PASSED}
    assert checks[6].message == f"recomputing gives the same {len(recorded().content)} bytes"


def test_a_flipped_byte_is_found_by_the_digest() -> None:
    content = bytearray(recorded().content)
    place = content.index(b"factory-7")
    content[place] ^= 1
    checks = checked(bytes(content), stated=recorded().digest)
    assert checks[0].result is FAILED
    assert recorded().digest in checks[0].message
    assert {1, 7} <= failed(checks)


@pytest.mark.parametrize("seed", range(40))
def test_any_flipped_bit_is_found(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - tests want repeatable numbers, not secrets
    content = bytearray(recorded().content)
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    assert checked(bytes(content), stated=recorded().digest)[0].result is FAILED


def test_a_changed_payload_does_not_open_its_commitment() -> None:
    def change(document: Document) -> None:
        step = next(step for step in document["steps"] if step["id"] == "score")
        step["payload"] = step["payload"].replace("100", "101")

    checks = checked(changed(change))
    assert failed(checks) == {2, 7}
    assert " commitments do not open, first those of the steps score;" in checks[1].message
    assert checks[6].message.startswith("recomputing differs first in 'steps[score].payload")


def test_a_changed_payload_with_its_commitment_breaks_the_chain() -> None:
    def change(document: Document) -> None:
        step = next(step for step in document["steps"] if step["id"] == "score")
        step["payload"] = step["payload"].replace("100", "101")
        step["commitment"] = commitment(KEY, "score", step["payload"])

    assert failed(checked(changed(change))) == {3, 7}


def test_a_changed_head_of_the_chain_is_found() -> None:
    def change(document: Document) -> None:
        document["trail_digest"] = "00" * 32

    checks = checked(changed(change))
    assert failed(checks) == {3, 7}
    assert "the record states " + "00" * 32 in checks[2].message


def test_a_commitment_that_is_no_digest_is_found() -> None:
    def change(document: Document) -> None:
        document["steps"][3]["commitment"] = "not hexadecimal"

    checks = checked(changed(change))
    assert failed(checks) == {2, 3, 7}
    assert checks[2].message == "a commitment is not a digest"


def test_a_step_that_is_left_out_or_moved_is_found() -> None:
    def leave_out(document: Document) -> None:
        del document["steps"][5]

    def move(document: Document) -> None:
        document["steps"][5], document["steps"][6] = document["steps"][6], document["steps"][5]

    for change in (leave_out, move):
        assert failed(checked(changed(change))) == {3, 7}


def test_another_rule_digest_is_found() -> None:
    def change(document: Document) -> None:
        document["rule_digest"] = "cd" * 32

    checks = checked(changed(change))
    assert failed(checks) == {4, 7}
    assert "the record states " + "cd" * 32 in checks[3].message
    assert checks[6].message.startswith("recomputing differs first in 'rule_digest': the record has '")


def test_rules_that_were_exchanged_under_the_same_name_are_found() -> None:
    checks = checked(recorded().content, versions=(published(gold=90),))
    assert failed(checks) == {4, 7}


def test_a_version_that_is_not_published_proves_nothing() -> None:
    checks = checked(recorded().content, versions=())
    assert checks[3].result is FAILED
    assert checks[3].message == "scorecards/small-factory/versions/1.0.0 is not published here"
    assert checks[5].result is FAILED
    assert checks[6].result is NOT_CHECKED


def test_a_version_published_after_the_known_time_was_not_in_force() -> None:
    late = published(at="2026-03-01T12:00:01Z")
    checks = checked(recorded().content, versions=(late,))
    assert failed(checks) == {6}
    assert "no version is in force on 2026-03-01 as known at 2026-03-01T12:00:00Z" in checks[5].message
    assert not failed(checked(recorded().content, versions=(published(at=KNOWN),)))


def test_a_version_whose_effect_had_not_begun_was_not_in_force() -> None:
    early = published(first="2026-03-02")
    assert failed(checked(record_of(small_subject(), early).content, versions=(early,))) == {6}
    on_the_day = published(first="2026-03-01")
    assert not failed(checked(record_of(small_subject(), on_the_day).content, versions=(on_the_day,)))


def test_a_superseded_version_was_not_in_force() -> None:
    correction = published("1.0.1", "1.0.0")
    checks = checked(recorded().content, versions=(published(), correction))
    assert failed(checks) == {6}
    assert checks[5].message.startswith("scorecards/small-factory/versions/1.0.1 was in force on 2026-03-01")
    assert not failed(checked(record_of(small_subject(), correction).content, versions=(published(), correction)))
    later = published("1.0.1", "1.0.0", at="2026-06-01T00:00:00Z")
    assert not failed(checked(recorded().content, versions=(published(), later)))


def test_two_versions_that_both_claim_to_be_in_force_decide_nothing() -> None:
    checks = checked(recorded().content, versions=(published(), published("2.0.0", gold=85)))
    assert failed(checks) == {6}
    assert "several versions claim to be in force" in checks[5].message


def rehashed(document: Document) -> bytes:
    """Commit and chain everything anew, as a forger who has the record key would."""
    for step in document["steps"]:
        step["commitment"] = commitment(KEY, step["id"], step["payload"])
    steps = [Step.model_validate(step) for step in document["steps"]]
    document["trail_digest"] = chain(steps)
    return canonical_bytes(document)


def test_a_changed_input_with_everything_hashed_anew_is_found_by_recomputing_alone() -> None:
    document: Document = orjson.loads(recorded().content)
    fact = next(fact for fact in document["facts"] if fact["declared"]["id"] == "renewable_share")
    assert fact["used"]["number"] == "85.5"
    fact["declared"]["value"]["number"] = fact["used"]["number"] = "35"
    step = next(step for step in document["steps"] if step["id"] == "facts/renewable_share")
    step["payload"] = step["payload"].replace("85.5", "35")
    checks = checked(rehashed(document))
    assert failed(checks) == {7}
    assert checks[6].message.startswith("recomputing differs first in 'conclusion")


def test_a_changed_conclusion_with_everything_hashed_anew_is_found_by_recomputing_alone() -> None:
    document: Document = orjson.loads(recorded().content)
    document["standing"]["certainty"] = "confirmed"
    assert failed(checked(rehashed(document))) == {7}


def test_an_input_that_can_no_longer_be_read_is_a_failed_check() -> None:
    document: Document = orjson.loads(recorded().content)
    fact = next(fact for fact in document["facts"] if fact["declared"]["id"] == "status")
    fact["declared"]["value"]["choice"] = "ajar"
    checks = checked(rehashed(document))
    assert failed(checks) == {7}
    assert "can no longer be evaluated: facts[status].value.choice" in checks[6].message


def test_bytes_that_are_not_canonical_are_found_by_recomputing_alone() -> None:
    spaced = orjson.dumps(orjson.loads(recorded().content), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
    checks = checked(spaced)
    assert failed(checks) == {7}
    assert "these bytes are not its canonical form" in checks[6].message


def test_with_the_key_erased_what_needs_no_key_still_proves() -> None:
    checks = checked(recorded().content, key=b"")
    assert [check.result for check in checks] == [PASSED, NOT_CHECKED, PASSED, PASSED, PASSED, PASSED, NOT_CHECKED]
    assert "record key is absent" in checks[1].message
    assert "the same record but for the commitments" in checks[6].message


def test_without_the_key_a_forged_conclusion_is_found_all_the_same() -> None:
    plain = orjson.loads(recorded().content)
    plain["conclusion"]["grade"] = "none" if plain["conclusion"].get("grade") != "none" else "3"
    forged = orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)
    checks = checked(forged, key=b"")
    assert failed(checks) == {7}
    assert "'conclusion.grade'" in checks[6].message


def test_a_key_of_another_length_is_no_key() -> None:
    checks = checked(recorded().content, key=b"zz")
    assert failed(checks) >= {2}
    assert "has 2 bytes, not 32" in checks[1].message


def test_another_key_opens_nothing() -> None:
    assert failed(checked(recorded().content, key=bytes(32))) == {2, 7}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"subject": 1}',
        b"[" * 3_000,
        b'{"a":' * 2_000,
        b"nonsense",
        b'"\\ud800"',
    ],
)
def test_garbage_fails_the_first_check_and_the_rest_is_not_checked(content: bytes) -> None:
    checks = checked(content)
    assert checks[0].result is FAILED
    assert {check.result for check in checks[1:]} == {NOT_CHECKED}
    assert "not a record" in checks[0].message
    assert len(checks[0].message) < 300


def test_a_record_of_another_schema_is_not_read() -> None:
    def change(document: Document) -> None:
        document["schema_number"] = 2

    checks = checked(changed(change))
    assert checks[0].result is FAILED
    assert "schema 2; this software reads 1" in checks[0].message


@given(st.binary(max_size=200))
def test_no_bytes_make_it_stumble(content: bytes) -> None:
    assert failed(checked(content)) == {1}


def test_values_of_two_kinds_at_once_are_refused() -> None:
    """Whichever is read, the other would stand in the record unread."""
    document: Document = orjson.loads(recorded().content)
    fact = next(fact for fact in document["facts"] if fact["declared"]["id"] == "energy_used")
    fact["declared"]["value"]["records"] = []
    assert failed(checked(rehashed(document))) == {1}
    with pytest.raises(ValueError, match="a value is one thing, but number and flag were given"):
        DeclaredValue(number="1", flag=False)


def test_the_record_is_read_back_as_it_was() -> None:
    assert Record.model_validate(orjson.loads(recorded().content)) == recorded().record
