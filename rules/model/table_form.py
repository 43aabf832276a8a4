"""What are the exact bytes of a reference table, and which table do bytes say?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import orjson
from pydantic import ValidationError

from rules.contracts.canonical import Json, canonical_bytes, digest
from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import speaker
from rules.model.table_cells import key_problem, normal_form, spans_meet, value_problem
from rules.model.tables import KeyType, Manifest, Row, Table, leading_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_say = speaker(__name__)

DIGEST_LENGTH = 12


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row as it was found: its cells in the order of the manifest, and where each stands in its file."""

    cells: Row
    places: tuple[str, ...]


def canonical_rows(manifest: Manifest, found: Sequence[PlacedRow]) -> tuple[Row, ...]:
    """Check the rows of a draft and put them into canonical form: numbers in normal form, sorted by key.

    Raises:
        InputError: cells are wrong, or keys stand twice; every problem is named with its place.
    """
    problems: list[Violation] = []
    rows: dict[Row, PlacedRow] = {}
    keys = len(manifest.keys)
    for row in found:
        wrong = list(_cell_problems(manifest, row))
        problems.extend(wrong)
        if wrong:
            continue
        normal = tuple(map(normal_form, manifest.values, row.cells[keys:]))
        key = row.cells[:keys]
        if key in rows:
            problems.append(Violation(row.places[0], _stands_twice(manifest, key, rows[key]), "REPEATED"))
            continue
        rows[key] = PlacedRow((*key, *normal), row.places)
    problems.extend(_overlaps(manifest, rows))
    if not found:
        problems.append(Violation("rows", _say("EMPTY_TABLE"), "EMPTY"))
    if problems:
        raise InputError(tuple(problems))
    return tuple(rows[key].cells for key in sorted(rows))


def _cell_problems(manifest: Manifest, row: PlacedRow) -> Iterable[Violation]:
    keys = len(manifest.keys)
    for key, text, place in zip(manifest.keys, row.cells, row.places, strict=False):
        problem = key_problem(key, text)
        if problem:
            yield Violation(place, problem, "BAD_CELL")
    for value, text, place in zip(manifest.values, row.cells[keys:], row.places[keys:], strict=True):
        problem = value_problem(value, text)
        if problem:
            yield Violation(place, problem, "BAD_CELL")


def _stands_twice(manifest: Manifest, key: Row, first: PlacedRow) -> str:
    named = [f"{column.id} {text}" for column, text in zip(manifest.keys, key, strict=True)]
    return _say("ROW_TWICE", row=named, first=first.places[0])


def _overlaps(manifest: Manifest, rows: dict[Row, PlacedRow]) -> Iterable[Violation]:
    place = next((number for number, key in enumerate(manifest.keys) if key.type is KeyType.YEARS), None)
    if place is None:
        return
    groups: dict[Row, list[Row]] = {}
    for key in sorted(rows):
        groups.setdefault(key[:place] + key[place + 1 :], []).append(key)
    for members in groups.values():
        for one, other in pairwise(members):
            if spans_meet(one[place], other[place]):
                where = rows[one].places[place]
                said = _say("YEARS_OVERLAP", found=other[place], other=one[place], place=where)
                yield Violation(rows[other].places[place], said, "OVERLAP")


def rows_bytes(manifest: Manifest, rows: Iterable[Row]) -> bytes:
    """Write rows in canonical form as plain CSV: ASCII, LF, no quotes, a header of column ids."""
    lines = [manifest.columns, *rows]
    return "".join(f"{','.join(line)}\n" for line in lines).encode("ascii")


def manifest_bytes(manifest: Manifest) -> bytes:
    """Write a manifest as canonical JSON."""
    document: dict[str, Json] = manifest.model_dump(mode="json", by_alias=True)
    return canonical_bytes(document)


def seal(draft: Manifest, found: Sequence[PlacedRow]) -> Table:
    """Make the table of a draft manifest and the rows found, with the number and the digest of its rows.

    Raises:
        InputError: the rows are wrong.
    """
    rows = canonical_rows(draft, found)
    manifest = draft.model_copy(update={"rows": len(rows), "content_digest": digest(rows_bytes(draft, rows))})
    return _table(manifest, rows)


def _table(manifest: Manifest, rows: tuple[Row, ...]) -> Table:
    place = leading_key(manifest)
    by_code: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        by_code.setdefault(row[place], []).append(number)
    index = {code: tuple(numbers) for code, numbers in by_code.items()}
    return Table(manifest, digest(manifest_bytes(manifest)), rows, index, tuple(sorted(index)))


def read_manifest(content: bytes) -> Manifest:
    """Read a published manifest.

    Raises:
        TrailError: it is not one, or not canonical.
    """
    try:
        manifest = Manifest.model_validate(orjson.loads(content))
    except (orjson.JSONDecodeError, ValidationError) as error:
        raise TrailError(f"this is not the manifest of a reference table: {str(error)[:300]}") from error
    if manifest_bytes(manifest) != content:
        raise TrailError("the manifest is not canonical")
    return manifest


def read_table(manifest_content: bytes, content: bytes) -> Table:
    """Read a published table and check its digest and its form.

    Raises:
        TrailError: the rows do not have the digest that the manifest states, or either file is damaged.
    """
    manifest = read_manifest(manifest_content)
    found = digest(content)
    if found != manifest.content_digest:
        raise TrailError(f"the rows have digest {found}, but the manifest states {manifest.content_digest}")
    lines = content.decode("ascii", errors="replace").split("\n")
    if lines[0] != ",".join(manifest.columns) or lines[-1]:
        raise TrailError("the first line does not name the columns of the manifest, or the last one does not end")
    rows = [tuple(line.split(",")) for line in lines[1:-1]]
    width = len(manifest.columns)
    uneven = next((number for number, row in enumerate(rows, 2) if len(row) != width), None)
    if uneven is not None:
        raise TrailError(f"line {uneven} has not {width} cells")
    try:
        placed = [PlacedRow(row, (f"line {number}",) * width) for number, row in enumerate(rows, 2)]
        canonical = canonical_rows(manifest, placed)
    except InputError as error:
        raise TrailError(f"the rows are wrong: {str(error)[:300]}") from error
    if rows_bytes(manifest, canonical) != content or len(canonical) != manifest.rows:
        raise TrailError("the rows are not in canonical form, or not as many as the manifest states")
    return _table(manifest, canonical)


def file_stems(table: Table) -> tuple[str, str]:
    """Give the names of the two files of a table without ending: of its rows, and of its manifest."""
    name = table.manifest.name
    content, manifest = table.manifest.content_digest, table.manifest_digest
    return f"{name}-{content[:DIGEST_LENGTH]}", f"{name}-{manifest[:DIGEST_LENGTH]}"
