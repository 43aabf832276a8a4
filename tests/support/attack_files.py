"""Attack files: small files that unpack to a large size, or have content that no program writes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from openpyxl import Workbook

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
    """Return a workbook with one sheet and with one of its parts replaced."""
    book, plain = Workbook(), io.BytesIO()
    book.active["A1"] = "a"  # type: ignore[index]
    book.save(plain)
    return packed({**parts_of(plain.getvalue()), part: content})


def sheet(rows: bytes) -> bytes:
    return book_with(SHEET, b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (_MAIN, rows))


def row(cells: bytes) -> bytes:
    return sheet(b'<row r="1">%s</row>' % cells)


def same_cell(count: int) -> bytes:
    """Return a workbook that repeats the first cell of its only row `count` times."""
    return row(b'<c r="A1"><v>1</v></c>' * count)


def descending(count: int) -> bytes:
    """Return a workbook with the cells of its only row in reverse order."""
    return row(b'<c r="C1"/>' + b'<c r="B1"/><c r="A1"/>' * count)


def nameless(count: int) -> bytes:
    """Return a workbook with `count` unnamed cells in one row."""
    return row(b"<c/>" * count)


def beyond_last_column(count: int) -> bytes:
    """A workbook with cells in the first column beyond the last."""
    return row(b'<c r="XFE1"><v>1</v></c>' * count)


def same_row(count: int) -> bytes:
    """Return a workbook that repeats the first row of its only sheet `count` times."""
    return sheet(b'<row r="1"/>' * count)


def beyond_last_row(count: int) -> bytes:
    """A workbook with rows beyond the last."""
    return sheet(b'<row r="1048577"/>' * count)


def styles(count: int) -> bytes:
    return book_with(STYLES, b'<styleSheet xmlns="%s"><cellXfs>%s</cellXfs></styleSheet>' % (_MAIN, b"<xf/>" * count))


def texts(count: int) -> bytes:
    return book_with(TEXTS, b'<sst xmlns="%s">%s</sst>' % (_MAIN, b"<si/>" * count))


def parts_of_one_cell(count: int) -> bytes:
    return row(b'<c r="A1" t="inlineStr"><is>%s</is></c>' % (b"<t/>" * count))


def zeros(count: int) -> bytes:
    """Return a workbook with a part of `count` zero bytes."""
    return book_with("xl/media.xml", bytes(count))


def ods(count: int) -> bytes:
    """Return an OpenDocument table with `count` repeated cells inside a repeated row."""
    cell = b'<table:table-cell table:number-columns-repeated="2147483648"/>'
    rows = b'<table:table-row table:number-rows-repeated="2147483648">%s</table:table-row>' % (cell * count)
    return packed({
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b'<office:document-content xmlns:office="o" xmlns:table="t">%s</office:document-content>' % rows,
    })  # fmt: skip


def docx(count: int) -> bytes:
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (space, b"<w:p/>" * count)
    return packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": body})


def pdf(count: int) -> bytes:
    """Return a PDF with a thousand pages that all show one stream of `count` operators."""
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
    """Return a PDF of these objects, the first of them its catalog; `trailer` adds entries to the trailer."""
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
    """Return a PDF with a page that is compressed twice and unpacks to `count` bytes."""
    packing = zlib.compressobj(9)
    block = packing.compress(b"0 0 m " * 100_000) + packing.flush(zlib.Z_FULL_FLUSH)  # repeatable block
    twice = zlib.compress(block + block[2:] * (count // 600_000) + packing.flush(), 9)
    return page_pdf(_stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def pdf_painting(times: int) -> bytes:
    """Return a PDF that paints its page `times` times, half transparent."""
    packed_contents = zlib.compress(b"/G gs " + b"0 0 595 842 re f " * times, 9)
    state = b"/ExtGState << /G << /Type /ExtGState /ca 0.5 /BM /Luminosity >> >>"
    return page_pdf(_stream(packed_contents, b"/Filter /FlateDecode"), resources=state)


def pdf_of_nested_pages(depth: int) -> bytes:
    """Return a PDF with one page that is nested `depth` nodes deep."""
    nodes = [
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R] %s >>"
        % (number + 3, b"/Parent %d 0 R" % (number + 1) if number else b"")
        for number in range(depth)
    ]
    page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % (depth + 1)
    return pdf_of_objects(b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, page)


def pdf_of_looped_pages() -> bytes:
    """Return a PDF with a page tree that contains itself."""
    return pdf_of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Parent 2 0 R /Count 1000000 /Kids [2 0 R 2 0 R] >>"
    )


def pdf_of_looped_tables() -> bytes:
    """Return a PDF with a cross-reference table that names itself as the previous table."""
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
    """Return a PNG that announces this size but contains one row of pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(bytes(1 + width))), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
