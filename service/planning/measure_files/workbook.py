"""Workbooks with a list of measures: instructions, headings, rows and choice lists."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rules.contracts import DeclaredValue
from rules.model import FactDefinition, FactType, Scorecard
from rules.planning import CostRange, FactEffect, LevelRange, Measure, MeasureList, currencies
from service.input.cells import MAXIMUM_DIGITS, label_in_language, offered_choice_words, reserved_words
from service.input.dossier.dossier_writer import write_value
from service.input.tabular.cell_texts import plain_decimal
from service.input.workbook.sheet_layout import FIRST_ROW
from service.input.workbook.sheet_styling import (
    HEADLINE,
    TEXT_FORMAT,
    ChoicesPage,
    add_page,
    fit_rows,
    format_column,
    prepare_print,
    prompt_validation,
    put_text,
    validate,
    write_heads,
)
from service.planning.measure_files.measure_list import cost_text
from service.planning.measure_files.table import COLUMNS, EFFECTS, INFORMATION_COLUMNS, words

_MOST_SHOWN = 200
_WIDTHS = {"name": 40, "label": 34, "value": 18, "present": 18, "fact": 26, "measure": 26, "effect": 18}
_CURRENCIES = ("CNY", "EUR", "USD", "GBP", "JPY", "HKD")
_COSTS = ("cost_once", "cost_per_year")

_Row = dict[str, str]


def write_measure_workbook(
    measures: MeasureList,
    scorecard: Scorecard,
    language: str,
    present: Mapping[str, DeclaredValue] | None = None,
) -> bytes:
    """Return a workbook with a list of measures, also an empty one; reading it results in the same list.

    `present` are values to show next to the facts. Texts are never formulas.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    texts = words(language)
    page = add_page(book, texts["measures"], "measures")
    read_me = add_page(book, texts["read_me"], "read-me")
    choices = ChoicesPage(book, texts["choices"], "choices")
    _write_read_me(read_me, scorecard, language, page.title)
    heads = [(id, texts["columns"][id]) for id in COLUMNS]
    write_heads(page, heads, title=texts["measures"], fixed=INFORMATION_COLUMNS, frozen=2)
    _prepare_columns(page, choices, scorecard, language)
    definitions = {fact.id: fact for fact in scorecard.facts}
    rows = [row for measure in measures.measures for row in _rows(measure, definitions, language)] or [{}]
    rows[0] = {"currency": measures.currency, **rows[0]}
    for number, row in enumerate(rows, FIRST_ROW):
        definition = definitions.get(row.get("fact", ""))
        if definition is not None:
            row["label"] = label_in_language(definition.labels, language, definition.id)
            value = (present or {}).get(definition.id)
            row["present"] = "" if value is None else write_value(value)[:_MOST_SHOWN]
        for column, id in enumerate(COLUMNS, 1):
            if row.get(id):
                _put(page, number, column, row[id], is_number=_may_be_number(id, definition, row))
    for sheet in (page, read_me, choices.page):
        fit_rows(sheet)
        prepare_print(sheet, heads=sheet is page)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _write_read_me(page: Worksheet, scorecard: Scorecard, language: str, sheet: str) -> None:
    card = label_in_language(scorecard.card.titles, language, scorecard.card.id)
    for row, line in enumerate(words(language)["instructions"].values(), 2):
        put_text(page, row, 1, line.format(card=card, sheet=sheet), wrap=True)
    page.cell(2, 1).font = HEADLINE
    page.column_dimensions["A"].width = 80


def _prepare_columns(page: Worksheet, choices: ChoicesPage, scorecard: Scorecard, language: str) -> None:
    texts = words(language)
    lists = {
        "currency": (*_CURRENCIES, *sorted(currencies() - {*_CURRENCIES})),
        "effect": tuple(texts["effects"][id] for id in EFFECTS),
        "fact": tuple(fact.id for fact in scorecard.facts),
    }
    for column, id in enumerate(COLUMNS, 1):
        format_column(page, column, TEXT_FORMAT)
        if id in _WIDTHS:
            page.column_dimensions[get_column_letter(column)].width = _WIDTHS[id]
        if id in INFORMATION_COLUMNS:
            continue
        rule = prompt_validation(texts["columns"][id], texts["prompts"][id])
        if id in lists:
            rule.type, rule.formula1, rule.showErrorMessage = "list", choices.cells_of(id, lists[id]), True
            rule.errorStyle = "warning"  # words of the other language are allowed, too
        validate(page, rule, column)


def _rows(measure: Measure, definitions: Mapping[str, FactDefinition], language: str) -> Iterator[_Row]:
    own: _Row = {
        "measure": measure.id,
        "name": measure.name,
        **_cost_cells(measure, ""),
        "lead_days": str(measure.lead_days or ""),
        "earliest_date": measure.earliest_date or "",
        "requires": "; ".join(measure.requires),
        "excludes": "; ".join(measure.excludes),
        "group": measure.group,
    }
    if measure.range is not None:
        levels = measure.range
        own |= {"level_least": levels.least, "level_most": levels.most, "level_step": levels.step}
        own |= _cost_cells(levels, "level_")
    effects = [_effect(effect, definitions.get(effect.fact), language) for effect in measure.effects]
    yield {**own, **(effects[0] if effects else {})}
    for effect in effects[1:]:
        yield {"measure": measure.id, **effect}


def _cost_cells(costs: Measure | LevelRange, prefix: str) -> _Row:
    both = {"cost_once": costs.cost_once, "cost_per_year": costs.cost_per_year}
    return {f"{prefix}{id}": cost_text(cost) for id, cost in both.items() if cost != CostRange()}


def _effect(effect: FactEffect, definition: FactDefinition | None, language: str) -> _Row:
    kind = next((kind for kind in EFFECTS if getattr(effect, kind) is not None), "")
    row = {"fact": effect.fact, "effect": words(language)["effects"].get(kind, "")}
    content = getattr(effect, kind, None)
    if isinstance(content, DeclaredValue):
        row |= {"value": _value_text(content, definition, language), "unit": content.unit or ""}
    elif isinstance(content, str):
        row |= {"value": content, "unit": effect.unit or ""}
    return row


def _value_text(value: DeclaredValue, definition: FactDefinition | None, language: str) -> str:
    offered = {} if definition is None else offered_choice_words(definition.choices, language)
    if value.not_applicable:
        return str(reserved_words(language)["not_applicable"])
    if value.choice is not None:
        return offered.get(value.choice, value.choice)
    if value.choices is not None:
        named = "; ".join(offered.get(choice, choice) for choice in value.choices)
        return named or str(reserved_words(language)["none"])
    if value.period is not None or value.records is not None or value.flag is not None:
        return write_value(value)
    return value.key_text


def _may_be_number(id: str, definition: FactDefinition | None, row: _Row) -> bool:
    if id == "value":
        return definition is not None and definition.type is FactType.NUMBER
    return id in (*_COSTS, "lead_days") or (id.startswith("level_") and bool(row))


def _put(page: Worksheet, row: int, column: int, text: str, *, is_number: bool) -> None:
    """Write a text, or a number that a spreadsheet stores and shows exactly as written."""
    if is_number and _is_exact_number(text):
        page.cell(row, column, Decimal(text)).number_format = "General"
    else:
        put_text(page, row, column, text, wrap=True)
        page.cell(row, column).number_format = TEXT_FORMAT


def _is_exact_number(text: str) -> bool:
    digits = text.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit()) or len(digits) > MAXIMUM_DIGITS:
        return False
    return plain_decimal(Decimal(text)) == text
