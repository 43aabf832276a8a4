"""The command `draft merge` for folders: changes, conflicts, decisions and written files."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.commands import answered, touchstone

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "good" / "RL041"
CARD = "card.en.feature"
BAND = "| 50       | 80    | 30     |"


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    for name in ("base", "ours", "theirs"):
        shutil.copytree(CORPUS, tmp_path / name)
    return tmp_path


def change(folder: Path, old: str, new: str) -> str:
    text = (folder / CARD).read_text("utf-8")
    assert old in text
    (folder / CARD).write_text(text.replace(old, new), "utf-8")
    return text.replace(old, new)


def merge(folders: Path, *more: str) -> tuple[int, str]:
    shown = touchstone("draft", "merge", folders / "ours", folders / "theirs", "--base", folders / "base", *more)
    return shown.exit_code, shown.stdout + shown.stderr


def test_changes_of_both_folders_are_merged_into_the_first(folders: Path) -> None:
    change(folders / "ours", BAND, BAND.replace("30", "35"))
    theirs = change(folders / "theirs", "A     | 80 ", "A     | 85 ")
    before = (folders / "ours" / CARD).read_bytes()
    code, output = merge(folders)
    assert code == 0
    assert f"changed in {folders / 'ours'}" in output
    assert "open conflicts: 0" in output
    assert "Add --write" in output
    assert (folders / "ours" / CARD).read_bytes() == before
    code, output = merge(folders, "--write")
    assert (code, "The merge is written" in output) == (0, True)
    assert (folders / "ours" / CARD).read_text("utf-8") == theirs.replace(BAND, BAND.replace("30", "35"))
    assert (folders / "theirs" / CARD).read_text("utf-8") == theirs


@pytest.mark.parametrize(
    ("take", "points"), [("indicators[I1]=theirs", "40"), ("theirs", "40"), ("ours", "35"), ("base", "30")]
)
def test_a_conflict_needs_a_decision(folders: Path, take: str, points: str) -> None:
    change(folders / "ours", BAND, BAND.replace("30", "35"))
    change(folders / "theirs", BAND, BAND.replace("30", "40"))
    before = (folders / "ours" / CARD).read_bytes()
    code, output = merge(folders, "--write")
    assert code == 1
    assert "(indicators[I1])" in output
    assert "CONFLICT: both changed it differently" in output
    assert all(f"points: {number}" in output for number in (30, 35, 40))
    assert (folders / "ours" / CARD).read_bytes() == before
    assert "Nothing was saved, because conflicts are open." in output
    assert f"'PATH=theirs' for {folders / 'theirs'}" in output
    assert f"  {folders / 'ours'} (ours):\n" in output
    code, output = merge(folders, "--take", take, "--write")
    assert code == 0, output
    assert BAND.replace("30", points) in (folders / "ours" / CARD).read_text("utf-8")


def test_the_output_is_chinese_or_json_on_request(folders: Path) -> None:
    change(folders / "ours", BAND, BAND.replace("30", "35"))
    change(folders / "theirs", BAND, BAND.replace("30", "40"))
    assert "冲突：双方改动不同" in merge(folders, "--language", "zh")[1]
    document = json.loads(
        answered(
            "draft", "merge", folders / "ours", folders / "theirs", "--base", folders / "base", "--format", "json",
            "--take", "ours",
        )
    )  # fmt: skip
    assert document["openConflictCount"] == 0
    assert [(part["path"], part["conflict"]) for part in document["parts"]] == [("indicators[I1]", "CONFLICT_CHANGED")]


def test_invalid_options_are_refused_with_the_option(folders: Path) -> None:
    change(folders / "ours", BAND, BAND.replace("30", "35"))
    change(folders / "theirs", BAND, BAND.replace("30", "40"))
    for options, text in (
        (("--take", "indicators[I1]=mine"), "is not a decision"),
        (("--take", "ours", "--take", "theirs"), "is not a decision"),
        (("--take", "gates[G1]=ours"), "no conflict 'gates[G1]'"),
        (("--note", "x"), "Remove the option"),
    ):
        code, output = merge(folders, *options)
        assert code == 2, output
        assert text in output
    without = touchstone("draft", "merge", folders / "ours", folders / "theirs")
    assert (without.exit_code, "Enter the folder or published version" in without.stderr) == (2, True)
    change(folders / "theirs", "And these bases", "And those bases")
    code, output = merge(folders)
    assert code not in (0, 1)
    assert "does not compile" in output


def test_a_published_version_is_the_common_origin(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    for name in ("ours", "theirs"):
        shutil.copytree(root / "features" / "carbon-handprint", tmp_path / name)
    path = tmp_path / "theirs" / CARD
    path.write_text(path.read_text("utf-8").replace("| 1.0.0 ", "| 1.1.0 "), "utf-8")
    chinese = tmp_path / "theirs" / "card.zh.feature"
    chinese.write_text(chinese.read_text("utf-8").replace("| 1.0.0 ", "| 1.1.0 "), "utf-8")
    output = answered(
        "draft", "merge", tmp_path / "ours", tmp_path / "theirs", "--base", "carbon-handprint", "--gazette",
        root / "scorecards", "--write",
    )  # fmt: skip
    assert "(card.version)" in output
    assert (tmp_path / "ours" / CARD).read_text("utf-8") == path.read_text("utf-8")
    assert (tmp_path / "ours" / "card.zh.feature").read_text("utf-8") == chinese.read_text("utf-8")
