"""Which figures are results: of the whole subject, and of each record of a list?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.language import names
from rules.language.names import Named, Registry
from rules.language.quantity_sentences import list_named
from rules.language.render_lookups import each_name
from rules.language.rows import Written, declare, read_cells, write_cells
from rules.language.tables import break_names, read_table
from rules.model.expressions import TOTAL_SCORE
from rules.model.scorecard import FactType, RecordResult, Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.text import Text

_MOST_PLACES = 12


def read_results(draft: Draft, definition: Definition) -> None:
    """Read the named figures that the user came for."""
    for result in _read(draft, definition, draft.results, "results", None):
        draft.result_rows[result.id] = result


def read_record_results(draft: Draft, definition: Definition) -> None:
    """Read the named figures of each record of a list."""
    each = draft.choose(definition, "each")["each"]
    owner = list_named(draft, each)
    if owner is None:
        break_names(definition.step, draft.report)
        return
    for result in _read(draft, definition, draft.record_results, "record_results", owner):
        draft.record_result_rows[result.id] = RecordResult(**dict(result), list=owner)


def _read(
    draft: Draft, definition: Definition, registry: Registry[Named], part: str, owner: str | None
) -> Iterator[Result]:
    """Read the rows of a table of results, those of each record of the list `owner` if it is given."""
    for row in read_table(definition.step, part, draft.words, draft.report) or ():
        name, of_cell = row.need("result"), row.need("name")
        named = _figure(draft, of_cell, owner) if of_cell else None
        if named is None:
            draft.report.broken.update(cell.text for cell in (name, row.get("label")) if cell is not None)
        path = f"{part}[{name.text if name else ''}]"
        read = read_cells(draft, row, part, path)
        draft.put(f"{path}.name", of_cell)
        if name is None or _stands_for_another(draft, name, named):
            continue
        item = named or Named(name.text, "result", FactType.NUMBER)
        if declare(draft, definition, row, registry, item) and named is not None and read is not None:
            yield Result.model_validate({"id": name.text, "name": named.id, **read})


def _stands_for_another(draft: Draft, name: Text, named: Named | None) -> bool:
    """Report a result under the id of something else than what it shows, and say whether it is one."""
    other = draft.values.items.get(name.text)
    if other is None or named is None or other.id == named.id:
        return False
    place = draft.values.place(name.text)
    draft.report.add("RL014", name, id=name.text, place=names.show_place(place) if place else name.text)
    return True


def _figure(draft: Draft, cell: Text, owner: str | None) -> Named | None:
    named = draft.values.find(cell.text)
    total = owner is None
    if named is not None and (_is_figure(named, owner) or (total and named.id == TOTAL_SCORE)):
        return named
    known = [word for word, id in draft.values.words.items() if _is_figure(draft.values.items[id], owner)]
    if total:
        known += [TOTAL_SCORE, draft.words.words["reserved"].write(TOTAL_SCORE)]
    draft.cells.unknown_name(cell, known, "quantity")
    return None


def _is_figure(named: Named, owner: str | None) -> bool:
    """Say whether a name stands for a number of the whole subject, or of each record of a list."""
    return named.kind == "quantity" and named.type is FactType.NUMBER and named.list == owner


def write_results(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the results; the mode of their rounding is that of the card."""
    return _written(render, "results", render.scorecard.results, place.ids)


def write_record_results(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the results of each record of a list."""
    results = render.scorecard.record_results or ()
    owner = next(one.list for one in results if one.id in place.ids)
    return replace(_written(render, "record_results", results, place.ids), slots={"each": each_name(owner, render)})


def _written(render: Renderer, kind: str, results: Sequence[Result], ids: Sequence[str]) -> Written:
    by_id = {one.id: one for one in results}
    return Written({}, [write_cells(render, by_id[id], kind, {"name": render.name(by_id[id].name)}) for id in ids])
