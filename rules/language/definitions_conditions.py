"""Which conditions have a name, when does each hold, and what are its exceptions?"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rules.language.conditions import Conditions, value_scope
from rules.language.draft import CONDITION
from rules.language.names import Named
from rules.language.rows import Written, declare
from rules.language.tables import agree, read_table
from rules.model.named_conditions import ConditionRow, NamedCondition
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.rows import Cells
    from rules.language.tables import TableRow
    from rules.language.text import Text
    from rules.model.expressions import Condition


def declare_conditions(draft: Draft, definition: Definition) -> None:
    """Declare the conditions of a table, so that others can name them."""
    for id, rows in _by_condition(draft, definition):
        label = rows[0].get("label")
        named = Named(id, CONDITION, FactType.FLAG, choices=draft.flag_registry())
        if not declare(draft, definition, rows[0], draft.values, named):
            draft.report.broken.update(word.text for word in (label,) if word is not None)
            continue
        for row in rows[1:]:
            agree(id, rows[0], row, ("label",))


def read_conditions(draft: Draft, definition: Definition) -> None:
    """Read when each condition holds: in any of its rows, unless in one that says so."""
    for id, rows in _by_condition(draft, definition):
        if id not in definition.subjects:
            continue
        read = read_cases(draft, id, rows, ("condition", "when"))
        if read is not None:
            draft.quantities[id] = NamedCondition(id=id, rows=read)


def read_cases(
    draft: Draft, id: str, rows: Sequence[TableRow], columns: tuple[str, str]
) -> tuple[ConditionRow, ...] | None:
    """Read the cases and exceptions in rows, whose `columns` name what holds and say when; None if one is wrong."""
    found = [_read_row(draft, f"quantities[{id}].rows[{place}]", row, columns) for place, row in enumerate(rows)]
    read = tuple(row for row in found if row is not None)
    if len(read) == len(rows) and all(row.exception for row in read):
        named = rows[0].cells[columns[0]]
        draft.report.add("RL091", named, name=named.text)
        return None
    return read if len(read) == len(rows) else None


def _by_condition(draft: Draft, definition: Definition) -> list[tuple[str, list[TableRow]]]:
    table = read_table(definition.step, "conditions", draft.words, draft.report)
    named = [(cell.text, row) for row in table or () if (cell := row.need("condition")) is not None]
    return [(id, [row for _, row in group]) for id, group in groupby(named, key=lambda pair: pair[0])]


def _read_row(draft: Draft, path: str, row: TableRow, columns: tuple[str, str]) -> ConditionRow | None:
    draft.put(path, row.cells[columns[0]])
    cell, basis = row.need(columns[1]), draft.basis(row, path)
    if cell is None:
        return None
    stated, exception = stated_case(draft, cell)
    when = Conditions(draft, value_scope(draft), among_cases=columns[0] == "finding").read(stated, f"{path}.when")
    return None if not when else ConditionRow(when=when, exception=exception, basis=basis)


def stated_case(draft: Draft, cell: Text) -> tuple[Text, bool]:
    """Part the word that begins an exception from what it says, and say whether there is one."""
    for parse in draft.words.forms["unless"].parses(cell.text):
        return cell.part(*parse["condition"]), True
    return cell, False


def write_conditions(render: Renderer, place: DefinitionSentence) -> Written:
    """Write when the conditions of a table hold, each case and exception in a row of its own."""
    rows: list[Cells] = []
    named = {one.id: one for one in render.scorecard.quantities if isinstance(one, NamedCondition)}
    for condition in (named[id] for id in place.ids):
        for position, row in enumerate(condition.rows):
            rows.append(
                {
                    "condition": condition.id,
                    "label": "" if position else render.own(condition.labels),
                    "when": case_text(render, row),
                    "basis": render.listed(row.basis),
                }
            )
    return Written({}, rows)


def case_text(render: Renderer, row: ConditionRow) -> str:
    """Write what a case says, or an exception behind the word that begins it."""
    return unless_text(render, row.when) if row.exception else render.condition(row.when)


def unless_text(render: Renderer, condition: Condition) -> str:
    """Write an exception: what it asks, behind the word that begins it."""
    return render.words.forms["unless"].write(condition=render.condition(condition))
