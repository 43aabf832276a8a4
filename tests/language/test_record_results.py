"""Definitions of single-record results: list names, export to the other language, invalid results."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from rules.model.digest import rule_digest
from tests.support.guide import LEVY, card

EACH, OWED = "for each delivery these results", "| owed   | Owed for the sale | one charge |"


def compiled(sentence: str, row: str = OWED, language: str = "en") -> dict[str, str]:
    files = {name: text for name, text in card(LEVY).items() if f".{language}." in name}
    name = next(iter(files))
    assert EACH in files[name]
    assert OWED in files[name]
    return {**files, name: files[name].replace(EACH, sentence).replace(OWED, row)}


def test_a_list_may_be_referenced_by_its_own_name() -> None:
    compilation, usual = compile_folder(compiled("for each deliveries these results")), compile_folder(compiled(EACH))
    assert compilation.scorecard == usual.scorecard is not None
    first = (usual.scorecard.record_results or ())[0]
    assert (first.list, first.name) == ("deliveries", "charge")


def test_record_results_are_exported_to_the_other_language() -> None:
    scorecard = compile_folder(compiled(EACH)).scorecard
    assert scorecard is not None
    files = export_folder(scorecard, compiled(EACH), "zh")
    assert any("每条 delivery 的下列结果" in text for text in files.values())
    assert rule_digest(scorecard) != rule_digest(scorecard.model_copy(update={"record_results": None}))


@pytest.mark.parametrize(
    ("sentence", "row", "code"),
    [
        (EACH, OWED.replace("one charge", "levy"), "RL011"),
        (EACH, OWED.replace("one charge", "total score"), "RL011"),
        ("for each trade these results", OWED, "RL016"),
        ("these results", OWED, "RL011"),
        (EACH, OWED.replace("owed  ", "levy  "), "RL014"),
    ],
    ids=["of the whole", "total score", "no list", "of a record", "a name taken"],
)
def test_a_result_that_is_not_a_figure_of_the_record_is_refused(sentence: str, row: str, code: str) -> None:
    compilation = compile_folder(compiled(sentence, row))
    assert code in {one.code for one in compilation.diagnostics}
