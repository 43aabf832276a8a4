"""Is a file a workbook within limits? Asked of its raw bytes, before anything of it is unpacked or parsed.

One pass over each sheet, in constant memory, counts its rows and finds its merged cells, which are not seen later
because sheets are read as streams.
"""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from rules.contracts.messages import speaker, words_of
from service.reading.tree.problems import PlacedError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_say = speaker(__name__)

MAXIMUM_ROWS = 200_000
"""Rows with content in one sheet; of them at most 20,000 subjects."""
MAXIMUM_FILE_BYTES = 50_000_000
MAXIMUM_PART_BYTES = 64_000_000
MAXIMUM_SHEET_BYTES = 256_000_000
MAXIMUM_UNPACKED_BYTES = 512_000_000
_MAXIMUM_PARTS = 2_000

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
_TOKEN = re.compile(rb'<(?:\w+:)?(?:(row)[ />]|(v|is|f)[ />]|(mergeCell) [^>]*?ref="([A-Z0-9:]{2,30})")')
_CHUNK = 1_000_000


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
    file.seek(0)
    if size > MAXIMUM_FILE_BYTES:
        _refuse(_say("FILE_TOO_LARGE", size=size, most=MAXIMUM_FILE_BYTES, split=split), "TOO_LARGE")
    if file.read(len(_OLD)) == _OLD:
        if _ENCRYPTED in file.read():
            _refuse(_say("ENCRYPTED"), "ENCRYPTED")
        _refuse(_say("OLD_FORMAT"), "OLD_FORMAT")
    try:
        with zipfile.ZipFile(file) as package:
            return _scan_package(package, split)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        _refuse(_say("NOT_XLSX", problem=words_of(error)), "NOT_A_WORKBOOK")
    except RuntimeError:  # how zipfile says that a part is encrypted
        _refuse(_say("ENCRYPTED"), "ENCRYPTED")


def _refuse(description: str, reason: str) -> NoReturn:
    raise PlacedError([Problem(None, "", description, reason)])


def _scan_package(package: zipfile.ZipFile, split: str) -> dict[str, SheetScan]:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if "xl/workbook.bin" in names:
        _refuse(_say("BINARY"), "OLD_FORMAT")
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        _refuse(_say("PACKED"), "NOT_A_WORKBOOK")
    if len(parts) > _MAXIMUM_PARTS:
        _refuse(_say("TOO_MANY_PARTS", count=len(parts), most=_MAXIMUM_PARTS), "TOO_LARGE")
    total = 0
    for part in parts:
        most = MAXIMUM_SHEET_BYTES if _SHEET.match(part.filename) else MAXIMUM_PART_BYTES
        total += part.file_size
        if part.file_size > most or total > MAXIMUM_UNPACKED_BYTES:
            _refuse(
                _say(
                    "PART_TOO_LARGE",
                    part=part.filename[:60],
                    size=part.file_size,
                    most=most,
                    all=MAXIMUM_UNPACKED_BYTES,
                    split=split,
                ),
                "TOO_LARGE",
            )
    scans = {}
    for part in parts:
        if _SHEET.match(part.filename):
            scans[part.filename] = _scan_sheet(package, part, split)
        elif part.filename.endswith((".xml", ".rels")):
            for _ in _chunks(package, part):
                pass
    return scans


def _scan_sheet(package: zipfile.ZipFile, part: zipfile.ZipInfo, split: str) -> SheetScan:
    rows, row_is_open = 0, False
    merged: list[str] = []
    for chunk in _chunks(package, part):
        for token in _TOKEN.finditer(chunk):
            if token[1]:
                row_is_open = True
            elif token[2] and row_is_open:
                rows, row_is_open = rows + 1, False
                if rows > MAXIMUM_ROWS + 10:
                    _refuse(
                        _say("TOO_MANY_ROWS", part=part.filename, most=MAXIMUM_ROWS, split=split),
                        "TOO_MANY_ROWS",
                    )
            elif token[3]:
                merged.append(token[4].decode())
    return SheetScan(rows, tuple(merged))


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Read a part piece by piece, each ending after a tag, and refuse one that declares a document type.

    Entities are declared in one, and could multiply; no spreadsheet program writes any.
    """
    rest = b""
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            chunk = rest + piece
            if any(word in chunk for word in _DOCTYPES):
                _refuse(_say("DOCUMENT_TYPE", part=part.filename[:60]), "NOT_A_WORKBOOK")
            cut = chunk.rfind(b">") + 1 or len(chunk)
            cut = max(cut, len(chunk) - _CHUNK)
            yield chunk[:cut]
            rest = chunk[cut:]
    yield rest
