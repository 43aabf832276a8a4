"""Sharding of a card's rules over several engine networks, each within the limits of durable-rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.engine.network import Network
from rules.engine.rete import ReteNetwork

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from rules.contracts.outcomes import Outcome
    from rules.engine.network import PlannedRule
    from rules.program.nodes import Measure
    from rules.program.values import MeasureValue, Plain

RULES_PER_SHARD = 200
MEASURES_PER_SHARD = 150
ENGINE_RULES_PER_SHARD = 2_000


class ShardedNetwork:
    """Concludes the rules of one network, whatever their number; a rule never depends on another of its network."""

    def __init__(self, network: Network) -> None:
        """Share the rules out."""
        place = {measure: number for number, measure in enumerate(network.measures)}
        self._shards = [ReteNetwork(Network.of(rules)) for rules in _shared_out(network)]
        self._coded = [[(place[measure], coding) for measure, coding in shard.codings] for shard in self._shards]

    def compile(self) -> None:
        """Compile all rules now, rather than each when it is first asked."""
        for shard in self._shards:
            shard.compile()

    def conclude(
        self, measured: Mapping[Measure, MeasureValue], rules: Collection[str] | None = None
    ) -> dict[str, Outcome]:
        """Conclude every rule, or only some, for the values of the measures."""
        concluded: dict[str, Outcome] = {}
        for shard in self._shards:
            concluded.update(shard.conclude(measured, rules))
        return concluded

    def conclude_known(self, each: Sequence[Sequence[Plain]]) -> list[dict[str, Outcome]]:
        """Conclude every rule for each of several subjects or records, of which every measure is known."""
        concluded: list[dict[str, Outcome]] = [{} for _ in each]
        for shard, coded in zip(self._shards, self._coded, strict=True):
            codes = [[coding.code(plain[place]) for place, coding in coded] for plain in each]
            for all_of_it, outcomes in zip(concluded, shard.conclude_known(codes), strict=True):
                all_of_it.update(outcomes)
        return concluded

    def close(self) -> None:
        """Free the networks."""
        for shard in self._shards:
            shard.close()


def _shared_out(network: Network) -> Iterator[list[PlannedRule]]:
    """Fill shard after shard in the order of the rules, so that rules of one criterion mostly stay together."""
    rules: list[PlannedRule] = []
    measures: set[Measure] = set()
    engine_rules = 0
    for rule in network.rules:
        wider = measures | {atom.measure for atom in rule.atoms}
        more = engine_rules + 1 + 2 * len(rule.atoms)
        full = len(rules) == RULES_PER_SHARD or len(wider) > MEASURES_PER_SHARD or more > ENGINE_RULES_PER_SHARD
        if full and rules:
            yield rules
            rules, engine_rules = [], 0
            wider, more = {atom.measure for atom in rule.atoms}, 1 + 2 * len(rule.atoms)
        rules.append(rule)
        measures, engine_rules = wider, more
    if rules:
        yield rules
