"""Report pages of a PDF: lines of text broken into lines and pages, with a text layer that reads in their order.

Letters are set in fonts that every reader of PDF has, Helvetica and a Chinese one, so that none has to be embedded.
What neither draws, such as emoji, is in the text layer alone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from pypdf import PdfWriter

_WIDTH, _HEIGHT, _MARGIN = 595, 842, 56
"""A4 in points."""
_SIZE, _HEADING_SIZE, _LEADING, _INDENT = 9.5, 12, 1.4, 12
_FOOT, _FOOT_SIZE, _GAP = 30, 8, 5
_MOST_INDENTS = 8
_PLAIN, _BOLD, _CHINESE = "/Plain", "/Bold", "/Chinese"
_ASCII = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 "
    "278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 "
    "611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 "
    "556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_WIDTHS = {chr(32 + place): int(width) for place, width in enumerate(_ASCII.split())}
"""Of Helvetica, in thousandths of the size; accented letters are as wide as those without."""
_OTHER_WIDTH, _FULL_WIDTH, _BOLD_SHARE = 600, 1_000, 1.08
_SIGNS = str.maketrans("✕✓", "×√")
"""Signs that neither font has, and those that stand for them."""
_CLINGING, _OPENING = frozenset("，。；：、！？）》”’…·,.;:!?)"), frozenset("（《“‘(")
"""Marks that begin no line, and those that end none."""
_PRIVATE = range(0xE000, 0xF900)
"""Characters beyond the first plane have these numbers, where Unicode has none; what is left over is unknown."""
_UNKNOWN = 0xFFFD


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of a report, indented by so many levels."""

    text: str
    depth: int = 0
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class _SetLine:
    """A line as it stands on a page."""

    text: str
    depth: int
    size: float
    is_heading: bool

    @property
    def height(self) -> float:
        """What it takes of the page, with the gap before a heading."""
        return self.size * _LEADING + (_GAP if self.is_heading else 0)


@dataclass(slots=True)
class ReportPages:
    """Puts lines on pages, and pages at the end of a PDF."""

    lines: tuple[ReportLine, ...]
    foot: str
    """What stands under each page, before its number."""
    _private: dict[str, int] = field(default_factory=dict, init=False)
    _codes: dict[int, str] = field(default_factory=dict, init=False)
    """What the codes of the Chinese font mean."""

    def add_to(self, writer: PdfWriter) -> None:
        """Put the pages at the end."""
        contents = [self._content(lines, number) for number, lines in enumerate(self._pages(), 1)]
        fonts = self._fonts(writer)
        for content in contents:
            page = writer.add_blank_page(_WIDTH, _HEIGHT)
            page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
            stream = DecodedStreamObject()
            stream.set_data(content)
            page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())

    def _pages(self) -> Iterator[list[_SetLine]]:
        """Fill page by page; a heading stands with the line behind it."""
        page: list[_SetLine] = []
        room = float(_HEIGHT - 2 * _MARGIN)
        left = room
        for line in self.lines:
            size = _HEADING_SIZE if line.is_heading else _SIZE
            for text in _broken(line, size):
                set_line = _SetLine(text, min(line.depth, _MOST_INDENTS), size, line.is_heading)
                if set_line.height * (3 if line.is_heading else 1) > left and page:
                    yield page
                    page, left = [], room
                page.append(set_line)
                left -= set_line.height
        yield page

    def _content(self, lines: Iterable[_SetLine], number: int) -> bytes:
        top, drawn = float(_HEIGHT - _MARGIN), []
        for line in lines:
            top -= line.height
            drawn.append(self._drawn(line, _MARGIN + line.depth * _INDENT, top))
        foot = _SetLine(f"{_printable(self.foot)} · {number}", 0, _FOOT_SIZE, is_heading=False)
        drawn.append(self._drawn(foot, _MARGIN, _FOOT))
        return b"\n".join(drawn)

    def _drawn(self, line: _SetLine, left: float, top: float) -> bytes:
        parts = [f"BT 1 0 0 1 {left:.1f} {top:.1f} Tm".encode()]
        for is_latin, run in groupby(line.text, _is_latin):
            name = _CHINESE if not is_latin else _BOLD if line.is_heading else _PLAIN
            words = "".join(run)
            coded = words.encode("cp1252") if is_latin else b"".join(map(self._code, words))
            parts.append(f"{name} {line.size} Tf <{coded.hex()}> Tj".encode())
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
    """Say what each code means, a hundred to a block as the form demands."""
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
    """Say whether Helvetica has a character, by the encoding in which it is written."""
    try:
        character.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _broken(line: ReportLine, size: float) -> Iterator[str]:
    """Break a line where it is full: between words, or beside a character of Chinese."""
    share = _BOLD_SHARE if line.is_heading else 1
    room = (_WIDTH - 2 * _MARGIN - min(line.depth, _MOST_INDENTS) * _INDENT) * 1_000 / size / share
    begun, filled = "", 0
    for unit in _units(_printable(line.text)):
        for piece in _cut(unit, room):
            width = sum(map(_width, piece))
            if begun and filled + sum(map(_width, piece.rstrip())) > room:
                yield begun.rstrip()
                begun, filled = "", 0
            begun, filled = begun + piece, filled + width
    if begun.strip():
        yield begun.rstrip()


def _units(text: str) -> Iterator[str]:
    """Cut a text where it may be broken: behind spaces and beside wide characters, but before no closing mark."""
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
    """Write a text without what is not seen, with signs that the fonts have."""
    composed = unicodedata.normalize("NFC", text).translate(_SIGNS)
    seen = (" " if character.isspace() else character for character in composed)
    return "".join(character for character in seen if character.isprintable())


def _cut(unit: str, room: float) -> Iterator[str]:
    """Cut a unit that is longer than a line, such as a digest, into pieces that are not."""
    piece, filled = "", 0
    for character in unit:
        if piece and filled + _width(character) > room:
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
