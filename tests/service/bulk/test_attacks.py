"""Columnar screening of adversarial values: overflow, thresholds and bounds, against the exact core."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl
import pytest

from rules.columns.exact_fallback import ExactFallback
from rules.engine.inference_engine import InferenceEngine
from rules.model.expressions import (
    FormulaOperator,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
)
from rules.model.scorecard import FactDefinition, FactType, FormulaQuantity, FormulaRow, Gate
from service.bulk.screening import BY, CORE, REFUSED, Screening, ScreeningParameters
from tests.support.small_card import LAW, small_card

ASKED = ScreeningParameters(date(2026, 3, 1), "2026-03-01T00:00:00Z", {"reading": "cascade"})


def quotient_card() -> Any:
    """Return a card with a second gate: a third of the energy used is at least the number of violations."""
    card = small_card()
    ratio = Operation(
        operator=FormulaOperator.DIVIDE,
        operands=(NameReference(id="energy_used"), NameReference(id="serious_violations")),
    )
    clause = NumberClause(
        name="ratio", operator=NumberOperator.AT_LEAST, operand=NumberLiteral(value=Fraction(1, 3), unit="MWh/time")
    )
    quantity = FormulaQuantity(id="ratio", unit="MWh/time", rows=(FormulaRow(formula=ratio, basis=LAW),))
    gate = Gate(id="G2", requires=(clause,), basis=LAW)
    extra = FactDefinition(id="unread", type=FactType.NUMBER, unit="%", at_least=Fraction(0), at_most=Fraction(1))
    update = {"quantities": (*card.quantities, quantity), "gates": (*card.gates, gate), "facts": (*card.facts, extra)}
    return card.model_copy(update=update)


@pytest.fixture(scope="module")
def engine() -> Iterator[InferenceEngine]:
    made = InferenceEngine(quotient_card())
    yield made
    made.close()


def compared(engine: InferenceEngine, **columns: Any) -> pl.DataFrame:
    """Screen the subjects by columns and compare the result with the exact core."""
    count = len(next(iter(columns.values())))
    subjects = pl.DataFrame({"subject": [f"s{place}" for place in range(count)], **columns})
    screening = Screening(ExactFallback(engine, {}), ASKED, subjects.schema)
    answer, again = screening.answer(subjects), screening.by_core(subjects)
    assert answer.drop(BY).equals(again.drop(BY))
    return answer


def test_a_quotient_equal_to_the_threshold_meets_the_threshold(engine: InferenceEngine) -> None:
    thirds = ["1", "0.999999", "1.000001", "333333.333333", "333333.333334", "0"]
    answers = compared(engine, energy_used=thirds, serious_violations=["3", "3", "3", "1000000", "1000000", "0"])
    assert answers["gates.G2"].to_list()[:5] == ["met", "not_met", "met", "not_met", "met"]
    assert answers[BY].to_list() == ["columns"] * 5 + [CORE]


@pytest.mark.parametrize(
    "text",
    ["1" * 12, "9" * 34, "9" * 40, "0." + "1" * 33, "123456789012.5", "1e5", "١", " 1", "+1", "1/3", "--1", "0x10", ""],
)
def test_unusual_numbers_have_the_same_result_as_in_the_core(text: str, engine: InferenceEngine) -> None:
    compared(engine, energy_used=[text, "1"], serious_violations=["0", "1"], renewable_share=[text, "80"])


def test_whole_numbers_and_decimals_of_every_width(engine: InferenceEngine) -> None:
    large = 2**63 - 1
    for kind, values in (
        (pl.Int64, [large, -large, 0, 1]),
        (pl.UInt64, [2**64 - 1, 0, 1, 3]),
        (pl.Int128, [2**100, -(2**100), 1, 3]),
        (pl.Int8, [127, -128, 1, 3]),
        (pl.Decimal(38, 0), [Decimal(10**37), Decimal(1), Decimal(0), Decimal(3)]),
        (pl.Decimal(38, 20), [Decimal("0.00000000000000000001"), Decimal("80.5"), Decimal(1), Decimal(3)]),
    ):
        used = pl.Series(values, dtype=kind)
        answers = compared(engine, energy_used=used, serious_violations=pl.Series([3, 3, 3, 9], dtype=pl.Int32))
        assert answers[BY][2] == "columns"


def test_a_number_outside_its_domain_is_refused_even_if_no_rule_uses_it(engine: InferenceEngine) -> None:
    answers = compared(engine, unread=["0.5", "1.01", "-1", "1"])
    assert [by == REFUSED for by in answers[BY]] == [False, True, True, False]
    assert "facts[unread]" in answers["refused"][1]


def test_sums_of_lists_that_could_overflow_go_to_the_core(engine: InferenceEngine) -> None:
    kind = pl.List(pl.Struct({"serial": pl.String, "amount": pl.Int64}))

    def credits(*amounts: int) -> list[dict[str, Any]]:
        return [{"serial": f"A-{place}", "amount": amount} for place, amount in enumerate(amounts)]

    lists = [credits(10**16, 10**16), credits(2**62, 2**62), credits(1, 2), [], None, credits(-1)]
    twice = [*credits(1), {"serial": "a -0", "amount": 1}]
    without = [{"serial": None, "amount": 1}]
    answers = compared(engine, credits=pl.Series([*lists, twice, without], dtype=kind))
    assert answers[BY].to_list()[5:] == [REFUSED, REFUSED, REFUSED]
    many = [credits(*range(10_001))]
    assert compared(engine, credits=pl.Series(many, dtype=kind))[BY].to_list() == [REFUSED]


def test_missing_values_at_the_boundary_of_known_and_undetermined_agree_with_the_core(engine: InferenceEngine) -> None:
    """A missing number is decided in columns only if every number of its domain has the same result."""
    answers = compared(
        engine,
        renewable_share=[None, None, "80", "79.999999"],
        status=["open", "closed", None, None],
        serious_violations=["0", "0", "0", "0"],
        energy_used=["1", "1", "1", "1"],
    )
    assert answers["score_low"].to_list() == [0, 40, 60, 30]
    assert answers["score_high"].to_list() == [60, 100, 100, 70]
    failed = compared(engine, serious_violations=["3"], energy_used=["0.5"])
    assert failed[BY].to_list() == ["columns"]
    assert failed["grade"].to_list() == ["none"]


def test_days_are_parsed_in_the_same_way_as_in_the_core(engine: InferenceEngine) -> None:
    days = ["2025-02-29", "2024-02-29", "0001-01-01", "9999-12-31", "0000-01-01", "2024-2-9", "20240209", "24-02-09"]
    compared(engine, audited_on=days)
    compared(
        engine,
        **{"report_year.first": ["2025-01-01", "2025-01-01", None], "report_year.last": ["2024-12-31", None, None]},
    )
