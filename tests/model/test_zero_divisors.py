"""Each zero divisor is decided by a domain, an undetermined row, or a row with a basis of its own (RL046, RL127)."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from rules.model.lint.quantities import check_zero_divisors
from rules.model.symbol_table import DefinitionIndex
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from tests.language.folders import CORPUS, read_folder

[(PATH, CARD)] = read_folder(CORPUS / "good" / "RL127").items()
START, END = CARD.index("      Given the quantity intensity"), CARD.index("      And these gates")
UNDETERMINED = "undetermined, because nothing is made"


def codes_of(*rows: str, more: str = "", least: str = "0") -> set[str]:
    """Return the zero-divisor codes of a card with these rows of the intensity: formula, condition and basis."""
    table = "".join(f"        | {row} |\n" for row in ("is | when | basis", *rows))
    quantity = f"      Given the quantity intensity, in MWh/t\n{table}{more}"
    text = f"{CARD[:START]}{quantity}{CARD[END:]}"
    output = "      | output | number | t    |                   | 0        |"
    assert output in text
    text = text.replace(output, output.replace("| 0        |", f"| {least:8} |"))
    codes = {each.code for each in compile_folder({PATH: text}).diagnostics}
    assert codes <= {"RL046", "RL127", "RL051"}  # RL051: a basis that the rows do not name
    return codes - {"RL051"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("energy / output | otherwise | guide",), {"RL046"}),
        ((f"{UNDETERMINED} | output is 0 t | guide", "energy / output | otherwise | guide"), set()),
        ((f"{UNDETERMINED} | output is at most 0 t | guide", "energy / output | otherwise | guide"), set()),
        (("energy / output | output is more than 0 t | guide", f"{UNDETERMINED} | otherwise | guide"), set()),
        (("0 MWh/t | output is 0 t | idle", "energy / output | otherwise | guide"), set()),
        (("0 MWh/t | output is 0 t | guide, idle", "energy / output | otherwise | guide"), set()),
        (("0 MWh/t | output is 0 t | guide", "energy / output | otherwise | guide"), {"RL127"}),
        (("0 MWh/t | output is 0 t | idle", "energy / output | otherwise | guide, idle"), {"RL127"}),
        (("energy / output | output is more than 0 t | guide", "0 MWh/t | otherwise | guide"), {"RL127"}),
        (("energy / output | output is more than 0 t | guide", "0 MWh/t | otherwise | idle"), set()),
        ((f"{UNDETERMINED} | energy is 0 MWh | guide", "energy / output | otherwise | guide"), {"RL046"}),
        (
            (f"{UNDETERMINED} | output is 0 t; energy is 0 MWh | guide", "energy / output | otherwise | guide"),
            {"RL046"},
        ),
        (
            (
                "0 MWh/t | energy is 0 MWh | guide",
                "energy / output | output is more than 0 t | guide",
                f"{UNDETERMINED} | otherwise | guide",
            ),
            set(),
        ),
        (
            (
                "0 MWh/t | output is 0 t; energy is 0 MWh | guide",
                f"{UNDETERMINED} | output is 0 t | guide",
                "energy / output | otherwise | guide",
            ),
            {"RL127"},
        ),
        (
            (
                "0 MWh/t | output is 0 t; energy is 0 MWh | idle",
                f"{UNDETERMINED} | output is 0 t | guide",
                "energy / output | otherwise | guide",
            ),
            set(),
        ),
        ((f"{UNDETERMINED} | output is 0 t | guide", "energy / (output * 2) | otherwise | guide"), set()),
        ((f"{UNDETERMINED} | output is 0 t | guide", "energy / (3 t - output) | otherwise | guide"), {"RL046"}),
        ((f"{UNDETERMINED} | output is 3 t | guide", "energy / (3 t - output) | otherwise | guide"), set()),
        ((f"{UNDETERMINED} | output is at least 3 t | guide", "energy / (output - 3 t) | otherwise | guide"), set()),
        ((f"{UNDETERMINED} | output is 0 t | guide", "energy / (output + output) | otherwise | guide"), set()),
    ],
)
def test_the_row_for_a_zero_divisor(rows: tuple[str, ...], expected: set[str]) -> None:
    assert codes_of(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        ("energy / output | otherwise | guide",),
        ("0 MWh/t | energy is 0 MWh | guide", "energy / output | otherwise | guide"),
    ],
)
def test_a_domain_above_zero_needs_no_row(rows: tuple[str, ...]) -> None:
    assert codes_of(*rows, least="0.001") == set()


def test_a_condition_that_two_names_are_equal_covers_their_zero_difference() -> None:
    more = """      And the quantity other, in t, on basis guide
        | is           |
        | output * 0.5 |
"""
    formula = "energy / (output - other) | otherwise | guide"
    for condition in ("output is at most other", "other is at least output", "output is other"):
        assert codes_of(f"{UNDETERMINED} | {condition} | guide", formula, more=more) == set()
    assert codes_of(f"{UNDETERMINED} | output is less than other | guide", formula, more=more) == {"RL046"}


def test_the_newest_version_of_no_card_states_a_number_for_a_zero_divisor() -> None:
    gazette = Gazette(CHECKOUT / "scorecards")
    found = []
    for card in gazette.card_ids():
        scorecard = gazette.newest(card).scorecard
        found += [(card, each.path) for each in check_zero_divisors(DefinitionIndex(scorecard))]
    assert not found
