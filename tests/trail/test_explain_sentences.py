"""A recorded sentence reads as people expect: each thing said once, fractions with decimals, Chinese set as Chinese."""

import pytest

from rules.contracts.typesetting import typeset
from rules.trail.explain_sentences import once


def together(head: str, values: list[str]) -> str:
    return f"{head}includes all of {', '.join(values)}"


def test_a_condition_that_asks_one_fact_for_several_values_is_said_once() -> None:
    asked = "includes any of "
    clauses = ["share is 3 %", f"promise {asked}policy", f"promise {asked}resources", f"system {asked}quality"]
    assert once(clauses, asked, together) == [
        "share is 3 %",
        "promise includes all of policy, resources",
        f"system {asked}quality",
    ]
    assert once([], asked, together) == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("边界清晰（是） 为 是; 正常生产（是） 为 是：满足。", "边界清晰（是）为是；正常生产（是）为是：满足。"),
        ("碳边境调节机制: 一行进口货物", "碳边境调节机制：一行进口货物"),
        ("G1: 边界清晰", "G1：边界清晰"),
        ("3 %, 其他年份未知。", "3 %，其他年份未知。"),
        ("80 % (可达)", "80 %（可达）"),
        ("T/CECA-G 0171-2022, 1.2.1, as reported", "T/CECA-G 0171-2022, 1.2.1, as reported"),
        ("表  版次", "表  版次"),
    ],
)
def test_chinese_is_set_as_chinese(written: str, shown: str) -> None:
    assert typeset(written, "zh") == shown
    assert typeset(shown, "zh") == shown
    assert typeset(written, "en") == written
