"""What differs between two editions of a reference table?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker

if TYPE_CHECKING:
    from rules.model.tables import Row, Table

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that says something else: its keys, its column, and both words as they stand in the files."""

    keys: Row
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TableDifference:
    """What is only in the new edition, only in the old one, and what changed; all in the order of keys."""

    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    changed: tuple[Change, ...]
    added_columns: tuple[str, ...]
    removed_columns: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether both editions say the same."""
        return not (self.added or self.removed or self.changed or self.added_columns or self.removed_columns)


def compare_tables(old: Table, new: Table) -> TableDifference:
    """Compare two editions row by row, by their keys.

    Raises:
        InputError: they have other keys, so that rows cannot be told apart.
    """
    keys = [key.id for key in new.manifest.keys]
    before_keys = [key.id for key in old.manifest.keys]
    if keys != before_keys:
        said = _say("OTHER_KEYS", old=old.name, before=before_keys, new=new.name, after=keys)
        raise InputError((Violation("keys", _say("NOT_COMPARABLE", said=said), "OTHER_KEYS"),))
    count = len(keys)
    before, after = ({row[:count]: row for row in table.rows} for table in (old, new))
    columns = [value.id for value in new.manifest.values]
    old_columns = [value.id for value in old.manifest.values]
    shared = [
        (column, old_columns.index(column), place) for place, column in enumerate(columns) if column in old_columns
    ]
    changed = tuple(
        Change(key, column, before[key][count + then], after[key][count + now])
        for key in after
        if key in before
        for column, then, now in shared
        if before[key][count + then] != after[key][count + now]
    )
    return TableDifference(
        added=tuple(row for key, row in after.items() if key not in before),
        removed=tuple(row for key, row in before.items() if key not in after),
        changed=changed,
        added_columns=tuple(column for column in columns if column not in old_columns),
        removed_columns=tuple(column for column in old_columns if column not in columns),
    )
