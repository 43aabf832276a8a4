"""Reads the little cards out of the guide of the feature language, and its sentences."""

from __future__ import annotations

import re
from pathlib import Path

from service.gazette.tables import Shelf

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDES = "".join((DOCS / page).read_text(encoding="utf-8") for page in ("language.md", "language.zh.md"))
"""The guide in both languages."""
SENTENCES = (DOCS / "language-sentences.md").read_text(encoding="utf-8")
"""The page that sets the sentences of both side by side."""
OFFICE, STAGED, CLAIMS, PRICED, LEVY, CARRIED = "", "staged", "claims", "priced", "levy", "carried"
"""The cards, by the folder that the names of their blocks begin with."""
CARDS = (OFFICE, STAGED, CLAIMS, PRICED, LEVY, CARRIED)
SHELF = Shelf(Path(__file__).resolve().parents[2] / "scorecards" / "tables")
"""The tables of the gazette, which one of the cards uses."""


def card(folder: str = OFFICE) -> dict[str, str]:
    """Join the blocks of one card to the files that they name."""
    files: dict[str, str] = {}
    for path, body in re.findall(r"^```gherkin (\S+)\n(.*?)^```", GUIDES, flags=re.MULTILINE | re.DOTALL):
        within, _, name = path.rpartition("/")
        if within == folder:
            files[name] = files.get(name, "") + body
    return files


def pairs(heading: str) -> list[tuple[str, str]]:
    """List the code in the first two cells of the rows below a table heading: English, then Chinese."""
    body = SENTENCES.split(f"| {heading} |", maxsplit=1)[1].split("\n\n", maxsplit=1)[0]
    return re.findall(r"^\| `([^`]+)`[^|]*\| `([^`]+)`", body, flags=re.MULTILINE)
