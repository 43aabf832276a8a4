"""Report pages of a PDF, lines and table rows, with a text layer in reading order.

PDF readers provide the fonts, so none is embedded. Characters in neither font, such as emoji, are only in the text
layer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

_SHORT_SIDE, _LONG_SIDE, _MARGIN = 595, 842, 56
"""A4 in points."""
_COLUMN_GAP, _BAR_WIDTH = 8, 4
_SIZE, _HEADING_SIZE, _LEADING, _INDENT = 9.5, 12, 1.4, 12
_FOOT_TOP, _FOOT_SIZE, _GAP = 30, 8, 5
_MOST_INDENTS = 8
_PLAIN, _BOLD, _CHINESE = "/Plain", "/Bold", "/Chinese"
_ASCII = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 "
    "278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 "
    "611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 "
    "556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_WIDTHS = {chr(32 + place): int(width) for place, width in enumerate(_ASCII.split())}
"""Helvetica widths in thousandths of the size."""
_OTHER_WIDTH, _FULL_WIDTH, _BOLD_SHARE = 600, 1_000, 1.08
_REPLACED_SIGNS = str.maketrans("✕✓", "×√")
_CLINGING, _OPENING = frozenset("，。；：、！？）》”’…·,.;:!?)"), frozenset("（《“‘(")
"""Marks that begin no line, and marks that end none."""
_PRIVATE = range(0xE000, 0xF900)
"""Private codes for characters beyond the first plane; further characters become U+FFFD."""
_UNKNOWN = 0xFFFD


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report line with its indentation level."""

    text: str
    depth: int = 0
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A table row; `shares` are the widths of its columns in hundredths of the page, `colour` marks its beginning.

    A head is repeated on each page of its table.
    """

    cells: tuple[str, ...]
    shares: tuple[int, ...]
    colour: str = ""
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class _SetText:
    text: str
    left: float
    down: float
    """Distance from the top of its line or row."""
    size: float
    is_bold: bool


@dataclass(frozen=True, slots=True)
class _SetLine:
    """A line, or a row of a table, with its texts in reading order."""

    texts: tuple[_SetText, ...]
    height: float
    needs: float
    """Height that must remain on the page, so that a heading is not its last line."""
    colour: str = ""


@dataclass(slots=True)
class ReportPages:
    """Layout of report lines and rows on new pages at the end of a PDF."""

    lines: tuple[ReportLine | ReportRow, ...]
    foot: str
    is_landscape: bool = False
    _private: dict[str, int] = field(default_factory=dict, init=False)
    _codes: dict[int, str] = field(default_factory=dict, init=False)

    def document(self, title: str, language: str) -> bytes:
        """Return a new PDF with these pages only."""
        writer, written = PdfWriter(), BytesIO()
        self.add_to(writer)
        writer.add_metadata({"/Title": title})
        writer.root_object[NameObject("/Lang")] = TextStringObject(language)
        writer.write(written)
        return written.getvalue()

    def add_to(self, writer: PdfWriter) -> None:
        contents = [self._content(lines, number) for number, lines in enumerate(self._pages(), 1)]
        fonts = self._fonts(writer)
        for content in contents:
            page = writer.add_blank_page(self._width, self._height)
            page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
            stream = DecodedStreamObject()
            stream.set_data(content)
            page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())

    @property
    def _width(self) -> int:
        return _LONG_SIDE if self.is_landscape else _SHORT_SIDE

    @property
    def _height(self) -> int:
        return _SHORT_SIDE if self.is_landscape else _LONG_SIDE

    def _pages(self) -> Iterator[list[_SetLine]]:
        page: list[_SetLine] = []
        page_height = float(self._height - 2 * _MARGIN)
        remaining = page_height
        head: _SetLine | None = None
        for line in self.lines:
            is_row = isinstance(line, ReportRow)
            for set_line in self._set_row(line) if isinstance(line, ReportRow) else self._set_line(line):
                if set_line.needs > remaining and page:
                    yield page
                    page = [head] if is_row and head is not None else []
                    remaining = page_height - sum(each.height for each in page)
                page.append(set_line)
                remaining -= set_line.height
                if not is_row or (isinstance(line, ReportRow) and line.is_head):
                    head = set_line if is_row else None
        yield page

    def _set_line(self, line: ReportLine) -> Iterator[_SetLine]:
        size, left = (_HEADING_SIZE if line.is_heading else _SIZE), min(line.depth, _MOST_INDENTS) * _INDENT
        height = size * _LEADING + (_GAP if line.is_heading else 0)
        needs = height * (3 if line.is_heading else 1)
        for text in _wrapped(line.text, size, self._width - 2 * _MARGIN - left, is_bold=line.is_heading):
            yield _SetLine((_SetText(text, left, height, size, line.is_heading),), height, needs)

    def _set_row(self, row: ReportRow) -> Iterator[_SetLine]:
        """Yield one row; a row higher than a page is cut at its end."""
        texts, left, highest = [], 0.0, 0
        most = int((self._height - 2 * _MARGIN) / (_SIZE * _LEADING)) - 2
        for cell, share in zip(row.cells, row.shares, strict=True):
            width = (self._width - 2 * _MARGIN) * share / 100
            wrapped = list(_wrapped(cell, _SIZE, width - _COLUMN_GAP, is_bold=row.is_head))[:most]
            texts += [
                _SetText(text, left, (number + 1) * _SIZE * _LEADING, _SIZE, row.is_head)
                for number, text in enumerate(wrapped)
            ]
            highest, left = max(highest, len(wrapped)), left + width
        height = highest * _SIZE * _LEADING + _GAP
        yield _SetLine(tuple(texts), height, height * (2 if row.is_head else 1), row.colour)

    def _content(self, lines: Iterable[_SetLine], number: int) -> bytes:
        top, drawn = float(self._height - _MARGIN), []
        for line in lines:
            if line.colour:
                drawn.append(_bar(line, top))
            drawn += [self._drawn(text, _MARGIN + text.left, top - text.down) for text in line.texts]
            top -= line.height
        foot = _SetText(f"{_printable(self.foot)} · {number}", 0, 0, _FOOT_SIZE, is_bold=False)
        drawn.append(self._drawn(foot, _MARGIN, _FOOT_TOP))
        return b"\n".join(drawn)

    def _drawn(self, text: _SetText, left: float, top: float) -> bytes:
        parts = [f"BT 1 0 0 1 {left:.1f} {top:.1f} Tm".encode()]
        for is_latin, run in groupby(text.text, _is_latin):
            name = _CHINESE if not is_latin else _BOLD if text.is_bold else _PLAIN
            words = "".join(run)
            coded = words.encode("cp1252") if is_latin else b"".join(map(self._code, words))
            parts.append(f"{name} {text.size} Tf <{coded.hex()}> Tj".encode())
        return b" ".join((*parts, b"ET"))

    def _code(self, character: str) -> bytes:
        number = ord(character)
        if number > _UNKNOWN and len(self._private) < len(_PRIVATE):
            number = self._private.setdefault(character, _PRIVATE[len(self._private)])
        elif number > _UNKNOWN:
            number, character = self._private.get(character, _UNKNOWN), "\ufffd"
        self._codes.setdefault(number, character)
        return number.to_bytes(2, "big")

    def _fonts(self, writer: PdfWriter) -> DictionaryObject:
        fonts = DictionaryObject()
        for name, font in ((_PLAIN, "/Helvetica"), (_BOLD, "/Helvetica-Bold")):
            latin = _names(Type="/Font", Subtype="/Type1", BaseFont=font, Encoding="/WinAnsiEncoding")
            fonts[NameObject(name)] = writer._add_object(latin)
        if self._codes:
            fonts[NameObject(_CHINESE)] = writer._add_object(self._chinese_font(writer))
        return fonts

    def _chinese_font(self, writer: PdfWriter) -> DictionaryObject:
        descriptor = _names(Type="/FontDescriptor", FontName="/STSong-Light")
        for name, value in (("Flags", 6), ("Ascent", 880), ("Descent", -120), ("CapHeight", 880), ("StemV", 93)):
            descriptor[NameObject(f"/{name}")] = NumberObject(value)
        descriptor[NameObject("/ItalicAngle")] = NumberObject(0)
        descriptor[NameObject("/FontBBox")] = ArrayObject(map(FloatObject, (-25, -254, 1000, 880)))
        descendant = _names(Type="/Font", Subtype="/CIDFontType0", BaseFont="/STSong-Light")
        descendant[NameObject("/CIDSystemInfo")] = DictionaryObject(
            {
                NameObject("/Registry"): TextStringObject("Adobe"),
                NameObject("/Ordering"): TextStringObject("GB1"),
                NameObject("/Supplement"): NumberObject(4),
            }
        )
        descendant[NameObject("/DW")] = NumberObject(_FULL_WIDTH)
        descendant[NameObject("/FontDescriptor")] = writer._add_object(descriptor)
        font = _names(Type="/Font", Subtype="/Type0", BaseFont="/STSong-Light", Encoding="/UniGB-UCS2-H")
        font[NameObject("/DescendantFonts")] = ArrayObject([writer._add_object(descendant)])
        font[NameObject("/ToUnicode")] = writer._add_object(_unicode_map(self._codes))
        return font


def _names(**entries: str) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): NameObject(value) for name, value in entries.items()})


def _unicode_map(codes: dict[int, str]) -> StreamObject:
    """Write blocks of at most 100 codes, as the ToUnicode format requires."""
    pairs = [f"<{code:04X}> <{meant.encode('utf-16-be').hex().upper()}>" for code, meant in sorted(codes.items())]
    blocks = (pairs[start : start + 100] for start in range(0, len(pairs), 100))
    lines = (line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar"))
    stream = DecodedStreamObject()
    stream.set_data(
        "\n".join(
            (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
                "/CMapName /Codes def /CMapType 2 def",
                "1 begincodespacerange <0000> <FFFF> endcodespacerange",
                *lines,
                "endcmap CMapName currentdict /CMap defineresource pop end end",
            )
        ).encode()
    )
    return stream.flate_encode()


def _is_latin(character: str) -> bool:
    try:
        character.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _bar(line: _SetLine, top: float) -> bytes:
    red, green, blue = (int(line.colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    place = f"{_MARGIN - 2 * _BAR_WIDTH} {top - line.height + _GAP / 2:.1f} {_BAR_WIDTH} {line.height - _GAP:.1f}"
    return f"q {red:.3f} {green:.3f} {blue:.3f} rg {place} re f Q".encode()


def _wrapped(text: str, size: float, width: float, *, is_bold: bool) -> Iterator[str]:
    available = width * 1_000 / size / (_BOLD_SHARE if is_bold else 1)
    current, filled = "", 0
    for unit in _units(_printable(text)):
        for piece in _cut(unit, available):
            if current and filled + sum(map(_width, piece.rstrip())) > available:
                yield current.rstrip()
                current, filled = "", 0
            current, filled = current + piece, filled + sum(map(_width, piece))
    if current.strip():
        yield current.rstrip()


def _units(text: str) -> Iterator[str]:
    """Split after spaces and next to wide characters, but not before closing marks."""
    unit = ""
    for character in text:
        is_apart = _is_wide(character) or _is_wide(unit[-1:]) or unit.endswith(" ")
        if unit and is_apart and character != " " and character not in _CLINGING and unit[-1] not in _OPENING:
            yield unit
            unit = ""
        unit += character
    if unit:
        yield unit


def _is_wide(character: str) -> bool:
    return character != "" and unicodedata.east_asian_width(character) in {"W", "F"}


def _printable(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).translate(_REPLACED_SIGNS)
    seen = (" " if character.isspace() else character for character in composed)
    return "".join(character for character in seen if character.isprintable())


def _cut(unit: str, available: float) -> Iterator[str]:
    piece, filled = "", 0
    for character in unit:
        if piece and filled + _width(character) > available:
            yield piece
            piece, filled = "", 0
        piece, filled = piece + character, filled + _width(character)
    yield piece


def _width(character: str) -> int:
    if (known := _WIDTHS.get(character)) is not None:
        return known
    if not _is_latin(character):
        return _FULL_WIDTH
    return _WIDTHS.get(unicodedata.normalize("NFKD", character)[0], _OTHER_WIDTH)
