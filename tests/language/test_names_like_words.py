"""Names equal to keywords of the language: facts, lists and records, in English and Chinese."""

import pytest

from rules.language.compiler import compile_folder
from tests.language.folders import CORPUS, read_folder

GOOD = read_folder(CORPUS / "good" / "RL070")
EN = """    And these facts
      | fact  | type        |
      | WORD  | number      |
      | WORDs | list of WORD |
    And each WORD has
      | field  | type   |
      | id     | text   |
      | amount | number |
    And no two WORDs share a id
    And the quantity told, on basis guide
      | is                                        | when               |
      | 2 * WORD + min(WORD, 3) - round(WORD, 1, up) | WORD is at least 5 |
      | WORD ^ 2                                  | otherwise          |
    And the quantity counted, in items, the number of records over WORDs, on basis guide
      | where                 |
      | amount is at least 5 |
    And for each WORD the quantity doubled, on basis guide
      | is         |
      | 2 * amount |
    And this reference case
"""
ZH = """    并且 下列事实
      | 事实 | 名称  | 类型      |
      | xx   | WORD  | 数值      |
      | xs   | 各WORD | lot 列表 |
    并且 每条 lot 有
      | 字段   | 类型 |
      | id     | 文本 |
      | amount | 数值 |
    并且 lot 称为 WORD
    并且 各WORD 中 id 不得重复
    并且 量 told, 依据 guide
      | 为                                          | 情形          |
      | 2 * WORD + min(WORD, 3) - 修约(WORD, 1, 进一) | WORD 不低于 5 |
      | WORD ^ 2                                    | 其他          |
    并且 量 counted, 以 项 计, 为 各WORD 的 条数, 依据 guide
      | 其中            |
      | amount 不低于 5 |
    并且 每条 WORD 的量 doubled, 依据 guide
      | 为         |
      | 2 * amount |
    并且 本基准案例
"""


@pytest.mark.parametrize("word", ["item", "time", "year", "record", "number", "point", "round", "min", "is"])
def test_english_names_equal_to_keywords_are_accepted(word: str) -> None:
    text = GOOD["card.en.feature"].replace("    And this reference case\n", EN.replace("WORD", word), 1)
    diagnostics = compile_folder({"card.en.feature": text}).diagnostics
    assert {one.code for one in diagnostics} == {"RL051", "RL053"}, [one.render() for one in diagnostics]


@pytest.mark.parametrize("word", ["记录", "项", "年", "条数", "清单", "数量", "天数", "修约", "次"])
def test_chinese_names_equal_to_keywords_are_accepted(word: str) -> None:
    text = GOOD["card.zh.feature"].replace("    并且 本基准案例\n", ZH.replace("WORD", word), 1)
    diagnostics = compile_folder({"card.zh.feature": text}).diagnostics
    assert {one.code for one in diagnostics} == {"RL051", "RL053"}, [one.render() for one in diagnostics]
