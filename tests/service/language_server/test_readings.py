"""Language server workspace: unsaved buffers, shared vocabularies, unreadable files and Markdown escaping."""

import os
from pathlib import Path

import pytest

from rules.language import load_lexicon
from service.language_server.completion import CursorPosition, proposals
from service.language_server.names import SymbolEntry, SymbolTable
from service.language_server.readings import FolderAnalysis, analyze_folder
from service.language_server.render_hover import hover_text

ROOT = Path(__file__).resolve().parents[3]
CARD = ROOT / "features" / "green-claim-practice"
SHARED = ROOT / "features" / "vocabulary"


@pytest.mark.full
def test_an_error_in_an_open_vocabulary_is_reported_in_the_card_that_uses_the_vocabulary() -> None:
    sound = analyze_folder(CARD, {}, None, None)
    (vocabulary, *_) = [path for path in sound.paths.values() if path.parent == SHARED]
    assert sound.diagnostics == ()
    text = vocabulary.read_text(encoding="utf-8").split("\n")
    broken = "\n".join([*text[:2], "  oops", *text[2:-6]])
    read = analyze_folder(CARD, {vocabulary: broken}, None, sound)
    assert {one.location.path for one in read.diagnostics} & set(read.paths)
    assert read.names[vocabulary.name.split(".")[1]].all == sound.names[vocabulary.name.split(".")[1]].all


def test_vocabularies_without_a_card_are_valid() -> None:
    assert analyze_folder(SHARED, {}, None, None).diagnostics == ()


def test_an_unreadable_file_is_reported_in_the_open_file(tmp_path: Path) -> None:
    (tmp_path / "gbk.zh.feature").write_bytes("功能".encode("gbk"))
    (diagnostic,) = analyze_folder(tmp_path, {tmp_path / "card.zh.feature": "功能: a"}, None, None).diagnostics
    assert (diagnostic.location.path, diagnostic.code) == ("card.zh.feature", "NOT_UTF8")
    (tmp_path / "gbk.zh.feature").unlink()
    os.mkfifo(tmp_path / "pipe.zh.feature")
    assert analyze_folder(tmp_path, {tmp_path / "card.zh.feature": "功能: a"}, None, None).diagnostics


def test_labels_are_escaped_in_markdown() -> None:
    name = SymbolEntry("facts", "a", "facts[a]", "facts[a]", "<b>[x](y) *z*")
    assert hover_text(FolderAnalysis({}), "en", [name]).startswith(r"**\<b\>\[x\](y) \*z\***")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_record_result_is_proposed_and_shown_like_any_name(language: str) -> None:
    name = SymbolEntry("record_results", "share", "record_results[share]", "record_results[share]")
    line = {"en": "  Given the scorecard applies when ", "zh": "  假如 评分卡适用于 "}[language]
    place = CursorPosition([line], 0, len(line), load_lexicon(language), SymbolTable((name,)))
    assert "share" in {proposal.text for proposal in proposals(place)}
    assert "share" in hover_text(FolderAnalysis({}), language, [name])
