"""Which form have the tables of a draft in a workbook, or in separated values?

Blocks stand beneath each other: a row with the mark, the file and the number of the table in it, and beside it the
sentence; the heading; the rows. Blank rows say nothing. In a workbook there is a sheet for each group of tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.toml_files import wording

if TYPE_CHECKING:
    from rules.language.rule_tables import RuleTable
    from service.reading.tree.problems import Place

words = wording(__name__)

MARK = "■"
_HEAD = re.compile(rf"{MARK}\s*(\S+\.feature)\s+([0-9]{{1,6}})\Z")
_LIKE_HEAD = re.compile(rf"{MARK}|\S+\.feature\s+[0-9]{{1,6}}\Z")


@dataclass(frozen=True, slots=True)
class Given:
    """What stands in a cell, as text, and where; `hidden` if the row or sheet is not shown."""

    text: str
    place: Place
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One table as it was brought back: which one it is, its sentence, and its rows with the heading."""

    path: str
    number: int
    sentence: Given
    rows: tuple[tuple[Given, ...], ...]


def head_of(table: RuleTable) -> tuple[str, str]:
    """Give the two cells above a table."""
    return f"{MARK} {table.path} {table.number}", table.sentence


def named(text: str) -> tuple[str, int] | None:
    """Give the file and the number of the table that a cell names; None if it begins no block."""
    found = _HEAD.match(text.strip())
    return None if found is None else (found[1], int(found[2]))


def resembles_head(text: str, *, ours: bool) -> bool:
    """Say whether a cell that begins no block was one that did; a mark alone tells it on a sheet of `ours` only."""
    return bool(_LIKE_HEAD.match(text)) and (ours or ".feature" in text)
