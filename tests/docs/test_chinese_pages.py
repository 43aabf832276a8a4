"""Chinese documentation: headings, commands, figures and links as in the English pages."""

import calendar
import re
from pathlib import Path

import pytest

from tests.docs.test_readme import blocks, commands

ROOT = Path(__file__).resolve().parents[2]
GUIDES = (
    "README", "archives", "audit-planning", "batch", "calendar", "cases", "certificates", "claims", "client",
    "client-languages", "csr-guide", "desk-guide", "dmn", "dossier", "drafts-in-git", "environments", "evidence",
    "feeds", "fifteen-minutes", "first-server", "first-week", "group-plans", "http", "inventory", "language",
    "language-tables", "mail", "mappings", "mcp", "mcp-author", "odata", "operations", "oscal", "outlook", "plans",
    "proof", "publication", "pull", "registers", "report", "reuse", "security/threat-model", "settings",
    "shadow-evaluation", "sql-views", "workbench", "workbench-rules",
)  # fmt: skip
SCORECARDS = (
    "README", "article-6", "can-it-say", "cbam", "cbam-installation", "china-ccer", "china-events-and-offsets",
    "china-green-power", "china-inventories", "china-labels-and-credits", "china-parks-and-factories", "cn-ets",
    "coverage", "credit-use", "csr-three-stage", "disclosure", "eu-battery", "green-claims", "other-borders",
    "product-claims", "product-footprints", "re100", "sbti", "standards", "zero-carbon-factory",
)  # fmt: skip
PAGES = [
    ROOT / "README.md",
    *(ROOT / f"docs/{name}.md" for name in GUIDES),
    *(ROOT / f"docs/scorecards/{name}.md" for name in SCORECARDS),
]
"""The pages that users in both languages work with. Reference pages and decisions are in English alone."""

FENCED = re.compile(r"^```.*?^```\n", flags=re.MULTILINE | re.DOTALL)
HAN = re.compile(r"[\u4e00-\u9fff]")


def twin(page: Path) -> Path:
    return page.with_suffix(".zh.md")


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def headings(page: str) -> list[str]:
    """List the marks of all headings, in order."""
    return re.findall(r"^(#+) ", FENCED.sub("", page), flags=re.MULTILINE)


def commands_of(page: str) -> list[list[str]]:
    """Return the commands in the shell blocks of a page, without their `--language` option."""
    return [
        [word for place, word in enumerate(words) if "--language" not in (word, words[place - 1])]
        for words in commands(page)
    ]


def figures(page: str) -> set[str]:
    """Return the numbers in the prose and tables of a page; names of months count as numbers."""
    prose = re.sub(r"\]\([^)]*\)", "]", FENCED.sub("", page))
    prose = re.sub(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b", r"\1 \2 \3", prose)
    for number, month in enumerate(calendar.month_name[1:], start=1):
        prose = re.sub(rf"(?<=\d ){month}\b|\b{month}(?= \d)", str(number), prose)
    numbers = re.findall(r"(?<![\w.])\d+(?:[.,]\d+)*(?!\d)", re.sub(HAN, " ", prose))
    return {number.replace(",", "").lstrip("0") or "0" for number in numbers}


def links(page: str, own: str = "") -> set[str]:
    """Return the link targets of a page, except its twin; Chinese targets count as their English pages."""
    targets = re.findall(r"\]\(([^)#\s]+)", FENCED.sub("", page))
    return {target.replace(".zh.md", ".md") for target in targets} - {own}


def stray_marks(page: str) -> list[str]:
    prose = re.sub(r"`[^`]*`", "", FENCED.sub("", page))
    return re.findall(r"^.*[\u4e00-\u9fff][,;!?](?!\d).*$", prose, flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_chinese_page_matches_its_english_page(page: Path) -> None:
    here, there = text(page), text(twin(page))
    assert headings(there) == headings(here)
    assert commands_of(there) == commands_of(here)
    assert figures(there) == figures(here)
    assert links(there, page.name) == links(here, page.name)
    assert len(blocks(r"\w+", there)) == len(blocks(r"\w+", here))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_both_language_pages_link_to_each_other_at_the_top(page: Path) -> None:
    for here, there in ((page, twin(page)), (twin(page), page)):
        assert f"]({there.name})" in text(here).split("\n## ", maxsplit=1)[0], here.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_chinese_page_links_to_existing_chinese_pages(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s:]+\.md)", text(twin(page))):
        reached = (page.parent / target).resolve()
        assert reached == page or target.endswith(".zh.md") or reached not in PAGES, target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_chinese_page_is_written_in_chinese(page: Path) -> None:
    """Every heading and every paragraph has Chinese characters; prose has full-width marks after them."""
    prose = FENCED.sub("", text(twin(page)))
    titles = re.findall(r"^#+ (.*)", prose, flags=re.MULTILINE)
    assert [title for title in titles if not HAN.search(title)] == []
    assert stray_marks(text(twin(page))) == []


def test_each_chinese_page_is_compared_with_its_twin() -> None:
    there = {*(ROOT / "docs").rglob("*.zh.md"), *ROOT.glob("*.zh.md")}
    assert {twin(page) for page in PAGES} == there
