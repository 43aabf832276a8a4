"""Does every lookup fit the reference table that it looks in, and is every table used?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.units import unit
from rules.model.expressions import ChoiceClause
from rules.model.lint.issue import issue
from rules.model.names import clauses
from rules.model.scorecard import KeyReading, TableQuantity
from rules.model.table_cells import EVERY, LOOK_FURTHER, OUT_OF_SCOPE, UNKNOWN, key_problem
from rules.model.tables import KeyType, ValueType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.lint.issue import Issue
    from rules.model.lookups import TableReference, TableSource
    from rules.model.names import Names
    from rules.model.scorecard import TableKey
    from rules.model.tables import KeyColumn, Table, ValueColumn

_READINGS = {KeyType.YEARS: KeyReading.YEAR, KeyType.QUARTER: KeyReading.QUARTER}
_SHOWN_WORDS = 12


def check_tables_used(names: Names) -> Iterator[Issue]:
    """Report a reference table in which nothing is looked up."""
    lookups = [one for one in names.scorecard.quantities if isinstance(one, TableQuantity)]
    used = {row.table for quantity in lookups for row in quantity.rows}
    for reference in names.scorecard.tables or ():
        if reference.id not in used:
            yield issue("RL051", f"tables[{reference.id}]", "main", id=reference.id)


def check_lookups(names: Names, source: TableSource) -> Iterator[Issue]:
    """Compare every lookup with its tables: the edition that the card names, or else the latest one."""
    tables: dict[str, Table] = {}
    for reference in names.scorecard.tables or ():
        table = _table(reference, source)
        if table is not None:
            tables[reference.id] = table
        elif reference.edition is not None and source.latest(reference.name) is not None:
            arguments = {"table": reference.name, "edition": reference.edition}
            yield issue("RL081", f"tables[{reference.id}].edition", "edition", **arguments)
        else:
            yield issue("RL081", f"tables[{reference.id}].name", "table", table=reference.name)
    for quantity in names.scorecard.quantities:
        if isinstance(quantity, TableQuantity):
            for position, row in enumerate(quantity.rows):
                if row.table in tables:
                    path = f"quantities[{quantity.id}]"
                    yield from _check_column(path, quantity, tables[row.table])
                    for key in row.keys:
                        yield from _check_key(f"{path}.rows[{position}].keys", key, tables[row.table])
    yield from _check_words(names, tables)


def _table(reference: TableReference, source: TableSource) -> Table | None:
    if reference.edition is None:
        return source.latest(reference.name)
    return source.edition_of(reference.name, reference.edition)


def _column(quantity: TableQuantity, table: Table) -> ValueColumn | None:
    return next((one for one in table.manifest.values if one.id == quantity.column), None)


def _check_column(path: str, quantity: TableQuantity, table: Table) -> Iterator[Issue]:
    column = _column(quantity, table)
    named = {"table": table.name, "column": quantity.column}
    if column is None:
        columns = ", ".join(one.id for one in table.manifest.values)
        yield issue("RL081", f"{path}.column", "column", columns=columns, **named)
        return
    found = "number" if column.type is ValueType.NUMBER else "word"
    if found != quantity.gives:
        yield issue("RL081", f"{path}.unit", f"gives_{found}", **named)
    elif found == "number" and unit(column.unit).dimension != unit(quantity.unit).dimension:
        units = {"found": column.unit or "1", "wanted": quantity.unit or "1"}
        yield issue("RL081", f"{path}.unit", "unit", **units, **named)


def _check_key(path: str, key: TableKey, table: Table) -> Iterator[Issue]:
    column = next((one for one in table.manifest.keys if one.id == key.column), None)
    named = {"table": table.name, "column": key.column}
    if column is None:
        yield issue("RL081", path, "key", columns=", ".join(one.id for one in table.manifest.keys), **named)
        return
    wanted = _READINGS.get(column.type, KeyReading.VALUE)
    if key.name is not None and key.reading is not wanted and not _may_read(key, column):
        yield issue("RL081", path, f"reading_{wanted.value}", **named)
    if key.word not in (None, EVERY) and _never(column, key.word or "", table):
        yield issue("RL081", path, "word", word=key.word or "", **named)


def _may_read(key: TableKey, column: KeyColumn) -> bool:
    """Say whether a word can stand for a year or quarter: a choice or text may hold one."""
    return key.reading is KeyReading.VALUE and column.type in _READINGS


def _never(column: KeyColumn, word: str, table: Table) -> bool:
    """Say whether a word cannot stand in a key column, or is a word of the table itself that no row has."""
    if key_problem(column, word) is not None:
        return True
    place = table.manifest.columns.index(column.id)
    is_own = column.type in (KeyType.CODE, KeyType.COUNTRY)
    return is_own and not any(row[place] in (word, EVERY) for row in table.rows)


def _check_words(names: Names, tables: dict[str, Table]) -> Iterator[Issue]:
    """Report a condition that asks for a word which a lookup can never give."""
    lookups = {one.id: one for one in names.scorecard.quantities if isinstance(one, TableQuantity)}
    for placed in clauses(names.scorecard):
        clause = placed.clause
        quantity = lookups.get(clause.name) if isinstance(clause, ChoiceClause) else None
        if quantity is None or not isinstance(clause, ChoiceClause):
            continue
        if any(row.table not in tables for row in quantity.rows):
            continue
        said = {word for row in quantity.rows for word in _words_of(quantity, tables[row.table])}
        for word in clause.values:
            if word not in said:
                shown = sorted(said)
                words = ", ".join(shown[:_SHOWN_WORDS]) + (", …" if len(shown) > _SHOWN_WORDS else "")
                arguments = {"table": tables[quantity.rows[0].table].name, "column": quantity.column}
                yield issue("RL081", placed.path, "never", word=word, words=words, **arguments)


def _words_of(quantity: TableQuantity, table: Table) -> set[str]:
    column = _column(quantity, table)
    if column is None:
        return set()
    place = table.manifest.columns.index(column.id)
    return {row[place] for row in table.rows} - {LOOK_FURTHER, OUT_OF_SCOPE, UNKNOWN} | set(column.one_of)
