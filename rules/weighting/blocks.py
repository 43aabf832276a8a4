"""Tables of blocks and of preset points: parsers and checks against items and indicators."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import NumberError, format_exact, parse_exact
from rules.weighting.weighting_diagnostics import SheetPlace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.weighting.weighting_diagnostics import NoteCollector, Sheet, SheetRow

_BLOCK_COLUMNS = {
    "block": "block",
    "分组": "block",
    "points": "points",
    "满分": "points",
    "items": "items",
    "各项": "items",
}
_POINT_COLUMNS = {"item": "item", "项": "item", "points": "points", "分值": "points"}
_SEPARATOR = re.compile(r"[\s,;，；、]+")


@dataclass(frozen=True, slots=True)
class ItemBlock:
    """A group of items, such as a stage, and the points that they share."""

    id: str
    points: Fraction
    items: tuple[str, ...]
    place: SheetPlace


@dataclass(frozen=True, slots=True)
class PointsTable:
    """Preset points of items, instead of scaled points."""

    points: Mapping[str, Fraction]
    place: SheetPlace


@dataclass(frozen=True, slots=True)
class Indicators:
    """The scorecard's indicators to be weighted, with display names."""

    card: str
    labels: Mapping[str, str]
    place: SheetPlace


def read_blocks(sheet: Sheet, notes: NoteCollector) -> tuple[ItemBlock, ...]:
    """Parse a table with the columns block, points, items (分组, 满分, 各项), items separated by spaces or commas."""
    blocks: dict[str, ItemBlock] = {}
    for row, cells in _rows(sheet, _BLOCK_COLUMNS, notes):
        name, points = cells["block"], _parse_points(sheet, row, cells["points"], notes)
        location = sheet.place(row.number, name.column)
        if not name.text:
            continue
        if name.text in blocks:
            notes.add("BLOCK_TWICE", location, block=name.text, other=blocks[name.text].place)
            continue
        items = tuple(item for item in _SEPARATOR.split(cells["items"].text) if item)
        if points is not None:
            blocks[name.text] = ItemBlock(name.text, points, items, location)
    return tuple(blocks.values())


def read_points(sheet: Sheet, notes: NoteCollector) -> PointsTable:
    """Parse a table with the columns item and points (项, 分值)."""
    points: dict[str, Fraction] = {}
    locations: dict[str, SheetPlace] = {}
    for row, cells in _rows(sheet, _POINT_COLUMNS, notes):
        item, value = cells["item"], _parse_points(sheet, row, cells["points"], notes)
        location = sheet.place(row.number, item.column)
        if not item.text:
            continue
        if item.text in locations:
            notes.add("POINTS_ITEM_TWICE", location, item=item.text, other=locations[item.text])
            continue
        locations[item.text] = location
        if value is not None:
            points[item.text] = value
    return PointsTable(points, sheet.place())


def check_blocks(blocks: Sequence[ItemBlock], items: Sequence[str], notes: NoteCollector) -> None:
    """Report items in no block or in two, and unjudged items of blocks."""
    owners: dict[str, str] = {}
    for block in blocks:
        for item in block.items:
            if item in owners:
                notes.add("BLOCK_ITEM_TWICE", block.place, item=item, block=owners[item])
            elif item not in items:
                notes.add("BLOCK_ITEM_UNKNOWN", block.place, block=block.id, item=item, items=tuple(items))
            owners.setdefault(item, block.id)
    for item in items:
        if item not in owners:
            notes.add("ITEM_WITHOUT_BLOCK", SheetPlace(item))


def check_indicators(indicators: Indicators, items: Sequence[str], notes: NoteCollector) -> bool:
    """Return whether items and indicators match, and add a note about unmatched ones."""
    missing = [id for id in indicators.labels if id not in items]
    unknown_items = [item for item in items if item not in indicators.labels]
    if missing:
        labels = indicators.labels
        missing_labels = tuple(f"{id} ({labels[id]})" if labels[id] else id for id in missing)
        notes.add("INDICATOR_WITHOUT_ITEM", indicators.place, indicators=missing_labels)
    if unknown_items:
        known = tuple(indicators.labels)
        notes.add(
            "ITEM_WITHOUT_INDICATOR",
            indicators.place,
            items=tuple(unknown_items),
            card=indicators.card,
            indicators=known,
        )
    return not missing and not unknown_items


def check_points(table: PointsTable, blocks: Sequence[ItemBlock], items: Sequence[str], notes: NoteCollector) -> None:
    """Report items without points, points without item, and blocks with another sum."""
    for item in table.points:
        if item not in items:
            notes.add("POINTS_ITEM_UNKNOWN", table.place, item=item, items=tuple(items))
    for item in items:
        if item not in table.points:
            notes.add("POINTS_ITEM_MISSING", table.place, item=item)
    for block in blocks:
        item_sum = sum((table.points.get(item, Fraction(0)) for item in block.items), Fraction(0))
        if item_sum != block.points and table.points.keys() >= set(block.items):
            shown, stated = format_exact(item_sum), format_exact(block.points)
            notes.add("POINTS_SUM", table.place, block=block.id, found=shown, points=stated)


@dataclass(frozen=True, slots=True)
class _TableCell:
    text: str
    column: int


def _rows(
    sheet: Sheet, known: Mapping[str, str], notes: NoteCollector
) -> Iterator[tuple[SheetRow, Mapping[str, _TableCell]]]:
    keys = tuple(dict.fromkeys(known.values()))
    content = sheet.content()
    if len(content) < 2:
        notes.add("TABLE_EMPTY", sheet.place(), columns=tuple(keys))
        return
    header, *body = content
    columns = {
        known[cell.lower()]: column for column, cell in enumerate(header.cells, start=1) if cell.lower() in known
    }
    for key in keys:
        if key not in columns:
            notes.add("TABLE_COLUMNS", sheet.place(header.number), column=key, columns=tuple(keys))
    if len(columns) < len(keys):
        return
    for row in body:
        cells = {key: _TableCell(row.cell(column), column) for key, column in columns.items()}
        for cell in cells.values():
            if not cell.text:
                location = sheet.place(row.number, cell.column)
                notes.add("CELL_EMPTY", location, column=header.cell(cell.column))
        yield row, cells


def _parse_points(sheet: Sheet, row: SheetRow, cell: _TableCell, notes: NoteCollector) -> Fraction | None:
    if not cell.text:
        return None
    try:
        value = parse_exact(cell.text)
    except NumberError:
        value = Fraction(-1)
    if value < 0:
        notes.add("POINTS_VALUE", sheet.place(row.number, cell.column), text=cell.text[:40])
        return None
    return value
