"""Files of plans: workbook, Word document and PDF with the same sections; equal plans have equal bytes."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, canonical_bytes, message_factory, package_file
from service.output.tables import (
    FormattedNumber,
    replace_illegal_characters,
    sheet_title,
    table_of_cells,
    without_timestamps,
    write_sheet,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from service.output.tables import Cell
    from service.planning.plan_report import PlanReport
    from service.planning.plan_texts import PlanTable

_message = message_factory(__name__)

_MONEY = re.compile(r"(-?[\d,]+(?:\.(\d+))?) ([A-Z]{3})", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(?:\.(\d{1,6}))?", re.ASCII)
_WIDTH, _WIDE, _WIDE_CHARACTERS = 18.0, 60.0, 24
_MAX_CELL_CHARACTERS = 32_767
_PLAN_LEVEL = 2
"""Heading level of plans; their sections are below."""
_LATIN = "Libertinus Serif"
"""Font included in the typesetter."""
_CHINESE = re.compile(r"CJK SC|WenQuanYi|PingFang|YaHei|Source Han|SimSun|SimHei|Noto Sans SC")
_STANDARDS = ["a-3a", "ua-1"]
_MISSING_GLYPH = re.compile(r"could not be displayed with")
_QUOTED = re.compile(r'"(.*?)"')
_EARLIEST = 315_532_800
"""Start of 1980 as Unix time, the date of equal files everywhere."""
_REGIONS = {"en": "GB", "zh": "CN"}
_WORD_FONTS = {"en": "Calibri", "zh": "Microsoft YaHei"}


@dataclass(frozen=True, slots=True)
class PlanFileFormat:
    """Format of a report file, with its writer."""

    media_type: str
    write: Callable[[PlanReport, Path | None], bytes]


def write_plan_file(report: PlanReport, file_format: str, *, fonts: Path | None = None) -> bytes:
    """Return a report as a file; `file_format` is one of `PLAN_FORMATS`, `fonts` a folder for PDF.

    Raises:
        InputError: If the format is unknown, its library is not installed, or no font contains a character.
    """
    if file_format not in PLAN_FORMATS:
        raise InputError.of(
            "format", _message("REPORT_FORMAT", found=file_format[:20], known=list(PLAN_FORMATS)), "WRONG_VALUE"
        )
    return PLAN_FORMATS[file_format].write(report, fonts)


def _write_workbook(report: PlanReport, _fonts: Path | None) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 -- only workbooks need the library

    book, content, titles = Workbook(write_only=True), BytesIO(), list[str]()

    def add(title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        titles.append(sheet_title(title, titles))
        widths = [
            _WIDE if any(len(str(row[column])) > _WIDE_CHARACTERS for row in rows) else _WIDTH
            for column in range(len(heads))
        ]
        write_sheet(book.create_sheet(titles[-1]), table_of_cells(heads, rows, widths))

    sentences = [(section.title, sentence) for section in report.sections for sentence in section.sentences]
    add(report.title, [report.title, ""], [list(row) for row in sentences])
    for section in report.sections:
        if (table := section.table) is not None:
            number = section.id.split("-")[1] if section.level > _PLAN_LEVEL else ""
            add(f"{number} {section.title}", table.heads, [[_cell(text) for text in row] for row in table.rows])
    book.save(content)
    return without_timestamps(content.getvalue())


def _cell(text: str) -> Cell:
    if (money := _MONEY.fullmatch(text)) is not None:
        places = f".{'0' * len(money[2])}" if money[2] else ""
        return FormattedNumber(Decimal(money[1].replace(",", "")), f'#,##0{places} "{money[3]}"')
    if (number := _NUMBER.fullmatch(text)) is not None:
        return FormattedNumber(Decimal(text), f"0.{'0' * len(number[1])}" if number[1] else "0")
    return text[:_MAX_CELL_CHARACTERS]


def _write_document(report: PlanReport, _fonts: Path | None) -> bytes:
    with _needing("docx", "documents"):
        import docx  # noqa: PLC0415 -- optional
    document = docx.Document()
    _prepare_page(document, report)
    document.add_heading(_clean(report.title), 0)
    for section in report.sections:
        document.add_heading(_clean(section.title), section.level - 1)
        for sentence in section.sentences:
            document.add_paragraph(_clean(sentence))
        if section.table is not None:
            _add_table(document, section.table)
    content = BytesIO()
    document.save(content)
    return without_timestamps(content.getvalue())


def _prepare_page(document: Any, report: PlanReport) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 -- optional
    from docx.oxml.ns import qn  # noqa: PLC0415 -- optional
    from docx.shared import Mm, Pt  # noqa: PLC0415 -- optional

    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(16)
    normal = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(10), _WORD_FONTS["en"]
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _WORD_FONTS["zh"])
    properties = document.core_properties
    properties.title, properties.language = _clean(report.title), report.language
    properties.author = properties.comments = ""


def _add_table(document: Any, table: PlanTable) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 -- optional
    from docx.oxml import OxmlElement  # noqa: PLC0415 -- optional

    made = document.add_table(rows=1 + len(table.rows), cols=len(table.heads))
    made.style = "Table Grid"
    for row, texts in zip(made.rows, (table.heads, *table.rows), strict=True):
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.add_run(_clean(text)).bold = texts is table.heads
            if column in table.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _clean(text: str) -> str:
    return replace_illegal_characters(text)


def _write_pdf(report: PlanReport, fonts: Path | None) -> bytes:
    with _needing("typst", "certificates"):
        import typst  # noqa: PLC0415 -- optional
    if fonts is not None and not fonts.is_dir():
        raise InputError.of("fonts", _message("NO_FONT_FOLDER", path=fonts), "NOT_FOUND")
    folders = [] if fonts is None else [str(fonts)]
    known = typst.Fonts(include_system_fonts=fonts is None, include_embedded_fonts=False, font_paths=folders)
    families = sorted(family for family in known.families() if fonts is not None or _CHINESE.search(family))
    try:
        return bytes(
            typst.compile(  # type: ignore[call-overload] # the stubs omit the variant with named files
                {
                    "main": package_file(__package__, "plan.typ").read_bytes(),
                    "report.json": canonical_bytes(_report_content(report, families)),
                },
                format="pdf",
                pdf_standards=_STANDARDS,
                font_paths=folders,
                ignore_system_fonts=fonts is not None,
                timestamp=_EARLIEST,
            )
        )
    except typst.TypstError as error:
        if _MISSING_GLYPH.search(str(error)) is None:
            raise
        text = _QUOTED.search(str(error))
        raise InputError.of("fonts", _message("NO_GLYPH", text=text[1] if text else ""), "MISSING") from None


def _report_content(report: PlanReport, families: list[str]) -> dict[str, Any]:
    return {
        "title": _clean(report.title), "lang": report.language, "region": _REGIONS[report.language],
        "fonts": [*families, _LATIN] if report.language == "zh" else [_LATIN, *families],
        "sections": [
            {
                "title": _clean(section.title), "level": section.level,
                "sentences": list(map(_clean, section.sentences)), "table": _table_content(section.table),
            }
            for section in report.sections
        ],
    }  # fmt: skip


def _table_content(table: PlanTable | None) -> dict[str, Any] | None:
    if table is None:
        return None
    return {
        "heads": list(map(_clean, table.heads)), "rows": [list(map(_clean, row)) for row in table.rows],
        "numbers": sorted(table.numbers),
    }  # fmt: skip


@contextmanager
def _needing(library: str, extra: str) -> Iterator[None]:
    """Refuse the format if its library is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != library:
            raise
        raise InputError.of("format", _message("EXTRA_NEEDED", extra=extra), "MISSING") from None


PLAN_FORMATS: Mapping[str, PlanFileFormat] = {
    "docx": PlanFileFormat(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _write_document
    ),
    "xlsx": PlanFileFormat("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _write_workbook),
    "pdf": PlanFileFormat("application/pdf", _write_pdf),
}  # fmt: skip
