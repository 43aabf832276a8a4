"""Message templates of the weighting: placeholders in two languages, unused codes and cell locations."""

import re
from pathlib import Path

import pytest

from rules.weighting.weighting_diagnostics import CONTRADICTIONS, SheetPlace, templates

ROOT = Path(__file__).resolve().parents[2]
SLOT = re.compile(r"\{(\w+)\}")
CODE = re.compile(r'\.add\(\s*"([A-Z_]+)"')


@pytest.mark.parametrize("code", templates())
def test_a_note_has_the_same_slots_in_both_languages(code: str) -> None:
    entry = templates()[code]
    assert set(entry) == {"severity", "en", "zh"}
    assert set(SLOT.findall(entry["en"])) == set(SLOT.findall(entry["zh"]))


def test_every_note_is_used_and_every_code_has_a_message() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "rules" / "weighting").glob("*.py"))
    used = set(CODE.findall(sources)) | (CONTRADICTIONS - {"MORE_CONTRADICTIONS"})
    assert used == set(templates())


@pytest.mark.parametrize(
    ("place", "english", "chinese"),
    [
        (SheetPlace("a.csv"), "a.csv", "a.csv"),
        (SheetPlace("a.csv", "", 4, 3), "a.csv line 4, column 3", "a.csv 第 4 行第 3 列"),
        (SheetPlace("a.csv", "", 4), "a.csv line 4", "a.csv 第 4 行"),
        (SheetPlace("a.xlsx", "Expert 2"), "a.xlsx, sheet Expert 2", "a.xlsx 工作表“Expert 2”"),
        (SheetPlace("a.xlsx", "Expert 2", 17, 4), "a.xlsx, sheet Expert 2, D17", "a.xlsx 工作表“Expert 2” D17"),
        (SheetPlace("a.xlsx", "E", 1, 703), "a.xlsx, sheet E, AAA1", "a.xlsx 工作表“E” AAA1"),
    ],
)
def test_sheet_locations_are_described_in_both_languages(place: SheetPlace, english: str, chinese: str) -> None:
    assert (place.describe("en"), place.describe("zh")) == (english, chinese)
