"""Which rows of a reference table hold for some keys?"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from rules.model.table_cells import EVERY, key_problem, year_span
from rules.model.tables import KeyColumn, KeyType, leading_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.model.tables import Row, Table

_say = speaker(__name__)

_SEVERAL = "/"
_CODE_LENGTHS = (10, 8, 6, 4)


def malformed(column: KeyColumn, wanted: str | None) -> str | None:
    """Say why a word cannot be looked up in a key column at all; None if it can."""
    if wanted is None or wanted == EVERY:
        return None
    words = wanted.split(_SEVERAL) if column.greatest_of_several else [wanted]
    open_column = column.model_copy(update={"one_of": ()}) if column.one_of else column
    problem = next((problem for word in words if (problem := key_problem(open_column, word))), None)
    if problem is None and column.type is KeyType.YEARS and not wanted.isdigit():
        problem = _say("NOT_ONE_YEAR", found=wanted)
    return problem and _say("OF_COLUMN", column=column.id, problem=problem)


def codes(table: Table, keys: Mapping[str, str]) -> tuple[str | None, ...]:
    """List the CN codes to try, the longest first; a table without them is tried once."""
    key = table.manifest.keys[leading_key(table.manifest)]
    wanted = keys.get(key.id)
    if key.type is not KeyType.CN_CODE or wanted in (None, EVERY):
        return (None,)
    return tuple(wanted[:length] for length in _CODE_LENGTHS if length <= len(wanted))


def matching(table: Table, keys: Mapping[str, str]) -> list[Row]:
    """List the rows for the keys; if a key names several words, those of each word that has any.

    A source that names several routes for a heading, `C/F`, means the one that each code under it has.
    """
    several = next((column.id for column in table.manifest.keys if names_several(column, keys)), None)
    if several is None:
        return _single(table, keys)
    found: dict[Row, None] = {}
    for word in keys[several].split(_SEVERAL):
        found.update(dict.fromkeys(matching(table, {**keys, several: word})))
    return list(found)


def names_several(column: KeyColumn, keys: Mapping[str, str]) -> bool:
    """Say whether the keys name several words for a column, so that the greatest number answers."""
    return column.greatest_of_several and _SEVERAL in keys.get(column.id, "")


def _single(table: Table, keys: Mapping[str, str]) -> list[Row]:
    """List the rows for single words: of rows alike in the keys left open, those that name the words."""
    columns = table.manifest.keys
    place = leading_key(table.manifest)
    wanted = keys.get(columns[place].id, EVERY)
    numbers: Iterable[int] = range(len(table.rows))
    if wanted != EVERY and columns[place].type is not KeyType.YEARS:
        numbers = (*table.by_code.get(wanted, ()), *table.by_code.get(EVERY, ()))
    rows = [table.rows[number] for number in numbers]
    given = [number for number, column in enumerate(columns) if keys.get(column.id, EVERY) != EVERY]
    for number in given:
        column = columns[number]
        rows = [row for row in rows if row[number] == EVERY or _holds(column, row[number], keys[column.id])]
    groups: dict[Row, list[Row]] = {}
    for row in rows:
        left_open = tuple(row[number] for number in range(len(columns)) if number not in given)
        groups.setdefault(left_open, []).append(row)
    return [row for alike in groups.values() for row in _most_specific(alike, given)]


def _most_specific(rows: list[Row], given: list[int]) -> list[Row]:
    for number in given:
        named = [row for row in rows if row[number] != EVERY]
        rows = named or rows
    return rows


def _holds(column: KeyColumn, cell: str, wanted: str) -> bool:
    if column.type is not KeyType.YEARS:
        return cell == wanted
    first, last = year_span(cell)
    return first <= int(wanted) and (last is None or int(wanted) <= last)


def longer(table: Table, keys: Mapping[str, str], code: str) -> tuple[str, ...]:
    """List the codes under a heading that have rows for the other keys."""
    column = table.manifest.keys[leading_key(table.manifest)].id
    found = []
    for deeper in table.codes[bisect_right(table.codes, code) :]:
        if not deeper.startswith(code):
            break
        if matching(table, {**keys, column: deeper}):
            found.append(deeper)
    return tuple(found)


def undecided(table: Table, keys: Mapping[str, str], rows: list[Row]) -> tuple[str, ...]:
    """List the keys that were left open and by which the rows differ."""
    return tuple(
        column.id
        for number, column in enumerate(table.manifest.keys)
        if keys.get(column.id, EVERY) == EVERY and len({row[number] for row in rows}) > 1
    )
