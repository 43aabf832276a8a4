"""Table extraction and row replacement in feature files: cell values, and all other bytes preserved."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.language.file_edits import _GROUP_OF_SENTENCE, TABLE_GROUPS, replace_tables, tables_of
from rules.language.lexicon import load_lexicon
from tests.language.folders import read_folder

FEATURES = Path(__file__).resolve().parents[2] / "features"
WHOLE = read_folder(Path(__file__).parent / "whole_card")
TEXT = """# language: zh-CN
功能: 小卡

  背景:
    假如 本评分卡
      | 项目 | 内容    |
      | 编号 | 0012    |
      # 名称之上
      | 名称 | a \\| b |
    并且 下列依据
      | 编号 |

  规则: 一
    场景大纲: 二
      假如 甲 为 <乙>

      例子:
        | 乙 |
        | 1  |
"""


@pytest.mark.parametrize("card", sorted(path.name for path in FEATURES.iterdir()))
def test_replacing_tables_with_the_same_rows_leaves_the_files_unchanged(card: str) -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in (FEATURES / card).glob("*.feature")}
    tables = tables_of(files)
    assert {table.path for table in tables} == {name for name, text in files.items() if "|" in text}
    for path, text in files.items():
        assert replace_tables(text, [(table, table.rows) for table in tables if table.path == path]) == text


def test_every_row_of_a_file_belongs_to_a_table_with_a_group() -> None:
    tables = tables_of(WHOLE)
    for path, text in WHOLE.items():
        rows = sum(line.lstrip().startswith("|") for line in text.split("\n"))
        assert sum(len(table.rows) for table in tables if table.path == path) == rows
    assert {table.group for table in tables} <= set(TABLE_GROUPS) - {"other"}
    assert {"gates", "weights", "bands", "grades", "words", "examples"} <= {table.group for table in tables}


def test_every_group_is_assigned_to_existing_sentences() -> None:
    assert set(_GROUP_OF_SENTENCE) <= set(load_lexicon("en").sentences)


def test_a_table_is_identified_by_its_sentence_and_returns_unescaped_values() -> None:
    card, bases, examples = tables_of({"card.zh.feature": TEXT})
    assert (card.sentence, card.group, card.number) == ("本评分卡", "card", 1)
    assert card.rows == (("项目", "内容"), ("编号", "0012"), ("名称", "a | b"))
    assert (bases.sentence, bases.rows) == ("下列依据", (("编号",),))
    assert (examples.sentence, examples.group, examples.number) == ("例子:", "examples", 3)


def test_comments_stay_above_their_rows_and_all_other_text_is_unchanged() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    card = tables_of({"card.zh.feature": text})[0]
    rows = [card.rows[0], ("版本", "1.0.0"), *card.rows[1:], ("说明", "一\n二 \\ 三")]
    now = replace_tables(text, [(card, rows)])
    assert now.startswith("\ufeff# language: zh-CN\r\n")
    assert now.replace("\r\n", "").count("\n") == 0
    lines = now.split("\r\n")
    assert lines[lines.index("      # 名称之上") + 1].startswith("      | 名称 | a \\| b")
    assert "      | 说明 | 一\\n二 \\\\ 三 |" in lines
    assert tables_of({"card.zh.feature": now})[0].rows == tuple(rows)
    assert now[now.index("    并且") :] == text[text.index("    并且") :]
    without = replace_tables(text, [(card, card.rows[:2])])
    assert "# 名称之上" in without
    assert "| 名称" not in without


def test_a_malformed_table_is_ignored() -> None:
    broken = TEXT.replace("| 编号 | 0012    |", "| 编号 | 0012")
    assert [table.number for table in tables_of({"card.zh.feature": broken})] == [2, 3]
