"""Small networks of rules, and what the oracle says of them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction

from rules.contracts.intervals import exactly
from rules.engine import oracle
from rules.engine.atoms import Atom, Measure, Number, number_span
from rules.engine.network import Network, PlannedRule
from rules.engine.rete import ReteNetwork
from rules.engine.values import MeasureValue
from rules.model.expressions import NumberOperator


def at_least(name: str, bound: int) -> Atom:
    return Atom(Number(name), number_span(NumberOperator.AT_LEAST, Fraction(bound)))


def at_most(name: str, bound: int) -> Atom:
    return Atom(Number(name), number_span(NumberOperator.AT_MOST, Fraction(bound)))


def network(*rules: tuple[Atom, ...]) -> Network:
    return Network.of([PlannedRule(f"r{place}", atoms) for place, atoms in enumerate(rules)])


@contextmanager
def compiled(plan: Network) -> Iterator[ReteNetwork]:
    engine = ReteNetwork(plan)
    try:
        yield engine
    finally:
        engine.close()


def agrees(plan: Network, engine: ReteNetwork, measured: Mapping[Measure, MeasureValue]) -> None:
    assert engine.conclude(measured) == oracle.conclude(plan, measured)


def one(value: int) -> MeasureValue:
    return exactly(Fraction(value))
