"""Reference table lookup: row matching, fallback to shorter codes, and the reasons for a missing answer.

A missing value is never zero or guessed. Conflicting rows, a code that the table divides further, or an incomplete
table without a matching row end the search.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.messages import join_fragments, message_factory
from rules.contracts.numbers import parse_decimal
from rules.model.definitions import Certainty, lowest_certainty
from rules.model.table_form import (
    ANY_KEY_CELL,
    LOOK_FURTHER_CELL,
    OUT_OF_SCOPE_CELL,
    UNKNOWN_CELL,
    key_problem,
    year_span,
)
from rules.model.tables import KeyType, ValueType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from rules.model.tables import KeyColumn, Row, Table, ValueColumn


_message = message_factory(__name__)

_WORD_SEPARATOR = "/"
_CODE_LENGTHS = (10, 8, 6, 4)


_MAX_VALID_WORDS = 4_096


def _key_word_problems(table: Table, keys: Mapping[str, str]) -> Iterator[str]:
    for column in table.manifest.keys:
        wanted = keys.get(column.id, ANY_KEY_CELL)
        if wanted == ANY_KEY_CELL or (column.id, wanted) in table.valid_words:
            continue
        if (problem := _key_word_problem(column, wanted)) is not None:
            yield problem
        elif len(table.valid_words) < _MAX_VALID_WORDS:
            table.valid_words.add((column.id, wanted))


def _key_word_problem(column: KeyColumn, wanted: str) -> str | None:
    words = wanted.split(_WORD_SEPARATOR) if column.greatest_of_several else [wanted]
    problem = next((problem for word in words if (problem := key_problem(column, word, listed=False))), None)
    if problem is None and column.type is KeyType.YEARS and not wanted.isdigit():
        problem = _message("NOT_ONE_YEAR", found=wanted)
    return problem and _message("OF_COLUMN", column=column.id, problem=problem)


def _candidate_codes(table: Table, keys: Mapping[str, str]) -> tuple[str | None, ...]:
    key = table.leading_key
    wanted = keys.get(key.id)
    if key.type is not KeyType.CN_CODE or wanted in (None, ANY_KEY_CELL):
        return (None,)
    return tuple(wanted[:length] for length in _CODE_LENGTHS if length <= len(wanted))


def _matching_rows(table: Table, keys: Mapping[str, str]) -> list[Row]:
    """Return the rows for the keys; for a key with several words, the rows of each word.

    A source that lists several routes for a heading, `C/F`, means the route of each code under it.
    """
    several = next((column.id for column in table.manifest.keys if _has_several_words(column, keys)), None)
    if several is None:
        return _rows_for_single_words(table, keys)
    matches: dict[Row, None] = {}
    for word in keys[several].split(_WORD_SEPARATOR):
        matches.update(dict.fromkeys(_matching_rows(table, {**keys, several: word})))
    return list(matches)


def _has_several_words(column: KeyColumn, keys: Mapping[str, str]) -> bool:
    return column.greatest_of_several and _WORD_SEPARATOR in keys.get(column.id, "")


def _rows_for_single_words(table: Table, keys: Mapping[str, str]) -> list[Row]:
    columns = table.manifest.keys
    rows, is_leading_matched = _indexed_rows(table, keys)
    named_columns = [
        number for number, column in enumerate(columns) if keys.get(column.id, ANY_KEY_CELL) != ANY_KEY_CELL
    ]
    for number in named_columns:
        word = keys[columns[number].id]
        if is_leading_matched and columns[number] is table.leading_key:
            continue
        if columns[number].type is KeyType.YEARS:
            rows = [row for row in rows if row[number] == ANY_KEY_CELL or _is_in_span(row[number], int(word))]
        else:
            matching = ANY_KEY_CELL, word
            rows = [row for row in rows if row[number] in matching]
    if len(rows) < 2:
        return rows
    unnamed_columns = [number for number in range(len(columns)) if number not in named_columns]
    groups: dict[Row, list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple([row[number] for number in unnamed_columns]), []).append(row)
    return [row for similar_rows in groups.values() for row in _most_specific(similar_rows, named_columns)]


def _indexed_rows(table: Table, keys: Mapping[str, str]) -> tuple[list[Row], bool]:
    """Return the rows that match the leading key, by the index of the table; all rows and False if it has no code."""
    wanted = keys.get(table.leading_key.id, ANY_KEY_CELL)
    if wanted == ANY_KEY_CELL or table.leading_key.type is KeyType.YEARS:
        return list(table.rows), False
    return [*table.by_code.get(wanted, ()), *table.by_code.get(ANY_KEY_CELL, ())], True


def _most_specific(rows: list[Row], named_columns: list[int]) -> list[Row]:
    for number in named_columns:
        named = [row for row in rows if row[number] != ANY_KEY_CELL]
        rows = named or rows
    return rows


def _is_in_span(cell: str, year: int) -> bool:
    first, last = year_span(cell)
    return first <= year and (last is None or year <= last)


def _longer_codes(table: Table, keys: Mapping[str, str], code: str) -> tuple[str, ...]:
    column = table.leading_key.id
    codes = []
    for deeper in table.codes[bisect_right(table.codes, code) :]:
        if not deeper.startswith(code):
            break
        if _matching_rows(table, {**keys, column: deeper}):
            codes.append(deeper)
    return tuple(codes)


def _ambiguous_keys(table: Table, keys: Mapping[str, str], rows: list[Row]) -> tuple[str, ...]:
    return tuple(
        column.id
        for number, column in enumerate(table.manifest.keys)
        if keys.get(column.id, ANY_KEY_CELL) == ANY_KEY_CELL and len({row[number] for row in rows}) > 1
    )


_SPECIAL_CELLS = frozenset({LOOK_FURTHER_CELL, OUT_OF_SCOPE_CELL, UNKNOWN_CELL})


class LookupOutcome(StrEnum):
    """Result of one lookup step."""

    VALUE = "value"
    LOOK_FURTHER = "look_further"
    OUT_OF_SCOPE = "out_of_scope"
    NO_ROW = "no_row"
    BLANK = "blank"
    NOT_COVERED = "not_covered"
    DIVIDED = "divided"
    AMBIGUOUS = "ambiguous"
    MALFORMED = "malformed"


_CONTINUING_OUTCOMES = frozenset({LookupOutcome.LOOK_FURTHER, LookupOutcome.NO_ROW})


@dataclass(frozen=True, slots=True)
class LookupAttempt:
    """A table and its lookup keys; an omitted key must not affect the answer."""

    table: Table
    keys: Mapping[str, str]

    def elsewhere(self, **keys: str) -> LookupAttempt:
        return replace(self, keys={**self.keys, **keys})


class LookupStep(NamedTuple):
    """One step of a lookup: the table, keys, result and matching row."""

    table: str
    keys: tuple[tuple[str, str], ...]
    finding: LookupOutcome
    row: Row | None
    certainty: Certainty
    detail: str = ""


class NumberAnswer(NamedTuple):
    """A number in the unit of its column, with the lowest certainty of the attempts up to it."""

    number: Fraction
    unit: str
    certainty: Certainty
    tried: tuple[LookupStep, ...]


class CodeAnswer(NamedTuple):
    """A code from the table, such as a production route."""

    code: str
    certainty: Certainty
    tried: tuple[LookupStep, ...]


class ExhaustedLookup(NamedTuple):
    """No answer: a row refers to another table or row, and no attempt remains."""

    tried: tuple[LookupStep, ...]


class OutOfScopeAnswer(NamedTuple):
    """A value that the table marks as out of scope: not applicable, which is different from zero."""

    certainty: Certainty
    tried: tuple[LookupStep, ...]


class MissingAnswer(NamedTuple):
    """No answer, with a reason; `detail` explains it and the remedy."""

    reason: LookupOutcome
    detail: str
    tried: tuple[LookupStep, ...]


LookupAnswer = NumberAnswer | CodeAnswer | ExhaustedLookup | OutOfScopeAnswer | MissingAnswer


def look_up(column: str, attempts: Sequence[LookupAttempt]) -> LookupAnswer:
    """Try the attempts in order until a row answers or the search must end.

    A reference to another row, or a complete table without a matching row, continues the search.

    Raises:
        KeyError: If a table has no such column or key, an error in the scorecard.
        ValueError: If there are no attempts.
    """
    if not attempts:
        raise ValueError("a lookup needs at least one place to look")
    tried: list[LookupStep] = []
    weakest = Certainty.CONFIRMED
    no_row_message = ""
    for attempt in attempts:
        value = attempt.table.manifest.value_column(column)
        steps = _lookup_steps(attempt, value)
        tried.extend(steps)
        weakest = lowest_certainty((weakest, steps[-1].certainty))
        if steps[-1].finding not in _CONTINUING_OUTCOMES:
            return _answer(tuple(tried), weakest, value, attempt.table)
        no_row_message = steps[0].detail
    trail = tuple(tried)
    if any(step.finding is LookupOutcome.LOOK_FURTHER for step in trail):
        return ExhaustedLookup(trail)
    return MissingAnswer(LookupOutcome.NO_ROW, no_row_message, trail)


def _answer(tried: tuple[LookupStep, ...], certainty: Certainty, value: ValueColumn, table: Table) -> LookupAnswer:
    last = tried[-1]
    if last.finding is LookupOutcome.OUT_OF_SCOPE:
        return OutOfScopeAnswer(certainty, tried)
    if last.finding is not LookupOutcome.VALUE or last.row is None:
        return MissingAnswer(last.finding, last.detail, tried)
    cell = last.row[table.positions[value.id]]
    if value.type is ValueType.NUMBER:
        return NumberAnswer(parse_decimal(cell), value.unit, certainty, tried)
    return CodeAnswer(cell, certainty, tried)


@dataclass(frozen=True, slots=True)
class RowSearch:
    """A cached search: without `rows`, its final steps; otherwise, the steps before the rows for `keys`."""

    steps: tuple[LookupStep, ...]
    keys: Mapping[str, str]
    rows: list[Row]


_MAX_CACHED_SEARCHES = 256
"""The limit per table; several columns are looked up with the same keys in turn."""


def _lookup_steps(attempt: LookupAttempt, value: ValueColumn) -> list[LookupStep]:
    table, search_key = attempt.table, tuple(attempt.keys.items())
    search = table.searches.get(search_key)
    if search is None:
        if len(table.searches) >= _MAX_CACHED_SEARCHES:
            table.searches.clear()
        search = table.searches[search_key] = _search(table, attempt.keys)
    if not search.rows:
        return list(search.steps)
    return [*search.steps, _step(table, search.keys, *_resolve_cell(table, search.keys, search.rows, value))]


def _step(
    table: Table, keys: Mapping[str, str], finding: LookupOutcome, detail: str = "", row: Row | None = None
) -> LookupStep:
    return LookupStep(table.name, tuple(keys.items()), finding, row, _certainty(table, row), detail)


def _search(table: Table, wanted: Mapping[str, str]) -> RowSearch:
    manifest, keys = table.manifest, dict(wanted)
    stray = sorted(keys.keys() - {key.id for key in manifest.keys})
    if stray:
        raise KeyError(f"the table {manifest.name} has no key {', '.join(stray)}")
    if bad := [*_key_word_problems(table, keys)]:
        return RowSearch((_step(table, keys, LookupOutcome.MALFORMED, "; ".join(bad)),), keys, [])
    steps: list[LookupStep] = []
    leading = table.leading_key.id
    for code in _candidate_codes(table, keys):
        if code is not None:
            keys[leading] = code
        rows = _matching_rows(table, keys)
        if rows:
            return RowSearch(tuple(steps), keys, rows)
        deeper = _longer_codes(table, keys, code) if code is not None and code == wanted[leading] else ()
        if deeper:
            shown = (*deeper[:6], *(("…",) if len(deeper) > 6 else ()))
            divided = _message("DIVIDED", table=table.name, code=code, shown=shown)
            return RowSearch((*steps, _step(table, keys, LookupOutcome.DIVIDED, divided)), keys, [])
        steps.append(
            _step(table, keys, LookupOutcome.NO_ROW, _message("NO_ROW", table=table.name, keys=_key_texts(keys)))
        )
    keys.update(wanted)
    uncovered = _reason_not_covered(table, keys)
    if uncovered is not None:
        steps.append(_step(table, keys, LookupOutcome.NOT_COVERED, uncovered))
    return RowSearch(tuple(steps), keys, [])


def _reason_not_covered(table: Table, keys: Mapping[str, str]) -> str | None:
    gap = next((gap for gap in table.manifest.gaps if gap.keys.items() <= keys.items()), None)
    if gap is not None:
        return gap.reason.get("en", _message("NOT_COVERED", table=table.name, keys=_key_texts(gap.keys)))
    return None if table.manifest.complete else _message("INCOMPLETE", table=table.name)


def _resolve_cell(
    table: Table, keys: Mapping[str, str], rows: list[Row], value: ValueColumn
) -> tuple[LookupOutcome, str, Row | None]:
    position = table.positions[value.id]
    chosen = rows[0]
    if len({row[position] for row in rows}) > 1:
        ambiguous = _ambiguous_keys(table, keys, rows)
        numeric = value.type is ValueType.NUMBER and not _SPECIAL_CELLS & {row[position] for row in rows}
        if ambiguous or not numeric:
            return LookupOutcome.AMBIGUOUS, _different_answers_message(table, keys, rows, ambiguous), None
        chosen = max(rows, key=lambda row: parse_decimal(row[position]))
    cell = chosen[position]
    if cell == LOOK_FURTHER_CELL:
        return LookupOutcome.LOOK_FURTHER, _message("LOOK_FURTHER", table=table.name, keys=_key_texts(keys)), chosen
    if cell == OUT_OF_SCOPE_CELL:
        return LookupOutcome.OUT_OF_SCOPE, _message("NOT_ASKED", table=table.name, column=value.id), chosen
    if cell == UNKNOWN_CELL:
        return LookupOutcome.BLANK, _message("NO_FIGURE", table=table.name, keys=_key_texts(keys)), chosen
    return LookupOutcome.VALUE, "", chosen


def _different_answers_message(
    table: Table, keys: Mapping[str, str], rows: list[Row], ambiguous: tuple[str, ...]
) -> str:
    columns = [column.id for column in table.manifest.keys]
    choices = [
        _message("KEY_WORDS", key=key, words=tuple(sorted({row[columns.index(key)] for row in rows})))
        for key in ambiguous
    ]
    return _message(
        "DIFFERENT_ANSWERS",
        table=table.name,
        count=len(rows),
        keys=_key_texts(keys),
        choices=join_fragments(choices) if choices else _message("ONE_WORD"),
    )


def _certainty(table: Table, row: Row | None) -> Certainty:
    own = table.certainty_column
    return table.manifest.certainty if row is None or own is None else Certainty(row[table.positions[own]])


def _key_texts(keys: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{key} {word}" for key, word in keys.items())
