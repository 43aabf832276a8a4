"""Which cells stand in a file of separated values or in a workbook, and by which name does a person know each?"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, words_of
from service.reading.dossier.problems import DossierError, Place
from service.reading.encodings import BYTE_ORDER_MARK, NotUtf8Error, decode_utf8
from service.reading.given_files import read_file
from service.reading.tabular.books import opened_book
from service.reading.tabular.texts import MAXIMUM_COLUMN, TextRow, TextSheet, text_sheet, too_far

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_say = speaker(__name__)

MAXIMUM_BYTES = 50_000_000
_ZIP = b"PK"
_OLD = b"\xd0\xcf\x11\xe0"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ",;\t"
_TOLD = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
"""With this line a spreadsheet program tells the separator."""
WHOLE_FILE = _say("THE_FILE")
"""Where a fault stands that is in no single cell."""


def read_sheets(path: Path) -> tuple[TextSheet, ...]:
    """Read a file; one of separated values is one sheet without title.

    Raises:
        InputError: it cannot be read, or cells are merged; each place is named.
    """
    content = read_file(path, most=MAXIMUM_BYTES)
    if not content.startswith((_ZIP, _OLD)):
        return (TextSheet("", tuple(_separated(_text(content)))),)
    try:
        with opened_book(content, split=_say("SPLIT")) as book:
            if merged := [problem for sheet in book for problem in sheet.merged_cells()]:
                raise DossierError(merged)
            return tuple(map(text_sheet, book))
    except DossierError as error:
        raise error.of_cells(WHOLE_FILE) from None


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-16") if content.startswith(_WIDE) else decode_utf8(content)
    except NotUtf8Error as error:
        raise _refused(words_of(error), "NOT_UTF8") from None
    except UnicodeDecodeError:
        raise _refused(_say("BROKEN_UTF16"), "NOT_UTF8") from None
    return text.removeprefix(BYTE_ORDER_MARK)


def _separated(text: str) -> Iterator[TextRow]:
    """Read separated values; the separator is the mark of `, ; tab` that stands in the header most often."""
    told = _TOLD.match(text)
    header = text.lstrip("\r\n").partition("\n")[0]
    delimiter = told[1] if told else max(_DELIMITERS, key=header.count)
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            texts = tuple(cell.strip() for cell in cells)
            if len(texts) > MAXIMUM_COLUMN and any(texts[MAXIMUM_COLUMN:]):
                far = next(column for column, text in enumerate(texts) if column >= MAXIMUM_COLUMN and text)
                raise too_far(Place(number, far + 1)).of_cells(WHOLE_FILE)
            if any(texts) and not (told and number == 1):
                yield TextRow(number, texts[:MAXIMUM_COLUMN])
    except csv.Error as error:
        raise _refused(_say("NOT_CSV", error=str(error)), "NOT_CSV") from None


def _refused(description: str, reason: str) -> InputError:
    return InputError((Violation(WHOLE_FILE, description, reason),))
