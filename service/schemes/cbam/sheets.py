"""Which cells stand in a file of goods, be it a workbook or separated values, and by which name are they known?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.reading.given_files import read_file
from service.reading.tabular.books import opened_book
from service.reading.tabular.separated import Separated
from service.reading.tabular.texts import TextSheet, separated_rows, text_sheet
from service.reading.tree.problems import WHOLE_FILE, PlacedError

if TYPE_CHECKING:
    from pathlib import Path

_say = speaker(__name__)

MAXIMUM_BYTES = 50_000_000
_PACKED = (b"PK", b"\xd0\xcf\x11\xe0")


def read_sheets(path: Path) -> tuple[TextSheet, ...]:
    """Read a file; one of separated values is one sheet without title.

    Raises:
        InputError: it cannot be read, or cells are merged; each place is named.
    """
    content = read_file(path, most=MAXIMUM_BYTES)
    try:
        if not content.startswith(_PACKED):
            text = Separated(content, file=str(path))
            return (TextSheet("", tuple(separated_rows(text, text.separator())), tuple(text.notes)),)
        with opened_book(content, split=_say("SPLIT")) as book:
            if merged := [problem for sheet in book for problem in sheet.merged_cells()]:
                raise PlacedError(merged)
            return tuple(map(text_sheet, book))
    except PlacedError as error:
        raise error.of_cells(WHOLE_FILE) from None
