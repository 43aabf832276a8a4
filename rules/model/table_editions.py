"""Editions of a reference table: selection by date, supersession, and comparison of two editions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.dates import add_days
from rules.contracts.errors import InputError, VersionError
from rules.contracts.messages import message_factory
from rules.model.published_version import is_in_force_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from rules.model.tables import Manifest, Row, Table


_message = message_factory(__name__)


class CellChange(NamedTuple):
    """A changed cell: its keys and column, and the old and new text in the files."""

    keys: Row
    column: str
    old: str
    new: str


class TableDifference(NamedTuple):
    """Differences between two editions, in key order."""

    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    changed: tuple[CellChange, ...]
    added_columns: tuple[str, ...]
    removed_columns: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not (self.added or self.removed or self.changed or self.added_columns or self.removed_columns)


def compare_tables(old: Table, new: Table) -> TableDifference:
    """Compare two editions row by row, by their keys.

    Raises:
        InputError: If the editions have different key columns.
    """
    keys = [key.id for key in new.manifest.keys]
    before_keys = [key.id for key in old.manifest.keys]
    if keys != before_keys:
        reason = _message("OTHER_KEYS", old=old.name, before=before_keys, new=new.name, after=keys)
        raise InputError.of("keys", _message("NOT_COMPARABLE", said=reason), "OTHER_KEYS")
    count = len(keys)
    before, after = ({row[:count]: row for row in table.rows} for table in (old, new))
    old_columns, new_columns = (
        {value.id: count + position for position, value in enumerate(table.manifest.values)} for table in (old, new)
    )
    return TableDifference(
        added=_without(after, before),
        removed=_without(before, after),
        changed=tuple(
            CellChange(key, column, old_row[old_columns[column]], new_row[position])
            for key, new_row in after.items()
            if (old_row := before.get(key)) is not None
            for column, position in new_columns.items()
            if column in old_columns and old_row[old_columns[column]] != new_row[position]
        ),
        added_columns=tuple(column for column in new_columns if column not in old_columns),
        removed_columns=tuple(column for column in old_columns if column not in new_columns),
    )


def _without(rows: Mapping[Row, Row], other: Mapping[Row, Row]) -> tuple[Row, ...]:
    return tuple(row for key, row in rows.items() if key not in other)


def valid_edition(editions: Iterable[Manifest], name: str, *, as_of: date, known: date) -> Manifest:
    """Return the edition valid on a civil date, with a source published by the `known` day.

    The edition that supersedes the others, directly or through predecessors, is chosen.

    Raises:
        VersionError: If there is no such table, no valid edition, or no choice between several.
    """
    table_editions = [edition for edition in editions if edition.name == name]
    if not table_editions:
        raise VersionError(_message("NO_TABLE", name=name), missing=True)
    valid = [edition for edition in table_editions if edition.known_from <= known and is_in_force_on(edition, as_of)]
    superseded = {older for edition in valid for older in superseded_editions(edition, table_editions)}
    remaining = [edition for edition in valid if edition.edition not in superseded]
    if len(remaining) == 1:
        return remaining[0]
    if not remaining:
        raise VersionError(_message("NO_EDITION", name=name, day=as_of, known=known), missing=False)
    names = sorted(edition.edition for edition in remaining)
    raise VersionError(_message("SEVERAL_EDITIONS", name=name, day=as_of, names=names), missing=False)


def change_days(editions: Iterable[Manifest]) -> list[date]:
    """Return the civil dates, in order, that can change the valid edition."""
    spans = {(edition.first_date, edition.last_date) for edition in editions}
    return sorted({first for first, _ in spans} | {add_days(last, 1) for _, last in spans if last is not None})


def superseded_editions(edition: Manifest, editions: Iterable[Manifest]) -> tuple[str, ...]:
    """Return the editions that an edition supersedes, directly or indirectly, nearest first."""
    older = {other.edition: other.predecessors for other in editions if other.name == edition.name}
    superseded: list[str] = []
    following = list(edition.predecessors)
    while following:
        current = following.pop(0)
        if current not in superseded:
            superseded.append(current)
            following.extend(older.get(current, ()))
    return tuple(superseded)


def edition_problems(editions: Sequence[Manifest]) -> tuple[str, ...]:
    """Return the problems of a set of editions: duplicates, missing predecessors, circular supersession."""
    problems = []
    seen: set[tuple[str, str]] = set()
    existing_names = {(edition.name, edition.edition) for edition in editions}
    for edition in editions:
        key = (edition.name, edition.edition)
        if key in seen:
            problems.append(_message("TWO_MANIFESTS", edition=_edition_name(edition)))
        seen.add(key)
        problems.extend(
            _message("PREDECESSOR_ABSENT", edition=_edition_name(edition), older=older)
            for older in edition.predecessors
            if (edition.name, older) not in existing_names
        )
        if edition.edition in superseded_editions(edition, editions):
            problems.append(_message("SUPERSEDES_ITSELF", edition=_edition_name(edition), through=edition.predecessors))
    return tuple(problems)


def _edition_name(edition: Manifest) -> str:
    return f"{edition.name}@{edition.edition}"
