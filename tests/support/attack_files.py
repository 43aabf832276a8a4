"""Files that are small and unpack to very much, or hold what no program writes."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET, STYLES, TEXTS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Parts in a ZIP file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a ZIP file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def book_with(part: str, content: bytes) -> bytes:
    """A workbook of one sheet with one part in place of its own."""
    book, plain = Workbook(), io.BytesIO()
    book.active["A1"] = "a"  # type: ignore[index]
    book.save(plain)
    return packed({**parts_of(plain.getvalue()), part: content})


def sheet(rows: bytes) -> bytes:
    """A workbook whose one sheet has these rows."""
    return book_with(SHEET, b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (_MAIN, rows))


def row(cells: bytes) -> bytes:
    """A workbook whose one row has these cells."""
    return sheet(b'<row r="1">%s</row>' % cells)


def same_cell(count: int) -> bytes:
    """A workbook in whose one row the first cell stands so often."""
    return row(b'<c r="A1"><v>1</v></c>' * count)


def descending(count: int) -> bytes:
    """A workbook whose one row has its cells backwards."""
    return row(b'<c r="C1"/>' + b'<c r="B1"/><c r="A1"/>' * count)


def nameless(count: int) -> bytes:
    """A workbook whose one row has so many cells without names."""
    return row(b"<c/>" * count)


def beyond_last_column(count: int) -> bytes:
    """A workbook with cells in the first column beyond the last."""
    return row(b'<c r="XFE1"><v>1</v></c>' * count)


def same_row(count: int) -> bytes:
    """A workbook in whose one sheet the first row stands so often."""
    return sheet(b'<row r="1"/>' * count)


def beyond_last_row(count: int) -> bytes:
    """A workbook with rows beyond the last."""
    return sheet(b'<row r="1048577"/>' * count)


def styles(count: int) -> bytes:
    """A workbook with so many formats."""
    return book_with(STYLES, b'<styleSheet xmlns="%s"><cellXfs>%s</cellXfs></styleSheet>' % (_MAIN, b"<xf/>" * count))


def texts(count: int) -> bytes:
    """A workbook with so many shared texts."""
    return book_with(TEXTS, b'<sst xmlns="%s">%s</sst>' % (_MAIN, b"<si/>" * count))


def parts_of_one_cell(count: int) -> bytes:
    """A workbook whose one cell has so many texts."""
    return row(b'<c r="A1" t="inlineStr"><is>%s</is></c>' % (b"<t/>" * count))


def zeros(count: int) -> bytes:
    """A workbook with a part of so many bytes."""
    return book_with("xl/media.xml", bytes(count))


def ods(count: int) -> bytes:
    """A table of OpenDocument with cells and rows that repeat themselves, so often beside each other."""
    cell = b'<table:table-cell table:number-columns-repeated="2147483648"/>'
    rows = b'<table:table-row table:number-rows-repeated="2147483648">%s</table:table-row>' % (cell * count)
    return packed({
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b'<office:document-content xmlns:office="o" xmlns:table="t">%s</office:document-content>' % rows,
    })  # fmt: skip


def docx(count: int) -> bytes:
    """A document of Word with so many paragraphs."""
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (space, b"<w:p/>" * count)
    return packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": body})


def pdf(count: int) -> bytes:
    """A PDF whose thousand pages all show one stream of so many operators."""
    stream = zlib.compress(b"BT /F 1 Tf " + b"(a) Tj " * count + b"ET", 9)
    pages = 1_000
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (pages, kids),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *[b"<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"] * pages,
    ]
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(content))
    return content + head + tail
