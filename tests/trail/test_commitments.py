"""Do commitments and chain follow their published recipe, as anybody can compute it again?"""

import hashlib
import hmac
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.contracts.canonical import canonical_bytes
from rules.contracts.record import Step
from rules.trail.commitments import StepRecorder, chain, commitment
from rules.trail.evaluation import Evaluator
from tests.support.random_subjects import KEY, KNOWN
from tests.support.small_card import small_card, small_subject


def steps_of(recorder: StepRecorder) -> list[Step]:
    """Read back what was recorded, which is canonical JSON."""
    written = recorder.finish().written
    plain = json.loads(written)
    assert canonical_bytes(plain) == written
    return [Step.model_validate(step) for step in plain]


def trail_head(record_key: bytes, steps: list[dict[str, str]]) -> str:
    """The recipe once more, from its description alone: HMAC salt, SHA-256 commitment, chained links."""
    link = b"\0" * 32
    for step in steps:
        salt = hmac.digest(record_key, step["id"].encode(), "sha256")
        found = hashlib.sha256(salt + step["payload"].encode()).digest()
        assert found.hex() == step["commitment"], step["id"]
        link = hashlib.sha256(link + step["id"].encode() + b"\0" + found).digest()
    return link.hex()


def test_a_record_is_proved_by_the_recipe_alone() -> None:
    evaluator = Evaluator(small_card(), "ab" * 32, "scorecards/small-factory/versions/1.0.0")
    recorded = evaluator.evaluate(small_subject().model_copy(update={"known": KNOWN}), KEY)
    evaluator.close()
    document = json.loads(recorded.content)
    assert trail_head(KEY, document["steps"]) == document["trail_digest"]
    assert len(document["steps"]) > 20
    assert hashlib.sha256(recorded.content).hexdigest() == recorded.digest


def test_another_key_gives_other_commitments_to_the_same_payloads() -> None:
    subject = small_subject().model_copy(update={"known": KNOWN})
    evaluator = Evaluator(small_card(), "ab" * 32, "scorecards/small-factory/versions/1.0.0")
    one, other = (evaluator.evaluate(subject, key).record for key in (KEY, bytes(32)))
    evaluator.close()
    assert [step.payload for step in one.steps] == [step.payload for step in other.steps]
    assert not {step.commitment for step in one.steps} & {step.commitment for step in other.steps}
    assert one.trail_digest != other.trail_digest


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=8)), min_size=1, max_size=5), st.data())
def test_every_change_changes_the_head(entries: list[tuple[str, str]], data: st.DataObject) -> None:
    def steps(given_: list[tuple[str, str]]) -> list[Step]:
        return [
            Step(id=name, kind="k", payload=payload, commitment=commitment(KEY, name, payload))
            for name, payload in given_
        ]

    head = chain(steps(entries))
    place = data.draw(st.integers(0, len(entries) - 1))
    name, payload = entries[place]
    for changed in ((name + "x", payload), (name, payload + "x")):
        assert chain(steps([*entries[:place], changed, *entries[place + 1 :]])) != head
    assert chain(steps(entries[:place] + entries[place + 1 :])) != head
    assert chain(steps([*entries, entries[place]])) != head
    if entries != entries[::-1]:
        assert chain(steps(entries[::-1])) != head


def test_the_empty_chain_is_the_first_link() -> None:
    assert chain([]) == "00" * 32


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_record_key_has_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match=f"a record key has 32 bytes, not {length}"):
        StepRecorder(bytes(length))


def test_a_payload_is_canonical_text() -> None:
    recorder = StepRecorder(KEY)
    recorder.record("a", "k", {"z": 1, "a": "字"})
    recorder.record("b", "k", [], parent="a", references=("a",))
    first, second = steps_of(recorder)
    assert first.payload == '{"a":"字","z":1}'
    assert (second.parent, second.references) == ("a", ("a",))
    with pytest.raises(TypeError):
        recorder.record("c", "k", {"share": 0.5})  # type: ignore[dict-item]


@given(st.lists(st.tuples(st.text(max_size=70), st.text(max_size=8)), max_size=5), st.binary(min_size=32, max_size=32))
def test_what_is_recorded_is_committed_and_chained_as_it_will_be_verified(
    entries: list[tuple[str, str]], key: bytes
) -> None:
    recorder = StepRecorder(key)
    for name, payload in entries:
        recorder.record(name, "k", payload)
    steps = steps_of(recorder)
    assert [(step.id, step.payload) for step in steps] == [
        (name, canonical_bytes(payload).decode()) for name, payload in entries
    ]
    assert [step.commitment for step in steps] == [commitment(key, step.id, step.payload) for step in steps]
    assert recorder.finish().head == chain(steps)
