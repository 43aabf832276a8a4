"""Language guide: its cards, tables and sentences compiled in both languages."""

import re
from pathlib import Path

import pytest

from rules.language.compiler import Compilation, compile_folder
from rules.language.lexicon import load_lexicon
from rules.rehearsal.publication_check import check_folder, unanswerable_clauses
from tests.support.commands import answered
from tests.support.guide import (
    CARDS,
    CARRIED,
    CLAIMS,
    EXAMPLES,
    HEATED,
    LEVY,
    OFFICE,
    PRICED,
    ROOT,
    SHELF,
    STAGED,
    card,
    pairs,
)

PAGES = ("language", "language-tables")
RULE = {
    "en": "\n  Rule: Added\n    Background:\n      Given these findings\n"
    "        | code | when | severity | basis |\n        | K | {} | minor | own |\n",
    "zh": "\n  规则: 附加\n    背景:\n      假如 下列不符合项\n"
    "        | 代码 | 情形 | 程度 | 依据 |\n        | K | {} | 一般 | own |\n",
}
SCENARIO = {
    "en": "\n  Rule: Added\n    Scenario: added\n"
    "      Given {}\n      When evaluated as of 2026-06-30\n      Then {}\n",
    "zh": "\n  规则: 附加\n    场景: 附加\n      假如 {}\n      当 按 2026-06-30 评定\n      那么 {}\n",
}
FILES = {
    OFFICE: {"card", "rules", "edges"},
    STAGED: {"card"},
    CLAIMS: {"card", "advertising"},
    PRICED: {"card"},
    LEVY: {"card"},
    CARRIED: {"card"},
    HEATED: {"card"},
}
COUNTED = {OFFICE: 99, STAGED: 10, CLAIMS: 16, PRICED: 8, LEVY: 18, CARRIED: 16, HEATED: 13}
CHANGE = {
    OFFICE: ("fines is 0 times", "处罚次数 为 0 次"),
    STAGED: ("listed is yes", "上市 为 是"),
    CLAIMS: ("wording is neutral", "措辞 为 neutral"),
    PRICED: ("seat is DE", "注册地 为 DE"),
    LEVY: ("storage is 5 t", "库容 为 5 t"),
}

CONDITIONS = [
    *((OFFICE, *pair) for pair in (*pairs("English | 中文 | holds if"), *pairs("English | 中文 | means"))),
    *((STAGED, *pair) for pair in pairs("with stages: English | 中文 | holds if")),
    *((CLAIMS, *pair) for pair in pairs("with a name: English | 中文 | holds if")),
]
CHANGES = [
    *((OFFICE, "the conclusion is graded", "结论为 已评级", *pair) for pair in pairs("changes: English | 中文")),
    *(
        (CARRIED, "the conclusion is scored", "结论为 已计分", *pair)
        for pair in pairs("with earlier evaluations, changes: English | 中文")
    ),
]
EXPECTATIONS = [
    *((OFFICE, *pair) for pair in pairs("expectations: English | 中文")),
    *((STAGED, *pair) for pair in pairs("with stages, expectations: English | 中文")),
    *((CLAIMS, *pair) for pair in pairs("with verdicts, expectations: English | 中文")),
    *((PRICED, *pair) for pair in pairs("with tables, expectations: English | 中文")),
    *((LEVY, *pair) for pair in pairs("with small tables, expectations: English | 中文")),
]


def compiled(folder: str, language: str, addition: str) -> Compilation:
    """Compile a card of the guide in one language, with something added to its rules."""
    files = card(folder)
    last = max(name for name in files if name.endswith(f".{language}.feature"))
    files[last] += addition
    result = compile_folder(files, languages=frozenset({language}), tables=SHELF)
    assert result.scorecard is not None, "\n".join(found.render() for found in result.diagnostics)
    assert not list(unanswerable_clauses(result.scorecard))
    return result


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("folder", CARDS)
def test_each_card_of_the_guide_is_sound_in_both_languages(folder: str) -> None:
    files = card(folder)
    assert set(files) == {f"{topic}.{language}.feature" for topic in FILES[folder] for language in ("en", "zh")}
    report = check_folder(files, tables=SHELF)
    others = [found.render() for found in report.diagnostics if found.code != "RL052"]
    assert not others, "\n".join(others)
    assert report.examples == COUNTED[folder]
    assert report.rule_digest is not None


@pytest.mark.full
def test_the_first_card_of_the_guide_is_published_unchanged(tmp_path: Path) -> None:
    folder = tmp_path / "green-office"
    folder.mkdir()
    for name, text in card(OFFICE).items():
        (folder / name).write_text(text, encoding="utf-8")
    answered("publish", folder, "--reason", "Notice 7", "--gazette", tmp_path / "gazette")
    assert (tmp_path / "gazette" / "green-office" / "1.0.0.json").is_file()


@pytest.mark.parametrize("ending", ["md", "zh.md"])
def test_the_excerpts_of_the_guide_are_in_the_named_cards(ending: str) -> None:
    text = "".join((ROOT / f"docs/{page}.{ending}").read_text(encoding="utf-8") for page in PAGES)
    blocks = re.findall(r"^```gherkin (\S+)\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    assert {Path(path).parent.name for path, _ in blocks} == set(CARDS)
    for path, body in blocks:
        assert without_indents(body) in without_indents((EXAMPLES / path).read_text(encoding="utf-8")), body


def without_indents(text: str) -> str:
    return re.sub(r"^ +", "", text, flags=re.MULTILINE)


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_cards_and_the_sentences_show_every_sentence(language: str) -> None:
    words = load_lexicon(language)
    place = ("en", "zh").index(language)
    files = (text for folder in CARDS for text in card(folder).values())
    sentences = (triple[place + 1] for triple in (*CONDITIONS, *EXPECTATIONS))
    code = "\n".join([*files, *sentences, *(change[place + 3] for change in CHANGES)])
    missing = [
        f"{key}: {pattern.shown}"
        for group in (words.sentences, words.steps, words.operators, words.criteria, words.dates)
        for key, pattern in group.items()
        if not any(
            re.search("[^|\n]+?".join(map(re.escape, re.split(r"\{\w+\}", variant.template))), code)
            for variant in pattern.variants
        )
    ]
    assert not missing


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("folder", "english", "chinese"), CONDITIONS)
def test_each_condition_means_the_same_in_both_languages(folder: str, english: str, chinese: str) -> None:
    conditions = [
        result.scorecard.findings[-1].when
        for language, text in (("en", english), ("zh", chinese))
        if (result := compiled(folder, language, RULE[language].format(text))).scorecard
    ]
    assert conditions[0] == conditions[1]
    assert len(conditions[0]) == 1


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("folder", "concluded", "ended", "english", "chinese"), CHANGES)
def test_each_change_means_the_same_in_both_languages(
    folder: str, concluded: str, ended: str, english: str, chinese: str
) -> None:
    example = compiled(folder, "en", SCENARIO["en"].format(english, concluded)).examples[-1]
    other = compiled(folder, "zh", SCENARIO["zh"].format(chinese, ended)).examples[-1]
    assert [change.item for change in example.changes] == [change.item for change in other.changes]
    assert len(example.changes) == 1


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("folder", "english", "chinese"), EXPECTATIONS)
def test_each_expectation_means_the_same_in_both_languages(folder: str, english: str, chinese: str) -> None:
    changes = CHANGE[folder]
    example = compiled(folder, "en", SCENARIO["en"].format(changes[0], english)).examples[-1]
    other = compiled(folder, "zh", SCENARIO["zh"].format(changes[1], chinese)).examples[-1]
    assert [expected.item for expected in example.expectations] == [expected.item for expected in other.expectations]
    assert len(example.expectations) == 1


def test_the_tables_of_the_guide_have_the_expected_number_of_rows() -> None:
    assert (len(CONDITIONS), len(CHANGES), len(EXPECTATIONS)) == (46, 14, 40)
