"""What is the reference case, the complete subject that every example changes?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.rows import Written
from rules.language.tables import read_table
from rules.language.values import read_records, read_value
from rules.model.scorecard import CaseValue, FactType

if TYPE_CHECKING:
    from rules.contracts.inputs import DeclaredValue
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.names import Named
    from rules.language.render import Renderer
    from rules.language.text import Text


def read_case(draft: Draft, definition: Definition) -> None:
    """Read the values of the reference case."""
    for row in read_table(definition.step, "case", draft.words, draft.report) or ():
        name, cell = row.need("fact"), row.need("value")
        named = find_fact(draft, name) if name else None
        if name is None or cell is None or named is None:
            continue
        if _declare(draft, definition, named, name, cell):
            _put(draft, named, read_value(draft, named, cell))


def read_case_records(draft: Draft, definition: Definition) -> None:
    """Read the records of one list of the reference case."""
    name = draft.choose(definition, "fact")["fact"]
    named = find_fact(draft, name)
    if named is None:
        return
    if named.type is not FactType.RECORDS:
        refuse_records(draft, name, named)
        return
    if definition.step.table is None:
        draft.report.add("RL020", definition.step.sentence, "missing", columns="…")
        return
    if _declare(draft, definition, named, name, name):
        _put(draft, named, read_records(draft, named, definition.step))


def _declare(draft: Draft, definition: Definition, named: Named, name: Text, where: Text) -> bool:
    path = f"reference_case[{named.id}]"
    known = draft.locations.get(path)
    if known is not None and draft.report.is_shared(known) and not draft.report.is_shared(where.place):
        del draft.locations[path]
        if named.id in draft.case:
            draft.shared_case[named.id] = draft.case[named.id]
    elif known is not None:
        draft.cells.refuse_twice(name, known)
        return False
    draft.put(path, where)
    definition.subjects.append(named.id)
    return True


def _put(draft: Draft, named: Named, value: DeclaredValue | None) -> None:
    if value is not None:
        draft.case[named.id] = CaseValue(fact=named.id, value=value)


def find_fact(draft: Draft, name: Text) -> Named | None:
    """Find the fact of a name, and report a name that is none."""
    named = draft.values.find(name.text)
    if named is not None and named.kind == "fact":
        return named
    known = [word for word, id in draft.values.words.items() if draft.values.items[id].kind == "fact"]
    draft.cells.unknown_name(name, known, "facts")
    return None


def refuse_records(draft: Draft, name: Text, named: Named) -> None:
    """Report a table of records given to a fact that is no list."""
    draft.cells.refuse_type(name, named.type, draft.words.forms["list_of"].shown)


def write_case(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the values of the reference case."""
    case = {one.fact: one.value for one in render.scorecard.reference_case}
    return Written({}, [{"fact": render.name(id), "value": render.value(id, case[id])} for id in place.ids])
