"""Files that are small and unpack to very much, or hold what no program writes."""

from __future__ import annotations

import io
import struct
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


def pdf_of_objects(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of which is its catalogue; what a trailer has besides."""
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    tail = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, trailer, len(content),
    )  # fmt: skip
    return content + head + tail


def _stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


_PAGE_OF = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>"


def page_pdf(contents: bytes, *others: bytes, resources: bytes = b"", catalog: bytes = b"") -> bytes:
    """A PDF of one page with these contents; further objects are numbered from 5 on."""
    return pdf_of_objects(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        _PAGE_OF % resources,
        contents if contents.startswith(b"<<") else _stream(contents),
        *others,
    )


def pdf_unpacking_to(count: int) -> bytes:
    """A PDF whose page is packed twice, and unpacks to so many bytes."""
    packing = zlib.compressobj(9)
    block = packing.compress(b"0 0 m " * 100_000) + packing.flush(zlib.Z_FULL_FLUSH)  # which stands by itself
    twice = zlib.compress(block + block[2:] * (count // 600_000) + packing.flush(), 9)
    return page_pdf(_stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def pdf_painting(times: int) -> bytes:
    """A PDF whose page is painted over, half through, so often."""
    packed_contents = zlib.compress(b"/G gs " + b"0 0 595 842 re f " * times, 9)
    state = b"/ExtGState << /G << /Type /ExtGState /ca 0.5 /BM /Luminosity >> >>"
    return page_pdf(_stream(packed_contents, b"/Filter /FlateDecode"), resources=state)


def pdf_of_nested_pages(depth: int) -> bytes:
    """A PDF whose one page lies so many nodes deep."""
    nodes = [
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R] %s >>"
        % (number + 3, b"/Parent %d 0 R" % (number + 1) if number else b"")
        for number in range(depth)
    ]
    page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % (depth + 1)
    return pdf_of_objects(b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, page)


def pdf_of_looped_pages() -> bytes:
    """A PDF whose pages are among themselves."""
    return pdf_of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Parent 2 0 R /Count 1000000 /Kids [2 0 R 2 0 R] >>"
    )


def pdf_of_looped_tables() -> bytes:
    """A PDF whose table of places names itself as the one before."""
    content = page_pdf(b"0 0 9 9 re f")
    place = content.rindex(b"xref\n0 ")
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d /XRefStm %d" % (place, place))


def pdf_that_reaches_out(address: str) -> bytes:
    """A PDF that runs scripts, opens addresses, sends itself, and takes a picture and a page from elsewhere."""
    there = address.encode()
    catalog = (
        b"/OpenAction << /S /JavaScript /JS (app.launchURL('%s');) >> "
        b"/AA << /WC << /S /SubmitForm /F << /FS /URL /F (%s) >> >> >> "
        b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (this.getURL('%s')) >>] >> >>"
    ) % (there, there, there)
    image = _stream(
        b"", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/F << /FS /URL /F (%s/picture.png) >> /FFilter /DCTDecode" % there,
    )  # fmt: skip
    form = _stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (%s/other.pdf) /Page 0 >>" % there)
    return page_pdf(
        b"9 0 0 9 0 0 cm /X Do /Y Do", image, form, resources=b"/XObject << /X 5 0 R /Y 6 0 R >>", catalog=catalog
    )


def png_announcing(width: int, height: int) -> bytes:
    """A picture that says it has so many pixels, of which one row is there."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(bytes(1 + width))), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
