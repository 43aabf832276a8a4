"""Which figures are results: of the whole subject, and of each record of a list?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language import names
from rules.language.export_rows import Written
from rules.language.names import Named, Registry
from rules.language.quantity_sentences import list_named
from rules.language.render_lookups import each_name
from rules.language.tables import break_names, read_table
from rules.model.expressions import TOTAL_SCORE
from rules.model.scorecard import FactType, RecordResult, Result, Rounding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.export_rows import Cells
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
        name, of_cell, rounding_cell = row.need("result"), row.need("name"), row.need("rounding")
        named = _figure(draft, of_cell, owner) if of_cell else None
        if named is None:
            draft.report.broken.update(cell.text for cell in (name, row.get("label")) if cell is not None)
        rounding = _rounding(draft, rounding_cell) if rounding_cell else None
        basis = draft.basis(row, f"{part}[{name.text if name else ''}]")
        if name is None or not _declare(draft, registry, name, named):
            continue
        definition.subjects.append(name.text)
        path = f"{part}[{name.text}]"
        draft.put(path, name)
        for column in ("label", "name", "rounding"):
            draft.put(f"{path}.{'labels' if column == 'label' else column}", row.get(column))
        label = row.get("label")
        if label is not None:
            registry.label(name.text, label)
        if named is not None and rounding is not None:
            yield Result(id=name.text, name=named.id, rounding=rounding, basis=basis)


def _declare(draft: Draft, registry: Registry[Named], name: Text, named: Named | None) -> bool:
    other = draft.values.items.get(name.text)
    if other is not None and named is not None and other.id != named.id:
        place = draft.values.place(name.text)
        draft.report.add("RL014", name, id=name.text, place=names.show_place(place) if place else name.text)
        return False
    return registry.declare(name, named or Named(name.text, "result", FactType.NUMBER))


def _figure(draft: Draft, cell: Text, owner: str | None) -> Named | None:
    named = draft.values.find(cell.text)
    total = owner is None
    if named is not None and (_is_figure(named, owner) or (total and named.id == TOTAL_SCORE)):
        return named
    known = [word for word, id in draft.values.words.items() if _is_figure(draft.values.items[id], owner)]
    if total:
        known += [TOTAL_SCORE, draft.words.words["reserved"].write(TOTAL_SCORE)]
    tables = draft.words.sentences["quantity"].shown
    draft.report.add_unknown("RL011", cell, known, name=cell.text, tables=tables)
    return None


def _is_figure(named: Named, owner: str | None) -> bool:
    """Say whether a name stands for a number of the whole subject, or of each record of a list."""
    return named.kind == "quantity" and named.type is FactType.NUMBER and named.list == owner


def _rounding(draft: Draft, cell: Text) -> Rounding | None:
    plain = draft.marks.plain(cell)
    pattern = draft.words.forms["places"]
    for parse in pattern.parses(plain.text):
        places = draft.cells.whole(plain.part(*parse["places"]), low=0, high=_MOST_PLACES)
        if places is None or draft.card is None:
            return None
        return Rounding(places=places, mode=draft.card.rounding.mode)
    draft.cells.not_a_word(plain, (pattern.write(places="2"),))
    return None


def write_results(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the results; the mode of their rounding is that of the card."""
    return Written({}, _rows(render, render.scorecard.results, place.ids))


def write_record_results(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the results of each record of a list."""
    results = render.scorecard.record_results or ()
    owner = next(one.list for one in results if one.id in place.ids)
    return Written({"each": each_name(owner, render)}, _rows(render, results, place.ids))


def _rows(render: Renderer, results: Sequence[Result], ids: Sequence[str]) -> list[Cells]:
    by_id: Mapping[str, Result] = {one.id: one for one in results}
    places = render.words.forms["places"]
    return [
        {
            "result": one.id,
            "label": render.own(one.labels),
            "name": render.name(one.name),
            "rounding": places.write(places=str(one.rounding.places)),
            "basis": render.listed(one.basis),
        }
        for one in (by_id[id] for id in ids)
    ]
