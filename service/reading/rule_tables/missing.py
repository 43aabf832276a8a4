"""Which tables and sheets that were written out did not come back, or came back on a sheet of another name?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.language.file_names import language_of
from service.reading.rule_tables.forms import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.language.rule_tables import RuleTable
    from service.reading.rule_tables.forms import Block

SHEET, TABLE, RENAMED = "sheet_gone", "table_gone", "sheet_renamed"


@dataclass(frozen=True, slots=True)
class Notice:
    """One sheet or table that is not where it was written: the group of its sheet, its name now, and its tables."""

    kind: str
    group: str
    now: str
    tables: tuple[RuleTable, ...]


def notices(tables: Sequence[RuleTable], blocks: Sequence[Block]) -> Iterator[Notice]:
    """Compare the tables of a draft with those that came back; the files of a language come back together.

    A table that did not come back stays as it is, and one on another sheet is read: a notice says so.
    """
    back = {(block.path, block.number): block for block in blocks}
    languages = {language_of(block.path) for block in blocks if not block.new}
    book = any(block.sentence.place.sheet for block in blocks)
    groups: dict[str, list[RuleTable]] = {}
    for table in tables:
        if not languages or language_of(table.path) in languages:
            groups.setdefault(table.group, []).append(table)
    for group, written in groups.items():
        gone = [table for table in written if (table.path, table.number) not in back]
        if gone and book and len(gone) == len(written):
            yield Notice(SHEET, group, "", tuple(gone))
        else:
            yield from (Notice(TABLE, group, "", (table,)) for table in gone)
        yield from _renamed(group, written, back)


def _renamed(group: str, written: Sequence[RuleTable], back: Mapping[tuple[str, int], Block]) -> Iterator[Notice]:
    names = {words(language)["groups"][group] for language in LANGUAGES}
    now: dict[str, list[RuleTable]] = {}
    for table in written:
        block = back.get((table.path, table.number))
        if block is not None and block.sentence.place.sheet:
            now.setdefault(block.sentence.place.sheet, []).append(table)
    yield from (Notice(RENAMED, group, name, tuple(own)) for name, own in now.items() if name not in names)
