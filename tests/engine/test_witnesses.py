"""Witnesses that a caller can declare: decimals, units, bounds, record lists and calendar limits."""

from contextlib import closing
from datetime import date

import pytest

from rules.contracts.extents import RecordsExtent
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.contracts.outcomes import Possibility
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from rules.model.expressions import DateClause, DateExpression, DateOperator, IncludesClause, PeriodEdge
from rules.model.scorecard import Choice, FactDefinition, FactType, RecordType, Scorecard, SumQuantity, SumRow
from tests.support.deciding import decided, possibilities
from tests.support.engine_card import (
    AS_OF,
    KNOWN,
    LAW,
    band as half_open,
    by_bands,
    card,
    choice,
    chosen,
    compare,
    indicator,
    is_,
    number,
    row,
)

CERTAIN, REACHABLE = Possibility.CERTAIN, Possibility.REACHABLE
NOT_EXCLUDED, EXCLUDED = Possibility.NOT_EXCLUDED, Possibility.EXCLUDED


def test_a_witness_is_a_decimal_even_if_the_threshold_is_not_a_decimal() -> None:
    """100 MJ are 250/9 kWh: no caller could declare the threshold itself."""
    energy = number("energy", "kWh", 0)
    bands = by_bands("energy", half_open(None, 100, 100), half_open(100, None, 0), unit="MJ")
    scorecard = card(energy, indicators=(indicator("I", 100, bands),), rows=(row("gold", 80),))
    assert possibilities(decided(scorecard, {})) == {"gold": REACHABLE, "none": REACHABLE}
    exactly_there = card(energy, rows=(row("gold", None, compare("energy", "is", 100, "MJ")),))
    assert possibilities(decided(exactly_there, {}))["gold"] is NOT_EXCLUDED


def test_a_witness_may_lie_beyond_a_great_threshold() -> None:
    great = number("mass", "t", 3_000_000_000)
    scorecard = card(great, rows=(row("gold", None, compare("mass", "more_than", 5_000_000_000, "t")),))
    assert possibilities(decided(scorecard, {})) == {"gold": REACHABLE, "none": REACHABLE}
    small = number("debt", "CNY", None, -3_000_000_000)
    scorecard = card(small, rows=(row("gold", None, compare("debt", "less_than", -5_000_000_000, "CNY")),))
    assert possibilities(decided(scorecard, {})) == {"gold": REACHABLE, "none": REACHABLE}


LOT = RecordType(
    id="lot",
    key="serial",
    fields=(
        FactDefinition(id="serial", type=FactType.TEXT),
        number("amount", "t", 0, 800),
        FactDefinition(id="made", type=FactType.DATE),
        choice("shade", "red", "green"),
        FactDefinition(id="marks", type=FactType.CHOICES, choices=(Choice(id="x"), Choice(id="y"))),
    ),
)
YEAR = DateExpression(name="year", edge=PeriodEdge.LAST, shift_months=-6)


def listed(*conditions: object) -> Scorecard:
    where = conditions
    total = SumQuantity(id="total", unit="t", list="lots", of="amount", rows=(SumRow(where=where, basis=LAW),))  # type: ignore[arg-type]
    return card(
        FactDefinition(id="lots", type=FactType.RECORDS, record="lot"),
        FactDefinition(id="year", type=FactType.PERIOD),
        quantities=(total,),
        records=(LOT,),
        rows=(row("gold", None, compare("total", "more_than", 0, "t")),),
    )


@pytest.mark.parametrize(
    "condition",
    [
        (compare("amount", "less_than", "0.5", "t"),),
        (compare("amount", "at_least", 700_000, "kg"),),
        (compare("amount", "less_than", "100", "kg"), compare("amount", "more_than", "50", "kg")),
        (chosen("shade", "green"),),
        (IncludesClause(name="marks", values=("y",)),),
        (DateClause(name="made", operator=DateOperator.BEFORE, operand=DateExpression(literal=date(2020, 5, 5))),),
        (DateClause(name="made", operator=DateOperator.AFTER, operand=YEAR),),
        (),
    ],
)
def test_a_witness_may_be_a_list_of_records(condition: tuple[object, ...]) -> None:
    assert possibilities(decided(listed(*condition), {})) == {"gold": REACHABLE, "none": REACHABLE}


def test_a_witness_may_be_a_field_of_a_record() -> None:
    scorecard = listed(compare("amount", "more_than", 5, "t"), chosen("shade", "red"))
    with closing(InferenceEngine(scorecard)) as engine:
        lots = read_subject(
            engine.plan.scorecard,
            Subject(
                subject="x",
                as_of=AS_OF.isoformat(),
                known=KNOWN,
                facts=(
                    DeclaredFact(
                        id="lots",
                        value=DeclaredValue(
                            records=(
                                {"serial": DeclaredValue(text="A"), "amount": DeclaredValue(number="7", unit="t")},
                                {"serial": DeclaredValue(text="B"), "shade": DeclaredValue(choice="red")},
                            )
                        ),
                    ),
                ),
            ),
        ).verified.extents["lots"]
    assert isinstance(lots, RecordsExtent)
    decision = decided(scorecard, {"lots": lots})
    assert possibilities(decision) == {"gold": REACHABLE, "none": REACHABLE}
    gold = next(answer.witness for answer in decision.grades if answer.grade == "gold")
    assert gold is not None
    assert {"lots[A].shade", "lots[B].amount"} <= gold.facts.keys()


@pytest.mark.parametrize("shift", [3, -3])
@pytest.mark.parametrize("day", [date.min, date.max, AS_OF])
def test_a_date_at_the_end_of_the_calendar_does_no_harm(day: date, shift: int) -> None:
    first = DateExpression(name="first", shift_days=shift, shift_months=shift)
    later = DateClause(name="second", operator=DateOperator.AFTER, operand=first)
    scorecard = card(
        FactDefinition(id="first", type=FactType.DATE),
        FactDefinition(id="second", type=FactType.DATE),
        rows=(row("gold", None, later),),
    )
    known = decided(scorecard, {"first": is_(day.toordinal())})
    assert NOT_EXCLUDED not in possibilities(known).values()
    other = decided(scorecard, {"second": is_(day.toordinal())})
    assert NOT_EXCLUDED not in possibilities(other).values()
