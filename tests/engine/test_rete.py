"""Gateway to durable-rules: random rules against the oracle, shared rules, code cache and engine failures."""

import json
from collections.abc import Callable
from contextlib import closing
from fractions import Fraction
from random import Random

import durable_rules_engine
import pytest

from rules.contracts.intervals import UNBOUNDED, Interval
from rules.contracts.outcomes import Outcome
from rules.engine import rete
from rules.engine.both_evaluators import evaluate_rules
from rules.engine.inference_engine import InferenceEngine
from rules.engine.rete import EngineFailureError
from rules.engine.rulesets import write_exact_rules
from rules.engine.threshold_codes import codings
from rules.model.expressions import NumberOperator
from rules.program.lowering import number_span
from rules.program.nodes import AtomicTest, Measure, NamedNumber, Word
from rules.program.value_environment import ANYTHING, MeasureValue
from tests.engine.networks import agrees, at_least, at_most, compiled, conclude, network, point_value
from tests.support.engine_card import (
    band as points_band,
    by_bands,
    card,
    compare,
    indicator,
    infer,
    is_,
    number,
    question,
    row,
)
from tests.support.tiers import tries


def test_many_conditions_on_one_measure_become_one_term() -> None:
    plan = network(tuple(at_least("n", bound) for bound in range(30)))
    with compiled(plan) as engine:
        for value in (-1, 0, 28, 29, 30):
            agrees(plan, engine, {NamedNumber("n"): point_value(value)})


def test_contradictory_conditions_are_never_met() -> None:
    plan = network((at_least("n", 5), at_most("n", 3)), (at_least("n", 5), at_most("n", 3), at_least("m", 0)))
    with compiled(plan) as engine:
        for value in (
            point_value(2),
            point_value(4),
            point_value(6),
            None,
            UNBOUNDED,
            ANYTHING,
            Interval(Fraction(3), Fraction(5)),
        ):
            for other in (point_value(0), point_value(-1), None, UNBOUNDED):
                agrees(plan, engine, {NamedNumber("n"): value, NamedNumber("m"): other})


def test_rules_without_conditions_are_met() -> None:
    plan = network((), (at_least("n", 1),))
    with compiled(plan) as engine:
        assert conclude(engine, {NamedNumber("n"): UNBOUNDED}) == {"r0": Outcome.MET, "r1": Outcome.UNDETERMINED}


def test_a_network_without_rules_concludes_nothing() -> None:
    with compiled(network()) as engine:
        assert conclude(engine, {}) == {}


def test_random_rules_over_few_measures_agree_with_the_oracle() -> None:
    random = Random(7)
    selection = Word("c", ("a", "b", "c"))
    for _ in range(tries(12)):
        rules = []
        for _ in range(60):
            atoms = [random.choice([at_least, at_most])(random.choice("nm"), random.randint(0, 30)) for _ in range(3)]
            if random.random() < 0.3:
                atoms.append(AtomicTest(selection, frozenset(random.sample("abc", random.randint(1, 2)))))
            rules.append(tuple(atoms[random.randint(0, 2) :]))
        plan = network(*rules)
        values: list[MeasureValue] = [None, ANYTHING, *(point_value(value) for value in range(-1, 32, 4))]
        values += [Interval(Fraction(low), Fraction(low + 6), True) for low in range(0, 30, 5)]
        with compiled(plan) as engine:
            for _ in range(60):
                choices: MeasureValue = random.choice([frozenset("a"), frozenset("c"), frozenset("abc"), None])
                known: dict[Measure, MeasureValue] = {
                    NamedNumber("n"): random.choice(values),
                    NamedNumber("m"): random.choice(values),
                    selection: choices,
                }
                agrees(plan, engine, {measure: known[measure] for measure in plan.measures})
                some = random.sample([rule.id for rule in plan.rules], random.randint(0, 20))
                whole = conclude(engine, known)
                assert conclude(engine, known, some) == {rule: whole[rule] for rule in some}
                assert evaluate_rules(plan, known, some) == {rule: whole[rule] for rule in some}


Asked = list[list[dict[str, object]]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Record the fact batches sent to durable-rules."""
    batches: Asked = []
    honest = durable_rules_engine.assert_facts

    def counting(handle: int, facts: str) -> object:
        batches.append(json.loads(facts))
        return honest(handle, facts)

    monkeypatch.setattr(durable_rules_engine, "assert_facts", counting)
    return batches


def test_durable_rules_is_really_queried(asked: Asked) -> None:
    scorecard = card(
        number("n", "t", 0),
        indicators=(indicator("I1", 10, by_bands("n", points_band(None, 5, 0), points_band(5, None, 10), unit="t")),),
        rows=(row("gold", 10, compare("n", "at_most", 7, "t")),),
    )
    assert infer(scorecard, {"n": is_(6)}).grades == ("gold",)
    assert len(asked) == 2, "one batch for each pass"
    assert all("tick" in batch[-1] for batch in asked), "the tick comes last"
    numbers = [value for batch in asked for fact in batch for name, value in fact.items() if name not in ("sid", "id")]
    assert all(type(value) is int for value in numbers), "nothing but small integers enters the engine"
    assert {fact["sid"] for batch in asked for fact in batch} == {"s"}


def test_incremental_inference_queries_only_changed_measures(asked: Asked) -> None:
    scorecard = card(
        number("n", "t", 0),
        number("m", "t", 0),
        indicators=(
            indicator("I1", 10, by_bands("n", points_band(None, 5, 0), points_band(5, None, 10), unit="t")),
            indicator("I2", 10, by_bands("m", points_band(None, 5, 0), points_band(5, None, 10), unit="t")),
        ),
        rows=(row("gold", 10, compare("n", "at_most", 7, "t")),),
    )
    with closing(InferenceEngine(scorecard)) as engine:
        before = engine.infer(question(scorecard, {"n": is_(6), "m": is_(6)}))
        asked.clear()
        assert engine.infer(question(scorecard, {"n": is_(6), "m": is_(6)}), before) == before
        assert asked == [], "nothing changed"
        after = engine.infer(question(scorecard, {"n": is_(6), "m": is_(4)}), before)
        named = [sum(name not in ("sid", "id", "tick") for fact in batch for name in fact) for batch in asked]
        assert named == [1, 2], "m; then the total and n, in the one fact of the row"
        assert after == engine.infer(question(scorecard, {"n": is_(6), "m": is_(4)}))
        assert after != before


def test_known_and_unknown_measures_are_queried_separately(asked: Asked) -> None:
    """Known measures are sent as one value each, unknown measures rule by rule."""
    alone = [(at_least("a", bound),) for bound in range(3)]
    plan = network(*alone, (at_least("b", 1),), (at_least("b", 1), at_least("c", 1)), (at_least("d", 1),))
    known: dict[Measure, MeasureValue] = {NamedNumber(name): point_value(1) for name in "abcd"}
    with compiled(plan) as engine:
        agrees(plan, engine, known)
        assert [len(batch) for batch in asked] == [4, 4], (
            "a; b and d alike; b with c; the tick; then two that are alike, asked once"
        )
        asked.clear()
        agrees(plan, engine, {**known, NamedNumber("c"): UNBOUNDED})
        assert [len(batch) for batch in asked] == [3, 2] * 2, "a; b and d alike; then b with c; each with the tick"
        asked.clear()
        agrees(plan, engine, dict.fromkeys(known, UNBOUNDED))
        assert [len(batch) for batch in asked] == [6] * 2, "a for each bound; b and d alike; b with c; the tick"


def test_a_rule_of_several_measures_is_queried_separately_if_a_measure_does_not_apply(asked: Asked) -> None:
    plan = network((at_least("a", 1),), (at_least("b", 1), at_least("c", 1)), (at_least("c", 1), at_least("d", 1)))
    known: dict[Measure, MeasureValue] = {NamedNumber(name): point_value(1) for name in "abcd"}
    with compiled(plan) as engine:
        agrees(plan, engine, known)
        assert [len(batch) for batch in asked] == [3, 3], "a; both rules of two measures, alike; the tick; by both ways"
        for absent in "bc":
            asked.clear()
            agrees(plan, engine, {**known, NamedNumber(absent): None})
            assert len(asked) == 4, "what applies, then what does not; by both ways"
            assert all("tick" in batch[-1] for batch in asked)


def test_identical_codes_are_queried_once_and_only_the_latest_are_cached(asked: Asked) -> None:
    plan = network(
        (at_least("a", 1), at_least("b", 1)), *((at_least("c", bound),) for bound in range(rete._MAX_MEMO_ENTRIES))
    )
    first: dict[Measure, MeasureValue] = {
        NamedNumber("a"): point_value(5),
        NamedNumber("b"): point_value(3),
        NamedNumber("c"): point_value(-1),
    }
    others: list[dict[Measure, MeasureValue]] = [{**first, NamedNumber("b"): value} for value in (UNBOUNDED, None)]
    with compiled(plan) as engine:
        for known in (first, *others):
            asked.clear()
            agrees(plan, engine, known)
            assert asked
            asked.clear()
            agrees(plan, engine, {**known, NamedNumber("a"): point_value(7)})
            assert asked == [], "seven is coded as five is"
        for bound in range(rete._MAX_MEMO_ENTRIES):
            agrees(plan, engine, {**first, NamedNumber("c"): point_value(bound)})
        assert len(engine._conclusion_memo) == rete._MAX_MEMO_ENTRIES
        asked.clear()
        agrees(plan, engine, first)
        assert asked, "what was asked long ago is asked anew"


@pytest.mark.parametrize("most", [1_000, 4])
def test_queries_of_several_requests_are_asserted_in_batches(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(rete, "_FACTS_PER_BATCH", most)
    plan = network(*((at_least("a", bound),) for bound in range(4)), (at_least("a", 1), at_least("b", 1)))
    every = [f"r{place}" for place in range(5)]
    spans = [Interval(Fraction(low), Fraction(high)) for low in range(5) for high in range(low + 1, 5)]
    questions: list[dict[Measure, MeasureValue]] = [
        {NamedNumber("a"): span, NamedNumber("b"): value} for span in spans for value in (point_value(3), UNBOUNDED)
    ]
    with compiled(plan) as engine:
        concluded = engine.conclude_each([engine.request(measured, every) for measured in questions])
        assert concluded == [evaluate_rules(plan, measured) for measured in questions]
        assert max(map(len, asked)) <= most + 1, "and the tick"
        assert (len(asked) == 1) is (most == 1_000)


def test_a_rule_that_exceeds_the_engine_limit_is_concluded_in_parts() -> None:
    """For example a choice with every other value named, or many measures each bounded on both sides."""
    choice = Word("c", tuple(f"v{place:02}" for place in range(60)))
    every_other = AtomicTest(choice, frozenset(choice.domain[::2]))
    between = [atom for name in "abdefg" for atom in (at_least(name, 1), at_most(name, 5))]
    without = [AtomicTest(NamedNumber("n"), number_span(NumberOperator.IS_NOT, Fraction(place))) for place in range(60)]
    plan = network((every_other,), tuple(between), (every_other, *between), tuple(without), (every_other, *without))
    random = Random(3)
    numbers = [
        point_value(3),
        point_value(3),
        point_value(3),
        point_value(1),
        UNBOUNDED,
        Interval(Fraction(2), Fraction(4)),
        None,
        ANYTHING,
        point_value(9),
    ]
    words: list[MeasureValue] = [frozenset({word}) for word in choice.domain]
    words += [frozenset(choice.domain), frozenset(choice.domain[:2]), None]
    with compiled(plan) as engine:
        for _ in range(150):
            values = {measure: random.choice(numbers) for measure in plan.measures}
            agrees(plan, engine, {**values, choice: random.choice(words)})


def test_measures_with_equal_runs_share_engine_rules() -> None:
    """However many measures are compared with a number each, there are three runs: absent, below, at least."""
    plan = network(*((at_least(f"n{place}", place),) for place in range(300)))
    atom_codings = codings(atom for rule in plan.rules for atom in rule.atoms)
    rules = json.loads(write_exact_rules(plan.rules, atom_codings).to_json())
    assert len(rules) == 4, "three runs and the tick"
    random = Random(11)
    values = [None, ANYTHING, UNBOUNDED, *(point_value(value) for value in range(0, 300, 20))]
    with compiled(plan) as engine:
        for _ in range(10):
            agrees(plan, engine, {measure: random.choice(values) for measure in plan.measures})
        agrees(plan, engine, {measure: point_value(150) for measure in plan.measures})


def test_a_conclusion_missing_from_durable_rules_is_a_disagreement(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its answers are used: an engine that fires nothing but the tick leaves everything undetermined or out."""
    plan = network((at_least("n", 1),))
    with compiled(plan) as engine:
        monkeypatch.setattr(rete._CompiledRuleset, "run", lambda *_: [])
        assert conclude(engine, {NamedNumber("n"): point_value(1)}, ["r0"]) == {"r0": Outcome.UNDETERMINED}
        engine._conclusion_memo.clear()
        assert engine.conclude_each([(None, (1,))]) == [{}]
    monkeypatch.undo()
    with compiled(plan) as engine:
        assert conclude(engine, {NamedNumber("n"): point_value(1)}) == {"r0": Outcome.MET}


def _broken(*_: object) -> object:
    raise RuntimeError("out of memory")


def _silent(*_: object) -> None:
    return None


@pytest.mark.parametrize(
    ("function", "instead", "message"),
    [
        ("start_action_for_state", _silent, "did not return the tick"),
        ("start_action_for_state", _broken, "out of memory"),
        ("assert_facts", _broken, "out of memory"),
        ("complete_and_start_action", _broken, "out of memory"),
        ("delete_state", _broken, "out of memory"),
    ],
)
def test_after_a_failure_the_network_is_new_and_answers_rightly(
    monkeypatch: pytest.MonkeyPatch, function: str, instead: Callable[..., object], message: str
) -> None:
    plan = network((at_least("n", 1),), (at_least("n", 2), at_most("m", 5)))
    known: dict[Measure, MeasureValue] = {NamedNumber("n"): point_value(2), NamedNumber("m"): point_value(4)}
    with compiled(plan) as engine:
        agrees(plan, engine, known)
        for turn in range(3):
            known = {**known, NamedNumber("m"): (None, point_value(5), UNBOUNDED)[turn]}
            with monkeypatch.context() as patch:
                patch.setattr(durable_rules_engine, function, instead)
                with pytest.raises(EngineFailureError, match=message):
                    conclude(engine, known)
            agrees(plan, engine, known)
            agrees(plan, engine, {**known, NamedNumber("n"): point_value(0)})


def test_a_tick_that_never_fires_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = network((at_least("n", 1),))
    honest = durable_rules_engine.assert_facts

    def without_tick(handle: int, facts: str) -> object:
        return honest(handle, json.dumps(json.loads(facts)[:-1]))

    with compiled(plan) as engine:
        monkeypatch.setattr(durable_rules_engine, "assert_facts", without_tick)
        with pytest.raises(EngineFailureError, match="tick"):
            conclude(engine, {NamedNumber("n"): point_value(1)})
        monkeypatch.undo()
        assert conclude(engine, {NamedNumber("n"): point_value(1)}) == {"r0": Outcome.MET}


def test_an_evaluation_leaves_no_state_for_the_next_evaluation() -> None:
    plan = network((at_least("n", 1), at_most("m", 1)))
    with compiled(plan) as engine:
        for turn in range(1_500):
            engine._conclusion_memo.clear()
            known: dict[Measure, MeasureValue] = {
                NamedNumber("n"): point_value(turn % 3),
                NamedNumber("m"): point_value(turn % 2 * 2),
            }
            agrees(plan, engine, known)
