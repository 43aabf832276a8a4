"""Primitives of the program: presence in interval evaluator, code generator and docs/architecture.md."""

from pathlib import Path
from types import UnionType
from typing import Any, get_args

from rules.program import abstract_interpretation, compiled_evaluation, nodes

PAGE = Path(__file__).resolve().parents[2] / "docs" / "architecture.md"


def primitives(union: UnionType | Any) -> list[type]:
    return list(get_args(union))


def test_every_number_node_has_an_interval_rule_and_a_code_generator() -> None:
    numbers = set(primitives(nodes.Numeric))
    assert numbers == set(abstract_interpretation._NUMBERS)
    assert numbers - set(compiled_evaluation._NUMBERS) == {nodes.Exponentiation}, (
        "what has no exact value is not written"
    )


def test_the_page_has_a_row_for_each_primitive() -> None:
    page = PAGE.read_text(encoding="utf-8")
    words_and_tests = (nodes.Word, nodes.CriterionOutcome, nodes.AtomicTest)
    unions = (nodes.Computed, nodes.Scored)
    every = [*primitives(nodes.Numeric), *words_and_tests]
    every += [*(one for union in unions for one in primitives(union)), nodes.FirstMatchingWord]
    rows = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")]
    assert rows == [one.__name__ for one in every]
    assert len(every) <= 30
