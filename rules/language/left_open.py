"""Do the rules leave a value open, and with which reason?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.marks import report_between, to_ascii
from rules.model.expressions import Undetermined

if TYPE_CHECKING:
    from rules.language.cells import Cells
    from rules.language.text import Text


def left_open(cells: Cells, cell: Text) -> Undetermined | None:
    """Read that the rules leave a value open, with the reason if one is given; None if a cell says otherwise."""
    words, plain = cells.words, to_ascii(cell.text)
    if words.words["values"].read(plain) == "undetermined":
        return Undetermined()
    for parse in words.forms["left_open"].parses(plain):
        report_between(cell, [parse["reason"]], cells.report)
        return Undetermined(because={words.language: cell.part(*parse["reason"]).text})
    return None
