"""Which small tables stand inside a feature: values from day to day, by keys, or as corners of a line?

Each row is cited by itself. What a table gives is computed by its rows, so that conditions, formulas, sums and trails
know it like any other quantity; the model keeps only that it is written as a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.dates import Dates
from rules.language.definitions_lookup import is_looked_up, read_lookup
from rules.language.quantity_sentences import RowBases, quantity_slots, scope_in
from rules.language.rows_tabled import BASIS, VALUE, RowReader, column_of
from rules.language.tables import read_named_table, read_table
from rules.model.scorecard import FactType, FormulaQuantity, RowKey, Tabled, TabledForm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.language.draft import Definition, Draft
    from rules.language.names import Named, Scope
    from rules.language.tables import Table
    from rules.language.text import Text
    from rules.model.scorecard import FormulaRow

_KEYS = (FactType.NUMBER, FactType.CHOICE, FactType.FLAG, FactType.TEXT, FactType.DATE)


def read_small_table(draft: Draft, definition: Definition) -> None:
    """Read a lookup: by choices alone, or by dates, numbers and texts, too, or with rows that are undetermined."""
    if is_looked_up(draft, definition):
        read_lookup(draft, definition)
    else:
        _read_by_names(draft, definition, TabledForm.KEYED)


def read_interpolated(draft: Draft, definition: Definition) -> None:
    """Read a table of the corners of a line."""
    _read_by_names(draft, definition, TabledForm.LINE)


def _read_by_names(draft: Draft, definition: Definition, form: TabledForm) -> None:
    if not definition.subjects:
        return
    named, scope = _subject(draft, definition)
    keys = _keys(draft, quantity_slots(draft, definition)["names"], scope, form)
    table = _table(draft, definition, keys, scope) if keys is not None else None
    if keys is None or table is None:
        return
    reader = RowReader(draft, scope, named, RowBases.of(draft, definition))
    rows = reader.corners(table, keys[0][0]) if form is TabledForm.LINE else reader.keyed(table, keys)
    _define(draft, named, form, (key for key, _ in keys), rows)


def read_dated(draft: Draft, definition: Definition) -> None:
    """Read values that hold from a day on, chosen by a date or by a period of which every day must lie in the row."""
    if not definition.subjects:
        return
    named, scope = _subject(draft, definition)
    key = _day(draft, quantity_slots(draft, definition)["date"], scope)
    table = read_table(definition.step, "dated", draft.words, draft.report)
    if key is None or table is None:
        return
    reader = RowReader(draft, scope, named, RowBases.of(draft, definition))
    _define(draft, named, TabledForm.DATED, (key,), reader.dated(table, key))


def _subject(draft: Draft, definition: Definition) -> tuple[Named, Scope]:
    """Give the quantity that a sentence defines, and the names that its rows may use."""
    named = draft.values.items[definition.subjects[0]]
    draft.put(f"quantities[{named.id}].rows", definition.step.sentence)
    return named, scope_in(draft, named.list)


def _define(draft: Draft, named: Named, form: TabledForm, keys: Iterable[Named], rows: tuple[FormulaRow, ...]) -> None:
    by = tuple(RowKey(name=key.id, edge=key.edge) for key in keys)
    draft.put(f"quantities[{named.id}].tabled", draft.locations[f"quantities[{named.id}].rows"])
    tabled = Tabled(form=form, by=by)
    draft.quantities[named.id] = FormulaQuantity(
        id=named.id, unit=named.unit, list=named.list, tabled=tabled, rows=rows
    )


def _day(draft: Draft, text: Text, scope: Scope) -> Named | None:
    """Find the date, or the end or whole of a period, by which a value is chosen."""
    for parse in draft.words.dates["whole"].parses(text.text):
        period = scope.find(text.part(*parse["period"]).text)
        if period is not None and period.type is FactType.PERIOD:
            return period
    named = _named(draft, text, scope)
    if named is None or named.type is FactType.DATE:
        return named
    if named.type is FactType.PERIOD:
        words = draft.words.dates
        ways = [words[way].write(period=text.text) for way in ("first", "last", "whole")]
        draft.report.add("RL016", text, "which_day", name=text.text, examples=draft.words.separator.join(ways))
        return None
    _wrong_type(draft, text, named, ("date",))
    return None


def _keys(draft: Draft, text: Text, scope: Scope, form: TabledForm) -> list[tuple[Named, Text]] | None:
    """Find what a table is keyed by; None if a key is not known."""
    single = scope.find(text.text) is not None or form is TabledForm.LINE
    allowed = (FactType.NUMBER,) if form is TabledForm.LINE else _KEYS
    parts = (text,) if single else draft.cells.items(text)
    keys: list[tuple[Named, Text]] = []
    for part in parts:
        named = _named(draft, part, scope)
        if named is not None and named.type not in allowed:
            _wrong_type(draft, part, named, allowed)
        elif named is not None and any(named == other for other, _ in keys):
            draft.report.add("RL080", part, "twice", column=part.text)
        elif named is not None:
            keys.append((named, part))
    return keys if len(keys) == len(parts) else None


def _named(draft: Draft, text: Text, scope: Scope) -> Named | None:
    if draft.refuse_stage(text):
        return None
    whole = (named for named, end in scope.edges(text.text, draft.words.dates) if end == len(text.text))
    named = scope.find(text.text) or next(whole, None)
    if named is None:
        Dates(draft.cells, scope).unknown(text)
    return named


def _wrong_type(draft: Draft, text: Text, named: Named, wanted: Iterable[str]) -> None:
    draft.cells.refuse_type(text, named.type, *wanted)


def _table(draft: Draft, definition: Definition, keys: list[tuple[Named, Text]], scope: Scope) -> Table | None:
    columns: dict[str, str] = {}
    for named, _ in keys:
        labels = [found.labels[named.id] for found in scope.registries if named.id in found.labels]
        if named.kind == "reserved":
            labels = [draft.words.words["reserved"].write(named.id)]
        for word in (*labels[:1], named.id):
            written = word if named.edge is None else draft.words.dates[named.edge].write(period=word)
            columns[written] = column_of(named)
    own = draft.words.columns["lookup"].by_word.items()
    columns |= {word: column if column == BASIS else VALUE for word, column in own}
    required = frozenset({*(column_of(named) for named, _ in keys), VALUE})
    return read_named_table(definition.step, columns, required, draft.words, draft.report)
