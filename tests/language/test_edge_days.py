"""Computed dates in example synthesis: the day in the reference case, by the first matching row."""

from datetime import date
from fractions import Fraction

import pytest

from rules.contracts.extents import known_number
from rules.language.edge_values import EdgeContext
from rules.model.symbol_table import DefinitionIndex
from tests.language.folders import scorecard_of
from tests.support.guide import OFFICE, card

FILES = card(OFFICE)


@pytest.mark.parametrize(
    ("tariff", "audited", "due"),
    [
        ("green", "2025-03-31", "2025-12-31"),
        ("green", "2025-08-31", "2026-02-28"),
        ("grey", "2025-03-31", "2025-04-01"),
    ],
)
def test_the_first_matching_row_determines_the_date(tariff: str, audited: str, due: str) -> None:
    scorecard = scorecard_of(FILES)
    assert scorecard is not None
    case = {one.fact: one.value for one in scorecard.reference_case}
    case["tariff"] = case["tariff"].model_copy(update={"choice": tariff})
    case["audited"] = case["audited"].model_copy(update={"date": audited})
    around = EdgeContext(DefinitionIndex(scorecard), case, date(2026, 6, 30))
    assert around["due"] == known_number(Fraction(date.fromisoformat(due).toordinal()))
