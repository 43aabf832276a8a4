"""Incremental re-evaluation: random sequences of changes against full inference, and reuse of unaffected results."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from rules.contracts.outcomes import Outcome
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.model.expressions import TOTAL_SCORE
from rules.model.scorecard import Scorecard, ShareScale
from rules.program import abstract_interpretation
from rules.program.nodes import AtomicTest, names_of
from rules.program.value_environment import MeasureValue
from tests.support.engine_card import between, card, chosen, compare, flag, gate, indicator, is_, number, question, row
from tests.support.random_cards import RandomCard
from tests.support.random_extents import random_question
from tests.support.random_stages import staged_question, staged_random_card
from tests.support.random_tables import random_tables, table_card, table_question
from tests.support.random_verdicts import verdict_random_card
from tests.support.tiers import tries
from tests.support.work import calls_made

Ask = Callable[[Scorecard, Random], InferenceQuestion]


def asked(scorecard: Scorecard, random: Random) -> InferenceQuestion:
    return random_question(scorecard, random, unknown=0.3)


def asked_in_stages(scorecard: Scorecard, random: Random) -> InferenceQuestion:
    return staged_question(scorecard, random, unknown=0.3)


def asked_of_tables(scorecard: Scorecard, random: Random) -> InferenceQuestion:
    return table_question(scorecard, random, random_tables(random), unknown=0.3)


def changed(
    now: InferenceQuestion, other: InferenceQuestion, random: Random, engine: InferenceEngine
) -> InferenceQuestion:
    """Change one or a few facts, or a setting, the day, the tables or the stages that are left."""
    now = replace(now, stages=None)
    match random.randint(0, 9):
        case 0:
            return replace(now, settings=other.settings)
        case 1:
            return replace(now, as_of=now.as_of + timedelta(days=random.choice([-400, 1, 400])))
        case 2:
            return replace(now, tables=other.tables)
        case 3 if engine.every_stage:
            return replace(now, stages=engine.explore(now).stages[:1])
        case _:
            names = random.sample(sorted(now.facts), random.choice([1, 1, 1, 3]))
            return replace(now, facts={**now.facts, **{name: other.facts[name] for name in names}})


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("build", "ask"),
    [
        (lambda seed: RandomCard(seed).build(), asked),
        (staged_random_card, asked_in_stages),
        (verdict_random_card, asked),
        (table_card, asked_of_tables),
    ],
    ids=["plain", "stages", "verdicts", "tables"],
)
def test_a_sequence_of_changes_is_concluded_like_each_question_alone(
    build: Callable[[int], Scorecard], ask: Ask
) -> None:
    """Each step is compared with the previous inference, by the oracle alone and by both evaluators."""
    moved = 0
    for seed in range(tries(25)):
        with closing(InferenceEngine(build(seed))) as engine:
            random = Random(seed)
            now = ask(engine.plan.scorecard, random)
            explored = agreed = engine.infer(now)
            for _ in range(8):
                before, now = now, changed(now, ask(engine.plan.scorecard, random), random, engine)
                explored, agreed = engine.explore(now, explored), engine.infer(now, agreed)
                assert explored == engine.explore(now)
                assert agreed == explored
                moved += agreed.first_pass != engine.explore(before).first_pass
    assert moved > tries(40)


SHARES = tuple(f"share_{place}" for place in range(12))


def wide(gates: int = 12) -> Scorecard:
    indicators = tuple(indicator(f"I{place}", 5, ShareScale(measure=name)) for place, name in enumerate(SHARES))
    return card(
        *(number(name, "%", 0, 100) for name in SHARES),
        *(flag(f"clean_{place}") for place in range(gates)),
        gates=tuple(gate(f"G{place}", chosen(f"clean_{place}", "yes")) for place in range(gates)),
        indicators=indicators,
        rows=(row("gold", 40), row("silver", 20, compare("share_0", "at_least", 50, "%"))),
    )


def test_results_unaffected_by_a_change_are_reused() -> None:
    with closing(InferenceEngine(wide())) as engine:
        known = {name: is_(50) for name in SHARES} | {f"clean_{place}": is_(True) for place in range(12)}
        before = engine.infer(question(engine.plan.scorecard, known))
        after = engine.infer(question(engine.plan.scorecard, {**known, "share_3": is_(60)}), before)
        same = [
            name
            for name, earned in after.score.indicator_points.items()
            if earned is before.score.indicator_points[name]
        ]
        assert len(same) == 11
        assert "I3" not in same
        gates = engine.infer(question(engine.plan.scorecard, {**known, "clean_5": is_(False)}), before)
        assert gates.passes["G5"] is Outcome.NOT_MET
        assert gates.score is before.score


def test_a_change_of_one_fact_reevaluates_only_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    asked_of: set[str] = set()
    honest = abstract_interpretation.ask

    def counting(atom: AtomicTest, value: MeasureValue) -> Outcome:
        asked_of.update(names_of(atom.measure))
        return honest(atom, value)

    with closing(InferenceEngine(wide())) as engine:
        known = question(engine.plan.scorecard, {"share_0": between(40, 60)})
        before = engine.explore(known)
        following = replace(known, facts={**known.facts, "share_4": is_(10)})
        alone = calls_made(lambda: engine.explore(following))
        assert calls_made(lambda: engine.explore(following, before)) < alone * 0.4

        monkeypatch.setattr(abstract_interpretation, "ask", counting)
        engine.explore(following, before)
        assert asked_of == {"share_4", TOTAL_SCORE, "share_0"}, "what it is, the rows of the ladder, and their clause"
