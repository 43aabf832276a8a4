"""Small rule networks and comparison of the engine with the oracle."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction

from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import Outcome
from rules.engine.both_evaluators import Outcomes, compile_oracle as compiled_oracle, evaluate_rules, oracle_source
from rules.engine.network import Network, PlannedRule
from rules.engine.rete import ReteNetwork
from rules.model.expressions import NumberOperator
from rules.program.lowering import number_span
from rules.program.nodes import AtomicTest, Measure, NamedNumber, Word
from rules.program.value_environment import MeasureValue, Plain


def at_least(name: str, bound: int) -> AtomicTest:
    return AtomicTest(NamedNumber(name), number_span(NumberOperator.AT_LEAST, Fraction(bound)))


def at_most(name: str, bound: int) -> AtomicTest:
    return AtomicTest(NamedNumber(name), number_span(NumberOperator.AT_MOST, Fraction(bound)))


def network(*rules: tuple[AtomicTest, ...]) -> Network:
    return Network.of([PlannedRule(f"r{place}", atoms) for place, atoms in enumerate(rules)])


@contextmanager
def compiled(plan: Network) -> Iterator[ReteNetwork]:
    engine = ReteNetwork(plan)
    try:
        yield engine
    finally:
        engine.close()


def conclude(
    engine: ReteNetwork, measured: Mapping[Measure, MeasureValue], rules: Sequence[str] | None = None
) -> Mapping[str, Outcome]:
    """Conclude every rule, or only some, for the values of the measures."""
    codes = [coding.encode(measured[measure]) for measure, coding in engine.codings] if rules is None else []
    row = tuple([low if low == high else (low, high) for low, high in codes])
    return engine.conclude_each([(None, row) if rules is None else engine.request(measured, rules)])[0]


def agrees(plan: Network, engine: ReteNetwork, measured: Mapping[Measure, MeasureValue]) -> None:
    """Check that the general, coded and generated evaluations return the same outcomes."""
    expected = evaluate_rules(plan, measured)
    assert conclude(engine, measured) == expected
    codes = [coding.encode(measured[measure]) for measure, coding in engine.codings]
    row = tuple([low if low == high else (low, high) for low, high in codes])
    assert engine.conclude_each([(None, row), (None, row)]) == [expected, expected]
    assert conclude(engine, measured, list(expected)) == expected
    known = [(measure, measured[measure]) for measure in plan.measures]
    plain = [_plain(measure, value) for measure, value in known if _is_known(value)]
    if len(plain) == len(known):
        assert row == tuple([coding.code(plain[plan.measures.index(measure)]) for measure, coding in engine.codings])
        assert Outcomes(compiled_oracle(oracle_source(plan))(plain)) == expected


def _is_known(value: MeasureValue) -> bool:
    if isinstance(value, Interval):
        return value.value is not None
    return value is None or (isinstance(value, frozenset) and len(value) == 1)


def _plain(measure: Measure, value: MeasureValue) -> Plain:
    if isinstance(value, frozenset):
        return next(iter(value))
    if isinstance(value, Interval) and value.low is not None:
        return value.low.as_integer_ratio()
    return None if isinstance(measure, Word) else (None, None)


def point_value(value: int) -> MeasureValue:
    return point_interval(Fraction(value))
