"""Plain JSON serialisation of records: equivalence with the models, round trip and canonical form."""

from random import Random
from typing import Any

import orjson
import pytest
from hypothesis import assume, given, strategies as st

from rules.contracts.canonical import canonical_bytes
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, PeriodText, Verification
from rules.contracts.outcomes import UnknownReason
from rules.contracts.record_bytes import plain_model, read_complete_record, read_uncommitted
from rules.contracts.step_contents import FactContent, content_parts
from rules.trail.evaluation import Evaluator, LazyRecord
from rules.trail.evaluation_result import ResolvedFact
from tests.support.random_subjects import KEY, KNOWN, random_subject, richer_card
from tests.support.small_card import small_card, small_subject
from tests.support.tiers import tries

WORDS = st.text(max_size=4)
KINDS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({}) | st.one_of(
    st.fixed_dictionaries({"number": WORDS}, optional={"unit": WORDS}),
    st.fixed_dictionaries({"choice": WORDS}),
    st.fixed_dictionaries({"flag": st.booleans()}),
    st.fixed_dictionaries({"text": WORDS}),
    st.fixed_dictionaries({"choices": st.lists(WORDS, max_size=2).map(tuple)}),
    st.fixed_dictionaries({"period": st.builds(PeriodText, first=WORDS, last=WORDS)}),
    st.fixed_dictionaries({"not_applicable": st.just(True)}),
)
EVIDENCE = st.lists(WORDS, max_size=2).map(tuple)
SCALARS = st.builds(lambda kind, evidence: DeclaredValue(**kind, evidence=evidence), KINDS, EVIDENCE)
FIELDS = st.dictionaries(st.sampled_from(["serial", "amount"]), SCALARS, max_size=2)
VALUES = SCALARS | st.builds(lambda rows: DeclaredValue(records=tuple(rows)), st.lists(FIELDS, max_size=2))
VERIFICATIONS = st.builds(
    Verification,
    judgement=st.sampled_from(Judgement),
    corrected=st.none() | VALUES,
    method=WORDS,
    reason=WORDS,
    person=WORDS,
    date=WORDS,
)
FACTS = st.builds(DeclaredFact, id=WORDS, value=st.none() | VALUES, verification=st.none() | VERIFICATIONS)


@given(VALUES)
def test_the_plain_form_of_a_value_equals_the_form_of_its_model(value: DeclaredValue) -> None:
    assert orjson.loads(orjson.dumps(plain_model(value))) == value.model_dump(mode="json", exclude_defaults=True)


@given(FACTS, st.none() | VALUES, st.none() | st.sampled_from(UnknownReason), st.booleans())
def test_the_content_of_a_fact_includes_the_declared_value_and_the_value_used(
    declared: DeclaredFact, used: DeclaredValue | None, unknown: UnknownReason | None, unchanged: bool
) -> None:
    used = declared.value if unchanged else used
    assume(used is not None or unknown is not None or declared.value is None)
    given_, *seen = orjson.loads(orjson.dumps(content_parts(ResolvedFact(declared, used, unknown).step_content())))
    read = FactContent.read([given_, *seen])
    assert DeclaredFact.model_validate_json(orjson.dumps({**given_, "id": declared.id})) == declared
    assert content_parts(read) == [given_, *seen]
    reason = seen.pop() if seen and isinstance(seen[-1], str) else None
    assert reason == (None if unknown is None else unknown.value)
    if seen:
        assert DeclaredValue.model_validate_json(orjson.dumps(seen.pop())) == used
    elif used is not None or unknown is None:
        assert used == declared.value
    assert not seen


def records() -> list[LazyRecord]:
    """Evaluate random subjects, and some of the small card with judgements, unknowns and records."""
    lazy_records = []
    for seed in range(tries(30)):
        card = richer_card(seed)
        evaluator = Evaluator(card, "ab" * 32, "scorecards/random/versions/1.0.0")
        random = Random(seed)
        lazy_records += [evaluator.evaluate(random_subject(card, random, unknown=share), KEY) for share in (0, 0.15)]
        evaluator.close()
    evaluator = Evaluator(small_card(), "ab" * 32, "scorecards/small-factory/versions/1.0.0")
    for subject in (small_subject(), small_subject(audited_on=None), small_subject(renewable_share=None)):
        lazy_records.append(evaluator.evaluate(subject.model_copy(update={"known": KNOWN}), KEY))
    evaluator.close()
    return lazy_records


RECORDS = records()


@pytest.mark.parametrize("recorded", RECORDS)
def test_a_record_without_steps_differs_only_in_its_steps(recorded: LazyRecord) -> None:
    assert recorded.without_steps == recorded.record.model_copy(update={"steps": ()})


@pytest.mark.parametrize("recorded", RECORDS)
def test_a_record_read_from_bytes_is_written_with_the_same_bytes(recorded: LazyRecord) -> None:
    written = read_complete_record(recorded.content)
    assert written == recorded.written_record
    assert written.content == recorded.content
    assert read_uncommitted(written.uncommitted).steps == written.steps


@pytest.mark.parametrize("recorded", RECORDS)
def test_fast_serialisation_is_canonical(recorded: LazyRecord) -> None:
    document = orjson.loads(recorded.content)
    assert canonical_bytes(document) == recorded.content
    for step in recorded.record.steps:
        assert canonical_bytes(orjson.loads(step.payload)).decode() == step.payload
        assert orjson.loads(step.found)[0] == step.id
