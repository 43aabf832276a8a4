"""Prefilled workbook: the declared facts, records and evidence of one subject in the template.

Values without a cell are omitted; record numbers are converted to the column unit.
"""

from __future__ import annotations

import io
import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from rules.contracts import NumberError, UnitError, convert, format_exact, parse_exact
from rules.model import FactType
from service.input.cells import offered_choice_words
from service.input.workbook import sheet_layout
from service.input.workbook.sheet_layout import FIRST_ROW, ID_ROW, Layout
from service.input.workbook.template import TemplateWriter
from service.input.workbook.vocabulary import EVIDENCE, FIRST, LAST, evidence_kind_word, record_of, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from rules.contracts import DeclaredFact, DeclaredValue, EvidenceItem, Subject
    from rules.model import FactDefinition, Scorecard

_Content = str | int | Decimal | date
_PLAIN_NUMBER_PATTERN = re.compile(r"(?!-0$)-?(0|[1-9]\d*)(\.\d*[1-9])?")
_EXACT_DIGITS = 15
_FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets number earlier days differently."""
_MAX_CELL_CHARACTERS = 32_767
_LIST_SEPARATOR = "; "


def write_prefilled_workbook(scorecard: Scorecard, subject: Subject, *, language: str) -> bytes:
    """Return the prefilled XLSX workbook of one subject."""
    template = TemplateWriter(scorecard, language=language, layout=Layout.ONE)
    template.write()
    _WorkbookFiller(template.pages, scorecard, language).fill(subject)
    content = io.BytesIO()
    template.book.save(content)
    return content.getvalue()


class _WorkbookFiller:
    def __init__(self, pages: Mapping[str, Worksheet], scorecard: Scorecard, language: str) -> None:
        self._pages, self._scorecard, self._language = pages, scorecard, language
        self._words = words(language)

    def fill(self, subject: Subject) -> None:
        rows = self._rows(sheet_layout.SETTINGS)
        self._write_cells(sheet_layout.SETTINGS, rows[sheet_layout.SUBJECT], {"value": subject.subject})
        for setting in self._scorecard.settings:
            if (chosen := subject.settings.get(setting.id)) is not None:
                shown = offered_choice_words(setting.choices, self._language).get(chosen, chosen)
                self._write_cells(
                    sheet_layout.SETTINGS, rows[f"{sheet_layout.SETTING_PREFIX}{setting.id}"], {"value": shown}
                )
        facts, mark = {declared.id: declared for declared in subject.facts}, sheet_layout.facts_mark(Layout.ONE)
        rows = self._rows(mark)
        for definition in self._scorecard.facts:
            if (fact := facts.get(definition.id)) is not None and fact.value is not None:
                self._fact(definition, fact, fact.value, rows)
        for row, item in enumerate(subject.evidence, FIRST_ROW):
            self._write_cells(sheet_layout.EVIDENCE, row, self._item(item))

    def _fact(self, definition: FactDefinition, fact: DeclaredFact, value: DeclaredValue, rows: dict[str, int]) -> None:
        mark = sheet_layout.facts_mark(Layout.ONE)
        ends = (f".{FIRST}", f".{LAST}") if definition.type is FactType.PERIOD else ("",)
        for part, content in self._cells(definition, value).items():
            self._write_cells(mark, rows[f"{definition.id}{part}"], {"value": content})
        by_column: dict[str, _Content | None] = {"evidence": _LIST_SEPARATOR.join(value.evidence) or None}
        if value.unit and value.unit != definition.unit:
            by_column["unit"] = value.unit
        if len(fact.places) == 1 and value.evidence == (fact.places[0].evidence,) and not fact.places[0].record:
            locator = fact.places[0].place.model_dump()
            by_column |= {id: locator[id.removeprefix("evidence_")] for id in sheet_layout.PLACE_COLUMNS}
        self._write_cells(mark, rows[f"{definition.id}{ends[0]}"], by_column)
        if value.records:
            self._records(definition, value.records)

    def _records(self, definition: FactDefinition, records: tuple[dict[str, DeclaredValue], ...]) -> None:
        fields = {field.id: field for field in record_of(self._scorecard, definition).fields}
        for row, record in enumerate(records, FIRST_ROW):
            cells: dict[str, _Content | None] = {}
            for id, value in record.items():
                converted = _in_column_unit(fields[id], value)
                cells |= {f"{id}{part}": content for part, content in self._cells(fields[id], converted).items()}
                if fields[id].evidence:
                    cells[f"{id}.{EVIDENCE}"] = _LIST_SEPARATOR.join(value.evidence) or None
            self._write_cells(sheet_layout.records_mark(definition.id), row, cells)

    def _cells(self, definition: FactDefinition, value: DeclaredValue) -> dict[str, _Content]:
        if value.not_applicable:
            return {f".{FIRST}" if definition.type is FactType.PERIOD else "": self._words["not_applicable"]}
        match value.kind:
            case "number":
                return {"": _number(str(value.number))}
            case "flag":
                return {"": self._words["yes" if value.flag else "no"]}
            case "choice" | "choices":
                shown = offered_choice_words(definition.choices, self._language)
                chosen = (str(value.choice),) if value.choices is None else value.choices
                return {"": _LIST_SEPARATOR.join(shown.get(id, id) for id in chosen) or self._words["none"]}
            case "date":
                return {"": _day(str(value.date))}
            case "period" if value.period is not None:
                return {f".{FIRST}": _day(value.period.first), f".{LAST}": _day(value.period.last)}
            case "records":
                return {} if value.records else {"": self._words["none"]}
            case _:
                return {"": value.text or ""}

    def _item(self, item: EvidenceItem) -> dict[str, _Content | None]:
        return {
            "evidence_id": item.id, "kind": evidence_kind_word(item.kind, self._language), "issuer": item.issuer,
            "digest": item.digest, "issue_date": _day(item.issue_date or ""),
            "valid_from": _day(item.valid_from or ""), "valid_until": _day(item.valid_until or ""),
            "assurance": self._words["assurance"][item.assurance.value], **item.locator.model_dump(),
        }  # fmt: skip

    def _rows(self, mark: str) -> dict[str, int]:
        return {
            str(cell.value): cell.row for (cell,) in self._pages[mark].iter_rows(FIRST_ROW, max_col=1) if cell.value
        }

    def _write_cells(self, mark: str, row: int, contents: Mapping[str, _Content | None]) -> None:
        page = self._pages[mark]
        columns = {str(cell.value): cell.column for cell in page[ID_ROW] if cell.value}
        for id, content in contents.items():
            if content in {None, ""} or id not in columns:
                continue
            cell = page.cell(row, columns[id])
            if not isinstance(content, str):
                cell.value = content
            elif len(content) <= _MAX_CELL_CHARACTERS and not ILLEGAL_CHARACTERS_RE.search(content):
                cell.value = content
                cell.data_type = "s"  # otherwise openpyxl treats a leading = as a formula


def _number(text: str) -> _Content:
    is_exact = _PLAIN_NUMBER_PATTERN.fullmatch(text) and len(text.strip("-0").replace(".", "")) <= _EXACT_DIGITS
    return Decimal(text) if is_exact else text


def _day(text: str) -> _Content:
    with suppress(ValueError):
        day = date.fromisoformat(text)
        if day >= _FIRST_DAY and day.isoformat() == text:
            return day
    return text


def _in_column_unit(definition: FactDefinition, value: DeclaredValue) -> DeclaredValue:
    if value.number is None or value.unit in {None, "", definition.unit}:
        return value
    with suppress(NumberError, UnitError):
        number = convert(parse_exact(value.number), value.unit or "", definition.unit)
        return value.model_copy(update={"number": format_exact(number), "unit": definition.unit})
    return value
