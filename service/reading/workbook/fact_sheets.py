"""How do the sheets ask for facts, group by group, and for what the assessor makes of them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from rules.model.definitions import FactType
from rules.model.scale_form import PERCENT
from service.reading.workbook import forms
from service.reading.workbook.allowed import allowed_words, prompting
from service.reading.workbook.forms import FIRST_ROW, Layout
from service.reading.workbook.groups import stated_groups
from service.reading.workbook.kit import TEXT_FORMAT, format_of
from service.reading.workbook.levels import level_formula
from service.reading.workbook.pages import (
    Band,
    format_column,
    mark_assessed,
    put_text,
    rule_rows,
    validate,
    widen,
    write_band,
)
from service.reading.workbook.slots import Slot, lists_of, slots_of
from service.reading.workbook.vocabulary import shown_choices, shown_unit

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from service.reading.workbook.kit import Kit

_DESCRIBED = "described"
_RATING_HEADS = {id: id if id == "rationale" else f"place_{id}" for id in forms.RATING_COLUMNS}
_WIDTHS = {
    "label": 32, "value": 18, "unit": 9, "evidence": 15, "allowed": 42, "judgement": 10, "verified_value": 14,
    "verified_evidence": 14, "method": 16, "reason": 24, "person": 12, "date": 12, _DESCRIBED: 30,
    **dict.fromkeys(forms.RATING_COLUMNS, 18), "evidence_page": 12, "evidence_cell": 14, "evidence_quote": 30,
}  # fmt: skip
_PLACE_HEADS = {id: f"place_{id}" for id in ("record", "field", "evidence_id")}
_PLACE_WIDTHS = {
    "fact": 32, "record": 18, "field": 18, "evidence_id": 18, "page": 12, "cell": 14, "quote": 40, "uri": 24,
}  # fmt: skip


def write_facts_of_one(kit: Kit) -> None:
    """Write a row for each fact under the heading of its group, and beside it what the assessor makes of it."""
    page, told = kit.pages[forms.facts_mark(Layout.ONE)], kit.words["columns"]
    heads = [(id, told[id]) for id in (*forms.FACT_COLUMNS, *forms.VERIFICATION_COLUMNS, *forms.PLACE_COLUMNS)]
    if kit.aspects:  # beside the value: the level as described, in a column that is not read, and what is behind
        heads[3:3] = [("", told[_DESCRIBED]), *((id, told[_RATING_HEADS[id]]) for id in forms.RATING_COLUMNS)]
    filled = (
        "value", "unit", "evidence", *forms.RATING_COLUMNS, *forms.VERIFICATION_COLUMNS, *forms.PLACE_COLUMNS
    )  # fmt: skip
    kit.heads(page, heads, "facts-one", filled, 2)
    at = {id or _DESCRIBED: column for column, (id, _) in enumerate(heads, 1)}
    judged = {id: at[id] for id in forms.VERIFICATION_COLUMNS}
    mark_assessed(page, judged.values(), kit.words["titles"]["assessed"])
    row, part, whole = FIRST_ROW, "", range(1, len(heads) + 1)
    groups = stated_groups(kit.scorecard, kit.language)
    for group in groups:
        if group.part != part and len(groups) > 1:
            write_band(page, row, group.part, Band.PART, columns=whole)
            row, part = row + 1, group.part
        if group.heading:
            write_band(page, row, group.heading, Band.GROUP, columns=whole)
            row += 1
        for slot in slots_of(group.facts):
            _fact_row(kit, page, slot, row, at)
            row += 1
    kit.judgement_columns(page, judged, last=row - 1)
    for id, column in at.items():
        if id in _WIDTHS:
            page.column_dimensions[get_column_letter(column)].width = _WIDTHS[id]
    rule_rows(page, row - 1, columns=len(heads))


def _fact_row(kit: Kit, page: Worksheet, slot: Slot, row: int, at: dict[str, int]) -> None:
    allowed = allowed_words(slot, kit.language, records_sheet=kit.records_title(slot.definition))
    allowed = kit.words["joint"].join([allowed, *_level_words(kit, slot)])
    unit = shown_unit(slot.definition.unit, kit.language)
    texts = (("id", slot.id), ("label", slot.label(kit.language)), ("unit", unit), ("allowed", allowed))
    for id, text in texts:
        put_text(page, row, at[id], text, wrap=id != "id", quiet=id in {"id", "allowed"})
    widen(page, at["id"], slot.id, most=24)
    for id in ("value", "verified_value"):
        page.cell(row, at[id]).number_format = format_of(slot)
    for id in ("evidence", *forms.RATING_COLUMNS, *forms.PLACE_COLUMNS):
        if id in at:
            page.cell(row, at[id]).number_format = TEXT_FORMAT
    _show_level(kit, page, slot, row, at)
    kit.validate(page, slot, at["value"], row=row)
    if slot.definition.type is FactType.RECORDS:
        rows = kit.words["list_rows"]
        said = kit.words["allowed"]["verified_records"].format(
            sheet=kit.records_title(slot.definition), none=kit.words["none"], **rows
        )
        validate(page, prompting(kit.words["columns"]["verified_value"], said), at["verified_value"], row=row)
    else:
        kit.validate(page, slot, at["verified_value"], row=row)


def _show_level(kit: Kit, page: Worksheet, slot: Slot, row: int, at: dict[str, int]) -> None:
    """Let the workbook say beside a rating which description was picked by it."""
    described = kit.described(slot)
    if described is not None and slot.definition.unit == PERCENT:
        value, unit = (f"{get_column_letter(at[id])}{row}" for id in ("value", "unit"))
        levels, multiple = kit.pages[forms.LEVELS], slot.definition.multiple_of
        formula = level_formula(levels, described.rules, described.aspect, multiple, value=value, unit=unit)
        page.cell(row, at[_DESCRIBED], formula)


def _level_words(kit: Kit, slot: Slot) -> tuple[str, ...]:
    described = kit.described(slot)
    if described is None:
        return ()
    aspect = kit.words["aspects"][described.aspect]
    return (kit.words["allowed"]["level"].format(sheet=kit.pages[forms.LEVELS].title, aspect=aspect),)


def write_facts_of_many(kit: Kit) -> None:
    """Write a column for each fact, group beside group, the heading of each over its first column."""
    page = kit.pages[forms.facts_mark(Layout.MANY)]
    groups = stated_groups(kit.scorecard, kit.language)
    slots = [slot for group in groups for slot in slots_of(group.facts)]
    subject = (forms.SUBJECT, kit.words["columns"][forms.SUBJECT])
    kit.heads(page, [subject, *((slot.id, slot.heading(kit.language)) for slot in slots)], "", None, 1)
    kit.subject_column(page)
    kit.slot_columns(page, slots, 2)
    column = 2
    for place, group in enumerate(groups):
        end = column + len(slots_of(group.facts))
        write_band(page, 1, group.title, Band.SHADED if place % 2 else Band.PLAIN, columns=range(column, end))
        column = end


def write_verification(kit: Kit) -> None:
    """Write the sheet on which each judged value of many subjects has a row."""
    page, told = kit.pages[forms.VERIFICATION], kit.words
    columns = (forms.SUBJECT, forms.FACT, *forms.VERIFICATION_COLUMNS)
    kit.heads(page, [(id, told["columns"][id]) for id in columns], forms.VERIFICATION, None, 2)
    at = {id: column for column, id in enumerate(columns, 1)}
    mark_assessed(page, (at[id] for id in forms.VERIFICATION_COLUMNS), "")
    kit.subject_column(page)
    slots = [slot for group in stated_groups(kit.scorecard, kit.language) for slot in slots_of(group.facts)]
    labels = [slot.label(kit.language) for slot in slots]
    offered = tuple(slot.id if labels.count(label) > 1 else label for slot, label in zip(slots, labels, strict=True))
    kit.drop_down(page, at[forms.FACT], "facts", offered, said=told["allowed"]["fact"])
    format_column(page, at[forms.FACT], TEXT_FORMAT)
    kit.judgement_columns(page, {id: at[id] for id in forms.VERIFICATION_COLUMNS})
    none = told["allowed"]["verified_value"].format(none=told["none"])
    validate(page, prompting(told["columns"]["verified_value"], none), at["verified_value"])
    for id, column in at.items():
        if id in _WIDTHS:
            page.column_dimensions[get_column_letter(column)].width = _WIDTHS[id]
    page.column_dimensions[get_column_letter(at[forms.FACT])].width = _WIDTHS["label"]


def write_places(kit: Kit) -> None:
    """Write the sheet on which each place of a fact in its evidence has a row; without lists no record can be named."""
    page, told = kit.pages[forms.PLACES], kit.words
    of_records = () if lists_of(kit.scorecard) else ("record", "field")
    columns = (forms.SUBJECT, *(id for id in forms.PLACES_COLUMNS if id not in of_records))
    kit.heads(page, [(id, told["columns"][_PLACE_HEADS.get(id, id)]) for id in columns], forms.PLACES, None, 2)
    kit.subject_column(page)
    facts = [fact for group in stated_groups(kit.scorecard, kit.language) for fact in group.facts]
    for column, id in enumerate(columns[1:], 2):
        format_column(page, column, TEXT_FORMAT)
        page.column_dimensions[get_column_letter(column)].width = _PLACE_WIDTHS[id]
        if id == forms.FACT:
            offered = tuple(shown_choices(facts, kit.language).values())
            kit.drop_down(page, column, "facts.placed", offered, said=told["allowed"]["place_fact"])
        elif id in _PLACE_HEADS:
            head = _PLACE_HEADS[id]
            validate(page, prompting(told["columns"][head], told["allowed"][head]), column)
