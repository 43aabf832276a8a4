"""Filled workbooks of the small card, and the problems found in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from service.input.dossier.dossier_reader import Dossier
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.sheet_layout import Layout
from service.input.workbook.single_subject import read_workbook
from tests.support.small_card import small_card, small_subject
from tests.support.workbooks import Filled

AS_OF = "2026-03-01"
FACTS = {"en": "Facts", "zh": "事实"}
BOTH = pytest.mark.parametrize("language", ["en", "zh"])


def filled(language: str = "en", layout: Layout = Layout.ONE) -> Filled:
    book = Filled(small_card(), layout, language)
    if layout is Layout.ONE:
        book.fill_one(small_subject())
    else:
        book.fill_many([small_subject()])
    return book


def read(path: Path) -> Dossier:
    return read_workbook(path, small_card(), as_of=AS_OF, settings={})


def problems(path: Path) -> list[str]:
    with pytest.raises(PlacedError) as raised:
        read(path)
    return [problem.render("x.xlsx") for problem in raised.value.problems]


def with_value(book: Filled, fact: str, content: Any, number_format: str = "General") -> str:
    """Write a value into the row of a fact and return the coordinate of the cell."""
    cell = book.facts.cell(book.row("facts-one", fact), book.column("facts-one", "value"))
    cell.value, cell.number_format = content, number_format
    return cell.coordinate
