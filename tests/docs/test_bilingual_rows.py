"""Tables of scorecard and security pages: a cell and its Chinese twin name the same ids, codes and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.configuration.folders import CHECKOUT

PAGES = sorted(path for name in ("scorecards", "security") for path in (CHECKOUT / "docs" / name).glob("*.zh.md"))
QUOTED = "can-it-say.zh.md"
"""Page that quotes sentences of scorecards in its own language; another test compares them with the scorecards."""
CODE = re.compile(r"`[^`]*`")
DAY = re.compile(r"\b\d{1,2}\.\d{1,2}\.(\d{4})\b")
"""A day as the Union writes it; the other page may write it otherwise, but for its year."""
DAY_AND_MONTH = re.compile(r"\b\d{1,2}\.\d{1,2}\.")
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
SMALL = 3
"""Figures of fewer digits may be words in one of the languages."""


def rows(page: Path) -> list[tuple[str, list[str]]]:
    """List location and cells of each row of the tables of a page."""
    lines = enumerate(page.read_text(encoding="utf-8").splitlines(), start=1)
    return [(f"{page.name}:{number}", line.strip("|").split(" | ")) for number, line in lines if line.startswith("|")]


def twins() -> Iterator[tuple[str, str, str]]:
    """Yield location, English text and Chinese text of each cell."""
    for chinese in PAGES:
        if chinese.name != QUOTED:
            english = chinese.with_name(chinese.name.replace(".zh.md", ".md"))
            for (_, here), (place, there) in zip(rows(english), rows(chinese), strict=True):
                yield from ((place, *cells) for cells in zip(here, there, strict=True))


def named(text: str) -> set[str]:
    """Return the ids and codes in a cell, and its figures of three digits or more."""
    plain = DAY_AND_MONTH.sub("", DAY.sub(r"\1", CODE.sub("", text)))
    figures = {figure.replace(",", "") for figure in FIGURE.findall(plain)}
    return {*CODE.findall(text), *(figure for figure in figures if len(figure.replace(".", "")) >= SMALL)}


def test_both_languages_of_a_cell_name_the_same() -> None:
    cells = list(twins())
    assert len(cells) > 1000
    differing = [
        f"{place}: {english} / {chinese}" for place, english, chinese in cells if named(english) != named(chinese)
    ]
    assert not differing, "\n".join(differing)


@pytest.mark.parametrize(
    ("english", "chinese", "is_same"),
    [
        ("filed before 2026", "T/CIECCPA 031 有 2023、2024 年两份", False),
        ("remarked (`ZE6.EARLY`)", "10 % 通过；132,001 须整改", False),
        ("132,000 tce where 120,000 were approved", "批准 120,000、实测 132,000 吨", True),
        ("18.2.2024; label 18 months after its act", "2024-02-18；标签为其法令后 18 个月", True),
    ],
)
def test_a_cell_from_another_row_is_detected(english: str, chinese: str, *, is_same: bool) -> None:
    assert (named(english) == named(chinese)) is is_same
