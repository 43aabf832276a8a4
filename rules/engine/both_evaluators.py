"""Dual evaluation of a rule network: durable-rules and a Python oracle that must agree.

Where every measure is known the engine is given one code for each, and the oracle is straight-line Python generated
from the network. What is open goes the general way, over all values still possible. Both ways give the same outcomes.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.errors import EngineDisagreement
from rules.contracts.outcomes import LETTERS
from rules.engine.generated import Outcomes, compile_oracle, oracle_source
from rules.engine.shards import ShardedNetwork
from rules.program.known import CompiledMeasures
from rules.program.possible import LazyMeasureValues, evaluate_measured_tests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rules.contracts.outcomes import Outcome
    from rules.engine.changes import ChangedNames
    from rules.engine.network import Network
    from rules.program.nodes import Measure
    from rules.program.values import MeasureValue, Plain, Values


class DualEvaluator:
    """The evaluators of one network, each compiled when it is first asked."""

    def __init__(self, network: Network, *, explores_only: bool = False) -> None:
        """Take the rules; who `explores_only` has the oracle alone."""
        self._network = network
        self._compiled = None if explores_only else ShardedNetwork(network)
        self._known = CompiledMeasures(network.measures)

    @cached_property
    def source(self) -> str:
        """The straight-line Python that concludes the rules where every measure is known."""
        return oracle_source(self._network)

    @cached_property
    def _straight(self) -> Callable[[Sequence[Plain]], Outcomes]:
        return compile_oracle(self.source)

    @property
    def _sharded(self) -> ShardedNetwork:
        if self._compiled is None:
            raise TypeError("an engine that only explores was asked to infer")
        return self._compiled

    def compile(self) -> None:
        """Compile the rules for durable-rules now."""
        self._sharded.compile()

    def close(self) -> None:
        """Free the network."""
        if self._compiled is not None:
            self._compiled.close()

    def agreed(self, values: Values, changes: ChangedNames, before: Mapping[str, Outcome]) -> dict[str, Outcome]:
        """Conclude the rules that the changes reach with both evaluators; other outcomes stay as before."""
        if changes.beside is None:
            return self.agreed_each([values])[0]
        known = LazyMeasureValues(values)
        rules = changes.rules_reached(self._network, known)
        return {**before, **_same(self._sharded.conclude(known, rules), evaluate_rules(self._network, known, rules))}

    def agreed_each(self, each: Sequence[Values]) -> list[dict[str, Outcome]]:
        """Conclude every rule for each of several subjects or records."""
        read = [self._known.read(values) for values in each]
        known: list[list[Plain]] = [plain for plain in read if plain is not None]
        inferred = iter(self._sharded.conclude_known(known))
        return [
            self._in_general(values) if plain is None else _same(next(inferred), self._straight(plain))
            for values, plain in zip(each, read, strict=True)
        ]

    def explored(self, values: Values, changes: ChangedNames, before: Mapping[str, Outcome]) -> dict[str, Outcome]:
        """Conclude the rules that the changes reach with the oracle alone."""
        if changes.beside is None and (plain := self._known.read(values)) is not None:
            return self._straight(plain)
        known = LazyMeasureValues(values)
        return {**before, **evaluate_rules(self._network, known, changes.rules_reached(self._network, known))}

    def explored_each(self, each: Sequence[Values]) -> list[dict[str, Outcome]]:
        """Conclude every rule for each of several records with the oracle alone."""
        read = ((values, self._known.read(values)) for values in each)
        return [
            evaluate_rules(self._network, LazyMeasureValues(values)) if plain is None else self._straight(plain)
            for values, plain in read
        ]

    def _in_general(self, values: Values) -> dict[str, Outcome]:
        known = LazyMeasureValues(values)
        return _same(self._sharded.conclude(known), in_letters(self._network, known))


def _same(inferred: dict[str, Outcome], expected: dict[str, Outcome]) -> dict[str, Outcome]:
    if inferred != expected:
        differing = [name for name in expected if inferred.get(name) is not expected[name]]
        raise EngineDisagreement(f"the evaluators differ on {', '.join(differing[:10])}")
    return expected


def in_letters(network: Network, measured: Mapping[Measure, MeasureValue]) -> Outcomes:
    """Conclude every rule of a network likewise, and say how each clause came out."""
    return Outcomes(
        {
            rule: "".join([LETTERS[evaluate_measured_tests(tests, measured)] for tests in parts])
            for rule, parts in network.parts.items()
        },
        is_known=False,
    )


def evaluate_rules(
    network: Network, measured: Mapping[Measure, MeasureValue], rules: Iterable[str] | None = None
) -> dict[str, Outcome]:
    """Conclude every rule of a network, or only some, in plain Python over exact values and without codes."""
    asked = network.asked
    return {rule: evaluate_measured_tests(asked[rule], measured) for rule in (asked if rules is None else rules)}
