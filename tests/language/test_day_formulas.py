"""Date formulas in cells: nesting limit, the suggested correction of shifts, and use in conditions."""

import pytest

from rules.language.compiler import compile_folder
from rules.model.scorecard import FormulaQuantity
from tests.language.folders import CORPUS, read_folder

GOOD = read_folder(CORPUS / "good" / "RL070")["card.en.feature"]
TABLE = "    And the date due, on basis guide\n      | is |\n      | {} |\n    And this reference case"


def message_of_cell(cell: str) -> list[str]:
    text = GOOD.replace("    And this reference case", TABLE.format(cell), 1)
    compiled = compile_folder({"card.en.feature": text})
    return [f"{each.message}; {each.hint}" for each in compiled.diagnostics if each.code != "RL052"]


def test_the_remedy_moves_each_date_that_is_compared() -> None:
    remedy = "move each of them: latest(2026-01-31 plus 1 month, earliest(2026-02-01, 2026-03-01) plus 1 month)"
    (message,) = message_of_cell("latest(2026-01-31, earliest(2026-02-01, 2026-03-01)) plus 1 month")
    assert message.endswith(remedy)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("depth", "refused"), [(100, False), (101, True), (3000, True)])
def test_dates_inside_dates_are_read_to_a_depth(depth: int, refused: bool) -> None:
    cell = "latest(" * depth + "2026-01-01" + ", never)" * depth
    messages = message_of_cell(cell)
    assert ["more than 100" in one for one in messages if "100" in one] == ([True] if refused else [])


def test_a_date_is_a_date_everywhere() -> None:
    text = GOOD.replace("    And this reference case", TABLE.format("the end of the year of the as-of date"), 1)
    text = text.replace("share is at least 50 %", "due is from the as-of date plus 1 day; share is at least 50 %", 1)
    card = compile_folder({"card.en.feature": text}).scorecard
    assert card is not None
    (due,) = card.quantities
    assert isinstance(due, FormulaQuantity)
    assert due.gives == "date"
