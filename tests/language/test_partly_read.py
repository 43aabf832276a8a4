"""Flags of a record that rules read only with some choices of it (RL132)."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from tests.language.folders import CORPUS, read_folder

[(PATH, CARD)] = read_folder(CORPUS / "bad" / "RL132").items()
ROW = next(line for line in CARD.splitlines() if "approved is no" in line)
FLAG = next(line for line in CARD.splitlines() if line.strip().startswith("| approved"))


def is_flag_reported(*conditions: str) -> bool:
    rows = "\n".join(f"        | 0 tCO2e | {condition} |" for condition in conditions)
    compilation = compile_folder({PATH: CARD.replace(ROW, rows)})
    assert compilation.scorecard is not None, [each.render() for each in compilation.diagnostics]
    return "RL132" in {each.code for each in compilation.diagnostics}


@pytest.mark.parametrize(
    ("conditions", "is_reported"),
    [
        (("scheme is old; approved is no",), True),
        (("scheme is not modern; approved is no",), True),
        (("scheme is old; approved is no", "scheme is old; approved is yes; amount is more than 5 tCO2e"), True),
        (("approved is no",), False),
        (("scheme is one of old, modern; approved is no",), False),
        (("scheme is old; approved is no", "scheme is modern; approved is yes"), False),
        (("scheme is old; approved is no", "amount is more than 5 tCO2e; approved is no"), False),
        (("scheme is old", "amount is more than 5 tCO2e; approved is no"), False),
        (("scheme is old",), False),
    ],
)
def test_a_flag_is_reported_that_no_rule_reads_with_some_choice(
    conditions: tuple[str, ...], *, is_reported: bool
) -> None:
    assert is_flag_reported(*conditions) is is_reported


def test_the_message_names_the_flag_the_choice_and_the_value_that_ignores_it() -> None:
    [found] = [each for each in compile_folder({PATH: CARD}).diagnostics if each.code == "RL132"]
    assert found.message == ("No rule reads 'approved' if 'scheme' is modern, so the declared value is ignored.")
