"""Percentage shares with a part that may exceed the whole: detection by the compiler."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from rules.model.lint.shares import check_shares
from rules.model.symbol_table import DefinitionIndex
from tests.features.desk import FEATURES, compilation_of
from tests.language.folders import CORPUS, read_folder
from tests.support.known_warnings import SHARES_ABOVE_ONE

[(PATH, CARD)] = read_folder(CORPUS / "good" / "RL120").items()
SHARE = """      And the quantity green_share, in %, on basis guide
        | is                                      | when            |
        | undetermined, because no energy is used | energy is 0 MWh |
        | green / energy                          | otherwise       |
"""
LIST = """    And each meter has
      | field | type   | unit | at least | at most | one of      |
      | name  | text   |      |          |         |             |
      | read  | number | MWh  | 0        |         |             |
      | lost  | number | MWh  |          |         |             |
      | part  | number | %    | 0        | 200     |             |
      | kind  | choice |      |          |         | solar, coal |
    And these facts
      | fact   | type          |
      | meters | list of meter |
    And no two meters share a name
"""
NET = """      And the quantity net, in MWh, on basis guide
        | is             |
        | energy - green |
"""
SUMS = """      And the quantity solar, in MWh, the sum of read over meters, on basis guide
        | where         |
        | kind is solar |
      And the quantity coal, in MWh, the sum of read over meters, on basis guide
        | where        |
        | kind is coal |
      And the quantity everything, in MWh, the sum of read over meters, on basis guide
      And the quantity losses, in MWh, the sum of lost over meters, on basis guide
"""
OF_RECORD = """      And for each meter the quantity of_solar, in %, on basis guide
        | is           | when      | when divided by zero |
        | read / solar | {}        | 0 %                  |
        | 0 %          | otherwise |                      |
"""
BOUND = """      And the quantity counted, in MWh, on basis guide
        | is                         | when                |
        | undetermined, because once | system is absent    |
        | min(green, energy)         | system is certified |
"""
PARTS = """      And for each meter the quantity capped, in %, on basis guide
        | is               |
        | min(part, 100 %) |
      And for each meter the quantity weighted, in MWh, on basis guide
        | is            |
        | capped * read |
      And for each meter the quantity exceeding, in MWh, on basis guide
        | is          |
        | part * read |
      And the quantity weighted_all, in MWh, the sum of weighted over meters, on basis guide
      And the quantity exceeding_all, in MWh, the sum of exceeding over meters, on basis guide
      And the quantity everything, in MWh, the sum of read over meters, on basis guide
"""


def is_share_reported(
    formula: str, *, more: str = "", gate: str = "energy is at least 0 MWh", rules: str = "", row: str = ""
) -> bool:
    """Return whether the share of a card with these quantities, gate, rules and preceding row is reported."""
    share = "      And the quantity green_share, in %, on basis guide\n        | is | when | when divided by zero |\n"
    text = CARD.replace(SHARE, f"{more}{share}{row}        | {formula} | otherwise | 0 % |\n")
    text = text.replace("green is at most energy", gate).replace(
        "green_share is at least 10 %", "share is at least 10 %"
    )
    text = text.replace("      And these sections", f"{rules}      And these sections", 1)
    text = text.replace("    And this reference case", f"{LIST}    And this reference case", 1)
    text = text.replace("      | share  | 85 %      |\n", "      | share  | 85 %      |\n      | meters | none |\n", 1)
    compilation = compile_folder({PATH: text})
    assert compilation.scorecard is not None, [each.render() for each in compilation.diagnostics]
    return "RL120" in {each.code for each in compilation.diagnostics}


@pytest.mark.parametrize(
    ("formula", "more"),
    [
        ("green / energy", ""),
        ("100 % * green / energy", ""),
        ("round(green / energy, 1 %, half-up)", ""),
        ("2 * green / (energy + green)", ""),
        ("net / (green + 1 MWh)", NET),
        ("solar / coal", SUMS),
        ("losses / everything", SUMS),
        ("exceeding_all / everything", PARTS),
        ("energy / counted", BOUND),
        ("min(green / energy, 100 %)", ""),
        ("min(solar / coal, 100 %)", SUMS),
    ],
)
def test_a_share_with_a_part_that_may_exceed_the_whole_is_reported(formula: str, more: str) -> None:
    assert is_share_reported(formula, more=more)


@pytest.mark.parametrize(
    ("formula", "more"),
    [
        ("green / (green + energy)", ""),
        ("net / energy", NET),
        ("(energy - green) / energy", ""),
        ("(green - energy) / energy", ""),
        ("min(green, energy) / energy", ""),
        ("min(green / (green + energy), 100 %)", ""),
        ("min(green / 400 MWh, 100 %)", ""),
        ("min(green / energy, 60 %)", ""),
        ("green / max(green, energy)", ""),
        ("counted / energy", BOUND),
        ("solar / everything", SUMS),
        ("(solar + coal) / (everything + coal)", SUMS),
        ("weighted_all / everything", PARTS),
        ("share * green / (green + energy)", ""),
    ],
)
def test_a_part_that_is_never_greater_and_a_change_are_not(formula: str, more: str) -> None:
    assert not is_share_reported(formula, more=more)


@pytest.mark.parametrize(
    ("when", "is_reported"), [("kind is solar", False), ("kind is coal", True), ("read is more than 1 MWh", True)]
)
def test_a_sum_is_bounded_only_if_it_counts_the_same_records(when: str, *, is_reported: bool) -> None:
    assert is_share_reported("min(green, energy) / energy", more=SUMS + OF_RECORD.format(when)) is is_reported


@pytest.mark.parametrize(
    ("gate", "is_reported"),
    [
        ("green is at most energy", False),
        ("energy is at least green", False),
        ("green is less than energy", False),
        ("green_share is at most 100 %", False),
        ("green_share is at most 40 %", False),
        ("green_share is at least 40 %", True),
        ("green_share is at least 100 %", True),
        ("green_share is at least share", True),
        ("green is at most 400 MWh", True),
    ],
)
def test_a_gate_refuses_a_greater_part(gate: str, *, is_reported: bool) -> None:
    assert is_share_reported("green / energy", gate=gate) is is_reported


def test_the_requirements_of_several_gates_are_combined() -> None:
    asked = "green is at most solar; solar is at most energy"
    assert not is_share_reported("green / energy", more=SUMS, gate=asked)
    assert not is_share_reported("(green + solar) / (energy + solar)", more=SUMS, gate=asked)
    assert is_share_reported("green / coal", more=SUMS, gate=asked)
    assert is_share_reported("energy / green", more=SUMS, gate=asked)


FINDING = """      And these findings
        | code | when | severity | basis |
        | F1.A | {} | observation | guide |
"""


@pytest.mark.parametrize(
    ("when", "is_reported"),
    [
        ("green is more than energy", False),
        ("green_share is more than 100 %", False),
        ("green_share is more than 50 %", False),
        ("green_share is less than 50 %", True),
        ("green is more than 400 MWh", True),
    ],
)
def test_a_finding_remarks_a_greater_part(when: str, *, is_reported: bool) -> None:
    assert is_share_reported("green / energy", rules=FINDING.format(when)) is is_reported


def test_a_row_for_a_greater_part_prevents_the_report() -> None:
    assert not is_share_reported(
        "green / energy",
        row="        | undetermined, because more is green than used | green is more than energy | |\n",
    )
    assert is_share_reported(
        "green / energy", row="        | undetermined, because nothing is used | energy is 0 MWh | |\n"
    )


def test_a_share_capped_at_the_whole_needs_a_rule_for_a_greater_part() -> None:
    capped = "min(green / energy, 100 %)"
    assert not is_share_reported(capped, gate="green is at most energy")
    assert not is_share_reported(capped, rules=FINDING.format("green is more than energy"))
    assert is_share_reported(capped, rules=FINDING.format("green_share is at least 100 %"))
    more = "        | 100 % | green is at least energy | |\n"
    assert not is_share_reported("green / energy", row=more)


@pytest.mark.parametrize(
    ("domain", "is_reported"),
    [("| 0 | 100 |", False), ("| 0 | 250 |", False), ("| 0 | |", True), ("| | |", True), ("| -100 | |", False)],
)
def test_a_declared_share_has_a_greatest_value(domain: str, *, is_reported: bool) -> None:
    text = CARD.replace("| 0        | 100     |", domain)
    assert text != CARD
    assert ("RL120" in {each.code for each in compile_folder({PATH: text}).diagnostics}) is is_reported


TOLD = """      And the quantity told, in MWh, on basis guide
        | is |
        | green + grey |
"""
METERED = "      And the quantity told, in MWh, the sum of read over meters, on basis guide\n"
REST = """      And the quantity rest, in MWh, on basis guide
        | is |
        | energy - told |
"""


@pytest.mark.parametrize(
    ("gate", "more", "is_reported"),
    [
        ("told is at most energy", TOLD, True),
        ("told is less than energy", TOLD, True),
        ("told is at most energy", METERED, True),
        ("told is energy", TOLD, False),
        ("told is at most energy; told is at least energy", TOLD, False),
        ("told is at most energy; energy is at most told", TOLD, False),
        ("told is at most energy; rest is at most 5 MWh", TOLD + REST, False),
        ("told is at least energy", TOLD, False),
        ("told is at most 400 MWh", TOLD, False),
        ("green is at most energy", TOLD, False),
        ("solar is at most energy", SUMS, False),
    ],
)
def test_a_difference_between_parts_and_whole_is_reported(gate: str, more: str, *, is_reported: bool) -> None:
    text = CARD.replace("      And these gates", f"{more}      And these gates", 1)
    text = text.replace("green is at most energy", gate).replace(
        "    And this reference case", f"{LIST}    And this reference case", 1
    )
    grey = "      | green  | number | MWh  |                   | 0        |         |\n"
    text = text.replace(grey, grey + grey.replace("green", "grey "))
    text = text.replace(
        "      | share  | 85 %      |\n",
        "      | share  | 85 % |\n      | meters | none |\n      | grey | 1 MWh |\n",
        1,
    )
    compilation = compile_folder({PATH: text})
    assert compilation.scorecard is not None, [each.render() for each in compilation.diagnostics]
    assert ("RL131" in {each.code for each in compilation.diagnostics}) is is_reported


def test_a_plain_number_is_no_share() -> None:
    text = (
        CARD.replace(", in %, on basis", ", on basis")
        .replace("| 0 %   ", "| 0     ")
        .replace("at least 10 %", "at least 0.1")
    )
    text = text.replace("green is at most energy", "green is at most 400 MWh")
    assert not [each for each in compile_folder({PATH: text}).diagnostics if each.code in {"RL120", "RL012"}]


@pytest.mark.full
@pytest.mark.parametrize("card", SHARES_ABOVE_ONE)
def test_only_the_known_shares_of_a_draft_may_exceed_their_whole(card: str) -> None:
    scorecard = compilation_of(FEATURES / card).scorecard
    assert scorecard is not None
    found = {each.arguments["name"] for each in check_shares(DefinitionIndex(scorecard))}
    assert found == SHARES_ABOVE_ONE[card]
