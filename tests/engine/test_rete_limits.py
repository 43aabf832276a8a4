"""Limits of durable-rules: refusal of measures, fields and rules beyond them, sharing, and networks in shards."""

from fractions import Fraction

import pytest

from benchmarks.cards import points, scorecard, subject
from rules.contracts.errors import PlanError
from rules.contracts.intervals import UNBOUNDED, Interval
from rules.contracts.outcomes import Outcome
from rules.engine import rete, rulesets
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.network import Network, PlannedRule
from rules.engine.read_subject import read_subject
from rules.engine.rete import MEASURES_PER_SHARD, RULES_PER_SHARD, ReteNetwork, ShardedNetwork
from rules.engine.rulesets import RulesetBuilder
from rules.model.expressions import NumberOperator
from rules.program.compiled_evaluation import MeasuredValues
from rules.program.lowering import number_span
from rules.program.nodes import AtomicTest, Measure, NamedNumber
from rules.program.value_environment import ANYTHING, MeasureValue
from tests.engine.networks import agrees, at_least, compiled, conclude, network, point_value


def test_fifteen_measures_in_one_rule_are_concluded() -> None:
    names = [f"n{place}" for place in range(rete.MAXIMUM_TERMS)]
    plan = network(tuple(at_least(name, 1) for name in names))
    with compiled(plan) as engine:
        met: dict[Measure, MeasureValue] = {NamedNumber(name): point_value(1) for name in names}
        assert conclude(engine, met) == {"r0": Outcome.MET}
        for name in names:
            assert conclude(engine, {**met, NamedNumber(name): point_value(0)}) == {"r0": Outcome.NOT_MET}
            assert conclude(engine, {**met, NamedNumber(name): None}) == {"r0": Outcome.NOT_APPLICABLE}
            assert conclude(engine, {**met, NamedNumber(name): UNBOUNDED}) == {"r0": Outcome.UNDETERMINED}


def test_sixteen_measures_in_one_rule_are_refused() -> None:
    plan = network(tuple(at_least(f"n{place}", 1) for place in range(rete.MAXIMUM_TERMS + 1)))
    with pytest.raises(PlanError, match="r0 has conditions on 16 measures; at most 15"):
        ReteNetwork(plan)


def test_a_card_beyond_the_field_limit_is_refused() -> None:
    with pytest.raises(PlanError, match="The scorecard compares 401 measures; at most 400"):
        RulesetBuilder().to_json(rete.MAXIMUM_FIELDS + 1)


def test_a_card_beyond_the_rule_limit_is_refused_at_compilation(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of one number is three in the engine: met, not met, not applicable."""
    monkeypatch.setattr(rulesets, "MAXIMUM_RULES", 3)
    engine = ReteNetwork(network((at_least("n", 1),)))
    with pytest.raises(PlanError, match="The scorecard needs 4 engine rules; at most 3"):
        engine.compile()
    engine.close()


def test_measures_with_identical_conditions_share_their_engine_rules() -> None:
    plan = network(*((at_least(f"n{place}", place % 7),) for place in range(2 * rete.MAXIMUM_FIELDS)))
    with compiled(plan) as engine:
        for value in (point_value(3), None, UNBOUNDED):
            agrees(plan, engine, dict.fromkeys(plan.measures, value))


def test_any_number_of_rules_may_depend_on_one_condition() -> None:
    """The engine crashes at 256 rules with one condition; identical conditions therefore share one engine rule."""
    plan = network(*[(at_least("n", 1),)] * 600)
    with compiled(plan) as engine:
        for value in (point_value(0), point_value(1), None, UNBOUNDED, ANYTHING):
            agrees(plan, engine, {NamedNumber("n"): value})


@pytest.mark.parametrize("count", [41, 64, 65, 150])
def test_any_number_of_conditions_may_read_one_measure(count: int) -> None:
    """The engine fails at 65 conditions that one fact fulfils at once; copies of the fact share them out."""
    plan = network(*((at_least("n", bound),) for bound in range(count)))
    with compiled(plan) as engine:
        for value in (-1, 0, 39, 40, 41, count - 1, count):
            agrees(plan, engine, {NamedNumber("n"): point_value(value)})
        agrees(plan, engine, {NamedNumber("n"): Interval(Fraction(20), Fraction(60))})
        agrees(plan, engine, {NamedNumber("n"): None})
        agrees(plan, engine, {NamedNumber("n"): ANYTHING})


def test_pairs_of_conditions_on_one_measure_are_distributed_over_copies_of_the_fact() -> None:
    """Thirteen bounds yield 78 pairs, all satisfied at once."""
    bounds = range(13)
    plan = network(*((at_least("n", low), at_least("n", high)) for low in bounds for high in bounds if low < high))
    with compiled(plan) as engine:
        for value in (-1, 5, 13):
            agrees(plan, engine, {NamedNumber("n"): point_value(value)})
        agrees(plan, engine, {NamedNumber("n"): None})


def rule(name: str, place: int) -> PlannedRule:
    span = number_span(NumberOperator.AT_LEAST, Fraction(place % 7))
    return PlannedRule(name, (AtomicTest(NamedNumber(f"n{place}"), span),))


def test_rules_and_measures_are_distributed_over_several_networks() -> None:
    rules = [rule(f"r{place}", place % (3 * MEASURES_PER_SHARD)) for place in range(5 * RULES_PER_SHARD)]
    network = Network.of(rules)
    sharded = ShardedNetwork(network)
    values = {measure: Interval(Fraction(3), Fraction(3)) for measure in network.measures}
    [concluded] = sharded.conclude_changes([(values, [planned.id for planned in rules])])
    assert list(concluded) == [planned.id for planned in rules]
    assert sharded.conclude_each([MeasuredValues([(3, 1)] * len(values), {})]) == [concluded]
    for planned in rules:
        bound = int(planned.atoms[0].measure.name[1:]) % 7  # type: ignore[union-attr]
        assert concluded[planned.id] is (Outcome.MET if bound <= 3 else Outcome.NOT_MET)
    sharded.close()


def test_a_network_without_rules_concludes_nothing() -> None:
    assert ShardedNetwork(Network.of([])).conclude_each([MeasuredValues([], {})]) == [{}]


def test_five_hundred_criteria_score_as_computed_directly() -> None:
    card = scorecard(500)
    engine = InferenceEngine(card)
    for seed in range(3):
        reading = read_subject(card, subject(500, seed))
        inference = engine.infer(InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}))
        assert inference.total.value == points(500, seed)
    engine.close()
