"""Canonical files of a reference table: cell checks, CSV and manifest bytes, digest-checked reading."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import orjson
from pydantic import ValidationError

from rules.contracts.canonical import Json, canonical_bytes, digest
from rules.contracts.error_texts import error_message
from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import message_factory
from rules.contracts.numbers import NumberError, format_exact, parse_decimal
from rules.model.definitions import Certainty
from rules.model.tables import KeyColumn, KeyType, Manifest, Row, Table, ValueColumn, ValueType, leading_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_message = message_factory(__name__)

LOOK_FURTHER_CELL = "-"
OUT_OF_SCOPE_CELL = "N/A"
ANY_KEY_CELL = "*"
UNKNOWN_CELL = ""

_CODE = re.compile(r"[A-Za-z0-9_]+([/+.-][A-Za-z0-9_]+)*\Z")
_YEARS = re.compile(r"([12][0-9]{3})(?:(-)([12][0-9]{3})?)?\Z")
_KEY_FORMS = {
    KeyType.CN_CODE: (re.compile(r"[0-9]{4}([0-9]{2}){0,3}\Z"), _message("A_CN_CODE")),
    KeyType.COUNTRY: (re.compile(r"[A-Z]{2}\Z|[a-z][a-z_]*\Z"), _message("A_COUNTRY")),
    KeyType.YEARS: (_YEARS, _message("A_YEAR_SPAN")),
    KeyType.QUARTER: (re.compile(r"[12][0-9]{3}-Q[1-4]\Z"), _message("A_QUARTER")),
    KeyType.CODE: (_CODE, _message("A_WORD")),
}


def key_problem(column: KeyColumn, text: str, *, listed: bool = True) -> str | None:
    """Return the problem of a key cell, or None; without `listed`, words outside `one_of` are accepted."""
    if text == ANY_KEY_CELL and column.every:
        return None
    form, allowed = _KEY_FORMS[column.type]
    if not text:
        return _message("BLANK_KEY_OR_EVERY" if column.every else "BLANK_KEY", allowed=allowed)
    if not form.match(text) or text == OUT_OF_SCOPE_CELL:
        return _message("NOT_ALLOWED", found=text[:40], allowed=allowed)
    if column.type is KeyType.YEARS:
        first, last = year_span(text)
        if last is not None and last < first:
            return _message("SPAN_ENDS_EARLY", found=text)
    if listed and column.one_of and text not in column.one_of:
        return _message("NOT_ONE_OF", found=text[:40], known=column.one_of)
    return None


def value_problem(column: ValueColumn, text: str) -> str | None:
    """Return the problem of a value cell, or None."""
    special = {
        LOOK_FURTHER_CELL: column.look_further,
        OUT_OF_SCOPE_CELL: column.out_of_scope,
        UNKNOWN_CELL: column.unknown,
    }
    if text in special:
        return None if special[text] else _special_cell_problem(column, text)
    if column.type is ValueType.NUMBER:
        try:
            parse_decimal(text)
        except NumberError as error:
            return error_message(error)
        return None
    if text == ANY_KEY_CELL and column.every:
        return None
    if column.type is ValueType.CERTAINTY:
        words = [certainty.value for certainty in Certainty]
        return None if text in words else _message("NOT_ONE_OF", found=text[:40], known=words)
    if not _CODE.match(text):
        return _message("NOT_ALLOWED", found=text[:40], allowed=_message("A_WORD"))
    if column.one_of and text not in column.one_of:
        return _message("NOT_ONE_OF", found=text[:40], known=column.one_of)
    return None


def _special_cell_problem(column: ValueColumn, text: str) -> str:
    if text == UNKNOWN_CELL:
        return _message("BLANK_VALUE", column=column.id)
    return _message(
        "NEVER_FURTHER" if text == LOOK_FURTHER_CELL else "NEVER_OUT_OF_SCOPE", found=text, column=column.id
    )


def _normal_form(column: ValueColumn, text: str) -> str:
    if column.type is not ValueType.NUMBER or text in {LOOK_FURTHER_CELL, OUT_OF_SCOPE_CELL, UNKNOWN_CELL}:
        return text
    return format_exact(parse_decimal(text))


@lru_cache(maxsize=4_096)
def year_span(text: str) -> tuple[int, int | None]:
    """Return the first and last year of a valid cell; the last is None for a span without end."""
    match = _YEARS.match(text)
    if match is None:
        raise ValueError(f"'{text}' is not a span of years")
    first = int(match[1])
    if match[2] is None:
        return first, first
    return first, int(match[3]) if match[3] else None


def _year_spans_overlap(cell: str, other: str) -> bool:
    """Return whether two cells of years share a year; `*` overlaps nothing, because spans take precedence."""
    if ANY_KEY_CELL in (cell, other):
        return False
    (first, last), (start, end) = year_span(cell), year_span(other)
    return (end is None or first <= end) and (last is None or start <= last)


DIGEST_LENGTH = 12


class PlacedRow(NamedTuple):
    """Draft cells in the order of the manifest, with the location of each in its file."""

    cells: Row
    places: tuple[str, ...]


def canonical_rows(manifest: Manifest, placed_rows: Sequence[PlacedRow]) -> tuple[Row, ...]:
    """Check draft rows and return them in canonical form, sorted by key.

    Raises:
        InputError: If there are no rows, or if any row is invalid.
    """
    problems: list[Violation] = []
    rows: dict[Row, PlacedRow] = {}
    keys = len(manifest.keys)
    normal_forms: tuple[dict[str, str], ...] = tuple({} for _ in manifest.columns)  # valid cells, which often repeat
    for row in placed_rows:
        if any(text not in known for text, known in zip(row.cells, normal_forms, strict=False)):
            wrong = list(_cell_problems(manifest, row))
            problems.extend(wrong)
            if wrong:
                continue
            written = (*row.cells[:keys], *map(_normal_form, manifest.values, row.cells[keys:]))
            for text, known, normal in zip(row.cells, normal_forms, written, strict=True):
                known[text] = normal
        key = row.cells[:keys]
        if key in rows:
            problems.append(Violation(row.places[0], _repeated_row_message(manifest, key, rows[key]), "REPEATED"))
            continue
        cells = tuple([known[text] for text, known in zip(row.cells, normal_forms, strict=True)])
        rows[key] = PlacedRow(cells, row.places)
    problems.extend(_overlaps(manifest, rows))
    if not placed_rows:
        problems.append(Violation("rows", _message("EMPTY_TABLE"), "EMPTY"))
    if problems:
        raise InputError(tuple(problems))
    return tuple(rows[key].cells for key in sorted(rows))


def _cell_problems(manifest: Manifest, row: PlacedRow) -> Iterable[Violation]:
    keys = len(manifest.keys)
    for key, text, location in zip(manifest.keys, row.cells, row.places, strict=False):
        problem = key_problem(key, text)
        if problem:
            yield Violation(location, problem, "BAD_CELL")
    for value, text, location in zip(manifest.values, row.cells[keys:], row.places[keys:], strict=True):
        problem = value_problem(value, text)
        if problem:
            yield Violation(location, problem, "BAD_CELL")


def _repeated_row_message(manifest: Manifest, key: Row, first: PlacedRow) -> str:
    named = [f"{column.id} {text}" for column, text in zip(manifest.keys, key, strict=True)]
    return _message("ROW_TWICE", row=named, first=first.places[0])


def _overlaps(manifest: Manifest, rows: dict[Row, PlacedRow]) -> Iterable[Violation]:
    position = next((number for number, key in enumerate(manifest.keys) if key.type is KeyType.YEARS), None)
    if position is None:
        return
    groups: dict[Row, list[Row]] = {}
    for key in sorted(rows):
        groups.setdefault(key[:position] + key[position + 1 :], []).append(key)
    for members in groups.values():
        for member, other in pairwise(members):
            if _year_spans_overlap(member[position], other[position]):
                location = rows[member].places[position]
                message = _message("YEARS_OVERLAP", found=other[position], other=member[position], place=location)
                yield Violation(rows[other].places[position], message, "OVERLAP")


def rows_bytes(manifest: Manifest, rows: Iterable[Row]) -> bytes:
    """Serialize canonical rows as CSV: ASCII, LF, no quotes, a header of column ids."""
    lines = [manifest.columns, *rows]
    return "".join(f"{','.join(line)}\n" for line in lines).encode("ascii")


def manifest_bytes(manifest: Manifest) -> bytes:
    """Serialize a manifest as canonical JSON."""
    document: dict[str, Json] = manifest.model_dump(mode="json", by_alias=True)
    return canonical_bytes(document)


def seal_table(draft: Manifest, placed_rows: Sequence[PlacedRow]) -> Table:
    """Build a table from a draft manifest and rows, adding the row count and digest to its manifest.

    Raises:
        InputError: If the rows are invalid.
    """
    rows = canonical_rows(draft, placed_rows)
    manifest = draft.model_copy(update={"rows": len(rows), "content_digest": digest(rows_bytes(draft, rows))})
    return _table(manifest, rows)


def _table(manifest: Manifest, rows: tuple[Row, ...]) -> Table:
    position = leading_key(manifest)
    by_code: dict[str, list[Row]] = {}
    for row in rows:
        by_code.setdefault(row[position], []).append(row)
    index = {code: tuple(similar_rows) for code, similar_rows in by_code.items()}
    return Table(manifest, digest(manifest_bytes(manifest)), rows, index, tuple(sorted(index)))


def read_manifest(content: bytes) -> Manifest:
    """Parse a published manifest.

    Raises:
        TrailError: If it is invalid or not canonical.
    """
    try:
        manifest = Manifest.model_validate(orjson.loads(content))
    except (orjson.JSONDecodeError, ValidationError) as error:
        raise TrailError(_message("NO_MANIFEST", problem=error_message(error))) from error
    if manifest_bytes(manifest) != content:
        raise TrailError(_message("MANIFEST_REWRITTEN"))
    return manifest


def read_table(manifest_content: bytes, content: bytes) -> Table:
    """Parse a published table and check its digest and form.

    Raises:
        TrailError: If the digest does not match, or either file is malformed.
    """
    manifest = read_manifest(manifest_content)
    actual_digest = digest(content)
    if actual_digest != manifest.content_digest:
        raise TrailError(_message("ROWS_CHANGED", found=actual_digest, stated=manifest.content_digest))
    lines = content.decode("ascii", errors="replace").split("\n")
    if lines[0] != ",".join(manifest.columns) or lines[-1]:
        raise TrailError(_message("ROWS_FIRST_LINE", columns=manifest.columns))
    rows = [tuple(line.split(",")) for line in lines[1:-1]]
    width = len(manifest.columns)
    uneven = next((number for number, row in enumerate(rows, 2) if len(row) != width), None)
    if uneven is not None:
        raise TrailError(_message("ROW_CELLS", line=uneven, count=width))
    try:
        placed = [PlacedRow(row, (f"line {number}",) * width) for number, row in enumerate(rows, 2)]
        canonical = canonical_rows(manifest, placed)
    except InputError as error:
        raise TrailError(_message("ROWS_INVALID", problem=error_message(error))) from error
    if rows_bytes(manifest, canonical) != content or len(canonical) != manifest.rows:
        raise TrailError(_message("ROWS_REWRITTEN", stated=manifest.rows, found=len(canonical)))
    return _table(manifest, canonical)


def file_stems(table: Table) -> tuple[str, str]:
    """Return the file names, without suffix, of rows and manifest."""
    name = table.manifest.name
    content, manifest = table.manifest.content_digest, table.manifest_digest
    return f"{name}-{content[:DIGEST_LENGTH]}", f"{name}-{manifest[:DIGEST_LENGTH]}"
