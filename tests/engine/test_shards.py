"""Sharded rule networks: more rules than one network holds, no rules, and a card of 500 criteria."""

from fractions import Fraction

from benchmarks.cards import points, scorecard, subject
from rules.contracts.intervals import Interval
from rules.contracts.outcomes import Outcome
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.network import Network, PlannedRule
from rules.engine.read_subject import read_subject
from rules.engine.rete import MEASURES_PER_SHARD, RULES_PER_SHARD, ShardedNetwork
from rules.model.expressions import NumberOperator
from rules.program.compiled_evaluation import MeasuredValues
from rules.program.lowering import number_span
from rules.program.nodes import AtomicTest, NamedNumber


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
