"""A small draft in both languages, with labels and an outline of examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.api import compile_folder
from rules.language import export_folder
from tests.support.drafting import small_draft

if TYPE_CHECKING:
    from pathlib import Path

_ENGLISH = (
    ("| fact   | type   |", "| fact   | label             | type   |"),
    ("| share  | number |", "| share  | electricity share | number |"),
    ("| system | choice |", "| system | management system | choice |"),
    ("| id | section |", "| id | indicator | section |"),
    ("| I1 | use     |", "| I1 | Renewable electricity | use |"),
    ("| I2 | use     |", "| I2 | Certified system | use |"),
    ("    Scenario: the reference case", """\
    Scenario Outline: <share> % leads to <grade>
      Given electricity share is <share> %
      When evaluated as of 2026-03-01
      Then the grade is <grade>
      Examples:
        | share | grade |
        | 90    | A     |

    Scenario: the reference case"""),
)  # fmt: skip
_OUTLINE = """\
    场景大纲: <share> % 得 <grade>
      假如 电力份额 为 <share> %
      当 按 2026-03-01 评定
      那么 等级为 <grade>
      例子:
        | share | grade |
        | 90    | A     |
"""


def bilingual_draft(folder: Path) -> dict[str, str]:
    """Return the files of a draft in English and Chinese that may be published."""
    files = small_draft(folder, changes=_ENGLISH)
    card = compile_folder(files).by_language["en"]
    text = export_folder(card, files, "zh")["card.zh.feature"]
    text = re.sub(r"^ *# 待译.*\n", "", text, flags=re.MULTILINE)
    titles = iter(("最小的评分卡", "得分", *(f"例 {number}" for number in range(1, 9))))
    text = re.sub(r"(功能|规则|场景):$", lambda match: f"{match[0]} {next(titles)}", text, flags=re.MULTILINE)
    for old, new in (
        ("| share  |      |", "| share  | 电力份额 |"), ("| system |      |", "| system | 管理体系 |"),
        ("| I1   |      |", "| I1 | 可再生电力 |"), ("| I2   |      |", "| I2 | 体系认证 |"),
        ("| smallest                |\n      | 评价", "| 最小的评分卡 |\n      | 评价"),
        ("按 share (%)", "按 电力份额 (%)"), ("按 system 计", "按 管理体系 计"),
    ):  # fmt: skip
        text = text.replace(old, new)
    text = re.sub(r"    场景: 例 1\n(      .*\n)+", _OUTLINE, text)
    text = re.sub(r"假如 share 为", "假如 电力份额 为", text).replace("假如 system 为", "假如 管理体系 为")
    return {**files, "card.zh.feature": text}
