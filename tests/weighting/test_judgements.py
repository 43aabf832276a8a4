"""Judgement matrix parser: reciprocal cells, diagonals, several experts, and all mistakes by cell."""

import pytest

from rules.contracts.diagnostics import Severity
from rules.contracts.errors import InputError
from rules.weighting.judgements import MAXIMUM_ITEMS, DiagonalRule
from tests.weighting.sheets import EXAMPLE, numbers, placed, read, sheet, shown

WITHOUT = EXAMPLE.replace("A,    0.5,", "A, ,").replace("B,    0,   0.5,", "B, 0, ,")


def test_a_matrix_is_read_exactly() -> None:
    (matrix,), notes = read(sheet(EXAMPLE))
    assert shown(notes) == []
    assert matrix.items == ("A", "B", "C", "D")
    assert matrix.values[1] == numbers("0 1/2 1/2 1")


def test_an_empty_cell_is_derived_from_its_reciprocal_cell() -> None:
    upper = "item, A, B, C\nA, 0.5, 1, 0.5\nB, , 0.5,\nC, , 1, 0.5"
    full = "item, A, B, C\nA, 0.5, 1, 0.5\nB, 0, 0.5, 0\nC, 0.5, 1, 0.5"
    (matrix,), notes = read(sheet(upper))
    assert shown(notes) == []
    assert matrix == read(sheet(full))[0][0]


def test_rows_may_be_in_another_order_and_numbers_in_another_notation() -> None:
    mixed = "item, A, B\nB, 0.0, 1/2\nA, 0.50, 1.0"
    (matrix,), notes = read(sheet(mixed))
    assert shown(notes) == []
    assert matrix.values == (numbers("1/2 1"), numbers("0 1/2"))


@pytest.mark.parametrize("heading", ["label", "Label", "名称"])
def test_names_comments_and_empty_rows_are_no_judgements(heading: str) -> None:
    text = f"# own reading, not published\n\nitem, {heading}, A, B\nA, Energy, 0.5, 1\n,,,\nB, Waste, 0, 0.5"
    (matrix,), notes = read(sheet(text))
    assert shown(notes) == []
    assert matrix.items == ("A", "B")
    assert matrix.labels == {"A": "Energy", "B": "Waste"}


def test_an_empty_diagonal_is_accepted_only_if_the_diagonal_is_excluded() -> None:
    _, notes = read(sheet(WITHOUT))
    assert placed(notes) == "2:2 DIAGONAL_EMPTY, 3:3 DIAGONAL_EMPTY"
    (matrix,), notes = read(sheet(WITHOUT), variant=DiagonalRule.WITHOUT_DIAGONAL)
    assert shown(notes) == []
    assert matrix == read(sheet(EXAMPLE))[0][0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "EMPTY_SHEET"),
        ("# only a comment", "EMPTY_SHEET"),
        ("item, A\nA, 0.5", "FEW_ITEMS"),
        ("item, A, B\nA, 0.5, 0.7\nB, , 0.5", "2:3 VALUE"),
        ("item, A, B\nA, 0.5, 2\nB, -1, 0.5", "2:3 VALUE, 3:2 VALUE"),
        ("item, A, B\nA, 0.5, ０\nB, yes, 0.5", "2:3 VALUE, 3:2 VALUE"),
        ("item, A, B\nA, 0.5, 1/0\nB, 0, 0.5", "2:3 VALUE"),
        ("item, A, B\nA, 0.5, 1\nB, 1, 0.5", "2:3 SUM"),
        ("item, A, B\nA, 0.5, 1\nB, 0.5, 0.5", "2:3 SUM"),
        ("item, A, B\nA, 0.5,\nB, , 0.5", "NOTHING_JUDGED"),
        ("item, A, B, C\nA, 0.5, 1\nB, , 0.5\nC, 0, , 0.5", "3:4 UNJUDGED"),
        ("item, A, B\nA, 1, 1\nB, 0, 0", "2:2 DIAGONAL, 3:3 DIAGONAL"),
        ("item, A, B, C\nA, 0.5, 1, 1\nB, 0, 0.5, 1", "1:4 ROW_MISSING"),
        ("item, A, B\nA, 0.5, 1\nB, 0, 0.5\nC, 0, 0", "4:1 COLUMN_MISSING"),
        ("item, A, B\nA, 0.5, 1, 1\nB, 0, 0.5", "2:4 OUTSIDE"),
        ("item, A, , B\nA, 0.5, , 1\nB, 0, , 0.5", "1:3 COLUMN_WITHOUT_ITEM"),
        ("item, A, B\nA, 0.5, 1\n, 0, 0.5\nB, 0, 0.5", "3:1 ROW_WITHOUT_ITEM"),
        ("item, A, B\nA, 0.5, 1\nB, 0, 0.5\nA, 0.5, 0", "4:1 ROW_TWICE"),
        ("item, A, B, A\nA, 0.5, 1, 0\nB, 0, 0.5, 1", "1:4 COLUMN_TWICE"),
    ],
)
def test_a_mistake_is_reported_at_its_cell(text: str, expected: str) -> None:
    panel, notes = read(sheet(text))
    assert placed(notes) == expected
    assert panel == ()


def test_all_mistakes_of_all_experts_are_reported_together() -> None:
    one = sheet("item, A, B, C\nA, 0.5, 3, 1\nB, 0, 0.4, 1\nC, 1, 0, 0.5\nD, 1, 1, 1", "one")
    two = sheet("item, A, B\nA, 0.5, x\nB, 1, 0.5", "two")
    _, notes = read(one, two)
    assert shown(notes) == [
        ("one.csv line 2, column 3", "VALUE"),
        ("one.csv line 2, column 4", "SUM"),
        ("one.csv line 3, column 3", "DIAGONAL"),
        ("one.csv line 5, column 1", "COLUMN_MISSING"),
        ("two.csv line 2, column 3", "VALUE"),
    ]
    with pytest.raises(InputError) as refused:
        notes.refuse("en")
    assert len(refused.value.violations) == 5
    assert refused.value.violations[0].description == (
        "A against B is '3'. Write 1 if A is more important, 0.5 if both are equally important, "
        "0 if A is less important."
    )
    with pytest.raises(InputError, match=r"one\.csv 第 2 行第 3 列: A 对 B 为“3”"):
        notes.refuse("zh")


def test_the_two_cells_of_a_contradiction_are_both_named() -> None:
    _, notes = read(sheet("item, A, B\nA, 0.5, 1\nB, 1, 0.5"))
    assert "(line 3, column 2) is 1" in notes.of(Severity.ERROR)[0].message("en")


def test_experts_compare_the_same_items_and_count_once() -> None:
    other = EXAMPLE.replace("D", "E")
    panel, notes = read(sheet(EXAMPLE, "one"), sheet(other, "two"), sheet(EXAMPLE, "one"))
    assert shown(notes) == [("two.csv", "ITEM_NOT_JUDGED"), ("two.csv", "ITEM_NOT_SHARED"), ("one.csv", "EXPERT_TWICE")]
    assert [one.expert for one in panel] == ["one"]


def test_experts_may_order_the_items_differently() -> None:
    turned = "item, B, A\nB, 0.5, 0\nA, 1, 0.5"
    (one, two), notes = read(sheet("item, A, B\nA, 0.5, 1\nB, 0, 0.5", "one"), sheet(turned, "two"))
    assert shown(notes) == []
    assert (two.items, two.values) == (one.items, one.values)


def test_a_matrix_has_a_limit() -> None:
    items = [f"I{number}" for number in range(MAXIMUM_ITEMS + 1)]
    text = "\n".join([f"item, {', '.join(items)}", *items])
    _, notes = read(sheet(text))
    assert shown(notes) == [("panel.csv", "MANY_ITEMS")]
