"""Sentences of quantities and of results of records: labels with keywords, undetermined rows, bases, list names."""

from __future__ import annotations

import pytest

from rules.language.compiler import Compilation, compile_folder
from rules.language.export import export_folder
from rules.model.digest import rule_digest
from rules.model.expressions import UndeterminedFormula
from rules.model.scorecard import FormulaQuantity
from tests.language.folders import CORPUS, read_folder
from tests.support.guide import LEVY, card

ENGLISH = read_folder(CORPUS / "good" / "RL044-uncovered")
OPEN = "undetermined, because no act fixes it yet"


def compile_edited(old: str, new: str) -> Compilation:
    (path,) = ENGLISH
    assert old in ENGLISH[path]
    return compile_folder({path: ENGLISH[path].replace(old, new)})


def levy(compiled: Compilation) -> FormulaQuantity:
    assert compiled.scorecard is not None, [one.render() for one in compiled.diagnostics]
    (quantity,) = [one for one in compiled.scorecard.quantities if one.id == "levy"]
    assert isinstance(quantity, FormulaQuantity)
    return quantity


@pytest.mark.parametrize(
    "label", ["share, in tonnes", "levy (of 2026)", "levy, by region", "levy, on basis of an act", "for each the levy"]
)
def test_a_label_may_contain_keywords_of_its_sentence(label: str) -> None:
    compiled = compile_edited("quantity levy,", f"quantity {label} (levy),")
    quantity = levy(compiled)
    assert (quantity.labels, quantity.unit, quantity.rows[0].basis) == ({"en": label}, "%", ("guide",))
    files = {path: text.replace("quantity levy,", f"quantity {label} (levy),") for path, text in ENGLISH.items()}
    assert compiled.scorecard is not None
    exported = export_folder(compiled.scorecard, files, "en")
    assert compile_folder(exported).scorecard == compiled.scorecard


def test_a_row_may_be_undetermined_with_a_reason() -> None:
    rows = levy(compile_folder(ENGLISH)).rows
    assert rows[-1].formula == UndeterminedFormula(because={"en": "no act fixes it yet"})
    assert rows[-1].when == ()
    assert levy(compile_edited(OPEN, "undetermined")).rows[-1].formula == UndeterminedFormula()


def test_a_common_basis_equals_the_same_basis_in_each_row() -> None:
    expected = levy(compile_folder(ENGLISH))
    (path,) = ENGLISH
    own = ENGLISH[path].replace(", in %, on basis guide", ", in %")
    lines = own.split("\n")
    at = next(number for number, line in enumerate(lines) if line.strip().startswith("| is "))
    for number in range(at, at + 4):
        lines[number] += " basis |" if number == at else " guide |"
    assert levy(compile_folder({path: "\n".join(lines)})) == expected


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
