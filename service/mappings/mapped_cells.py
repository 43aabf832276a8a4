"""Explicit transformations of cells: decimal marks, units in cells, date orders and words of a file."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import (
    NumberError,
    UnitError,
    convert,
    convertible_units,
    format_exact,
    message_factory,
    parse_decimal_or_ratio,
)
from rules.model import FactType
from service.base.whole_numbers import parse_whole_number
from service.input.cells import (
    CellError,
    exact_number,
    fold_cell_text,
    is_percentage,
    is_reserved,
    refuse_formula_or_error,
)
from service.input.tabular.cell_texts import Cell, plain_decimal
from service.mappings.source_tables import cell_text
from service.mappings.source_units import NO_UNIT, SourceUnit, read_source_unit
from touchstone.v1 import mapping_service_pb2 as mappings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.model import FactDefinition

_message = message_factory(__name__)

_POINT, _COMMA = mappings.MAPPING_DECIMAL_MARK_POINT, mappings.MAPPING_DECIMAL_MARK_COMMA
_DAY_FIRST = mappings.MAPPING_DATE_ORDER_DAY_MONTH_YEAR
_MONTH_FIRST = mappings.MAPPING_DATE_ORDER_MONTH_DAY_YEAR
_MARKS = {_POINT: (".", ","), _COMMA: (",", ".")}
_GROUPED = {
    mark: re.compile(
        rf"[-+]?(\d+|\d{{1,3}}([{re.escape(thousands)}' \u00a0\u202f’]\d{{3}})+)({re.escape(decimal)}\d+)?\Z"
    )
    for mark, (decimal, thousands) in _MARKS.items()
}
_NUMBER_AND_UNIT = re.compile(r"([-+−]?\d[\d.,' \u00a0\u202f’]*)(?<![ \u00a0\u202f])\s*([^\d\s.,'’].*)?\Z")
_DATE = re.compile(r"(\d{1,4})[-./年](\d{1,2})[-./月](\d{1,4})日?\.?\Z", re.ASCII)
_TIME = re.compile(r"[ T]")
_YEAR_DIGITS = 4


class ReadingRules(NamedTuple):
    """Marks and orders of a mapping."""

    decimal_mark: mappings.MappingDecimalMark
    date_order: mappings.MappingDateOrder


def transformed(
    cell: Cell, definition: FactDefinition, rules: ReadingRules, words: Mapping[str, str], unit: SourceUnit
) -> Cell:
    """Return a cell as a workbook would contain it, with a number in the unit of the scorecard.

    Raises:
        CellError: If the cell does not fit the mapping.
    """
    refuse_formula_or_error(cell)
    text = words.get(fold_cell_text(cell_text(cell)))
    if text is not None:
        cell = replace(cell, value=text, kind="s", number_format="General")
    if is_reserved(cell, "not_applicable"):
        return cell
    if definition.type is FactType.NUMBER:
        return _number(cell, definition, rules, unit)
    if definition.type in {FactType.DATE, FactType.PERIOD} and isinstance(cell.value, str):
        return replace(cell, value=_day(cell.value.strip(), rules.date_order))
    if definition.type in {FactType.TEXT, FactType.CHOICE, FactType.CHOICES} and not isinstance(cell.value, str):
        return replace(cell, value=cell_text(cell), kind="s", number_format="General")
    return cell


def _number(cell: Cell, definition: FactDefinition, rules: ReadingRules, unit: SourceUnit) -> Cell:
    if isinstance(cell.value, str):
        number, own = _split_unit(cell.value.strip())
        if cell.kind == "s":
            number = _plain_number(number, rules.decimal_mark)
    elif isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        percent = is_percentage(cell)
        number = plain_decimal(exact_number(cell.value).scaleb(2 if percent else 0))
        own = SourceUnit("%") if percent else NO_UNIT
    else:
        return cell
    if own.symbol and unit.symbol and own != unit:
        raise CellError(_message("TWO_UNITS", found=own.symbol, unit=unit.symbol), "UNIT_UNKNOWN")
    number = _converted(number, own if own.symbol else unit, definition.unit)
    return replace(cell, value=number, kind="s", number_format="General")


def _converted(number: str, unit: SourceUnit, wanted: str) -> str:
    if unit in {NO_UNIT, SourceUnit(wanted)}:
        return number
    try:
        return format_exact(convert(parse_decimal_or_ratio(number) * unit.factor, unit.symbol, wanted))
    except NumberError:
        return number  # the reader of the column refuses it
    except UnitError:
        allowed = convertible_units(wanted) if wanted else ()
        raise CellError(_message("OTHER_UNIT", found=unit.symbol, known=allowed), "UNIT_UNKNOWN") from None


def _split_unit(text: str) -> tuple[str, SourceUnit]:
    match = _NUMBER_AND_UNIT.match(text)
    unit = read_source_unit(match[2].strip()) if match is not None and match[2] else None
    if match is None or unit is None:
        return text, NO_UNIT
    return match[1].strip(), unit


def _plain_number(text: str, mark: mappings.MappingDecimalMark) -> str:
    text = text.replace("\N{MINUS SIGN}", "-").removeprefix("+")
    if mark not in _MARKS:
        return text
    if _GROUPED[mark].match(text) is None:
        raise CellError(_message("NOT_WITH_MARK", found=text[:40], mark=_MARKS[mark][0]), "NOT_A_NUMBER")
    decimal, _ = _MARKS[mark]
    whole, _, fraction = text.partition(decimal)
    whole = re.sub(r"[^\d-]", "", whole)
    return f"{whole}.{fraction}" if fraction else whole


def _day(text: str, order: mappings.MappingDateOrder) -> str:
    match = _DATE.match(_TIME.split(text, maxsplit=1)[0])
    if match is None:
        return text
    parts = [parse_whole_number(part) or 0 for part in match.groups()]
    if len(match[1]) == _YEAR_DIGITS:
        year, month, day = parts
    elif len(match[3]) == _YEAR_DIGITS and order == _DAY_FIRST:
        day, month, year = parts
    elif len(match[3]) == _YEAR_DIGITS and order == _MONTH_FIRST:
        month, day, year = parts
    else:
        raise CellError(_message("DATE_ORDER", found=text[:40]), "WRONG_TYPE")
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise CellError(_message("NO_SUCH_DAY", found=text[:40]), "WRONG_TYPE") from None
