"""Sheet styling for templates: headings, drop-down lists, validation and print setup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from rules.contracts import Assurance, Judgement, format_exact
from rules.model import FactDefinition, FactType, Scorecard, SharedRules
from service.input.cells import offered_choice_words
from service.input.workbook import sheet_layout
from service.input.workbook.sheet_layout import FIRST_ROW, ID_ROW, MARK, Layout
from service.input.workbook.vocabulary import (
    EVIDENCE,
    Slot,
    allowed_numbers,
    evidence_kind_word,
    levels_words,
    rules_of_ratings,
    shown_unit,
    words,
)

_PROMPT_TITLE_CHARACTERS = 32
_PROMPT_CHARACTERS = 250
_ERROR_CHARACTERS = 220
_EARLIEST_DAY = 1  # serial number of 1900-01-01


@dataclass(frozen=True, slots=True)
class RatingDescription:
    """Rules and aspect that describe a rating."""

    rules: SharedRules
    aspect: str


def allowed_content_text(slot: Slot, language: str, *, records_sheet: str = "") -> str:
    """Describe a cell's allowed content: type, range, unit and evidence."""
    texts, definition = words(language), slot.definition
    if slot.part == EVIDENCE:
        return _evidence_words(definition, language)
    choices = (texts["yes"], texts["no"]) if definition.type is FactType.FLAG else _choices(definition, language)
    kind = texts["types"][definition.type.value].format(
        choices=texts["comma"].join(choices), none=texts["none"], sheet=records_sheet
    )
    parts = [kind, *_domain_words(definition, language)]
    if definition.unit:
        parts.append(texts["allowed"]["in_unit"].format(unit=shown_unit(definition.unit, language)))
    if definition.may_not_apply:
        parts.append(texts["allowed"]["not_applicable"].format(word=texts["not_applicable"]))
    if definition.evidence:
        parts.append(_evidence_words(definition, language))
    if definition.previous is not None:
        parts.append(texts["allowed"]["previous"])
    return str(texts["joint"]).join(parts)


def validation(  # noqa: PLR0913
    slot: Slot,
    language: str,
    *,
    listed: str,
    anchor: str,
    records_sheet: str = "",
    described: RatingDescription | None = None,
    firm: bool,
) -> DataValidation:
    """Return the data validation of a slot's cells.

    `listed` is the formula of the choices, `anchor` the first cell. Only `firm` rules reject other values, unless the
    fact may not apply.
    """
    definition = slot.definition
    allowed = allowed_content_text(slot, language, records_sheet=records_sheet)
    rule = prompt_validation(slot.label(language), allowed)
    if described is not None:
        rule.prompt = levels_words(described.rules, described.aspect, language, most=_PROMPT_CHARACTERS)
    rule.error = _cut(words(language)["prompt"]["refused"].format(allowed=allowed), _ERROR_CHARACTERS)
    if definition.may_not_apply or not firm:
        rule.errorStyle = "warning"
    if slot.part == EVIDENCE:
        return rule
    match definition.type:
        case FactType.CHOICE | FactType.FLAG | FactType.RECORDS:
            rule.type, rule.formula1, rule.showErrorMessage = "list", listed, True
        case FactType.NUMBER if listed:
            rule.type, rule.formula1, rule.showErrorMessage = "list", listed, True
        case FactType.NUMBER:
            _restrict_to_domain(rule, definition, anchor)
        case FactType.DATE | FactType.PERIOD:
            rule.type, rule.operator, rule.formula1 = "date", "greaterThanOrEqual", str(_EARLIEST_DAY)
            rule.showErrorMessage = True
        case _:
            pass
    return rule


def prompt_validation(title: str, text: str) -> DataValidation:
    """Return a validation that only shows a prompt."""
    rule = DataValidation(allow_blank=True, showInputMessage=True, promptTitle=title[:_PROMPT_TITLE_CHARACTERS])
    rule.prompt = _cut(text, _PROMPT_CHARACTERS)
    return rule


def _drop_down_values(definition: FactDefinition, language: str) -> tuple[str | Decimal, ...]:
    texts = words(language)
    offered: tuple[str | Decimal, ...]
    match definition.type:
        case FactType.NUMBER:
            offered = allowed_numbers(definition)
            if not offered:
                return ()
        case FactType.FLAG:
            offered = (texts["yes"], texts["no"])
        case FactType.CHOICE:
            offered = _choices(definition, language)
        case FactType.RECORDS:
            offered = (texts["none"],)
        case _:
            return ()
    return (*offered, texts["not_applicable"]) if definition.may_not_apply else offered


def _choices(definition: FactDefinition, language: str) -> tuple[str, ...]:
    return tuple(offered_choice_words(definition.choices, language).values())


def _domain_words(definition: FactDefinition, language: str) -> list[str]:
    texts = words(language)["allowed"]
    bounds = (("at_least", definition.at_least), ("at_most", definition.at_most))
    parts = [texts[key].format(number=format_exact(bound)) for key, bound in bounds if bound is not None]
    if definition.multiple_of is not None:
        number = f"{format_exact(definition.multiple_of)} {shown_unit(definition.unit, language)}".rstrip()
        parts.append(texts["multiple_of"].format(number=number))
    return parts


def _evidence_words(definition: FactDefinition, language: str) -> str:
    texts = words(language)
    kinds = texts["comma"].join(evidence_kind_word(kind, language) for kind in definition.evidence)
    text: str = texts["allowed"]["evidence"].format(kinds=kinds)
    if definition.assurance is not Assurance.NONE:
        assurance = texts["assurance"][definition.assurance.value]
        text += texts["allowed"]["assurance"].format(assurance=assurance)
    if definition.maximum_age_months is not None:
        text += texts["allowed"]["maximum_age"].format(months=definition.maximum_age_months)
    return text


def _restrict_to_domain(rule: DataValidation, definition: FactDefinition, anchor: str) -> None:
    """Add the fact's domain to `rule`; only the service checks fractional bounds."""
    low, high, multiple = (
        None if bound is None or "/" in format_exact(bound) else format_exact(bound)
        for bound in (definition.at_least, definition.at_most, definition.multiple_of)
    )
    rule.type, rule.showErrorMessage = "decimal", True
    if multiple is not None:
        tests = [f"ISNUMBER({anchor})", f"ABS({anchor}/{multiple}-ROUND({anchor}/{multiple},0))<0.000001"]
        tests += [] if low is None else [f"{anchor}>={low}"]
        tests += [] if high is None else [f"{anchor}<={high}"]
        rule.type, rule.formula1 = "custom", f"AND({','.join(tests)})"
        return
    if low is not None and high is not None:
        rule.operator, rule.formula1, rule.formula2 = "between", low, high
    elif high is not None:
        rule.operator, rule.formula1 = "lessThanOrEqual", high
    else:
        rule.operator, rule.formula1 = "greaterThanOrEqual", low if low is not None else "-1E+307"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


LAST_ROW = 20_003

HEADLINE = Font(bold=True, size=14)
_SMALL = Font(size=8, color="808080")
_QUIET_FONT = Font(size=9, color="595959")
_BOLD = Font(size=11, bold=True)
_INPUT_FILL = PatternFill("solid", fgColor="FFF2CC")
_FIXED_FILL = PatternFill("solid", fgColor="E7E6E6")
_ASSESSOR_FILL = PatternFill("solid", fgColor="E2EFDA")
_HAIR = Side(style="hair", color="A6A6A6")
_CELL_BORDER = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
_WRAP = Alignment(wrap_text=True, vertical="top")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_TITLE_CHARACTERS = 31
_WIDEST, _NARROWEST = 60, 12
_A4 = "9"
_MAX_COLUMNS_ON_PAGE = 24
_FONT_SIZE, _LINE_HEIGHT = 11, 15


class HeadingFill(StrEnum):
    """Fill colours of group headings; columns alternate `PLAIN` and `SHADED`."""

    PART = "1F4E78"
    GROUP = "DDEBF7"
    PLAIN = "F2F2F2"
    SHADED = "D9D9D9"


def add_page(book: Workbook, title: str, mark: str) -> Worksheet:
    """Add a sheet with its mark in A1 and a valid title."""
    plain = " ".join(_FORBIDDEN.sub(" ", title).split())[:_TITLE_CHARACTERS].strip() or mark[:_TITLE_CHARACTERS]
    used_titles = {name.casefold() for name in book.sheetnames}
    unique, number = plain, 2
    while unique.casefold() in used_titles:
        ending = f" {number}"
        unique, number = plain[: _TITLE_CHARACTERS - len(ending)] + ending, number + 1
    page: Worksheet = book.create_sheet(unique)
    page["A1"] = f"{MARK} {mark}"
    page["A1"].font = _SMALL
    return page


def write_heads(
    page: Worksheet, heads: Sequence[tuple[str, str]], *, title: str, fixed: Iterable[str] = (), frozen: int = 0
) -> None:
    """Write column ids and labels; users do not fill in `fixed` columns."""
    unchanged = set(fixed)
    page.cell(1, 2, title).font = _BOLD
    for column, (id, label) in enumerate(heads, 1):
        page.cell(ID_ROW, column, id).font = _SMALL
        head = page.cell(ID_ROW + 1, column, label)
        head.font, head.alignment = _BOLD, _WRAP
        head.fill = _FIXED_FILL if id in unchanged else _INPUT_FILL
        widen(page, column, label)
    page.freeze_panes = f"{get_column_letter(frozen + 1)}{FIRST_ROW}"


def write_group_heading(page: Worksheet, row: int, text: str, band: HeadingFill, *, columns: range) -> None:
    """Write a group heading over `columns`, text after the id column."""
    fill = PatternFill("solid", fgColor=band.value)
    for column in columns:
        page.cell(row, column).fill = fill
    first = max(columns.start, 2)
    put_text(page, row, first, text)
    page.cell(row, first).font = Font(size=11, bold=True, color="FFFFFF") if band is HeadingFill.PART else _BOLD


def highlight_assessor_columns(page: Worksheet, columns: Iterable[int], title: str) -> None:
    """Colour the assessor's column headings, and title the first."""
    for index, column in enumerate(columns):
        page.cell(ID_ROW + 1, column).fill = _ASSESSOR_FILL
        if title and not index:
            page.cell(1, column, title).font = _BOLD


def draw_row_borders(page: Worksheet, last: int, *, columns: int) -> None:
    """Draw borders around rows with an id, and align them at the top."""
    for row in range(FIRST_ROW, last + 1):
        if page.cell(row, 1).value:
            for column in range(1, columns + 1):
                cell = page.cell(row, column)
                cell.border, cell.alignment = _CELL_BORDER, _WRAP


def fit_rows(page: Worksheet) -> None:
    """Fit row heights to wrapped text; spreadsheet programs only do so on typing."""
    for row, cells in enumerate(page.iter_rows(min_row=ID_ROW + 1), ID_ROW + 1):
        most = 1.0
        for cell in cells:
            if isinstance(cell.value, str) and cell.alignment.wrap_text and not cell.value.startswith("="):
                capacity = page.column_dimensions[get_column_letter(cell.column)].width * _FONT_SIZE / cell.font.sz
                lines = sum(-(-_width(line) // (capacity - 1)) for line in cell.value.split("\n"))
                most = max(most, lines * max(cell.font.sz / _FONT_SIZE, 1))
        page.row_dimensions[row].height = most * _LINE_HEIGHT + 3


def prepare_print(page: Worksheet, *, heads: bool) -> None:
    """Set up A4 printing, on one page width unless too wide."""
    page.page_setup.paperSize, page.page_setup.orientation = _A4, "landscape" if heads else "portrait"
    if page.max_column <= _MAX_COLUMNS_ON_PAGE:
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    else:
        page.print_title_cols = "A:A"
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.75, header=0.3, footer=0.3)
    if (footer := page.oddFooter) is not None:
        footer.left.text, footer.right.text = "&A", "&P / &N"
    if heads:
        page.print_title_rows = f"{ID_ROW + 1}:{ID_ROW + 1}"
    begin = "B" if page.cell(ID_ROW, 1).value == "id" else "A"  # ids are not printed
    page.print_area = f"{begin}1:{get_column_letter(max(page.max_column, 1))}{max(page.max_row, FIRST_ROW)}"


def widen(page: Worksheet, column: int, text: str, *, most: int = 24) -> None:
    """Widen a column, up to `most`; wide characters count double."""
    width = _width(text) + 2
    dimension = page.column_dimensions[get_column_letter(column)]
    present = dimension.width if dimension.customWidth else _NARROWEST
    dimension.width = max(present, min(width, most, _WIDEST))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def put_text(  # noqa: PLR0913
    page: Worksheet, row: int, column: int, text: str, *, wrap: bool = False, quiet: bool = False
) -> None:
    """Write a text, never as a formula; `quiet` text is small and grey."""
    cell = page.cell(row, column)
    cell.value = text
    cell.data_type = "s"
    if quiet:
        cell.font = _QUIET_FONT
    if wrap:
        cell.alignment = _WRAP


def format_column(page: Worksheet, column: int, number_format: str) -> None:
    """Set the number format of unwritten cells, such as `@` for text."""
    page.column_dimensions[get_column_letter(column)].number_format = number_format


def validate(page: Worksheet, rule: DataValidation, column: int, *, row: int | None = None) -> None:
    """Apply a validation to a cell or a column's data rows."""
    letter = get_column_letter(column)
    rule.add(f"{letter}{row}" if row else f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
    page.add_data_validation(rule)


class ChoicesPage:
    """Sheet with one column per drop-down list."""

    def __init__(self, book: Workbook, title: str, mark: str) -> None:
        self.page = add_page(book, title, mark)
        self._columns = 0
        self._formulas: dict[tuple[str | Decimal, ...], str] = {}

    def cells_of(self, id: str, offered: tuple[str | Decimal, ...]) -> str:
        if not offered:
            return ""
        if offered not in self._formulas:
            self._columns += 1
            self.page.cell(ID_ROW, self._columns, id).font = _SMALL
            for row, word in enumerate(offered, FIRST_ROW):
                if isinstance(word, str):
                    put_text(self.page, row, self._columns, word)
                else:
                    self.page.cell(row, self._columns, word)
                widen(self.page, self._columns, str(word))
            letter, last = get_column_letter(self._columns), FIRST_ROW + len(offered) - 1
            self._formulas[offered] = f"{quote_sheetname(self.page.title)}!${letter}${FIRST_ROW}:${letter}${last}"
        return self._formulas[offered]


DATE_FORMAT = "yyyy-mm-dd"
TEXT_FORMAT = "@"


@dataclass(frozen=True, slots=True)
class SheetBuilder:
    """Shared state of a template's sheets; `pages` are keyed by mark."""

    scorecard: Scorecard
    language: str
    layout: Layout
    aspects: dict[str, str]
    pages: dict[str, Worksheet]
    choices: ChoicesPage

    @property
    def words(self) -> Any:
        return words(self.language)

    def described(self, slot: Slot) -> RatingDescription | None:
        aspect, rules = self.aspects.get(slot.definition.id), rules_of_ratings(self.scorecard)
        if aspect is None or rules is None or slot.definition not in self.scorecard.facts:
            return None  # a record field may share its id with a rated fact
        return RatingDescription(rules, aspect)

    def records_title(self, definition: FactDefinition) -> str:
        page = self.pages.get(sheet_layout.records_mark(definition.id))
        return "" if page is None else page.title

    def heads(
        self, page: Worksheet, heads: list[tuple[str, str]], title: str, filled: tuple[str, ...] | None, frozen: int
    ) -> None:
        fixed = () if filled is None else tuple(id for id, _ in heads if id not in filled)
        write_heads(page, heads, title=self.words["titles"].get(title, title), fixed=fixed, frozen=frozen)

    def slot_columns(self, page: Worksheet, slots: Sequence[Slot], first: int) -> None:
        for column, slot in enumerate(slots, first):
            format_column(page, column, format_of(slot))
            self.validate(page, slot, column, row=None)

    def subject_column(self, page: Worksheet) -> None:
        format_column(page, 1, TEXT_FORMAT)
        widen(page, 1, "organizations/…/subjects/…" * 2, most=44)
        texts = self.words
        short = texts["allowed"]["short_subject"].format(sheet=self.pages[sheet_layout.SETTINGS].title)
        text = f"{texts['allowed'][sheet_layout.SUBJECT].format()}\n{short}"
        validate(page, prompt_validation(texts["columns"][sheet_layout.SUBJECT], text), 1)

    def validate(self, page: Worksheet, slot: Slot, column: int, *, row: int | None) -> None:
        offered = _drop_down_values(slot.definition, self.language) if slot.part != EVIDENCE else ()
        rule = validation(
            slot,
            self.language,
            listed=self.choices.cells_of(slot.id, offered),
            anchor=f"{get_column_letter(column)}{row or FIRST_ROW}",
            described=self.described(slot),
            records_sheet=self.records_title(slot.definition),
            firm=self.layout is Layout.MANY,
        )
        validate(page, rule, column, row=row)

    def drop_down(  # noqa: PLR0913
        self,
        page: Worksheet,
        column: int,
        id: str,
        offered: tuple[str, ...],
        *,
        row: int | None = None,
        prompt: str = "",
    ) -> None:
        if offered:
            title = str(page.cell(sheet_layout.ID_ROW + 1, column).value or "") if prompt else ""
            rule = prompt_validation(title, prompt) if prompt else DataValidation(allow_blank=True)
            rule.type, rule.formula1 = "list", self.choices.cells_of(id, offered)
            rule.showErrorMessage = True
            validate(page, rule, column, row=row)

    def judgement_columns(self, page: Worksheet, at: dict[str, int], *, last: int | None = None) -> None:
        texts = self.words
        judgements = {word.value: texts["judgements"][word.value] for word in Judgement}
        allowed = texts["allowed"]
        self.drop_down(
            page,
            at["judgement"],
            "judgement",
            tuple(judgements.values()),
            prompt=allowed["judgement"].format(**judgements),
        )
        for id in ("person", "date"):
            rule = prompt_validation(texts["columns"][id], allowed[id])
            if id == "date":
                rule.type, rule.operator, rule.formula1 = "date", "lessThanOrEqual", "TODAY()"
                rule.showErrorMessage, rule.errorStyle, rule.error = True, "warning", allowed[id]
            validate(page, rule, at[id])
        for id, column in at.items():
            for row in range(FIRST_ROW, (last or FIRST_ROW - 1) + 1):
                if id != "verified_value":
                    page.cell(row, column).number_format = DATE_FORMAT if id == "date" else TEXT_FORMAT
            if last is None:
                format_column(page, column, {"date": DATE_FORMAT, "verified_value": "General"}.get(id, TEXT_FORMAT))


def format_of(slot: Slot) -> str:
    """Return the number format that preserves typed input."""
    match slot.definition.type:
        case _ if slot.part == EVIDENCE:
            return TEXT_FORMAT
        case FactType.NUMBER:
            return "General"
        case FactType.DATE | FactType.PERIOD:
            return DATE_FORMAT
        case _:
            return TEXT_FORMAT
