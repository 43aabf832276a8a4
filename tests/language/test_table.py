"""Data table layout: column padding by display width, with Chinese characters, and escaping."""

from __future__ import annotations

from hypothesis import given, strategies as st
from wcwidth import wcswidth

from rules.language.tables import table_lines

CELLS = st.text(st.sampled_from("ab 中，文|\\1"), max_size=6)


def test_columns_are_padded_by_display_width() -> None:
    assert table_lines([["编号", "门槛"], ["G1", "无重大违法"]]) == ["| 编号 | 门槛       |", "| G1   | 无重大违法 |"]


def test_bars_and_backslashes_are_escaped() -> None:
    assert table_lines([["a|b", "c\\d"]]) == ["| a\\|b | c\\\\d |"]


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1)))
def test_all_lines_are_equally_wide(rows: list[list[str]]) -> None:
    assert len({wcswidth(line) for line in table_lines(rows)}) == 1
