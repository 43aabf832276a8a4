"""Record verification: seven checks, each with its own forgery, version history, lost keys, garbage and fuzzing."""

import copy
from dataclasses import replace
from datetime import date
from functools import cache
from random import Random
from typing import Any

import orjson
import pytest
from hypothesis import given, strategies as st

from rules.contracts.canonical import canonical_bytes
from rules.contracts.inputs import DeclaredValue, Judgement, Verification
from rules.model.published_version import PublishedVersion, Repeal
from rules.trail.verify import KnownVersionNames
from tests.support.random_subjects import KNOWN
from tests.support.small_card import small_subject
from tests.support.tiers import tries
from tests.support.verifying import (
    FAILED,
    NOT_CHECKED,
    PASSED,
    Document,
    changed,
    checked,
    committed,
    failed,
    published,
    record_of,
    recorded,
    step_of,
)


def test_an_honest_record_passes_every_check() -> None:
    checks = checked(recorded().content)
    assert {check.result for check in checks} == {PASSED}
    assert checks[6].message == f"The recomputed record has the same {len(recorded().content)} bytes."


def test_a_flipped_byte_of_the_head_is_detected_by_the_digest() -> None:
    content = bytearray(recorded().content)
    place = content.index(b"factory-7")
    content[place] ^= 1
    checks = checked(bytes(content), stated=recorded().digest)
    assert checks[0].result is FAILED
    assert recorded().digest in checks[0].message
    assert failed(checks) == {1}


def test_any_flipped_bit_is_detected_without_recomputing() -> None:
    """Before anything is evaluated again: as no record, by the digest, by a commitment, or by the root."""
    random, missed = Random(200), []
    for _ in range(tries(200)):
        content = bytearray(recorded().content)
        place, bit = random.randrange(len(content)), random.randrange(8)
        content[place] ^= 1 << bit
        if not failed(checked(bytes(content), stated=recorded().digest, versions=())) & {1, 2, 3}:
            missed.append(f"bit {bit} of byte {place}")
    assert not missed, ", ".join(missed)


def test_a_changed_step_does_not_open_its_commitment() -> None:
    def change(document: Document) -> None:
        step_of(document, "score")[1] = "101"

    checks = checked(changed(change))
    assert failed(checks) == {2, 7}
    assert " steps do not match their digests, beginning with score: the record was changed." in checks[1].message
    assert checks[6].message.startswith("The record differs from the recomputed record, first at 'steps[score][1]'")


def test_a_changed_step_with_a_new_commitment_produces_another_root() -> None:
    head = recorded().written_record.head

    def change(document: Document) -> None:
        step_of(document, "score")[1] = "101"
        committed(document)
        document["head"]["trail_digest"] = head.trail_digest

    assert failed(checked(changed(change))) == {3, 7}


def test_another_root_in_the_head_is_detected() -> None:
    def change(document: Document) -> None:
        document["head"]["trail_digest"] = "00" * 32

    checks = checked(changed(change))
    assert failed(checks) == {3, 7}
    assert "but the record states " + "00" * 32 in checks[2].message


@pytest.mark.parametrize("commitments", ["not base64", "", "A" * 44, 7, None])
def test_malformed_commitments_are_refused_as_an_invalid_record(commitments: object) -> None:
    def change(document: Document) -> None:
        document["commitments"] = commitments

    checks = checked(changed(change))
    assert failed(checks) == {1}
    assert "commitments: Base64 of " in checks[0].message


def test_an_omitted_duplicated_moved_or_foreign_step_is_detected() -> None:
    other = orjson.loads(record_of(small_subject(renewable_share=None)).content)

    def leave_out(document: Document) -> None:
        del document["steps"][5]

    def double(document: Document) -> None:
        document["steps"].append(document["steps"][5])

    def move(document: Document) -> None:
        document["steps"][5], document["steps"][6] = document["steps"][6], document["steps"][5]

    def exchange(document: Document) -> None:
        step_of(document, "conclusion")[1] = step_of(other, "conclusion")[1]

    expected = {leave_out: {1}, double: {1}, move: {2, 7}, exchange: {2, 7}}
    for change, numbers in expected.items():
        assert failed(checked(changed(change))) == numbers, change.__name__


def test_an_omitted_step_with_new_commitments_is_detected_by_recomputing() -> None:
    document: Document = orjson.loads(recorded().content)
    del document["steps"][5]
    assert failed(checked(committed(document))) == {7}
    document["head"]["step_count"] += 1
    checks = checked(canonical_bytes(document))
    assert failed(checks) == {3, 7}
    assert checks[2].message.startswith(f"The record has {len(document['steps'])} steps, but states ")


def test_another_rule_digest_is_detected() -> None:
    def change(document: Document) -> None:
        document["head"]["rule_digest"] = "cd" * 32

    checks = checked(changed(change))
    assert failed(checks) == {4, 7}
    assert "but the record used " + "cd" * 32 in checks[3].message
    assert checks[6].message.startswith(
        "The record differs from the recomputed record, first at 'head.rule_digest': the record has '"
    )


def test_other_rules_under_the_same_version_name_are_detected() -> None:
    checks = checked(recorded().content, versions=(published(gold=90),))
    assert failed(checks) == {4, 7}


def test_a_record_of_an_unpublished_version_fails_verification() -> None:
    checks = checked(recorded().content, versions=())
    assert checks[3].result is FAILED
    assert checks[3].message == (
        "The version scorecards/small-factory/versions/1.0.0 was not found. "
        "Use a published versions folder that contains it."
    )
    assert checks[5].result is FAILED
    assert checks[6].result is NOT_CHECKED


def test_a_version_published_after_the_known_time_was_not_in_force() -> None:
    late = published(at="2026-03-01T12:00:01Z")
    checks = checked(recorded().content, versions=(late,))
    assert failed(checks) == {6}
    assert "published up to 2026-03-01T12:00:00Z is in force on 2026-03-01" in checks[5].message
    assert not failed(checked(recorded().content, versions=(published(at=KNOWN),)))


def test_a_version_before_its_first_day_was_not_in_force() -> None:
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


LATER = "2025-06-01T00:00:00Z"


def known(*versions: PublishedVersion, repeals: tuple[PublishedVersion, ...] = ()) -> KnownVersionNames:
    return KnownVersionNames(frozenset(one.name for one in versions), frozenset(one.name for one in repeals))


def test_the_version_in_force_depends_on_the_versions_known_to_the_issuer() -> None:
    first, correction = published(), published("1.0.1", "1.0.0", at=LATER)
    both, content = (first, correction), recorded().content
    unloaded = checked(content, versions=both, known_here=known(first))[5]
    assert unloaded.result is PASSED
    assert unloaded.message == (
        "Of the versions known on that server at the time, scorecards/small-factory/versions/1.0.0 was in force on "
        "2026-03-01 as known at 2026-03-01T12:00:00Z. scorecards/small-factory/versions/1.0.1 had been published, but "
        "was recorded on that server only after the evaluation."
    )
    assert failed(checked(content, versions=both, known_here=known(*both))) == {6}
    by_correction = record_of(small_subject(), correction).content
    assert not failed(checked(by_correction, versions=both, known_here=known(*both)))


def test_without_the_log_the_version_in_force_is_not_checked() -> None:
    first, correction = published(), published("1.0.1", "1.0.0", at=LATER)
    (check,) = (one for one in checked(recorded().content, versions=(first, correction)) if one.result is not PASSED)
    assert (check.number, check.result) == (6, NOT_CHECKED)
    assert (
        "if the server that made the evaluation did not know scorecards/small-factory/versions/1.0.1 yet"
        in check.message
    )
    third = published("1.0.2", "1.0.1", at="2025-07-01T00:00:00Z")
    stale = record_of(small_subject(), first)
    assert failed(checked(stale.content, versions=(first, published("1.0.1", "1.0.0"), third))) == {6}


def test_a_repeal_counts_only_from_the_time_it_was_known() -> None:
    repealed = replace(published(), repeal=Repeal(date(2026, 1, 1), LATER, "withdrawn"))
    content, there = recorded().content, (repealed,)
    assert checked(content, versions=there, known_here=known(repealed))[5].result is PASSED
    assert failed(checked(content, versions=there, known_here=known(repealed, repeals=there))) == {6}
    unknown = checked(content, versions=there)[5]
    assert unknown.result is NOT_CHECKED
    assert (
        "if the server that made the evaluation did not know the repeal of scorecards/small-factory/versions/1.0.0 yet"
    ) in unknown.message


def test_two_versions_in_force_at_once_fail_the_check() -> None:
    checks = checked(recorded().content, versions=(published(), published("2.0.0", gold=85)))
    assert failed(checks) == {6}
    assert "Several versions are in force" in checks[5].message


def test_a_changed_input_with_new_commitments_is_detected_only_by_recomputing() -> None:
    document: Document = orjson.loads(recorded().content)
    step = step_of(document, "facts/renewable_share")
    assert step[1]["value"]["number"] == "85.50"
    step[1]["value"]["number"] = "35"
    del step[2]
    checks = checked(committed(document))
    assert failed(checks) == {7}
    assert checks[6].message.startswith("The record differs from the recomputed record, first at 'steps[indicators/I1]")


def test_a_changed_assessor_of_a_fact_is_detected_by_commitments_or_the_stored_digest() -> None:
    judged = Verification(
        judgement=Judgement.ACCEPTED, method="meter read", reason="", person="Ada Lovelace", date="2026-02-28"
    )
    subject = small_subject()
    facts = [
        one.model_copy(update={"verification": judged}) if one.id == "renewable_share" else one for one in subject.facts
    ]
    honest = record_of(subject.model_copy(update={"facts": tuple(facts)}))
    document: Document = orjson.loads(honest.content)
    step_of(document, "facts/renewable_share")[1]["verification"]["person"] = "Mallory"
    assert failed(checked(canonical_bytes(document), stated=honest.digest)) == {2, 7}
    forged = committed(document)
    assert failed(checked(forged, stated=honest.digest)) == {1}
    assert not failed(checked(forged)), "only the digest that was stored or signed tells who was first"


def test_a_changed_conclusion_with_new_commitments_is_detected_only_by_recomputing() -> None:
    document: Document = orjson.loads(recorded().content)
    step_of(document, "standing")[1]["certainty"] = "confirmed"
    assert failed(checked(committed(document))) == {7}


def test_an_input_that_can_no_longer_be_read_is_a_failed_check() -> None:
    document: Document = orjson.loads(recorded().content)
    step_of(document, "facts/status")[1]["value"]["choice"] = "ajar"
    checks = checked(committed(document))
    assert failed(checks) == {7}
    assert "Problem: facts[status].value.choice" in checks[6].message


def test_bytes_that_are_not_canonical_are_no_record() -> None:
    spaced = orjson.dumps(orjson.loads(recorded().content), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
    twice = recorded().content.replace(b'"subject":', b'"subject":"x","subject":')
    for content in (spaced, twice):
        checks = checked(content)
        assert failed(checks) == {1}
        assert "not in canonical form" in checks[0].message


def test_without_the_key_all_checks_that_need_no_key_still_pass() -> None:
    checks = checked(recorded().content, key=b"")
    assert [check.result for check in checks] == [PASSED, NOT_CHECKED, PASSED, PASSED, PASSED, PASSED, NOT_CHECKED]
    assert "record key is missing" in checks[1].message
    assert "The recomputed results are the same." in checks[6].message


def test_a_forged_conclusion_is_detected_without_the_key() -> None:
    document: Document = orjson.loads(recorded().content)
    conclusion = step_of(document, "conclusion")[1]
    conclusion["grade"] = "none" if conclusion.get("grade") != "none" else "3"
    checks = checked(canonical_bytes(document), key=b"")
    assert failed(checks) == {7}
    assert "'steps[conclusion][1].grade'" in checks[6].message


def test_a_key_of_another_length_is_refused() -> None:
    checks = checked(recorded().content, key=b"zz")
    assert failed(checks) >= {2}
    assert "has 2 bytes, but must have 32" in checks[1].message


def test_another_key_opens_no_commitment() -> None:
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
    assert "The record cannot be read" in checks[0].message
    assert len(checks[0].message) < 300


@given(st.binary(max_size=200))
def test_arbitrary_bytes_fail_the_first_check_without_an_exception(content: bytes) -> None:
    assert failed(checked(content)) == {1}


def test_values_of_two_kinds_at_once_are_refused() -> None:
    """Only one of the two values would be read; the other would remain in the record unverified."""
    document: Document = orjson.loads(recorded().content)
    step_of(document, "facts/energy_used")[1]["value"]["records"] = []
    checks = checked(committed(document))
    assert failed(checks) == {7}
    assert "facts/energy_used" in checks[6].message
    with pytest.raises(ValueError, match="a value has one kind, but number and flag were given"):
        DeclaredValue(number="1", flag=False)


def leaves(part: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of all leaf values of a document."""
    if isinstance(part, dict):
        return [place for key, value in part.items() for place in leaves(value, (*path, key))]
    if isinstance(part, list):
        return [place for index, value in enumerate(part) for place in leaves(value, (*path, index))]
    return [path]


def put(document: Document, path: tuple[str | int, ...], value: object) -> None:
    part: Any = document
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value


@cache
def original() -> Document:
    """A record with an unknown fact, a judgement and records."""
    document: Document = orjson.loads(record_of(small_subject(audited_on=None)).content)
    return document


PLACES = leaves(original())
VALUES: list[object] = [
    None, True, 7, "", "x", "1", "-0", "1e5", "not_applicable", "2026-02-30", "9999-12-31", [], {}, ["x"], [[]],
    {"number": "1", "records": []}, {"number": "1", "unit": "9**9**9"}, [{"serial": {"text": "A-1"}}], "\u0000", "甲",
]  # fmt: skip


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("batch", range(2))
def test_every_change_of_a_record_is_detected_without_an_exception(batch: int) -> None:
    random = Random(batch)
    versions = (published(),)
    for _ in range(tries(110)):
        document = copy.deepcopy(original())
        path = random.choice(PLACES)
        path = path[: random.randint(max(1, len(path) - 2), len(path))]
        value = random.choice(VALUES)
        put(document, path, value)
        if document == original():
            continue
        checks = checked(orjson.dumps(document, option=orjson.OPT_SORT_KEYS), versions=versions)
        assert failed(checks), (path, value)
