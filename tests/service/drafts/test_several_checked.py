"""Check of several drafts at once, as in a hook of a version control system."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from tests.support.commands import answered, touchstone
from tests.support.running import ROOT

GOOD = ROOT / "tests" / "corpus" / "good" / "RL041"
BAD = ROOT / "tests" / "corpus" / "bad" / "RL041"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "good")
    shutil.copytree(BAD, tmp_path / "bad")
    return tmp_path


def test_each_draft_is_reported_under_its_name(drafts: Path) -> None:
    several = touchstone("check", drafts / "good", drafts / "bad")
    assert several.exit_code == 1
    alone = touchstone("check", drafts / "bad")
    assert f"{drafts / 'bad'}\n{alone.stdout}" in several.stdout
    assert several.stdout.startswith(f"{drafts / 'good'}\n")


def test_a_file_selects_its_draft_once(drafts: Path) -> None:
    files = sorted((drafts / "bad").glob("*.feature"))
    asked = touchstone("check", *files, drafts / "bad", "--format", "json")
    assert json.loads(asked.stdout) == json.loads(touchstone("check", drafts / "bad", "--format", "json").stdout)


def test_a_file_of_the_vocabulary_selects_every_draft_next_to_it(tmp_path: Path) -> None:
    for name in ("carbon-handprint", "carbon-label"):
        shutil.copytree(ROOT / "features" / name, tmp_path / name)
    shutil.copytree(ROOT / "features" / "vocabulary", tmp_path / "vocabulary")
    changed = min((tmp_path / "vocabulary").glob("*.feature"))
    document = json.loads(answered("check", changed, "--format", "json"))
    assert [Path(draft["draft"]).name for draft in document["drafts"]] == ["carbon-handprint", "carbon-label"]
    assert all(draft["publishable"] for draft in document["drafts"])


@pytest.mark.parametrize(
    ("places", "options", "text"),
    [(("good", "bad"), ("--watch",), "--watch"), (("good", "organizations/a/drafts/b"), (), "on a server")],
)
def test_what_concerns_one_draft_refuses_several(
    drafts: Path, places: tuple[str, ...], options: tuple[str, ...], text: str
) -> None:
    named = [drafts / place if "/" not in place else place for place in places]
    refused = touchstone("check", *named, *options)
    assert refused.exit_code == 2
    assert text in refused.stderr


def test_the_hook_runs_an_existing_command_on_feature_files() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "touchstone check"
    assert (hook["language"], hook["types_or"] if "types_or" in hook else hook["files"]) == ("python", r"\.feature$")
    assert {str((ROOT / place).resolve()) for place in hook["additional_dependencies"]} == {
        str(ROOT / "proto"), str(ROOT / "rules")
    }  # fmt: skip
