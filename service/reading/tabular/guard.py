"""Is a file a workbook within limits? Asked of its raw bytes, before anything of it is parsed.

One pass over each sheet, in constant memory, counts its rows and finds its merged cells, which are not seen later
because sheets are read as streams.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker, words_of
from service.reading import packages
from service.reading.packages import Form, PackageError, check_type, chunks, opened_package
from service.reading.tree.problems import refuse

if TYPE_CHECKING:
    import zipfile
    from typing import BinaryIO

_say = speaker(__name__)

MAXIMUM_ROWS = 200_000
"""Rows with content in one sheet; of them at most 20,000 subjects."""
MAXIMUM_FILE_BYTES = 50_000_000
MAXIMUM_PART_BYTES = 64_000_000
MAXIMUM_SHEET_BYTES = 256_000_000
MAXIMUM_UNPACKED_BYTES = 512_000_000

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
_TOKEN = re.compile(rb'<(?:\w+:)?(?:(row)[ />]|(v|is|f)[ />]|(mergeCell) [^>]*?ref="([A-Z0-9:]{2,30})")')
_UNSOUND = {packages.BROKEN: "NOT_A_WORKBOOK", packages.DOCUMENT_TYPE: "NOT_A_WORKBOOK"}


@dataclass(frozen=True, slots=True)
class SheetScan:
    """What the raw bytes of a sheet say: how many rows hold anything, and which cells are merged."""

    rows: int
    merged: tuple[str, ...]


def scan(file: BinaryIO, *, split: str = "") -> dict[str, SheetScan]:
    """Check a file and scan its sheets, by their place in the package.

    `split` says what to do with a workbook that is too large.

    Raises:
        PlacedError: it is no XLSX, is encrypted, or beyond a limit; the message says what to do.
    """
    split = split or _say("DIVIDE")
    size = file.seek(0, os.SEEK_END)
    if size > MAXIMUM_FILE_BYTES:
        refuse(None, _say("FILE_TOO_LARGE", size=size, most=MAXIMUM_FILE_BYTES, split=split), packages.TOO_LARGE)
    form = Form(_say("WORKBOOK"), _say("OLD_FORMAT"), MAXIMUM_UNPACKED_BYTES, _most, split)
    try:
        with opened_package(file, form) as package:
            return _scan_package(package, form)
    except PackageError as error:
        said = _say("NOT_XLSX", problem=words_of(error)) if error.reason == packages.BROKEN else words_of(error)
        refuse(None, said, _UNSOUND.get(error.reason, error.reason))


def _most(part: str) -> int:
    return MAXIMUM_SHEET_BYTES if _SHEET.match(part) else MAXIMUM_PART_BYTES


def _scan_package(package: zipfile.ZipFile, form: Form) -> dict[str, SheetScan]:
    names = set(package.namelist())
    if "xl/workbook.bin" in names:
        refuse(None, _say("BINARY"), packages.OLD_FORMAT)
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        refuse(None, _say("PACKED"), "NOT_A_WORKBOOK")
    scans = {}
    for part in package.infolist():
        if _SHEET.match(part.filename):
            scans[part.filename] = _scan_sheet(package, part, form)
        else:
            check_type(package, part, form)
    return scans


def _scan_sheet(package: zipfile.ZipFile, part: zipfile.ZipInfo, form: Form) -> SheetScan:
    rows, row_is_open = 0, False
    merged: list[str] = []
    for chunk in chunks(package, part, form):
        for token in _TOKEN.finditer(chunk):
            if token[1]:
                row_is_open = True
            elif token[2] and row_is_open:
                rows, row_is_open = rows + 1, False
                if rows > MAXIMUM_ROWS + 10:
                    said = _say("TOO_MANY_ROWS", part=part.filename, most=MAXIMUM_ROWS, split=form.split)
                    refuse(None, said, "TOO_MANY_ROWS")
            elif token[3]:
                merged.append(token[4].decode())
    return SheetScan(rows, tuple(merged))
