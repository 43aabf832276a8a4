"""Quantity sentences: labels that contain keywords, undetermined rows, bases by sentence or by row."""

from __future__ import annotations

import pytest

from rules.language.compiler import Compilation, compile_folder
from rules.language.export import export_folder
from rules.model.expressions import UndeterminedFormula
from rules.model.scorecard import FormulaQuantity
from tests.language.folders import CORPUS, read_folder

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
