"""Architecture page and index of decisions: the picture of the contracts, and a line for every decision."""

import re
from pathlib import Path

from service.reference.layers import layer_picture

DOCS = Path(__file__).resolve().parents[2] / "docs"
TITLE = re.compile(r"# (\d{4}): (.+)")
LINE = re.compile(r"^\| \[(\d{4})\]\(([\w-]+\.md)\) \| (.+?) \|", re.MULTILINE)


def test_the_picture_is_that_of_the_contracts() -> None:
    assert layer_picture() in (DOCS / "architecture.md").read_text(encoding="utf-8")


def test_every_decision_stands_in_the_index_under_its_title() -> None:
    files = sorted((DOCS / "adr").glob("0*.md"))
    titles = [
        (match[1], path.name, match[2]) for path in files if (match := TITLE.match(path.read_text(encoding="utf-8")))
    ]
    assert len(titles) == len(files)
    assert LINE.findall((DOCS / "adr" / "README.md").read_text(encoding="utf-8")) == titles
