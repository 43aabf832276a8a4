"""Do the parts that are written as plain JSON say what the models say, and is what is written canonical?"""

from random import Random
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.contracts.canonical import canonical_bytes
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, PeriodText, Verification
from rules.contracts.outcomes import UnknownReason
from rules.contracts.record import EvaluatedFact
from rules.trail.evaluation import Evaluator, Recorded
from rules.trail.plain import SeenFact, plain_model, plain_value
from tests.support.random_subjects import KEY, KNOWN, random_subject, richer_card
from tests.support.small_card import small_card, small_subject

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


@given(FACTS, st.none() | VALUES, st.none() | st.sampled_from(UnknownReason), st.booleans())
def test_a_fact_is_written_as_its_model_is(
    declared: DeclaredFact, used: DeclaredValue | None, unknown: UnknownReason | None, unchanged: bool
) -> None:
    used = declared.value if unchanged else used
    seen = SeenFact(declared, used, unknown, None if used is None else plain_value(used))
    model = EvaluatedFact(declared=declared, used=used, unknown=unknown)
    assert orjson.loads(orjson.dumps(seen.plain())) == model.model_dump(mode="json", exclude_defaults=True)


def records() -> list[Recorded]:
    """Evaluate random subjects, and some of the small card with judgements, unknowns and records."""
    found = []
    for seed in range(30):
        card = richer_card(seed)
        evaluator = Evaluator(card, "ab" * 32, "scorecards/random/versions/1.0.0")
        random = Random(seed)  # noqa: S311 - tests want repeatable numbers, not secrets
        found += [evaluator.evaluate(random_subject(card, random, unknown=share), KEY) for share in (0, 0.15)]
        evaluator.close()
    evaluator = Evaluator(small_card(), "ab" * 32, "scorecards/small-factory/versions/1.0.0")
    for subject in (small_subject(), small_subject(audited_on=None), small_subject(renewable_share=None)):
        found.append(evaluator.evaluate(subject.model_copy(update={"known": KNOWN}), KEY))
    evaluator.close()
    return found


RECORDS = records()


@pytest.mark.parametrize("recorded", RECORDS)
def test_a_record_without_steps_is_what_its_bytes_say(recorded: Recorded) -> None:
    assert recorded.without_steps == recorded.record.model_copy(update={"steps": ()})


@pytest.mark.parametrize("recorded", RECORDS)
def test_a_record_read_back_is_written_with_the_same_bytes(recorded: Recorded) -> None:
    record = recorded.record
    assert canonical_bytes({**plain_model(record), "schema_number": record.schema_number}) == recorded.content


@pytest.mark.parametrize("recorded", RECORDS)
def test_what_is_written_without_being_looked_through_is_canonical(recorded: Recorded) -> None:
    document = orjson.loads(recorded.content)
    assert canonical_bytes(document) == recorded.content
    for step in document["steps"]:
        assert canonical_bytes(orjson.loads(step["payload"])).decode() == step["payload"]
