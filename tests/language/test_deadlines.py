"""Figures reported before their deadline, in artificial cards, because no published card contains one."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from rules.model.lint.deadlines import check_deadlines, check_missing_item_findings
from rules.model.symbol_table import DefinitionIndex
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from tests.language.folders import CORPUS, read_folder

[(PATH, CARD)] = read_folder(CORPUS / "bad" / "RL116").items()
LACKING = """        | is                   |
        | max(owed - paid, 0 t) |
"""
GATE = "        | G2 | lacking is at most 0 t       | due is before the as-of date | guide |\n"
RESULT = "        | lacks    | Lacking  | lacking | 2 decimals | guide |\n"
GAZETTE = Gazette(CHECKOUT / "scorecards")


def codes_of_card(
    *, lacking: str = LACKING, more: str = "", gate: str = GATE, shown: str = "lacking", finding: str = ""
) -> list[str]:
    text = CARD.replace(LACKING + "      And these gates", f"{lacking}{more}      And these gates")
    text = text.replace(GATE, gate).replace(RESULT, RESULT.replace("| lacking |", f"| {shown} |"))
    if finding:
        head = "      And these findings\n        | code | finding | when | severity | basis |\n"
        text = text.replace(
            "      And these results", f"{head}        | F.L | l | {finding} | guide |\n      And these results"
        )
    compilation = compile_folder({PATH: text})
    assert compilation.scorecard is not None, [each.render() for each in compilation.diagnostics]
    return [each.code for each in compilation.diagnostics if each.code in ("RL116", "RL117")]


def rows(*each: str) -> str:
    return "        | is | when |\n" + "".join(f"        | {row} |\n" for row in each)


OPEN = "max(owed - paid, 0 t)"
DAYS = """      And the quantity left (left), in days, on basis guide
        | is                         |
        | days(the as-of date to due) |
"""
SINCE = DAYS.replace("the as-of date to due", "due to the as-of date")
OVER = """      And these conditions
        | condition | label | holds when | basis |
        | over      | it is over | due is before the as-of date; output is at least 1 t | guide |
"""
CODE = """      And the quantity over, on basis guide
        | is | when |
        | 1  | due is before the as-of date |
        | 0  | otherwise |
"""


@pytest.mark.parametrize(
    "lacking",
    [
        rows("0 t | due is from the as-of date", f"{OPEN} | otherwise"),
        rows("0 t | the as-of date is until due", f"{OPEN} | otherwise"),
        rows(f"{OPEN} | due is before the as-of date", "0 t | otherwise"),
        rows("0 t | output is at most 1 t", "0 t | due is from the as-of date", f"{OPEN} | otherwise"),
        rows("undetermined, because it is not due yet | due is from the as-of date", f"{OPEN} | otherwise"),
    ],
)
def test_a_figure_that_waits_for_the_date_of_its_gate_is_not_reported(lacking: str) -> None:
    assert codes_of_card(lacking=lacking) == []


@pytest.mark.parametrize(
    "lacking",
    [
        rows(f"{OPEN} | due is from the as-of date", "0 t | otherwise"),
        rows("0 t | paid is at least 1 t", f"{OPEN} | otherwise"),
        rows("0 t | due is from the as-of date; paid is at least 1 t", f"{OPEN} | otherwise"),
        rows("0 t | due is from 2026-02-01", f"{OPEN} | otherwise"),
        rows("1 t | due is from the as-of date", f"{OPEN} | otherwise"),
    ],
)
def test_a_figure_that_waits_for_another_condition_is_reported(lacking: str) -> None:
    assert codes_of_card(lacking=lacking) == ["RL116"]


@pytest.mark.parametrize(
    ("more", "applies", "waits"),
    [
        (DAYS, "left is less than 0 days", "0 t | left is at least 0 days"),
        (DAYS, "left is at most -1 days", "0 t | left is more than -1 days"),
        (SINCE, "left is more than 0 days", "0 t | left is at most 0 days"),
        (OVER, "over holds", "0 t | over does not hold"),
        (CODE, "over is 1", "0 t | over is 0"),
        ("", "the as-of date is after due plus 9 months", "0 t | the as-of date is until due plus 9 months"),
        ("", "the as-of date is from 2026-05-01", "0 t | the as-of date is before 2026-05-01"),
    ],
)  # fmt: skip
def test_a_deadline_is_read_in_every_form(more: str, applies: str, waits: str) -> None:
    gate = f"        | G2 | lacking is at most 0 t | {applies} | guide |\n"
    gate += "        | G3 | output is at least 1 t | due is until the as-of date | guide |\n"
    assert codes_of_card(more=more, gate=gate) == ["RL116"]
    assert codes_of_card(more=more, gate=gate, lacking=rows(waits, f"{OPEN} | otherwise")) == []


def test_a_derived_figure_is_reported_unless_its_use_waits_for_the_deadline() -> None:
    fine = "      And the quantity fine, in t, on basis guide\n" + rows(
        "0 t | lacking is 0 t", "3 * lacking | otherwise"
    )
    assert codes_of_card(more=fine, shown="fine") == ["RL116"]
    until = fine.replace("| otherwise", "| due is from the as-of date").replace("3 * lacking", "lacking")
    until += "        | 0 t | otherwise |\n"
    assert codes_of_card(more=until, shown="fine") == []
    assert (
        codes_of_card(shown="intensity", finding="lacking is more than 0 t; due is before the as-of date | major") == []
    )
    assert (
        codes_of_card(shown="intensity", finding="lacking is more than 0 t; due is from the as-of date | observation")
        == []
    )
    assert codes_of_card(shown="intensity", finding="lacking is more than 0 t | observation") == ["RL116"]


def test_a_figure_for_a_minimum_requirement_may_be_shown_before_the_deadline() -> None:
    assert codes_of_card(gate=GATE.replace("is at most 0 t  ", "is at least 1 t ")) == []


def test_a_shortfall_without_deadline_is_reported_only_in_a_finding() -> None:
    gate = "        | G2 | output is at least 1 t | due is before the as-of date | guide |\n"
    assert codes_of_card(gate=gate, finding="lacking is more than 0 t | minor") == ["RL117"]
    assert codes_of_card(gate=gate, finding="lacking is more than 0 t | observation") == []
    assert codes_of_card(gate=gate, finding="lacking is more than 1 t | minor") == []
    assert codes_of_card(gate=gate, finding="output is more than 0 t | minor") == []


@pytest.mark.parametrize("card", GAZETTE.card_ids())
def test_no_published_card_has_a_figure_before_its_deadline(card: str) -> None:
    names = DefinitionIndex(GAZETTE.newest(card).scorecard)
    assert [*check_deadlines(names), *check_missing_item_findings(names)] == []
