"""Reads the little cards of the guide of the feature language, and its sentences."""

from __future__ import annotations

import re
from pathlib import Path

from service.gazette.tables import TableStore

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "guide"
"""Folder of the cards shown in the guide in both languages."""
SENTENCES = (ROOT / "docs" / "language-sentences.md").read_text(encoding="utf-8")
"""The page that sets the sentences of both side by side."""
OFFICE, STAGED, CLAIMS = "green-office", "climate-report", "climate-claims"
PRICED, LEVY, CARRIED, HEATED = "bought-goods", "fuel-levy", "surplus-account", "clean-heat"
CARDS = (OFFICE, STAGED, CLAIMS, PRICED, LEVY, CARRIED, HEATED)
SHELF = TableStore(ROOT / "scorecards" / "tables")
"""The tables of the gazette, which one of the cards uses."""


def card(folder: str = OFFICE) -> dict[str, str]:
    """Read the files of one card."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((EXAMPLES / folder).glob("*.feature"))}


def pairs(heading: str) -> list[tuple[str, str]]:
    """List the code in the first two cells of the rows below a table heading: English, then Chinese."""
    body = SENTENCES.split(f"| {heading} |", maxsplit=1)[1].split("\n\n", maxsplit=1)[0]
    return re.findall(r"^\| `([^`]+)`[^|]*\| `([^`]+)`", body, flags=re.MULTILINE)
