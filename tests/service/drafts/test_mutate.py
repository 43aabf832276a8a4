"""Mutation command: sentences without example, proposed examples, and the score at publication."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.commands import answered, touchstone

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "good" / "RL052"
LAST = {"en": "    Scenario: less than half is not", "zh": "    场景: 不足一半不可"}
"""The example that shows the gate failing, the last of the card."""
PROPOSED = {"en": "# proposed by touchstone draft mutate", "zh": "# 由 touchstone draft mutate 提出"}


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    language_code: str = request.param
    return language_code


@pytest.fixture
def draft(tmp_path: Path, language: str) -> Path:
    """Draft in one language, without an example that shows the gate failing."""
    folder = tmp_path / "draft"
    folder.mkdir()
    text = (CORPUS / f"card.{language}.feature").read_text(encoding="utf-8")
    assert LAST[language] in text
    kept = text[: text.index(LAST[language])].rstrip() + "\n"
    (folder / f"card.{language}.feature").write_text(kept, encoding="utf-8")
    return folder


def further(draft: Path, language: str) -> Path:
    return draft / f"further.{language}.feature"


def test_a_surviving_mutant_is_shown_in_the_language_of_the_draft(draft: Path, language: str) -> None:
    result = touchstone("draft", "mutate", draft, "--language", language)
    assert result.exit_code == 1
    if language == "en":
        assert "was: requires renewable share is at least 50 %" in result.stdout
        assert "is:  requires renewable share is at least 49 %" in result.stdout
    else:
        assert "原：要求可再生占比不低于 50%" in result.stdout
        assert "误：要求可再生占比不低于 49%" in result.stdout


def test_proposed_examples_are_shown_and_not_written(draft: Path, language: str) -> None:
    before = sorted(draft.iterdir())
    shown = touchstone("draft", "mutate", draft, "--propose", "--language", language)
    assert (shown.exit_code, sorted(draft.iterdir())) == (1, before)
    assert f"further.{language}.feature" in shown.stdout
    assert PROPOSED[language] in shown.stdout
    document = json.loads(touchstone("draft", "mutate", draft, "--propose", "--format", "json").stdout)
    assert (document["found"] > 0, document["left"], document["written"]) == (True, 0, False)
    (source,) = document["sourceFiles"]
    assert (source["path"], PROPOSED[language] in source["content"]) == (f"further.{language}.feature", True)


def test_written_examples_kill_every_mutant_and_await_confirmation(draft: Path, language: str, tmp_path: Path) -> None:
    written = touchstone("draft", "mutate", draft, "--propose", "--write", "--language", language)
    assert written.exit_code == 0, written.output
    path = further(draft, language)
    assert PROPOSED[language] in path.read_text(encoding="utf-8")
    after = json.loads(answered("draft", "mutate", draft, "--format", "json"))
    assert (after["percentNoticed"], after["survivors"], after["failedExamples"]) == ("100", [], 0)
    unread = touchstone("publish", draft, "--gazette", tmp_path / "gazette", "--language", language)
    assert (unread.exit_code, "RL054" in unread.stderr) == (2, True)
    once = path.read_text(encoding="utf-8")
    assert touchstone("draft", "mutate", draft, "--propose", "--write", "--language", language).exit_code == 0
    assert path.read_text(encoding="utf-8") == once


def test_publish_prints_the_mutation_score_or_the_command_that_measures_it(tmp_path: Path) -> None:
    folder, report, gazette = tmp_path / "draft", tmp_path / "mutation.json", tmp_path / "gazette"
    shutil.copytree(CORPUS, folder)
    assert f"`touchstone draft mutate {folder} --format json`" in answered(
        "publish", folder, "--reason", "Notice 7", "--gazette", gazette
    )
    report.write_text(answered("draft", "mutate", folder, "--format", "json"), encoding="utf-8")
    whole = answered("publish", folder, "--mutation", report, "--gazette", gazette)
    assert "examples catch" in whole
    assert "less than 95 %" not in whole
    low = {**json.loads(report.read_text(encoding="utf-8")), "percentNoticed": "94.9"}
    report.write_text(json.dumps(low), encoding="utf-8")
    assert "less than 95 %" in answered("publish", folder, "--mutation", report, "--gazette", gazette)
    chinese = answered("publish", folder, "--mutation", report, "--gazette", gazette, "--language", "zh")
    assert "不足 95 %" in chinese


def test_examples_are_written_only_if_proposed_for_a_draft(language: str) -> None:
    for arguments in (("cdr-eligibility", "--propose", "--write"), (CORPUS, "--write")):
        result = touchstone("draft", "mutate", *arguments, "--language", language)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "--write" in result.stderr


def test_the_help_explains_proposals_exit_codes_and_the_target_score() -> None:
    text = " ".join(touchstone("draft", "mutate", "--help").stdout.split())
    for phrase in ("--propose --write", "argued-slips.toml", "further.en.feature", "Exit codes: 1", "95 %"):
        assert phrase in text, phrase
