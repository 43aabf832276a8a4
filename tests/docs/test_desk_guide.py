"""Drafting guide: its commands and workbook edits, run up to a published version, in both languages."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.support.commands import touchstone

DOCS = Path(__file__).resolve().parents[2] / "docs"
PIECES = re.compile(
    r"^```(?P<kind>sh|text|yaml)(?: (?P<name>\S+))?\n(?P<body>.*?)^```|^\|---\|---\|---\|\n(?P<cells>(?:\|[^\n]*\n)+)",
    flags=re.MULTILINE | re.DOTALL,
)
INSERTED = re.compile(r"(?:insert row|插入第) (\d+)")


class Session:
    """Carries a page out in a folder."""

    def __init__(self) -> None:
        self.said = ""
        self.book = ""

    def run(self, line: str) -> None:
        command, _, code = line.partition("  # ")
        words = shlex.split(command)
        if words[0] != "touchstone":
            subprocess.run(words, check=True)  # noqa: S603 -- the page is our own
            return
        done = touchstone(*words[1:])
        assert done.exit_code == int(code or 0), (line, done.output)
        self.said += done.output
        if words[1:3] == ["draft", "tables-out"]:
            self.book = words[4]

    def edit(self, rows: str) -> None:
        book = load_workbook(self.book)
        for row in rows.splitlines():
            sheet, where, content = (cell.strip() for cell in row.strip("|").split("|"))
            if (inserted := INSERTED.match(where)) is not None:
                book[sheet].insert_rows(int(inserted[1]))
                continue
            for cell, text in cells(where, content):
                book[sheet][cell].value = text
        book.save(self.book)


def cells(where: str, content: str) -> Iterator[tuple[str, str]]:
    """Yield the cells that a row of the page fills: the named cell and those that arrows lead to."""
    column, line = ord(where[0]), int(where[1:])
    for arrow, text in re.findall(r"(?:^| ([→↓]) )(.*?)(?= [→↓] |$)", content):
        column, line = column + (arrow == "→"), line + (arrow == "↓")
        yield f"{chr(column)}{line}", text


@pytest.mark.full
@pytest.mark.parametrize("page", ["desk-guide.zh.md", "desk-guide.md"])
def test_the_guide_can_be_followed_to_a_published_version(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    session = Session()
    for piece in PIECES.finditer((DOCS / page).read_text(encoding="utf-8")):
        match piece["kind"]:
            case "sh":
                session.said = ""
                for line in piece["body"].splitlines():
                    session.run(line)
            case "text":
                for words in piece["body"].splitlines():
                    assert words in session.said, session.said
            case "yaml":
                Path(piece["name"]).write_text(piece["body"], encoding="utf-8")
            case _:
                session.edit(piece["cells"])
    assert (tmp_path / "gazette" / "supplier-check" / "1.0.0.json").is_file()


def test_both_language_pages_have_the_same_steps() -> None:
    steps = [
        [
            re.sub(r"--language \w+|'/.*?/d'|card\.\w+", "", piece["body"]).replace("# 待译", "")
            for piece in PIECES.finditer((DOCS / page).read_text(encoding="utf-8"))
            if piece["kind"] == "sh"
        ]
        for page in ("desk-guide.zh.md", "desk-guide.md")
    ]
    assert steps[0] == steps[1]
