"""Which facts come from an earlier evaluation of the same subject, and what of it are they?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language import names
from rules.language.definitions_case import find_fact
from rules.language.draft import CONDITION
from rules.language.rows import Written
from rules.language.tables import read_table
from rules.model.previous import PreviousPart, PreviousSource

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.rows import Cells
    from rules.language.tables import TableRow
    from rules.language.text import Text


def previous_part(source: PreviousSource, render: Renderer) -> str:
    """Write what of the evaluation is taken; a quantity of the card itself by its label."""
    if source.quantity is None:
        return render.words.words["previous_parts"].write(source.part)
    name = render.name(source.quantity) if source.card is None else source.quantity
    return render.words.forms["of_quantity"].write(quantity=name)


def previous_evaluation(source: PreviousSource, render: Renderer) -> str:
    """Write which evaluation is meant."""
    if source.year_of is None:
        return render.words.words["previous_evaluations"].write("last")
    return render.words.forms["of_year_before"].write(fact=render.name(source.year_of))


_QUANTITIES = ("quantity", CONDITION)


def read_previous(draft: Draft, definition: Definition) -> None:
    """Read what each of these facts takes from an earlier evaluation."""
    for row in read_table(definition.step, "previous", draft.words, draft.report) or ():
        name = row.need("fact")
        named = find_fact(draft, name) if name else None
        if name is None or named is None:
            continue
        path = f"facts[{named.id}].previous"
        if path in draft.locations:
            draft.cells.refuse_twice(name, draft.locations[path])
            continue
        draft.put(path, name)
        source = _read_source(draft, row, path)
        if source is not None:
            definition.subjects.append(named.id)
            draft.facts[named.id] = draft.facts[named.id].model_copy(update={"previous": source})


def _read_source(draft: Draft, row: TableRow, path: str) -> PreviousSource | None:
    card, part, evaluation = row.get("card"), row.need("part"), row.need("evaluation")
    stated, basis = row.get("stated"), draft.basis(row, path)
    other = draft.cells.id(card, names.CARD_ID) if card else None
    own = other is None or (draft.card is not None and other == draft.card.id)
    taken = _read_part(draft, part, own=own) if part else None
    year_of = _read_year(draft, evaluation) if evaluation else None
    answer = draft.cells.word(stated, "answers") if stated else None
    for column in ("part", "evaluation", "card", "stated"):
        draft.put(f"{path}.{column}", row.get(column))
    if taken is None or year_of is None or (card is not None and other is None):
        return None
    return PreviousSource(
        card=None if own else other,
        part=taken[0],
        quantity=taken[1],
        year_of=year_of or None,
        may_be_stated=answer == "yes",
        basis=basis,
    )


def _read_part(draft: Draft, cell: Text, *, own: bool) -> tuple[PreviousPart, str | None] | None:
    """Read what is taken; quantities of the card itself can be named by their labels."""
    words = draft.words.words["previous_parts"]
    key = words.read(draft.marks.plain(cell).text)
    if key is not None:
        return PreviousPart(key), None
    for parse in draft.words.forms["of_quantity"].parses(cell.text):
        name = cell.part(*parse["quantity"])
        id = _own_quantity(draft, name) if own else draft.cells.id(name, names.VALUE_ID)
        return None if id is None else (PreviousPart.QUANTITY, id)
    draft.cells.not_a_word(cell, (draft.words.forms["of_quantity"].shown, *words.by_word))
    return None


def _own_quantity(draft: Draft, name: Text) -> str | None:
    known = {word: id for word, id in draft.values.words.items() if draft.values.items[id].kind in _QUANTITIES}
    if name.text in known:
        return known[name.text]
    draft.cells.unknown_name(name, known, "quantity")
    return None


def _read_year(draft: Draft, cell: Text) -> str | None:
    """Give the fact whose year is one earlier there; an empty text for the last evaluation before this one."""
    words = draft.words.words["previous_evaluations"]
    if words.read(draft.marks.plain(cell).text) is not None:
        return ""
    for parse in draft.words.forms["of_year_before"].parses(cell.text):
        named = find_fact(draft, cell.part(*parse["fact"]))
        return None if named is None else named.id
    draft.cells.not_a_word(cell, (draft.words.forms["of_year_before"].shown, *words.by_word))
    return None


def write_previous(render: Renderer, place: DefinitionSentence) -> Written:
    """Write what facts take from an earlier evaluation."""
    facts = {fact.id: fact.previous for fact in render.scorecard.facts}
    return Written({}, [_cells(id, source, render) for id in place.ids if (source := facts[id]) is not None])


def _cells(fact: str, source: PreviousSource, render: Renderer) -> Cells:
    words = render.words.words
    return {
        "fact": render.name(fact),
        "part": previous_part(source, render),
        "evaluation": previous_evaluation(source, render),
        "card": source.card or "",
        "stated": words["answers"].write("yes") if source.may_be_stated else "",
        "basis": render.listed(source.basis),
    }
