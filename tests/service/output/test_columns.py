"""Terminal tables: alignment with wide characters, no folding or cutting of lines, padding."""

from __future__ import annotations

from rich.cells import cell_len

from service.output.terminal import columns
from service.output.terminal.columns import columns_text, display_width, listing_text, pad_to_width


def test_columns_are_aligned_despite_wide_characters() -> None:
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


def test_a_list_page_reports_an_empty_list_and_the_next_page() -> None:
    words = {"heads": ["a"], "other_heads": ["b"], "none": "nothing", "gone": "no more", "more": "next: {token}"}
    assert listing_text(words, [("c",)]) == "a\nc"
    assert listing_text(words, [("c",)], heads="other_heads", next_page="t") == "b\nc\nnext: t"
    assert listing_text(words, []) == "nothing"
    assert listing_text(words, [], none="gone", next_page="t") == "no more\nnext: t"


def test_common_characters_have_their_terminal_width() -> None:
    """`display_width` must agree with the width tables, so that these tables need not be loaded."""
    characters = [character for character in map(chr, range(0x10000)) if columns._COMMON.fullmatch(character)]
    assert len(characters) > 20_000
    assert [each for each in characters if display_width(each) != cell_len(each)] == []
    assert display_width("".join(characters)) == cell_len("".join(characters))


def test_a_text_is_padded_by_its_displayed_width() -> None:
    assert display_width("碳 a") == 4
    assert pad_to_width("碳", 4) == "碳  "
    assert pad_to_width("碳", 4, right=True) == "  碳"
    assert pad_to_width("longer", 4) == "longer"
