"""Terminal tables: alignment with wide characters, no folding or cutting of lines, padding."""

from __future__ import annotations

from service.output.terminal.columns import columns_text, display_width, pad_to_width


def test_columns_stand_under_one_another_though_some_characters_are_two_wide() -> None:
    rows = [("评分卡", "7", ""), ("b", "12", "x"), ("[red]c[/red] :smile:", "345", "1")]
    assert columns_text(("name", "", "数"), rows, numbers_right=True).splitlines() == [
        "name                       数",
        "评分卡                  7",
        "b                      12  x",
        "[red]c[/red] :smile:  345  1",
    ]


def test_a_line_is_neither_folded_nor_cut() -> None:
    long = "long name " * 200
    assert columns_text(("a", "b"), [(long, "c")]).splitlines()[1] == f"{long}  c"
    assert columns_text(("a", "b"), []) == "a  b"


def test_a_text_is_filled_up_as_it_is_shown() -> None:
    assert display_width("碳 a") == 4
    assert pad_to_width("碳", 4) == "碳  "
    assert pad_to_width("碳", 4, right=True) == "  碳"
    assert pad_to_width("longer", 4) == "longer"
