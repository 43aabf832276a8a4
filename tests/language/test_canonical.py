"""Formatter of feature files: whitespace changes only, idempotence, and columns padded by display width."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from wcwidth import wcswidth

from rules.language.canonical import to_canonical
from rules.language.compiler import compile_folder
from rules.language.lexicon import language_of, load_lexicon
from rules.language.tables import table_lines
from rules.model.digest import rule_digest
from tests.language.folders import CORPUS, read_folder

ROOT = Path(__file__).resolve().parents[2]
DESK = sorted((ROOT / "features").glob("*/*.feature"))
WHOLE = read_folder(Path(__file__).parent / "whole_card")


def written(path: str, text: str) -> str:
    return to_canonical(text, load_lexicon(language_of(path) or "en"))


def test_the_files_of_the_desk_are_canonical() -> None:
    assert DESK
    texts = ((path, path.read_text(encoding="utf-8")) for path in DESK)
    others = [str(path.relative_to(ROOT)) for path, text in texts if written(path.name, text) != text]
    assert not others, "\n".join(others)


def test_formatting_changes_only_whitespace_and_is_idempotent() -> None:
    wrong, paths = [], sorted(CORPUS.rglob("*.feature"))
    assert paths
    for path in paths:
        text = path.read_text(encoding="utf-8")
        once = written(path.name, text)
        if re.sub(r"\s", "", once) != re.sub(r"\s", "", text):
            wrong.append(f"{path.relative_to(CORPUS)} changes in more than spaces")
        if written(path.name, once) != once:
            wrong.append(f"{path.relative_to(CORPUS)} changes a second time")
    assert not wrong, "\n".join(wrong)


@pytest.mark.full
@given(st.data())
def test_any_indentation_and_padding_is_restored_to_the_canonical_form(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(WHOLE)))
    drawn = st.integers(0, 5)
    lines = []
    for line in WHOLE[path].split("\n"):
        loose = re.sub(r" *(?<!\\)\| *", lambda _: f"{' ' * data.draw(drawn)}|{' ' * data.draw(drawn)}", line.strip())
        blank = [""] * (line == "" and data.draw(drawn) % 3)
        lines += [*blank, f"{' ' * data.draw(drawn)}{loose}{' ' * data.draw(drawn)}" if line else ""]
    messy = data.draw(st.sampled_from(["\n", "\r\n"])).join(lines)
    assert written(path, messy) == written(path, WHOLE[path])


def test_the_rules_stay_the_same_to_the_last_digit() -> None:
    messy = {path: re.sub(r"(?m)^ +", "   ", text) for path, text in WHOLE.items()}
    cards = [compile_folder({path: written(path, text) for path, text in messy.items()}).scorecard,
             compile_folder(WHOLE).scorecard]  # fmt: skip
    assert len({rule_digest(card) for card in cards if card is not None}) == 1
    assert None not in cards


def test_comments_stay_in_position_and_a_chinese_character_is_two_columns_wide() -> None:
    messy = """# language: zh-CN
功能: 小卡
  同时 说明文字不是步骤
 背景:
 # 事实之前
   假如  下列事实
   | 事实 | 名称 |
   # 表格之内
   |a|可再生占比|
 规则: 一
 场景: 二
   假如 a 为 1 \\| 2

   #  末尾
"""
    assert (
        written("card.zh.feature", messy)
        == """# language: zh-CN
功能: 小卡
  同时 说明文字不是步骤

  背景:
    # 事实之前
    假如 下列事实
      | 事实 | 名称       |
      # 表格之内
      | a    | 可再生占比 |

  规则: 一

    场景: 二
      假如 a 为 1 \\| 2

      #  末尾
"""
    )


@pytest.mark.parametrize("row", ["| a | b |  c |", "| a", "a | b |", "| a | b | 'x \\|"])
def test_a_malformed_table_row_is_left_unformatted(row: str) -> None:
    text = f"# language: en\nFeature: F\n\n  Background:\n    Given this scorecard\n      | field |\n      {row}\n"
    assert [line.strip() for line in written("card.en.feature", text).split("\n")[-3:]] == ["| field |", row, ""]


CELLS = st.text(st.sampled_from("ab 中，文|\\1"), max_size=6)


def test_columns_are_padded_by_display_width() -> None:
    assert table_lines([["编号", "门槛"], ["G1", "无重大违法"]]) == ["| 编号 | 门槛       |", "| G1   | 无重大违法 |"]


def test_bars_and_backslashes_are_escaped() -> None:
    assert table_lines([["a|b", "c\\d"]]) == ["| a\\|b | c\\\\d |"]


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1)))
def test_all_lines_are_equally_wide(rows: list[list[str]]) -> None:
    assert len({wcswidth(line) for line in table_lines(rows)}) == 1
