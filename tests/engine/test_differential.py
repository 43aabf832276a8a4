"""Differential test of durable-rules and the oracle on random cards, with soundness for unknown facts."""

from dataclasses import replace
from random import Random

import pytest

from rules.contracts.errors import EngineDisagreement
from rules.contracts.outcomes import ConclusionKind, Outcome
from rules.engine.both_evaluators import DualEvaluator, evaluate_rules
from rules.engine.inference_engine import InferenceEngine
from rules.engine.rete import ReteNetwork
from rules.program.abstract_interpretation import LazyMeasureValues
from tests.engine.networks import conclude
from tests.support.deciding import random_engines
from tests.support.random_cards import RandomCard, with_matrices
from tests.support.random_extents import complete, inside, random_question
from tests.support.tiers import tries

CARDS, SUBJECTS = tries(300), tries(50)
BATCHES = 6
_APART = 5
_KINDS_OF_COMPLETIONS = {
    ConclusionKind.NOT_APPLICABLE: {ConclusionKind.NOT_APPLICABLE},
    ConclusionKind.GATE_FAILED: {ConclusionKind.GATE_FAILED},
    ConclusionKind.NOT_GRADED: {ConclusionKind.NOT_GRADED},
    ConclusionKind.GRADE_OPEN: {ConclusionKind.GRADED, ConclusionKind.NOT_GRADED, ConclusionKind.GRADE_OPEN},
    ConclusionKind.GRADED: {ConclusionKind.GRADED},
}
"""Conclusions that are possible after the unknown facts become known; a kind without entry allows any."""


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("batch", range(BATCHES))
def test_both_evaluators_agree_on_random_cards_and_subjects(batch: int) -> None:
    """The engine raises on any disagreement. With --full, 15,000 pairs are compared, unknown facts included.

    Every fifth pair is also evaluated on the two networks separately.
    """
    compared = 0
    for seed in range(batch, CARDS, BATCHES):
        card = RandomCard(seed).build()
        engine = InferenceEngine(card)
        first, second = ReteNetwork(engine.plan.first_network), ReteNetwork(engine.plan.second_network)
        random = Random(seed)
        for subject in range(SUBJECTS):
            question = random_question(card, random, unknown=random.choice([0, 0.1, 0.3, 0.7]))
            inference = engine.explore(question)
            for network, plan in ((first, engine.plan.first_network), (second, engine.plan.second_network)):
                known = LazyMeasureValues(inference.values)
                assert subject % _APART or conclude(network, known) == evaluate_rules(plan, known)
            assert engine.infer(question) == inference
            compared += 1
        for network in (first, second):
            network.close()
        engine.close()
    assert compared == CARDS // BATCHES * SUBJECTS


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("batch", range(2))
def test_every_completion_lies_inside_the_answer(batch: int) -> None:
    narrowed = 0
    kinds: set[tuple[ConclusionKind, ConclusionKind]] = set()
    for card, engine, random in random_engines(range(batch, tries(80), 2)):
        for _ in range(max(tries(8), 4)):
            question = random_question(card, random, unknown=0.4)
            open_answer = engine.infer(question)
            for _ in range(4):
                answer = engine.infer(complete(card, question, random))
                assert set(answer.grades) <= set(open_answer.grades)
                assert answer.kind in _KINDS_OF_COMPLETIONS.get(open_answer.kind, ConclusionKind)
                kinds.add((open_answer.kind, answer.kind))
                assert inside(answer.total, open_answer.total)
                for gate, outcome in open_answer.gates.items():
                    assert outcome in (Outcome.UNDETERMINED, answer.gates[gate])
                for finding in card.findings:
                    concluded, raised = (given.second_pass[f"finding:{finding.id}"] for given in (open_answer, answer))
                    assert concluded is Outcome.UNDETERMINED or (concluded is Outcome.MET) == (raised is Outcome.MET)
                for name, earned in open_answer.score.earned.items():
                    assert inside(answer.score.earned[name].awarded, earned.awarded)
                narrowed += answer.grades != open_answer.grades
    assert narrowed > tries(50)
    ended = (ConclusionKind.NOT_APPLICABLE, ConclusionKind.GATE_FAILED)
    assert {(ConclusionKind.INCOMPLETE, kind) for kind in ended} | {(kind, kind) for kind in ended} <= kinds


@pytest.mark.parametrize("seed", range(max(tries(40), 6)))
def test_both_evaluators_agree_on_matrices_and_their_points_contain_all_completions(seed: int) -> None:
    card = with_matrices(RandomCard(seed).build(), seed)
    engine = InferenceEngine(card)
    random = Random(seed)
    for _ in range(5):
        question = random_question(card, random, unknown=random.choice([0.2, 0.5]))
        earned = engine.infer(question).score.earned
        for _ in range(3):
            for name, known in engine.infer(complete(card, question, random)).score.earned.items():
                assert inside(known.awarded, earned[name].awarded)
                assert earned[name].applies in (Outcome.UNDETERMINED, known.applies)
    engine.close()


@pytest.mark.full
def test_incremental_inference_returns_the_same_conclusion_as_full_inference() -> None:
    """The reference inference differs in some facts, or belongs to an unrelated question."""
    shared = 0
    for card, engine, random in random_engines(range(tries(60))):
        for unknown in (0, 0.2):
            question, other = (random_question(card, random, unknown=unknown) for _ in range(2))
            changed = replace(question, facts={**other.facts, "lots": question.facts["lots"]})
            if random.random() < 0.5:
                name = random.choice(sorted(question.facts))
                changed = replace(question, facts={**question.facts, name: other.facts[name]})
            alone = engine.infer(changed)
            for inference in (engine.infer(question), engine.infer(other)):
                together = engine.infer(changed, inference)
                assert together == alone
                shared += together.counted_records["lots"] is inference.counted_records["lots"]
    assert shared > tries(20)


def test_a_disagreement_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    card = RandomCard(3).build()
    engine = InferenceEngine(card)
    question = random_question(card, RandomCard(1).random, unknown=0)
    assert engine.infer(question).grades
    honest = DualEvaluator._expected
    turned = {Outcome.MET: Outcome.NOT_MET}

    def lying(*arguments: object) -> dict[str, Outcome]:
        answers = honest(*arguments)  # type: ignore[arg-type]
        name = next(iter(answers))
        return {**answers, name: turned.get(answers[name], Outcome.MET)}

    monkeypatch.setattr(DualEvaluator, "_expected", lying)
    with pytest.raises(EngineDisagreement, match="The evaluators differ on"):
        engine.infer(question)
    engine.close()
