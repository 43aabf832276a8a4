"""Compiler error messages: exact variant and location of each mistake, in one file or between languages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from rules.contracts.diagnostics import Diagnostic
from rules.language.compiler import compile_folder
from rules.language.diagnostic_collector import read_catalogue
from tests.language.folders import read_folder
from tests.support.guide import CLAIMS, STAGED, card

GOOD = Path(__file__).parent.parent / "corpus" / "good"
PLAIN = "RL070"
FOUND_BY_LINT = re.compile(r"RL04[0-9]|RL05[0-9]|RL018|RL06[0-9]|RL072|RL081|RL115|RL122|RL125|RL14[01]")

GATE_EN, GATE_ZH = "share is at least 50 %", "可再生占比 不低于 50 %"
MISTAKES = {
    mistake["name"]: mistake
    for mistake in tomllib.loads((Path(__file__).parent / "mistakes.toml").read_text(encoding="utf-8"))["mistake"]
}

EN, ZH = "card.en.feature", "card.zh.feature"
TAIL_EN = "# language: en\nFeature: More\n\n  Background:\n    Given {}\n"

# Each entry: files added to or edited in the bilingual card, and the expected diagnostics with their files.
FOLDERS: dict[str, tuple[dict[str, str | list[tuple[str, str]]], list[tuple[str, str]]]] = {
    "an empty file": ({"more.en.feature": "# language: en\n", ZH: ""}, [("RL002.end", "more.en.feature")]),
    "a vocabulary alone": (
        {"words.en.feature": "# language: en\nFeature: Words\n\n  Background:\n    Given the vocabulary words\n",
         EN: "", ZH: ""}, [("RL090.alone", "words.en.feature")]),
    "a file without scenario": (
        {"more.en.feature": TAIL_EN.format("the scorecard small"), ZH: ""}, [("RL004.file", "more.en.feature")]),
    "a file of another card": (
        {"more.en.feature": TAIL_EN.format("the scorecard smell"), ZH: ""},
        [("RL004.file", "more.en.feature"), ("RL005.other", "more.en.feature")]),
    "a second card table": (
        {"more.en.feature": EN, ZH: ""},
        [("RL014.main", "more.en.feature")] * 5),
    "a file of no language": ({"more.feature": TAIL_EN.format("x")}, [("RL005.name", "more.feature")]),
    "a file without twin": (
        {"more.zh.feature": "# language: zh-CN\n功能: 更多\n\n  背景:\n    假如 评分卡 small\n"},
        [("RL071.file", "more.zh.feature"), ("RL004.file", "more.zh.feature")]),
    "choices in another order": (
        {EN: [("    And this reference", "    And these settings\n      | setting | one of |\n"
               "      | reading | a, b   |\n    And this reference"), (GATE_EN, f"{GATE_EN}; reading is not a")],
         ZH: [("    并且 本基准案例", "    并且 下列设定\n      | 设定    | 可选值 |\n"
               "      | reading | b, a   |\n    并且 本基准案例"), (GATE_ZH, f"{GATE_ZH}; reading 不为 a")]},
        [("RL070.order", EN), ("RL070.order", ZH)]),
    "another value in the reference case": (
        {ZH: [("| share | 80 % |", "| share | 85 % |")]}, [("RL070.main", EN), ("RL070.main", ZH)]),
    "another operator": (
        {ZH: [(GATE_ZH, "可再生占比 高于 50 %")]}, [("RL070.main", EN), ("RL070.main", ZH)]),
    "another kind of clause": (
        {ZH: [(GATE_ZH, "可再生占比 介于 50 % 与 99 % 之间(含)")]}, [("RL070.main", EN), ("RL070.main", ZH)]),
    "a condition more": (
        {ZH: [(GATE_ZH, f"{GATE_ZH}; 可再生占比 不为 99 %")]}, [("RL071.definition", ZH)]),
    "another thing that is not assessed": (
        {EN: [("      | rounding ", "      | does not assess | noise |\n      | rounding ")]},
        [("RL071.definition", EN)]),
    "a file that only names its card": (
        {"rules.en.feature": TAIL_EN.format("the scorecard small")
         + "    And these bases\n      | basis | instrument | clause | certainty |\n"
         + "      | other | Guide 2    | 1      | confirmed |\n",
         "rules.zh.feature": "# language: zh-CN\n功能: 更多\n\n  背景:\n    假如 评分卡 small\n"},
        [("RL004.file", "rules.en.feature"), ("RL071.empty", "rules.zh.feature"), ("RL004.file", "rules.zh.feature")]),
    "an empty file whose twin is not": (
        {"rules.en.feature": TAIL_EN.format("the scorecard small") + "    And these bases\n"
         "      | basis | instrument | clause | certainty |\n      | other | Guide 2    | 1      | confirmed |\n",
         "rules.zh.feature": "# language: zh-CN\n"},
        [("RL004.file", "rules.en.feature"), ("RL071.empty", "rules.zh.feature"), ("RL002.end", "rules.zh.feature")]),
    "a great many differences": (
        {ZH: [("      | 修约  ", "\n".join([*(f"      | 不评价 | 噪声 {n} |" for n in range(15)), "      | 修约  "]))]},
        [*[("RL071.definition", ZH)] * 10, ("RL070.more", ZH)]),
    "a gate that has a label in one language only": (
        {ZH: [("| 电力 |", "|      |")]}, [("RL073.main", ZH)]),
    "a gate that is called by its id in English": ({EN: [("| Renewable |", "|           |")]}, []),
    "a note in one language only": (
        {ZH: [("| 确信度 |", "| 确信度 | 说明 |"), ("| 已核实 |", "| 已核实 | 转引自他处 |")]}, [("RL073.main", EN)]),
    "a remark that nobody has translated": (
        {ZH: [("  规则: 电力", "  # 待译: Half of it\n  规则: 电力")]}, [("RL073.remark", ZH)]),
    "examples in one language only": (
        {ZH: [("\n    场景: 一半即可\n      假如 可再生占比 为 50 %\n      当 按 2026-03-01 评定\n"
               "      那么 门槛 G1 满足\n", "")]},
        [("RL004.file", ZH), ("RL073.example", ZH)]),
    "another domain": (
        {ZH: [("| 100    |", "| 99     |")]}, [("RL070.main", EN), ("RL070.main", ZH)]),
}  # fmt: skip


# Each entry: a card of the guide, an edit of its Chinese file, and the English text at the reported location.
TWINS = [
    (STAGED, "| s1   | 首次报告 |", "| s1   | 首份报告 |", None),
    (STAGED, "已发布报告 不低于 3 项", "已发布报告 不低于 4 项", "reports published is at least 3 items"),
    (STAGED, "| s1   | 首次报告 | 其他                               | basics        | 40 ",
     "| s1   | 首次报告 | 其他                               | basics, depth | 40 ", "basics        | 40"),
    (STAGED, "| 50     | 100    | 全部目标", "| 50     | 99     | 全部目标", "100     | all goals"),
    (STAGED, "| 全部目标 |", "| 一切目标 |", None),
    (STAGED, "| 上升                 | 5 % ", "| 上升                 | 10 %", "rise"),
    (STAGED, "| 达到水平             | 不低于 ", "| 达到水平             | 高于   ", "at least           |"),
    (STAGED, "| 整合   | 目标整合   |", "| 整合   | 目标对比   |", "goals integration |\n"),
    (STAGED, "按 行业, 上市, 阶段", "按 上市, 行业, 阶段", "sector, listed, stage"),
    (STAGED, "目标披露量 | 数值 | %    |                 | 0      | 100    | 5 ",
     "目标披露量 | 数值 | %    |                 | 0      | 100    | 1 ", "5           |"),
    (CLAIMS, "| 禁止 ", "| 误导 ", "prohibited"),
    (CLAIMS, "否则为 合规", "否则为 禁止", "ok on basis"),
    (CLAIMS, "施行日 减 6 个月", "施行日 减 9 个月", "day of adoption minus 6 months"),
    (CLAIMS, "| 其他  | 从不       |", "| 其他  | 2026-12-31 |", "never"),
    (CLAIMS, "| 写明避免了", "| 说明避免了", None),
]  # fmt: skip


@pytest.mark.parametrize(("guide", "old", "new", "words"), TWINS)
def test_both_languages_must_agree_in_everything_except_labels(
    guide: str, old: str, new: str, words: str | None
) -> None:
    files = card(guide)
    assert old in files[ZH], old
    files[ZH] = files[ZH].replace(old, new, 1)
    diagnostics = [each for each in compile_folder(files).diagnostics if each.code == "RL070"]
    excerpts = [files[EN].splitlines()[each.location.line - 1][each.location.column - 1 :] + "\n"
            for each in diagnostics if each.location.path == EN]  # fmt: skip
    assert [each.startswith(words or "") for each in excerpts] == ([] if words is None else [True]), excerpts
    assert len(diagnostics) == 2 * len(excerpts)


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("不低于 50 %", "高于 50 %", ("share is at least 50 %", "可再生占比 高于 50 %", 30, "G1 · requires")),
        ("| 80 % |", "| 85 % |", ("80 %", "85 %", 24, "share · value")),
        ("| 四舍六入五成双,", "| 四舍五入,", ("half-even, 2 decimals", "四舍五入, 保留2位", 14, "rounding · value")),
    ],
)  # fmt: skip
def test_a_difference_is_reported_in_the_words_of_the_files_without_model_paths(
    old: str, new: str, difference: tuple[str, str, int, str]
) -> None:
    here, there, line, where = difference
    files = read_folder(GOOD / PLAIN)
    assert old in files[ZH]
    files[ZH] = files[ZH].replace(old, new, 1)
    diagnostics = [each for each in compile_folder(files).diagnostics if each.code == "RL070"]
    assert [each.location.path for each in diagnostics] == [EN, ZH]
    words = (
        f"The two languages differ in {where}: this file has '{here}', but the other language has '{there}' "
        f"(card.zh.feature:{line})."
    )
    assert diagnostics[0].message == words
    assert not any("[" in each.message for each in diagnostics)


def test_the_allowed_flag_values_are_listed_in_the_language_of_the_file() -> None:
    text = read_folder(GOOD / PLAIN)[ZH]
    text = text.replace(
        "| share | 可再生占比 |", "| audited | 已审计 | 是否 |      |        |        |\n      | share | 可再生占比 |"
    )
    text = text.replace("| share | 80 % |", "| audited | 对 |\n      | share | 80 % |")
    (diagnostic,) = (each for each in compile_folder({ZH: text}).diagnostics if each.code == "RL017")
    assert diagnostic.hint == "写作其一：是, 否"


def variant(diagnostic: Diagnostic, language: str) -> str:
    """Find which variant of its code a diagnostic is, by its message."""
    for name, templates in read_catalogue()[diagnostic.code].variants.items():
        words = f"{templates[language].message}\n{templates[language].hint}"
        pattern = re.sub(r"\\\{\w+\\\}", "(.*)", re.escape(words))
        if re.fullmatch(pattern, f"{diagnostic.message}\n{diagnostic.hint}", re.DOTALL):
            return f"{diagnostic.code}.{name}"
    raise AssertionError(f"{diagnostic.message} is not in the catalogue")


def edited(name: str) -> dict[str, str]:
    mistake = MISTAKES[name]
    path = f"card.{mistake['language']}.feature"
    text = read_folder(GOOD / mistake["card"])[path]
    for old, new in mistake["edits"]:
        assert old in text
        text = text.replace(old, new, 1)
    return {path: text}


def folder(name: str) -> dict[str, str]:
    files = read_folder(GOOD / PLAIN)
    for path, change in FOLDERS[name][0].items():
        if isinstance(change, list):
            for old, new in change:
                assert old in files[path]
                files[path] = files[path].replace(old, new, 1)
        elif change:
            files[path] = files.get(change, change)
        else:
            del files[path]
    return files


def language_of(diagnostic: Diagnostic) -> str:
    return "zh" if ".zh." in diagnostic.location.path else "en"


@pytest.mark.parametrize("name", FOLDERS)
def test_mistakes_between_files_are_reported_in_their_files(name: str) -> None:
    diagnostics = compile_folder(folder(name)).diagnostics
    assert [(variant(each, language_of(each)), each.location.path) for each in diagnostics] == FOLDERS[name][1]


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_reported_at_its_word(name: str) -> None:
    files, language = edited(name), MISTAKES[name]["language"]
    lines = next(iter(files.values())).splitlines()
    expected = [(kind, word) for kind, word in MISTAKES[name]["expected"]]
    diagnostics = [(variant(each, language), each) for each in compile_folder(files).diagnostics]
    mistakes = [(kind, each) for kind, each in diagnostics if not FOUND_BY_LINT.match(kind) or kind in dict(expected)]
    assert [kind for kind, _ in mistakes] == [kind for kind, _ in expected], [each.render() for _, each in diagnostics]
    for (kind, each), (_, word) in zip(mistakes, expected, strict=True):
        assert lines[each.location.line - 1][each.location.column - 1 :].startswith(word), (kind, each.render())
        assert "{" not in each.message + each.hint


def test_an_incomplete_sentence_is_reported_with_the_complete_sentence() -> None:
    (diagnostic,) = (
        each for each in compile_folder(edited("a sentence that is only begun")).diagnostics if each.code == "RL030"
    )
    assert diagnostic.hint == "Correct the step. Did you mean: these stages, the first that holds decides"


@pytest.mark.full
def test_every_message_can_be_provoked() -> None:
    """The corpus and the cases above must together provoke every variant that the compiler itself can report."""
    provoked = {kind for mistake in MISTAKES.values() for kind, _ in mistake["expected"]}
    provoked |= {kind for _, expected in FOLDERS.values() for kind, _ in expected}
    for path in (GOOD.parent / "bad").iterdir():
        for each in compile_folder(read_folder(path)).diagnostics:
            provoked.add(variant(each, language_of(each)))
    known = {f"{code}.{name}" for code, entry in read_catalogue().items() for name in entry.variants}
    assert {kind for kind in known - provoked if not FOUND_BY_LINT.match(kind)} == set()
