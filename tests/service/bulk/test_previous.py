"""Bulk input columns of facts from earlier evaluations: those that may be declared, and those refused."""

import polars as pl
import pytest

from rules.contracts.errors import InputError
from service.bulk.columnar_input import InputReader
from tests.support.surplus import evaluator


def test_a_column_for_an_undeclarable_fact_of_an_earlier_evaluation_is_refused() -> None:
    plan = evaluator().engine.plan
    columns = {"subject": pl.String(), "year": pl.String(), "brought": pl.Int64()}
    InputReader(plan, pl.Schema(columns))
    with pytest.raises(InputError) as raised:
        InputReader(plan, pl.Schema({**columns, "short": pl.Boolean()}))
    (violation,) = raised.value.violations
    assert (violation.field, violation.reason) == ("short", "NOT_WANTED")
    assert "a bulk run looks none up" in violation.description
