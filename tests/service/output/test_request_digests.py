"""Digest of an evaluation request: independent of list order, changed by any other difference."""

import uuid

import pytest
from hypothesis import given, strategies as st

from rules.contracts.canonical import Json, canonical_bytes, digest
from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Subject
from service.output.mapping.requests import normal_bytes, read_request, write_request
from tests.service.output.test_mapping import evidence_items, facts
from tests.support.random_subjects import KNOWN
from tests.support.small_card import CARD, small_subject


def digest_of(subject: Subject, *, scorecard: str = f"scorecards/{CARD}") -> str:
    request = write_request(subject, scorecard=scorecard, request_id="123e4567-e89b-42d3-a456-426614174000")
    return read_request(request).body_digest


@given(st.randoms(use_true_random=False))
def test_the_order_of_lists_does_not_change_the_digest(random: object) -> None:
    subject = small_subject()
    shuffled = list(subject.facts)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis passes a random.Random
    credits = next(fact for fact in shuffled if fact.id == "credits")
    assert credits.value is not None
    assert credits.value.records is not None
    turned = credits.value.model_copy(update={"records": tuple(reversed(credits.value.records))})
    shuffled[shuffled.index(credits)] = credits.model_copy(update={"value": turned})
    assert digest_of(subject.model_copy(update={"facts": tuple(shuffled)})) == digest_of(subject)


@pytest.mark.parametrize(
    "other",
    [
        small_subject(certified=None),
        small_subject(certified=DeclaredValue()),
        small_subject(certified=DeclaredValue(flag=False)),
        small_subject(serious_violations=DeclaredValue(number="0.0", unit="time")),
        small_subject(themes=DeclaredValue(choices=("water",))),
        small_subject().model_copy(update={"settings": {}}),
        small_subject().model_copy(update={"settings": {"cascade": "reading"}}),
        small_subject().model_copy(update={"evidence": ()}),
        small_subject().model_copy(update={"as_of": "2026-03-02"}),
        small_subject().model_copy(update={"known": KNOWN}),
        small_subject().model_copy(update={"subject": "organizations/green-body/subjects/factory-8"}),
    ],
)
def test_every_change_changes_the_digest(other: Subject) -> None:
    assert digest_of(other) != digest_of(small_subject())


def test_the_scorecard_is_part_of_the_body_but_not_the_request_id() -> None:
    subject = small_subject()
    assert digest_of(subject, scorecard=f"scorecards/{CARD}/versions/1.0.0") != digest_of(subject)
    ids = (str(uuid.uuid4()) for _ in range(2))
    requests = [read_request(write_request(subject, scorecard=f"scorecards/{CARD}", request_id=id)) for id in ids]
    assert requests[0].body_digest == requests[1].body_digest


@given(facts, evidence_items)
def test_the_digest_covers_the_request_without_omitted_fields(fact: DeclaredFact, item: EvidenceItem) -> None:
    subject = small_subject().model_copy(update={"facts": (fact,), "evidence": (item,)})
    plain = subject.model_dump(mode="json", exclude_none=True)
    asked: Json = {"scorecard": f"scorecards/{CARD}", "subject": plain}
    assert digest_of(subject) == digest(canonical_bytes(in_normal_form(asked)))


def in_normal_form(value: Json) -> Json:
    """Sort every list, and make pairs of every mapping, as plain data."""
    if isinstance(value, dict):
        return {"pairs": [[key, in_normal_form(value[key])] for key in sorted(value)]}
    if isinstance(value, list):
        return sorted((in_normal_form(part) for part in value), key=canonical_bytes)
    return value


@given(
    st.recursive(
        st.text(max_size=3) | st.booleans(),
        lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(max_size=3), part, max_size=3),
    )
)
def test_a_request_is_written_in_normal_form_at_once(value: Json) -> None:
    assert normal_bytes(value) == canonical_bytes(in_normal_form(value))
