"""Workbooks with cells far out."""

from io import BytesIO

from openpyxl import Workbook

LAST = "XFD1048576"


def book_with(*cells: str) -> bytes:
    book = Workbook()
    for cell in ("A1", "C2", *cells):
        book.active[cell] = cell  # type: ignore[index]
    content = BytesIO()
    book.save(content)
    return content.getvalue()
