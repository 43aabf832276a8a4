"""Chinese typesetting: punctuation and spacing, idempotence, quoted text unchanged."""

import re

import pytest
from hypothesis import given, strategies as st

from rules.contracts.typesetting import typeset

QUOTED = re.compile("“[^“”]*”")
PIECES = st.sampled_from(
    ("产品", "碳", "abc", "EU", "5", "3 %", "(", ")", "（", "）", "“", "”", "《", "》", ",", ";", ":", "?", "!", " ",
     "\n", ".", "，")
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=24).map("".join)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("边界清晰（是） 为 是; 正常生产（是） 为 是：满足。", "边界清晰（是）为是；正常生产（是）为是：满足。"),
        ("碳边境调节机制: 一行进口货物", "碳边境调节机制：一行进口货物"),
        ("G1: 边界清晰", "G1：边界清晰"),
        ("3 %, 其他年份未知。", "3%，其他年份未知。"),
        ("80 % (可达)", "80%（可达）"),
        ("T/CECA-G 0171-2022, 1.2.1, as reported", "T/CECA-G 0171-2022, 1.2.1, as reported"),
        ("表  版次", "表  版次"),
        ("产品 (碳) , 说明", "产品（碳），说明"),
        ("(中文(内)) 文", "（中文（内））文"),
        ("读到 “甲, 乙: 丙 丁”, 可用的是 甲: 乙", "读到“甲, 乙: 丙 丁”，可用的是甲：乙"),
        ("外 “甲, “乙: 丙”, 丁” 外: 丙", "外“甲, “乙: 丙”, 丁”外：丙"),
        ("见 (“碳, 量”) 文", "见（“碳, 量”）文"),
    ],
)
def test_chinese_is_set_as_chinese(written: str, shown: str) -> None:
    assert typeset(written, "zh") == shown
    assert typeset(shown, "zh") == shown
    assert typeset(written, "en") == written


@given(TEXTS)
def test_typesetting_is_idempotent(text: str) -> None:
    once = typeset(text, "zh")
    assert typeset(once, "zh") == once


@given(TEXTS)
def test_quoted_text_is_unchanged(text: str) -> None:
    assert QUOTED.findall(typeset(text, "zh")) == QUOTED.findall(text)


@given(st.lists(PIECES.filter(lambda piece: piece not in "“”"), max_size=12).map("".join))
def test_a_quotation_within_a_sentence_is_unchanged(quotation: str) -> None:
    assert typeset(f"读到 “{quotation}”, 这里 不行: 请改", "zh") == f"读到“{quotation}”，这里不行：请改"
