"""Numbers that may not apply, and leave a whole record out of a sum: found, and only there."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from tests.language.folders import CORPUS, read_folder

[(PATH, CARD)] = read_folder(CORPUS / "bad" / "RL126").items()
ROW = """        | is          |
        | load * 1.01 |
"""
ROWS = "        | is | when |\n"
SUM = "the sum of gross over bags"


def complaints(card: str) -> list[str]:
    compilation = compile_folder({PATH: card})
    assert compilation.scorecard is not None, [each.render() for each in compilation.diagnostics]
    return [each.render() for each in compilation.diagnostics if each.code == "RL126"]


@pytest.mark.parametrize(
    ("before", "after", "times"),
    [
        (SUM, SUM, 1),
        # A row that reads the number is skipped where the number does not apply, and the next row is used.
        (ROW, f"{ROWS}        | load * 1.01 | load is more than 1 t |\n        | 1 t | otherwise |\n", 0),
        (ROW, f"{ROWS}        | 1 t | lot is A |\n        | load * 1.01 | otherwise |\n", 1),
        # The maximum ignores values that do not apply, unlike a sum.
        (SUM, "the greatest gross over bags, or 0 t if there are none", 0),
        # A number that is summed by itself is nothing where it does not apply.
        (SUM, "the sum of load over bags", 0),
    ],
)
def test_a_record_that_may_be_excluded_from_a_sum_is_reported(before: str, after: str, times: int) -> None:
    assert before in CARD
    assert len(complaints(CARD.replace(before, after))) == times


def test_a_number_used_through_another_quantity_is_reported_once() -> None:
    twice = CARD.replace(
        "      And for each lot the quantity bagged",
        "      And for each bag the quantity weighed, in t, on basis guide\n"
        "        | is        |\n"
        "        | gross * 2 |\n"
        "      And the quantity weighed of all (all_weighed), in t, the sum of weighed over bags, on basis guide\n"
        "      And for each lot the quantity bagged",
    )
    (complaint,) = complaints(twice)
    assert "'load' does not apply" in complaint
