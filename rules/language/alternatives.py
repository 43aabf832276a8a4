"""Which rows stand beneath the first one of a gate or finding: other cases in which it holds, and its exceptions?

Together they are one named condition, under an id that no author can give, and the gate or finding asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.definitions_conditions import case_text, read_cases, stated_case
from rules.language.draft import CONDITION
from rules.language.names import Named
from rules.language.tables import agree
from rules.model.expressions import ChoiceClause
from rules.model.named_conditions import NamedCondition
from rules.model.scorecard import FactType, FindingRule, Gate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.language.draft import Draft
    from rules.language.render import Renderer
    from rules.language.rows import Cells
    from rules.language.tables import Table, TableRow
    from rules.model.expressions import Condition

SAYS = {"gate": "requires", "finding": "when"}
"""The column that says when a gate or finding holds, by the column of its id."""
_ENDS = {"gate": "met", "finding": "raised"}
_FIRST = ("label", "applies", "severity", "close_within")
"""The columns that a further row leaves blank, for they stand in the first."""


def grouped(table: Table | None, kind: str) -> list[list[TableRow]]:
    """Put each row without a label of its own beneath the rows of the same id above it, unless one says the same."""
    groups: list[list[TableRow]] = []
    for row in table or ():
        if groups and _goes_on(groups[-1], row, kind):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _goes_on(above: Sequence[TableRow], row: TableRow, kind: str) -> bool:
    first, id, said = above[0].get(kind), row.get(kind), row.get(SAYS[kind])
    if first is None or id is None or first.text != id.text or row.get("label") is not None:
        return False
    return said is None or said.text not in {cell.text for one in above if (cell := one.get(SAYS[kind])) is not None}


def has_cases(draft: Draft, rows: Sequence[TableRow], kind: str) -> bool:
    """Say whether a gate or finding has several cases, or an exception."""
    cell = rows[0].get(SAYS[kind])
    return len(rows) > 1 or (cell is not None and stated_case(draft, cell)[1])


def declare_cases(draft: Draft, rows: Sequence[TableRow], kind: str) -> None:
    """Reserve the id of the condition that the rows of a gate or finding state together."""
    if not has_cases(draft, rows, kind):
        return
    id = _id(kind, rows[0].cells[kind].text)
    called = draft.words.forms["cases"].write(id=rows[0].cells[kind].text)
    draft.values.reserve(id, called, Named(id, CONDITION, FactType.FLAG, choices=draft.flag_registry()))
    draft.values.labels[id] = called
    draft.put(f"quantities[{id}]", rows[0].cells[kind])
    for row in rows[1:]:
        agree(rows[0].cells[kind].text, rows[0], row, _FIRST)


def read_condition(draft: Draft, rows: Sequence[TableRow], kind: str) -> tuple[Condition | None, tuple[str, ...]]:
    """Read the rows of a gate or finding with several cases; give what it asks for, and the bases of all of them."""
    id = _id(kind, rows[0].cells[kind].text)
    read = read_cases(draft, id, rows, (kind, SAYS[kind]))
    if read is None:
        return None, ()
    draft.quantities[id] = NamedCondition(id=id, rows=read)
    return _holds(id), tuple(dict.fromkeys(basis for row in read for basis in row.basis))


def written_cases(render: Renderer, kind: str, asks: Condition, first: Cells) -> list[Cells]:
    """Write the rows of a gate or finding that asks for something: its own, or one for each case and exception."""
    named = render.names.quantities.get(_id(kind, first[kind]))
    if not isinstance(named, NamedCondition) or asks != _holds(named.id):
        return [first]
    blank = dict.fromkeys(first, "") | {kind: first[kind]}
    return [
        {**(blank if place else first), SAYS[kind]: case_text(render, row), "basis": render.listed(row.basis)}
        for place, row in enumerate(named.rows)
    ]


def own_condition(part: object) -> str | None:
    """Give the id of the condition that the rows of a gate or finding state together, if they do."""
    match part:
        case Gate(id=id, requires=asks) if asks == _holds(_id("gate", id)):
            return _id("gate", id)
        case FindingRule(id=id, when=asks) if asks == _holds(_id("finding", id)):
            return _id("finding", id)
        case _:
            return None


def _id(kind: str, id: str) -> str:
    return f"{id}.{_ENDS[kind]}"


def _holds(id: str) -> Condition:
    return (ChoiceClause(name=id, values=("yes",)),)
