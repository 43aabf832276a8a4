"""How does what is to be translated stand in a sheet of two columns, as a translator works on it?"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from openpyxl import Workbook

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import LANGUAGES, speaker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_say = speaker(__name__)

_WIDTH = 60


def check_sheet(path: Path) -> None:
    """Refuse a file that is there already, or that is named as no sheet.

    Raises:
        InputError: it is.
    """
    if path.exists() or path.is_symlink():
        raise InputError((Violation("--to-translate", _say("FILE_EXISTS", out=path), "ALREADY_EXISTS"),))
    if path.suffix.lower() not in {".xlsx", ".csv"}:
        raise InputError((Violation("--to-translate", _say("NO_TABLES_NAME", out=path), "WRONG_VALUE"),))


def write_sheet(path: Path, words: Sequence[str], into: str) -> None:
    """Write the words of the other language on the left, and a blank cell for each in the language translated into."""
    other = next(language for language in LANGUAGES if language != into)
    rows = [(other, into), *((one, "") for one in words)]
    if path.suffix.lower() == ".csv":
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(rows)
        path.write_bytes(text.getvalue().encode("utf-8-sig"))
        return
    book = Workbook()
    page = book.active or book.create_sheet()
    for number, row in enumerate(rows, start=1):
        for place, said in enumerate(row, start=1):
            cell = page.cell(number, place)
            cell.value, cell.data_type, cell.number_format = said, "s", "@"
    for letter in ("A", "B"):
        page.column_dimensions[letter].width = _WIDTH
    book.save(path)
