"""Feature file export: byte-exact round trip, and first drafts in the other language."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from rules.language.compiler import Compilation, compile_folder
from rules.language.export import export_folder
from rules.model.digest import rule_digest
from rules.model.expressions import NumberOperator
from rules.model.published_version import published_bytes, read_published
from rules.model.scorecard import Scorecard
from rules.rehearsal.publication_check import check_folder, publishing_blockers
from tests.language.folders import read_folder
from tests.language.laboratory import KNOWN_WARNINGS
from tests.support.guide import CARDS, card

FOLDER = Path(__file__).parent / "whole_card"
FILES = read_folder(FOLDER)
LANGUAGES = ("en", "zh")


def files_of(language: str) -> dict[str, str]:
    return {path: text for path, text in FILES.items() if path.endswith(f".{language}.feature")}


def sound(files: dict[str, str]) -> Scorecard:
    compiled = compile_folder(files)
    assert compiled.scorecard is not None, [one.render() for one in compiled.diagnostics]
    return compiled.scorecard


@cache
def whole(language: str) -> Scorecard:
    return sound(files_of(language))


def squeezed(text: str) -> str:
    lines = [re.sub(r"\s*\|\s*", "|", line.strip()) if "|" in line else line.strip() for line in text.split("\n")]
    return "\n".join(line for line in lines if line) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_canonical_files_round_trip_unchanged(language: str) -> None:
    assert export_folder(whole(language), files_of(language), language) == files_of(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_layout_without_meaning_is_normalized(language: str) -> None:
    text = files_of(language)[f"rules.{language}.feature"]
    messy = {**files_of(language), f"rules.{language}.feature": squeezed(text)}
    assert sound(messy) == whole(language)
    assert export_folder(sound(messy), messy, language) == files_of(language)


def test_ids_are_written_as_labels_if_labels_exist() -> None:
    text = FILES["rules.en.feature"].replace("renewable share is at least 10 %", "share is at least 10 %")
    messy = {**files_of("en"), "rules.en.feature": text}
    assert export_folder(sound(messy), messy, "en") == files_of("en")


def test_a_card_in_both_languages_exports_both_unchanged() -> None:
    card = sound(FILES)
    for language in LANGUAGES:
        assert export_folder(card, FILES, language) == files_of(language)


@pytest.mark.parametrize(("written", "wanted"), [("en", "zh"), ("zh", "en")])
def test_the_skeleton_in_the_other_language_has_the_same_rules(written: str, wanted: str) -> None:
    skeleton = export_folder(whole(written), files_of(written), wanted)
    assert set(skeleton) == set(files_of(wanted))
    compiled = compile_folder(skeleton)
    assert compiled.scorecard is not None, [one.render() for one in compiled.diagnostics]
    assert rule_digest(compiled.scorecard) == rule_digest(whole(written))
    assert {one.code for one in compiled.diagnostics} - KNOWN_WARNINGS == {"RL004", "RL036", "RL073"}
    assert [one[1:] for one in examples(compiled)] == [one[1:] for one in examples(compile_folder(files_of(written)))]


DESK = Path(__file__).resolve().parents[2] / "features"


@pytest.mark.full
@pytest.mark.parametrize("name", sorted(path.parent.name for path in DESK.glob("*/card.en.feature")))
@pytest.mark.parametrize(("written", "wanted"), [("en", "zh"), ("zh", "en")])
def test_a_first_draft_in_the_other_language_has_the_same_rules_and_examples(
    name: str, written: str, wanted: str
) -> None:
    whole = read_folder(DESK / name)
    files = {path: text for path, text in whole.items() if path.endswith(f".{written}.feature")}
    compiled = compile_folder(files)
    assert compiled.scorecard is not None
    twin = compile_folder(export_folder(compiled.scorecard, files, wanted))
    assert twin.scorecard is not None, [one.render() for one in twin.diagnostics]
    assert rule_digest(twin.scorecard) == rule_digest(compiled.scorecard)
    counted = Counter(repr(one[1:]) for one in examples(compiled))
    assert Counter(repr(one[1:]) for one in examples(twin)) == counted


def test_an_exported_outline_remains_an_outline_with_ids_as_column_names() -> None:
    twin = export_folder(whole("zh"), files_of("zh"), "en")["rules.en.feature"]
    outline = twin[twin.index("Scenario Outline:") :]
    columns = re.findall(r"<([a-zA-Z0-9_]+)>", outline.split("Examples:")[0])
    heading = outline.split("Examples:\n")[1].split("\n")[0].replace(" ", "")
    assert columns
    assert heading == f"|{'|'.join(dict.fromkeys(columns))}|"


def test_a_text_to_translate_is_written_above_its_location() -> None:
    twin = export_folder(whole("en"), files_of("en"), "zh")
    lines = twin["rules.zh.feature"].split("\n")
    titles = [line.strip().removeprefix("# 待译: ") for above, line in pairwise(["", *lines]) if "规则:" not in above]
    source = FILES["rules.en.feature"]
    for title in re.findall(r"(?:Rule|Scenario|Scenario Outline): (.*)", source):
        assert title in titles
    assert re.findall(r"(?m)^ *(?:规则|场景|场景大纲):(.*)$", twin["rules.zh.feature"]) == [""] * len(
        re.findall(r"(?m)^ *(?:Rule|Scenario|Scenario Outline):", source)
    )


@pytest.mark.parametrize(("written", "wanted"), [("en", "zh"), ("zh", "en")])
def test_labels_of_choices_grades_and_records_get_a_table_to_fill_in(written: str, wanted: str) -> None:
    skeleton = export_folder(whole(written), files_of(written), wanted)
    keyword = {"en": "And", "zh": "并且"}[wanted]
    filled = {}
    for path, text in skeleton.items():
        begun = re.sub(rf"(?m)^( *)# ({keyword} .*)…$", r"\1\2a word", text)
        begun = re.sub(rf"(?m)^( *)# ({keyword} )", r"\1\2", begun)
        begun = re.sub(r"(?m)^( *)#   (\|.*\|) +\|$", r"\1  \2 a word of it |", begun)
        filled[path] = re.sub(r"(?m)^( *)#   \|", r"\1  |", begun)
        first, *parts = filled[path].split("a word of it")
        filled[path] = first + "".join(f"word {number}{part}" for number, part in enumerate(parts))
    card, own = sound(filled), whole(written)
    assert rule_digest(card) == rule_digest(own)
    for mine, theirs in zip(worded_things(card), worded_things(own), strict=True):
        assert (wanted in mine.labels) == (written in theirs.labels)
    assert len([one for one in worded_things(card) if one.labels]) >= 7


def worded_things(card: Scorecard) -> list[Any]:
    """Return the items that a separate sentence can label: choices, grades and records."""
    chosen: list[Any] = [*card.facts, *card.settings, *(field for record in card.records for field in record.fields)]
    choices = [choice for one in chosen for choice in one.choices]
    return [*choices, *(card.ladder.grades if card.ladder else ()), *card.records]


def test_a_reason_for_an_undetermined_value_is_marked_for_translation() -> None:
    files = read_folder(FOLDER.parent.parent / "corpus" / "good" / "RL044-uncovered")
    twin = export_folder(sound(files), files, "zh")["card.zh.feature"]
    assert "# 待译: no act fixes it yet\n" in twin
    again = export_folder(sound(files), {**files, "card.zh.feature": twin}, "zh")["card.zh.feature"]
    assert again.count("no act fixes it yet") == 1


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("written", "wanted"), [("en", "zh"), ("zh", "en")])
def test_the_skeleton_merges_with_its_source_files(written: str, wanted: str) -> None:
    skeleton = export_folder(whole(written), files_of(written), wanted)
    joined = sound({**files_of(written), **skeleton})
    assert rule_digest(joined) == rule_digest(whole(written))


def test_a_missing_file_is_exported_with_the_existing_labels_of_its_language() -> None:
    card = sound(FILES)
    some = {path: text for path, text in FILES.items() if path != "rules.zh.feature"}
    exported = export_folder(card, some, "zh")
    assert exported["card.zh.feature"] == FILES["card.zh.feature"]
    assert "可再生能源占比 不低于 10 %" in exported["rules.zh.feature"]
    assert sound({**some, **exported}) == card


def test_labels_without_a_sentence_get_a_sentence() -> None:
    exported = export_folder(sound(FILES), files_of("en"), "zh")
    assert "并且 种类 的可选值" in exported["card.zh.feature"]
    assert "并且 等级的名称" in exported["rules.zh.feature"]
    assert sound(FILES) == sound({**files_of("en"), **exported})


ENGLISH_ALONE = """
    Scenario: a little less is not enough
      Given renewable share is 49.9 %
      When evaluated as of 2026-03-01
      Then gate G1 is not met

  Rule: What cannot be

    Scenario: just that
      Given renewable share is 99 %
      When evaluated as of 2026-03-01
      Then gate G2 is not met
"""
GAPS = """# language: en
Feature: What is open
  Read by somebody.

  Background:
    Given the scorecard small

  Rule: Gaps

    Scenario Outline: less
      Given renewable share is <share>
      When evaluated as of 2026-03-01
      Then gate G1 is not met

      Examples:
        | share |
        | 20 %  |
        | 30 %  |

    Scenario Outline: not known
      Given renewable share is <share>
      When evaluated as of 2026-03-01
      Then gate G1 is <outcome>

      Examples:
        | share   | outcome     |
        | 10 %    | not met     |
        | missing | undetermined because of renewable share |
"""


BY_AMOUNT = """# language: en
Feature: What is open

  Background:
    Given the scorecard whole-card

  Rule: Gaps

    Scenario Outline: by amount
      Given carbon credits are
        | serial | account | amount   |
        | A-9    | X-9     | <amount> |
      When evaluated as of 2026-03-01
      Then the quantity energy intensity is 1 MWh/t

      Examples:
        | amount  |
        | 2 tCO2e |
        | 3 tCO2e |
"""


def small_card(**further: str) -> dict[str, str]:
    files = read_folder(FOLDER.parent.parent / "corpus" / "good" / "RL073")
    english = {"card.en.feature": files["card.en.feature"] + ENGLISH_ALONE}
    return {**files, **english, **{f"{name}.en.feature": text for name, text in further.items()}}


def test_an_example_in_only_one_language_is_exported_after_its_rule() -> None:
    files = small_card()
    twin = export_folder(sound(files), files, "zh")
    own = {"card.zh.feature": files["card.zh.feature"]}
    kept, carried = export_folder(sound(own), own, "zh")["card.zh.feature"], twin["card.zh.feature"]
    assert carried.startswith(kept)
    assert [line.strip() for line in carried.removeprefix(kept).split("\n") if line] == [
        "场景: a little less is not enough", "假如 可再生占比 为 49.9 %", "当 按 2026-03-01 评定",
        "那么 门槛 G1 不满足", "规则: What cannot be", "场景: just that", "假如 可再生占比 为 99 %",
        "当 按 2026-03-01 评定", "那么 门槛 G2 不满足",
    ]  # fmt: skip
    assert publishing_blockers(check_folder(twin).diagnostics) == ()
    both = {**files, **twin}
    assert export_folder(sound(both), both, "zh") == twin
    assert export_folder(sound(both), both, "en")["card.en.feature"].count("Scenario:") == 3


def test_a_file_of_examples_preserves_its_titles_if_the_card_exists_in_the_language() -> None:
    files = small_card(gaps=GAPS)
    exported = export_folder(sound(files), files, "zh")
    lines = [line.strip() for line in exported["gaps.zh.feature"].split("\n")]
    assert lines[:3] == ["# language: zh-CN", "功能: What is open", "Read by somebody."]
    titles = [line for line in lines if line.startswith(("规则", "场景"))]
    assert titles == ["规则: Gaps", "场景大纲: less", "场景大纲: not known"]
    assert publishing_blockers(check_folder(exported).diagnostics) == ()


def test_an_outline_split_into_scenarios_gets_numbered_titles() -> None:
    files = {**FILES, "gaps.en.feature": BY_AMOUNT}
    exported = export_folder(sound(files), files, "zh")["gaps.zh.feature"]
    assert re.findall(r"场景: (.*)", exported) == ["by amount", "by amount (2)"]


def test_a_file_of_examples_is_marked_for_translation_together_with_its_card() -> None:
    files = {path: text for path, text in small_card(gaps=GAPS).items() if path.endswith(".en.feature")}
    assert "# 待译: What is open" in export_folder(sound(files), files, "zh")["gaps.zh.feature"]


def test_scenarios_descriptions_and_comments_are_preserved() -> None:
    row = "        | 500  | 20     |"
    text = FILES["rules.en.feature"].replace(row, f"        # inside a table\n{row}")
    messy = {**files_of("en"), "rules.en.feature": text + "# at the end\n"}
    once = export_folder(sound(messy), messy, "en")
    lines = once["rules.en.feature"].split("\n")
    assert lines[lines.index("      # inside a table") + 1].startswith("      And indicator I4 scores")
    assert lines[-2] == "# at the end"
    assert export_folder(sound(once), once, "en") == once
    assert examples(compile_folder(once)) == examples(compile_folder(files_of("en")))


def examples(compilation: Compilation) -> list[tuple[object, ...]]:
    return [
        (one.title, one.as_of, [placed.item for placed in one.changes], [placed.item for placed in one.expectations])
        for one in compilation.examples
    ]


def test_a_published_version_exports_its_source_files() -> None:
    published = read_published(published_bytes(sound(FILES), FILES), "2026-01-02T00:00:00Z")
    for language in LANGUAGES:
        assert export_folder(published.scorecard, published.sources, language) == files_of(language)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("folder", CARDS[1:])
@pytest.mark.parametrize(("written", "wanted"), [("en", "zh"), ("zh", "en")])
def test_guide_cards_round_trip_and_export_their_skeletons(folder: str, written: str, wanted: str) -> None:
    files = {path: text for path, text in card(folder).items() if path.endswith(f".{written}.feature")}
    scorecard = sound(files)
    assert without_blank_lines(export_folder(scorecard, files, written)) == without_blank_lines(files)
    skeleton = export_folder(scorecard, files, wanted)
    assert rule_digest(sound(skeleton)) == rule_digest(scorecard)
    assert rule_digest(sound({**files, **skeleton})) == rule_digest(scorecard)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("folder", CARDS[1:])
def test_both_languages_of_a_guide_card_share_all_labels(folder: str) -> None:
    files = card(folder)
    whole = sound(files)
    for language in LANGUAGES:
        own = {path: text for path, text in files.items() if path.endswith(f".{language}.feature")}
        assert without_blank_lines(export_folder(whole, own, language)) == without_blank_lines(own)


@pytest.mark.parametrize("folder", CARDS)
def test_the_cards_of_the_guide_are_published_and_read_back(folder: str) -> None:
    files = card(folder)
    whole = sound(files)
    published = read_published(published_bytes(whole, files), "2026-01-02T00:00:00Z")
    assert published.scorecard == whole
    assert published_bytes(published.scorecard, published.sources) == published_bytes(whole, files)
    if whole.maturity is not None and published.scorecard.maturity is not None:
        assert isinstance(published.scorecard.maturity.aspect_rows[0].operator, NumberOperator)


def without_blank_lines(files: dict[str, str]) -> dict[str, str]:
    """Leave out the lines that the page leaves out between two blocks of a file."""
    return {path: "\n".join(line for line in text.split("\n") if line) for path, text in files.items()}


CORPUS = sorted(path for path in (Path(__file__).parents[1] / "corpus" / "good").iterdir() if path.is_dir())


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("folder", CORPUS, ids=lambda folder: folder.name)
def test_every_valid_card_is_canonical_after_one_export(folder: Path) -> None:
    files = read_folder(folder)
    card = sound(files)
    for language in LANGUAGES:
        exported = export_folder(card, files, language)
        again = compile_folder(exported)
        assert again.scorecard is not None, [one.render() for one in again.diagnostics]
        assert rule_digest(again.scorecard) == rule_digest(card)
        once = export_folder(again.scorecard, exported, language)
        assert export_folder(sound(once), once, language) == once
