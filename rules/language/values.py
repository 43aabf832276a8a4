"""Fact value parser for cells of the reference case and steps of examples, record tables included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.numbers import format_exact
from rules.contracts.units import convert
from rules.language.cell_parsers import warn_of_fractions
from rules.language.conditions import OperandParser
from rules.language.name_resolution import Scope
from rules.model.range_analysis import nearest_allowed
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.language.compiler_state import ScorecardDraft
    from rules.language.name_resolution import NamedItem
    from rules.language.source import Row, SourceText, Step


def read_value(draft: ScorecardDraft, named: NamedItem, text: SourceText) -> DeclaredValue | None:
    """Read a value of a fact; None if it is invalid, which is reported."""
    values = draft.words.words["values"]
    chosen = named.choices is not None and named.choices.find(text.text) is not None
    if not chosen and _is_not_applicable(draft, text):
        return read_not_applicable(draft, named, text)
    match named.type:
        case FactType.NUMBER:
            return _number(draft, named, text)
        case FactType.DATE:
            day = draft.cells.date(text)
            return None if day is None else DeclaredValue(date=day.isoformat())
        case FactType.PERIOD:
            period = draft.cells.period(text)
            if period is None:
                return None
            return DeclaredValue(period=PeriodText(first=period.first.isoformat(), last=period.last.isoformat()))
        case FactType.TEXT:
            return DeclaredValue(text=text.text)
        case FactType.RECORDS:
            return _no_records(draft, text)
        case _:
            return _choice(draft, named, text, nothing=not chosen and values.read(text.text) == "none")


def _is_not_applicable(draft: ScorecardDraft, text: SourceText) -> bool:
    return draft.words.words["values"].read(draft.marks.plain(text).text) == "not_applicable"


def read_not_applicable(draft: ScorecardDraft, named: NamedItem, text: SourceText) -> DeclaredValue | None:
    """Return the not-applicable value; None if the fact forbids it, which is reported."""
    if named.fact is None or not named.fact.may_not_apply:
        draft.report.add("RL016", text, "not_applicable", name=named.id)
        return None
    return DeclaredValue(not_applicable=True)


def _number(draft: ScorecardDraft, named: NamedItem, text: SourceText) -> DeclaredValue | None:
    measure = draft.cells.fitting(text, named.id, named.unit)
    if measure is None:
        return None
    if "/" in measure.number:
        draft.report.add("RL022", measure.text, "number", text=measure.number)
        return None
    warn_of_fractions(named, measure, draft.report)
    fact = named.fact
    value = convert(measure.value, measure.unit, named.unit)
    shown = draft.words.write_number(measure.number, measure.unit)
    if fact is not None and fact.at_least is not None and value < fact.at_least:
        bound = draft.words.write_number(format_exact(fact.at_least), named.unit)
        draft.report.add("RL024", measure.text, "below", value=shown, name=named.id, bound=bound)
        return None
    if fact is not None and fact.at_most is not None and value > fact.at_most:
        bound = draft.words.write_number(format_exact(fact.at_most), named.unit)
        draft.report.add("RL024", measure.text, "above", value=shown, name=named.id, bound=bound)
        return None
    if fact is not None and fact.multiple_of and value % fact.multiple_of:
        near = [draft.words.write_number(format_exact(allowed), named.unit) for allowed in nearest_allowed(value, fact)]
        multiple = draft.words.write_number(format_exact(fact.multiple_of), named.unit)
        draft.report.add(
            "RL024", measure.text, "grid", value=shown, name=named.id, multiple=multiple, near=draft.report.either(near)
        )
        return None
    return DeclaredValue(number=measure.number, unit=measure.unit or None)


def _no_records(draft: ScorecardDraft, text: SourceText) -> DeclaredValue | None:
    none = draft.words.words["values"].write("none")
    if text.text == none:
        return DeclaredValue(records=())
    draft.cells.not_a_word(text, (none,))
    return None


def _choice(draft: ScorecardDraft, named: NamedItem, text: SourceText, *, nothing: bool) -> DeclaredValue | None:
    several = named.type is FactType.CHOICES
    if several and nothing:
        return DeclaredValue(choices=())
    values = OperandParser(draft, Scope((draft.values,))).choices(text, named, named.id, several=several)
    if values is None:
        return None
    if several:
        return DeclaredValue(choices=values)
    return DeclaredValue(flag=values[0] == "yes") if named.type is FactType.FLAG else DeclaredValue(choice=values[0])


def read_records(draft: ScorecardDraft, named: NamedItem, step: Step) -> DeclaredValue | None:
    """Read the records of a list, blank cells as unknown; None if invalid, which is reported."""
    record = draft.records.find(named.fact.record or "") if named.fact is not None else None
    table = step.table
    if record is None or table is None:
        return None
    columns = _columns(draft, record.fields.words, table[0])
    if columns is None:
        return None
    records: list[dict[str, DeclaredValue]] = []
    sound = True
    for row in table[1:]:
        values: dict[str, DeclaredValue] = {}
        for field, cell in zip(columns, row, strict=True):
            if not cell.text:
                continue
            value = read_value(draft, record.fields.items[field], cell)
            if value is None:
                sound = False
            else:
                values[field] = value
        records.append(values)
    unique = _check_unique(draft, named, columns, table)
    return DeclaredValue(records=tuple(records)) if sound and unique else None


def _columns(draft: ScorecardDraft, fields: Mapping[str, str], header: Row) -> list[str] | None:
    columns: list[str] = []
    for cell in header:
        field = fields.get(cell.text)
        if field is None:
            shown = draft.words.separator.join(dict.fromkeys(fields.values()))
            draft.report.add_unknown("RL021", cell, fields, column=cell.text, columns=shown)
            return None
        if field in columns:
            draft.report.add("RL021", cell, "twice", column=cell.text)
            return None
        columns.append(field)
    return columns


def _check_unique(draft: ScorecardDraft, named: NamedItem, columns: list[str], table: tuple[Row, ...]) -> bool:
    kind = draft.record_types.get(named.fact.record or "") if named.fact is not None else None
    if kind is None:
        return True
    sound = True
    for field in (kind.key, *kind.unique):
        seen: set[str] = set()
        if field not in columns:
            if field == kind.key:
                draft.report.add("RL021", table[0][0], "missing", column=field)
                sound = False
            continue
        for row in table[1:]:
            cell = row[columns.index(field)]
            if not cell.text and field == kind.key:
                draft.report.add("RL023", cell, column=field)
                sound = False
            elif cell.text in seen:
                draft.report.add("RL025", cell, field=field, value=cell.text)
                sound = False
            if cell.text and not _is_not_applicable(draft, cell):
                seen.add(cell.text)
    return sound
