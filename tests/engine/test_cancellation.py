"""Cooperative cancellation of evaluation, explanation and verification, with no effect on later runs."""

from itertools import count

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.errors import EvaluationCancelledError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from rules.trail.verify import verify
from tests.support.small_card import small_card, small_subject
from tests.support.verifying import published

VERSION = "scorecards/small-factory/versions/1.0.0"
KNOWN = "2026-03-01T00:00:00Z"


@pytest.fixture(scope="module")
def evaluator() -> Evaluator:
    return Evaluator(small_card(), "00" * 32, VERSION)


def sparse() -> Subject:
    """Return a subject with few known facts, so that the evaluator has to search for witnesses."""
    facts = (DeclaredFact(id="energy_used", value=DeclaredValue(number="1", unit="MWh")),)
    return small_subject().model_copy(update={"facts": facts, "settings": {}, "known": KNOWN})


@given(patience=st.integers(0, 30))
@settings(deadline=None, max_examples=15)
def test_an_evaluation_ends_at_the_question_that_is_answered_with_stop(evaluator: Evaluator, patience: int) -> None:
    asked = count()
    with pytest.raises(EvaluationCancelledError), evaluator.engine.cancellation.until(lambda: next(asked) >= patience):
        evaluator.evaluate(sparse(), bytes(32))
    assert next(asked) == patience + 1


def test_a_cancelled_evaluation_does_not_affect_later_evaluations(evaluator: Evaluator) -> None:
    before = evaluator.evaluate(sparse(), bytes(32))
    with pytest.raises(EvaluationCancelledError), evaluator.engine.cancellation.until(lambda: True):
        evaluator.evaluate(sparse(), bytes(32))
    assert evaluator.evaluate(sparse(), bytes(32)).content == before.content


def test_the_searches_of_an_explanation_are_cancelled(evaluator: Evaluator) -> None:
    record = evaluator.evaluate(sparse(), bytes(32)).record
    asked = count()
    with pytest.raises(EvaluationCancelledError), evaluator.engine.cancellation.until(lambda: next(asked) >= 20):
        explain(evaluator, record, "en")
    assert next(asked) == 21


def test_cancellation_is_checked_at_every_record_of_a_list(evaluator: Evaluator) -> None:
    credits = tuple(
        {"serial": DeclaredValue(text=f"A-{number}"), "amount": DeclaredValue(number="1", unit="tCO2e")}
        for number in range(50)
    )
    subject = small_subject(credits=DeclaredValue(records=credits)).model_copy(update={"known": KNOWN})
    asked = count()
    with evaluator.engine.cancellation.until(lambda: next(asked) < 0):
        evaluator.evaluate(subject, bytes(32))
    assert next(asked) >= 50


def test_a_cancelled_verification_is_not_a_failed_check(evaluator: Evaluator) -> None:
    recorded = evaluator.evaluate(sparse(), bytes(32))
    with pytest.raises(EvaluationCancelledError):
        verify(
            content=recorded.content,
            stated_digest=recorded.digest,
            record_key=bytes(32),
            versions=(published(),),
            should_stop=lambda: True,
        )
