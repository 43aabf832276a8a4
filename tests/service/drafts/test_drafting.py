"""Drafting commands: new scorecards, canonical formatting, and a check after each saved change."""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.commands import answered, touchstone

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 60


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    answered("new", "green-office", "--language", "zh", "--out", tmp_path / "green-office")
    return tmp_path / "green-office"


def change(desk: Path, old: str, new: str) -> None:
    path = desk / "card.zh.feature"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_new_creates_a_card_folder_that_check_can_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    output = answered("new", "green-office")
    assert output == (
        "The new scorecard is in ./green-office. `touchstone check ./green-office` lists the parts to complete.\n"
    )
    assert touchstone("check", "./green-office").stdout.count("RL023") == 4
    assert "effective from | 20" in Path("green-office/card.en.feature").read_text(encoding="utf-8")


def test_existing_files_are_never_overwritten(desk: Path) -> None:
    before = (desk / "card.zh.feature").read_bytes()
    refused = touchstone("new", "green-office", "--out", desk)
    assert refused.exit_code == 2
    assert "already exists and is not an empty folder" in refused.stderr
    assert (desk / "card.zh.feature").read_bytes() == before
    file = desk.parent / "file"
    file.write_text("mine")
    assert touchstone("new", "green-office", "--out", file).exit_code == 2
    versioned = touchstone("new", "green-office@1.0.0").stderr
    assert "contains a version, which is not allowed. Write green-office without a version;" in versioned


def test_files_are_formatted_or_only_checked_for_canonical_form(desk: Path) -> None:
    before = (desk / "card.zh.feature").read_text(encoding="utf-8")
    assert answered("draft", "format", desk, "--check") == "0 of 1 file\n"
    change(desk, "| 编号     | green-office            |", "|编号|green-office|")
    result = touchstone("draft", "format", desk, "--check", "--language", "zh")
    assert (result.exit_code, result.stdout) == (1, "card.zh.feature：不是规范写法\n1 个文件中的 1 个\n")
    assert "|编号|" in (desk / "card.zh.feature").read_text(encoding="utf-8")
    assert answered("draft", "format", desk) == "card.zh.feature: changed to canonical form\n1 of 1 file\n"
    assert (desk / "card.zh.feature").read_text(encoding="utf-8") == before


def test_foreign_line_endings_and_a_byte_order_mark_are_not_canonical(desk: Path) -> None:
    before = (desk / "card.zh.feature").read_bytes()
    (desk / "card.zh.feature").write_bytes(b"\xef\xbb\xbf" + before.replace(b"\n", b"\r\n"))
    assert touchstone("draft", "format", desk, "--check").exit_code == 1
    answered("draft", "format", desk)
    assert (desk / "card.zh.feature").read_bytes() == before


class Watched:
    """`touchstone check --watch` as a process, read line by line."""

    def __init__(self, desk: Path, *options: str) -> None:
        command = (sys.executable, "-m", "service.cli.main", "check", str(desk), "--watch", *options)
        self.process = subprocess.Popen(  # noqa: S603 -- the command is our own
            command, cwd=ROOT, env={**os.environ}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, bufsize=0
        )
        assert self.process.stdout is not None
        self.stream = self.process.stdout
        self.read = b""

    def until(self, words: str) -> str:
        """Wait until the output contains these words, and return the text before them."""
        selector = selectors.DefaultSelector()
        selector.register(self.stream, selectors.EVENT_READ)
        deadline = time.monotonic() + SECONDS
        while words.encode() not in self.read:
            assert time.monotonic() < deadline, self.read.decode()
            if selector.select(timeout=1):
                piece = os.read(self.stream.fileno(), 65_536)
                assert piece, self.read.decode()
                self.read += piece
        output, _, self.read = self.read.partition(words.encode())
        return output.decode()


@contextmanager
def watched(desk: Path, *options: str) -> Iterator[Watched]:
    running = Watched(desk, *options)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.wait()
        running.stream.close()


@pytest.mark.full
def test_a_draft_is_checked_again_after_each_change_until_interrupted(desk: Path) -> None:
    with watched(desk, "--language", "zh") as running:
        assert running.until("按 Ctrl-C 结束。").count("RL023") == 4
        change(desk, "| 名称     |  ", "| 名称     | 绿")
        output = running.until("按 Ctrl-C 结束。")
        assert "card.zh.feature 已改动\n-" in output
        assert "+      | 名称     | 绿" in output
        assert output.count("RL023") == 3
        (desk / "card.zh.feature").write_bytes("功能: 坏".encode("gb18030"))
        output = running.until("iconv")
        assert ("很可能是 GBK" in output, "已不在" in output) == (True, False)
        (desk / "card.zh.feature").write_text("功能: 好\n" + "\n".join(f"#{n}" for n in range(500)), encoding="utf-8")
        assert running.until("按 Ctrl-C 结束。").count("\n") < 40
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(SECONDS) == 130


@pytest.mark.full
def test_watch_mode_can_print_json(desk: Path) -> None:
    with watched(desk, "--format", "json") as running:
        assert '"RL023"' in running.until("Press Ctrl-C to end.")


@pytest.mark.parametrize(
    ("typed", "like"), [("Pack Check", "pack-check"), ("Büro 2_b", "buro-2-b"), ("绿色办公", "green-office")]
)
@pytest.mark.parametrize("command", ["new", "card show"])
def test_an_invalid_id_is_refused_with_the_rules_for_ids_and_a_suggestion(command: str, typed: str, like: str) -> None:
    for language, form in (
        ("en", "Use lowercase letters, digits and hyphens, at most"),
        ("zh", "小写字母 a 至 z、数字和连字符"),
    ):
        result = touchstone(*command.split(), typed, "--language", language)
        assert result.exit_code == 2
        assert "{" not in result.stderr
        assert all(word in result.stderr for word in (typed, form, like))


def test_an_invalid_version_number_is_refused_with_an_example() -> None:
    assert (
        "'1.0' is not a version number. Use three numbers, for example a-b@1.0.0" in touchstone("new", "a-b@1.0").stderr
    )
