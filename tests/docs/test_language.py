"""Does the guide of the feature language say what the compiler reads, in both languages?"""

import re
from pathlib import Path

import pytest

from rules.language.compiler import Compilation, compile_folder
from rules.language.lexicon import lexicon
from rules.rehearsal.check import check_folder
from rules.rehearsal.fence import unanswerable

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "language.md").read_text(encoding="utf-8")

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


def card() -> dict[str, str]:
    """Join the blocks of the guide to the files that they name."""
    files: dict[str, str] = {}
    for name, body in re.findall(r"^```gherkin (\S+)\n(.*?)^```", GUIDE, flags=re.MULTILINE | re.DOTALL):
        files[name] = files.get(name, "") + body
    return files


def pairs(heading: str) -> list[tuple[str, str]]:
    """List the code in the first two cells of the rows below a table heading: English, then Chinese."""
    body = GUIDE.split(f"| {heading} |", maxsplit=1)[1].split("\n\n", maxsplit=1)[0]
    return re.findall(r"^\| `([^`]+)`[^|]*\| `([^`]+)`", body, flags=re.MULTILINE)


CONDITIONS = [*pairs("English | 中文 | holds if"), *pairs("English | 中文 | means")]
CHANGES = pairs("changes: English | 中文")
EXPECTATIONS = pairs("expectations: English | 中文")


def compiled(language: str, addition: str) -> Compilation:
    """Compile the card of the guide in one language, with something added to its rules."""
    files = card()
    files[f"rules.{language}.feature"] += addition
    result = compile_folder(files, languages=frozenset({language}))
    assert result.scorecard is not None, "\n".join(found.render() for found in result.diagnostics)
    assert not list(unanswerable(result.scorecard))
    return result


def test_the_card_of_the_guide_is_sound_in_both_languages() -> None:
    files = card()
    assert set(files) == {f"{topic}.{language}.feature" for topic in ("card", "rules") for language in ("en", "zh")}
    report = check_folder(files)
    others = [found.render() for found in report.diagnostics if found.code != "RL052"]
    assert not others, "\n".join(others)
    assert report.examples == 16
    assert report.rule_digest is not None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_guide_shows_every_sentence(language: str) -> None:
    words = lexicon(language)
    place = ("en", "zh").index(language)
    code = "\n".join([*card().values(), *(pair[place] for pair in (*CONDITIONS, *CHANGES, *EXPECTATIONS))])
    missing = [
        f"{key}: {pattern.shown}"
        for group in (words.sentences, words.steps, words.operators, words.criteria, words.dates)
        for key, pattern in group.items()
        if not re.search("[^|\n]+?".join(map(re.escape, re.split(r"\{\w+\}", pattern.template))), code)
    ]
    assert not missing


@pytest.mark.parametrize(("english", "chinese"), CONDITIONS)
def test_each_condition_means_the_same_in_both_languages(english: str, chinese: str) -> None:
    conditions = [
        result.scorecard.findings[-1].when
        for language, text in (("en", english), ("zh", chinese))
        if (result := compiled(language, RULE[language].format(text))).scorecard
    ]
    assert conditions[0] == conditions[1]
    assert len(conditions[0]) == 1


@pytest.mark.parametrize(("english", "chinese"), CHANGES)
def test_each_change_means_the_same_in_both_languages(english: str, chinese: str) -> None:
    one = compiled("en", SCENARIO["en"].format(english, "the conclusion is graded")).examples[-1]
    other = compiled("zh", SCENARIO["zh"].format(chinese, "结论为 已评级")).examples[-1]
    assert [change.item for change in one.changes] == [change.item for change in other.changes]
    assert len(one.changes) == 1


@pytest.mark.parametrize(("english", "chinese"), EXPECTATIONS)
def test_each_expectation_means_the_same_in_both_languages(english: str, chinese: str) -> None:
    one = compiled("en", SCENARIO["en"].format("fines is 0 times", english)).examples[-1]
    other = compiled("zh", SCENARIO["zh"].format("处罚次数 为 0 次", chinese)).examples[-1]
    assert [expected.item for expected in one.expectations] == [expected.item for expected in other.expectations]
    assert len(one.expectations) == 1


def test_the_tables_of_the_guide_were_found() -> None:
    assert (len(CONDITIONS), len(CHANGES), len(EXPECTATIONS)) == (27, 10, 19)
