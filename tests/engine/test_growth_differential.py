"""Differential test of stages, maturity and verdicts on random cards, with soundness for unknown facts."""

import pytest

from rules.contracts.intervals import point_interval
from rules.contracts.outcomes import Outcome, Possibility
from rules.engine.decide import decide
from rules.engine.maturity import MaturityResult
from tests.support.deciding import random_engines
from tests.support.random_extents import complete, inside, random_question
from tests.support.random_stages import staged_completion, staged_question, staged_random_card
from tests.support.random_verdicts import verdict_random_card
from tests.support.tiers import tries


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("batch", range(2))
def test_every_completion_lies_inside_the_answer(batch: int) -> None:
    """Both evaluators conclude everything here, so that they are compared as well."""
    narrowed = raised = 0
    for card, engine, random in random_engines(range(batch, tries(80), 2), staged_random_card):
        for _ in range(max(tries(6), 4)):
            question = staged_question(card, random, unknown=random.choice([0.1, 0.4, 0.7]))
            open_answer = engine.infer(question)
            for _ in range(4):
                answer = engine.infer(staged_completion(card, question, random))
                assert len(answer.stages) == 1
                assert set(answer.stages) <= set(open_answer.stages)
                assert set(answer.grades) <= set(open_answer.grades)
                assert inside(answer.total, open_answer.total)
                for name, earned in open_answer.score.earned.items():
                    known = answer.score.earned[name]
                    assert inside(known.awarded, earned.awarded)
                    assert earned.applies in (Outcome.UNDETERMINED, known.applies)
                    if isinstance(known.detail, MaturityResult) and isinstance(earned.detail, MaturityResult):
                        assert inside(known.detail.percent, earned.detail.percent)
                        assert (known.detail.percent.high or 0) <= 100
                        raised += known.detail.percent != known.detail.level
                narrowed += answer.stages != open_answer.stages
    assert narrowed > tries(100)
    assert raised > tries(100)


@pytest.mark.full
def test_decisions_about_stages_hold_for_every_completion() -> None:
    """Excluded stages are never reached, certain ones always, and every witness leads to its stage."""
    possibilities: set[Possibility] = set()
    for card, engine, random in random_engines(range(tries(40)), staged_random_card):
        question = staged_question(card, random, unknown=0.3)
        decision = decide(engine, question)
        possibilities |= {answer.possibility for answer in decision.stages}
        for _ in range(6):
            answer = decide(engine, staged_completion(card, question, random))
            if not answer.stages:
                continue
            assert set(answer.possible_stages) <= set(decision.possible_stages)
            assert inside(answer.inference.total, decision.inference.total)
    assert possibilities >= set(Possibility) - {Possibility.NOT_EXCLUDED}


def test_a_fully_known_subject_has_no_undetermined_result() -> None:
    for card, engine, random in random_engines(range(tries(30)), staged_random_card):
        inference = engine.infer(staged_question(card, random, unknown=0))
        for earned in inference.score.earned.values():
            if isinstance(earned.detail, MaturityResult) and earned.applies is Outcome.MET:
                assert earned.detail.surely == earned.detail.possibly
                assert earned.detail.level.value is not None
                assert earned.detail.percent == point_interval(earned.detail.percent.low or earned.detail.level.value)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("batch", range(2))
def test_every_completion_yields_a_possible_verdict(batch: int) -> None:
    """Both evaluators run here too. The reported verdict is never milder than the verdict of a completion."""
    narrowed = coming = 0
    for card, engine, random in random_engines(range(batch, tries(60), 2), verdict_random_card):
        for _ in range(6):
            question = random_question(card, random, unknown=random.choice([0.1, 0.4, 0.7]))
            open_answer = engine.infer(question).verdict_result
            decided = decide(engine, question).verdict_result
            assert open_answer is not None
            assert decided is not None
            assert set(decided.possible) <= set(open_answer.possible)
            for _ in range(4):
                answer = engine.infer(complete(card, question, random)).verdict_result
                assert answer is not None
                assert len(answer.possible) == 1
                assert answer.verdict in decided.possible
                for known, open_ in zip(answer.rules, open_answer.rules, strict=True):
                    assert open_.outcome in (Outcome.UNDETERMINED, known.outcome)
                    assert open_.in_force in (Outcome.UNDETERMINED, known.in_force)
                    coming += known.is_upcoming
                    if open_.is_upcoming and known.outcome is Outcome.MET:
                        assert known.is_upcoming
                narrowed += answer.possible != open_answer.possible
    assert narrowed > tries(50)
    assert coming > 20
